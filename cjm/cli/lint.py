"""`cjm lint`: everything that `check` says, then the rules of the craft."""

import datetime
from typing import TYPE_CHECKING

import click

from cjm.cli.destinations import DESTINATION, Destination, refuse_overlap, refuse_sources, tell
from cjm.cli.since import only, option, since
from cjm.cli.terminal import Terminal, on_terminal
from cjm.cli.twins import twin
from cjm.errors import UsageError
from cjm.reporters import REPORTERS

if TYPE_CHECKING:  # `cjm lint --help` needs none of it
    from cjm.cli.fixing import Lint
    from cjm.cli.reading import Examined

# As in `cjm.config`, which would cost the help its speed; a test compares.
PRESETS = ("minimal", "recommended", "strict")
LEVELS = ("error", "warning", "info", "never")


@click.command()
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path())
@click.option(
    "--format",
    "formats",
    type=DESTINATION,
    multiple=True,
    help=f"How to tell, and where: {', '.join(REPORTERS)}. Several are fine: --format human"
    " --format sarif:out.sarif.",
)
@twin(
    "CJM_LINT_PRESET",
    "--preset",
    type=click.Choice(PRESETS),
    setting="lint.preset",
    help="The rules to start from; recommended.",
)
@click.option("--select", metavar="RULE", multiple=True, help="A rule to run beside the preset's.")
@click.option("--ignore", metavar="RULE", multiple=True, help="A rule not to run.")
@twin(
    "CJM_LINT_FAIL_ON",
    "--fail-on",
    type=click.Choice(LEVELS),
    setting="lint.fail_on",
    help="The least severity that exits with 1; warning. Errors of reading always do.",
)
@click.option(
    "--today", metavar="DATE", help="The day against which reviews and evidence are late (2026-09-01)."
)
@click.option(
    "--write-baseline",
    is_flag=True,
    help="Settle with all findings there are, in .cjm-baseline.json: later runs tell only new ones.",
)
@click.option("--no-baseline", is_flag=True, help="Tell settled findings too.")
@click.option(
    "--fix", is_flag=True, help="Mend what can mean one thing only: mistyped words, spellings of dates."
)
@click.option("--unsafe-fixes", is_flag=True, help="Mend by guesses too; look at them with --diff first.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and write nothing.")
@option
@on_terminal
def lint(
    paths: tuple[str, ...],
    *,
    formats: tuple[Destination, ...],
    preset: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    today: str | None,
    write_baseline: bool,
    no_baseline: bool,
    fix: bool,
    unsafe_fixes: bool,
    diff: bool,
    changed_since: str,
    terminal: Terminal,
) -> int:
    """Find gaps: phases without an owner, pains without an answer.

    Everything that `cjm check` says, then the rules. PATH is a file or a folder, which
    stands for every *.cjm.yaml below it; the current folder where none is given. `-`
    reads standard input.

    Which rules run, and how bad a finding is, is chosen here or in cjm.yaml. A comment
    silences one rule at one place: `# cjm: ignore[rule-name] why`.
    """
    from cjm.cli import baselines
    from cjm.cli.check import summary
    from cjm.cli.linting import Choice, failed, linted
    from cjm.cli.reading import examine, exit_code
    from cjm.cli.today import given

    refuse_overlap(formats)
    if diff and write_baseline:
        raise UsageError("--diff writes nothing, so no baseline either", "leave out one of the two")
    if changed_since and write_baseline:
        raise UsageError("--write-baseline settles with all findings", "leave --changed-since out")
    choice = Choice(preset, select, ignore, fail_on, given(today) or datetime.date.today())
    found = since(changed_since, paths, terminal) if changed_since else None

    def judge(project: "Examined") -> "Examined":
        return only(linted(project, choice), found)

    projects = [judge(each) for each in examine(paths, terminal)]
    refuse_sources(formats, (path for each in projects for path in (*each.asked, *each.sources)))
    if fix or unsafe_fixes or diff:
        if "-" in paths and not diff:
            raise UsageError("standard input can't be mended in place", "add --diff to see what would change")
        projects, changes = _mended(projects, judge, unsafe=unsafe_fixes, diff=diff, terminal=terminal)
        if diff:
            return 2 if any(each.unreadable for each in projects) else int(changes)
    if write_baseline:
        projects = [baselines.write(each, terminal) for each in projects]
    elif not no_baseline:
        projects = [baselines.settled(each, terminal) for each in projects]
    diagnostics = [each for project in projects for each in project.diagnostics]
    sources = {path: source for project in projects for path, source in project.sources.items()}
    for each in formats or (Destination("human"),):
        tell(each, diagnostics, sources, terminal)
    terminal.note(summary(projects))
    if found:
        terminal.note(found.told())
    return exit_code(projects) or int(any(failed(project, choice) for project in projects))


def _mended(
    projects: "list[Examined]", judge: "Lint", *, unsafe: bool, diff: bool, terminal: Terminal
) -> "tuple[list[Examined], bool]":
    """The projects after mending, written or shown; and whether anything changed."""
    from cjm.cli import fixing, rewriting
    from cjm.counting import counted

    done = []
    for project in projects:
        mended = fixing.mend(project, judge, unsafe=unsafe)
        done.append(mended)
        for path in sorted(fixing.settings_of(project) & mended.project.broken):
            terminal.warning(f"{path} comes first: journeys are mended once it is right")
        if diff:
            terminal.result(rewriting.difference(project.sources, mended.texts, terminal))
        else:
            rewriting.write(project.sources, mended.texts, "mend")
    count = sum(each.mended for each in done)
    where = counted(sum(len(each.texts) for each in done), "file")
    terminal.note(f"{counted(count, 'finding')} {'can be ' if diff else ''}mended in {where}")
    return [each.project for each in done], count > 0
