"""Small signs beside words: a page repeats them, so each is drawn once and then referred to.

They are hidden from readers, as the words beside them say the same.
"""

from functools import cache

from markupsafe import Markup

from cjm.board.sheet import Board, Point
from cjm.layout import glyphs
from cjm.layout.legend import explanation, legend
from cjm.layout.scene import Circle, Group, Paint, Path, Scene, Shape, Words
from cjm.render.svg import fragment
from cjm.theme.tokens import DEFAULT

_USE = Markup('<svg class="sign" width="{0}" height="{1}" aria-hidden="true"><use href="#s-{2}"/></svg>')


class Signs:
    """The signs of one page. Asked for, they give a reference, and are in `drawn` from then on."""

    def __init__(self) -> None:
        self.drawn: dict[str, tuple[Markup, int, int]] = {}
        self._references: dict[str, Markup] = {}

    def moment(self, impact: int) -> Markup:
        """A moment of truth's disc or diamond."""
        return self._refer(f"moment-{'n' if impact < 0 else 'p'}", _moment(impact), 14, 14)

    def marker(self, point: Point, *, scored: bool) -> Markup:
        """A touchpoint as the curve has it: a moment, a ring, dashed for an assumption; `?` without a score.

        `scored` is whether the journey has a curve at all.
        """
        if point.impact:
            name = f"at-{'n' if point.impact < 0 else 'p'}"
        else:
            name = "at-none" if scored and point.score is None else "at-assumed" if point.assumed else "at"
        return self._refer(name, _marker(name), 18, 18)

    def status(self, state: str) -> Markup:
        """How far an opportunity is."""
        return self._refer(state, _status(state), 10, 10)

    def locator(self, impact: int | None, effort: int | None) -> Markup:
        """An opportunity's impact upwards and effort to the right; nothing where one isn't estimated."""
        if impact is None or effort is None:
            return Markup("")
        return self._refer(f"{impact}-{effort}", _locator(impact, effort), 16, 16)

    def strength(self, bars: int) -> Markup:
        """What a touchpoint rests on, as bars."""
        return self._refer(f"bars-{bars}", _strength(bars), 14, 12)

    def severity(self, name: str) -> Markup:
        """A gap's: a diamond for an error, a triangle for a warning, a ring for a tip."""
        return self._refer(name, _severity(name), 16, 16)

    def _refer(self, name: str, drawing: Markup, wide: int, tall: int) -> Markup:
        if name not in self.drawn:
            self.drawn[name] = drawing, wide, tall
            self._references[name] = _USE.format(wide, tall, name)
        return self._references[name]


def explained(board: Board) -> list[tuple[Markup, str]]:
    """The legend of a board: each sign and its words."""
    return [(_sample(key, board), explanation(board, key)) for key in board.legend]


@cache
def _moment(impact: int) -> Markup:
    _, *sign = glyphs.moment(7, 7, impact or 1, 5.6)  # its halo is for the curve only
    return _drawn(14, 14, sign)


@cache
def _marker(name: str) -> Markup:
    match name:
        case "at-n" | "at-p":
            _, *shapes = glyphs.moment(9, 9, -1 if name == "at-n" else 1, 7)
        case "at-none":
            shapes = glyphs.unscored(9, 9)
        case _:
            _, *shapes = glyphs.point(9, 9, assumed=name == "at-assumed")
    return _drawn(18, 18, shapes)


@cache
def _status(state: str) -> Markup:
    return _drawn(10, 10, glyphs.status(5, 5, state))


@cache
def _locator(impact: int, effort: int) -> Markup:
    return _drawn(16, 16, glyphs.locator(1, 1, impact, effort))


@cache
def _strength(bars: int) -> Markup:
    return _drawn(14, 12, glyphs.strength(0, 11, bars))


@cache
def _severity(name: str) -> Markup:
    if name == "warning":
        return _drawn(16, 16, [glyphs.warning_sign(1, 1.5, "warn")])
    mark = Path("M8 4.6V8.6M8 11V11.1", Paint("none", "on" if name == "error" else "ink2", 1.7, cap="round"))
    if name == "error":
        return _drawn(16, 16, [Path("M8 .4L15.6 8L8 15.6L.4 8Z", Paint("neg")), mark])
    return _drawn(16, 16, [Circle(8, 8, 6.8, Paint("none", "ink2", 1.4)), mark])


_SAMPLES: dict[str, Markup] = {}


def _sample(key: str, board: Board) -> Markup:
    """A legend's sign, whatever the board: a legend of one is its sign and, behind it, its words."""
    if key not in _SAMPLES:
        (*shapes, words), _ = legend(board, 1000, (key,))
        assert isinstance(words, Words)
        # The sign stands over the baseline.
        _SAMPLES[key] = _drawn(words.x - 6, 20, [Group(tuple(shapes), 0, 14)])
    return _SAMPLES[key]


def _drawn(wide: float, tall: float, shapes: list[Shape]) -> Markup:
    """A sign without text, which is the same in every theme."""
    return fragment(Scene(wide, tall, tuple(shapes)), prefix="", classes="sign", hidden=True, theme=DEFAULT)
