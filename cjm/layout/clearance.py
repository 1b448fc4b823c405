"""Where words may stand beside lines: how much of a box the lines run through."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

import msgspec

from cjm.layout.curve import Segment, ordinate
from cjm.layout.scene import Area, Shape

# How high a line, by its place among the lines, is at nine places from one x to another.
Heights = dict[tuple[int, float, float], list[float]]


def crossings(
    box: Area, lines: Sequence[Sequence[Segment]], taken: Sequence[Area] = (), known: Heights | None = None
) -> int:
    """In how many of eight parts across the box a line runs through it; a taken box counts nine.

    `known` keeps the lines' heights for the next box, which often stands over or under this one.
    """
    known = {} if known is None else known
    overlaps = sum(
        9
        for other in taken
        if box.left < other.right
        and other.left < box.right
        and box.top < other.bottom
        and other.top < box.bottom
    )
    hits = 0
    for place, line in enumerate(lines):
        if not line or box.right < line[0].x0 or line[-1].x1 < box.left:
            continue
        key = place, box.left, box.right
        heights = known.get(key)
        if heights is None:
            left, right = max(box.left, line[0].x0), min(box.right, line[-1].x1)
            known[key] = heights = [ordinate(line, left + (right - left) * n / 8) for n in range(9)]
        top, bottom = box.top - 3, box.bottom + 3
        hits += sum(min(pair) < bottom and max(pair) > top for pair in pairwise(heights))
    return overlaps + hits


class Note(msgspec.Struct, frozen=True):
    """Words, and the room they take."""

    box: Area
    shapes: tuple[Shape, ...]


def clearest(
    options: Iterable[Note], lines: Sequence[Sequence[Segment]], taken: Sequence[Area]
) -> tuple[Note | None, int]:
    """The first option that nothing runs through, else the one that least does; and how much does."""
    best: Note | None = None
    least = 1 << 30
    known: Heights = {}
    for option in options:
        crossed = crossings(option.box, lines, taken, known)
        if crossed < least:
            best, least = option, crossed
        if not crossed:
            break
    return best, least
