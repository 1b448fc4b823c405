"""Lines round a centre: angles in radians, clockwise from the top; lengths in px.

In: radii and angles, or a run of scores. Out: SVG path data round (0, 0).
"""

from collections.abc import Sequence
from math import ceil, cos, pi, sin

from cjm.layout.curve import Segment, number, ordinate

# A curve is drawn in straight pieces of this many px at most, too short to be seen as such.
_PIECE = 5.0

Spot = tuple[float, float]


def at(radius: float, angle: float) -> Spot:
    """Where a point is: x, y."""
    return radius * sin(angle), -radius * cos(angle)


def arc(radius: float, start: float, end: float) -> str:
    """Clockwise from `start` to `end`."""
    return f"M{_pair(at(radius, start))}{_onward(radius, start, end)}"


def sector(inner: float, outer: float, start: float, end: float, tip: float = 0) -> str:
    """A piece of a ring, which ends in a tip that is `tip` px long."""
    middle = (inner + outer) / 2
    return (
        f"{arc(outer, start, end)}L{_pair(at(middle, end + tip / middle))}L{_pair(at(inner, end))}"
        f"{_onward(inner, end, start)}Z"
    )


def hatching(inner: float, outer: float, start: float, end: float, step: float = 7) -> str:
    """Slanting lines across a piece of a ring."""
    lean, middle = (outer - inner) / outer, (inner + outer) / 2
    count = int((end - start - lean) * middle / step)
    angles = [start + n * step / middle for n in range(count + 1)]
    return "".join(f"M{_pair(at(inner, each))}L{_pair(at(outer, each + lean))}" for each in angles)


def straight(spots: Sequence[Spot]) -> str:
    """A line through places, corner by corner."""
    return "M" + "L".join(map(_pair, spots))


def sampled(run: Sequence[Segment], radius: float) -> list[Spot]:
    """A curve of scores over angles as (angle, score), close enough together for a circle of `radius`."""
    spots = [(run[0].x0, run[0].y0)]
    for segment in run:
        pieces = max(2, ceil((segment.x1 - segment.x0) * radius / _PIECE))
        angles = [segment.x0 + (segment.x1 - segment.x0) * n / pieces for n in range(1, pieces + 1)]
        spots += [(angle, ordinate([segment], angle)) for angle in angles]
    return spots


def through(spots: Sequence[Spot], zero: float, step: float) -> str:
    """A line through (angle, score), score 0 at `zero` from the centre and each point `step` farther out."""
    return straight([at(zero + score * step, angle) for angle, score in spots])


def area(spots: Sequence[Spot], zero: float, step: float, sign: int) -> str:
    """What lies between the circle of score 0 and the good (`sign` 1) or the bad (−1) part of a line."""
    cut = [(angle, max(score * sign, 0) * sign) for angle, score in spots]
    back = _onward(zero, spots[-1][0], spots[0][0])
    return f"{through([(spots[0][0], 0), *cut, (spots[-1][0], 0)], zero, step)}{back}Z"


def _onward(radius: float, start: float, end: float) -> str:
    large, clockwise = int(abs(end - start) > pi), int(end > start)
    r = number(radius)
    return f"A{r} {r} 0 {large} {clockwise} {_pair(at(radius, end))}"


def _pair(spot: Spot) -> str:
    return f"{number(spot[0])} {number(spot[1])}"
