"""The map as Markdown: what GitHub and GitLab show of a journey without a picture.

A table with a row for each touchpoint, as a table with a column for each would be cut
off by a screen; above it the curve, a block a touchpoint. Everything is escaped.
"""

from collections.abc import Iterable, Iterator, Sequence

from cjm.board.sheet import Board, Column, Glyph, Item, Text
from cjm.languages import signed
from cjm.reporters.markdown import escaped

_BLOCKS = "▁▂▃▄▅▆▇█"
_UNSCORED = "·"

# A row of the table has the touchpoint itself, the lanes that the journey uses, and its owner.
_LANES = ("channels", "thoughts", "pains", "gains")


def write(board: Board) -> str:
    """The whole document."""
    parts = [
        [f"# {escaped(board.title)}"],
        [escaped(board.kicker)],
        *_blocks(board),
        _curve(board),
        *_phases(board),
        _gaps(board),
    ]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _blocks(board: Board) -> Iterator[list[str]]:
    """What stands in the map's head, a list each."""
    for block in board.blocks:
        named = f"**{escaped(block.label)}**"
        told = f"{named}: {escaped(block.title)}" if block.title else named
        facts = [f"{escaped(label)}: {escaped(value)}" for label, value in block.facts]
        quote = [f"*{escaped(block.quote)}*"] if block.quote.strip() else []
        entries = [*map(escaped, block.lines), *quote, *facts]
        yield [told, "", *(f"- {entry}" for entry in entries)] if entries else [told]


def _curve(board: Board) -> list[str]:
    """The first persona's curve on one line, phases apart, and what stands out in it."""
    if not board.curves or not any(point.score is not None for point in board.curves[0].points):
        return []
    points = board.curves[0].points
    drawn = [_UNSCORED if point.score is None else _block(point.score) for point in points]
    line = " ".join("".join(drawn[head.first : head.end]) for head in board.phases if head.end > head.first)
    named = [
        f"- {escaped(note)}: {escaped(column.number)} {escaped(column.name)} ({_feeling(board, index)})"
        for index, (column, point) in enumerate(zip(board.columns, points, strict=True))
        for note in point.notes
    ]
    return [f"**{escaped(board.label('emotion'))}** `{line}`", *([""] if named else []), *named]


def _block(score: float) -> str:
    return _BLOCKS[min(int((score + 2) / 4 * len(_BLOCKS)), len(_BLOCKS) - 1)]


def _phases(board: Board) -> Iterator[list[str]]:
    lanes = [lane for lane in board.lanes if lane.key in _LANES]
    labels = ["", board.label("touchpoint"), board.label("emotion"), *(lane.label for lane in lanes)]
    owners = [*labels, board.label("owner")]
    for head in board.phases:
        yield [f"## {head.number}. {escaped(head.name)}"]
        told = [
            escaped(head.goal),
            f"{escaped(board.label('owner'))}: {escaped(_owned(head.owner, head.gap))}",
        ]
        yield ["  \n".join(filter(None, told))] if head.owner or head.gap else [told[0]]
        if head.end > head.first:
            yield [
                _row(map(escaped, owners)),
                "|" + "---|" * len(owners),
                *(
                    _row(
                        [
                            escaped(board.columns[index].number),
                            _touchpoint(board.columns[index]),
                            "<br>".join(
                                filter(
                                    None, [_felt(board, index), *map(escaped, board.columns[index].beside)]
                                )
                            ),
                            *(_cell(lane.cells[index]) for lane in lanes),
                            escaped(_owner(board, index)),
                        ]
                    )
                    for index in range(head.first, head.end)
                ),
            ]


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _touchpoint(column: Column) -> str:
    """The name, the action and what it is a moment of."""
    sign = "⊕" if column.point.impact > 0 else "◆"
    moment = f"{sign} {escaped(column.moment)}" if column.moment else ""
    branches = [f"↳ {escaped(branch)}" for branch in column.branches]
    inside = escaped(column.inside.text) if column.inside else ""
    name = f"**{escaped(column.name)}**" if column.name.strip() else ""
    return "<br>".join(filter(None, [name, escaped(column.action), moment, *branches, inside]))


def _feeling(board: Board, index: int) -> str:
    if not board.curves or (point := board.curves[0].points[index]).score is None:
        return ""
    block = f"{_block(point.score)} " if point.score is not None else ""
    score = signed(point.score, board.language) if point.score is not None else ""
    return f"{block}{escaped(point.word)} {escaped(score)}".strip()


def _felt(board: Board, index: int) -> str:
    """A feeling, and whose it is where others' stand beside it."""
    told = _feeling(board, index)
    return f"{escaped(board.curves[0].name)}: {told}" if told and board.curves[0].name else told


def _cell(items: Sequence[Item]) -> str:
    return "<br>".join(escaped(item.text) for item in items if isinstance(item, Glyph | Text))


def _owner(board: Board, index: int) -> str:
    band = next((band for band in board.bands if band.first <= index <= band.last), None)
    return _owned(band.name, band.gap) if band else ""


def _owned(name: str, gap: object) -> str:
    return name or getattr(gap, "label", "")


def _gaps(board: Board) -> list[str]:
    """What is missing, where; a gap says in English what helps, as the linter does."""
    if not board.gaps:
        return []
    found = [f"## {escaped(board.label('gaps'))}", ""]
    for region in board.gaps:
        for spot in region.spots:
            place = f"{spot.number or region.number or ''} {spot.name or region.name}".strip()
            told = ", ".join(escaped(gap.label) for gap in spot.gaps)
            found.append(f"- {escaped(place)}: {told}")
    return found
