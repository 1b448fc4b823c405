"""`cjm init`: a project from nothing."""

import os
import sys
from collections.abc import Callable
from typing import Any

import click

from cjm.cli.new import FRAMEWORK, file_name, spoken, travelling
from cjm.cli.terminal import Terminal, on_terminal
from cjm.cli.twins import twin
from cjm.errors import UsageError


@click.command()
@click.argument("folder", metavar="[DIR]", default=".", type=click.Path())
@click.option("--journey", "title", metavar="NAME", help="The title of the first journey.")
@click.option("--framework", metavar="ID", help=f"Its phase model; {FRAMEWORK} where absent.")
@click.option("--persona", "personas", metavar="NAME", multiple=True, help="Who travels; several times over.")
@twin(
    "CJM_LANGUAGE", "--language", metavar="TAG", help="The language of the maps: en, nl, de; en where absent."
)
@click.option("-y", "--yes", is_flag=True, help="Ask nothing, on a terminal either.")
@on_terminal
def init(
    folder: str,
    *,
    title: str | None,
    framework: str | None,
    personas: tuple[str, ...],
    language: str | None,
    yes: bool,
    terminal: Terminal,
) -> int:
    """Start a project: settings, a library, a first journey, CI.

    In DIR, the current folder where absent, come cjm.yaml, library.cjm.yaml, a journey
    below journeys/, a workflow for GitHub, a hook for pre-commit and .gitattributes. On
    a terminal it asks what no option says. A file that is there already is left as it
    is, and a folder with journeys gets no others; one with a cjm.yaml is a project
    already, and is refused.
    """
    from cjm import __version__
    from cjm.languages import language as words
    from cjm.model.frameworks import FRAMEWORKS
    from cjm.project.frameworks import phase_model
    from cjm.reporters.columns import inert
    from cjm.scaffold.project import Plan, first_maps, project
    from cjm.scaffold.yaml import refuse_unwritable
    from cjm.shell import listing, planting
    from cjm.shell.finding import SETTINGS, displayed

    _refuse(folder, SETTINGS)
    asks = not yes and _watched()
    tag = (
        language
        if language is not None
        else _asked(asks, "Language", "en", lambda each: spoken(each, terminal))
    )
    known = spoken(tag, terminal)
    id = framework or _asked(asks, "Phase model", FRAMEWORK, lambda each: phase_model({}, each))
    model = FRAMEWORKS[phase_model({}, id).id]
    wanted = not os.path.isdir(folder) or not listing.below(os.path.abspath(folder))
    if wanted:
        first = words(tag).scaffold["first"]
        title = title if title is not None else _asked(asks, "First journey", first, file_name)
        if asks and not personas:
            personas = (_asked(asks, "Who travels (empty: nobody yet)", "", lambda each: None),)
            personas = tuple(filter(str.strip, personas))
        refuse_unwritable("name", title)
    plan = Plan(title or "", model, known, tag, travelling(personas, ()), __version__)
    texts = project(plan) | (first_maps(plan, file_name(plan.title)) if wanted else {})
    there = [name for name in texts if os.path.lexists(os.path.join(folder, name))]
    planting.plant(folder, {name: text for name, text in texts.items() if name not in there})
    for name in texts:
        note = " is there already, and stays as it is" if name in there else ""
        terminal.result(f"  {inert(displayed(os.path.join(folder, name)))}{note}\n")
    if not wanted:
        terminal.note("there are journeys already, so that no first one is written")
    terminal.note("`cjm lint` tells what is left to do, `cjm build` draws it")
    return 0


def _refuse(folder: str, settings: tuple[str, ...]) -> None:
    """Raise `UsageError` for a folder that is none, or that is a project already."""
    if os.path.lexists(folder) and not os.path.isdir(folder):
        raise UsageError(f"{folder} is a file, not a folder")
    for name in settings:
        if os.path.lexists(path := os.path.join(folder, name)):
            raise UsageError(
                f"{os.path.normpath(path)} is there already: this is a project",
                "`cjm new NAME` adds a journey to it",
            )


def _watched() -> bool:
    """Whether somebody can be asked."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def _asked(asks: bool, question: str, default: str, check: Callable[[str], Any]) -> str:
    """The answer to a question, asked again until it is one; the default where nobody can answer."""
    if not asks:
        return default

    def checked(answer: str) -> str:
        try:
            check(answer)
        except UsageError as error:
            raise click.UsageError(f"{error}; {error.help}" if error.help else str(error)) from None
        return answer

    try:
        return str(
            click.prompt(question, default=default, value_proc=checked, err=True, show_default=bool(default))
        )
    except click.Abort:
        raise KeyboardInterrupt from None
