"""`cjm show`: the map on the terminal."""

from typing import TYPE_CHECKING

import click

from cjm.cli.terminal import Terminal, on_terminal
from cjm.counting import counted
from cjm.errors import UsageError

if TYPE_CHECKING:
    from cjm.reporters.map_text import Line

# Colours of the terminal's own palette: they are to be read on light and on dark.
_STYLES = {"bold": "bold", "dim": "bright_black", "pos": "blue", "neg": "red", "warn": "yellow"}


@click.command()
@click.argument("path", type=click.Path())
@click.option("--width", type=click.IntRange(24, 500), help="Columns; those of the terminal where absent.")
@click.option("--today", metavar="DATE", help="The day against which reviews are late (2026-09-01).")
@on_terminal
def show(path: str, *, width: int | None, today: str | None, terminal: Terminal) -> int:
    """Draw a journey on the terminal.

    PATH is a file with a journey, or `-` for standard input. Phases stand across, with
    their touchpoints, channels, moments of truth, owners and the curve of what the
    customer feels below; a journey that is wider goes on underneath. The gaps come last.
    """
    from cjm import pipeline
    from cjm.cli.drawing import tell
    from cjm.cli.reading import examine, exit_code
    from cjm.cli.today import given
    from cjm.reporters import map_text

    day = given(today)
    projects = examine([path], terminal)
    found = [(project, source) for project in projects for source in project.journeys()]
    for project in projects:
        tell(project.diagnostics, project, terminal)
    if exit_code(projects):
        return 1
    if len(found) != 1:
        help = "name one of them: cjm show x.cjm.yaml" if found else "a journey starts with `journey:`"
        raise UsageError(f"{path} holds {counted(len(found), 'journey') if found else 'no journey'}", help)
    [(project, source)] = found
    journey = next(each for each in project.checked.project.journeys if each.path == source)
    findings = pipeline.lint(project.checked, journey, day)
    board = pipeline.arranged(project.checked, journey, findings, ())
    drawn = map_text.lines(board, width or terminal.room(), unicode=terminal.arrow() == "→")
    terminal.result("".join(_painted(line, color=terminal.paints()) for line in drawn))
    return 0


def _painted(line: "Line", *, color: bool) -> str:
    if not color:
        return "".join(run.text for run in line).rstrip() + "\n"
    from rich.style import Style

    return "".join(Style.parse(_STYLES.get(run.style, "")).render(run.text) for run in line) + "\n"
