"""The words at a curve's points, and the names of the thin curves beside it.

Points hang on the columns' text edge. A word starts there too and only extends to
the right, so that of one curve the next segment alone can meet it: it stands above
where that falls, below where it rises. With several curves the side that fewer lines
run through is taken.
"""

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from cjm.board.sheet import Board, Curve, Point
from cjm.layout.clearance import Box, crossings
from cjm.layout.curve import Segment
from cjm.layout.scene import Group, Shape, Words
from cjm.layout.text import wrap
from cjm.theme.metrics import width

Place = tuple[int, float]

WORD, WORD_LEADING = 15.0, 17.5
NOTE = 12.5


class Field(msgspec.Struct, frozen=True):
    """Where the lane is drawn: from `left` to `right`, one score every `step` from `baseline` up.

    Words are `width` wide at most. `before` and `after` are the neighbours beyond
    the edges, to which the curve runs on.
    """

    left: float
    right: float
    baseline: float
    step: float
    width: float
    before: Place | None = None
    after: Place | None = None

    def y(self, score: float) -> float:
        """The height of a score."""
        return self.baseline - score * self.step


# How many points are tried for a curve's name, where curves are few, and how many curves
# get one: the cost grows with both, and with the lines in the way.
_TRIED, _TRIED_TOGETHER = 40, 240
_NAMED = 12
# What there is at least for words above +2 and below −2.
_LEAST_ROOM = 66.0


class _Caption(NamedTuple):
    """Words at a point, on one side of it, and the room they take."""

    box: Box
    shapes: tuple[Shape, ...]


def captions(
    board: Board, places: Sequence[Place], field: Field, lines: Sequence[Sequence[Segment]]
) -> list[Shape]:
    """The words at every point, then the names of the thin curves where there is room."""
    shapes: list[Shape] = []
    taken: list[Box] = []
    for index, (column, _) in enumerate(places):
        # Only the latest few can reach as far as this point.
        caption = _caption(board, places, index, field, lines, taken[-8:])
        taken.append(caption.box)
        shapes.append(Group(caption.shapes, hook="lb", target=board.columns[column].id))
    thin = board.curves[1:]
    if thin:
        taken += [_marker(board.curves[0].points[column], x, field) for column, x in places]
    for curve in (*thin[:_NAMED], *(curve for curve in thin[_NAMED:] if curve.benchmark)):
        if name := _name(board, places, curve, field, lines, taken):
            taken.append(name.box)
            shapes += name.shapes
    return shapes


def room(board: Board, columns: Sequence[int], room: float) -> tuple[float, float]:
    """How far the words reach above +2 and below −2: at least `_LEAST_ROOM` each."""
    above = below = _LEAST_ROOM
    for index, column in enumerate(columns):
        point = board.curves[0].points[column]
        if point.score is None:
            continue
        following = columns[index + 1] if index + 1 < len(columns) else None
        up = rises_less(point, None if following is None else board.curves[0].points[following])
        lines = len(wrap(point.word, room - 6, WORD, bold=True, language=board.language.code))
        tall = (18 if point.impact else 10) + 6 + lines * WORD_LEADING + (16 if point.notes else 0)
        if up or len(board.curves) > 1:
            above = max(above, tall - (2 - point.score) * 68 + 8)
        if not up or len(board.curves) > 1:
            below = max(below, tall - (2 + point.score) * 68 + 8)
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
    taken: Sequence[Box],
) -> _Caption:
    column, x = places[index]
    point = board.curves[0].points[column]
    if point.score is None:
        return _unscored(board, x, field)
    following = places[index + 1] if index + 1 < len(places) else field.after
    up = rises_less(point, board.curves[0].points[following[0]] if following else None)
    usual = _at_point(board, point, x, field, up=up)
    if len(board.curves) == 1:
        return usual
    other = _at_point(board, point, x, field, up=not up)
    return min(usual, other, key=lambda caption: crossings(caption.box, lines, taken))


def _unscored(board: Board, x: float, field: Field) -> _Caption:
    text, language = board.label("unscored"), board.language.code
    lines = wrap(text, field.width - 22, NOTE, italic=True, language=language)
    words = Words(x + 13, field.baseline - 8, lines, NOTE, 15, "neg", italic=True)
    return _Caption(Box(x, field.baseline - 20, x + field.width, field.baseline), (words,))


def _at_point(board: Board, point: Point, x: float, field: Field, *, up: bool) -> _Caption:
    score = point.score or 0
    lines = wrap(point.word, field.width - 6, WORD, bold=True, language=board.language.code)
    note = " · ".join(point.notes)
    # Inside the tint a word steps aside, so that the stem stays free.
    left = x + 8 if score and up == (score < 0) else x - 9
    away = 18 if point.impact else 10
    more = (len(lines) - 1) * WORD_LEADING
    y = field.y(score) - away - 6 - (16 if note else 0) - more if up else field.y(score) + away + WORD + 1
    colour = "pos" if point.impact > 0 else "neg" if point.impact < 0 else "ink"
    shapes: list[Shape] = [Words(left, y, lines, WORD, WORD_LEADING, colour, bold=True)]
    if note:
        shapes.append(Words(left, y + more + 15.5, (note,), NOTE, fill="ink2"))
    wide = max([width(line, WORD, bold=True) for line in lines] + [width(note, NOTE)])
    return _Caption(Box(left, y - 12, left + wide, y + more + (19 if note else 4)), tuple(shapes))


def _marker(point: Point, x: float, field: Field) -> Box:
    reach = 17.0 if point.impact else 9.0
    y = field.y(point.score or 0)
    return Box(x - reach, y - reach, x + reach, y + reach)


def _name(
    board: Board,
    places: Sequence[Place],
    curve: Curve,
    field: Field,
    lines: Sequence[Sequence[Segment]],
    taken: Sequence[Box],
) -> _Caption | None:
    """A thin curve's name at one of its points, where the fewest lines run through it.

    None where every place within the lane is taken.
    """
    text = wrap(curve.name, field.width, 13, language=board.language.code)
    wide, more = max(width(line, 13) for line in text), 16.0 * (len(text) - 1)
    top, bottom = field.y(2) - _LEAST_ROOM, field.y(-2) + _LEAST_ROOM
    options = []
    tried = min(_TRIED, _TRIED_TOGETHER // len(board.curves) + 1)
    for column, x in places[:tried]:
        score = curve.points[column].score
        for up in (True, False) if score is not None else ():
            y = field.y(score or 0) + (-10 - more if up else 19)
            left = max(field.left, min(x - 9, field.right - wide))
            words = Words(left, y, text, 13, 16, fill="ink2", italic=curve.benchmark)
            box = Box(left, y - 11, left + wide, y + more + 3)
            if top < box.top and box.bottom < bottom:
                options.append(_Caption(box, (words,)))
    best = min(options, key=lambda option: crossings(option.box, lines, taken), default=None)
    return None if best is None or crossings(best.box, (), taken) else best
