"""Drawings on pages for a PDF: each scene, the size of its page, and how large it stands on it.

Lengths of pages are in points (1/72 inch); a user unit of a scene is 0.75 of one at 100 %.
"""

import msgspec

from cjm.board.sheet import Board
from cjm.layout.pages import pages
from cjm.layout.scene import Scene

# The long side and the short one in mm (ISO 216, ANSI).
PAPERS = {
    "a4": (297.0, 210.0),
    "a3": (420.0, 297.0),
    "a2": (594.0, 420.0),
    "a1": (841.0, 594.0),
    "a0": (1189.0, 841.0),
    "letter": (279.4, 215.9),
    "tabloid": (431.8, 279.4),
}
FIT = "fit"

_POINTS_PER_PX = 0.75
_POINTS_PER_MM = 72 / 25.4
# No page of a PDF is longer (ISO 32000, annex C).
_LONGEST = 14_400.0
# A body text of 14.5 px is 6 pt then: the least that is read on paper.
_READABLE = 6 / 14.5


class Leaf(msgspec.Struct, frozen=True):
    """A page of `width` × `height` points with a scene in its middle, `scale` points a user unit."""

    scene: Scene
    width: float
    height: float
    scale: float


def leaves(view: str, board: Board, whole: Scene, paper: str) -> tuple[Leaf, ...]:
    """The pages of a view: one of its own size for `fit`, else sheets of a paper.

    A map that couldn't be read on one sheet becomes the several of `cjm.layout.pages`;
    other views are one, upright where they are taller than wide.
    """
    if paper == FIT:
        scale = min(_POINTS_PER_PX, _LONGEST / max(whole.width, whole.height))
        return (Leaf(whole, whole.width * scale, whole.height * scale, scale),)
    long, short = (side * _POINTS_PER_MM for side in PAPERS[paper])
    if view != "map":
        upright = whole.height > whole.width
        return (_on(whole, short, long) if upright else _on(whole, long, short),)
    sheet = _on(whole, long, short)
    return (sheet,) if sheet.scale >= _READABLE else tuple(_on(page, long, short) for page in pages(board))


def _on(scene: Scene, width: float, height: float) -> Leaf:
    return Leaf(scene, width, height, min(width / scene.width, height / scene.height))
