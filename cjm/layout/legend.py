"""The signs that a sheet explains, in rows."""

from collections.abc import Callable

from msgspec.structs import replace

from cjm.board.sheet import Board, Curve, Point
from cjm.layout import glyphs, others
from cjm.layout.curve import segments
from cjm.layout.field import Field
from cjm.layout.scene import Paint, Path, Rect, Shape, Words
from cjm.layout.text import wrap
from cjm.theme.metrics import width

Sample = tuple[Callable[[float, float], list[Shape]], float]


def legend(board: Board, room: float, keys: tuple[str, ...]) -> tuple[tuple[Shape, ...], float]:
    """Signs and their meaning beside each other, in rows of `room`; and the height they take."""
    shapes: list[Shape] = []
    x = y = 0.0
    for key in keys:
        draw, indent = _SAMPLES[key]
        lines = wrap(explanation(board, key), room - indent, 13.5, language=board.language.code)
        wide = indent + max(width(line, 13.5) for line in lines) * 1.02
        if x and x + wide > room:
            x, y = 0.0, y + 26
        shapes += [*draw(x, y), Words(x + indent, y, lines, 13.5, 17, "ink2")]
        x += wide + 36
        y += 17 * (len(lines) - 1)
    return tuple(shapes), y + 8 if shapes else 0


def explanation(board: Board, key: str) -> str:
    """What a sign means: a curve's is who feels so."""
    if key.startswith("curve_"):
        return board.curves[int(key.removeprefix("curve_"))].name
    return board.curves[-1].legend if key == "benchmark" else board.label(f"legend_{key}")


def _assumption(x: float, y: float) -> list[Shape]:
    line = Path("M0 0H40", Paint("none", "ink", 2.6, "7 4.5"), x, y - 4)
    return [line, *glyphs.point(x + 20, y - 4, assumed=True)]


def _gap(x: float, y: float) -> list[Shape]:
    outline = Rect(x + 0.7, y - 10.3, 24.6, 12.6, Paint("none", "neg", 1.4, "5 3"))
    return [glyphs.hatch(x, y - 11, 26, 14, 6), outline]


def _expectation(x: float, y: float) -> list[Shape]:
    return [
        Path("M9 0V12", Paint("none", "neg", 1.6), x, y - 10),
        Path("M0 0H18", Paint("none", "ink2", 2.6), x, y - 10),
        *glyphs.point(x + 9, y + 1, radius=4),
    ]


def _expectation_across(x: float, y: float) -> list[Shape]:
    line = Path("M0 0H16", Paint("none", "neg", 1.6), x + 4, y - 4)
    return [line, *glyphs.expected(x + 20, y - 4), *glyphs.point(x + 5, y - 4, radius=4)]


def _curve(rank: int) -> Sample:
    """The line of the hero, or of the persona of that rank."""
    if not rank:
        hero = Path("M0 0H30", Paint("none", "ink", 3.5))
        return lambda x, y: [replace(hero, x=x, y=y - 4), *glyphs.point(x + 15, y - 4, radius=5)[1:]], 40
    return lambda x, y: _line(others.style(rank - 1), x, y), 40


def _line(look: others.Style, x: float, y: float) -> list[Shape]:
    line = segments([(x, y - 4), (x + 30, y - 4)])
    mark = Curve("", (Point(0),))
    return [*others.trace(look, line), *others.marks(look, mark, [(0, x + 15)], Field(0, 0, y - 4, 1, 0))]


def _between(tint: str) -> Sample:
    """The tint with the heavy line over it, or under it."""
    heavy, thin = (2, 15) if tint == "pos_t" else (15, 2)

    def draw(x: float, y: float) -> list[Shape]:
        return [
            Rect(x, y - 12, 26, 13, Paint(tint)),
            glyphs.rule(x, y - 14 + thin, x + 26, "ink3", 1.5),
            glyphs.rule(x, y - 14 + heavy, x + 26, "ink", 3),
        ]

    return draw, 36


_SAMPLES: dict[str, Sample] = {
    "touchpoint": (lambda x, y: glyphs.point(x + 7, y - 4), 22),
    "assumption": (_assumption, 50),
    "moment_positive": (lambda x, y: glyphs.moment(x + 9, y - 4, 1, 8.5), 26),
    "moment_negative": (lambda x, y: glyphs.moment(x + 10, y - 4, -1, 8), 28),
    "unscored": (lambda x, y: glyphs.unscored(x + 8, y - 4), 24),
    "expectation": (_expectation, 28),
    "expectation_across": (_expectation_across, 32),
    **{f"curve_{rank}": _curve(rank) for rank in range(8)},
    "personas": _curve(1),
    "benchmark": (lambda x, y: _line(others.BENCHMARK, x, y), 40),
    "better": _between("pos_t"),
    "worse": _between("neg_t"),
    "gap": (_gap, 36),
    "evidence": (lambda x, y: glyphs.strength(x, y + 1, 3), 24),
    "opportunity": (lambda x, y: glyphs.locator(x, y - 12, 4, 2), 24),
    "metric": (lambda x, y: [glyphs.below(x, y - 9)], 20),
    "branch": (lambda x, y: glyphs.icon("branch", "", x, y - 12, 15, "ink3"), 24),
}
