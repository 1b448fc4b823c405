"""`cjm stats`: what journeys have and lack, in figures, and whether that is enough."""

import datetime
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, cast

import click
import msgspec

from cjm.cli.terminal import Terminal, on_terminal
from cjm.errors import UsageError

if TYPE_CHECKING:  # `cjm stats --help` needs none of it
    from cjm.cli.figures import Page
    from cjm.cli.reading import Examined
    from cjm.model.entities import Journey
    from cjm.render.badge import Grade
    from cjm.stats import Share, Stats

FORMATS: dict[str, str] = {
    "human": "cjm.cli.figures:report",
    "json": "cjm.cli.documents:as_json",
    "markdown": "cjm.cli.documents:markdown",
    "csv": "cjm.cli.documents:as_csv",
}

# As in `cjm.stats`, which would cost the help its speed; a test compares.
NAMES = ("owner", "emotion", "evidence", "metric", "answer", "guard")

_PERCENT = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,6})?) ?%?\Z")


class Least(msgspec.Struct, frozen=True):
    """A coverage by name, and the percentage that it may not stay below."""

    name: str
    percent: float


@click.command()
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path())
@click.option(
    "--format",
    "format_",
    type=click.Choice(list(FORMATS)),
    default="human",
    show_default=True,
    help="How to tell: for people, for programs, for a pull request or for a spreadsheet.",
)
@click.option(
    "--fail-under",
    metavar="NAME=PERCENT,...",
    multiple=True,
    help="Exit with 1 where a journey, or all of them together, has less: owner=100,evidence=60.",
)
@click.option(
    "--badge", metavar="FILE.svg", type=click.Path(), help="Draw a badge of one of the coverages there."
)
@click.option("--badge-of", metavar="NAME", help="The coverage on the badge; owner.")
@click.option("--today", metavar="DATE", help="The day against which reviews are late (2026-09-01).")
@on_terminal
def stats(
    paths: tuple[str, ...],
    *,
    format_: str,
    fail_under: tuple[str, ...],
    badge: str | None,
    badge_of: str | None,
    today: str | None,
    terminal: Terminal,
) -> int:
    """Count what journeys have and lack: owners, evidence, answers.

    PATH is a file or a folder, which stands for every *.cjm.yaml below it; the current
    folder where none is given. `-` reads standard input. Journeys with errors are left out.

    \b
    owner     phases with an owner
    emotion   touchpoints with an emotion
    evidence  touchpoints with more than an assumption
    metric    touchpoints with a metric
    answer    pains with an opportunity, or accepted
    guard     negative moments of truth with an opportunity

    Scores are on the scale of the map, from -2 to 2, and belong to the first persona.
    """
    from cjm.cli.figures import Page
    from cjm.cli.reading import examine, exit_code
    from cjm.cli.today import given
    from cjm.reporters.columns import inert
    from cjm.stats import count

    wanted = thresholds(fail_under)
    _refuse_badge(badge, badge_of)
    day = given(today) or datetime.date.today()
    projects = examine(paths, terminal)
    found = count([journey for project in projects for journey in _sound(project)], day)
    broken = _broken(projects)
    journeys = {path for project in projects for path in project.journeys()}
    skipped = {path: errors for path, errors in broken.items() if path in journeys}
    page = Page(terminal.columns(), color=terminal.paints(), unicode=terminal.arrow() == "→")
    terminal.result(_format(format_)(found, skipped, page))
    _tell_broken(broken, journeys, terminal)
    short = list(shortfalls(found, wanted))
    terminal.problem("".join(f"{line}\n" for line in short))
    code = exit_code(projects)
    if badge and code:
        terminal.problem(f"{inert(badge)} is not drawn, because of these errors\n")
    elif badge:
        _draw(badge, badge_of or NAMES[0], found, terminal)
    return code or int(bool(short))


def thresholds(said: Sequence[str]) -> list[Least]:
    """`owner=100,evidence=60`, several times over; `UsageError` for what isn't that."""
    found: list[Least] = []
    for part in [part.strip() for text in said for part in text.split(",")]:
        name, equals, percent = (piece.strip() for piece in part.partition("="))
        if not equals:
            raise UsageError(
                f"--fail-under {part!r} names no percentage", "write it as owner=100,evidence=60"
            )
        _refuse_unknown(name)
        number = _PERCENT.match(percent)
        if number is None or float(number[1]) > 100:
            raise UsageError(f"--fail-under {part!r}: {percent!r} is no percentage", "write 0 to 100")
        if name in (each.name for each in found):
            raise UsageError(f"--fail-under names {name} twice")
        found.append(Least(name, float(number[1])))
    return found


def shortfalls(found: "Stats", wanted: Sequence[Least]) -> Iterator[str]:
    """A line for each journey and coverage that stays below; the total last, if it adds something."""
    from cjm.reporters.human import clip

    places = [(clip(each.path), each.coverage) for each in found.journeys]
    if len(found.journeys) > 1:
        places.append(("total", found.total.coverage))
    for place, coverage in places:
        for least in wanted:
            if coverage[least.name].under(least.percent):
                yield f"{place}: {least.name} {_said(coverage[least.name])}, under {least.percent:g}%"


def _said(share: "Share") -> str:
    return f"{share.have:,} of {share.of:,} is {share.percent}%"


def _format(name: str) -> "Callable[[Stats, dict[str, int], Page], str]":
    module, _, attribute = FORMATS[name].partition(":")
    return cast("Callable[[Stats, dict[str, int], Page], str]", getattr(import_module(module), attribute))


def _sound(project: "Examined") -> "list[Journey]":
    # Of a journey with errors half is unknown: its figures could be wrong.
    asked = set(project.asked).difference(project.broken)
    return [journey for journey in project.checked.project.journeys if journey.path in asked]


def _broken(projects: "Sequence[Examined]") -> dict[str, int]:
    """The files with errors, journeys or not, and how many each has."""
    from cjm.diagnostics import Severity

    return Counter(
        each.path for project in projects for each in project.diagnostics if each.severity is Severity.ERROR
    )


def _tell_broken(broken: dict[str, int], journeys: Collection[str], terminal: Terminal) -> None:
    from cjm.counting import counted
    from cjm.reporters.human import clip

    for path, errors in broken.items():
        left_out = " and is left out" if path in journeys else ""
        terminal.problem(f"{clip(path)} has {counted(errors, 'error')}{left_out}; see `cjm check`\n")


def _draw(path: str, name: str, found: "Stats", terminal: Terminal) -> None:
    from cjm.render.badge import badge
    from cjm.reporters.columns import inert
    from cjm.shell import files
    from cjm.stats import COVERAGES

    share = found.total.coverage[name]
    value = f"{share.have:,} of {share.of:,}" if share.of else "–"
    files.write(path, badge(COVERAGES[name].label, value, _grade(share)))
    terminal.note(f"{COVERAGES[name].label} {value} {terminal.arrow()} {inert(path)}")


def _grade(share: "Share") -> "Grade":
    if not share.of:
        return "nothing"
    if not share.have:
        return "none"
    return "all" if share.have == share.of else "some"


def _refuse_unknown(name: str) -> None:
    if name not in NAMES:
        from cjm.grammar.binder import Suggestions

        help = Suggestions().nearest(name, NAMES, f"there are {', '.join(NAMES)}")
        raise UsageError(f"no coverage is called {name!r}", help)


def _refuse_badge(badge: str | None, of: str | None) -> None:
    if of is not None:
        _refuse_unknown(of)
    if badge is None and of is not None:
        raise UsageError("--badge-of draws nothing by itself", "say with --badge FILE.svg where to")
    # A slip of the finger would otherwise put a badge in the place of a journey.
    if badge is not None and not badge.lower().endswith(".svg"):
        raise UsageError(f"--badge {badge!r} is no SVG", "end its name in .svg")
