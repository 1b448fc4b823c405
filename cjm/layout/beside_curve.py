"""The words beside a curve's points: names at the lines' ends, expectations, other curves' feelings.

Each stands where no line and no other word is, or not at all: the legend names every
line, and a touchpoint's story says all that is felt there.
"""

from collections.abc import Iterable, Iterator, Sequence

from cjm.board.sheet import Board, Curve
from cjm.languages import signed
from cjm.layout.clearance import Note, clearest
from cjm.layout.curve import Segment, number
from cjm.layout.field import Field, Place
from cjm.layout.scene import Area, Paint, Path, Shape, Words
from cjm.layout.text import cut, wrap
from cjm.theme.metrics import width

Lines = Sequence[Sequence[Segment]]

_SIZE, _LEADING = 13.0, 16.0
# How many points are tried for a curve's name, where curves are few, and how many curves
# get one: the cost grows with both, and with the lines in the way.
_TRIED, _TRIED_TOGETHER = 40, 240
_NAMED = 12
# Other curves' feelings are told where they are few, and differ by this much from the hero's.
_WORDED, _NOTABLY = 3, 1.0
# How far a word may be from what it belongs to before a line leads there.
_NEAR = 12.0


def notes(
    board: Board, places: Sequence[Place], field: Field, lines: Lines, taken: list[Area]
) -> list[Shape]:
    """Names, then expectations, then feelings; `taken` grows by what is placed."""
    shapes = names(board, places, field, lines, taken)
    wanted = [_expected(board, column, x, field) for column, x in places]
    thin = board.curves[1:]
    if len(thin) <= _WORDED:
        wanted += [
            _feeling(curve, board.curves[0], column, x, field) for curve in thin for column, x in places
        ]
    return shapes + _placed(wanted, lines, taken)


def names(
    board: Board, places: Sequence[Place], field: Field, lines: Lines, taken: list[Area]
) -> list[Shape]:
    """The names of the curves alone, where there are several."""
    return _placed(_names(board, places, field), lines, taken)


def _placed(wanted: Iterable[Iterator[Note]], lines: Lines, taken: list[Area]) -> list[Shape]:
    shapes: list[Shape] = []
    for options in wanted:
        found, crossed = clearest(options, lines, taken)
        if found is not None and not crossed:
            taken.append(found.box)
            shapes += found.shapes
    return shapes


def obstacles(board: Board, places: Sequence[Place], field: Field) -> list[Area]:
    """What stands at the hero's points: markers, stems, the bars of expectations; and phases' borders."""
    boxes = [Area(x - 1, field.y(2.5), x + 1, field.y(-2.5)) for x in field.borders]
    for column, x in places:
        point = board.curves[0].points[column]
        y = field.y(point.score or 0)
        reach = 17 if point.impact else 9
        boxes.append(Area(x - reach, y - reach, x + reach, y + reach))
        boxes.append(Area(x - 1, min(y, field.baseline), x + 1, max(y, field.baseline)))
        if bar := expectation(board, column, x, field):
            boxes.append(bar)
    return boxes


def expectation(board: Board, column: int, x: float, field: Field) -> Area | None:
    """From what was expected at a point to what was got."""
    point = board.curves[0].points[column]
    if point.expected is None:
        return None
    there = field.y(point.expected)
    here = there if point.score is None else field.y(point.score)
    return Area(x - 11, min(here, there) - 3, x + 11, max(here, there) + 3)


def _names(board: Board, places: Sequence[Place], field: Field) -> Iterator[Iterator[Note]]:
    """Every curve's, where there are several; a benchmark's first, as it explains the tints."""
    named = [curve for curve in board.curves if curve.name] if len(board.curves) > 1 else []
    few = [*(curve for curve in named if curve.benchmark), *(curve for curve in named if not curve.benchmark)]
    tried = min(_TRIED, _TRIED_TOGETHER // (len(board.curves) + 1) + 1)
    for curve in few[:_NAMED]:
        scored = [place for place in places if curve.points[place[0]].score is not None]
        if scored:
            yield _name(board, curve, scored[-tried:], field)


def _name(board: Board, curve: Curve, places: Sequence[Place], field: Field) -> Iterator[Note]:
    """Behind the last point, level with it if possible, then over and under points from the last one on."""
    hero = curve is board.curves[0]
    code = board.language.code
    column, x = places[-1]
    y = field.y(curve.points[column].score or 0)
    start = x + (24 if hero and curve.points[column].impact else 16)
    _, end = field.span(x)
    if end - start > 60:
        lines = _short(curve.name, end - start, code, bold=hero)
        for away in (*range(0, 96, 4),):
            for side in (1, -1) if away else (1,):
                level = y + side * away
                note = _at(lines, start, level + 4.5 - (len(lines) - 1) * _LEADING / 2, hero=hero)
                leader = f"M{number(x + 8)} {number(y)}L{number(start - 3)} {number(level)}"
                drawn = (Path(leader, Paint("none", "ink3", 0.9)),) if away > _NEAR else ()
                if _inside(note.box, field):
                    yield Note(note.box, (*drawn, *note.shapes))
    for column, x in reversed(places):
        y = field.y(curve.points[column].score or 0)
        first, end = field.span(x)
        lines = _short(curve.name, end - first, code, bold=hero)
        wide = max(width(line, _SIZE, bold=hero) for line in lines)
        left = max(first, min(x - 9, end - wide))
        for base in (y - 11 - (len(lines) - 1) * _LEADING, y + 20):
            note = _at(lines, left, base, hero=hero)
            if not hero and _inside(note.box, field):
                yield note


def _expected(board: Board, column: int, x: float, field: Field) -> Iterator[Note]:
    """«expected +1» beside its bar."""
    level = board.curves[0].points[column].expected
    if level is None:
        return
    words = board.label("expected_level").format(expected=signed(level, board.language))
    y = field.y(level)
    score = board.curves[0].points[column].score
    if score is None:
        score = level
    beyond = (y - 8, y + 16) if level >= score else (y + 16, y - 8)
    for left, base in ((x + 14, y + 4.5), *((x - 9, base) for base in beyond)):
        note = _at(_short(words, field.width, board.language.code), left, base, size=12.5)
        if note.box.right <= field.right:
            yield note


def _feeling(curve: Curve, hero: Curve, column: int, x: float, field: Field) -> Iterator[Note]:
    """What another feels, in the author's own word, where it is notably different."""
    point, score = curve.points[column], hero.points[column].score
    if (
        point.score is None
        or score is None
        or not point.word
        or round(abs(point.score - score), 2) < _NOTABLY
    ):
        return
    y = field.y(point.score)
    lines = wrap(point.word, field.width - 6, _SIZE)
    above, below = y - 10 - (len(lines) - 1) * _LEADING, y + 19
    for base in (above, below) if point.score > score else (below, above):
        for left in (x - 9, x + 9):
            note = _at(lines, left, base)
            if note.box.right <= field.right and _inside(note.box, field):
                yield note


def _short(text: str, room: float, language: str, *, bold: bool = False) -> tuple[str, ...]:
    """In two lines at most; the legend has it all."""
    return cut(text, room, _SIZE, 2, bold, language=language)


def _at(lines: tuple[str, ...], x: float, y: float, *, size: float = _SIZE, hero: bool = False) -> Note:
    wide = max(width(line, size, bold=hero) for line in lines)
    words = Words(x, y, lines, size, _LEADING, "ink" if hero else "ink2", bold=hero)
    return Note(Area(x, y - 11, x + wide, y + (len(lines) - 1) * _LEADING + 4), (words,))


def _inside(box: Area, field: Field) -> bool:
    """Whether it stays in the room that every lane, and a strip, keeps over and under its extremes."""
    reach = min(60.0, 0.9 * field.step)
    return box.top > field.y(2) - reach and box.bottom < field.y(-2) + reach
