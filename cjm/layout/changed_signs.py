"""Signs of what became of a thing, and the legend that explains them."""

from collections.abc import Collection

from cjm.board.changed import Badge, Changed
from cjm.layout import glyphs
from cjm.layout.scene import Circle, Group, Paint, Path, Rect, Shape, Words
from cjm.layout.text import cut
from cjm.theme.metrics import width

_ORDER: tuple[Badge, ...] = ("added", "removed", "changed", "moved")
_LONGEST = 420.0  # a version may be called by a long path


def sign(x: float, y: float, badge: Badge) -> list[Shape]:
    """A filled plus, an outlined minus, a wave or an arrow, 14 square; (x, y) is its upper left corner."""
    box = x + 0.7, y + 0.7, 12.6, 12.6
    match badge:
        case "added":
            plus = Path("M3.5 7h7M7 3.5v7", Paint("none", "on", 1.8), x, y)
            return [Rect(x, y, 14, 14, Paint("pos"), radius=2), plus]
        case "removed":
            minus = Path("M3.5 7h7", Paint("none", "neg", 1.8), x, y)
            return [Rect(*box, Paint("none", "neg", 1.5), radius=2), minus]
        case "moved" | "left":
            arrow = Path("M3 7h8m-3-3l3 3l-3 3", Paint("none", "ink", 1.5), x, y)
            return [
                Rect(*box, Paint("none", "ink", 1.4, "2.5 2" if badge == "left" else ""), radius=2),
                arrow,
            ]
        case _:
            wave = Path("M3.4 7.8q1.8-2.8 3.6-.8t3.6-.8", Paint("none", "ink", 1.6), x, y)
            return [Rect(*box, Paint("none", "ink", 1.4), radius=2), wave]


def badge(x: float, y: float, name: Badge, word: str) -> list[Shape]:
    """A sign and its word, 14 high."""
    fill = {"added": "pos", "removed": "neg"}.get(name, "ink2")
    return [*sign(x, y, name), Words(x + 20, y + 11, (word,), 12.5, fill=fill, bold=True)]


def legend(changed: Changed, room: float, tints: Collection[str]) -> tuple[list[Shape], float]:
    """What lines, the `tints` between them and signs mean, as far as they occur; and how high that is."""
    samples: list[tuple[list[Shape], float, str]] = []
    points = [(step.before, step.after) for step in changed.steps]
    if any(before and before.score is not None for before, _ in points):
        line = Path("M0 0H34", Paint("none", "ink3", 2), 0, 7)
        samples.append(([line], 44, _named(changed, "before", changed.names[0])))
    if any(after and after.score is not None for _, after in points):
        line = Path("M0 0H34", Paint("none", "ink", 3.5), 0, 7)
        samples.append(([line], 44, _named(changed, "after", changed.names[1])))
    if any(after and after.score is not None and after.assumed for _, after in points):
        line = Path("M0 0H34", Paint("none", "ink", 3.5, "8 5"), 0, 7)
        samples.append(([line], 44, changed.label("after_assumed")))
    for tint, key in (("pos_t", "better"), ("neg_t", "worse")):
        if tint in tints:
            samples.append(([Rect(0, 0, 24, 14, Paint(tint, "line2", 1))], 33, changed.label(key)))
    badges = {step.badge for step in changed.steps} | {stage.badge for stage in changed.stages}
    samples += [(sign(0, 0, each), 23, changed.label(each)) for each in _ORDER if each in badges]
    shapes: list[Shape] = []
    x = y = 0.0
    for drawn, indent, said in samples:
        (words,) = cut(said, min(room - indent, _LONGEST), 13.5, 1, language=changed.language.code)
        wide = indent + width(words, 13.5) * 1.02
        if x and x + wide > room:
            x, y = 0.0, y + 26
        word = Words(indent, 11.5, (words,), 13.5, fill="ink2")
        shapes.append(Group((*drawn, word), x, y))
        x += wide + 32
    return shapes, y + 22


def cross(x: float, y: float) -> list[Shape]:
    """What is gone from the curve."""
    return [
        Circle(x, y, 8, Paint("paper")),
        Path("M-5-5L5 5M-5 5L5-5", Paint("none", "neg", 2.4, cap=glyphs.ROUND), x, y),
    ]


def _named(changed: Changed, key: str, name: str) -> str:
    return f"{changed.label(key)} ({name})" if name else changed.label(key)
