"""Open opportunities → Scene, by impact (upwards) and effort (to the right): each, or how many there are.

The corner of much impact for little effort is tinted. What shares a place stands side by
side, and a row grows with what is in it, so that no key hides another.
"""

from collections.abc import Callable, Mapping
from math import sqrt

from cjm.board.sheet import Board
from cjm.board.tables import Idea
from cjm.layout import glyphs
from cjm.layout.curve import number
from cjm.layout.scene import Group, Paint, Path, Rect, Scene, Shape, Words
from cjm.theme.metrics import width

# As wide as a phone leaves room for, so that its texts keep their size there.
_WIDE, _LEFT, _TOP, _UNDER = 350.0, 22.0, 24.0, 38.0
_CELL = (_WIDE - _LEFT) / 5
_ROW, _NAMES = 44.0, 22.0
_DISC, _BETWEEN = 24.0, 3.0
# Of the counts: a row, and the largest disc in it.
_HIGH, _LARGEST = 66.0, 58.0
_TEXT = 12.5
_LEVELS = (5, 4, 3, 2, 1)

Label = Callable[[str], str]


def place(board: Board) -> Scene | None:
    """The plot; None where no open opportunity is estimated."""
    ideas = [idea for idea in board.tables.ideas if idea.plotted]
    if not ideas:
        return None
    packed = {
        (impact, effort): _packed([idea for idea in ideas if (idea.impact, idea.effort) == (impact, effort)])
        for impact in _LEVELS
        for effort in _LEVELS
    }
    tops: dict[int, float] = {}
    y = _TOP + _NAMES
    for impact in _LEVELS:
        tops[impact] = y
        y += max([_ROW, *(len(packed[impact, effort]) * (_DISC + _BETWEEN) + 8 for effort in _LEVELS)])
    bottom = y + _NAMES
    tops[0] = y
    shapes = _ground(board.label, tops, bottom)
    for (impact, effort), rows in packed.items():
        middle = (tops[impact] + tops[impact - 1]) / 2
        x = _LEFT + (effort - 0.5) * _CELL
        first = middle - (len(rows) - 1) * (_DISC + _BETWEEN) / 2
        for line, row in enumerate(rows):
            shapes += _row(row, x, first + line * (_DISC + _BETWEEN))
    return Scene(_WIDE, bottom + _UNDER, tuple(shapes))


def counts(places: Mapping[tuple[int, int], int], label: Label) -> Scene:
    """How many stand at each impact and effort: a disc of that area, and the number."""
    tops = {impact: _TOP + _NAMES + row * _HIGH for row, impact in enumerate((*_LEVELS, 0))}
    bottom = tops[0] + _NAMES
    shapes = _ground(label, tops, bottom)
    most = max(places.values(), default=1)
    for (impact, effort), count in sorted(places.items()):
        x, y = _LEFT + (effort - 0.5) * _CELL, (tops[impact] + tops[impact - 1]) / 2
        words = str(count)
        wide = max(_DISC, _LARGEST * sqrt(count / most), width(words, _TEXT, bold=True) + 10)
        disc = Rect(x - wide / 2, y - wide / 2, wide, wide, Paint("ink"), radius=wide / 2)
        shapes += [disc, Words(x, y + 4.5, (words,), _TEXT, fill="paper", bold=True, anchor="middle")]
    return Scene(_WIDE, bottom + _UNDER, tuple(shapes))


def _size(idea: Idea) -> float:
    return max(_DISC, width(idea.key, _TEXT, bold=True) + 10)


def _packed(ideas: list[Idea]) -> list[list[Idea]]:
    """The ideas of one place in rows that fit into it."""
    rows: list[list[Idea]] = []
    left = 0.0
    for idea in ideas:
        if _size(idea) > left:
            rows.append([])
            left = _CELL - 4
        rows[-1].append(idea)
        left -= _size(idea) + _BETWEEN
    return rows


def _row(ideas: list[Idea], x: float, y: float) -> list[Shape]:
    """Discs round (x, y): filled, or a ring where nobody owns the opportunity."""
    shapes: list[Shape] = []
    x -= (sum(map(_size, ideas)) + _BETWEEN * (len(ideas) - 1)) / 2
    for idea in ideas:
        wide = _size(idea)
        paint = Paint("paper", "neg", 1.6) if idea.gap else Paint("ink")
        disc = Rect(-wide / 2, -_DISC / 2, wide, _DISC, paint, radius=_DISC / 2)
        colour = "neg" if idea.gap else "paper"
        key = Words(0, 4.5, (idea.key,), _TEXT, fill=colour, bold=True, anchor="middle")
        shapes.append(Group((disc, key), x + wide / 2, y, title=idea.text))
        x += wide + _BETWEEN
    return shapes


def _ground(label: Label, tops: dict[int, float], bottom: float) -> list[Shape]:
    """Axes, their numbers, and the four corners with their names."""
    across, up = _LEFT + 2 * _CELL, tops[3]
    shapes: list[Shape] = [
        Rect(_LEFT, _TOP, 2 * _CELL, up - _TOP, Paint("pos_t")),
        glyphs.rule(_LEFT, up, _WIDE, "line2"),
        Path(f"M{number(across)} {number(_TOP)}V{number(bottom)}", Paint("none", "line2", 1)),
        Path(f"M{number(_LEFT)} {number(_TOP)}V{number(bottom)}H{number(_WIDE)}", Paint("none", "ink", 1.4)),
        Words(_LEFT, 13, (label("impact_axis"),), _TEXT, fill="ink2"),
        Words(_WIDE, bottom + 34, (label("effort_axis"),), _TEXT, fill="ink2", anchor="end"),
        Words(_LEFT + 7, _TOP + 17, (label("plot_first"),), _TEXT, bold=True),
        Words(_WIDE - 5, _TOP + 17, (label("plot_plan"),), _TEXT, fill="ink2", anchor="end"),
        Words(_LEFT + 7, bottom - 8, (label("plot_along"),), _TEXT, fill="ink2"),
        Words(_WIDE - 5, bottom - 8, (label("plot_leave"),), _TEXT, fill="ink2", anchor="end"),
    ]
    for level in _LEVELS:
        middle = (tops[level] + tops[level - 1]) / 2
        shapes.append(Words(_LEFT - 9, middle + 4.5, (str(level),), _TEXT, fill="ink3", anchor="end"))
        x = _LEFT + (level - 0.5) * _CELL
        shapes.append(Words(x, bottom + 17, (str(level),), _TEXT, fill="ink3", anchor="middle"))
    return shapes
