"""The views of a journey: which module places each.

Such a module has `place(board)`, which gives a scene, or says in a sentence why there is
nothing to draw. The flow isn't among them: the Graphviz engine stands between its two
halves (`cjm.layout.flow`).
"""

from importlib import import_module

from cjm.board.sheet import Board
from cjm.layout.scene import Scene

MODULES = {
    "map": "cjm.layout.grid",
    "wheel": "cjm.layout.wheel",
    "strip": "cjm.layout.banner",
    "sheet": "cjm.layout.blank",
}


def place(view: str, board: Board) -> Scene | str:
    """The scene of a view other than the flow, or why there is none: `no phase has an owner`."""
    placed: Scene | str = import_module(MODULES[view]).place(board)
    return placed
