"""For people: a tree of what changed, with signs, both values, and what it did."""

from collections.abc import Iterator

import msgspec
from msgspec.structs import replace

from cjm.differ import Change, Comparison, Difference
from cjm.differ.change import Effects
from cjm.reporters.changes.telling import (
    NONE,
    NOTHING,
    broken,
    coverage,
    curve,
    head,
    remarks,
    sign,
    title,
    values,
    what,
)
from cjm.reporters.columns import inert, width, wrapped
from cjm.reporters.human import clip

_RESET = "\x1b[0m"
_COLORS = {
    "breaking": "\x1b[1;31m",
    "notable": "\x1b[1;33m",
    "minor": "\x1b[36m",
    "cosmetic": "\x1b[2m",
    "+": "\x1b[32m",
    "-": "\x1b[31m",
    "path": "\x1b[1m",
}
_LEVEL = 10  # the column of levels


class _Look(msgspec.Struct, frozen=True):
    """How to print."""

    color: bool
    width: int
    arrow: str

    def paint(self, text: str, role: str) -> str:
        """In the colour of a role, where there is one."""
        return f"{_COLORS[role]}{text}{_RESET}" if self.color and role in _COLORS else text


def report(comparison: Comparison, *, color: bool = False, width: int = 80, arrow: str = "→") -> str:
    """A block a journey; of those that differ in text only, that they mean the same."""
    look = _Look(color, width, arrow)
    blocks = [
        "".join(f"{line.rstrip()}\n" for line in _block(each, look))
        for each in comparison.differences
        if each.changes or _is_rewritten(each, comparison)
    ]
    blocks += [f"{inert(place)} has errors and isn't compared\n" for place in broken(comparison)]
    return "\n".join(blocks) or f"{NOTHING if comparison.differences else NONE}\n"


def _is_rewritten(difference: Difference, comparison: Comparison) -> bool:
    """Whether the texts differ, though not in meaning."""
    sides = (difference.before, comparison.old), (difference.after, comparison.new)
    texts = [sources[journey.path].text for journey, sources in sides if journey and journey.path in sources]
    return len(set(texts)) > 1


def _block(difference: Difference, look: _Look) -> Iterator[str]:
    path, name = title(difference)
    where = inert(path.replace("→", look.arrow))
    if width(where) + 2 + width(clip(name)) <= look.width:
        yield f"{look.paint(where, 'path')}  {clip(name)}"
    else:
        yield look.paint(where, "path")
        yield from wrapped(clip(name), look.width, "  ", "  ")
    if not difference.changes:
        yield f"  {NOTHING}"
    open: tuple[str, ...] = ()
    for change in map(_flat, difference.changes):
        above = change.words[:-1]
        for depth in range(_shared(open, above), len(above)):
            margin = " " * (_LEVEL + 2 * depth + 2)
            yield from wrapped(clip(above[depth]), look.width, margin, margin)
        yield from _change(change, len(above), look)
        open = change.words
    if difference.effects:
        yield from _effects(difference.effects, look)


def _flat(change: Change) -> Change:
    """With at most three words: a branch for the phase and the touchpoint, the rest on one line."""
    words = change.words
    return replace(change, words=(*words[:2], " › ".join(words[2:]))) if len(words) > 3 else change


def _shared(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """How many words both start with."""
    same = (a == b for a, b in zip(one, other, strict=False))
    return next((at for at, each in enumerate(same) if not each), min(len(one), len(other)))


def _change(change: Change, depth: int, look: _Look) -> Iterator[str]:
    level = look.paint(f"{change.level:{_LEVEL}}", change.level)
    mark = look.paint(sign(change), sign(change))
    margin = _LEVEL + 2 * depth
    called = clip(head(change))
    before, after = (clip(value) for value in values(change))
    told = f" {look.arrow} ".join(filter(None, (before, after)))
    more = "".join(f" ({part.replace('→', look.arrow)})" for part in remarks(change))
    line = ": ".join(filter(None, (called, told))) + more
    room = look.width - margin - 2
    sides = () if width(line) <= room or not (before and after) else ((before, "-"), (after, "+"))
    first, *rest = wrapped(f"{called or what(change)}{more}" if sides else line, room, further="  ")
    yield f"{level}{'  ' * depth}{mark} {first}"
    yield from (f"{'':{margin + 2}}{part}" for part in rest)
    for text, role in sides:
        first, *rest = wrapped(text, room - 4)
        yield f"{'':{margin + 4}}{look.paint(role, role)} {first}"
        yield from (f"{'':{margin + 6}}{part}" for part in rest)


def _effects(effects: Effects, look: _Look) -> Iterator[str]:
    """Gaps, coverage and curve, where they changed."""
    for word, role, found in (("closed", "+", effects.closed), ("opened", "-", effects.opened)):
        for at, each in enumerate(found):
            label = f"{word if not at else '':{_LEVEL}}"
            first, *rest = wrapped(f"{each.rule}: {clip(each.message)}", look.width - _LEVEL, further="  ")
            yield f"{look.paint(label, role)}{first}"
            yield from (f"{'':{_LEVEL}}{part}" for part in rest)
    for word, rows in (("coverage", coverage(effects)), ("curve", curve(effects))):
        if rows:
            text = ", ".join(f"{name} {before} {look.arrow} {after}" for name, before, after in rows)
            first, *rest = wrapped(clip(text), look.width - _LEVEL, further="  ")
            yield f"{word:{_LEVEL}}{first}"
            yield from (f"{'':{_LEVEL}}{part}" for part in rest)
