"""Where a build writes: its folder, and a name for every artefact.

In: paths of sources and what was asked. Out: paths, of which no two are one file.
"""

import os
import unicodedata
from collections.abc import Sequence

import msgspec

from cjm.builds.folder import named
from cjm.errors import UsageError
from cjm.shell.finding import displayed, relative
from cjm.shell.listing import SUFFIXES


class Target(msgspec.Struct, frozen=True):
    """A journey, its artefacts' path without `.svg` or `.flow.svg`, and that path below the output folder."""

    source: str
    stem: str
    name: str


def target(source: str, root: str, base: str, output: str, asked: Sequence[str] = ()) -> Target:
    """Where a source goes: its folders below `base` mirrored.

    One from elsewhere is mirrored from the outermost folder that was `asked` for and holds
    its project, else from its project's root.
    """
    mirrored = relative(source, base)
    if mirrored.startswith(os.pardir + os.sep):
        around = [path for path in asked if os.path.isdir(path) and _holds(path, root)]
        mirrored = os.path.relpath(source, min(around, key=_depth, default=root))
    suffix = next((suffix for suffix in SUFFIXES if mirrored.endswith(suffix)), "")
    stem = mirrored.removesuffix(suffix) if suffix else os.path.splitext(mirrored)[0]
    return Target(source, displayed(os.path.join(output, stem)), stem.replace(os.sep, "/"))


def _holds(folder: str, inner: str) -> bool:
    above, below = os.path.abspath(folder), os.path.abspath(inner)
    return os.path.join(below, "").startswith(os.path.join(above, ""))


def _depth(path: str) -> int:
    return len(os.path.abspath(path))


def refuse_collisions(targets: Sequence[tuple[Target, Sequence[str], Sequence[str]]]) -> None:
    """Raise where two sources would be built as one file, on a disk that folds case too.

    Each target comes with the views and the formats that it is built in.
    """
    advice = "rename one of them, or build them apart with --output"
    taken: dict[str, str] = {}
    sources = {_folded(each.source) for each, _, _ in targets}
    for target, views, formats in targets:
        source = target.source
        for path in {named(target.stem, view, format_): None for view in views for format_ in formats}:
            first = taken.setdefault(_folded(path), source)
            if first != source:
                raise UsageError(f"{first} and {source} would both be built as {path}", advice)
            if _folded(path) in sources:
                raise UsageError(f"{source} would be built over the source {path}", advice)


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", path).casefold()
