"""Board × drawings → the interactive page: one HTML file that asks for nothing else.

Everything is readable without the script; that only folds it into tabs and a panel.
The page allows itself nothing but its own style sheet and script, by their hashes, so
that no text of a journey could ever run.
"""

from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType

import msgspec
from markupsafe import Markup

from cjm.board.counsel import Part
from cjm.board.sheet import Block, Board, Cell, Column, Glyph, Item, Lane
from cjm.board.words import capital
from cjm.languages import number, signed
from cjm.layout import page as layout
from cjm.render import narrowing, signs, table, tabs
from cjm.render.cells import Cells, hole, icon, prose
from cjm.render.style import style_sheet
from cjm.render.svg import fragment
from cjm.templating import policy, template, text
from cjm.theme.icons import ICONS
from cjm.theme.tokens import Theme, current

# A title longer than these is set smaller.
_LONG, _ENDLESS = 60, 240
_TALL = 160
# They are one script on the page, and use each other's functions.
_SCRIPTS = ("frame.js", "page.js", "filters.js", "lanes.js", "pictures.js", "shortcuts.js", "sorting.js")
# The width of one point of a weight, of which there are 16 at most, and what parts two of them.
_POINT, _BETWEEN = 13, 1.5


class Drawings(msgspec.Struct, frozen=True):
    """What is drawn elsewhere: empty where a journey has no curve, no flow, or is too short for a strip.

    `views` are those beyond map and flow, by name.
    """

    strip: Markup = Markup("")
    strip_narrow: Markup = Markup("")
    curve: Markup = Markup("")
    flow: Markup = Markup("")
    plot: Markup = Markup("")
    sheets: tuple[Markup, ...] = ()
    views: Mapping[str, Markup] = MappingProxyType({})


class Section(msgspec.Struct, frozen=True):
    """A tab: its id, which names the template of its panel, and its words; or the `view` drawn in it."""

    id: str
    label: str
    count: str = ""
    view: str = ""


def render(
    board: Board, drawings: Drawings, theme: Theme | None = None, mode: str = "", home: str = ""
) -> str:
    """The page, in the current theme where none is given, and in its mode; `home` leads to all journeys.

    `auto` follows the viewer's preference and offers a switch; `light`, `dark` are fixed.
    """
    theme = theme or current()
    mode = mode or theme.mode
    style = style_sheet(theme, mode)
    script = "\n".join(text(name, theme.templates) for name in _SCRIPTS)
    grid = layout.columns(board)
    axis = layout.axis(board)
    drawn = signs.Signs()
    icons = _icons(board)
    cells = Cells(board, icons, drawn)
    choices = narrowing.choices(board)
    return template("page.html.j2", theme.templates).render(
        board=board,
        home=home,
        label=board.label,
        icon=icon,
        branches=lambda column: _branches(board, column),
        cell=cells,
        full=Cells(board, icons, drawn, brief=cells),
        prose=prose,
        hole=hole,
        icons=icons,
        drawings=drawings,
        sheets=drawings.sheets,
        sections=_sections(board, drawings),
        policy=policy(style, script, images="data:"),
        style=Markup(style),
        script=Markup(script),
        switch=mode == "auto",
        logo=theme.logo,
        title_size=_title_size(board.title),
        names=_names(board.blocks),
        slots=table.slots(board, grid),
        grid=grid,
        customer=table.customer(board, grid),
        organisation=table.organisation(board),
        owners=table.owners(board, grid),
        owner_of=table.owner_of(board),
        tall=_is_tall(board),
        columns_wide=len(grid.slots) + 1,
        axis=fragment(axis, prefix="a", classes="axis", hidden=True) if axis else "",
        switches=narrowing.switches(board),
        choices=choices,
        narrowed=lambda column: narrowing.attributes(choices, column),
        legend=signs.explained(board),
        said=lambda index: _said(board, index),
        score=lambda column: signed(column.point.score or 0, board.language),
        scale=_scale,
        bars=_bars,
        more_advice=number(board.counsel.more, board.language),
        thoughts=_thoughts(board),
        signs=drawn,
        gap_anchor=tabs.anchors(board),
        margin=tabs.margin(board) if board.tables.source else {},
        bar=tabs.bar,
        capital=capital,
        progress=tabs.PROGRESS,
        unplaced=tabs.unplaced(board),
    )


def _sections(board: Board, drawings: Drawings) -> tuple[Section, ...]:
    found = [Section("map", board.label("map"))]
    if drawings.flow:
        found.append(Section("flow", board.label("flow")))
    # A section of the page's own may have the name of a view.
    found += [Section(f"view-{view}", board.label(view), view=view) for view in drawings.views]
    if board.gaps:
        count = sum(len(spot.gaps) for region in board.gaps for spot in region.spots)
        found.append(Section("gaps", board.label("gaps"), number(count, board.language)))
    told = board.counsel
    if told.pieces or told.under_way or told.missing:
        asked = number(told.total, board.language) if told.total else ""
        found.append(Section("advice", board.label("advice"), asked))
    return (*found, *_tables(board, drawings.views))


def _tables(board: Board, drawn: Collection[str]) -> Iterator[Section]:
    """The tables that hold something, with how much; those that are `drawn` as a view are there already."""
    tables = board.tables
    counts = {
        "owners": len(board.owners.departments) if board.owners else 0,
        "opportunities": len(tables.ideas),
        "metrics": sum(len(phase.readings) for phase in tables.metrics),
        "evidence": len(tables.grounds),
    }
    for id, count in counts.items():
        if count and id not in drawn:
            yield Section(id, board.label(id), number(count, board.language))
    if tables.source:
        yield Section("source", board.label("source_text"))


def _bars(parts: tuple[Part, ...]) -> Iterator[tuple[str, str]]:
    """A weight's parts side by side: where each starts, and how wide it is."""
    start = 0.0
    for part in parts:
        yield f"{start:g}", f"{max(part.size * _POINT - _BETWEEN, 0.5):g}"
        start += part.size * _POINT


def _title_size(title: str) -> str:
    return "endless" if len(title) > _ENDLESS else "long" if len(title) > _LONG else ""


def _is_tall(board: Board) -> bool:
    """Whether a name would fill the window if the table's head stayed in it."""
    names = [*(head.name for head in board.phases), *(column.name for column in board.columns)]
    return any(len(name) > _TALL for name in names)


def _names(blocks: tuple[Block, ...]) -> str:
    """The personas in one line, where there is nothing to say but their names."""
    bare = all(
        block.key == "persona" and not (block.lines or block.quote or block.picture) for block in blocks
    )
    return ", ".join(block.title for block in blocks) if bare else ""


def _icons(board: Board) -> dict[str, str]:
    """The glyphs that occur, as path data by name."""
    used = {item.icon for lane in board.lanes for item in _items(lane) if isinstance(item, Glyph)}
    return {name: data for name, data in ICONS.items() if name in used or name == "branch"}


def _items(lane: Lane) -> list[Item]:
    return [item for cell in lane.cells for item in cell]


def _thoughts(board: Board) -> tuple[Cell, ...]:
    lane = next((lane for lane in board.lanes if lane.key == "thoughts"), None)
    return lane.cells if lane else ((),) * len(board.columns)


def _branches(board: Board, column: Column) -> list[tuple[str, str]]:
    """The ways on as words, and the address that each leads to; none for the end."""
    urls = [f"#{board.columns[way.to].anchor}" if way.to is not None else way.url for way in column.ways]
    return list(zip(column.branches, urls, strict=False))


def _said(board: Board, index: int) -> str:
    """The curve at a touchpoint in words: «−2 indignant, lowest point; Martin: +1 calm»."""
    hero = board.curves[0]
    point = hero.points[index]
    parts = [board.label("unscored")]
    if point.score is not None:
        parts = [f"{signed(point.score, board.language)} {point.word}", *point.notes]
        if point.impact:
            parts.append(board.label("moment_positive" if point.impact > 0 else "moment_negative"))
        if point.assumed:
            parts.append(board.label("assumption"))
    told = ", ".join(parts)
    return "; ".join([f"{hero.name}: {told}" if hero.name else told, *board.columns[index].beside])


def _scale(score: float) -> str:
    """The class of a five-step scale that shows a score; halves count as the stronger step."""
    steps = min(2, int(abs(score) + 0.5))
    return f"{'p' if score > 0 else 'n'}{steps}" if steps else "zero"
