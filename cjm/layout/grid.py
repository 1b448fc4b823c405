"""Board → Scene: the whole map as one sheet.

Laid out here and not by Graphviz: one more node moves everything there. Every lane
and every column is a group of its own and is drawn relative to it.
"""

import math

from cjm.board.sheet import Board
from cjm.layout import glyphs
from cjm.layout.header import header
from cjm.layout.legend import legend
from cjm.layout.rows import Sheet, Side, system_rows
from cjm.layout.scene import Group, Paint, Rect, Scene, Shape, Words
from cjm.layout.systems import MARGIN, NARROWEST, WIDEST, System, spread, systems
from cjm.theme.metrics import width
from cjm.theme.tokens import room

# Column widths to choose from; a long journey takes a narrow one.
_WIDTHS = range(148, 229, 8)
_LONG, _LONG_WIDTH = 14, 152


def place(board: Board) -> Scene:
    """The map. Up to 14 touchpoints its shape comes near ISO A landscape, √2."""
    wider = room().column
    if len(board.columns) > _LONG:
        return _sheet(board, _LONG_WIDTH + wider)
    choices = [column + wider for column in _WIDTHS]
    narrowest = choices[0]
    first = _sheet(board, narrowest)
    rows = len(systems(board, narrowest))
    widths = [column for column in choices if len(systems(board, column)) == rows]
    best = min(widths, key=lambda column: abs(_off(board, first, column - narrowest, rows)))
    return first if best == narrowest else _sheet(board, best)


def _off(board: Board, first: Scene, wider: float, rows: int) -> float:
    """How far a sheet with columns that much wider would be from √2, by the narrowest one's.

    Every column makes it wider; about half of its height is text, which gets lower.
    """
    wide = first.width + wider * len(board.columns) / rows
    tall = first.height * (0.5 + 0.5 * _WIDTHS[0] / (_WIDTHS[0] + wider))
    return math.log(wide / tall / math.sqrt(2))


def _sheet(board: Board, column: float) -> Scene:
    rows = systems(board, column)
    wide = max(NARROWEST, max(row.right for row in rows) + MARGIN)
    if len(rows) == 1 and rows[0].right + MARGIN < wide:
        column = spread(board, column, wide)
        rows = systems(board, column, max(wide + column, WIDEST))
        wide = max(wide, max(row.right for row in rows) + MARGIN)
    head, y = header(board, wide)
    return compose(Sheet(board, column, wide, rows), [head], y + MARGIN)


def compose(sheet: Sheet, items: list[Shape], y: float) -> Scene:
    """Systems below each other from `y` on, then the legend and the source."""
    for number, row in enumerate(sheet.systems):
        y = half(sheet, row, "customer", items, y)
        y = half(sheet, row, "organisation", items, y)
        y += 56 if number + 1 < len(sheet.systems) else 0
    return finish(sheet.board, sheet.width, items, y)


def half(sheet: Sheet, row: System, side: Side, items: list[Shape], y: float) -> float:
    """Add one half of a system at `y`, the organisation's on its tint; gives where it ends."""
    drawn, tall = system_rows(sheet, row, side)
    if side == "customer":
        items.append(Group(drawn, 0, y))
        return y + tall
    if not drawn:
        return y
    items += [Group(ground(sheet.board, sheet.width, tall + 10), 0, y + 14), Group(drawn, 0, y + 24)]
    return y + 24 + tall


def finish(
    board: Board, wide: float, items: list[Shape], y: float, signs: tuple[str, ...] | None = None
) -> Scene:
    """The legend and the source below what was drawn, on paper; the map's `signs` where none are given."""
    drawn, tall = legend(board, wide - 2 * MARGIN, board.legend if signs is None else signs)
    if drawn:
        items.append(Group(drawn, MARGIN, y + 34))
        y += 34 + tall
    y += 34
    items.append(Words(MARGIN, y, (f"{board.label('made_with')} · {board.file}",), 13, fill="ink3"))
    return on_paper(wide, items, y)


def on_paper(wide: float, items: list[Shape], y: float) -> Scene:
    """What was drawn down to `y`, with a margin below, on the colour of the sheet."""
    height = y + MARGIN * 0.6
    return Scene(wide, height, (Rect(0, 0, wide, height, Paint("paper")), *items))


def ground(board: Board, wide: float, tall: float) -> tuple[Shape, ...]:
    """The organisation's half, at the origin: the line of visibility with its name, and the tint below."""
    name = board.label("visibility")
    pill = width(name, 13, bold=True) + 20
    return (
        Rect(0, 0, wide, tall, Paint("paper2")),
        glyphs.rule(0, 0, wide, "ink", 1.4),
        Rect(MARGIN - 10, -11, pill, 22, Paint("ink"), radius=11),
        Words(MARGIN, 4.5, (name,), 13, fill="paper", bold=True),
    )
