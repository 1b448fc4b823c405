"""Both curves over the same columns, what lies between them, and the words at their points."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from cjm.board.changed import Changed, Step
from cjm.board.sheet import Curve, Point
from cjm.layout import glyphs, others
from cjm.layout.changed_signs import cross
from cjm.layout.clearance import Note, clearest
from cjm.layout.curve import Segment, number, path, segments
from cjm.layout.emotion import bezier, line, runs
from cjm.layout.field import Field, Place
from cjm.layout.scene import Area, Circle, Group, Paint, Path, Shape, Words
from cjm.layout.text import wrap
from cjm.theme.metrics import width as text_width

_STEP, _ABOVE, _BELOW = 62.0, 62.0, 64.0
_WORD, _OLD, _LEADING = 15.0, 13.0, 17.0
_FARTHEST, _FARTHER = 12, 5.0
_NOWHERE = Point(None)


def curves(
    changed: Changed, spots: list[Place], pitch: float, top: float, right: float
) -> tuple[list[Shape], float]:
    """The drawing of some columns from `top` down, and how high it is; nothing without a score."""
    points = [(step.before, step.after) for step in changed.steps]
    if not any(each and each.score is not None for pair in points for each in pair):
        return [], 0.0
    baseline = top + _ABOVE + 2 * _STEP
    beyond = _beyond(spots, len(points), pitch)
    field = Field(-10, right + 10, baseline, _STEP, pitch - 14)
    shapes: list[Shape] = [glyphs.rule(0, field.y(level), right) for level in (2, 1, -1, -2)]
    old, new = (version(changed.steps, which) for which in (0, 1))
    whole = [spot for spot in (beyond[0], *spots, beyond[1]) if spot]
    lines = [run_on(whole, curve, changed.steps, side, field) for side, curve in enumerate((old, new))]
    shapes.append(Group(tuple(others.between(*side_by_side(lines))), clip=_clip(field, right)))
    shapes.append(glyphs.rule(0, baseline, right, "ink", 1.2))
    drawn: list[Shape] = [Path(path(bent), Paint("none", "ink3", 2)) for _, bent in lines[0] if bent]
    drawn += [shape for run, bent in lines[1] for shape in line(run, bent, new)]
    shapes.append(Group(tuple(drawn), clip=_clip(field, right)))
    for column, x in spots:
        shapes += _moved(changed.steps[column], x, field)
        shapes += _markers(changed.steps[column], x, field)
    every = [bent for side in lines for _, bent in side if bent]
    every.append(segments([(0, baseline), (right, baseline)]))
    shapes += _words(changed, spots, field, every)
    return shapes, _ABOVE + 4 * _STEP + _BELOW


def _beyond(spots: list[Place], count: int, pitch: float) -> tuple[Place | None, Place | None]:
    """The neighbours to which the curves run on."""
    if not spots:
        return None, None
    (first, left), (last, right) = spots[0], spots[-1]
    before = (first - 1, left - pitch) if first else None
    return before, (last + 1, right + pitch) if last + 1 < count else None


def _clip(field: Field, right: float) -> tuple[float, float, float, float]:
    return -10, field.y(3), right + 20, 6 * field.step


def version(steps: Sequence[Step], side: int) -> Curve:
    """The curve of one version over the columns of both: 0 is before, 1 is after."""
    return Curve("", tuple((step.after if side else step.before) or _NOWHERE for step in steps))


Line = tuple[list[Place], list[Segment]]


def run_on(whole: list[Place], curve: Curve, steps: Sequence[Step], side: int, field: Field) -> list[Line]:
    """A version's curve: it passes over the columns that the other has alone; a missing score breaks it."""
    there = [(at, x) for at, x in whole if (steps[at].after if side else steps[at].before)]
    return [(run, bezier(run, curve, field)) for run in runs(there, curve)]


def side_by_side(lines: list[list[Line]]) -> tuple[list[list[Segment]], list[list[Segment]]]:
    """The new curve and the old one, both cut wherever either has a point, so that spans compare."""
    cuts = sorted({x for side in lines for _, bent in side for each in bent for x in (each.x0, each.x1)})
    old, new = ([list(_cut(bent, cuts)) for _, bent in side] for side in lines)
    return new, old


def _cut(bent: list[Segment], cuts: Sequence[float]) -> Iterator[Segment]:
    for each in bent:
        inner = [x for x in cuts if each.x0 < x < each.x1]
        for start, end in pairwise((each.x0, *inner, each.x1)):
            wide = each.x1 - each.x0
            piece = others.part(each, (start - each.x0) / wide, (end - each.x0) / wide) if inner else each
            yield piece._replace(x0=start, x1=end)


def _moved(step: Step, x: float, field: Field) -> list[Shape]:
    """An arrow from the old point to the new one."""
    if not (step.before and step.after) or step.before.score is None or step.after.score is None:
        return []
    start, end = field.y(step.before.score), field.y(step.after.score)
    if abs(end - start) < 30:
        return []
    down = 1 if end > start else -1
    tip = end - down * (18 if step.after.impact else 11)
    wing = number(tip - down * 6)
    head = f"M{number(x - 4)} {wing}L{number(x)} {number(tip)}L{number(x + 4)} {wing}"
    return [
        Path(f"M{number(x)} {number(start + down * 6)}V{number(tip)}", Paint("none", "ink3", 1.3)),
        Path(head, Paint("none", "ink3", 1.3)),
    ]


def _markers(step: Step, x: float, field: Field) -> list[Shape]:
    shapes: list[Shape] = []
    before, after = step.before, step.after
    if before and before.score is not None and (after is None or after.score != before.score):
        y = field.y(before.score)
        if step.badge == "removed":
            shapes += cross(x, y)
        else:
            dash = "2.4 2.4" if step.badge == "left" else ""
            shapes += [Circle(x, y, 7, Paint("paper")), Circle(x, y, 4.4, Paint("paper", "ink3", 1.7, dash))]
    if after is None:
        return shapes
    if after.score is None:
        return [*shapes, *glyphs.unscored(x, field.baseline)]
    y = field.y(after.score)
    if after.impact:
        return [*shapes, *glyphs.moment(x, y, after.impact)]
    return [*shapes, *glyphs.point(x, y, assumed=after.assumed)]


def _words(changed: Changed, spots: list[Place], field: Field, lines: list[list[Segment]]) -> Iterator[Shape]:
    """The words at the points; each where neither curve runs through it, the new ones first."""
    taken: list[Area] = []
    for column, x in spots:
        step = changed.steps[column]
        for point in (step.before, step.after):
            if point and point.score is not None:
                reach = 14.0 if point is step.after and point.impact else 7.0
                y = field.y(point.score)
                taken.append(Area(x - reach, y - reach, x + reach, y + reach))
    language = changed.language.code
    for is_old in (False, True):
        for column, x in spots:
            step = changed.steps[column]
            point = step.before if is_old else step.after
            if point is None or point.score is None or (is_old and _same(step)):
                continue
            options = _options(point, x, field, language, is_old=is_old, struck=step.badge != "left")
            note, _ = clearest(options, lines, taken)
            if note:
                taken.append(note.box)
                yield from note.shapes


def _same(step: Step) -> bool:
    """Whether the old word would only repeat the new one."""
    return bool(step.before and step.after and step.before.word == step.after.word)


def _options(
    point: Point, x: float, field: Field, language: str, *, is_old: bool, struck: bool
) -> Iterator[Note]:
    """Above or below, to the right or to the left, then farther away."""
    size = _OLD if is_old else _WORD
    lines = wrap(point.word, field.width, size, bold=not is_old, language=language)
    wide = max(text_width(each, size, bold=not is_old) for each in lines)
    near = 20.0 if point.impact and not is_old else 10.0
    tall = _LEADING * (len(lines) - 1)
    y = field.y(point.score or 0)
    fill = "ink3" if is_old else "pos" if point.impact > 0 else "neg" if point.impact < 0 else "ink"
    for farther in range(_FARTHEST):
        away = near + farther * _FARTHER
        for up in ((point.score or 0) >= 0, (point.score or 0) < 0):
            first = y - away - 4 - tall if up else y + away + size - 2
            for left, anchor in ((x - 8, ""), (x + 8, "end")):
                start = left - wide if anchor else left
                if start < field.left or start + wide > field.right:
                    continue
                words: list[Shape] = [
                    Words(left, first, lines, size, _LEADING, fill, bold=not is_old, anchor=anchor)
                ]
                if is_old and struck:
                    words += [
                        glyphs.rule(start, first - 4.5 + _LEADING * at, start + wide, "neg", 1.2)
                        for at in range(len(lines))
                    ]
                yield Note(
                    Area(start - 2, first - size + 2, start + wide + 2, first + tall + 4), tuple(words)
                )
