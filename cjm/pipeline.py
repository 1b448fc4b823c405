"""Every stage in order, on one screen; pure: what touches the world is passed in.

Sources ─parse─▶ nodes ─bind─▶ journeys, libraries, settings ─resolve─▶ Project
Project ─lint─▶ findings;  Journey × findings ─arrange─▶ Board
Board ─place─▶ Scene ─render─▶ artefacts
"""

from collections.abc import Collection, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

import msgspec

from cjm import formats, offered
from cjm.board.picture import Assets, logo_of
from cjm.board.picture import pictures as pictured
from cjm.board.sheet import Board
from cjm.contract import Artefact, Built, Checked, Options, RunDot, Workspace
from cjm.diagnostics import Diagnostic, ordered
from cjm.model.entities import Journey
from cjm.project import Project, resolve
from cjm.project.circles import circles
from cjm.project.gather import LIBRARY, Gathered
from cjm.source import Source

__all__ = ["Artefact", "Built", "Checked", "Options", "RunDot", "Workspace", "build", "check", "lint"]

if TYPE_CHECKING:
    from cjm.board.portfolio.entry import Entry
    from cjm.layout.flow.parts import Row
    from cjm.layout.scene import Scene
    from cjm.render.pictures import Tools
    from cjm.theme.tokens import Theme


def check(workspace: Workspace, assets: Assets) -> Checked:
    """Read, bind and resolve; every error of every file that was asked for, in one run."""
    reader = Gathered()
    settings = reader.settings(workspace.settings)
    if workspace.language:
        settings = msgspec.structs.replace(settings, language=workspace.language)
    for source in workspace.asked:
        reader.read(source)
    for source in workspace.others:
        if LIBRARY.search(source.text):
            reader.read(source)
    reader.follow((*workspace.asked, *workspace.others))
    if settings.wrote("lint"):
        from cjm.lint.settings import problems as unfitting
        from cjm.rules import ALL_RULES

        # Only the rules know what fits.
        reader.problems += unfitting(settings.lint, ALL_RULES)
    every = workspace.ids or [each.id for each in reader.ids.values()]
    project, problems = resolve(reader.journeys, reader.libraries, settings, reader.ids, every)
    if not workspace.ids:  # else not all texts are here, and what is found would depend on which are
        problems += circles(project.journeys)
    asked = {source.path for source in workspace.asked}
    pictures, unseen = pictured([found for found in project.journeys if found.path in asked], assets)
    logo, no_logo = logo_of(settings, assets)
    seen = reader.problems + problems + unseen + no_logo
    spoken_of = {source.path for source in (*workspace.asked, *filter(None, [workspace.settings]))}
    spoken_of |= {library.path for library in reader.libraries} | reader.broken
    diagnostics = [found for found in ordered(seen) if found.path in spoken_of]
    understood = {found.path for found in reader.journeys} | {found.path for found in reader.libraries}
    whole = all(source.path in understood for source in (*workspace.asked, *workspace.others))
    return Checked(project, diagnostics, reader.sources, reader.comments, pictures, whole, logo, reader.named)


def lint(checked: Checked, journey: Journey, today: date | None = None) -> list[Diagnostic]:
    """The findings of the rules in one journey."""
    from cjm import lint as linter
    from cjm.lint import overrides
    from cjm.rules import TABLE, wanted

    settings = overrides.at(checked.project.settings, journey.path)
    project = msgspec.structs.replace(checked.project, settings=settings)
    rules = wanted(settings.lint)
    if settings.lint.custom:
        from cjm.lint import custom

        rules = (*rules, *custom.rules(settings.lint))
    return ordered(linter.run(rules, project, journey, checked.sources, checked.comments, today, TABLE))


def lint_all(checked: Checked, paths: Collection[str], today: date | None = None) -> list[Diagnostic]:
    """The findings in the journeys of these paths and, where it is whole, in the project as such."""
    from cjm import lint as linter
    from cjm.rules import wanted

    journeys = [journey for journey in checked.project.journeys if journey.path in paths]
    found = [finding for journey in journeys for finding in lint(checked, journey, today)]
    if checked.whole and journeys:
        rules = wanted(checked.project.settings.lint)
        found += linter.run_project(rules, checked.project, checked.sources, checked.comments, today)
    return ordered(found)


class Draft(msgspec.Struct, frozen=True):
    """A journey's sheet, before it is drawn: an engine has a graph to lay out for each row of its flow."""

    checked: Checked
    journey: Journey
    options: Options
    findings: tuple[Diagnostic, ...]
    board: Board
    entry: "Entry | None"
    flow: "list[Row]"
    dot: str


def draft(checked: Checked, path: str, options: Options) -> Draft:
    """What is on the sheet of one journey, by its source's path."""
    journey = next(found for found in checked.project.journeys if found.path == path)
    findings = lint(checked, journey, options.today)
    source = checked.sources[path] if options.with_source else None
    board = arranged(checked, journey, findings, options.views, source)
    entry = _entered(board, journey, findings, options) if "html" in options.formats else None
    if options.share:
        from cjm.board.share import shared

        board = shared(board)
    elif "html" in options.formats:
        board = _told(board, journey, checked.project, findings, source)
    rows: list[Row] = []
    dot = ""
    if "flow" in options.views and not {*offered.DRAWN, "html"}.isdisjoint(options.formats):
        from cjm.layout import flow

        with _dressed(board, options.theme):
            rows = flow.rows(board)
            dot = flow.dot(board, rows)
    return Draft(checked, journey, options, tuple(findings), board, entry, rows, dot)


def laid_out(drafts: Sequence[Draft], run_dot: RunDot) -> list[list[bytes]]:
    """The engine's layouts of the flows of each draft, all by one run of it, or by none.

    Raises `MissingTool` where the engine isn't there.
    """
    if not any(each.dot for each in drafts):
        return [[] for _ in drafts]
    from cjm.layout import flow

    said = run_dot("".join(each.dot for each in drafts))
    graphs = iter(flow.graphs(said, sum(len(each.flow) for each in drafts)))
    return [list(islice(graphs, len(each.flow))) for each in drafts]


def build(
    checked: Checked, path: str, options: Options, run_dot: RunDot, tools: "Tools | None" = None
) -> Built:
    """The artefacts of one journey, by its source's path; `tools` are needed for PNG and PDF.

    Raises `MissingTool` where the flow is asked for and its engine isn't there.
    """
    drafted = draft(checked, path, options)
    [layout] = laid_out([drafted], run_dot)
    return drawn(drafted, layout, tools)


def drawn(drafted: Draft, layout: list[bytes], tools: "Tools | None" = None) -> Built:
    """The artefacts of a draft whose flow has this layout."""
    from cjm.languages import known

    options, journey = drafted.options, drafted.journey
    with _dressed(drafted.board, options.theme):
        artefacts, scenes, empty = _artefacts(drafted, layout, tools)
    unseen = formats.unseen(options.formats, drafted.checked.sources[journey.path], scenes, tools)
    unspoken = "" if known(journey.language) else journey.language
    return Built(tuple(artefacts), drafted.findings, empty, tuple(unseen), unspoken, drafted.entry)


def arranged(
    checked: Checked,
    journey: Journey,
    findings: Collection[Diagnostic],
    views: Collection[str],
    source: Source | None = None,
) -> Board:
    """The sheet of a journey, with its findings as gaps, and what these views need on it.

    With its `source` its parts know their lines there.
    """
    from cjm.board.arrange import arrange

    benchmark = checked.project.benchmarks.get(journey.path)
    pictures = checked.pictures.get(journey.path)
    own = checked.project.frameworks, source, checked.project.settings.vocabulary
    return arrange(journey, findings, benchmark, pictures, views, *own)


def _dressed(board: Board, theme: "Theme | None") -> AbstractContextManager[None]:
    if theme or board.colours:
        from cjm.render.dressing import dressed

        return dressed(theme, board.colours)
    return nullcontext()


def _artefacts(
    drafted: Draft, layout: list[bytes], tools: "Tools | None"
) -> tuple[list[Artefact], list["Scene"], dict[str, str]]:
    board, options = drafted.board, drafted.options
    flow = None
    if drafted.flow:
        from cjm.layout.flow import place

        flow = place(board, drafted.flow, layout)
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
            artefacts += _pictures(view, shown, scene, options, tools)
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


def sheet(
    checked: Checked, framework: str, language: str, options: Options, tools: "Tools | None" = None
) -> Built:
    """An empty map of a framework. Raises `UsageError` where there is none, or no such language."""
    from cjm.render.blank import sheet

    board, scene, path = sheet(checked.project, framework, language)
    artefacts = tuple(_pictures("sheet", board, scene, options, tools))
    source = checked.sources.get(path)
    unseen = formats.unseen(options.formats, source, [scene], tools) if source else ()
    return Built(artefacts, (), {}, tuple(unseen))


def _pictures(
    view: str, board: Board, scene: "Scene", options: Options, tools: "Tools | None"
) -> Iterator[Artefact]:
    for name in (name for name in options.formats if name in offered.DRAWN):
        yield Artefact(view, name, formats.drawing(view, name, board, scene, options.pictured, tools))


def _entered(board: Board, journey: Journey, findings: list[Diagnostic], options: Options) -> "Entry":
    """What the portfolio holds of the journey."""
    from cjm.board.arrange import in_context
    from cjm.board.portfolio.entry import entry, outside

    found = entry(board, in_context(journey, findings), findings)
    return outside(found) if options.share else found


def _told(
    board: Board, journey: Journey, project: Project, findings: list[Diagnostic], source: Source | None
) -> Board:
    """The board with what only a page tells: advice, tables, and the source where it is to be published."""
    from cjm.advice import advise, unknowns
    from cjm.board.advised import advised
    from cjm.board.arrange import in_context
    from cjm.board.tabled import tabled

    own = project.frameworks
    board = advised(board, journey, advise(journey, own), unknowns(journey, own))
    return tabled(board, in_context(journey, findings, None, project.settings.vocabulary), source)


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
