"""`cjm check`: every error of every file, in one run."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from cjm.cli.terminal import Terminal, on_terminal
from cjm.counting import counted
from cjm.reporters import REPORTERS, reporter

if TYPE_CHECKING:
    from cjm.cli.reading import Examined


@click.command()
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path())
@click.option(
    "--format",
    "format_",
    type=click.Choice(list(REPORTERS)),
    default="human",
    show_default=True,
    help="How to tell: for people, one line each, or for programs.",
)
@on_terminal
def check(paths: tuple[str, ...], format_: str, terminal: Terminal) -> int:
    """Say what is wrong with journeys, and where.

    PATH is a file or a folder, which stands for every *.cjm.yaml below it; the current
    folder where none is given. `-` reads standard input.

    Exits with 1 where a journey has errors. Nothing is drawn and nothing is written.
    """
    from cjm.cli.reading import examine, exit_code

    projects = examine(paths, terminal)
    diagnostics = [each for project in projects for each in project.diagnostics]
    sources = {path: source for project in projects for path, source in project.sources.items()}
    text = reporter(format_)(diagnostics, sources, color=terminal.paints(), width=terminal.columns())
    terminal.result(text)
    terminal.note(summary(projects))
    return exit_code(projects)


def summary(projects: "Sequence[Examined]") -> str:
    """`2 errors in 1 of 3 files`, or `3 files, nothing wrong`."""
    from cjm.diagnostics import counts

    diagnostics = [each for project in projects for each in project.diagnostics]
    files = {path for project in projects for path in project.asked} | {each.path for each in diagnostics}
    unreadable = {path for project in projects for path in project.unreadable}
    total = counted(len(files - unreadable), "file")
    if diagnostics:
        text = f"{counts(diagnostics)} in {len({each.path for each in diagnostics}):,} of {total}"
    else:
        text = total if unreadable else f"{total}, nothing wrong"
    return text + (f", {len(unreadable):,} unreadable" if unreadable else "")
