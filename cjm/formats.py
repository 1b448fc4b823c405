"""One journey's sheet and its drawings in each of the formats.

In: what is on a sheet and where it is drawn. Out: a file's content; the libraries that
PNG and PDF need are passed in.
"""

from collections.abc import Collection, Sequence
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from cjm.board.sheet import Board
from cjm.diagnostics import Diagnostic
from cjm.source import Source

if TYPE_CHECKING:
    from cjm.layout.scene import Scene
    from cjm.render.pictures import Tools

# Those that need `Tools`.
PICTURES = ("png", "pdf")


class Pictured(msgspec.Struct, frozen=True):
    """How PNG and PDF are made: pixels a user unit, the paper of pages, and the day that they say."""

    scale: float = 2
    paper: str = "fit"
    day: date | None = None


def drawing(
    view: str, format_: str, board: Board, scene: "Scene", pictured: Pictured, tools: "Tools | None"
) -> str | bytes:
    """A view as SVG, PNG or PDF."""
    if format_ not in PICTURES:
        from cjm.render import svg

        return svg.render(board, scene)
    from cjm.render import pictures

    if tools is None:
        raise TypeError(f"no tools were given for {format_}")
    if format_ == "png":
        return pictures.png(board, scene, tools, pictured.scale)
    from cjm.layout.papers import leaves

    return pictures.pdf(board, leaves(view, board, scene, pictured.paper), tools, pictured.day)


def told(format_: str, board: Board) -> str:
    """The map in signs: as Markdown, or as plain text."""
    if format_ == "md":
        from cjm.reporters import map_markdown

        return map_markdown.write(board)
    from cjm.reporters import map_text

    return map_text.write(board)


def unseen(
    formats: Collection[str], source: Source, scenes: "Sequence[Scene]", tools: "Tools | None"
) -> list[Diagnostic]:
    """Warnings of characters that PNG and PDF show as boxes, where these are among the formats."""
    if tools is None or set(PICTURES).isdisjoint(formats):
        return []
    from cjm.render import pictures

    return pictures.warnings(source, scenes, tools)


def page(
    board: Board, flow: "Scene | None", views: tuple[str, ...], home: str = ""
) -> tuple[str, dict[str, str]]:
    """The page, with these views and why some of them have nothing to draw.

    `home` is the address of the page of all journeys, if there is one.
    """
    from markupsafe import Markup

    from cjm.layout import page as table
    from cjm.layout import plot, strip
    from cjm.layout.pages import pages
    from cjm.render import page as html
    from cjm.render.svg import fragment

    def drawn(scene: "Scene | None", prefix: str, classes: str, *, label: str = "") -> Markup:
        sheet, hidden = classes == "sheet", not label
        return (
            fragment(scene, prefix=prefix, classes=classes, label=label, hidden=hidden, logo=sheet)
            if scene
            else Markup("")
        )

    more, empty = _inline(board, views)
    with_map = "map" in views
    wide = len(board.columns) > 6
    drawings = html.Drawings(
        strip=drawn(strip.place(board, 1280) if wide else None, "s", "strip wide"),
        strip_narrow=drawn(strip.place(board, 350, narrow=True) if wide else None, "n", "strip narrow"),
        curve=drawn(table.curve(board) if with_map else None, "e", "curve"),
        flow=drawn(flow, "f", "flow", label=board.label("flow")),
        plot=drawn(plot.place(board), "o", "plot"),
        views={
            view: drawn(scene, f"{view}-", "drawing", label=f"{board.label(view)}: {board.title}")
            for view, scene in more.items()
        },
        sheets=tuple(drawn(scene, f"p{number}-", "sheet") for number, scene in enumerate(pages(board))),
    )
    return html.render(board, drawings, home=home), empty


def _inline(board: Board, asked: tuple[str, ...]) -> tuple[dict[str, "Scene"], dict[str, str]]:
    """The views for the page beyond map and flow, in the table's order, and why there is none of others."""
    from cjm.layout import views

    placed = {view: views.inline(view, board) for view in views.ON_PAGE if view in asked}
    drawn = {view: scene for view, scene in placed.items() if not isinstance(scene, str)}
    return drawn, {view: why for view, why in placed.items() if isinstance(why, str)}
