"""The curve of the canvas: it runs down, so that each point stands beside its touchpoint's name."""

from itertools import groupby

import msgspec

from cjm.board.sheet import Board
from cjm.layout import glyphs
from cjm.layout.curve import Segment, number, segments
from cjm.layout.scene import Group, Paint, Path, Shape


class Scale(msgspec.Struct, frozen=True):
    """Where zero is, and how far it is from one score to the next."""

    zero: float
    step: float

    def x(self, score: float) -> float:
        """The place of a score."""
        return self.zero + score * self.step


class Stop(msgspec.Struct, frozen=True):
    """A column of the board, and the height at which its point stands."""

    column: int
    y: float


def curve(board: Board, scale: Scale, stops: list[Stop], bottom: float) -> list[Shape]:
    """The axis with its faces, the areas and the line, down to `bottom`; interrupted where no score is."""
    shapes: list[Shape] = [
        Path(f"M0 0V{number(bottom)}", Paint("none", "line", 1), scale.x(level), 0)
        for level in (-2, -1, 1, 2)
    ]
    shapes += [glyphs.mood(level, scale.x(level), -16) for level in (-2, -1, 0, 1, 2)]
    points = board.curves[0].points
    runs = [
        [(stop.y, scale.x(points[stop.column].score or 0)) for stop in run]
        for has_score, group in groupby(stops, lambda stop: points[stop.column].score is not None)
        if has_score and len(run := list(group)) > 1
    ]
    bent = [segments(run) for run in runs]
    for left, colour in ((scale.x(-2.5), "neg_t"), (scale.zero, "pos_t")):
        areas = tuple(Path(_area(line, scale.zero), Paint(colour)) for line in bent)
        if areas:
            shapes.append(Group(areas, clip=(left, 0, 2.5 * scale.step, bottom)))
    shapes.append(Path(f"M0 0V{number(bottom)}", Paint("none", "ink", 1.2), scale.zero, 0))
    assumed = {stop.y: points[stop.column].assumed for stop in stops}
    for line in bent:
        for dashed, part in groupby(line, lambda each: assumed[each.x0] or assumed[each.x1]):
            found = list(part)
            data = f"M{number(found[0].y0)} {number(found[0].x0)}{_bends(found)}"
            shapes.append(Path(data, Paint("none", "ink", 2.6, "7 4.5" if dashed else "")))
    return shapes


def mark(board: Board, scale: Scale, stop: Stop) -> list[Shape]:
    """A column's point, and what was expected at it."""
    point = board.columns[stop.column].point
    if point.score is None:
        return glyphs.unscored(scale.zero, stop.y)
    x = scale.x(point.score)
    shapes: list[Shape] = []
    if point.expected is not None:
        beside = scale.x(point.expected)
        colour = "neg" if point.expected > point.score else "pos"
        shapes.append(Path(f"M{number(beside)} 0H{number(x)}", Paint("none", colour, 1.6), 0, stop.y))
        shapes += glyphs.expected(beside, stop.y)
    if point.impact:
        return [*shapes, *glyphs.moment(x, stop.y, point.impact, 8.5)]
    return [*shapes, *glyphs.point(x, stop.y, assumed=point.assumed, radius=5.5)]


def _area(line: list[Segment], zero: float) -> str:
    base = number(zero)
    top, bottom = number(line[0].x0), number(line[-1].x1)
    return f"M{base} {top}H{number(line[0].y0)}{_bends(line)}V{bottom}H{base}Z"


def _bends(line: list[Segment]) -> str:
    """The curve with its axes changed: what is x there is y here."""
    return "".join(
        f"C{number(each.ay)} {number(each.ax)} {number(each.by)} {number(each.bx)} "
        f"{number(each.y1)} {number(each.x1)}"
        for each in line
    )
