"""The whole journey in one line: phases, the curve, and words at the points that count."""

from itertools import product

from cjm.board.sheet import Board, Head, Point
from cjm.layout import beside_curve, glyphs
from cjm.layout.captions import rises_less
from cjm.layout.clearance import Heights, crossings
from cjm.layout.curve import Segment, number, segments
from cjm.layout.emotion import beside, bezier, line, runs, tints
from cjm.layout.field import Field, Place
from cjm.layout.legend import legend
from cjm.layout.scene import Area, Circle, Group, Paint, Path, Rect, Scene, Shape, Words
from cjm.layout.text import cut
from cjm.theme.metrics import width as text_width
from cjm.theme.tokens import lead

_WORD, _NOTE, _LEADING = 13.5, 12.5, 16.0
# How wide a word's lines are, and where that finds no place.
_ROOMS = (220.0, 110.0)
# A point, and its place among the spots.
Worded = tuple[Point, int]
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
    worded = [] if narrow else _worded(board, spots)
    # Words of two lines need more room over and under the curve.
    more = _LEADING if any(len(_short(board, point.word, _ROOMS[0])) > 1 for point, _ in worded) else 0.0
    baseline = below + 2 * step + (20 if narrow else 52 + more)
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
        every = [*others, *(bent for _, bent in lines if bent), axis]
        taken = [_room(board, column, x, field, pitch) for column, x in spots]
        shapes += _words(board, worded, spots, field, wide - 2, every, taken, more)
        if others:
            taken += beside_curve.obstacles(board, spots, field)
            named = beside_curve.names(board, spots, field, every, taken)
            unnamed = sum(bool(curve.name) for curve in board.curves)
            unnamed -= sum(isinstance(shape, Words) for shape in named)
            shapes += named
    height = baseline + 2 * step + (14 if narrow else 46 + more)
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
        lines: tuple[str, ...] = ()
        if not narrow and span >= _NAMED:
            lines = cut(head.name, room, _WORD, 3, bold=True, language=board.language.code)
        if lines and max(text_width(line, _WORD, bold=True) for line in lines) <= room:
            most = max(most, len(lines))
            bar += [
                Words(0, 25, (told,), _WORD, fill="ink3"),
                Words(indent, 25, lines, _WORD, _LEADING, bold=True),
            ]
            title = f"{head.number} {head.name}" if lines[-1].endswith("…") else ""
        else:
            title = f"{head.number} {head.name}"
            if text_width(told, 12.5, bold=True) <= span + 2:
                bar.append(Words(0, 22, (told,), 12.5, fill="ink2", bold=True))
        shapes.append(Group(tuple(bar), x, 4, title=title))
    return shapes, 34.0 if narrow else 16 + _LEADING * most


def _target(x: float, pitch: float, field: Field) -> Rect:
    wide = max(14.0, pitch)
    return Rect(x - wide / 2, field.y(2) - 20, wide, 4 * field.step + 40, Paint("none"), hook="hit")


def _room(board: Board, column: int, x: float, field: Field, pitch: float) -> Area:
    """What a point's marker takes; nothing where there is none."""
    point = board.columns[column].point
    reach = 9.0 if point.impact else 5.0 if pitch > 22 or point.notes else 0.0
    y = field.y(point.score or 0)
    return Area(x - reach, y - reach, x + reach, y + reach)


def _marker(board: Board, column: int, x: float, field: Field, *, narrow: bool, pitch: float) -> list[Shape]:
    point = board.columns[column].point
    y = field.y(point.score or 0)
    if point.score is None and pitch < 17:  # no room for a question mark
        return [Circle(x, y, 2.4, Paint("paper", "neg", 1.2))]
    if point.score is None:
        return glyphs.unscored(x, y)
    if point.impact:
        return glyphs.moment(x, y, point.impact, 7.5 if narrow else 9)
    if pitch > 22 or point.notes:
        return glyphs.point(x, y, assumed=point.assumed, radius=3.4 if narrow else 4.2)
    return []


def _worded(board: Board, spots: list[Place]) -> list[Worded]:
    """What is remembered first, then moments of truth; everything where that isn't much."""
    points = board.curves[0].points
    everybody = len(spots) <= 8
    worded = [
        (points[column], n)
        for n, (column, _) in enumerate(spots)
        if points[column].score is not None and (everybody or points[column].impact or points[column].notes)
    ]
    return sorted(worded, key=lambda pair: (not pair[0].notes, -abs(pair[0].score or 0)))


def _short(board: Board, word: str, room: float) -> tuple[str, ...]:
    """In two lines at most: the map has the whole of it."""
    return cut(word, room, _WORD, 2, bold=True, language=board.language.code)


def _words(
    board: Board,
    worded: list[Worded],
    spots: list[Place],
    field: Field,
    right: float,
    curves: list[list[Segment]],
    taken: list[Area],
    more: float,
) -> list[Shape]:
    """The words, from the most important one on; none where they would collide. `taken` grows by them."""
    points = board.curves[0].points
    shapes: list[Shape] = []
    for point, n in worded:
        following = points[spots[n + 1][0]] if n + 1 < len(spots) else None
        up = rises_less(point, following)
        known: Heights = {}
        for room, (side, farther) in product(_ROOMS, _SPOTS):
            lines = _short(board, point.word, room)
            box, words = _word(point, lines, spots[n][1], field, right, up=side == up, farther=farther)
            inside = field.y(2) - 50 - more < box.top and box.bottom < field.y(-2) + 46 + more
            nearest = room == _ROOMS[0] and not farther
            if (inside or nearest) and not crossings(box, curves, taken, known):
                taken.append(box)
                shapes += [Group(tuple(words), title=point.word)] if lines[-1].endswith("…") else words
                break
    return shapes


def _word(
    point: Point,
    lines: tuple[str, ...],
    x: float,
    field: Field,
    right: float,
    *,
    up: bool,
    farther: float = 0,
) -> tuple[Area, list[Shape]]:
    """A point's word and notes, and the room they take; at the right edge they end there."""
    score = point.score or 0
    note = " · ".join(point.notes)
    wide = max([text_width(note, _NOTE), *(text_width(line, _WORD, bold=True) for line in lines)])
    away = farther + (14 if point.impact else 8)
    more = _LEADING * (len(lines) - 1)
    y = field.y(score) - away - 6 - (14 if note else 0) - more if up else field.y(score) + away + 13
    left = x + 8 if score and up == (score < 0) else x - 8
    at, anchor = (right, "end") if left + wide > right else (left, "")
    colour = "pos" if point.impact > 0 else "neg" if point.impact < 0 else "ink"
    words: list[Shape] = [Words(at, y, lines, _WORD, _LEADING, colour, bold=True, anchor=anchor)]
    if farther >= 18:
        tip, end = (
            (y + more + (20 if note else 6), field.y(score) - away + farther)
            if up
            else (
                field.y(score) + away - farther,
                y - 13,
            )
        )
        words.append(Path(f"M{number(x)} {number(tip)}V{number(end)}", Paint("none", "ink3", 1)))
    if note:
        words.append(Words(at, y + more + 14.5, (note,), _NOTE, fill="ink2", anchor=anchor))
    start = right - wide if anchor else left
    return Area(start - 3, y - 12, start + wide + 3, y + more + (20 if note else 5)), words
