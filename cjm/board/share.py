"""A board for people outside: what the customer goes through, and nothing of how the house is run.

In: a whole board. Out: a new one that holds only what is named here. What is added to a board
later stays inside until somebody lets it out, and so does every new lane and detail.
"""

from msgspec.structs import replace

from cjm.board.canvas import Canvas
from cjm.board.legend import legend
from cjm.board.route import branches
from cjm.board.sheet import Block, Board, Cell, Column, Detail, Head, Hole, Lane, Text

LANES = ("channels", "questions", "thoughts", "pains", "gains", "content", "frontstage")
DETAILS = (*LANES, "organisation", "quote", "expectation", "need")
FACTS = ("reviewed", "starts", "ends")


def shared(board: Board) -> Board:
    """The customer's half, without gaps, advice, tables and comparisons."""
    lanes = tuple(_lane(lane) for lane in board.lanes if lane.key in LANES)
    numbers = [column.number for column in board.columns]
    columns = tuple(_column(board, numbers, index) for index in range(len(numbers)))
    heads = tuple(_head(board, head) for head in board.phases)
    curves = tuple(curve for curve in board.curves if not curve.benchmark)
    return Board(
        id=board.id,
        title=board.title,
        kicker=board.kicker,
        language=board.language,
        file=board.file,
        description=board.description,
        blocks=tuple(made for block in board.blocks if (made := _block(board, block))),
        phases=heads,
        columns=columns,
        curves=curves,
        lanes=tuple(lane for lane in lanes if any(lane.cells)),
        bands=(),
        figures=tuple(figure for figure in board.figures if figure.label != board.label("open_gaps")),
        legend=legend(columns, curves, lanes, heads, ()),
        canvas=_canvas(board),
        withheld=_withheld(board),
    )


def _withheld(board: Board) -> frozenset[str]:
    """The views that show something of this board which isn't shared."""
    inside = any(lane.key in ("backstage", "systems") for lane in board.lanes)
    shown = {"owners": board.owners, "media": board.media, "canvas": board.canvas, "blueprint": inside}
    return frozenset(view for view, found in shown.items() if found)


def _canvas(board: Board) -> Canvas | None:
    """What is expected and how that compares with what happens, without what is measured afterwards."""
    canvas = board.canvas
    if canvas is None or not (canvas.origins or board.curves):
        return None
    return Canvas(canvas.origins, canvas.satisfaction, canvas.surprises, None)


def _lane(lane: Lane) -> Lane:
    return replace(lane, cells=tuple(_cell(cell) for cell in lane.cells))


def _cell(cell: Cell) -> Cell:
    """Its texts without notes, such as how severe a pain is held to be, or whose media these are."""
    return tuple(
        replace(item, note="", gap=None) if isinstance(item, Text) else item
        for item in cell
        if not isinstance(item, Hole)
    )


def _column(board: Board, numbers: list[str], index: int) -> Column:
    column = board.columns[index]
    ways = tuple(
        replace(way, label=way.when, url="") for way in column.ways
    )  # shares are figures, and the other page may not be shared
    details = [_detail(detail) for detail in column.details if detail.key in DETAILS]
    return Column(
        id=column.id,
        number=column.number,
        name=column.name,
        action=column.action,
        phase=column.phase,
        point=column.point,
        moment=column.moment,
        ways=ways,
        branches=branches(board.label("exit"), ways, numbers, index),
        details=tuple(detail for detail in details if detail.items),
        picture=column.picture,
    )


def _detail(detail: Detail) -> Detail:
    return replace(detail, items=_cell(detail.items))


def _head(board: Board, head: Head) -> Head:
    return Head(
        id=head.id,
        number=head.number,
        name=head.name,
        goal=head.goal,
        owner="",
        slot=0,
        first=head.first,
        end=head.end,
        extra=tuple(pair for pair in head.extra if pair[0] == board.label("duration")),
    )


def _block(board: Board, block: Block) -> Block | None:
    if block.key != "facts":
        return block
    told = {board.label(key) for key in FACTS}
    facts = tuple(pair for pair in block.facts if pair[0] in told)
    return replace(block, facts=facts) if facts else None
