"""The head of a sheet: kicker, title, persona, scenario, expectations, wants and facts."""

from cjm.board.sheet import Block, Board
from cjm.layout import glyphs
from cjm.layout.scene import Group, Shape, Words
from cjm.layout.systems import MARGIN
from cjm.layout.text import wrap
from cjm.theme.metrics import width as text_width

_WEIGHT = {"persona": 3.2, "scenario": 3.4, "expectation": 3.0, "wants": 2.8, "facts": 3.2}
_GAP, _NARROWEST, _WIDEST_LINE = 40.0, 230.0, 470.0


def header(board: Board, sheet: float, view: str = "") -> tuple[Group, float]:
    """The head of a sheet of this width, at the top margin, and the height it takes.

    `view` says what the sheet shows, where that isn't the map.
    """
    right = sheet - MARGIN
    size = 76.0 if sheet > 1900 else 60.0 if sheet > 1400 else 48.0
    kicker = f"{board.kicker} · {view}" if view else board.kicker
    lines = wrap(kicker, right - MARGIN, 15, language=board.language.code)
    shapes: list[Shape] = [Words(MARGIN, 0, lines, 15, 20, "ink2")]
    above = 20.0 * (len(lines) - 1)
    lines = wrap(board.title, right - MARGIN, size, bold=True, language=board.language.code)
    y = above + size * 1.12
    tracking = -0.028 * size
    # The optical edge of a large letter lies inside its box.
    shapes.append(Words(MARGIN - size * 0.05, y, lines, size, size * 1.08, bold=True, tracking=tracking))
    y += (len(lines) - 1) * size * 1.08
    names = [block.title for block in board.blocks if block.key == "persona"]
    if len(board.blocks) == len(names) and not any(block.lines or block.quote for block in board.blocks):
        if names:
            y += size * 0.18 + 30
            lines = wrap(", ".join(names), right - MARGIN, 20, language=board.language.code)
            shapes.append(Words(MARGIN, y, lines, 20, 26, "ink2"))
            y += 26 * (len(lines) - 1)
        return Group(tuple(shapes), 0, MARGIN + 6), y + 52
    y += 40
    for row in _rows(board.blocks, right - MARGIN):
        drawn, tall = _row(row, right - MARGIN, board.language.code)
        shapes.append(Group(tuple(drawn), MARGIN, y))
        y += tall + 18
    return Group(tuple(shapes), 0, MARGIN + 6), y + 22


def _rows(blocks: tuple[Block, ...], room: float) -> list[list[Block]]:
    """As many blocks beside each other as stay readable."""
    rows: list[list[Block]] = [[]]
    for block in blocks:
        row = [*rows[-1], block]
        unit = (room - _GAP * (len(row) - 1)) / sum(_WEIGHT[one.key] for one in row)
        if rows[-1] and min(_WEIGHT[one.key] for one in row) * unit < _NARROWEST * 0.75:
            rows.append([block])
        else:
            rows[-1] = row
    return rows


def _row(blocks: list[Block], room: float, language: str) -> tuple[list[Shape], float]:
    total = sum(_WEIGHT[block.key] for block in blocks)
    inner = room - _GAP * (len(blocks) - 1)
    shapes: list[Shape] = []
    x = tallest = 0.0
    for block in blocks:
        wide = inner * _WEIGHT[block.key] / total
        drawn, tall = _block(block, min(wide, _WIDEST_LINE), language)
        shapes.append(Group((glyphs.rule(0, -2, wide, "line2"), *drawn), x, 0))
        tallest = max(tallest, tall)
        x += wide + _GAP
    return shapes, tallest


def _block(block: Block, wide: float, language: str) -> tuple[list[Shape], float]:
    shapes: list[Shape] = [Words(0, 20, (block.label,), 13, fill="ink3")]
    y = 20.0 + 27
    if block.title:
        lines = wrap(block.title, wide, 26, bold=True, language=language)
        shapes.append(Words(-1, y + 4, lines, 26, 30, bold=True, tracking=-0.4))
        y += 28 + 30 * (len(lines) - 1)
    for text in block.lines:
        lines = wrap(text, wide, 15.5, language=language)
        shapes.append(Words(0, y, lines, 15.5, 21.5, "ink2" if block.title else "ink"))
        y += 21.5 * len(lines) + (0 if block.title else 2)
    if block.quote:
        lines = wrap(block.quote, wide, 15.5, italic=True, language=language)
        shapes.append(Words(0, y + 4, lines, 15.5, 21.5, italic=True))
        y += 21.5 * len(lines) + 4
    if block.facts:
        y -= 1
        indent = max(92.0, max(text_width(label, 13) for label, _ in block.facts) + 16)
        for label, value in block.facts:
            lines = wrap(value, max(60, wide - indent), 15, language=language)
            shapes += [Words(0, y, (label,), 13, fill="ink3"), Words(indent, y, lines, 15, 20)]
            y += 25 + 20 * (len(lines) - 1)
    return shapes, y - 12
