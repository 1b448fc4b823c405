"""One journey of a checked project → its artefacts, telling what stands in the way."""

import contextlib
import os
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from cjm.builds.survey import FILE, FOLDER
from cjm.cli.asked import Asked
from cjm.cli.reading import Examined
from cjm.cli.terminal import Terminal
from cjm.config import Settings
from cjm.diagnostics import Diagnostic, Severity
from cjm.errors import MissingTool, UsageError
from cjm.formats import PICTURES, Pictured
from cjm.pipeline import Options
from cjm.reporters import reporter
from cjm.shell.graphviz import DEFAULT, program, run_dot
from cjm.source import Source

if TYPE_CHECKING:
    from cjm.builds.compiling import Made
    from cjm.theme.tokens import Theme

if TYPE_CHECKING:
    from cjm.render.pictures import Tools

# Settings come with a project and may choose among these; a program of any path is
# run only for who types it.
_TRUSTED_ENGINES = ("", DEFAULT, "dot")


def options(asked: Asked, settings: Settings, theme: "Theme | None" = None) -> Options:
    """The command line's choices, else those of the project."""
    return Options(
        views=asked.views or settings.views,
        formats=asked.formats or settings.formats,
        today=asked.today,
        with_source=asked.with_source,
        share=asked.share,
        pictured=Pictured(asked.wish.scale, asked.wish.paper, asked.today),
        theme=theme,
        language=asked.language,
    )


def tools(projects: Sequence[Examined], asked: Asked, terminal: Terminal) -> "dict[str, Tools]":
    """What PNG and PDF of each project are made with, by its root, where they are asked for.

    Raises `UsageError` for a font that is none, and where an extra isn't installed.
    """
    pictured = {project.root: _pictured(project, asked) for project in projects}
    formats = set().union(*pictured.values())
    asked.wish.refuse_unused(formats)
    if not formats:
        return {}
    from cjm.shell import pictures

    pictures.require(formats)
    return {
        project.root: pictures.tools(fonts_of(project, asked, terminal))
        for project in projects
        if pictured[project.root]
    }


def _pictured(project: Examined, asked: Asked) -> set[str]:
    return {*options(asked, project.checked.project.settings).formats} & {*PICTURES}


def fonts_of(project: Examined, asked: Asked, terminal: Terminal) -> tuple[str, ...]:
    """The fonts that are given, then those of the settings; of these, one that can't be used is told.

    Raises `UsageError` then.
    """
    from cjm.shell import pictures

    settings = project.checked.project.settings
    paths, problems = [*asked.wish.fonts], []
    for font in settings.fonts:
        path = os.path.join(project.root, font.file)
        try:
            paths.append(pictures.usable(path, project.root))
        except UsageError as error:
            where = settings.origin.path
            found = Diagnostic("bad-font", Severity.ERROR, str(error), where, font.at("file"), error.help)
            problems.append(found)
    if problems:
        tell(problems, project, terminal)
        raise UsageError(f"the fonts of {settings.origin.path} can't be used")
    return tuple(paths)


def theme_of(project: Examined, asked: Asked, terminal: Terminal) -> "Theme | None":
    """The theme to draw a project in; None for the default one, which few depart from."""
    settings = project.checked.project.settings
    if not (asked.theme or asked.mode or settings.theme or settings.templates):
        return None
    from cjm.cli.theming import chosen

    return chosen(project, asked.theme, asked.mode, terminal, tell_of)


def looked_at(project: Examined, asked: Asked) -> Iterator[tuple[str, str]]:
    """The files and folders, beside the texts of a project, that its maps depend on: kinds and paths."""
    settings = project.checked.project.settings
    engine = asked.engine or settings.engine
    if engine not in ("", DEFAULT):
        with contextlib.suppress(MissingTool):  # it may not be needed
            yield FILE, program(engine)
    for font in asked.wish.fonts:
        yield FILE, font
    for own in settings.fonts:
        yield FILE, os.path.join(project.root, own.file)
    if asked.theme or settings.theme:
        from cjm.cli.theming import parts

        for part in parts(project, asked.theme):
            yield FILE, part
    if settings.templates:
        yield FOLDER, os.path.join(project.root, settings.templates)


def draw(
    project: Examined,
    source: str,
    asked: Asked,
    terminal: Terminal,
    theme: "Theme | None" = None,
    tools: "Tools | None" = None,
) -> "Made":
    """What a journey gives, without artefacts where it has errors.

    Its findings are told where that is asked for or they are errors; that it can't be painted,
    and characters that no font has, always are.
    """
    from cjm.builds.compiling import Made, made

    if source in project.broken:
        return Made(source)
    wish = options(asked, project.checked.project.settings, theme)
    engine = partial(run_dot, engine=engine_of(project, asked))
    [found] = made({source: wish}, project.checked, engine, tools)
    tell([each for each in found.diagnostics if each not in project.diagnostics], project, terminal)
    failed = any(each.severity is Severity.ERROR for each in found.findings)
    if failed or terminal.verbose:
        tell(found.findings, project, terminal)
    tell(found.unseen, project, terminal)
    return found


def asides(made: "Made") -> list[str]:
    """Lines for what wasn't drawn: views without content, labels in a language that cjm doesn't know."""
    spoken = [f"    no words for {made.unspoken!r}: its labels are English"] * bool(made.unspoken)
    return [f"    no {view} view: {why}" for view, why in made.empty.items()] + spoken


def tell(diagnostics: Sequence[Diagnostic], project: Examined, terminal: Terminal) -> None:
    """Diagnostics for people, on standard error."""
    tell_of(diagnostics, project.sources, terminal)


def tell_of(diagnostics: Sequence[Diagnostic], sources: Mapping[str, Source], terminal: Terminal) -> None:
    """The same, of any texts."""
    text = reporter("human")(
        diagnostics, sources, color=terminal.paints(err=True), width=terminal.columns(err=True)
    )
    if text:
        terminal.problem(f"{text}\n")


def engine_of(project: Examined, asked: Asked) -> str:
    """The Graphviz to use, as it is asked for or set. Raises `UsageError` for one that can't be set."""
    if asked.engine:
        return asked.engine
    engine = project.checked.project.settings.engine
    if engine not in _TRUSTED_ENGINES:
        help = f"settings may choose {DEFAULT} or dot; give any other with --engine"
        raise UsageError(f"cjm.yaml asks to run the engine {engine!r}", help)
    return engine
