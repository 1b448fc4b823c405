"""Board → Scene: the whole map as one sheet, or a sheet a system for print.

Laid out here and not by Graphviz: one more node moves everything there. Every lane
and every column is a group of its own and is drawn relative to it.
"""

import math

from cjm.board.sheet import Board
from cjm.layout import glyphs
from cjm.layout.header import header
from cjm.layout.legend import legend
from cjm.layout.rows import Sheet, system_rows
from cjm.layout.scene import Group, Paint, Rect, Scene, Shape, Words
from cjm.layout.systems import MARGIN, NARROWEST, WIDEST, System, spread, systems
from cjm.theme.metrics import width

# Column widths to choose from; a long journey takes a narrow one.
_WIDTHS = range(148, 229, 8)
_LONG, _LONG_WIDTH = 14, 152
# Print: systems short enough to be read on A4.
_PRINTED = 1500.0


def place(board: Board) -> Scene:
    """The map. Up to 14 touchpoints its shape comes near ISO A landscape, √2."""
    if len(board.columns) > _LONG:
        return _sheet(board, _LONG_WIDTH)
    fewest = len(systems(board, _WIDTHS[0]))
    widths = [column for column in _WIDTHS if len(systems(board, column)) == fewest]
    scenes: dict[int, Scene] = {}

    def off(column: int) -> float:
        if column not in scenes:
            scenes[column] = _sheet(board, column)
        found = scenes[column]
        return math.log(found.width / found.height / math.sqrt(2))

    # Wider columns make a wider and a lower sheet: halve the range.
    low, high = 0, len(widths) - 1
    while high - low > 1:
        middle = (low + high) // 2
        if off(widths[middle]) < 0:
            low = middle
        else:
            high = middle
    best = min((widths[low], widths[high]), key=lambda column: abs(off(column)))
    return scenes[best]


def pages(board: Board) -> tuple[Scene, ...]:
    """The map for paper: a sheet a system, with a title and its number on the later ones."""
    rows = systems(board, _LONG_WIDTH, _PRINTED)
    return tuple(_page(board, rows, index) for index in range(len(rows)))


def _sheet(board: Board, column: float) -> Scene:
    rows = systems(board, column)
    wide = max(NARROWEST, max(row.right for row in rows) + MARGIN)
    if len(rows) == 1 and rows[0].right + MARGIN < wide:
        column = spread(board, column, wide)
        rows = systems(board, column, max(wide + column, WIDEST))
        wide = max(wide, max(row.right for row in rows) + MARGIN)
    head, y = header(board, wide)
    return _compose(board, Sheet(board, column, wide, rows), rows, [head], y + MARGIN)


def _page(board: Board, rows: list[System], index: int) -> Scene:
    wide = max(NARROWEST, max(row.right for row in rows) + MARGIN)
    sheet = Sheet(board, _LONG_WIDTH, wide, rows)
    if index == 0:
        head, y = header(board, wide)
    else:
        count = f"{index + 1} / {len(rows)}"
        words = (
            Words(MARGIN, 0, (board.title,), 20, bold=True, tracking=-0.3),
            Words(wide - MARGIN, 0, (count,), 15, fill="ink2", anchor="end"),
        )
        head, y = Group(words, 0, MARGIN + 8), 42.0
    return _compose(board, sheet, [rows[index]], [head], y + MARGIN)


def _compose(board: Board, sheet: Sheet, rows: list[System], items: list[Shape], y: float) -> Scene:
    """Systems below each other, the organisation's half of each tinted, then legend and source."""
    for number, row in enumerate(rows):
        customer, tall = system_rows(sheet, row, "customer")
        items.append(Group(customer, 0, y))
        y += tall
        organisation, tall = system_rows(sheet, row, "organisation")
        if organisation:
            y += 14
            items += [Group(_ground(board, sheet.width, tall + 10), 0, y), Group(organisation, 0, y + 10)]
            y += tall + 10
        y += 56 if number + 1 < len(rows) else 0
    drawn, tall = legend(board, sheet.width - 2 * MARGIN)
    if drawn:
        items.append(Group(drawn, MARGIN, y + 34))
        y += 34 + tall
    y += 34
    items.append(Words(MARGIN, y, (f"{board.label('made_with')} · {board.file}",), 13, fill="ink3"))
    height = y + MARGIN * 0.6
    return Scene(sheet.width, height, (Rect(0, 0, sheet.width, height, Paint("paper")), *items))


def _ground(board: Board, wide: float, tall: float) -> tuple[Shape, ...]:
    """The tint below the line of visibility, the line, and its name in a pill."""
    name = board.label("visibility")
    pill = width(name, 13, bold=True) + 20
    return (
        Rect(0, 0, wide, tall, Paint("paper2")),
        glyphs.rule(0, 0, wide, "ink", 1.4),
        Rect(MARGIN - 10, -11, pill, 22, Paint("ink"), radius=11),
        Words(MARGIN, 4.5, (name,), 13, fill="paper", bold=True),
    )
