"""The emotion curve: a smooth line through points that invents nothing between them.

In: points `(x, y)` in px, from left to right. Out: tangents, Bézier segments, SVG
path data. Between two points the line only rises or only falls, so that its extremes
are exactly those of the data, and it never leaves their range.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from math import copysign
from typing import NamedTuple

Point = tuple[float, float]


class Segment(NamedTuple):
    """A cubic Bézier curve: its start, its two handles `a` and `b`, its end."""

    x0: float
    y0: float
    ax: float
    ay: float
    bx: float
    by: float
    x1: float
    y1: float


def tangents(points: Sequence[Point]) -> list[float]:
    """The slope of the curve in every point (dy/dx); `x` must increase strictly.

    Source: M. Steffen, "A simple method for monotonic interpolation in one
    dimension", Astronomy and Astrophysics 239 (1990); the ends are those of d3's
    `curveMonotoneX`.
    """
    if len(points) < 2:
        return [0.0 for _ in points]
    steps = [x1 - x0 for (x0, _), (x1, _) in pairwise(points)]
    slopes = [(y1 - y0) / step for ((_, y0), (_, y1)), step in zip(pairwise(points), steps, strict=True)]
    if len(points) == 2:
        return slopes * 2
    inner = [_inner(*pair) for pair in zip(pairwise(slopes), pairwise(steps), strict=True)]
    return [_outer(slopes[0], inner[0]), *inner, _outer(slopes[-1], inner[-1])]


def _inner(slopes: tuple[float, float], steps: tuple[float, float]) -> float:
    """The tangent between two neighbours: flat at an extreme, else at most twice the flatter slope."""
    before, after = slopes
    if before * after <= 0:
        return 0.0
    parabola = (before * steps[1] + after * steps[0]) / (steps[0] + steps[1])
    return copysign(2 * min(abs(before), abs(after), abs(parabola) / 2), before)


def _outer(slope: float, neighbour: float) -> float:
    """The tangent at an end, clamped to what a monotone segment allows: 0 to three times its slope."""
    tangent = (3 * slope - neighbour) / 2
    return copysign(min(max(tangent * copysign(1, slope), 0.0), 3 * abs(slope)), slope)


def segments(points: Sequence[Point]) -> list[Segment]:
    """The curve through the points, one segment between each two neighbours."""
    curve = []
    for ((x0, y0), slope0), ((x1, y1), slope1) in pairwise(zip(points, tangents(points), strict=True)):
        third = (x1 - x0) / 3
        curve.append(
            Segment(x0, y0, x0 + third, y0 + slope0 * third, x1 - third, y1 - slope1 * third, x1, y1)
        )
    return curve


def ordinate(segments: Sequence[Segment], x: float) -> float:
    """The y of the curve at an x; beyond its ends, that of the nearer end.

    Holds for what `segments` made, whose handles stand at thirds: there x runs
    evenly along the curve.
    """
    index = bisect_right(segments, x, key=lambda segment: segment.x0) - 1
    segment = segments[max(index, 0)]
    return height(segment, min(max((x - segment.x0) / (segment.x1 - segment.x0), 0.0), 1.0))


def height(segment: Segment, t: float) -> float:
    """The y of a segment at a part of it, from 0 to 1."""
    u = 1 - t
    return u**3 * segment.y0 + 3 * u * u * t * segment.ay + 3 * u * t * t * segment.by + t**3 * segment.y1


def path(segments: Iterable[Segment]) -> str:
    """SVG path data, a segment a line of text: a diff of a long curve shows where it bent.

    Where a segment doesn't start where the last one ended, a new line is drawn.
    """
    data = ""
    pen: Point | None = None
    for x0, y0, ax, ay, bx, by, x1, y1 in segments:
        if (x0, y0) != pen:
            data += f"M{number(x0)} {number(y0)}"
        pen = x1, y1
        data += f"\nC{number(ax)} {number(ay)} {number(bx)} {number(by)} {number(x1)} {number(y1)}"
    return data


class _Numbers(dict[float, str]):
    """Lengths as they are written: a drawing's rows and columns repeat most, and it has thousands."""

    def __missing__(self, value: float) -> str:
        if len(self) == 1 << 13:
            self.clear()
        text = f"{value:.1f}".removesuffix(".0")
        self[value] = written = "0" if text == "-0" else text
        return written


number: Callable[[float], str] = _Numbers().__getitem__
"""A length for SVG: at most one decimal, no trailing zero, no minus zero."""
