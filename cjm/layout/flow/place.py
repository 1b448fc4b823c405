"""The engine's layouts × Board → Scene."""

import math

from cjm.board.sheet import Board
from cjm.layout import glyphs
from cjm.layout.curve import Point, number
from cjm.layout.flow.answer import Layout, no_layout
from cjm.layout.flow.parts import (
    BOX,
    LABEL,
    LABEL_LEADING,
    NAME,
    NAME_LEADING,
    SIGN_LEADING,
    Box,
    Edge,
    Piece,
    Row,
    Sign,
    label_size,
    sign_size,
    title_height,
)
from cjm.layout.scene import Area, Group, Paint, Path, Rect, Scene, Shape, Words
from cjm.layout.text import wrap
from cjm.theme.metrics import width
from cjm.theme.tokens import lead

_MARGIN, _BETWEEN_ROWS = 24.0, 40.0


def place(board: Board, rows: list[Row], layouts: list[Layout]) -> Scene:
    """The drawing: these rows of a board, which the engine laid out one by one, below each other.

    Raises `MissingTool` where the engine left something out.
    """
    y = _MARGIN
    wide = 0.0
    items: list[Shape] = []
    for row, placed in zip(rows, layouts, strict=True):
        if not _whole(row, placed):
            raise no_layout()
        ground = _ground(board, row, placed)
        extent = _extent(row, placed, ground)
        items.append(Group(tuple(_row(board, row, placed, ground)), _MARGIN - extent.left, y - extent.top))
        y += extent.bottom - extent.top + _BETWEEN_ROWS
        wide = max(wide, extent.right - extent.left + 2 * _MARGIN)
    return Scene(wide, y - _BETWEEN_ROWS + _MARGIN, tuple(items))


def sheet(board: Board, flow: Scene) -> Scene:
    """The drawing as a file of its own: with its title, on the colour of the sheet."""
    kicker = f"{board.kicker} · {board.label('flow').lower()}"
    lines = wrap(board.title, max(flow.width, 640) - 2 * _MARGIN, 38, bold=True, language=board.language.code)
    head = 62 + 42.0 * len(lines)
    wide, tall = max(flow.width, 640), flow.height + head
    title = Words(_MARGIN, 80, lines, 38, 42, bold=True, tracking=-0.8)
    paper = Rect(0, 0, wide, tall, Paint("paper"))
    return Scene(
        wide, tall, (paper, Words(_MARGIN, 38, (kicker,), 14, fill="ink2"), title, Group(flow.items, 0, head))
    )


def _whole(row: Row, placed: Layout) -> bool:
    """Whether this is a layout of the row, with all of it but ways, which Graphviz loses at times."""
    names = {*(f"n{place}" for place in range(len(row.boxes))), *(sign.name for sign in row.signs)}
    return (
        names <= placed.nodes.keys()
        and len(placed.clusters) == len(row.pieces)
        and placed.routes.keys() <= set(range(len(row.edges)))
    )


def _ground(board: Board, row: Row, placed: Layout) -> list[Area]:
    """The phases' grounds, of one height: from above every title to below every box.

    Ways that run over the boxes may use the room that was kept for the titles; then
    the titles move up. What would stand across the lower edge moves that down.
    """
    titles = [title_height(piece) for piece in row.pieces]
    clusters = placed.clusters
    drawn = [y for points, lp in placed.routes.values() for _, y in points] or [0.0]
    things = _beside_boxes(row, placed)
    labels = [thing.top for thing in things]
    boxes = [placed.nodes[f"n{place}"][1] - box.height / 2 for place, box in enumerate(row.boxes)]
    highest = min([*drawn, *labels, *boxes])
    top = min(box.top for box in clusters)
    top = min([top, *(highest - tall - 6 for tall in titles)])
    bottom = max(box.bottom for box in clusters)
    for thing in sorted(things, key=lambda thing: thing.top):
        inside = any(thing.left < box.right and box.left < thing.right for box in clusters)
        if inside and thing.top < bottom:
            bottom = max(bottom, thing.bottom + 6)
    return [Area(box.left, top, box.right, bottom) for box in clusters]


def _beside_boxes(row: Row, placed: Layout) -> list[Area]:
    """The room of ways' words, and of the signs where they end."""
    found: list[tuple[Point, tuple[float, float]]] = [
        *(
            (lp, label_size(row.edges[n]))
            for n, (_, lp) in placed.routes.items()
            if lp and row.edges[n].label
        ),
        *((placed.nodes[sign.name], sign_size(sign)) for sign in row.signs),
    ]
    return [Area(x - w / 2, y - h / 2, x + w / 2, y + h / 2) for (x, y), (w, h) in found]


def _extent(row: Row, placed: Layout, ground: list[Area]) -> Area:
    boxes = [*ground, *_beside_boxes(row, placed)]
    points = [point for route, _ in placed.routes.values() for point in route]
    xs = [x for x, _ in points] + [x for box in boxes for x in (box.left, box.right)]
    ys = [y for _, y in points] + [y for box in boxes for y in (box.top, box.bottom)]
    return Area(min(xs), min(ys), max(xs), max(ys))


def _row(board: Board, row: Row, placed: Layout, ground: list[Area]) -> list[Shape]:
    shapes: list[Shape] = [_phase(board, piece, box) for piece, box in zip(row.pieces, ground, strict=True)]
    for n, (points, lp) in placed.routes.items():
        shapes += _way(row.edges[n], points, lp)
    shapes += [
        _touchpoint(board, row.first + n, box, placed.nodes[f"n{n}"]) for n, box in enumerate(row.boxes)
    ]
    shapes += [_sign(board, sign, placed.nodes[sign.name]) for sign in row.signs]
    return shapes


def _phase(board: Board, piece: Piece, box: Area) -> Group:
    """A phase's ground, its bar, number, name and owner."""
    head = board.phases[piece.phase]
    wide, tall = box.right - box.left, box.bottom - box.top
    tip = number(wide - 8)
    outline = f"M0 0H{tip}L{number(wide)} 4.5L{tip} 9H0Z"
    bar: list[Shape] = [Path(outline, Paint(lead()))]
    if head.gap:
        bar = [glyphs.hatch(0, 0, wide - 8, 9, 7, 1.6), Path(outline, Paint("none", "neg", 1.3))]
    indent = 22 if head.number < 10 else 34
    shapes: list[Shape] = [
        Rect(0, 9, wide, tall - 9, Paint("paper2")),
        *bar,
        Words(12, 33, (str(head.number),), 18, fill="ink3"),
        Words(12 + indent, 33, piece.title, 18, 22, bold=True),
    ]
    y = 33 + 22.0 * len(piece.title)
    if piece.owner:
        gap = bool(head.gap)
        shapes += [
            *glyphs.swatch(13, y - 11, head.slot, gap=gap),
            Words(34, y, piece.owner, 13, 16, "neg" if gap else "ink2", bold=gap),
        ]
    return Group(tuple(shapes), box.left, box.top)


def _touchpoint(board: Board, index: int, box: Box, at: Point) -> Group:
    column = board.columns[index]
    tall = box.height
    dash = "5 4" if column.point.assumed else ""
    shapes: list[Shape] = [Rect(0, 0, BOX, tall, Paint("paper", "line2", 1.2, dash), radius=3, hook="nb")]
    if column.point.impact:
        shapes += glyphs.moment(24, tall / 2, column.point.impact, 10)
    elif column.point.score is None:
        shapes += glyphs.unscored(24, tall / 2)
    else:
        shapes += glyphs.point(24, tall / 2, assumed=column.point.assumed, radius=6)
    below = NAME_LEADING * len(box.name)
    y = (tall - below - 16 * len(box.said)) / 2 + 13
    colour = "pos" if column.point.impact > 0 else "neg" if column.point.impact < 0 else "ink2"
    shapes += [
        Words(48, y, box.name, NAME, NAME_LEADING, bold=True),
        Words(48, y + below, box.said, 13, 16, colour),
    ]
    title = f"{column.number} {column.name}"
    return Group(
        tuple(shapes),
        at[0] - BOX / 2,
        at[1] - tall / 2,
        title=title,
        hook="node",
        target=column.id,
        link=True,
    )


def _sign(board: Board, sign: Sign, at: Point) -> Group:
    """The end of the journey is a bar beside a word, or beside the journey that follows.

    Another row's touchpoint is its number in a pill.
    """
    wide, tall = sign_size(sign)
    left, top = at[0] - wide / 2, at[1] - tall / 2
    if sign.target is None:
        bar = Path(f"M0 4V{number(tall - 4)}", Paint("none", "ink2", 2.6))
        words = Words(8, 17.5, sign.lines, 13, SIGN_LEADING, "ink2")
        return Group((bar, words), left, top, url=sign.url)
    pill = Rect(0, 0, wide, tall, Paint("paper", "ink3", 1.2), radius=tall / 2)
    words = Words(wide / 2, tall / 2 + 4.5, sign.lines, 13, fill="ink2", anchor="middle")
    return Group((pill, words), left, top, target=board.columns[sign.target].id, link=True)


def _way(edge: Edge, points: list[Point], lp: Point | None) -> list[Shape]:
    """A line with its head, heavy on the persona's own way, and the words where room was kept."""
    data = f"M{_xy(points[0])}" + "".join(
        f"C{_xy(points[n])} {_xy(points[n + 1])} {_xy(points[n + 2])}" for n in range(1, len(points) - 2, 3)
    )
    ink, weight = ("ink", 2.6) if edge.main else ("ink3", 1.3)
    shapes: list[Shape] = [
        Path(data, Paint("none", ink, weight)),
        _head(points, ink, 8.5 if edge.main else 7),
    ]
    if lp is not None and edge.label:
        top = lp[1] - LABEL_LEADING * (len(edge.label) - 1) / 2 + LABEL * 0.35 - 2
        left = lp[0] - max(width(line, LABEL) for line in edge.label) / 2
        shapes.append(Words(left, top, edge.label, LABEL, LABEL_LEADING, "ink2"))
    return shapes


def _head(points: list[Point], ink: str, size: float) -> Path:
    x, y = points[-1]
    before = next((point for point in reversed(points) if math.dist(point, (x, y)) > 0.5), (x - 1, y))
    angle = math.atan2(y - before[1], x - before[0])
    corners = [(x - size * math.cos(angle + turn), y - size * math.sin(angle + turn)) for turn in (0.5, -0.5)]
    return Path(f"M{_xy(corners[0])}L{_xy((x, y))}L{_xy(corners[1])}Z", Paint(ink))


def _xy(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"
