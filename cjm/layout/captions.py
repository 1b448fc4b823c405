"""The words at the hero's points.

Points hang on the columns' text edge. A word starts there too and only extends to
the right, so that of one curve the next segment alone can meet it: it stands above
where that falls, below where it rises. With several curves, or beside the bar of an expectation, it
moves on until nothing runs through it, and a thin line leads to it from its point.
"""

from collections.abc import Iterator, Sequence

from cjm.board.sheet import Board, Point
from cjm.layout import beside_curve
from cjm.layout.clearance import Note, clearest
from cjm.layout.curve import Segment, number
from cjm.layout.field import Field, Place
from cjm.layout.scene import Area, Group, Paint, Path, Shape, Words
from cjm.layout.text import wrap
from cjm.theme.metrics import width

WORD, WORD_LEADING = 15.0, 17.5
NOTE = 12.5
# How far from its point a word may be moved, in steps, and from where on a line leads to it.
_STEP, _FARTHEST, _LED = 5.0, 40, 18.0


def captions(
    board: Board, places: Sequence[Place], field: Field, lines: Sequence[Sequence[Segment]]
) -> list[Shape]:
    """The words at every point, then those beside them where there is room."""
    shapes: list[Shape] = []
    taken: list[Area] = []
    for index, (column, _) in enumerate(places):
        # Only the latest few can reach as far as this point.
        caption = _caption(board, places, index, field, lines, taken[-8:])
        taken.append(caption.box)
        shapes.append(Group(caption.shapes, hook="lb", target=board.columns[column].id))
    if len(board.curves) > 1 or any(point.expected is not None for point in board.curves[0].points):
        taken += beside_curve.obstacles(board, places, field)
        shapes += beside_curve.notes(board, places, field, lines, taken)
    return shapes


def room(board: Board, columns: Sequence[int], room: float, step: float) -> tuple[float, float]:
    """How far the words reach above +2 and below −2, at `step` px per score: at least 66 each."""
    above = below = 66.0
    several = len(board.curves) > 1
    points = board.curves[0].points
    for column in columns:
        point = points[column]
        if point.score is None:
            continue
        up = rises_less(point, points[column + 1] if column + 1 < len(points) else None)
        lines = max(
            len(_lines(board, point, room, up=side)) for side in ((True, False) if several else (up,))
        )
        tall = (18 if point.impact else 10) + 6 + lines * WORD_LEADING + (16 if point.notes else 0)
        expected = point.score if point.expected is None else point.expected
        slack = 8 if expected == point.score else 16  # a word moves on in steps
        if several:  # wholly over the highest line or under the lowest, if need be
            above, below = max(above, tall + 16), max(below, tall + 16)
        elif up:
            above = max(above, tall - (2 - max(point.score, expected)) * step + slack)
        else:
            below = max(below, tall - (2 + min(point.score, expected)) * step + slack)
    return above, below


def rises_less(point: Point, following: Point | None) -> bool:
    """Whether the word belongs above: the line goes down from here, or stays where it is good."""
    after = following.score if following else None
    score = point.score or 0
    return score >= 0 if after is None or after == score else after < score


def _caption(
    board: Board,
    places: Sequence[Place],
    index: int,
    field: Field,
    lines: Sequence[Sequence[Segment]],
    taken: Sequence[Area],
) -> Note:
    column, x = places[index]
    point = board.curves[0].points[column]
    if point.score is None:
        return _unscored(board, x, field, lines if len(board.curves) > 1 else ())
    following = places[index + 1] if index + 1 < len(places) else field.after
    up = rises_less(point, board.curves[0].points[following[0]] if following else None)
    several = len(board.curves) > 1
    if not several and (point.expected is None or point.score == point.expected):
        return _at_point(board, point, x, field, up=up)
    if not several:
        lines = ()  # its own line leaves this side free
    options = [
        _at_point(board, point, x, field, up=side, farther=n * _STEP)
        for n in range(_FARTHEST)
        for side in ((up, not up) if several else (up,))
    ]
    bar = beside_curve.expectation(board, column, x, field)
    theirs = [
        field.y(score) for curve in board.curves[1:] if (score := curve.points[column].score) is not None
    ]
    others = [*taken, *([bar] if bar else []), *(Area(x - 6, y - 6, x + 6, y + 6) for y in theirs)]
    # Beyond another's point it would read as theirs, but rather there than over a line.
    found, crossed = clearest(options, lines, [*others, *_beyond(board, column, x, field)])
    if crossed:
        found, _ = clearest(options, lines, others)
    return found or _at_point(board, point, x, field, up=up)


def _beyond(board: Board, column: int, x: float, field: Field) -> Iterator[Area]:
    """The room over and under the hero's point from another's point on, as high as the lane."""
    hero = board.curves[0].points[column].score or 0
    for curve in board.curves[1:]:
        score = curve.points[column].score
        if score is not None and score != hero:
            y = field.y(score)
            top, bottom = (y - 500, y + 18) if score > hero else (y - 18, y + 500)
            yield Area(x - 10, top, x + 10, bottom)


def _unscored(board: Board, x: float, field: Field, lines: Sequence[Sequence[Segment]]) -> Note:
    text, language = board.label("unscored"), board.language.code
    wrapped = wrap(text, field.width - 22, NOTE, italic=True, language=language)

    def at(y: float) -> Note:
        words = Words(x + 13, y, wrapped, NOTE, 15, "neg", italic=True)
        wide = max(width(line, NOTE, italic=True) for line in wrapped)
        return Note(Area(x, y - 12, x + 13 + wide, y + 15 * (len(wrapped) - 1) + 4), (words,))

    away = (n * _STEP for n in range(_FARTHEST))
    options = (at(field.baseline + y) for n in away for y in (-8 - n, 18 + n))
    found, _ = clearest(options, lines, ())
    return found or at(field.baseline - 8)


def _aside(point: Point, *, up: bool) -> bool:
    """Whether a word stands inside the tint, where it steps aside, so that the stem stays free."""
    return bool(point.score) and up == ((point.score or 0) < 0)


def _lines(board: Board, point: Point, room: float, *, up: bool) -> tuple[str, ...]:
    inner = room - (10 if _aside(point, up=up) else 6)
    return wrap(point.word, inner, WORD, bold=True, language=board.language.code)


def _at_point(board: Board, point: Point, x: float, field: Field, *, up: bool, farther: float = 0) -> Note:
    score = point.score or 0
    lines = _lines(board, point, field.width, up=up)
    note = " · ".join(point.notes)
    left = x + 8 if _aside(point, up=up) else x - 9
    near = 18 if point.impact else 10
    away = near + farther
    more = (len(lines) - 1) * WORD_LEADING
    y = field.y(score) - away - 6 - (16 if note else 0) - more if up else field.y(score) + away + WORD + 1
    colour = "pos" if point.impact > 0 else "neg" if point.impact < 0 else "ink"
    shapes: list[Shape] = [Words(left, y, lines, WORD, WORD_LEADING, colour, bold=True)]
    if farther >= _LED:
        tip, end = (
            (y + more + 20 if note else y + more + 5, field.y(score) - near)
            if up
            else (
                field.y(score) + near,
                y - 14,
            )
        )
        shapes.append(Path(f"M{number(x)} {number(tip)}V{number(end)}", Paint("none", "ink3", 1)))
    if note:
        shapes.append(Words(left, y + more + 15.5, (note,), NOTE, fill="ink2"))
    wide = max([width(line, WORD, bold=True) for line in lines] + [width(note, NOTE)])
    return Note(Area(left, y - 12, left + wide, y + more + (19 if note else 4)), tuple(shapes))
