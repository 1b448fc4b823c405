"""Small signs as inline drawings: a page repeats them beside its words, so each is drawn once.

In: what a sign says. Out: an `<svg>` that is hidden from readers, as the words beside
it say the same.
"""

from functools import cache

import msgspec
from markupsafe import Markup

from cjm.board.sheet import Board
from cjm.layout import glyphs
from cjm.layout.legend import legend
from cjm.layout.scene import Circle, Group, Paint, Path, Scene, Shape, Words
from cjm.render.svg import fragment


@cache
def moment(impact: int) -> Markup:
    """A moment of truth's disc or diamond; its halo is for the curve only."""
    _, *sign = glyphs.moment(8, 8, impact or 1, 6.4)
    return _drawn(16, 16, sign)


@cache
def status(state: str) -> Markup:
    """How far an opportunity is."""
    return _drawn(10, 10, glyphs.status(5, 5, state))


@cache
def locator(impact: int | None, effort: int | None) -> Markup:
    """An opportunity's impact upwards and effort to the right; nothing where one isn't estimated."""
    shapes = glyphs.locator(1, 1, impact, effort)
    return _drawn(16, 16, shapes) if shapes else Markup("")


@cache
def strength(bars: int) -> Markup:
    """What a touchpoint rests on, as bars."""
    return _drawn(14, 12, glyphs.strength(0, 11, bars))


@cache
def warning() -> Markup:
    """A triangle with an exclamation mark."""
    return _drawn(16, 14, [glyphs.warning_sign(1, 1, "warn")])


@cache
def severity(name: str) -> Markup:
    """A gap's severity: a diamond for an error, a triangle for a warning, a ring for a tip."""
    if name == "warning":
        return warning()
    mark = Path("M8 4.6V8.6M8 11V11.1", Paint("none", "on" if name == "error" else "ink2", 1.7, cap="round"))
    if name == "error":
        return _drawn(16, 16, [Path("M8 .4L15.6 8L8 15.6L.4 8Z", Paint("neg")), mark])
    return _drawn(16, 16, [Circle(8, 8, 6.8, Paint("none", "ink2", 1.4)), mark])


def explained(board: Board) -> tuple[tuple[Markup, str], ...]:
    """The legend of a board: each sign and its words."""
    found = []
    for key in board.legend:
        (*shapes, words), _ = legend(msgspec.structs.replace(board, legend=(key,)), 1000)
        assert isinstance(words, Words)
        # A legend of one is its sign and, behind it, its words; the sign stands over the baseline.
        sign = _drawn(words.x - 6, 20, [Group(tuple(shapes), 0, 14)])
        found.append((sign, words.lines[0]))
    return tuple(found)


def _drawn(wide: float, tall: float, shapes: list[Shape]) -> Markup:
    return fragment(Scene(wide, tall, tuple(shapes)), prefix="", classes="sign", hidden=True)
