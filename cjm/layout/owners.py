"""Board → Scene: who answers for what, departments × phases.

A tinted cell is the phase's owner, a marker a touchpoint that the department works on;
what is nobody's stands in the last row.
"""

from collections.abc import Callable

from cjm.board.owners import Owners, Owning, Share
from cjm.board.sheet import Board
from cjm.layout import frame, glyphs
from cjm.layout.cells import Placed
from cjm.layout.frame import Body
from cjm.layout.matrix import Box, Row, matrix
from cjm.layout.scene import Group, Paint, Rect, Scene, Shape, Words
from cjm.layout.text import wrap
from cjm.theme import tokens
from cjm.theme.metrics import width

_FIRST, _PAD = 27.0, 8.0
_SIGNS = ("touchpoint", "assumption", "moment_positive", "moment_negative", "unscored")


def place(board: Board) -> Scene | str:
    """The matrix as a sheet of its own."""
    return frame.sheet(board, "owners", _body(board))


def inline(board: Board) -> Scene | str:
    """The matrix for the page."""
    return frame.inline(board, _body(board))


def _body(board: Board) -> Body | str:
    owners = board.owners
    if owners is None:
        return "no phase or touchpoint has an owner"
    rows = [_department(board, department) for department in owners.departments]
    if any(owners.nobody):
        rows.append(_nobody(board, owners))
    gaps = ["gap"] if any(share.gap for share in owners.nobody) else []
    return matrix(board, rows, frame.explained(board, *_SIGNS, *gaps), lambda _phase, _room: ([], 0))


def _department(board: Board, department: Owning) -> Row:
    tint = _tint(department.slot)
    return Row(
        _label(board, department.name, department.slot),
        tuple(
            Box(_share(board, share), tint if share.owner else None) if share else None
            for share in department.shares
        ),
    )


def _nobody(board: Board, owners: Owners) -> Row:
    return Row(
        _label(board, board.label("no_owner"), None),
        tuple(
            Box(_share(board, share), _hatch if share.gap else None) if share else None
            for share in owners.nobody
        ),
    )


def _label(board: Board, name: str, slot: int | None) -> Callable[[float], Placed]:
    """A department's name beside its colour; no slot is nobody's."""

    def draw(room: float) -> Placed:
        lines = wrap(name, room - 20, 14.5, bold=True, language=board.language.code)
        colour = "ink" if slot is not None else "neg"
        return [
            *glyphs.swatch(0, _FIRST - 11, slot or 0, gap=slot is None),
            Words(20, _FIRST, lines, 14.5, 18.5, colour, bold=True),
        ], _FIRST + 18.5 * (len(lines) - 1)

    return draw


def _share(board: Board, share: Share) -> Callable[[float], Placed]:
    def draw(room: float) -> Placed:
        language = board.language.code
        room -= 2 * _PAD
        shapes: list[Shape] = []
        y, widest, between = _FIRST, 0.0, tokens.room().item
        for role in _roles(board, share):
            lines = wrap(role, room, 13, bold=True, language=language)
            shapes.append(Words(0, y, lines, 13, 17, "neg" if share.gap else "ink2", bold=True))
            widest = max([widest, *(width(line, 13, bold=True) for line in lines)])
            y += 17.0 * len(lines) + 5
        for index in share.columns:
            column = board.columns[index]
            text = f"{column.number} {column.name}"
            lines = wrap(text, room - 24, 13.5, language=language)
            row = (*_marker(board, index), Words(24, 0, lines, 13.5, 17))
            shapes.append(Group(row, 0, y, title=text, target=column.id, link=True))
            widest = max([widest, *(24 + width(line, 13.5) for line in lines)])
            y += 17.0 * len(lines) + 7 + between
        bottom = y - 22 - (between if share.columns else 0)
        if share.gap:  # the colour of the sheet behind words on a hatch
            shapes.insert(0, Rect(-_PAD, 11, widest + 2 * _PAD, bottom - 3, Paint("paper")))
        return shapes, bottom

    return draw


def _roles(board: Board, share: Share) -> list[str]:
    """What a department is besides who does the work: `Owner`, `Accountable`, `Informed: 2.1, 2.3`."""
    found = [share.gap] if share.gap else []
    if share.owner:
        found.append(board.label("owner"))
    for role in share.roles:
        at = ", ".join(board.columns[column].number for column in role.columns)
        found.append(f"{role.label}: {at}" if at else role.label)
    return found


def _marker(board: Board, index: int) -> list[Shape]:
    point = board.columns[index].point
    if point.impact:
        return glyphs.moment(8, -4.5, point.impact, 6.5)
    if board.curves and point.score is None:
        return glyphs.unscored(8, -4.5)
    return glyphs.point(8, -4.5, assumed=point.assumed, radius=5.5)


def _tint(slot: int) -> Callable[[float, float], list[Shape]]:
    def draw(wide: float, tall: float) -> list[Shape]:
        return [Rect(0, 0, wide, tall, Paint(f"d{slot}_t")), Rect(0, 0, 5, tall, Paint(f"d{slot}"))]

    return draw


def _hatch(wide: float, tall: float) -> list[Shape]:
    """Nobody's, drawn as what is missing is everywhere."""
    return [
        glyphs.hatch(0, 0, wide, tall),
        Rect(0.8, 0.8, wide - 1.6, tall - 1.6, Paint("none", "neg", 1.6, "6 4")),
    ]
