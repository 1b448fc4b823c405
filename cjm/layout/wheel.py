"""The wheel: phases as pieces of a ring that leads back into itself, feelings inside it, names beside it.

Farther out is better. Names stand in a column on either side, under their phases, and
thin lines lead to them: there they stay level, and never meet.
"""

from collections.abc import Sequence
from itertools import groupby, pairwise
from math import hypot, pi

import msgspec

from cjm.board.sheet import Board, Head
from cjm.layout import glyphs, polar
from cjm.layout.beside import AWAY, LABEL, column, labels
from cjm.layout.curve import segments
from cjm.layout.frame import SCREEN
from cjm.layout.header import header
from cjm.layout.legend import legend
from cjm.layout.scene import Circle, Group, Paint, Path, Rect, Scene, Shape, Words
from cjm.layout.systems import MARGIN
from cjm.layout.text import wrap

# Radians that stay open at the top, for the faces and the way back.
_SEAM = 0.34
_THICK, _TIP, _BETWEEN = 24.0, 9.0, 16.0
_LEAST, _MOST = 290.0, 540.0
_STEPS = (30.0, 62.0)
_SIGNS = ("touchpoint", "assumption", "moment_positive", "moment_negative", "unscored", "gap")


class Wheel(msgspec.Struct, frozen=True):
    """Radii in px, angles in radians; a phase's angles are `spans`, a touchpoint's is in `angles`."""

    hub: float
    zero: float
    step: float
    outer: float
    angles: tuple[float, ...]
    spans: tuple[tuple[float, float], ...]


def place(board: Board) -> Scene | str:
    """The wheel on a sheet of its own, or why there is none."""
    return _placed(board, alone=True)


def inline(board: Board) -> Scene | str:
    """The wheel within a page, which has a head and says what it was made with."""
    return _placed(board, alone=False)


def _placed(board: Board, *, alone: bool) -> Scene | str:
    if len(board.phases) < 2:
        return "there is one phase, and a wheel turns through two or more"
    angles, spans = _angles(board.phases)
    right = labels(board, angles, spans, left=False)
    left = labels(board, angles, spans, left=True)
    middle, hub = _hub(board)
    tallest = max(sum(label.height for label in side) for side in (left, right))
    most = _MOST if alone else min(_MOST, SCREEN / 2 - AWAY - LABEL - MARGIN)
    wheel = _wheel(board, hub, min(tallest * 0.46, most), angles, spans)
    sheet = 2 * (wheel.outer + AWAY + LABEL + MARGIN)
    columns = [column(wheel.outer, right, 1), column(wheel.outer, left, -1)]
    above = max([wheel.outer + 40, *(-top for _, top, _ in columns)])
    under = max([wheel.outer, *(bottom for _, _, bottom in columns)])
    round_ = (*_ring(board, wheel), *_feelings(board, wheel), *middle)
    items: list[Shape] = []
    y = 24.0
    if alone:
        head, y = header(msgspec.structs.replace(board, blocks=()), sheet, board.label("wheel").lower())
        items.append(head)
        y += MARGIN
    y += above
    items.append(Group((*(shape for shapes, _, _ in columns for shape in shapes), *round_), sheet / 2, y))
    y += under + 40
    signs, tall = legend(board, sheet - 2 * MARGIN, _explained(board))
    items.append(Group(signs, MARGIN, y))
    y += tall + 24
    if not alone:
        return Scene(sheet - MARGIN + 20, y, tuple(items))  # a page has a margin on its right
    made = Words(MARGIN, y + 10, (f"{board.label('made_with')} · {board.file}",), 13, fill="ink3")
    height = y + 10 + MARGIN * 0.6
    return Scene(sheet, height, (Rect(0, 0, sheet, height, Paint("paper")), *items, made))


def _angles(phases: Sequence[Head]) -> tuple[tuple[float, ...], tuple[tuple[float, float], ...]]:
    """Of every touchpoint, evenly pitched, and from where to where each phase goes."""
    cells = [max(1, head.end - head.first) for head in phases]
    between = min(_BETWEEN / _LEAST, 1 / len(phases))
    pitch = (2 * pi - _SEAM - between * (len(phases) - 1)) / sum(cells)
    angle = _SEAM / 2
    angles: list[float] = []
    spans = []
    for head, count in zip(phases, cells, strict=True):
        angles += [angle + pitch * (n + 0.5) for n in range(head.end - head.first)]
        spans.append((angle, angle + pitch * count))
        angle += pitch * count + between
    return tuple(angles), tuple(spans)


def _wheel(
    board: Board,
    hub: float,
    wanted: float,
    angles: tuple[float, ...],
    spans: tuple[tuple[float, float], ...],
) -> Wheel:
    """As large as wanted, within bounds, and large enough for its hub."""
    edges = _THICK + 30 + 26
    outer = max(wanted, _LEAST)
    step = min(max((outer - edges - hub) / 4, _STEPS[0]), _STEPS[1]) if board.curves else 0.0
    outer = max(outer, hub + edges + 4 * step)
    return Wheel(hub, outer - _THICK - 30 - 2 * step, step, outer, angles, spans)


def _hub(board: Board) -> tuple[list[Shape], float]:
    """Who travels and what for, and the radius of a circle that holds it."""
    hero = board.curves[0].name if board.curves else ""
    people = [hero] if hero else [block.title for block in board.blocks if block.key == "persona"]
    wants = [line for block in board.blocks if block.key == "wants" for line in block.lines]
    radius = 96.0
    while True:
        wide = 1.5 * radius
        drawn: list[Words] = []
        y = 0.0
        for text, size, leading, bold in [
            *((name, 22.0, 26.0, True) for name in people),
            *((want, 15.5, 20.0, False) for want in wants),
        ]:
            lines = wrap(text, wide, size, bold, language=board.language.code)
            drawn.append(Words(0, y, lines, size, leading, bold=bold, anchor="middle"))
            y += leading * len(lines) + 6
        if hypot(wide / 2, y / 2) <= radius - 4:
            return [Group(tuple(drawn), 0, 18 - y / 2)], radius
        radius *= 1.1


def _ring(board: Board, wheel: Wheel) -> list[Shape]:
    """The phases, and the way back from the last to the first."""
    inner, outer = wheel.outer - _THICK, wheel.outer
    middle = (inner + outer) / 2
    shapes: list[Shape] = []
    for head, (start, end) in zip(board.phases, wheel.spans, strict=True):
        outline = polar.sector(inner, outer, start, end, _TIP)
        x, y = polar.at(middle, (start + end) / 2)
        if head.gap:
            shapes += [
                Path(polar.hatching(inner, outer, start, end), Paint("none", "neg", 1.3)),
                Path(outline, Paint("none", "neg", 1.6, "6 4")),
                Circle(x, y, 11, Paint("paper")),
            ]
        else:
            shapes.append(Path(outline, Paint("ink")))
        if (end - start) * middle > 26:
            fill = "neg" if head.gap else "paper"
            shapes.append(Words(x, y + 5, (str(head.number),), 14, fill=fill, bold=True, anchor="middle"))
    start, end = wheel.spans[-1][1] + (_TIP + 7) / middle, 2 * pi + wheel.spans[0][0] - 7 / middle
    x, y = polar.at(middle, end)
    shapes += [
        Path(polar.arc(middle, start, end), Paint("none", "ink", 2.2, cap=glyphs.ROUND)),
        Path("M-8-5L0 0L-7 7", Paint("none", "ink", 2.2, cap=glyphs.ROUND), x, y),
        Words(0, -outer - 10, (board.label("next_round"),), 13, fill="ink2", anchor="middle"),
    ]
    return shapes


def _feelings(board: Board, wheel: Wheel) -> list[Shape]:
    """The circles of the scores, the curve of the first persona, and every touchpoint on it."""
    start, end = wheel.spans[0][0], wheel.spans[-1][1]
    shapes: list[Shape] = []
    if board.curves:
        levels = (2, 1, 0, -1, -2)
        hairline = Paint("none", "line", 1)
        shapes += [
            Path(polar.arc(wheel.zero + level * wheel.step, start, end), hairline)
            for level in levels
            if level
        ]
        shapes += [glyphs.mood(level, 0, -wheel.zero - level * wheel.step) for level in levels]
        areas, lines = _curve(board, wheel)
        shapes += areas
    else:
        lines = []
    shapes.append(Path(polar.arc(wheel.zero, start, end), Paint("none", "ink", 1.2)))
    spokes: list[Shape] = []
    points: list[Shape] = []
    for found, angle in zip(board.columns, wheel.angles, strict=True):
        point = found.point
        radius = wheel.zero + (point.score or 0) * wheel.step
        x, y = polar.at(radius, angle)
        spoke = polar.straight([(x, y), polar.at(wheel.outer - _THICK - 3, angle)])
        spokes.append(Path(spoke, Paint("none", "line2", 1)))
        if point.score is None and board.curves:
            sign = glyphs.unscored(x, y)
        elif point.impact:
            sign = glyphs.moment(x, y, point.impact)
        else:
            sign = glyphs.point(x, y, assumed=point.assumed)
        hit = Circle(x, y, 18, Paint("none"), hook="hit")
        points.append(Group((hit, *sign), hook="go", target=found.id))
    return [*shapes, *spokes, *lines, *points]


def _curve(board: Board, wheel: Wheel) -> tuple[list[Shape], list[Shape]]:
    """The tints, and the heavy line, which a missing score interrupts."""
    points = board.curves[0].points
    areas: list[Shape] = []
    lines: list[Shape] = []
    for has_score, run in groupby(range(len(points)), lambda n: points[n].score is not None):
        columns = list(run)
        bent = segments([(wheel.angles[n], points[n].score or 0) for n in columns])
        if not has_score or not bent:
            continue
        spots = polar.sampled(bent, wheel.outer)
        for sign, tint in ((1, "pos_t"), (-1, "neg_t")):
            areas.append(Path(polar.area(spots, wheel.zero, wheel.step, sign), Paint(tint)))
        assumed = (points[a].assumed or points[b].assumed for a, b in pairwise(columns))
        for dashed, pairs in groupby(zip(assumed, bent, strict=True), lambda pair: pair[0]):
            spots = polar.sampled([segment for _, segment in pairs], wheel.outer)
            paint = Paint("none", "ink", 3.5, "8 5" if dashed else "", "" if dashed else glyphs.ROUND)
            lines.append(Path(polar.through(spots, wheel.zero, wheel.step), paint))
    return areas, lines


def _explained(board: Board) -> tuple[str, ...]:
    """The signs that a wheel has; a single one explains itself."""
    gap = any(head.gap for head in board.phases)
    keys = tuple(key for key in board.legend if key in _SIGNS and (gap or key != "gap"))
    return keys if len(keys) > 1 else ()
