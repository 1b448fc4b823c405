"""`cjm log`: the history of a journey as changes of meaning."""

import os
from functools import partial
from typing import TYPE_CHECKING

import click

from cjm.cli.terminal import Terminal, on_terminal
from cjm.errors import MissingTool, UsageError
from cjm.reporters.history import DRAWN, FORMATS, reporter

if TYPE_CHECKING:  # `cjm log --help` needs none of it
    from cjm.shell.git import Git
    from cjm.theme.tokens import Theme


@click.command()
@click.argument("path", metavar="JOURNEY", type=click.Path())
@click.option("-n", "most", metavar="N", type=click.IntRange(min=1), help="Only the newest N.")
@click.option("--since", metavar="DATE", default="", help="Only commits since then, as git understands it.")
@click.option("--all", "everything", is_flag=True, help="Also commits that changed nothing in meaning.")
@click.option(
    "-f",
    "--format",
    "format_",
    type=click.Choice(list(FORMATS)),
    default="human",
    show_default=True,
    help="How to tell: for people, for programs, as a text, or as pictures.",
)
@click.option(
    "-o", "--output", metavar="FILE", type=click.Path(), default="", help="The file to write it to."
)
@on_terminal
def log(
    path: str,
    *,
    most: int | None,
    since: str,
    everything: bool,
    format_: str,
    output: str,
    terminal: Terminal,
) -> int:
    """Tell the history of a journey as changes of meaning, the newest first.

    A commit is told that changed the journey or what it depends on: its libraries, the settings, its
    benchmark. Renames are followed. A journey that is gone has its history still.

    \b
    cjm log a.cjm.yaml                     every commit that changed its meaning
    cjm log a.cjm.yaml -n 5                the newest five
    cjm log a.cjm.yaml -f svg -o log.svg   its curve as of each commit
    """
    from cjm.cli.history import history
    from cjm.render.dressing import dressed
    from cjm.shell import files

    if os.path.isdir(path):
        raise UsageError(f"{path!r} is a folder", "name one journey: cjm log a.cjm.yaml")
    folder = os.path.dirname(path) or "."
    while not os.path.isdir(folder):  # its folder may be gone too
        folder = os.path.dirname(folder) or "."
    drawn = format_ in DRAWN
    with _repository(folder) as git:
        found = history(
            git, git.inside(path), since=since, most=most or 0, everything=everything, drawn=drawn
        )
    report = partial(reporter(format_), found)
    with dressed(_theme(folder, terminal) if drawn else None):
        width = min(terminal.columns(), 100)
        told = report(color=terminal.paints() and not output, width=width, arrow=terminal.arrow())
    if output:
        files.write(output, told)
    else:
        terminal.result(told)
    if found.same:
        terminal.note(f"{found.same:,} more changed nothing in meaning: --all shows them")
    if found.shallow:
        terminal.warning("this clone is shallow: `git fetch --unshallow` gets the rest of the history")
    return 0


def _repository(folder: str) -> "Git":
    """The repository of a folder. Raises `UsageError`, whose help is for who wants a history."""
    from cjm.shell.git import Git

    try:
        return Git(folder)
    except MissingTool as error:
        raise MissingTool(str(error), "cjm log needs git") from None
    except UsageError as error:
        help = "git knows nothing of it" if "in no git" in str(error) else error.help
        raise UsageError(str(error), help) from None


def _theme(folder: str, terminal: Terminal) -> "Theme":
    """The theme of the project that the folder is in now."""
    from cjm.cli.drawing import tell_of
    from cjm.cli.reading import surroundings
    from cjm.cli.theming import chosen

    return chosen(surroundings(terminal, folder=folder), "", "", terminal, tell_of)
