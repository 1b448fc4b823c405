"""The emotion curve in signs: dots of braille, or of ASCII.

In: the points of a curve, and which columns stand side by side. Out: five lines of text
for the scores 2 … −2. The line is the map's own (`cjm.layout.curve`), so that it has
its peaks and lows where its points are.
"""

from collections.abc import Sequence
from itertools import pairwise

from cjm.board.sheet import Point
from cjm.layout.curve import ordinate, segments

SCORES = (2, 1, 0, -1, -2)

# A sign of braille holds 2 × 4 dots; their bits, by column and row (Unicode 16, chapter 21.1).
_DOTS = ((0x01, 0x02, 0x04, 0x40), (0x08, 0x10, 0x20, 0x80))
_BRAILLE = 0x2800


def drawn(
    points: Sequence[Point], first: int, end: int, cell: int, *, unicode: bool
) -> list[tuple[int, str]]:
    """Each score and its line, for the columns from `first` up to `end` of `cell` signs each.

    A touchpoint stands at the left of its cell: by its `sign`;
    between points without a touchpoint that has a score the line goes on.
    """
    scored = [(index, point.score) for index, point in enumerate(points) if point.score is not None]
    wide = (end - first) * cell
    grid = [[" "] * wide for _ in SCORES]
    for column in range(wide):
        grid[2][column] = "─" if unicode else "-"
    if len(scored) > 1:
        _line(grid, scored, first, cell, unicode)
    for index, score in scored:
        if first <= index < end:
            grid[_row(score)][(index - first) * cell] = sign(points[index], unicode=unicode)
    return [(score, "".join(row).rstrip()) for score, row in zip(SCORES, grid, strict=True)]


def _line(
    grid: list[list[str]], scored: Sequence[tuple[int, float]], first: int, cell: int, unicode: bool
) -> None:
    """The line between the points, beyond the part too: it goes on where a system ends."""
    curve = segments([(float(index), score) for index, score in scored])
    across, down = (2, 4) if unicode else (1, 1)
    tall = len(SCORES) * down
    bits = [[0] * len(grid[0]) for _ in SCORES]
    heights: list[int | None] = []
    for dot in range(len(grid[0]) * across):
        x = first + dot / (cell * across)
        inside = scored[0][0] <= x <= scored[-1][0]
        heights.append(_height(ordinate(curve, x), tall) if inside else None)
    for dot, (here, there) in enumerate(pairwise([*heights, heights[-1]])):
        if here is None:
            continue
        # A steep piece is drawn as far as the next dot.
        low, high = sorted((here, here if there is None else there))
        for y in range(low + (low < here), high + (high == here)) or (here,):
            bits[y // down][dot // across] |= _DOTS[dot % across][y % down] if unicode else 1
    for row, line in enumerate(bits):
        for column, bit in enumerate(line):
            if bit:
                grid[row][column] = chr(_BRAILLE + bit) if unicode else "."


def _height(score: float, tall: int) -> int:
    """The dot from the top, of `tall` over the scores 2.5 … −2.5."""
    return min(max(int((2.5 - score) / 5 * tall), 0), tall - 1)


def _row(score: float) -> int:
    return _height(score, len(SCORES))


def sign(point: Point, *, unicode: bool) -> str:
    """How a touchpoint is marked: moments of truth by their own signs, an assumption by a ring."""
    if point.impact:
        return ("⊕◆" if unicode else "+-")[point.impact < 0]
    return ("○" if point.assumed else "●") if unicode else "o"
