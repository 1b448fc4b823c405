"""Rows × phases as a table that wraps like a score; a phase is one column."""

from collections.abc import Callable

import msgspec

from cjm.board.sheet import Board, Head
from cjm.layout import glyphs
from cjm.layout.cells import Placed
from cjm.layout.frame import SCREEN, Body
from cjm.layout.rows import bar
from cjm.layout.scene import Group, Shape, Words
from cjm.layout.systems import MARGIN, NARROWEST, ONE_CELL
from cjm.layout.text import wrap
from cjm.theme import tokens

# The shapes and the height of what stands in a room of that width.
Draw = Callable[[float], Placed]

# A cell's ground reaches into the gap before its column, so that all text stands on one edge.
INSET = 14.0
_LABELS, _GAP, _LEAST = 152.0, 30.0, 160.0
_FIRST = MARGIN + _LABELS + 40
_BETWEEN_SYSTEMS, _PAD = 52.0, 18.0


class Box(msgspec.Struct, frozen=True):
    """A cell: its content, and its ground, of a width and a height."""

    content: Draw
    ground: Callable[[float, float], list[Shape]] | None = None


class Row(msgspec.Struct, frozen=True):
    """A row: what it is about, and a cell a phase; None where there is nothing."""

    label: Draw
    boxes: tuple[Box | None, ...]


def matrix(
    board: Board, rows: list[Row], signs: tuple[str, ...], under: Callable[[int, float], Placed]
) -> Body:
    """The table; `under` draws what stands below a phase's name, at a width."""
    phases = len(board.phases)
    most = int((SCREEN - _FIRST - MARGIN + _GAP) // (_LEAST + _GAP))
    systems = -(-phases // most)
    each = -(-phases // systems)
    column = min(ONE_CELL, (SCREEN - _FIRST - MARGIN - _GAP * (each - 1)) / each)
    wide = max(NARROWEST, _FIRST + each * (column + _GAP) - _GAP + MARGIN)
    items: list[Shape] = []
    y = 0.0
    for first in range(0, phases, each):
        y += _BETWEEN_SYSTEMS if first else 0
        drawn, tall = _system(board, rows, range(first, min(first + each, phases)), column, wide, under)
        items.append(Group(tuple(drawn), 0, y))
        y += tall
    return Body(tuple(items), wide, y, signs)


def _system(
    board: Board,
    rows: list[Row],
    phases: range,
    column: float,
    wide: float,
    under: Callable[[int, float], Placed],
) -> Placed:
    x = {phase: _FIRST + place * (column + _GAP) for place, phase in enumerate(phases)}
    names = {phase: _named(board, board.phases[phase], column) for phase in phases}
    below = max(tall for _, tall in names.values())
    shapes: list[Shape] = []
    y = below
    for phase, (named, _) in names.items():
        more, tall = under(phase, column)
        title = f"{board.label('phase')} {board.phases[phase].number}: {board.phases[phase].name}"
        shapes.append(Group((*named, Group(tuple(more), 0, below)), x[phase], 0, title=title))
        y = max(y, below + tall)
    y += 18
    pad = _PAD + tokens.room().row / 2
    for row in rows:
        if not any(row.boxes[phase] for phase in phases):
            continue
        label, tallest = row.label(_LABELS)
        filled = [(phase, box, box.content(column)) for phase in phases if (box := row.boxes[phase])]
        tallest = max([tallest, *(tall for _, _, (_, tall) in filled)]) + pad
        cells: list[Shape] = [glyphs.rule(MARGIN, 0, wide - MARGIN), Group(tuple(label), MARGIN, 0)]
        for phase, box, (content, _) in filled:
            ground = box.ground(column + INSET, tallest - min(12, pad - 6)) if box.ground else []
            cells.append(Group(tuple(ground), x[phase] - INSET, 6))
            cells.append(Group(tuple(content), x[phase], 0))
        shapes.append(Group(tuple(cells), 0, y))
        y += tallest
    shapes.append(glyphs.rule(MARGIN, y, wide - MARGIN))
    return shapes, y


def _named(board: Board, head: Head, column: float) -> Placed:
    """A phase's bar, number and name."""
    indent = 22 if head.number < 10 else 34
    lines = wrap(head.name, column - indent, 19, bold=True, language=board.language.code)
    shapes: list[Shape] = [
        *bar(column, head),
        Words(0, 40, (str(head.number),), 19, fill="ink3"),
        Words(indent, 40, lines, 19, 23, bold=True),
    ]
    return shapes, 40 + 23.0 * (len(lines) - 1) + 10
