"""The signs that a sheet explains, in rows."""

from collections.abc import Callable

from cjm.board.sheet import Board
from cjm.layout import glyphs
from cjm.layout.scene import Paint, Path, Rect, Shape, Words
from cjm.theme.metrics import width

Sample = tuple[Callable[[float, float], list[Shape]], float]


def legend(board: Board, room: float, keys: tuple[str, ...]) -> tuple[tuple[Shape, ...], float]:
    """Signs and their meaning beside each other, in rows of `room`; and the height they take."""
    shapes: list[Shape] = []
    x = y = 0.0
    for key in keys:
        draw, indent = _SAMPLES[key]
        text = board.label(f"legend_{key}")
        wide = indent + width(text, 13.5) * 1.02
        if x and x + wide > room:
            x, y = 0.0, y + 26
        shapes += [*draw(x, y), Words(x + indent, y, (text,), 13.5, fill="ink2")]
        x += wide + 36
    return tuple(shapes), y + 8 if shapes else 0


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


def _personas(x: float, y: float) -> list[Shape]:
    mark = Path("M-3.5-3.5H3.5V3.5H-3.5Z", Paint("ink3", "ink3", 1.4), x + 15, y - 4)
    return [Path("M0 0H30", Paint("none", "ink3", 1.6), x, y - 4), mark]


def _benchmark(x: float, y: float) -> list[Shape]:
    mark = Path("M-3.5-3.5H3.5V3.5H-3.5Z", Paint("paper", "ink3", 1.4), x + 15, y - 4)
    return [Path("M0 0H30", Paint("none", "ink3", 1.6), x, y - 4), mark]


_SAMPLES: dict[str, Sample] = {
    "touchpoint": (lambda x, y: glyphs.point(x + 7, y - 4), 22),
    "assumption": (_assumption, 50),
    "moment_positive": (lambda x, y: glyphs.moment(x + 9, y - 4, 1, 8.5), 26),
    "moment_negative": (lambda x, y: glyphs.moment(x + 10, y - 4, -1, 8), 28),
    "unscored": (lambda x, y: glyphs.unscored(x + 8, y - 4), 24),
    "expectation": (_expectation, 28),
    "expectation_across": (_expectation_across, 32),
    "personas": (_personas, 40),
    "benchmark": (_benchmark, 40),
    "gap": (_gap, 36),
    "evidence": (lambda x, y: glyphs.strength(x, y + 1, 3), 24),
    "opportunity": (lambda x, y: glyphs.locator(x, y - 12, 4, 2), 24),
    "metric": (lambda x, y: [glyphs.below(x, y - 9)], 20),
    "branch": (lambda x, y: glyphs.icon("branch", "", x, y - 12, 15, "ink3"), 24),
}
