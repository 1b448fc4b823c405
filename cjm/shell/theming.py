"""What a theme reads from files: font widths, a project's templates.

Nothing outside the project's root is read, whatever links there are.
"""

import os

import msgspec

from cjm.errors import UsageError
from cjm.shell.assets import inside
from cjm.shell.files import MAX_BYTES, decode, read_bytes, reason
from cjm.templating import ENDINGS
from cjm.theme.metrics import characters
from cjm.theme.tokens import Templates, Widths

_MOST_FILES = 200


class Metrics(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file of widths, as `cjm theme metrics` writes it."""

    font: str
    widths: Widths
    version: int = 1


def widths(root: str, folder: str, path: str) -> Widths | None:
    """The widths in a file, by its path from `folder`; None where there is no such file.

    Raises `UsageError` where there is one that isn't what `cjm theme metrics` writes.
    """
    place = os.path.join(folder, path)
    if not os.path.exists(place):
        return None
    if not inside(os.path.realpath(place), os.path.realpath(root)):
        raise UsageError(f"{place} is outside the project")
    help = "write it with `cjm theme metrics FONT`"
    try:
        data = read_bytes(place, MAX_BYTES + 1)
        found = msgspec.json.decode(data, type=Metrics)
        problem = _problem(found)
    except OSError as error:
        raise UsageError(f"cannot read {place}: {reason(error)}") from None
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise UsageError(f"{place} is no file of font widths: {error}", help) from None
    if problem:
        raise UsageError(f"{place} is no file of font widths: {problem}", help)
    return found.widths


def templates(root: str, folder: str) -> Templates:
    """The templates in a folder below the root. Raises `UsageError` where it can't be read."""
    top = os.path.join(root, folder)
    if not os.path.isdir(top):
        raise UsageError(f"there is no folder {top}, where cjm.yaml says templates are")
    found: list[tuple[str, str]] = []
    for here, folders, names in os.walk(top):
        folders.sort()
        for name in sorted(names):
            if name.endswith(ENDINGS):
                path = os.path.join(here, name)
                key = os.path.relpath(path, top).replace(os.sep, "/")
                found.append((key, _text(root, path)))
        if len(found) > _MOST_FILES:
            raise UsageError(f"{top} holds more than {_MOST_FILES} templates")
    return Templates(top.replace(os.sep, "/").removeprefix("./"), tuple(found))


def _text(root: str, path: str) -> str:
    if not inside(os.path.realpath(path), os.path.realpath(root)):
        raise UsageError(f"{path} is outside the project")
    try:
        source, problems = decode(path, read_bytes(path, MAX_BYTES + 1))
    except OSError as error:
        raise UsageError(f"cannot read {path}: {reason(error)}") from None
    if source is None or problems:
        raise UsageError(f"cannot read {path}: {problems[0].message}")
    return source.text


def _problem(metrics: Metrics) -> str:
    """What is wrong with a table of widths, or nothing."""
    from binascii import Error, a2b_base64

    own = metrics.widths
    if metrics.version != 1:
        return f"version {metrics.version} is unknown"
    if not 16 <= own.units_per_em <= 16_384:
        return f"{own.units_per_em} units per em"
    try:
        count = _count(own.runs)
        for face in (own.regular, own.bold, own.italic, own.bold_italic):
            if len(a2b_base64(face)) != 2 * count:
                return f"a face doesn't hold {count} widths"
    except (ValueError, Error):
        return "its characters or widths can't be read"
    return ""


def _count(runs: str) -> int:
    """How many characters there are, before they are made; `ValueError` where it isn't runs."""
    total = 0
    for run in runs.split():
        first, last = (int(end, 16) for end in run.split("-"))
        if not 0 <= first <= last <= 0x10FFFF:
            raise ValueError(run)
        total += last - first + 1
    if total > 0x10000:
        raise ValueError(total)
    return len(characters(runs)) if total else 0
