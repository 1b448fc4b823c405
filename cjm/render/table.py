"""The rows of the page's table and what their cells span. Lanes come in the board's order.

The curve stands behind what the customer thinks, the owners behind what staff do.
"""

import msgspec
from markupsafe import Markup, escape

from cjm.board.sheet import Band, Board, Lane
from cjm.layout.page import PageGrid

_BEFORE_CURVE = ("channels", "questions", "thoughts")
_BEFORE_OWNERS = ("backstage", "systems")


class Row(msgspec.Struct, frozen=True):
    """A row of the table: a lane's, or one of those that every map has."""

    kind: str
    label: str
    lane: Lane | None = None


class Span(msgspec.Struct, frozen=True):
    """Cells of the owners' row that are one: a band, or a column without."""

    size: int
    leads: bool
    band: Band | None = None


def customer(board: Board, grid: PageGrid) -> tuple[Row, ...]:
    """The rows above the line of visibility."""
    rows = []
    if any(head.goal or head.extra for head in board.phases):
        rows.append(Row("goals", board.label("goal")))
    if any(column.action or column.branches for column in board.columns):
        rows.append(Row("action", board.label("action")))
    rows += [Row("lane", lane.label, lane) for lane in board.customer if lane.key in _BEFORE_CURVE]
    if board.curves and grid.slots:
        rows.append(Row("curve", board.label("emotion")))
    rows += [Row("lane", lane.label, lane) for lane in board.customer if lane.key not in _BEFORE_CURVE]
    return tuple(rows)


def organisation(board: Board) -> tuple[Row, ...]:
    """The rows below it."""
    rows = [Row("lane", lane.label, lane) for lane in board.organisation if lane.key in _BEFORE_OWNERS]
    if board.bands:
        rows.append(Row("owners", board.label("owner")))
    rows += [Row("lane", lane.label, lane) for lane in board.organisation if lane.key not in _BEFORE_OWNERS]
    return tuple(rows)


def owners(board: Board, grid: PageGrid) -> tuple[Span, ...]:
    """The cells of the owners' row: bands span their columns, what lies between is empty."""
    starts = {band.first: band for band in board.bands}
    inside = {column for band in board.bands for column in range(band.first + 1, band.last + 1)}
    spans = []
    for slot in grid.slots:
        if slot.column not in inside:
            band = None if slot.column is None else starts.get(slot.column)
            size = band.last - band.first + 1 if band else 1
            spans.append(Span(size, slot.leads, band))
    return tuple(spans)


def owner_of(board: Board) -> dict[int, Band]:
    """The band that each touchpoint stands over."""
    return {column: band for band in board.bands for column in range(band.first, band.last + 1)}


def slots(board: Board, grid: PageGrid) -> list[tuple[Markup, int | None]]:
    """The attributes of each column's cells, and which touchpoint's it is; none's in an empty phase."""
    found = []
    for slot in grid.slots:
        attributes = Markup(' class="lead"') if slot.leads else Markup("")
        if slot.column is not None:
            attributes += Markup(f' data-t="{escape(board.columns[slot.column].id)}"')
        found.append((attributes, slot.column))
    return found
