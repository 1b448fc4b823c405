"""The rows of the page's table and what their cells span. Lanes come in the board's order.

The curve stands behind what the customer thinks, the owners behind what staff do.
"""

import msgspec
from markupsafe import Markup, escape

from cjm.board.sheet import Band, Board, Hole, Lane
from cjm.languages import plural
from cjm.layout.page import PageGrid

_BEFORE_CURVE = ("channels", "questions", "thoughts")
_BEFORE_OWNERS = ("backstage", "systems")


class Row(msgspec.Struct, frozen=True):
    """A row of the table: a lane's, or one of those that every map has.

    `held` is how much it holds, in words, for where it is folded to a line.
    """

    kind: str
    label: str
    held: str
    lane: Lane | None = None


class Span(msgspec.Struct, frozen=True):
    """Cells of the owners' row that are one: a band, or a column without."""

    size: int
    leads: bool
    band: Band | None = None


def customer(board: Board, grid: PageGrid) -> tuple[Row, ...]:
    """The rows above the line of visibility."""
    rows = []
    goals = sum(bool(head.goal or head.extra) for head in board.phases)
    if goals:
        rows.append(Row("goals", board.label("goal"), plural("phases", goals, board.language)))
    acts = sum(bool(column.action) + len(column.branches) + bool(column.inside) for column in board.columns)
    if acts:
        rows.append(Row("action", board.label("action"), plural("items", acts, board.language)))
    rows += [_of_lane(board, lane) for lane in board.customer if lane.key in _BEFORE_CURVE]
    if board.curves and grid.slots:
        scores = sum(point.score is not None for point in board.curves[0].points)
        rows.append(Row("curve", board.label("emotion"), plural("touchpoints", scores, board.language)))
    rows += [_of_lane(board, lane) for lane in board.customer if lane.key not in _BEFORE_CURVE]
    return tuple(rows)


def organisation(board: Board) -> tuple[Row, ...]:
    """The rows below it."""
    rows = [_of_lane(board, lane) for lane in board.organisation if lane.key in _BEFORE_OWNERS]
    if board.bands:
        names = {band.name for band in board.bands if band.name}
        missing = sum(band.gap is not None for band in board.bands)
        rows.append(Row("owners", board.label("owner"), _held(board, "departments", len(names), missing)))
    rows += [_of_lane(board, lane) for lane in board.organisation if lane.key not in _BEFORE_OWNERS]
    return tuple(rows)


def _of_lane(board: Board, lane: Lane) -> Row:
    items = [item for cell in lane.cells for item in cell]
    holes = sum(isinstance(item, Hole) for item in items)
    return Row("lane", lane.label, _held(board, "items", len(items) - holes, holes), lane)


def _held(board: Board, kind: str, size: int, gaps: int) -> str:
    """«12 items · 2 gaps»."""
    counts = [(kind, size), ("gaps", gaps)]
    return " · ".join(plural(key, count, board.language) for key, count in counts if count)


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
