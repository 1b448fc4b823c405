"""Board → Scene: the service blueprint, with its three lines.

From the top: physical evidence, customer actions ⟂ line of interaction ⟂ front stage ⟂
line of visibility ⟂ back stage ⟂ line of internal interaction ⟂ support processes.
Source: G. L. Shostack, "Designing services that deliver", Harvard Business Review, 1984;
the names of the lines: M. J. Bitner and others, "Service blueprinting", 2008.
"""

from cjm.board.sheet import Board, Cell, Hole, Lane
from cjm.layout import frame, glyphs
from cjm.layout.frame import Body
from cjm.layout.rows import Row, Sheet, heads, lane_row, touchpoints
from cjm.layout.scene import Group, Paint, Path, Rect, Scene, Shape, Words
from cjm.layout.systems import LABELS, MARGIN, NARROWEST, WIDEST, System, spread, systems
from cjm.layout.text import wrap
from cjm.theme.metrics import width
from cjm.theme.tokens import room

_COLUMN, _DENSE = 176.0, 152.0
_LONG = 14
_BETWEEN_SYSTEMS = 56.0
# Lines of a name in a pill, and the room above a line.
_LEADING, _ABOVE = 16.0, 14.0
_LANES = ("frontstage", "backstage", "systems")


def place(board: Board) -> Scene | str:
    """The blueprint as a sheet of its own; below the line of visibility it is tinted from edge to edge."""
    return frame.sheet(board, "blueprint", _body(board, WIDEST))


def inline(board: Board) -> Scene | str:
    """The blueprint for the page, whose edges are elsewhere: the tint stays around the drawing."""
    return frame.inline(board, _body(board, frame.SCREEN, MARGIN - 20))


def _body(board: Board, widest: float, edge: float = 0) -> Body | str:
    if not any(lane.key in _LANES for lane in board.lanes):
        return "no touchpoint says what staff do or with which systems"
    sheet = _sheet(board, widest)
    lanes = _lanes(board)
    items: list[Shape] = []
    y = 0.0
    for number, row in enumerate(sheet.systems):
        y += _BETWEEN_SYSTEMS if number else 0
        drawn, tall = _system(sheet, row, lanes, edge)
        items.append(Group(drawn, 0, y))
        y += tall
    return Body(tuple(items), sheet.width, y, _signs(board, lanes))


def _sheet(board: Board, widest: float) -> Sheet:
    """Columns that fill the sheet, or as much of it as a few can."""
    column = (_DENSE if len(board.columns) > _LONG else _COLUMN) + room().column
    rows = systems(board, column, widest)
    wide = max(NARROWEST, max(row.right for row in rows) + MARGIN)
    if len(rows) == 1:
        column = spread(board, column, wide)
        rows = systems(board, column, max(wide + column, WIDEST))
    elif widest == frame.SCREEN:
        longest = max(rows, key=lambda row: row.right)
        spare = widest - MARGIN - longest.right
        column += max(0, spare / max(1, len(longest.columns)) - 0.5)
        rows = systems(board, column, widest)
    return Sheet(board, column, max(NARROWEST, max(row.right for row in rows) + MARGIN), rows)


def _signs(board: Board, lanes: dict[str, Lane]) -> tuple[str, ...]:
    holes = any(isinstance(item, Hole) for lane in lanes.values() for cell in lane.cells for item in cell)
    gaps = ["gap"] if holes or any(head.gap for head in board.phases) else []
    return frame.explained(board, "moment_positive", "moment_negative", "branch", *gaps)


def _lanes(board: Board) -> dict[str, Lane]:
    """The lanes of the blueprint, empty ones too: what it doesn't say is part of what it shows."""
    found = {lane.key: lane.cells for lane in board.lanes}
    none: tuple[Cell, ...] = ((),) * len(board.columns)
    shown = zip(found.get("channels", none), found.get("content", none), strict=True)
    cells = {
        "evidence": tuple((*channels, *content) for channels, content in shown),
        "frontstage": found.get("frontstage", none),
        "backstage": found.get("backstage", none),
        "support": found.get("systems", none),
    }
    behind = ("backstage", "support")
    return {
        key: Lane(
            "systems" if key == "support" else key,
            board.label(f"blueprint_{key}"),
            "organisation" if key in behind else "customer",
            filled,
        )
        for key, filled in cells.items()
    }


def _system(
    sheet: Sheet, row: System, lanes: dict[str, Lane], edge: float
) -> tuple[tuple[Shape, ...], float]:
    """One row of phases from its bars to its support processes, and its height.

    The tint and its line start at `edge`, and end as far from the other side.
    """
    evidence = lane_row(sheet, row, lanes["evidence"])
    actions = touchpoints(sheet, row, label="blueprint_actions", link=True)
    shapes, y = _stacked(sheet, [heads(sheet, row), evidence, actions])
    y = _below(sheet, row, shapes, y, lanes["frontstage"], "blueprint_interaction", MARGIN)
    ground = len(shapes)
    visible = y + _ABOVE + room().row / 2
    y = _below(sheet, row, shapes, y, lanes["backstage"], "visibility", edge)
    y = _below(sheet, row, shapes, y, lanes["support"], "blueprint_internal", MARGIN) + 6
    shapes.insert(ground, Rect(edge, visible, sheet.width - 2 * edge, y - visible, Paint("paper2")))
    return tuple(shapes), y


def _stacked(sheet: Sheet, rows: list[Row]) -> tuple[list[Shape], float]:
    shapes: list[Shape] = []
    y = 0.0
    for place, (drawn, tall) in enumerate(rows):
        hairline = [glyphs.rule(MARGIN, 0, sheet.right)] if place else []
        shapes.append(Group((*hairline, *drawn), 0, y))
        y += tall
    return shapes, y


def _below(
    sheet: Sheet, row: System, shapes: list[Shape], y: float, lane: Lane, line: str, edge: float
) -> float:
    """Add a line with its name, and the lane below it; gives where that ends."""
    y += _ABOVE + room().row / 2
    drawn, sinks = _line(sheet, line, edge)
    arrows = [_arrow(row.x[column]) for column in row.columns if lane.cells[column]]
    shapes.append(Group((*drawn, *arrows), 0, y))
    cells, tall = lane_row(sheet, row, lane)
    shapes.append(Group(tuple(cells), 0, y + sinks))
    return y + sinks + tall


def _line(sheet: Sheet, label: str, edge: float) -> tuple[list[Shape], float]:
    """A line with its name in a pill, from `edge` to the other side, and how far the lane below it sinks.

    The pill of the line of visibility is black; the others are outlined.
    """
    board = sheet.board
    main = label == "visibility"
    lines = wrap(board.label(label), LABELS + 16, 13, bold=True, language=board.language.code)
    pill = max(width(line, 13, bold=True) for line in lines) + 20
    tall = 22 + _LEADING * (len(lines) - 1)
    paint = Paint("ink") if main else Paint("paper", "ink", 1.2)
    shapes: list[Shape] = [
        glyphs.rule(edge, 0, sheet.width - edge, "ink", 1.4),
        Rect(MARGIN - 10, -tall / 2, pill, tall, paint, radius=11),
        Words(MARGIN, 15.5 - tall / 2, lines, 13, _LEADING, "paper" if main else "ink", bold=True),
    ]
    return shapes, tall / 2 - 5


def _arrow(x: float) -> Path:
    """Across a line, at a column's text edge: the work goes on below."""
    return Path("M0-9V9M-4 4.5L0 9L4 4.5", Paint("none", "ink", 1.4, cap=glyphs.ROUND), x + 5, 0)
