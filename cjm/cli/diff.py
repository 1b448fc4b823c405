"""`cjm diff`: what changed in meaning between two versions of journeys."""

from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from cjm.cli.terminal import Terminal, on_terminal
from cjm.errors import UsageError
from cjm.reporters.changes import DRAWN, FORMATS, reporter

if TYPE_CHECKING:  # `cjm diff --help` needs none of it
    from cjm.cli.versions import Version, Versions

# As in `cjm.config`, which would cost the help its speed; a test compares.
LEVELS = ("breaking", "notable", "minor", "cosmetic")


@click.command()
@click.argument("words", metavar="[A] [B]", nargs=-1, type=click.Path())
@click.option("--staged", is_flag=True, help="Compare what is staged instead of what lies on disk.")
@click.option(
    "-f",
    "--format",
    "format_",
    type=click.Choice(list(FORMATS)),
    default="human",
    show_default=True,
    help="How to tell: for people, for a pull request, for programs, beside the lines, or as pictures.",
)
@click.option(
    "-o", "--output", metavar="FILE", type=click.Path(), default="", help="The file to write it to."
)
@click.option("--exit-code", is_flag=True, help="Exit with 1 where anything changed in meaning.")
@click.option(
    "--fail-on", type=click.Choice(LEVELS), help="Exit with 1 where a change is at least of this level."
)
@click.option(
    "--today", metavar="DATE", help="The day against which reviews and evidence are late (2026-09-01)."
)
@on_terminal
def diff(
    words: tuple[str, ...],
    *,
    staged: bool,
    format_: str,
    output: str,
    exit_code: bool,
    fail_on: str | None,
    today: str | None,
    terminal: Terminal,
) -> int:
    """Say what changed in meaning, and what that did to gaps and curve.

    A layout or a comment that changed is no change; what is renamed, moved or split is told as that.

    \b
    cjm diff                   the last commit against what lies on disk
    cjm diff --staged          the last commit against what is staged
    cjm diff REV [PATH]        a revision against what lies on disk
    cjm diff A..B [PATH]       two revisions
    cjm diff A...B [PATH]      where B left A, against B
    cjm diff REV:PATH [FILE]   a file as it was, against itself or another one
    cjm diff OLD NEW           two files, whatever they are called, or two folders

    Below a folder that is every journey, as of each revision, with its libraries and settings of then.

    Exits with 1 where a journey has errors, and with --exit-code or --fail-on where something changed.
    """
    import datetime

    from cjm.cli.pairing import compared
    from cjm.cli.today import given
    from cjm.cli.versions import versions
    from cjm.reporters.changes.telling import summary
    from cjm.shell import files

    if len(words) > 2:
        raise UsageError("diff compares two versions", "name two at most: cjm diff A B")
    with ExitStack() as within:
        found = versions(words, staged=staged, terminal=terminal, within=within)
        comparison = compared(found, given(today) or datetime.date.today())
    tell_errors(found, terminal)
    told = partial(reporter(format_), comparison)
    if format_ in DRAWN:
        told = partial(_in_theme, told, found, terminal)
    if output:
        files.write(output, told())
    else:
        width = min(terminal.columns(), 100)
        terminal.result(told(color=terminal.paints(), width=width, arrow=terminal.arrow()))
    if format_ != "human" or output or comparison.changed:
        terminal.note(summary(comparison.differences))
    if any(project.unreadable for side in found[:2] for project in side.projects):
        return 2
    level = fail_on or (LEVELS[-1] if exit_code else "")
    failed = level and any(each.reaches(level) for each in comparison.changed)
    return int(bool(found.before.failed() or found.after.failed() or failed))


def _in_theme(told: Callable[..., str], found: "Versions", terminal: Terminal, **look: Any) -> str:
    """A picture in the theme of the project, as it is now where it still is."""
    from cjm.cli.drawing import tell_of
    from cjm.cli.theming import chosen
    from cjm.render.dressing import dressed

    project = next((each for side in (found.after, found.before) for each in side.projects), None)
    with dressed(chosen(project, "", "", terminal, tell_of) if project else None):
        return told(**look)


def tell_errors(found: "Versions", terminal: Terminal) -> None:
    """What is wrong with files that can't be compared, on standard error; a revision's with its name."""
    for side in (found.before, found.after):
        _tell(side, terminal)


def _tell(side: "Version", terminal: Terminal) -> None:
    from msgspec.structs import replace

    from cjm.diagnostics import Severity
    from cjm.reporters.human import report
    from cjm.source import Source

    mark = f"{side.revision}:" if side.revision else ""
    told = [
        replace(
            each,
            path=f"{mark}{each.path}",
            related=tuple(replace(r, path=f"{mark}{r.path}") for r in each.related),
        )
        for project in side.projects
        for each in project.diagnostics
        if each.severity is Severity.ERROR
    ]
    texts = {
        f"{mark}{path}": Source(f"{mark}{path}", source.text)
        for project in side.projects
        for path, source in project.sources.items()
    }
    if told:
        terminal.problem(
            report(told, texts, color=terminal.paints(err=True), width=terminal.columns(err=True))
        )
