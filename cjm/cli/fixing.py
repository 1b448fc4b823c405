"""`cjm lint --fix`: what is wrong and can be mended without a person, mended in the texts.

Nothing is written before the mended text was read again: an edit that doesn't mend what
it is about, or breaks the text, is left out. Comments and all else stay byte for byte.
"""

from collections.abc import Callable, Collection
from typing import NamedTuple

import msgspec

from cjm.cli.reading import Examined, again
from cjm.diagnostics import Diagnostic, Edit
from cjm.edits import applied, is_safe, landed, mending
from cjm.shell import files

# A mended key may show a mistyped value behind it, which the next round mends.
_ROUNDS = 12

# So often a round tries another part where all at once doesn't mend: each try reads the project again.
_TRIES = 60
_BREAKS = {"syntax", "duplicate-key", "conflicting-keys", "duplicate-id", "limit-exceeded"}

_Proposal = tuple[Diagnostic, tuple[Edit, ...]]
_Placed = tuple[str, _Proposal]
Lint = Callable[[Examined], Examined]


class _Step(NamedTuple):
    project: Examined
    texts: dict[str, str]
    mended: int


class Mended(msgspec.Struct, frozen=True):
    """A project with its mended texts, by path, and how many findings were mended."""

    project: Examined
    texts: dict[str, str]
    mended: int


def mend(project: Examined, lint: Lint, *, unsafe: bool) -> Mended:
    """Mend what can be; safe edits only, unless asked for the others too.

    The settings come first: they say what is looked at, and by which rules. Where they
    stay wrong, nothing else is touched.
    """
    settings = settings_of(project)
    first = _rounds(project, lint, settings, unsafe=unsafe)
    if settings & first.project.broken:
        return first
    then = _rounds(first.project, lint, set(first.project.asked), unsafe=unsafe)
    return Mended(then.project, first.texts | then.texts, first.mended + then.mended)


def settings_of(project: Examined) -> set[str]:
    """The path of the settings; of standard input nothing but the text itself is looked at."""
    settings = project.workspace.settings
    return {settings.path} if settings and project.asked != (files.STDIN,) else set()


def _rounds(project: Examined, lint: Lint, paths: Collection[str], *, unsafe: bool) -> Mended:
    texts: dict[str, str] = {}
    count = 0
    for _ in range(_ROUNDS):
        proposals = _proposals(project, paths, unsafe=unsafe)
        taken = _taken(project, lint, proposals) if proposals else None
        if taken is None:
            break
        project = taken.project
        texts |= taken.texts
        count += taken.mended
    return Mended(project, texts, count)


def _proposals(project: Examined, paths: Collection[str], *, unsafe: bool) -> list[_Placed]:
    found = []
    for each in project.diagnostics:
        source = project.checked.sources.get(each.path)
        if source is None or each.path not in paths:
            continue
        if (unsafe or is_safe(each, source)) and (edits := mending(each, source)):
            found.append((each.path, (each, edits)))
    return found


def _taken(project: Examined, lint: Lint, proposals: list[_Placed]) -> _Step | None:
    """All proposals at once where they mend; else those that do, found by leaving out and by halves."""
    best: _Step | None = None
    good: list[_Placed] = []
    waiting = [proposals]
    for _ in range(_TRIES):
        if not waiting:
            break
        part = waiting.pop()
        step = _tried(project, lint, [*good, *part])
        if _is_better(project, step):
            best, good = step, [*good, *part]
            continue
        rest = _blameless(part, [*good, *part], step.project)
        if len(rest) < len(part):
            waiting += [rest] if rest else []
        elif len(part) > 1:
            half = len(part) // 2
            waiting += [part[half:], part[:half]]
    return best


def _tried(project: Examined, lint: Lint, proposals: list[_Placed]) -> _Step:
    texts, count = {}, 0
    for path, edits in _by_path(proposals).items():
        texts[path], mended = applied(project.sources[path].text, edits)
        count += mended
    return _Step(lint(again(project, texts)), texts, count)


def _blameless(part: list[_Placed], tried: list[_Placed], after: Examined) -> list[_Placed]:
    """Those at whose place nothing is broken, nor still what they were to mend."""
    starts = {
        (path, span): start
        for path, edits in _by_path(tried).items()
        for span, start in landed(edits).items()
    }
    wrong = {(each.path, each.rule, each.span.start) for each in after.diagnostics}
    for each in after.diagnostics:
        if each.rule in _BREAKS:
            places = [(each.path, each.span), *((other.path, other.span) for other in each.related)]
            wrong |= {(path, "", span.start) for path, span in places}

    def blamed(path: str, proposal: _Proposal) -> bool:
        found, edits = proposal
        places = [starts[path, edit.span] for edit in edits if (path, edit.span) in starts]
        return any((path, rule, start) in wrong for rule in ("", found.rule) for start in places)

    return [(path, each) for path, each in part if not blamed(path, each)]


def _by_path(proposals: list[_Placed]) -> dict[str, list[tuple[Edit, ...]]]:
    found: dict[str, list[tuple[Edit, ...]]] = {}
    for path, (_, edits) in proposals:
        found.setdefault(path, []).append(edits)
    return found


def _is_better(before: Examined, step: _Step) -> bool:
    """Whether that many findings are gone, and no text is broken that wasn't."""
    after, texts, count = step
    broken = [sum(each.rule in _BREAKS for each in project.diagnostics) for project in (before, after)]
    if broken[1] > broken[0] or not all(_comments_stay(before, after, path) for path in texts):
        return False
    left = _told(after)
    gone = sum(max(0, number - left.get(what, 0)) for what, number in _told(before).items())
    return gone >= count


def _comments_stay(before: Examined, after: Examined, path: str) -> bool:
    """Whether all comments but those that silence rules are there, in whatever order."""
    old, new = (
        sorted(each.text for each in project.checked.comments.get(path, ()) if "cjm:" not in each.text)
        for project in (before, after)
    )
    return old == new


def _told(project: Examined) -> dict[tuple[str, str, str], int]:
    found: dict[tuple[str, str, str], int] = {}
    for each in project.diagnostics:
        key = (each.path, each.rule, each.message)
        found[key] = found.get(key, 0) + 1
    return found
