"""Where words may stand beside lines: how much of a box the lines run through."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from cjm.layout.curve import Segment, ordinate
from cjm.layout.scene import Shape


class Box(NamedTuple):
    """A rectangle by its edges, y downwards."""

    left: float
    top: float
    right: float
    bottom: float


def crossings(box: Box, lines: Sequence[Sequence[Segment]], taken: Sequence[Box] = ()) -> int:
    """In how many of eight parts across the box a line runs through it; a taken box counts nine."""
    overlaps = sum(
        9
        for other in taken
        if box.left < other.right
        and other.left < box.right
        and box.top < other.bottom
        and other.top < box.bottom
    )
    hits = 0
    for line in lines:
        if not line or box.right < line[0].x0 or line[-1].x1 < box.left:
            continue
        left, right = max(box.left, line[0].x0), min(box.right, line[-1].x1)
        heights = [ordinate(line, left + (right - left) * n / 8) for n in range(9)]
        hits += sum(min(pair) < box.bottom + 3 and max(pair) > box.top - 3 for pair in pairwise(heights))
    return overlaps + hits


class Note(NamedTuple):
    """Words, and the room they take."""

    box: Box
    shapes: tuple[Shape, ...]


def clearest(
    options: Iterable[Note], lines: Sequence[Sequence[Segment]], taken: Sequence[Box]
) -> tuple[Note | None, int]:
    """The first option that nothing runs through, else the one that least does; and how much does."""
    best: Note | None = None
    least = 1 << 30
    for option in options:
        crossed = crossings(option.box, lines, taken)
        if crossed < least:
            best, least = option, crossed
        if not crossed:
            break
    return best, least
