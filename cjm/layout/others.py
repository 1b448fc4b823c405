"""The lines beside the hero's: other personas' and a benchmark's, told apart without colour.

A line is heavy, doubled or fine, and its points have a shape of their own. A benchmark is
thin with hollow points, and what lies between it and the hero is tinted: better or worse.
"""

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from cjm.board.sheet import Curve
from cjm.layout.curve import Segment, height, path
from cjm.layout.field import Field, Place
from cjm.layout.scene import Paint, Path, Shape


class Style(msgspec.Struct, frozen=True):
    """How a line is drawn: its weight, the width of the white inside it, the shape of its points."""

    weight: float
    inside: float
    mark: str
    hollow: bool = False
    stroke: str = "ink2"


_SQUARE = "M-4-4H4V4H-4Z"
_MARKS = (
    _SQUARE,
    "M0-5.4L5.2 3.9H-5.2Z",
    "M-4.2 0A4.2 4.2 0 1 0 4.2 0A4.2 4.2 0 1 0-4.2 0Z",
    "M0-5.4L5.4 0L0 5.4L-5.4 0Z",
    "M-5.2-3.9H5.2L0 5.4Z",
)
_WEIGHTS = ((2.2, 0.0), (4.6, 2.0), (1.1, 0.0))
BENCHMARK = Style(1.5, 0, _SQUARE, hollow=True, stroke="ink3")
# Where a line has crossed another, found by looking at so many places between two points.
_STEPS = 24


def style(rank: int) -> Style:
    """The style of another persona's line, the first of them being 0; fifteen differ."""
    weight, inside = _WEIGHTS[rank % len(_WEIGHTS)]
    return Style(weight, inside, _MARKS[rank % len(_MARKS)])


def trace(look: Style, line: list[Segment]) -> list[Shape]:
    """A run of a line."""
    if not line:
        return []
    data = path(line)
    shapes: list[Shape] = [Path(data, Paint("none", look.stroke, look.weight))]
    if look.inside:
        shapes.append(Path(data, Paint("none", "paper", look.inside)))
    return shapes


def marks(look: Style, curve: Curve, run: Sequence[Place], field: Field) -> list[Shape]:
    """The points of a run."""
    paint = Paint("paper" if look.hollow else look.stroke, look.stroke, 1.4)
    return [Path(look.mark, paint, x, field.y(curve.points[column].score or 0)) for column, x in run]


def between(hero: Sequence[list[Segment]], other: Sequence[list[Segment]]) -> list[Shape]:
    """The tints between two curves wherever both run: better where the hero's is above, else worse."""
    beside = {(each.x0, each.x1): each for line in other for each in line}
    data = {"pos_t": "", "neg_t": ""}
    for mine in (each for line in hero for each in line):
        theirs = beside.get((mine.x0, mine.x1))
        if theirs is None:
            continue
        for start, end in pairwise((0.0, *_meetings(mine, theirs), 1.0)):
            middle = (start + end) / 2
            if height(mine, middle) == height(theirs, middle):
                continue
            tint = "pos_t" if height(mine, middle) < height(theirs, middle) else "neg_t"
            there = path([part(mine, start, end)])
            x0, y0, ax, ay, bx, by, x1, y1 = part(theirs, start, end)
            back = path([Segment(x1, y1, bx, by, ax, ay, x0, y0)])
            data[tint] += f"{there}L{back[1:]}Z"
    return [Path(drawn, Paint(tint)) for tint, drawn in data.items() if drawn]


def _meetings(mine: Segment, theirs: Segment) -> list[float]:
    """Where two segments over one span cross, as parts of it: x runs evenly along both."""
    found = []
    for step in range(_STEPS):
        low, high = step / _STEPS, (step + 1) / _STEPS
        before, after = (height(mine, t) - height(theirs, t) for t in (low, high))
        if before * after < 0 or (before and not after and high < 1):
            for _ in range(20):
                t = (low + high) / 2
                if (height(mine, t) - height(theirs, t)) * before > 0:
                    low = t
                else:
                    high = t
            found.append(high)
    return found


def part(segment: Segment, start: float, end: float) -> Segment:
    """A part of a segment, from one place along it to another.

    Source: a Bézier curve's blossom, of which the handles of a part are values.
    """

    def at(i: int, *places: float) -> float:
        row = list(segment[i::2])
        for t in places:
            row = [p + (q - p) * t for p, q in pairwise(row)]
        return row[0]

    ends = ((start,) * 3, (start, start, end), (start, end, end), (end,) * 3)
    return Segment(*(at(i, *places) for places in ends for i in (0, 1)))
