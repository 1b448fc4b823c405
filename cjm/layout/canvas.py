"""Board → Scene: the customer journey canvas: expectations, experiences, engagement.

Three columns from before to after. The experiences stand below each other, and the curve
runs down beside them, −2 on the left and +2 on the right.
"""

from collections.abc import Callable

from cjm.board.canvas import Canvas, Origin, Outcome, Satisfaction, Shortfall
from cjm.board.sheet import Board
from cjm.languages import signed
from cjm.layout import frame, glyphs
from cjm.layout.canvas_curve import Scale, Stop, curve, mark
from cjm.layout.cells import Placed
from cjm.layout.curve import number
from cjm.layout.frame import SCREEN, Body
from cjm.layout.scene import Group, Paint, Path, Rect, Scene, Shape, Words
from cjm.layout.systems import MARGIN
from cjm.layout.text import wrap
from cjm.theme import tokens

_GAP = 56.0
_BEFORE, _AFTER = 290.0, 290.0
_DURING = SCREEN - 2 * MARGIN - _BEFORE - _AFTER - 2 * _GAP
# In the middle column: the names, the scale and the words at its points.
_NAMES, _SCALE = 234.0, 168.0
_WORDS = _DURING - _NAMES - _SCALE - 2 * 22
_TOP = 100.0
# Between two touchpoints, and how far below the top of one its point is.
_BETWEEN, _LEVEL = 14.0, 12.0
_SIGNS = ("touchpoint", "assumption", "moment_positive", "moment_negative", "unscored")


def place(board: Board) -> Scene | str:
    """The canvas as a sheet of its own; its expectations stand in it, and so not in the head."""
    return frame.sheet(board, "canvas", _body(board), without="expectation")


def inline(board: Board) -> Scene | str:
    """The canvas for the page."""
    return frame.inline(board, _body(board))


def _body(board: Board) -> Body | str:
    canvas = board.canvas
    if canvas is None:
        return "nothing says what customers expect, feel or do afterwards"
    parts: list[tuple[str, str, float, Placed]] = [
        ("before", "expectations", _BEFORE, _expectations(board, canvas)),
        ("during", "experiences", _DURING, _experiences(board)),
    ]
    if canvas.satisfaction or canvas.surprises or canvas.outcomes is not None:
        parts.append(("after", "engagement", _AFTER, _engagement(board, canvas)))
    items: list[Shape] = []
    x, tallest = MARGIN, 0.0
    for when, what, wide, (drawn, tall) in parts:
        title = _title(board, when, what, wide)
        items.append(Group((*title, Group(tuple(drawn), 0, _TOP)), x, 0))
        tallest = max(tallest, _TOP + tall)
        x += wide + _GAP
    expected = (
        ["expectation_across"] if any(column.point.expected is not None for column in board.columns) else []
    )
    return Body(tuple(items), SCREEN, tallest + 14, frame.explained(board, *_SIGNS, *expected))


def _title(board: Board, when: str, what: str, wide: float) -> list[Shape]:
    tip = number(wide - 9)
    whose = board.curves[0].name if when == "during" and board.curves else ""
    said = " · ".join(filter(None, [board.label(f"canvas_{when}"), whose]))
    line, *more = wrap(said, wide - 12, 13, language=board.language.code)
    words = Words(0, 40, (f"{line}…" if more else line,), 13, fill="ink3")
    return [
        Path(f"M0 0H{tip}L{number(wide)} 6L{tip} 12H0Z", Paint("ink")),
        Group((words,), title=said if more else ""),
        Words(-1, 70, (board.label(f"canvas_{what}"),), 25, bold=True),
    ]


def _stack(parts: list[Placed], gap: float) -> Placed:
    """Parts below each other."""
    shapes: list[Shape] = []
    y = 0.0
    for drawn, tall in parts:
        shapes.append(Group(tuple(drawn), 0, y))
        y += tall + gap
    return shapes, y - gap if parts else 0


def _text(board: Board, text: str, wide: float, size: float = 14.5, **style: str | bool) -> Placed:
    """A paragraph below its own top, and its height."""
    bold = bool(style.get("bold"))
    lines = wrap(text, wide, size, bold=bold, language=board.language.code)
    leading = round(size * 1.28, 1)
    words = Words(0, size, lines, size, leading, str(style.get("fill", "ink")), bold=bold)
    return [words], size + leading * (len(lines) - 1) + 4


def _block(board: Board, wide: float, label: str, parts: list[Placed]) -> Placed:
    """A heading under a rule, and what belongs to it."""
    heading = _text(board, label, wide, bold=True)
    drawn, tall = _stack([heading, *parts], 7)
    return [glyphs.rule(0, 0, wide, "line2"), Group(tuple(drawn), 0, 10)], tall + 10


def _nothing(board: Board, wide: float) -> Placed:
    return _text(board, board.label("canvas_empty"), wide, 13.5, fill="ink3")


def _expectations(board: Board, canvas: Canvas) -> Placed:
    if canvas.gap:
        room = glyphs.missing_room(_BEFORE)
        lines = wrap(canvas.gap, room, 14, bold=True, language=board.language.code)
        return glyphs.missing(_BEFORE, lines, sheet="paper")
    if not canvas.origins:
        return _nothing(board, _BEFORE)
    return _stack([_origin(board, origin) for origin in canvas.origins], 22 + tokens.room().row)


def _origin(board: Board, origin: Origin) -> Placed:
    parts = []
    for one in origin.expectations:
        said = [_text(board, one.text, _BEFORE)] if one.text else []
        if one.level:
            said.append(_text(board, one.level, _BEFORE, 13, fill="ink2"))
        parts.append(_stack(said, 0))
    return _block(board, _BEFORE, origin.label, parts or [_nothing(board, _BEFORE)])


def _experiences(board: Board) -> Placed:
    """The touchpoints by phase, each with its point and its word."""
    scale = Scale(_NAMES + 22 + _SCALE / 2, _SCALE / 4)
    shapes: list[Shape] = []
    stops: list[Stop] = []
    y = 0.0
    for head in board.phases:
        drawn, tall = _text(board, f"{head.number} {head.name}", _NAMES, 15, bold=True)
        shapes += [glyphs.rule(0, y, _DURING, "line2"), Group(tuple(drawn), 0, y + 10)]
        y += tall + 22
        for index in range(head.first, head.end):
            row, tall = _experience(board, index, scale)
            shapes.append(Group(tuple(row), 0, y))
            stops.append(Stop(index, y + _LEVEL))
            y += tall + _BETWEEN + tokens.room().row
    if board.curves:
        shapes = [*curve(board, scale, stops, y - 6), *shapes]
    return shapes, y - _BETWEEN


def _experience(board: Board, index: int, scale: Scale) -> Placed:
    column = board.columns[index]
    indent = 34.0 if len(column.number) < 4 else 42.0
    name, tall = _text(board, column.name, _NAMES - indent)
    row: list[Shape] = [
        Words(0, 14.5, (column.number,), 13, fill="ink3"),
        Group(tuple(name), indent, 0),
    ]
    point = column.point
    words: list[Placed] = []
    if board.curves:
        colour = "pos" if point.impact > 0 else "neg" if point.impact < 0 else "ink"
        if point.score is None:
            words.append(_text(board, board.label("unscored"), _WORDS, 13, fill="ink2"))
        else:
            said = f"{signed(point.score, board.language)} {point.word}"
            words.append(_text(board, said, _WORDS, bold=bool(point.impact), fill=colour))
        if point.notes:
            words.append(_text(board, ", ".join(point.notes), _WORDS, 12.5, fill="ink2"))
    said_there, below = _stack(words, 0)
    row.append(Group(tuple(said_there), _NAMES + _SCALE + 44, 0))
    if board.curves:
        row += mark(board, scale, Stop(index, _LEVEL))
    tall = max(tall, below)
    # The whole row leads to the touchpoint, the curve beneath it too.
    hit = Rect(0, -_BETWEEN / 2, _DURING, tall + _BETWEEN, Paint("none"), hook="hit")
    title = f"{column.number} {column.name}"
    return [Group((hit, *row), title=title, target=column.id, link=True)], tall


def _engagement(board: Board, canvas: Canvas) -> Placed:
    blocks: list[tuple[str, list[Placed]]] = []
    if canvas.satisfaction:
        blocks.append(("satisfaction", _satisfaction(board, canvas.satisfaction)))
    if canvas.surprises:
        blocks.append(("surprises", [_surprise(board, one) for one in canvas.surprises]))
    if canvas.outcomes is not None:
        parts = [_outcome(board, one) for one in canvas.outcomes]
        blocks.append(("afterwards", parts or [_nothing(board, _AFTER)]))
    between = 22 + tokens.room().row
    return _stack(
        [_block(board, _AFTER, board.label(f"canvas_{key}"), parts) for key, parts in blocks], between
    )


def _satisfaction(board: Board, found: Satisfaction) -> list[Placed]:
    """The verdict, both means on one scale, and what they are means of."""
    language = board.language
    sides: list[tuple[str, float, Callable[[float, float], list[Shape]]]] = [
        ("expected", found.expected, glyphs.expected),
        ("experienced", found.experienced, glyphs.point),
    ]
    lines: list[Placed] = []
    wide, step = 128.0, 32.0
    for key, value, sign in sides:
        scale: list[Shape] = [
            glyphs.rule(0, 11, wide, "line2"),
            *(Path("M0-4V4", Paint("none", "line2", 1), level * step, 11) for level in range(5)),
            *sign((value + 2) * step, 11),
            Words(wide + 20, 15.5, (signed(value, language),), 14.5, bold=True),
        ]
        said, tall = _text(board, board.label(f"canvas_{key}"), _AFTER - wide - 62, 14.5, fill="ink2")
        scale.append(Group(tuple(said), wide + 62, 0.8))
        lines.append((scale, max(22.0, tall)))
    verdict = _text(board, found.verdict, _AFTER, 20, bold=True)
    return [verdict, _stack(lines, 4), _text(board, found.basis, _AFTER, 12.5, fill="ink3")]


def _surprise(board: Board, found: Shortfall) -> Placed:
    column = board.columns[found.column]
    colour = "pos" if found.difference > 0 else "neg"
    name, tall = _text(board, f"{column.number} {column.name}", _AFTER - 56)
    figure = Words(0, 14.5, (signed(found.difference, board.language),), 14.5, fill=colour, bold=True)
    return [figure, Group(tuple(name), 56, 0)], tall


def _outcome(board: Board, found: Outcome) -> Placed:
    head = board.phases[found.phase]
    parts = [_text(board, f"{head.number} {head.name}", _AFTER, 13, fill="ink3")]
    if found.behaviour:
        parts.append(_text(board, found.behaviour, _AFTER))
    if found.metric:
        parts.append(_text(board, found.metric, _AFTER, 13, fill="ink2"))
    return _stack(parts, 0)
