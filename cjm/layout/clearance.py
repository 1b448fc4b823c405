"""Where words may stand beside lines: how much of a box the lines run through."""

from collections.abc import Sequence
from typing import NamedTuple

from cjm.layout.curve import Segment, ordinate


class Box(NamedTuple):
    """A rectangle by its edges, y downwards."""

    left: float
    top: float
    right: float
    bottom: float


def crossings(box: Box, lines: Sequence[Sequence[Segment]], taken: Sequence[Box] = ()) -> int:
    """At how many of nine places across the box a line runs through it; a taken box counts nine."""
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
        for n in range(9):
            x = box.left + (box.right - box.left) * n / 8
            if line and line[0].x0 <= x <= line[-1].x1 and box.top - 3 < ordinate(line, x) < box.bottom + 3:
                hits += 1
    return overlaps + hits
