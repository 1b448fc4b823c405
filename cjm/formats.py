"""What is on a sheet, and where it is drawn → the content of files, format by format."""

from typing import TYPE_CHECKING

from cjm.board.sheet import Board

if TYPE_CHECKING:
    from cjm.layout.scene import Scene


def page(board: Board, flow: "Scene | None", views: tuple[str, ...]) -> tuple[str, dict[str, str]]:
    """The page, with these views; and why some of them have nothing to draw."""
    from markupsafe import Markup

    from cjm.layout import page as table
    from cjm.layout import plot, strip
    from cjm.layout.pages import pages
    from cjm.render import page as html
    from cjm.render.svg import fragment
    from cjm.theme.tokens import DEFAULT

    def drawn(scene: "Scene | None", prefix: str, classes: str, *, label: str = "") -> Markup:
        hidden = not label
        return (
            fragment(scene, prefix=prefix, classes=classes, label=label, hidden=hidden)
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
    return html.render(board, drawings, DEFAULT), empty


def _inline(board: Board, asked: tuple[str, ...]) -> tuple[dict[str, "Scene"], dict[str, str]]:
    """The views for the page beyond map and flow, in the table's order, and why there is none of others."""
    from cjm.layout import views

    placed = {view: views.inline(view, board) for view in views.ON_PAGE if view in asked}
    drawn = {view: scene for view, scene in placed.items() if not isinstance(scene, str)}
    return drawn, {view: why for view, why in placed.items() if isinstance(why, str)}
