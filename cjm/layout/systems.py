"""A long journey wraps like a score: into systems, never within a phase unless it is too long alone."""

import msgspec

from cjm.board.sheet import Board

MARGIN, LABELS, GUTTER, PHASE_GAP = 56.0, 108.0, 22.0, 44.0
FIRST = MARGIN + LABELS + 40
NARROWEST, WIDEST, ONE_CELL = 1080.0, 2800.0, 340.0


class Part(msgspec.Struct, frozen=True):
    """A phase, or a piece of one, in a system: its columns and where it stands."""

    phase: int
    columns: tuple[int, ...]
    continued: bool
    continues: bool
    x: float = 0
    width: float = 0


class System(msgspec.Struct, frozen=True):
    """One row of phases; `x` maps a column to its text edge, `right` is where the last ends."""

    parts: tuple[Part, ...]
    x: dict[int, float]
    right: float

    @property
    def columns(self) -> list[int]:
        """The columns from left to right."""
        return [column for part in self.parts for column in part.columns]


def pitch(column: float) -> float:
    """From one column to the next."""
    return column + GUTTER


def systems(board: Board, column: float, widest: float = WIDEST) -> list[System]:
    """The fewest systems on a sheet of at most `widest`, balanced: none much longer than another."""
    room = widest - FIRST - MARGIN
    most = max(1, int((room + GUTTER) // pitch(column)))
    rows = _rows(board, most, room, column)
    for limit in range(1, most):
        balanced = _rows(board, limit, room, column)
        if len(balanced) <= len(rows):
            rows = balanced
            break
    return [_place(row, column) for row in rows]


def spread(board: Board, column: float, sheet: float) -> float:
    """The column width with which a short journey fills the sheet."""
    phases = board.phases
    cells = sum(max(1, head.end - head.first) for head in phases)
    gaps = PHASE_GAP * (len(phases) - 1) + GUTTER * (cells - len(phases))
    return max(column, min(ONE_CELL, (sheet - MARGIN - FIRST - gaps) / max(1, cells)))


def _rows(board: Board, most: int, room: float, column: float) -> list[list[Part]]:
    rows: list[list[Part]] = [[]]
    for part in _parts(board, most):
        row = [*rows[-1], part]
        if rows[-1] and (sum(_cells(each) for each in row) > most or _width(row, column) > room):
            rows.append([part])
        else:
            rows[-1] = row
    return rows


def _parts(board: Board, most: int) -> list[Part]:
    parts = []
    for index, head in enumerate(board.phases):
        columns = tuple(range(head.first, head.end))
        for start in range(0, max(1, len(columns)), most):
            piece = columns[start : start + most]
            parts.append(Part(index, piece, continued=start > 0, continues=start + most < len(columns)))
    return parts


def _cells(part: Part) -> int:
    """A phase without touchpoints takes the room of one."""
    return max(1, len(part.columns))


def _width(parts: list[Part], column: float) -> float:
    return sum(_part_width(part, column) for part in parts) + PHASE_GAP * (len(parts) - 1)


def _part_width(part: Part, column: float) -> float:
    return _cells(part) * column + (_cells(part) - 1) * GUTTER


def _place(parts: list[Part], column: float) -> System:
    x = FIRST
    placed = []
    columns: dict[int, float] = {}
    for part in parts:
        width = _part_width(part, column)
        placed.append(Part(part.phase, part.columns, part.continued, part.continues, x, width))
        columns |= {index: x + place * pitch(column) for place, index in enumerate(part.columns)}
        x += width + PHASE_GAP
    return System(tuple(placed), columns, x - PHASE_GAP)
