"""Board × drawings → the interactive page: one HTML file that asks for nothing else.

Everything is readable without the script; that only folds it into tabs and a panel.
The page allows itself nothing but its own style sheet and script, by their hashes, so
that no text of a journey could ever run.
"""

from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from typing import Any

import msgspec
from markupsafe import Markup

from cjm.board.sheet import (
    Anchor,
    Band,
    Block,
    Board,
    Cell,
    Chance,
    Column,
    Figure,
    Glyph,
    Hole,
    Item,
    Lane,
    Strength,
    Text,
)
from cjm.languages import signed
from cjm.layout import page as layout
from cjm.layout.page import PageGrid, Slot
from cjm.render import signs
from cjm.render.svg import fragment
from cjm.templating import template, text
from cjm.theme.icons import ICONS
from cjm.theme.tokens import DEFAULT, Theme

_KINDS: dict[type, str] = {
    Text: "text",
    Glyph: "glyph",
    Figure: "figure",
    Chance: "chance",
    Strength: "strength",
    Hole: "hole",
    Anchor: "anchor",
}
_BEFORE_CURVE = ("channels", "questions", "thoughts")
_BEFORE_OWNERS = ("backstage", "systems")
# A title longer than these is set smaller.
_LONG, _ENDLESS = 60, 240


class Drawings(msgspec.Struct, frozen=True):
    """What is drawn elsewhere: empty where a journey has no curve, no flow, or is too short for a strip."""

    strip: Markup = Markup("")
    strip_narrow: Markup = Markup("")
    curve: Markup = Markup("")
    flow: Markup = Markup("")
    sheets: tuple[Markup, ...] = ()


class Section(msgspec.Struct, frozen=True):
    """A tab: its id, which names the template of its panel, and its words."""

    id: str
    label: str
    count: str = ""


class Row(msgspec.Struct, frozen=True):
    """A row of the table: a lane's, or one of those that every map has."""

    kind: str
    label: str
    lane: Lane | None = None


class Span(msgspec.Struct, frozen=True):
    """Cells of the owners' row that are one: a band, or a column without."""

    size: int
    leads: bool
    band: Band | None = None


def render(board: Board, drawings: Drawings, theme: Theme = DEFAULT, mode: str = "auto") -> str:
    """The page. `auto` follows the viewer's preference and offers a switch; `light`, `dark` are fixed."""
    style, script = _style(theme, mode), text("page.js")
    grid = layout.columns(board)
    axis = layout.axis(board)
    parts = _parts(board)
    return template("page.html.j2").render(
        board=board,
        label=board.label,
        parts=parts,
        cell=_cells(parts),
        drawings=drawings,
        sections=_sections(board, drawings),
        policy=_policy(style, script),
        style=Markup(style),
        script=Markup(script),
        switch=mode == "auto",
        title_size=_title_size(board.title),
        names=_names(board.blocks),
        slots=[_slot(board, slot) for slot in grid.slots],
        grid=grid,
        customer=_customer(board, grid),
        organisation=_organisation(board),
        owners=_owners(board, grid),
        owner_of=_owner_of(board),
        columns_wide=len(grid.slots) + 1,
        axis=fragment(axis, prefix="a", classes="axis", hidden=True) if axis else "",
        switches=_switches(board),
        legend=signs.explained(board),
        said=lambda index: _said(board, index),
        score=lambda column: signed(column.point.score or 0, board.language),
        scale=_scale,
        thoughts=_thoughts(board),
        severity=signs.severity,
    )


def _parts(board: Board) -> Any:
    """The macros of what stands in cells."""
    return template("parts/items.j2").make_module(
        {
            "label": board.label,
            "icons": _icons(board),
            "kind": lambda item: _KINDS[type(item)],
            "signs": signs,
            "branches": lambda column: _branches(board, column),
        }
    )


def _cells(parts: Any) -> Callable[..., Markup]:
    """What paints a cell's items. Most stand in the table and again in the story, and are painted once."""
    painted: dict[tuple[int, bool], Markup] = {}

    def cell(items: Cell, full: bool = False) -> Markup:
        if not items:
            return Markup("")
        key = (id(items), full and any(isinstance(item, Chance) for item in items))
        if key not in painted:
            painted[key] = parts.cell(items, full)
        return painted[key]

    return cell


def _slot(board: Board, slot: Slot) -> tuple[Markup, int | None]:
    """A column's attributes in the table, and which touchpoint's it is."""
    lead = Markup(' class="lead"') if slot.leads else Markup("")
    if slot.column is None:
        return lead, None
    return lead + Markup(' data-t="{}"').format(board.columns[slot.column].id), slot.column


def _sections(board: Board, drawings: Drawings) -> tuple[Section, ...]:
    found = [Section("map", board.label("map"))]
    if drawings.flow:
        found.append(Section("flow", board.label("flow")))
    return tuple(found)


def _switches(board: Board) -> list[tuple[str, str]]:
    """What the map can be narrowed to: only where it holds some."""
    offered = [
        ("moment", board.label("filter_moments"), any(column.moment for column in board.columns)),
        ("gap", board.label("filter_gaps"), any(column.gaps for column in board.columns)),
    ]
    return [(name, words) for name, words, occurs in offered if occurs]


def _style(theme: Theme, mode: str) -> str:
    """The style sheet behind its colours. Paper is always light, so dark ones are for screens."""
    dark = f"color-scheme:dark;{_variables(theme.dark)}"
    rules = [f":root{{color-scheme:light;--font:{theme.font};{_variables(theme.light)}}}"]
    if mode == "dark":
        rules.append(f"@media screen{{:root{{{dark}}}}}")
    elif mode == "auto":
        rules += [
            f"@media screen and (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{dark}}}}}",
            f"@media screen{{:root[data-theme=dark]{{{dark}}}}}",
        ]
    rules += [f".f-{token}{{fill:var(--{token})}}.s-{token}{{stroke:var(--{token})}}" for token in theme.light]
    return "\n".join([*rules, text("page.css")])


def _variables(colours: dict[str, str]) -> str:
    return ";".join(f"--{token}:{colour}" for token, colour in colours.items())


def _policy(style: str, script: str) -> str:
    """What the page may load and run: itself, and images within it."""
    style_hash, script_hash = (
        f"'sha256-{b64encode(sha256(part.encode()).digest()).decode()}'" for part in (style, script)
    )
    return (
        f"default-src 'none'; img-src data:; style-src {style_hash}; script-src {script_hash}; "
        "base-uri 'none'; form-action 'none'"
    )


def _title_size(title: str) -> str:
    return "endless" if len(title) > _ENDLESS else "long" if len(title) > _LONG else ""


def _names(blocks: tuple[Block, ...]) -> str:
    """The personas in one line, where there is nothing to say but their names."""
    bare = all(block.key == "persona" and not (block.lines or block.quote or block.picture) for block in blocks)
    return ", ".join(block.title for block in blocks) if bare else ""


def _customer(board: Board, grid: PageGrid) -> tuple[Row, ...]:
    rows = []
    if any(head.goal or head.extra for head in board.phases):
        rows.append(Row("goals", board.label("goal")))
    if any(column.action or column.branches for column in board.columns):
        rows.append(Row("action", board.label("action")))
    rows += [Row("lane", lane.label, lane) for lane in board.customer if lane.key in _BEFORE_CURVE]
    if board.curves and grid.slots:
        rows.append(Row("curve", board.label("emotion")))
    rows += [Row("lane", lane.label, lane) for lane in board.customer if lane.key not in _BEFORE_CURVE]
    return tuple(rows)


def _organisation(board: Board) -> tuple[Row, ...]:
    rows = [Row("lane", lane.label, lane) for lane in board.organisation if lane.key in _BEFORE_OWNERS]
    if board.bands:
        rows.append(Row("owners", board.label("owner")))
    rows += [Row("lane", lane.label, lane) for lane in board.organisation if lane.key not in _BEFORE_OWNERS]
    return tuple(rows)


def _owners(board: Board, grid: PageGrid) -> tuple[Span, ...]:
    """The cells of the owners' row: bands span their columns, what lies between is empty."""
    starts = {band.first: band for band in board.bands}
    inside = {column for band in board.bands for column in range(band.first + 1, band.last + 1)}
    spans = []
    for slot in grid.slots:
        if slot.column not in inside:
            band = None if slot.column is None else starts.get(slot.column)
            size = band.last - band.first + 1 if band else 1
            spans.append(Span(size, slot.leads, band))
    return tuple(spans)


def _owner_of(board: Board) -> dict[int, Band]:
    return {column: band for band in board.bands for column in range(band.first, band.last + 1)}


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
    """The ways on as words, and the anchor that each leads to; none for the end."""
    anchors = [board.columns[way.to].anchor if way.to is not None else "" for way in column.ways]
    return list(zip(column.branches, anchors, strict=False))


def _said(board: Board, index: int) -> str:
    """The curve at a touchpoint in words: «−2 indignant, lowest point; Martin: +1 calm»."""
    said = []
    for curve in board.curves:
        point = curve.points[index]
        if point.score is None:
            parts = [] if curve is not board.curves[0] else [board.label("unscored")]
        else:
            parts = [f"{signed(point.score, board.language)} {point.word}".strip(), *point.notes]
            if point.impact:
                parts.append(board.label("moment_positive" if point.impact > 0 else "moment_negative"))
            if point.assumed:
                parts.append(board.label("assumption"))
        if parts:
            said.append(f"{curve.name}: {', '.join(parts)}" if curve.name else ", ".join(parts))
    return "; ".join(said)


def _scale(score: float) -> str:
    """The class of a five-step scale that shows a score; halves count as the stronger step."""
    steps = min(2, int(abs(score) + 0.5))
    return f"{'p' if score > 0 else 'n'}{steps}" if steps else "zero"
