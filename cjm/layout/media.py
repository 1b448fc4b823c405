"""Board → Scene: by which media each phase reaches the customer, owned, paid and earned × phases.

Under a phase stands its stage of the framework (touch, tell, sell, care) with its usual
media; where a phase has none of those, the cell has a ground and says so.
"""

from collections.abc import Callable

from cjm.board.media import Media, Medium, Used
from cjm.board.sheet import Board
from cjm.layout import frame, glyphs
from cjm.layout.cells import Placed
from cjm.layout.frame import Body
from cjm.layout.matrix import Box, Row, matrix
from cjm.layout.scene import Paint, Rect, Scene, Shape, Words
from cjm.layout.text import wrap
from cjm.theme import tokens

_FIRST, _BETWEEN = 27.0, 24.0


def place(board: Board) -> Scene | str:
    """The matrix as a sheet of its own."""
    return frame.sheet(board, "media", _body(board))


def inline(board: Board) -> Scene | str:
    """The matrix for the page."""
    return frame.inline(board, _body(board))


def _body(board: Board) -> Body | str:
    media = board.media
    if media is None:
        return "no channel or content is said to be owned, paid or earned"
    rows = [
        Row(
            _label(board, kind.label),
            tuple(_box(board, used) for used in kind.phases),
        )
        for kind in media.kinds
    ]
    return matrix(board, rows, (), lambda phase, room: _stage(board, media, phase, room))


def _box(board: Board, used: Used) -> Box | None:
    if used.media:
        return Box(_used(board, used))
    return Box(_none(board), _ground) if used.usual else None


def _label(board: Board, name: str) -> Callable[[float], Placed]:
    def draw(room: float) -> Placed:
        lines = wrap(name, room, 14.5, bold=True, language=board.language.code)
        return [Words(0, _FIRST, lines, 14.5, 18.5, bold=True)], _FIRST + 18.5 * (len(lines) - 1)

    return draw


def _stage(board: Board, media: Media, phase: int, room: float) -> Placed:
    stage = media.stages[phase]
    shapes: list[Shape] = []
    y = 0.0
    for text, size, fill, bold in (
        (stage.name, 15.0, "ink2", True),
        (stage.meaning, 13.5, "ink2", False),
        (stage.usual, 12.5, "ink3", False),
    ):
        if text:
            lines = wrap(text, room, size, bold=bold, language=board.language.code)
            shapes.append(Words(0, y + size + 5, lines, size, size * 1.28, fill, bold=bold))
            y += 5 + size * 1.28 * len(lines)
    return shapes, y


def _used(board: Board, used: Used) -> Callable[[float], Placed]:
    def draw(room: float) -> Placed:
        shapes: list[Shape] = []
        between = _BETWEEN + tokens.room().item
        bottom = _FIRST - between
        for medium in used.media:
            drawn, bottom = _medium(board, medium, bottom + between, room - 8)
            shapes += drawn
        return shapes, bottom

    return draw


def _none(board: Board) -> Callable[[float], Placed]:
    """What a stage usually lives by and this phase has none of."""

    def draw(room: float) -> Placed:
        lines = wrap(board.label("media_none"), room - 8, 13, language=board.language.code)
        return [Words(0, _FIRST, lines, 13, 17, "ink2")], _FIRST + 17.0 * (len(lines) - 1)

    return draw


def _medium(board: Board, medium: Medium, y: float, room: float) -> Placed:
    """A channel with its glyph, or content, and the touchpoints where it is used; where its last line is."""
    lines = wrap(medium.text, room - 23, 14.5, language=board.language.code)
    shapes: list[Shape] = [Words(23, y, lines, 14.5, 18.5)]
    if medium.icon is not None:
        shapes += glyphs.icon(medium.icon, medium.text, -1, y - 12.5)
    else:
        shapes.append(Rect(4.5, y - 7, 5, 5, Paint("ink2")))
    y += 18.5 * (len(lines) - 1)
    numbers = ", ".join(board.columns[column].number for column in medium.columns)
    if numbers:
        lines = wrap(numbers, room - 23, 13, language=board.language.code)
        shapes.append(Words(23, y + 17, lines, 13, 16, "ink3"))
        y += 17 + 16.0 * (len(lines) - 1)
    return shapes, y


def _ground(wide: float, tall: float) -> list[Shape]:
    return [Rect(0, 0, wide, tall, Paint("paper2"))]
