"""A journey's versions → Scene: a small curve each on one scale, over the one before; the oldest first."""

from collections.abc import Sequence

from cjm.board.changed import Step
from cjm.board.history import History, Panel, Version
from cjm.layout import glyphs, others
from cjm.layout.changed_curves import run_on, side_by_side, version
from cjm.layout.changed_signs import cross
from cjm.layout.curve import number, path
from cjm.layout.emotion import line
from cjm.layout.field import Field, Place
from cjm.layout.scene import Circle, Group, Paint, Path, Scene, Shape, Words
from cjm.layout.text import cut, wrap
from cjm.theme.metrics import width as text_width

_MARGIN, _WIDE, _GAP, _ROW = 56.0, 388.0, 44.0, 4
_STEP, _ABOVE = 30.0, 16.0
_TALL = 4 * _STEP + 2 * _ABOVE


def panel(found: Panel) -> Scene:
    """One version's curve, for a page."""
    return Scene(_WIDE, _TALL, tuple(_plot(found)))


def sheet(history: History, told: Sequence[str]) -> Scene:
    """All versions that have a curve, with their day, subject, author and what is `told` of them below."""
    language = history.language.code
    across = _ROW * _WIDE + (_ROW - 1) * _GAP
    title = wrap(history.title or history.path, across, 40, bold=True, language=language)
    shapes: list[Shape] = [
        Words(_MARGIN, _MARGIN + 12, (history.path,), 15, fill="ink2"),
        Words(_MARGIN - 2, _MARGIN + 58, title, 40, 44, bold=True, tracking=-1.1),
    ]
    top = _MARGIN + 58 + 44 * len(title)
    shown = [
        (each, each.panel, words) for each, words in zip(history.versions, told, strict=True) if each.panel
    ]
    shown.reverse()
    for first in range(0, len(shown), _ROW):
        tallest = 0.0
        for place, (each, curve, words) in enumerate(shown[first : first + _ROW]):
            text, tall = _told(each, words, language)
            title_of = f"{each.date} {each.subject}"
            drawn = [*_plot(curve, scale=not place), Group(tuple(text), 0, _TALL)]
            shapes.append(
                Group(tuple(drawn), _MARGIN + place * (_WIDE + _GAP), top, title=title_of, hook="version")
            )
            tallest = max(tallest, tall)
        top += _TALL + tallest + 44
    return Scene(across + 2 * _MARGIN, top + 12, tuple(shapes))


def _told(each: Version, words: str, language: str) -> tuple[list[Shape], float]:
    subject = cut(each.subject, _WIDE, 15, 3, bold=True, language=language)
    author = cut(each.author, _WIDE, 13, 1, language=language)
    counts = wrap(words, _WIDE, 13, language=language)
    y = 42 + 19.0 * (len(subject) - 1)
    day = text_width(each.date, 13) + 10
    return [
        Words(0, 20, (each.date,), 13, fill="ink2"),
        Words(day, 20, (each.hash[:10],), 13, fill="ink3"),
        Words(0, 42, subject, 15, 19, bold=True),
        Words(0, y + 19, author, 13, fill="ink2"),
        Words(0, y + 37, counts, 13, 17, "ink2"),
    ], y + 42 + 17.0 * (len(counts) - 1)


def _plot(found: Panel, *, scale: bool = False) -> list[Shape]:
    baseline = _ABOVE + 2 * _STEP
    pitch = _WIDE / max(1, len(found.steps))
    spots: list[Place] = [(at, pitch * (at + 0.5)) for at in range(len(found.steps))]
    field = Field(0, _WIDE, baseline, _STEP, _WIDE)
    ticks = "".join(f"M{number(pitch * end)} {number(baseline - 5)}v10" for end in found.ends[:-1])
    shapes: list[Shape] = [glyphs.rule(0, field.y(level), _WIDE) for level in (2, -2)]
    if scale:
        shapes += [
            Words(-8, field.y(level) + 4.5, (word,), 12.5, fill="ink3", anchor="end")
            for level, word in ((2, "+2"), (0, "0"), (-2, "−2"))
        ]
    curves = [version(found.steps, side) for side in (0, 1)]
    lines = [run_on(spots, curve, found.steps, side, field) for side, curve in enumerate(curves)]
    shapes += others.between(*side_by_side(lines))
    shapes.append(Path(f"M0 {number(baseline)}H{number(_WIDE)}{ticks}", Paint("none", "line2", 1)))
    shapes += [Path(path(bent), Paint("none", "ink3", 1.4)) for _, bent in lines[0] if bent]
    for run, bent in lines[1]:
        shapes += line(run, bent, curves[1], 2.6, "6 4")
        if not bent:
            shapes.append(Circle(run[0][1], field.y(curves[1].points[run[0][0]].score or 0), 3, Paint("ink")))
    for (_, x), step in zip(spots, found.steps, strict=True):
        shapes += _mark(step, x, field)
    return shapes


def _mark(step: Step, x: float, field: Field) -> list[Shape]:
    """What changed: a filled plus, a cross, or a ring."""
    point = step.after or step.before
    if not step.badge or point is None or point.score is None:
        return []
    y = field.y(point.score)
    if step.badge == "removed":
        return [Group(tuple(cross(0, 0)), x, y)]
    if step.badge == "left":
        return [Circle(x, y, 3.4, Paint("paper", "ink3", 1.3, "2 2"))]
    if step.badge == "added":
        plus = Path("M-3 0H3M0-3V3", Paint("none", "on", 1.7, cap=glyphs.ROUND), x, y)
        return [Circle(x, y, 8, Paint("paper")), Circle(x, y, 6, Paint("pos")), plus]
    return [Circle(x, y, 6, Paint("paper")), Circle(x, y, 4, Paint("paper", "ink", 2))]
