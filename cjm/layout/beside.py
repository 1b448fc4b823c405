"""Names in a column on either side of a wheel: near what they name, level, and none over another."""

from collections.abc import Sequence
from itertools import groupby
from math import sin

import msgspec

from cjm.board.sheet import Board
from cjm.languages import signed
from cjm.layout import glyphs, polar
from cjm.layout.scene import Group, Paint, Path, Rect, Shape, Words
from cjm.layout.text import wrap
from cjm.theme.metrics import width as text_width

# How wide a column is, and how far from the wheel.
LABEL, AWAY = 260.0, 56.0


class Label(msgspec.Struct, frozen=True):
    """A name beside the wheel: its shapes from its upper left corner, and where its line arrives.

    The uppermost of a phase has the phase's `heading`, which is read before all of its names.
    """

    phase: int
    heading: tuple[Shape, ...]
    shapes: tuple[Shape, ...]
    height: float
    arrives: float
    angle: float


def labels(
    board: Board, angles: Sequence[float], spans: Sequence[tuple[float, float]], *, left: bool
) -> list[Label]:
    """The names on one side from top to bottom; the uppermost of a phase has its head."""
    made = []
    for index, (head, (start, end)) in enumerate(zip(board.phases, spans, strict=True)):
        every = list(range(head.first, head.end))
        here = [column for column in every if (sin(angles[column]) < 0) == left]
        if (every and not here) or (not every and (sin((start + end) / 2) < 0) != left):
            continue
        title, tall = _phase(board, index, continued=bool(here) and here[0] != every[0], left=left)
        if not here:
            made.append(Label(index, tuple(title), (), tall + 14, 35, (start + end) / 2))
        uppermost = here[-1] if left and here else here[0] if here else None
        for column in here:
            shapes, down = _touchpoint(board, column, left=left)
            above = tall if column == uppermost else 0.0
            found = board.columns[column]
            named = f"{found.number} {found.name}"
            go = Group(tuple(shapes), 0, above, title=named, hook="go", target=found.id, link=True)
            heading = tuple(title) if above else ()
            made.append(Label(index, heading, (go,), above + down, above + 11, angles[column]))
    return made[::-1] if left else made


def _phase(board: Board, index: int, *, continued: bool, left: bool) -> tuple[list[Shape], float]:
    """A phase's number and name under its bar, and who misses."""
    head = board.phases[index]
    name = f"{head.name} ({board.label('continued')})" if continued else head.name
    anchor = "end" if left else ""
    x = LABEL if left else 0.0
    bar: list[Shape] = [Rect(0, 12, LABEL, 5, Paint("ink"))]
    if head.gap:
        outline = Rect(0.6, 12.6, LABEL - 1.2, 5.8, Paint("none", "neg", 1.2))
        bar = [glyphs.hatch(0, 12, LABEL, 7, 6, 1.4), outline]
    lines = wrap(f"{head.number} {name}", LABEL, 20, bold=True, language=board.language.code)
    y = 41.0
    shapes = [*bar, Words(x, y, lines, 20, 24, bold=True, anchor=anchor)]
    y += 24 * (len(lines) - 1)
    if head.gap:
        y += 19
        shapes.append(Words(x, y, (head.gap.label,), 14, fill="neg", bold=True, anchor=anchor))
    return shapes, y + 14


def _touchpoint(board: Board, column: int, *, left: bool) -> tuple[list[Shape], float]:
    """A touchpoint's number, its name, and what is felt there in words."""
    found = board.columns[column]
    code = board.language.code
    indent = text_width(found.number, 13.5) + 8
    lines = wrap(found.name, LABEL - indent, 16, bold=True, language=code)
    anchor = "end" if left else ""
    x = LABEL - indent if left else indent
    shapes: list[Shape] = [
        Words(LABEL if left else 0, 16, (found.number,), 13.5, fill="ink3", anchor=anchor),
        Words(x, 16, lines, 16, 20, bold=True, anchor=anchor),
    ]
    y = 16.0 + 20 * (len(lines) - 1)
    told, colour = _told(board, column)
    if told:
        wrapped = wrap(told, LABEL - indent, 13.5, bold=bool(found.moment), language=code)
        lines = tuple(line.removesuffix(" ·") for line in wrapped)
        shapes.append(Words(x, y + 19, lines, 13.5, 17, colour, bold=bool(found.moment), anchor=anchor))
        y += 19 + 17 * (len(lines) - 1)
    return shapes, y + 20


def _told(board: Board, column: int) -> tuple[str, str]:
    """«+2 relieved · peak · moment of truth», and its colour."""
    found = board.columns[column]
    point = found.point
    said: list[str] = []
    if point.score is not None:
        said = [f"{signed(point.score, board.language)} {point.word}", *point.notes]
    elif board.curves:
        said = [board.label("unscored")]
    if found.moment:
        said.append(found.moment)
    bad = point.impact < 0 or (point.score is None and bool(board.curves))
    return " · ".join(said), "neg" if bad else "pos" if point.impact > 0 else "ink2"


def column(outer: float, labels: Sequence[Label], side: int) -> tuple[list[Shape], float, float]:
    """The labels on one side with their lines, and how far they reach up and down."""
    inner = outer + AWAY
    wanted = [polar.at(outer + 16, label.angle)[1] - label.arrives for label in labels]
    tops = stacked(wanted, [label.height for label in labels])
    shapes: list[Shape] = []
    x = inner if side > 0 else -inner - LABEL
    ordered = list(zip(labels, tops, strict=True))[::side]  # as the journey goes: on the left, upwards
    for _, run in groupby(ordered, lambda each: each[0].phase):
        phase = list(run)
        shapes += [Group(label.heading, x, top) for label, top in phase if label.heading]
        for label, top in phase:
            y = top + label.arrives
            elbow, end = (side * (inner - 18), y), (side * (inner - 8), y)
            start = [polar.at(outer + away, label.angle) for away in (5, 16)]
            shapes.append(Path(polar.straight([*start, elbow, end]), Paint("none", "line2", 1)))
            shapes += [Group(label.shapes, x, top)] if label.shapes else []
    edges = [(top, top + label.height) for label, top in zip(labels, tops, strict=True)]
    return shapes, min((top for top, _ in edges), default=0), max((end for _, end in edges), default=0)


def stacked(wanted: Sequence[float], heights: Sequence[float]) -> list[float]:
    """The upper edges of labels in order, least squares away from where they are wanted.

    Labels that would overlap move apart together, half of them upwards.
    Source: the pool-adjacent-violators algorithm of isotonic regression (Ayer et al., 1955).
    """
    offsets = [sum(heights[:n]) for n in range(len(heights))]
    pools: list[tuple[float, int]] = []  # the mean of neighbours that touch, and how many they are
    for mean in (want - offset for want, offset in zip(wanted, offsets, strict=True)):
        pool = (mean, 1)
        while pools and pools[-1][0] >= pool[0]:
            before, count = pools.pop()
            pool = ((before * count + pool[0] * pool[1]) / (count + pool[1]), count + pool[1])
        pools.append(pool)
    means = [mean for mean, count in pools for _ in range(count)]
    return [mean + offset for mean, offset in zip(means, offsets, strict=True)]
