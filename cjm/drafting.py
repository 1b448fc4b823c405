"""A journey's board → its artefacts: drafts of some journeys, their flows laid out by an engine, drawings.

In: what `pipeline.draft` gives. Out: `Built`. Starting an engine costs a journey as much as half of
its layout, so that one run lays out the flows of many; and what it said of a row's shape holds for every
row of that shape, as more than a third of those of many journeys are.
"""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

import msgspec

from cjm import formats, offered
from cjm.board.sheet import Board
from cjm.contract import Artefact, Built, Checked, Options, RunDot
from cjm.diagnostics import Diagnostic
from cjm.model.entities import Journey
from cjm.project import Project

if TYPE_CHECKING:
    from cjm.board.portfolio.entry import Entry
    from cjm.layout.flow import Layout
    from cjm.layout.flow.parts import Row
    from cjm.layout.scene import Scene
    from cjm.render.pictures import Tools
    from cjm.theme.tokens import Theme


class Draft(msgspec.Struct, frozen=True):
    """A journey's sheet, before it is drawn; the rows of its flow with their DOT, for an engine."""

    checked: Checked
    journey: Journey
    options: Options
    findings: tuple[Diagnostic, ...]
    board: Board
    entry: "Entry | None"
    flow: "list[tuple[Row, str]]"


# The layouts of graphs by their DOT, for each engine: no more than a few MB of them.
_known: "dict[RunDot, dict[str, Layout]]" = {}
_MOST = 1 << 10


def flowed(board: Board, options: Options) -> "list[tuple[Row, str]]":
    """The rows of a board's flow, each with its DOT; none where no flow is asked for."""
    if "flow" not in options.views or {*offered.DRAWN, "html"}.isdisjoint(options.formats):
        return []
    from cjm.layout import flow

    with _dressed(board, options.theme):
        return [(row, flow.dot(row)) for row in flow.rows(board)]


def laid_out(drafts: Sequence[Draft], run_dot: RunDot) -> "list[list[Layout]]":
    """The layouts of the rows of each draft's flow, by one run of the engine, or by none where all are known.

    Raises `MissingTool` where the engine isn't there.
    """
    known = _known.setdefault(run_dot, {})
    # A cluster's worker may have several threads: what is known now may be forgotten while the engine runs.
    found = {dot: known.get(dot) for each in drafts for _, dot in each.flow}
    new = [dot for dot, layout in found.items() if layout is None]
    if new:
        from cjm.layout.flow import layouts

        said = dict(zip(new, layouts(run_dot("".join(new)), len(new)), strict=True))
        if len(known) + len(said) > _MOST:
            known.clear()
        known.update(said)
        found.update(said)
    return [[layout for _, dot in each.flow if (layout := found[dot])] for each in drafts]


def drawn(drafted: Draft, layout: "list[Layout]", tools: "Tools | None" = None) -> Built:
    """The artefacts of a draft whose flow has this layout."""
    from cjm.languages import known

    options, journey = drafted.options, drafted.journey
    with _dressed(drafted.board, options.theme):
        artefacts, scenes, empty = _artefacts(drafted, layout, tools)
    unseen = formats.unseen(options.formats, drafted.checked.sources[journey.path], scenes, tools)
    unspoken = "" if known(journey.language) else journey.language
    return Built(tuple(artefacts), drafted.findings, empty, tuple(unseen), unspoken, drafted.entry)


def _dressed(board: Board, theme: "Theme | None") -> AbstractContextManager[None]:
    if theme or board.colours:
        from cjm.render.dressing import dressed

        return dressed(theme, board.colours)
    return nullcontext()


def _artefacts(
    drafted: Draft, layout: "list[Layout]", tools: "Tools | None"
) -> tuple[list[Artefact], list["Scene"], dict[str, str]]:
    board, options = drafted.board, drafted.options
    flow = None
    if drafted.flow:
        from cjm.layout.flow import place

        flow = place(board, [row for row, _ in drafted.flow], layout)
    artefacts: list[Artefact] = []
    scenes: list[Scene] = []
    empty: dict[str, str] = {}
    for view in () if set(offered.DRAWN).isdisjoint(options.formats) else options.views:
        shown = _shown(view, board, drafted.journey, drafted.checked.project)
        scene = _placed(view, shown, flow)
        if isinstance(scene, str):
            empty[view] = scene
        else:
            scenes.append(scene)
            artefacts += pictures(view, shown, scene, options, tools)
    if "html" in options.formats:
        # Phases without touchpoints have an order, which the map on the page shows already.
        flow = flow if board.columns else None
        page, without = formats.page(board, flow, options.views, options.portfolio)
        empty |= without
        artefacts.append(Artefact("map", "html", page))
    artefacts += [
        Artefact("map", name, formats.told(name, board)) for name in ("md", "txt") if name in options.formats
    ]
    return artefacts, scenes, empty


def pictures(
    view: str, board: Board, scene: "Scene", options: Options, tools: "Tools | None"
) -> Iterator[Artefact]:
    """A view in each of the formats that are a file a view."""
    for name in (name for name in options.formats if name in offered.DRAWN):
        yield Artefact(view, name, formats.drawing(view, name, board, scene, options.pictured, tools))


def _shown(view: str, board: Board, journey: Journey, project: Project) -> Board:
    if view != "sheet":
        return board
    from cjm.board.arrange_blank import of_journey

    return of_journey(board, journey, project.frameworks)


def _placed(view: str, board: Board, flow: "Scene | None") -> "Scene | str":
    """A view as a sheet of its own, or why there is nothing to draw."""
    from cjm.layout import views
    from cjm.layout.flow.place import sheet

    return sheet(board, flow) if flow is not None and view == "flow" else views.place(view, board)
