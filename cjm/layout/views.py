"""The views of a journey: which module places each.

Such a module has `place(board)`, which gives a scene, or says in a sentence why there is
nothing to draw; with `inline(board)` it gives the page another one, such as one without
the head that the page has itself. The flow isn't among them: the Graphviz engine stands
between its two halves (`cjm.layout.flow`).
"""

from importlib import import_module

from cjm.board.sheet import Board
from cjm.layout.scene import Scene

MODULES = {
    "map": "cjm.layout.grid",
    "blueprint": "cjm.layout.blueprint",
    "canvas": "cjm.layout.canvas",
    "wheel": "cjm.layout.wheel",
    "media": "cjm.layout.media",
    "owners": "cjm.layout.owners",
    "strip": "cjm.layout.banner",
    "sheet": "cjm.layout.blank",
}

# The page is a map itself, its head a strip, its owners a table; an empty sheet is for paper.
ON_PAGE = ("blueprint", "canvas", "wheel", "media")


def place(view: str, board: Board) -> Scene | str:
    """The scene of a view other than the flow, or why there is none: `no phase has an owner`."""
    return _told(view, board, import_module(MODULES[view]).place(board))


def inline(view: str, board: Board) -> Scene | str:
    """The scene of a view within the page, or why there is none."""
    module = import_module(MODULES[view])
    return _told(view, board, getattr(module, "inline", module.place)(board))


def _told(view: str, board: Board, placed: Scene | str) -> Scene | str:
    return f"{view} isn't shared" if isinstance(placed, str) and view in board.withheld else placed
