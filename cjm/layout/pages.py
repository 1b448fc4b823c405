"""The map for paper: pages that stay readable on A4 in landscape.

A short journey is one page. Any other gets a cover with its head, the strip and the
legend, and then two pages a system: the customer's half, and the organisation's under
the same phases and touchpoints.
"""

from cjm.board.sheet import Board
from cjm.layout import strip
from cjm.layout.grid import compose, finish, half, on_paper
from cjm.layout.header import header
from cjm.layout.rows import Sheet, system_rows
from cjm.layout.scene import Group, Scene, Shape, Words
from cjm.layout.systems import MARGIN, NARROWEST, System, systems
from cjm.layout.text import wrap

_COLUMN = 200.0
# Six columns or so: on A4 a body text of 14.5 is about 6 pt.
_WIDEST = 1780.0
# What is no taller can stand on one page of A4 and still be read.
_ONE_PAGE = 1100.0


def pages(board: Board) -> tuple[Scene, ...]:
    """The pages, in order; later ones have the title and their number."""
    rows = systems(board, _COLUMN, _WIDEST)
    sheet = Sheet(board, _COLUMN, max(NARROWEST, max(row.right for row in rows) + MARGIN), rows)
    head, y = header(board, sheet.width)
    if len(rows) == 1:
        whole = compose(sheet, [head], y + MARGIN)
        if whole.height <= _ONE_PAGE:
            return (whole,)
    drawn = [_cover(sheet), *(page for row in rows for page in _system(sheet, row))]
    return tuple(
        _numbered(sheet, page, number, len(drawn)) if number > 1 else page
        for number, page in enumerate(drawn, 1)
    )


def _cover(sheet: Sheet) -> Scene:
    head, y = header(sheet.board, sheet.width)
    items: list[Shape] = [head]
    y += MARGIN
    line = strip.place(sheet.board, sheet.width - 2 * MARGIN)
    if line is not None:
        items.append(Group(line.items, MARGIN, y))
        y += line.height
    return finish(sheet.board, sheet.width, items, y)


def _system(sheet: Sheet, row: System) -> list[Scene]:
    top = MARGIN + 50
    customer: list[Shape] = []
    made = [on_paper(sheet.width, customer, half(sheet, row, "customer", customer, top))]
    titles, tall = system_rows(sheet, row, "titles")
    items: list[Shape] = [Group(titles, 0, top)]
    bottom = half(sheet, row, "organisation", items, top + tall)
    if bottom > top + tall:
        made.append(on_paper(sheet.width, items, bottom))
    return made


def _numbered(sheet: Sheet, page: Scene, number: int, total: int) -> Scene:
    """The page with its number, and the title as far as there is room: the cover has it whole."""
    room = page.width - 2 * MARGIN - 120
    title, *more = wrap(sheet.board.title, room, 20, bold=True, language=sheet.board.language.code)
    words = (
        Words(MARGIN, MARGIN + 8, (f"{title} …" if more else title,), 20, bold=True, tracking=-0.3),
        Words(page.width - MARGIN, MARGIN + 8, (f"{number} / {total}",), 15, fill="ink2", anchor="end"),
    )
    return Scene(page.width, page.height, (*page.items, *words))
