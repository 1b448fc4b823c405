"""Every stage in order, on one screen; pure: what touches the world is passed in.

Sources ─parse─▶ nodes ─bind─▶ journeys, libraries, settings ─resolve─▶ Project
Project ─lint─▶ findings;  Journey × findings ─arrange─▶ Board
Board ─place─▶ Scene ─render─▶ artefacts
"""

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from cjm import formats
from cjm.board.picture import Assets, logo_of
from cjm.board.picture import pictures as pictured
from cjm.board.sheet import Board
from cjm.contract import Artefact, Built, Checked, Options, RunDot, Workspace
from cjm.diagnostics import Diagnostic, ordered
from cjm.drafting import Draft, drawn, flowed, laid_out, pictures
from cjm.model.entities import Journey
from cjm.project import Project, resolve
from cjm.project.circles import circles
from cjm.project.gather import LIBRARY, Gathered
from cjm.source import Source

__all__ = ["Artefact", "Built", "Checked", "Options", "RunDot", "Workspace", "build", "check", "lint"]

if TYPE_CHECKING:
    from cjm.board.portfolio.entry import Entry
    from cjm.differ import Difference
    from cjm.render.pictures import Tools


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


def diff(
    before: Checked | None,
    after: Checked | None,
    paths: tuple[str, str],
    today: date | None = None,
    *,
    named: bool = False,
    judged: bool = True,
) -> "Difference":
    """What changed in a journey, by its path in each version, and what that did to its gaps.

    None is a version in which it isn't; `named` as for `differ.compare`. Unless it is `judged`, no rule runs.
    """
    from cjm.differ import compare, effects

    blank = Checked(Project(()), [], {}, {}, {})
    sides = before or blank, after or blank
    journeys = [
        next((each for each in side.project.journeys if each.path == path), None)
        for side, path in zip(sides, paths, strict=True)
    ]
    images = [
        {name: picture.uri for name, picture in side.pictures.get(path, {}).items()}
        for side, path in zip(sides, paths, strict=True)
    ]
    both = (journeys[0], journeys[1], sides[0].project, sides[1].project)
    found = compare(*both, named=named, images=(images[0], images[1]))
    if not judged or not found.changes:
        return found
    gaps = [
        lint(side, journey, today) if journey else [] for side, journey in zip(sides, journeys, strict=True)
    ]
    return msgspec.structs.replace(found, effects=effects(found, gaps[0], gaps[1]))


def draft(checked: Checked, path: str, options: Options) -> Draft:
    """What is on the sheet of one journey, by its source's path."""
    journey = next(found for found in checked.project.journeys if found.path == path)
    findings = lint(checked, journey, options.today)
    source = checked.sources[path] if options.with_source else None
    board = arranged(checked, journey, findings, options.views, source)
    entry = _entered(board, journey, findings, options) if options.portfolio else None
    if options.share:
        from cjm.board.share import shared

        board = shared(board)
    elif "html" in options.formats:
        board = _told(board, journey, checked.project, findings, source)
    return Draft(checked, journey, options, tuple(findings), board, entry, flowed(board, options))


def build(
    checked: Checked, path: str, options: Options, run_dot: RunDot, tools: "Tools | None" = None
) -> Built:
    """The artefacts of one journey, by its source's path; `tools` are needed for PNG and PDF.

    Raises `MissingTool` where the flow is asked for and its engine isn't there.
    """
    drafted = draft(checked, path, options)
    [layout] = laid_out([drafted], run_dot)
    return drawn(drafted, layout, tools)


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


def sheet(
    checked: Checked, framework: str, language: str, options: Options, tools: "Tools | None" = None
) -> Built:
    """An empty map of a framework. Raises `UsageError` where there is none, or no such language."""
    from cjm.render.blank import sheet

    board, scene, path = sheet(checked.project, framework, language)
    artefacts = tuple(pictures("sheet", board, scene, options, tools))
    source = checked.sources.get(path)
    unseen = formats.unseen(options.formats, source, [scene], tools) if source else ()
    return Built(artefacts, (), {}, tuple(unseen))


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
