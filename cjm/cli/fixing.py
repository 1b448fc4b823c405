"""`cjm lint --fix`: what is wrong and can be mended without a person, mended in the texts.

Nothing is written before the mended text was read again: an edit that doesn't mend what
it is about, or breaks the text, is left out. Comments and all else stay byte for byte.
"""

import difflib
from collections.abc import Callable, Collection
from typing import NamedTuple

from cjm.cli.reading import Examined, again
from cjm.cli.terminal import Terminal
from cjm.diagnostics import Diagnostic, Edit
from cjm.edits import applied, is_safe, mending
from cjm.shell import files

# A mended key may show a mistyped value behind it, which the next round mends.
_ROUNDS = 12

# So many are tried one by one where all at once doesn't mend: each reads the project again.
_APART = 100
_BREAKS = {"syntax", "duplicate-key", "conflicting-keys", "duplicate-id", "limit-exceeded"}

_Proposal = tuple[Diagnostic, tuple[Edit, ...]]
Lint = Callable[[Examined], Examined]


class Mended(NamedTuple):
    """A project with its mended texts, by path, and how many findings were mended."""

    project: Examined
    texts: dict[str, str]
    mended: int


def mend(project: Examined, lint: Lint, *, unsafe: bool) -> Mended:
    """Mend what can be; safe edits only, unless asked for the others too."""
    texts: dict[str, str] = {}
    count = 0
    for _ in range(_ROUNDS):
        proposals = {
            path: edits for path in project.asked if (edits := _proposals(project, path, unsafe=unsafe))
        }
        if not proposals:
            break
        taken = _taken(project, lint, proposals)
        if taken is None:
            break
        project, changed, mended = taken
        texts |= changed
        count += mended
    return Mended(project, texts, count)


def write(mended: Mended) -> None:
    """Put the mended texts in place, each whole or not at all, with the mark that the file began with."""
    for path, text in mended.texts.items():
        mark = b"\xef\xbb\xbf" if files.read_bytes(path, 3) == b"\xef\xbb\xbf" else b""
        files.write(path, mark + text.encode())


def difference(before: Examined, mended: Mended, terminal: Terminal) -> str:
    """What would change, as a unified diff."""
    lines: list[str] = []
    for path, text in mended.texts.items():
        old = before.sources[path].text.splitlines(keepends=True)
        lines += difflib.unified_diff(old, text.splitlines(keepends=True), path, path)
    colors = {"+": "\x1b[32m", "-": "\x1b[31m", "@": "\x1b[36m"} if terminal.paints() else {}
    return "".join(_line(line, colors.get(line[0], "")) for line in lines)


def _line(line: str, color: str) -> str:
    from cjm.reporters.columns import shown

    return f"{color}{shown(line.rstrip())}\x1b[0m\n" if color else f"{shown(line.rstrip())}\n"


def _proposals(project: Examined, path: str, *, unsafe: bool) -> list[_Proposal]:
    source = project.sources.get(path)
    if source is None or path not in project.checked.sources:
        return []
    found = [(each, mending(each, source)) for each in project.diagnostics if each.path == path]
    return [(each, edits) for each, edits in found if edits and (unsafe or is_safe(each, source))]


def _taken(
    project: Examined, lint: Lint, proposals: dict[str, list[_Proposal]]
) -> tuple[Examined, dict[str, str], int] | None:
    """All proposals at once where they mend; else one after the other, those that do."""
    tried = _tried(project, lint, proposals)
    if tried is not None or sum(map(len, proposals.values())) == 1:
        return tried
    apart = [(path, pair) for path, pairs in proposals.items() for pair in pairs][:_APART]
    good: dict[str, list[_Proposal]] = {}
    for path, pair in apart:
        if _tried(project, lint, {path: [pair]}) is not None:
            good.setdefault(path, []).append(pair)
    return _tried(project, lint, good) if good else None


def _tried(
    project: Examined, lint: Lint, proposals: dict[str, list[_Proposal]]
) -> tuple[Examined, dict[str, str], int] | None:
    texts, count = {}, 0
    for path, pairs in proposals.items():
        text, mended = applied(project.sources[path].text, [edits for _, edits in pairs])
        texts[path] = text
        count += mended
    after = lint(again(project, texts))
    return (after, texts, count) if _is_better(project, after, texts, count) else None


def _is_better(before: Examined, after: Examined, paths: Collection[str], count: int) -> bool:
    """Whether that many findings are gone, and no text is broken that wasn't."""
    broken = [sum(each.rule in _BREAKS for each in project.diagnostics) for project in (before, after)]
    if broken[1] > broken[0] or not all(_comments_stay(before, after, path) for path in paths):
        return False
    left = _told(after)
    gone = sum(max(0, number - left.get(what, 0)) for what, number in _told(before).items())
    return gone >= count


def _comments_stay(before: Examined, after: Examined, path: str) -> bool:
    """Whether all comments but those that silence rules are as they were."""
    old, new = (
        [each.text for each in project.checked.comments.get(path, ()) if "cjm:" not in each.text]
        for project in (before, after)
    )
    return old == new


def _told(project: Examined) -> dict[tuple[str, str, str], int]:
    found: dict[tuple[str, str, str], int] = {}
    for each in project.diagnostics:
        key = (each.path, each.rule, each.message)
        found[key] = found.get(key, 0) + 1
    return found
