"""A view's drawing as a sheet of its own, under the map's head, or as a part of the page."""

import msgspec
from msgspec.structs import replace

from cjm.board.sheet import Board
from cjm.layout.grid import finish, on_paper
from cjm.layout.header import header
from cjm.layout.legend import legend
from cjm.layout.scene import Group, Scene, Shape
from cjm.layout.systems import MARGIN, NARROWEST

# What a page on a usual screen shows without scrolling sideways.
SCREEN = 1400.0


class Body(msgspec.Struct, frozen=True):
    """What a view draws within its margins, and the keys of the signs to explain."""

    items: tuple[Shape, ...]
    width: float
    height: float
    signs: tuple[str, ...] = ()


def sheet(board: Board, view: str, body: Body | str, *, without: str = "") -> Scene | str:
    """The drawing with head, legend and source; why there is none passes through.

    `without` is a block of the head that the drawing holds itself.
    """
    if isinstance(body, str):
        return body
    wide = max(body.width, NARROWEST)
    shown = replace(board, blocks=tuple(block for block in board.blocks if block.key != without))
    head, y = header(shown, wide, board.label(view).lower())
    y += MARGIN
    items: list[Shape] = [head, Group(body.items, 0, y)]
    return finish(board, wide, items, y + body.height, body.signs)


def inline(board: Board, body: Body | str) -> Scene | str:
    """The drawing with its legend alone: the page has the rest."""
    if isinstance(body, str):
        return body
    items: list[Shape] = [Group(body.items, 0, 20)]
    y = body.height + 20
    drawn, tall = legend(board, body.width - 2 * MARGIN, body.signs)
    if drawn:
        items.append(Group(drawn, MARGIN, y + 34))
        y += 34 + tall
    return on_paper(body.width, items, y)


def explained(board: Board, *keys: str) -> tuple[str, ...]:
    """Those of the map's signs that a view has too; a single one explains itself.

    What was expected is drawn across the map's curve, and along a scale that lies down.
    """
    lying = {"expectation": "expectation_across"}
    found = tuple(key for sign in board.legend for key in (sign, lying.get(sign, sign)) if key in keys)
    found = tuple(dict.fromkeys(found))
    return found if len(found) > 1 else ()
