"""The page's table as numbers: its columns, and the curve that is drawn across them.

The style sheet holds the same widths under the class names that are given here
(`templates/page.css`, "The map"); a test in a browser compares them.
"""

import msgspec

from cjm.board.sheet import Board
from cjm.layout import emotion, glyphs
from cjm.layout.captions import room
from cjm.layout.curve import number
from cjm.layout.scene import Group, Paint, Path, Scene

# From a column's edge to its text, on either side; and what a phase keeps before it.
PADDING, PHASE_GAP = 11.0, 24.0
_POINT = 9.0  # from the text edge, so that an ordinary ring's left edge meets it
_AXIS = 20.0


class Slot(msgspec.Struct, frozen=True):
    """A column of the table: a touchpoint's, or the room of a phase that has none.

    `x` is its text edge, from the left edge of the first one; `leads` says whether it
    starts a phase and keeps a gap to the one before.
    """

    column: int | None
    phase: int
    leads: bool
    x: float


class PageGrid(msgspec.Struct, frozen=True):
    """The columns of the table; `size` names their width in the style sheet."""

    size: str
    slots: tuple[Slot, ...]
    text: float
    width: float

    def of_phase(self, phase: int) -> tuple[Slot, ...]:
        """The columns below one phase; never none."""
        return tuple(slot for slot in self.slots if slot.phase == phase)


def columns(board: Board) -> PageGrid:
    """The columns of a board: 176 px of text, wider where there are few of them."""
    cells = sum(max(1, head.end - head.first) for head in board.phases)
    text = 330.0 if cells <= 4 else 250.0 if cells < 6 else 176.0
    slots: list[Slot] = []
    x = 0.0
    for phase, head in enumerate(board.phases):
        x += PHASE_GAP if phase else 0
        for place, column in enumerate(range(head.first, head.end) or (None,)):
            slots.append(Slot(column, phase, bool(phase) and not place, x + PADDING))
            x += text + 2 * PADDING
    return PageGrid(f"w{text:.0f}", tuple(slots), text, x)


def curve(board: Board) -> Scene | None:
    """The curve over the row of feelings, from the left edge of the first column."""
    if not board.curves:
        return None
    grid = columns(board)
    step, baseline, height = _heights(board, grid)
    borders = tuple(slot.x - PADDING - PHASE_GAP / 2 for slot in grid.slots if slot.leads)
    drawn = emotion.draw(
        board,
        [(slot.column, slot.x + _POINT) for slot in grid.slots if slot.column is not None],
        left=PADDING,
        right=grid.width,
        baseline=baseline,
        step=step,
        width=grid.text + PADDING,
        borders=borders,
        hits=True,
    )
    lines = tuple(_border(x, baseline, 2 * step + 34) for x in borders)
    return Scene(grid.width, height, (Group(lines), drawn))


def axis(board: Board) -> Scene | None:
    """The five faces beside the curve, as high as it is."""
    if not board.curves:
        return None
    step, baseline, height = _heights(board, columns(board))
    faces = tuple(glyphs.mood(level, _AXIS / 2, baseline - level * step) for level in (2, 1, 0, -1, -2))
    return Scene(_AXIS, height, faces)


def _heights(board: Board, grid: PageGrid) -> tuple[float, float, float]:
    """The px per score, the baseline and the height of the row."""
    step = 64.0 if len(board.columns) <= 4 else 68.0
    above, below = room(board, range(len(board.columns)), grid.text + PADDING, step)
    baseline = above + 2 * step
    return step, baseline, baseline + 2 * step + below


def _border(x: float, baseline: float, reach: float) -> Path:
    data = f"M{number(x)} {number(baseline - reach)}V{number(baseline + reach)}"
    return Path(data, Paint("none", "line", 1))
