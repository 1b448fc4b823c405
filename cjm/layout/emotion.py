"""The emotion lane: the curve, its areas and points; the words at them are `captions`."""

from collections.abc import Sequence
from itertools import groupby, pairwise

from cjm.board.sheet import Board, Curve, Point
from cjm.layout import glyphs
from cjm.layout.captions import captions
from cjm.layout.curve import Segment, number, path, segments
from cjm.layout.field import Field, Place
from cjm.layout.scene import Circle, Group, Paint, Path, Rect, Shape


def draw(
    board: Board,
    places: Sequence[Place],
    *,
    left: float,
    right: float,
    baseline: float,
    step: float,
    width: float,
    before: Place | None = None,
    after: Place | None = None,
    borders: tuple[float, ...] = (),
    hits: bool = False,
) -> Group:
    """The lane's drawing over some columns: (column, x of its point); `hits` adds large targets."""
    field = Field(left, right, baseline, step, width, before, after, borders)
    hero = board.curves[0]
    whole = [*([before] if before else []), *places, *([after] if after else [])]
    shapes: list[Shape] = [glyphs.rule(left, field.y(level), right) for level in (2, 1, -1, -2)]
    lines = [(run, bezier(run, hero, field)) for run in runs(whole, hero)]
    shapes += tints(board, whole, field, [bent for _, bent in lines if bent])
    shapes.append(glyphs.rule(left, baseline, right, "ink", 1.2))
    shapes += [_stem(x, hero.points[column], field) for column, x in places if hero.points[column].score]
    for column, x in places:
        shapes += _gap(x, hero.points[column], field)
    inside = (left, field.y(3), right - left, 6 * step)
    thin, others = beside(board, whole, field)
    heavy = [shape for run, bent in lines for shape in line(run, bent, hero)]
    shapes.append(Group((*thin, *heavy), clip=inside))
    for column, x in places:
        shapes += _expected(x, hero.points[column], field)
    shapes += [_marker(board, column, x, field, hits=hits) for column, x in places]
    every = [bent for _, bent in lines] + others
    every.append(segments([(left, baseline), (right, baseline)]))
    shapes += captions(board, places, field, [line for line in every if line])
    return Group(tuple(shapes), hook="curve")


def runs(places: Sequence[Place], curve: Curve) -> list[list[Place]]:
    """Neighbours that have scores; a missing one interrupts the line."""
    groups = groupby(places, lambda place: curve.points[place[0]].score is not None)
    return [list(group) for has_score, group in groups if has_score]


def bezier(run: list[Place], curve: Curve, field: Field) -> list[Segment]:
    """A run as a smooth line that never leaves the range of its scores."""
    return segments([(x, field.y(curve.points[column].score or 0)) for column, x in run])


def areas(lines: Sequence[list[Segment]], field: Field) -> list[Shape]:
    """The tints between line and baseline, cut at it: good above, bad below."""
    if not lines:
        return []
    zero = number(field.baseline)
    closed = "".join(
        f"{path(line)}L{number(line[-1].x1)} {zero}L{number(line[0].x0)} {zero}Z" for line in lines
    )
    across, tall = field.right - field.left, 2.6 * field.step
    return [
        Group((Path(closed, Paint("pos_t")),), clip=(field.left, field.baseline - tall, across, tall)),
        Group((Path(closed, Paint("neg_t")),), clip=(field.left, field.baseline, across, tall)),
    ]


def _stem(x: float, point: Point, field: Field) -> Path:
    down = f"M{number(x)} {number(field.baseline)}V{number(field.y(point.score or 0))}"
    return Path(down, Paint("none", "ink3" if point.impact else "line2", 1.2))


def line(
    run: Sequence[Place], bent: list[Segment], hero: Curve, weight: float = 3.5, dash: str = "8 5"
) -> list[Shape]:
    """The heavy line; neighbouring segments of one style are one path, so that joins stay smooth."""
    points = [hero.points[column] for column, _ in run]
    assumed = [before.assumed or after.assumed for before, after in pairwise(points)]
    shapes: list[Shape] = []
    for dashed, indices in groupby(range(len(bent)), lambda index: assumed[index]):
        data = path([bent[index] for index in indices])
        shapes.append(
            Path(data, Paint("none", "ink", weight, dash if dashed else "", "" if dashed else "round"))
        )
    return shapes


def tints(board: Board, whole: list[Place], field: Field, lines: list[list[Segment]]) -> list[Shape]:
    """What is filled: between the hero's line and a benchmark's, else between it and the baseline."""
    benchmark = next((curve for curve in board.curves if curve.benchmark), None)
    if benchmark is None:
        return areas(lines, field)
    from cjm.layout.others import between

    drawn = between(lines, [bezier(run, benchmark, field) for run in runs(whole, benchmark)])
    reach = 2.6 * field.step
    clip = (field.left, field.baseline - reach, field.right - field.left, 2 * reach)
    return [Group(tuple(drawn), clip=clip)] if drawn else []


def beside(
    board: Board, whole: list[Place], field: Field, *, pointed: bool = True
) -> tuple[list[Shape], list[list[Segment]]]:
    """The lines beside the hero's, the last one undermost, with their points if they are `pointed`."""
    if len(board.curves) == 1:
        return [], []
    from cjm.layout import others

    shapes: list[Shape] = []
    lines = []
    for rank, curve in reversed(list(enumerate(board.curves[1:]))):
        look = others.BENCHMARK if curve.benchmark else others.style(rank)
        for run in runs(whole, curve):
            lines.append(bezier(run, curve, field))
            shapes += others.trace(look, lines[-1])
            shapes += others.marks(look, curve, run, field) if pointed or len(run) == 1 else []
    return shapes, lines


def _gap(x: float, point: Point, field: Field) -> list[Shape]:
    """The gap from what was expected to the experience, on a ground of its own, behind the lines."""
    if point.expected is None or point.score is None or abs(point.score - point.expected) <= 0.2:
        return []
    top, bottom = sorted((field.y(point.expected), field.y(point.score)))
    tint = "neg_t" if point.score < point.expected else "pos_t"
    return [
        Rect(x - 9.5, top, 19, bottom - top, Paint("paper")),
        Rect(x - 8, top, 16, bottom - top, Paint(tint)),
    ]


def _expected(x: float, point: Point, field: Field) -> list[Shape]:
    """What was expected, as a bar, and a thin line from there to the experience."""
    if point.expected is None:
        return []
    y = field.y(point.expected)
    shapes: list[Shape] = []
    if point.score is not None and abs(point.score - point.expected) > 0.2:
        falls = point.score < point.expected
        down = f"M{number(x)} {number(y)}V{number(field.y(point.score))}"
        shapes.append(Path(down, Paint("none", "neg" if falls else "pos", 1.6)))
    return [*shapes, Path("M-9 0H9", Paint("none", "ink2", 2.6), x, y)]


def _marker(board: Board, column: int, x: float, field: Field, *, hits: bool) -> Group:
    found = board.columns[column]
    y = field.y(found.point.score or 0)
    shapes: list[Shape] = [Circle(x, y, 22, Paint("none"), hook="hit")] if hits else []
    if found.point.score is None:
        shapes += glyphs.unscored(x, y)
    elif found.point.impact:
        shapes += glyphs.moment(x, y, found.point.impact)
    else:
        shapes += glyphs.point(x, y, assumed=found.point.assumed)
    return Group(tuple(shapes), hook="pt", target=found.id)
