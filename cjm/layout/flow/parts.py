"""What the graph is made of: boxes, rows and ways, with the sizes they need. Lengths in px."""

from collections.abc import Iterator

import msgspec

from cjm.board.sheet import Board, Column
from cjm.layout.text import wrap
from cjm.theme.metrics import width

BOX = 204.0
_TEXT = BOX - 62
NAME, NAME_LEADING = 14.5, 17.5
LABEL = 12.5
LABEL_LEADING = 15.0
_LABEL_ROOM = 118.0
_SIGN_ROOM = 150.0
SIGN_LEADING = 16.0
_ROW = 1500.0
_GAP = 44.0
_APART = 30.0  # between neighbours without words, which `dot` asks for as ranksep


class Piece(msgspec.Struct, frozen=True):
    """A phase, or a part of one, in a row."""

    phase: int
    columns: tuple[int, ...]
    continued: bool
    title: tuple[str, ...]
    owner: tuple[str, ...]


class Edge(msgspec.Struct, frozen=True):
    """A way: between boxes (`n3` the row's fourth), or to or from a sign (`x3` the end, `c3` another row)."""

    tail: str
    head: str
    label: tuple[str, ...]
    main: bool
    back: bool = False


class Sign(msgspec.Struct, frozen=True):
    """Where a way leaves its row: another row's touchpoint, the end of the journey, or another journey."""

    name: str
    lines: tuple[str, ...]
    target: int | None
    url: str = ""


class Box(msgspec.Struct, frozen=True):
    """A touchpoint's box: the lines of its name, those below with its number and the feeling, its height."""

    name: tuple[str, ...]
    said: tuple[str, ...]
    height: float


class Row(msgspec.Struct, frozen=True):
    """One row: its phases in order, the ways in it, and the signs where ways leave or enter it.

    `boxes` has those of its touchpoints from left to right, `first` is the column of the first.
    """

    pieces: tuple[Piece, ...]
    first: int
    boxes: tuple[Box, ...]
    edges: tuple[Edge, ...]
    signs: tuple[Sign, ...]


def rows(board: Board) -> list[Row]:
    """The flow of a board, cut into rows."""
    return [_row(board, tuple(pieces)) for pieces in _pieces(board)]


def _row(board: Board, pieces: tuple[Piece, ...]) -> Row:
    here = [column for piece in pieces for column in piece.columns]
    first = here[0] if here else 0
    edges: list[Edge] = []
    signs: list[Sign] = []

    def sign(text: str, target: int | None, url: str = "") -> str:
        lines = wrap(text, _SIGN_ROOM, 13, language=board.language.code)
        signs.append(Sign(f"{'x' if target is None else 'c'}{len(signs)}", lines, target, url))
        return signs[-1].name

    for way in board.columns[first - 1].ways if first else ():
        if way.to == first:
            edges.append(Edge(sign(board.columns[first - 1].number, first - 1), "n0", (), way.main))
    for place, index in enumerate(here):
        tail = f"n{place}"
        for way in board.columns[index].ways:
            label = wrap(way.label, _LABEL_ROOM, LABEL, language=board.language.code) if way.label else ()
            if way.to is None:
                head = sign(way.other or board.label("exit"), None, way.url)
                edges.append(Edge(tail, head, label, way.main))
            elif way.to in here:
                edges.append(Edge(tail, f"n{way.to - first}", label, way.main, back=way.to <= index))
            else:
                edges.append(Edge(tail, sign(board.columns[way.to].number, way.to), label, way.main))
    boxes = tuple(_box(board, board.columns[index]) for index in here)
    return Row(pieces, first, boxes, tuple(edges), tuple(signs))


def _box(board: Board, column: Column) -> Box:
    name = wrap(column.name, _TEXT, NAME, bold=True, language=board.language.code)
    told = f"{column.number}\u2002{column.point.word}".rstrip("\u2002")
    said = wrap(told, _TEXT, 13, language=board.language.code)
    return Box(name, said, max(58.0, 26 + NAME_LEADING * len(name) + 16 * len(said)))


def sign_size(sign: Sign) -> tuple[float, float]:
    """Width and height of a sign."""
    return max(44.0, max(width(line, 13) for line in sign.lines) + 30), 10.0 + SIGN_LEADING * len(sign.lines)


def label_size(edge: Edge) -> tuple[int, int]:
    """Width and height that a label needs, in whole px."""
    wide = max(width(line, LABEL) for line in edge.label)
    return int(wide * 1.02) + 12, int(LABEL_LEADING * len(edge.label)) + 8


def title_height(piece: Piece) -> float:
    """The room above a phase's boxes: bar, name, owner."""
    return 26 + 22.0 * len(piece.title) + (6 + 16.0 * len(piece.owner) if piece.owner else 0)


def _pieces(board: Board) -> Iterator[list[Piece]]:
    """As many phases in a row as there is room for; a phase that is too long goes on in the next."""
    row: list[Piece] = []
    used = 0.0
    steps = [_step(column) for column in board.columns]
    for phase, head in enumerate(board.phases):
        if row and used + sum(steps[head.first : head.end]) > _ROW:
            yield row
            row, used = [], 0.0
        start = head.first
        while start < head.end or start == head.end == head.first:
            end = start + 1
            while end < head.end and used + sum(steps[start : end + 1]) <= _ROW:
                end += 1
            end = min(end, head.end)
            row.append(_piece(board, phase, start, end))
            used += sum(steps[start:end]) + 24
            if end >= head.end:
                break
            yield row
            row, used = [], 0.0
            start = end
    if row:
        yield row


def _piece(board: Board, phase: int, start: int, end: int) -> Piece:
    head = board.phases[phase]
    continued = start > head.first
    name = f"{head.name} ({board.label('continued')})" if continued else head.name
    room = max(1, end - start) * (BOX + _APART) - _APART - 30
    code = board.language.code
    owner = head.gap.label if head.gap else head.owner
    return Piece(
        phase,
        tuple(range(start, end)),
        continued,
        wrap(name, room, 18, bold=True, language=code),
        wrap(owner, room, 13, bold=bool(head.gap), language=code) if owner else (),
    )


def _step(column: Column) -> float:
    labels = [
        max(width(line, LABEL) for line in wrap(way.label, _LABEL_ROOM, LABEL))
        for way in column.ways
        if way.label
    ]
    return BOX + _GAP + max(labels, default=0.0)
