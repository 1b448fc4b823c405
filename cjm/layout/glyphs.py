"""The signs of a map as shapes, each round or at a point that the caller gives."""

from functools import lru_cache

from cjm.layout.curve import number
from cjm.layout.scene import Circle, Group, Paint, Path, Rect, Shape, Words
from cjm.theme.icons import ICONS, face
from cjm.theme.metrics import width

ROUND = "round"


def point(x: float, y: float, *, assumed: bool = False, radius: float = 6.5) -> list[Shape]:
    """A ring on the curve with a halo of the sheet; dashed where it rests on an assumption."""
    return [
        Circle(x, y, radius + 2.5, Paint(fill="paper")),
        Circle(x, y, radius, Paint("paper", "ink", 2.5 * radius / 6.5, "3.4 3.4" if assumed else "")),
    ]


def expected(x: float, y: float) -> list[Shape]:
    """The bar of what was expected, across a scale that lies down."""
    return [Path("M0-9V9", Paint("none", "ink2", 2.6), x, y)]


def unscored(x: float, y: float) -> list[Shape]:
    """A dashed ring with a question mark: nobody said how this feels."""
    return [
        Circle(x, y, 8, Paint("paper", "neg", 1.6, "2.5 2.5")),
        Words(x, y + 4.2, ("?",), 12.5, fill="neg", bold=True, anchor="middle"),
    ]


def moment(x: float, y: float, impact: int, size: float = 13) -> list[Shape]:
    """A blue disc with a plus, or a vermilion diamond with a minus: sign, shape and colour differ."""
    arm = number(size * 0.46)
    sign = Paint("none", "on", max(1.5, size * 0.2), cap=ROUND)
    if impact > 0:
        plus = f"M-{arm} 0H{arm}M0-{arm}V{arm}"
        return [
            Circle(x, y, size + 3, Paint("paper")),
            Circle(x, y, size, Paint("pos")),
            Path(plus, sign, x, y),
        ]
    half = size * 1.22
    return [
        Path(_diamond(half + 4), Paint("paper"), x, y),
        Path(_diamond(half), Paint("neg"), x, y),
        Path(f"M-{arm} 0H{arm}", sign, x, y),
    ]


def _diamond(half: float) -> str:
    q = number(half)
    return f"M0-{q}L{q} 0L0 {q}L-{q} 0Z"


@lru_cache(maxsize=1 << 8)  # a drawing's holes are of a few sizes
def hatch(x: float, y: float, w: float, h: float, step: float = 8, stroke: float = 1.3) -> Path:
    """Diagonal lines that fill a rectangle, cut to it here: patterns and clips differ between viewers."""
    parts = []
    k = x - h + (step - (x - h) % step) % step
    while k < x + w:
        left, right = max(k, x), min(k + h, x + w)
        if right > left:
            # Each line goes from (k, bottom) up to (k + h, top).
            parts.append(
                f"M{number(left)} {number(y + h - (left - k))}L{number(right)} {number(y + h - (right - k))}"
            )
        k += step
    return Path("".join(parts), Paint("none", "neg", stroke))


def missing(
    w: float, lines: tuple[str, ...], *, h: float = 0, sheet: str = "paper2", warning: bool = False
) -> tuple[list[Shape], float]:
    """The one sign for what is missing: hatch, dashed outline and words, in a box at the origin; its height.

    That is `h` at least. The lines are 14 px, bold, and as wide as `missing_room` says.
    """
    indent = w - 22 - missing_room(w, warning=warning)
    room = max(width(line, 14, bold=True) for line in lines) * 1.02 + 16 + indent
    h = max(h, 14.0 + 18 * len(lines))
    shapes: list[Shape] = [
        hatch(0, 0, w, h),
        Rect(0.8, 0.8, w - 1.6, h - 1.6, Paint("none", "neg", 1.6, "6 4")),
        Rect(4, 4, min(room, w - 8), h - 8, Paint(sheet)),
    ]
    if warning:
        shapes.append(warning_sign(10, h / 2 - 7))
    y = h / 2 + 5 - 9 * (len(lines) - 1)
    shapes.append(Words(11 + indent, y, lines, 14, 18, "neg", bold=True))
    return shapes, h


def missing_room(w: float, *, warning: bool = False) -> float:
    """How wide words may be in the box of `missing`, which is `w` wide."""
    return w - (44 if warning else 22)


def warning_sign(x: float, y: float, fill: str = "neg") -> Group:
    """An exclamation mark in a triangle, 14 wide; (x, y) is its upper left corner."""
    return Group(
        (
            Path("M7 0L14 12.5H0Z", Paint(fill, fill, 1.2, cap=ROUND)),
            Path("M7 4.2V8M7 10.3V10.4", Paint("none", "on", 1.7, cap=ROUND)),
        ),
        x,
        y,
    )


def swatch(x: float, y: float, slot: int, *, gap: bool = False) -> list[Shape]:
    """A department's colour, 12 square, or the hatch of none."""
    if gap:
        return [hatch(x, y, 12, 12, 4, 1.4), Rect(x + 0.6, y + 0.6, 10.8, 10.8, Paint("none", "neg", 1.2))]
    return [Rect(x, y, 12, 12, Paint(f"d{slot}"))]


def icon(name: str, text: str, x: float, y: float, size: float = 16, stroke: str = "ink") -> list[Shape]:
    """A glyph on its 16-unit grid, or the first letter of `text` in a rounded square."""
    if data := ICONS.get(name):
        return [Path(data, Paint("none", stroke, 1.4, cap=ROUND), x, y, size / 16)]
    return [
        Rect(x + 1.5, y + 1.5, 13, 13, Paint("none", stroke, 1.3), radius=3),
        Words(x + 8, y + 12.4, (text[:1].upper(),), 12.5 * 0.8, fill=stroke, bold=True, anchor="middle"),
    ]


def mood(level: int, x: float, y: float) -> Path:
    """A face on the axis, 20 wide, round its middle."""
    stroke = "ink2" if level == 0 else "ink3"
    return Path(face(level), Paint("none", stroke, 1.1, cap=ROUND), x - 10, y - 10, 1.25)


def locator(x: float, y: float, impact: int | None, effort: int | None) -> list[Shape]:
    """Impact upwards and effort to the right, 14 square, as a dot; nothing where one isn't estimated."""
    if impact is None or effort is None:
        return []
    return [
        Path("M0 0V14H14", Paint("none", "line2", 1.2), x, y),
        Circle(x + 2.5 + (effort - 1) / 4 * 9.5, y + 11.5 - (impact - 1) / 4 * 9.5, 2.6, Paint("ink")),
    ]


def status(x: float, y: float, state: str) -> list[Shape]:
    """A ring that fills: idea, planned, doing, done; dropped is crossed out."""
    shapes: list[Shape] = [Circle(x, y, 4, Paint("ink2" if state == "done" else "none", "ink2", 1.2))]
    match state:
        case "planned":
            shapes.append(Circle(x, y, 1.4, Paint("ink2")))
        case "doing":
            shapes.append(Path("M0-4A4 4 0 0 1 0 4Z", Paint("ink2"), x, y))
        case "dropped":
            shapes.append(Path("M-4 4L4-4", Paint("none", "ink2", 1.2), x, y))
    return shapes


def strength(x: float, y: float, bars: int) -> list[Shape]:
    """Three rising bars on a baseline, filled as far as the evidence is strong; dashed for none."""
    shapes: list[Shape] = []
    for place in range(3):
        tall = 4.0 + place * 3
        left = x + place * 5
        if place < bars:
            shapes.append(Rect(left, y - tall, 3.5, tall, Paint("ink2")))
        else:
            dash = "1.5 1" if bars == 0 else ""
            shapes.append(Rect(left + 0.5, y - tall + 0.5, 2.5, tall - 1, Paint("none", "line2", 1, dash)))
    return shapes


def below(x: float, y: float) -> Path:
    """A triangle that points down, 11 wide: a target isn't reached. (x, y) is its upper left corner."""
    return Path("M0 0H11L5.5 8Z", Paint("neg"), x, y)


def sign(x: float, y: float, style: str) -> list[Shape]:
    """The minus of a pain or the plus of a gain, 8 wide, round the height of a small letter."""
    if style == "pain":
        return [Path("M0 0H7.5", Paint("none", "neg", 2.2), x, y)]
    if style == "gain":
        return [Path("M0 0H7.8M3.9-3.9V3.9", Paint("none", "pos", 2.2), x, y)]
    return []


def rule(x1: float, y: float, x2: float, stroke: str = "line", weight: float = 1) -> Path:
    """A horizontal line."""
    return Path(f"M{number(x1)} {number(y)}H{number(x2)}", Paint("none", stroke, weight))
