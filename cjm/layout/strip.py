"""The whole journey in one line: phases, the curve, and words at the points that count."""

from cjm.board.sheet import Board, Head, Point
from cjm.layout import beside_curve, glyphs
from cjm.layout.captions import rises_less
from cjm.layout.clearance import Box, crossings
from cjm.layout.curve import Segment, number, segments
from cjm.layout.emotion import beside, bezier, line, runs, tints
from cjm.layout.field import Field, Place
from cjm.layout.graphemes import clusters
from cjm.layout.legend import legend
from cjm.layout.scene import Group, Paint, Path, Rect, Scene, Shape, Words
from cjm.layout.text import wrap
from cjm.theme.metrics import width as text_width
from cjm.theme.tokens import lead

_WORD, _NOTE = 13.5, 12.5
# Where a word goes if a line runs there: to its usual side or not, and how much farther.
_SPOTS = tuple(
    (side, farther) for farther in (0.0, 6.0, 12.0, 18.0, 24.0, 32.0, 40.0) for side in (True, False)
)
_NAMED = 48.0  # a phase that is narrower has its number alone


def place(board: Board, wide: float, *, narrow: bool = False) -> Scene | None:
    """The strip, `wide` across; `narrow` shows numbers for phases and no words. None without a curve."""
    if not board.curves or not board.columns:
        return None
    step = 22.0 if narrow else 35.0
    spots, spans = _spots(board, 2, wide - 2, 6.0 if narrow else 14.0)
    pitch = spans[0][2] / max(1, spans[0][0].end - spans[0][0].first)
    heads, below = _heads(board, spans, narrow=narrow)
    baseline = below + 2 * step + (20 if narrow else 52)
    field = Field(0, wide, baseline, step, wide)
    hero = board.curves[0]
    lines = [(run, bezier(run, hero, field)) for run in runs(spots, hero)]
    shapes: list[Shape] = [*heads, *tints(board, spots, field, [bent for _, bent in lines if bent])]
    shapes.append(glyphs.rule(2, baseline, wide - 2, "ink", 1))
    thin, others = beside(board, spots, field, pointed=not narrow)
    shapes += thin
    shapes += [shape for run, bent in lines for shape in line(run, bent, hero, 2.6, "6 4")]
    for column, x in spots:
        items = (_target(x, pitch, field), *_marker(board, column, x, field, narrow=narrow, pitch=pitch))
        shapes.append(Group(items, hook="go", target=board.columns[column].id))
    unnamed = len(board.curves)
    if not narrow:
        axis = segments([(2, baseline), (wide - 2, baseline)])
        every = [*others, *(bent for _, bent in lines), axis] if others else []
        taken: list[Box] = []
        shapes += _words(board, spots, field, wide - 2, every, taken)
        if others:
            taken += beside_curve.obstacles(board, spots, field)
            named = beside_curve.names(board, spots, field, every, taken)
            unnamed = sum(bool(curve.name) for curve in board.curves)
            unnamed -= sum(isinstance(shape, Words) for shape in named)
            shapes += named
    height = baseline + 2 * step + (14 if narrow else 46)
    keys = tuple(key for key in board.legend if key.startswith("curve_") or key == "benchmark")
    if len(board.curves) > 1 and unnamed:
        signs, tall = legend(board, wide - 4, keys)
        shapes.append(Group(signs, 2, height + 14))
        height += tall + 24
    return Scene(wide, height, tuple(shapes))


def _spots(
    board: Board, left: float, right: float, gap: float
) -> tuple[list[Place], list[tuple[Head, float, float]]]:
    """Evenly pitched points, with a little more room between phases; and the phases' spans."""
    cells = sum(max(1, head.end - head.first) for head in board.phases)
    pitch = (right - left - gap * (len(board.phases) - 1)) / cells
    x = left
    spots: list[Place] = []
    spans = []
    for head in board.phases:
        columns = range(head.first, head.end)
        spots += [(column, x + pitch * (n + 0.5)) for n, column in enumerate(columns)]
        span = pitch * max(1, len(columns))
        spans.append((head, x, span))
        x += span + gap
    return spots, spans


def _heads(
    board: Board, spans: list[tuple[Head, float, float]], *, narrow: bool
) -> tuple[list[Shape], float]:
    shapes: list[Shape] = []
    most = 1
    for head, x, span in spans:
        tip = number(max(0.0, span - 6))
        outline = f"M0 0H{tip}L{number(span)} 3.5L{tip} 7H0Z"
        if head.gap:
            bar: list[Shape] = [
                glyphs.hatch(0, 0, max(1.0, span - 6), 7, 6, 1.6),
                Path(outline, Paint("none", "neg", 1.2)),
            ]
        else:
            bar = [Path(outline, Paint(lead()))]
        told = str(head.number)
        indent = 16 if head.number < 10 else 24
        room = max(0.0, span - indent - 2)
        lines, title = _named(head, room, board.language.code)
        if narrow or span < _NAMED or max(text_width(line, _WORD, bold=True) for line in lines) > room:
            title = f"{head.number} {head.name}"
            if text_width(told, 12.5, bold=True) <= span + 2:
                bar.append(Words(0, 22, (told,), 12.5, fill="ink2", bold=True))
        else:
            most = max(most, len(lines))
            bar += [
                Words(0, 25, (told,), _WORD, fill="ink3"),
                Words(indent, 25, lines, _WORD, 16, bold=True),
            ]
        shapes.append(Group(tuple(bar), x, 4, title=title))
    return shapes, 34.0 if narrow else 16 + 16.0 * most


def _named(head: Head, room: float, code: str) -> tuple[tuple[str, ...], str]:
    """A phase's name on up to three lines; the whole of it as a title where an ellipsis stands for more."""
    lines = wrap(head.name, room, _WORD, bold=True, language=code)
    if len(lines) <= 3:
        return lines, ""
    last = list(clusters(lines[2].rstrip("-")))
    while last and text_width(f"{''.join(last)}…", _WORD, bold=True) > room:
        last = last[:-1]
    return (*lines[:2], f"{''.join(last).rstrip()}…"), f"{head.number} {head.name}"


def _target(x: float, pitch: float, field: Field) -> Rect:
    wide = max(14.0, pitch)
    return Rect(x - wide / 2, field.y(2) - 20, wide, 4 * field.step + 40, Paint("none"), hook="hit")


def _marker(board: Board, column: int, x: float, field: Field, *, narrow: bool, pitch: float) -> list[Shape]:
    point = board.columns[column].point
    y = field.y(point.score or 0)
    if point.score is None:
        return glyphs.unscored(x, y)
    if point.impact:
        return glyphs.moment(x, y, point.impact, 7.5 if narrow else 9)
    if pitch > 22 or point.notes:
        return glyphs.point(x, y, assumed=point.assumed, radius=3.4 if narrow else 4.2)
    return []


def _words(
    board: Board,
    spots: list[Place],
    field: Field,
    right: float,
    others: list[list[Segment]],
    taken: list[Box],
) -> list[Shape]:
    """Words at what is remembered first, then at moments of truth; none where they would collide."""
    points = board.curves[0].points
    everybody = len(spots) <= 8
    worded = [
        (points[column], n)
        for n, (column, _) in enumerate(spots)
        if points[column].score is not None and (everybody or points[column].impact or points[column].notes)
    ]
    worded.sort(key=lambda pair: (not pair[0].notes, -abs(pair[0].score or 0)))
    shapes: list[Shape] = []
    for point, n in worded:
        following = points[spots[n + 1][0]] if n + 1 < len(spots) else None
        up = rises_less(point, following)
        for side, farther in _SPOTS if others else _SPOTS[:1]:
            box, words = _word(point, spots[n][1], field, right, up=side == up, farther=farther)
            inside = field.y(2) - 50 < box.top and box.bottom < field.y(-2) + 46
            if not crossings(box, others, taken) and (inside or not farther):
                taken.append(box)
                shapes += words
                break
    return shapes


def _word(
    point: Point, x: float, field: Field, right: float, *, up: bool, farther: float = 0
) -> tuple[Box, list[Shape]]:
    """A point's word and notes, and the room they take; at the right edge they end there."""
    score = point.score or 0
    note = " · ".join(point.notes)
    wide = max(text_width(point.word, _WORD, bold=True), text_width(note, _NOTE))
    away = farther + (14 if point.impact else 8)
    y = field.y(score) - away - 6 - (14 if note else 0) if up else field.y(score) + away + 13
    left = x + 8 if score and up == (score < 0) else x - 8
    at, anchor = (right, "end") if left + wide > right else (left, "")
    colour = "pos" if point.impact > 0 else "neg" if point.impact < 0 else "ink"
    words: list[Shape] = [Words(at, y, (point.word,), _WORD, fill=colour, bold=True, anchor=anchor)]
    if farther >= 18:
        tip, end = (
            (y + (20 if note else 6), field.y(score) - away + farther)
            if up
            else (
                field.y(score) + away - farther,
                y - 13,
            )
        )
        words.append(Path(f"M{number(x)} {number(tip)}V{number(end)}", Paint("none", "ink3", 1)))
    if note:
        words.append(Words(at, y + 14.5, (note,), _NOTE, fill="ink2", anchor=anchor))
    start = right - wide if anchor else left
    return Box(start - 3, y - 12, start + wide + 3, y + (20 if note else 5)), words
