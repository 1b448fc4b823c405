"""The strip as a picture of its own: for a README or a dashboard, with a title and whose journey it is."""

from cjm.board.sheet import Board
from cjm.layout import strip
from cjm.layout.scene import Group, Paint, Rect, Scene, Shape, Words
from cjm.layout.text import wrap

_WIDE, _EDGE = 1280.0, 40.0


def place(board: Board) -> Scene | str:
    """The strip on paper, 1280 wide, or why there is none."""
    if not board.columns:
        return "no phase has touchpoints"
    room = _WIDE - 2 * _EDGE
    line = strip.place(board, room)
    if line is None:
        return "no touchpoint has an emotion"
    code = board.language.code
    title = wrap(board.title, room, 34, bold=True, language=code)
    shapes: list[Shape] = [Words(_EDGE - 1, _EDGE + 28, title, 34, 38, bold=True, tracking=-0.8)]
    y = _EDGE + 28 + 38 * (len(title) - 1)
    if about := " · ".join(_about(board)):
        lines = wrap(about, room, 16, language=code)
        shapes.append(Words(_EDGE, y + 30, lines, 16, 21, "ink2"))
        y += 30 + 21 * (len(lines) - 1)
    shapes.append(Group(line.items, _EDGE, y + 26))
    height = y + 26 + line.height + _EDGE * 0.4
    return Scene(_WIDE, height, (Rect(0, 0, _WIDE, height, Paint("paper")), *shapes))


def _about(board: Board) -> list[str]:
    """Who travels, how settled the map is, and when it was last held against reality."""
    people = [block.title for block in board.blocks if block.key == "persona"]
    facts = {label: value for block in board.blocks for label, value in block.facts}
    status = facts.get(board.label("status"), "")
    reviewed = facts.get(board.label("reviewed"), "")
    said = [board.kicker, ", ".join(people), status]
    return [*filter(None, said), *([f"{board.label('reviewed')} {reviewed}"] if reviewed else [])]
