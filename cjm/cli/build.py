"""`cjm build`: journeys in, maps out."""

import os
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from cjm.cli.destinations import DESTINATION, Destination, refuse_overlap, refuse_sources
from cjm.cli.destinations import tell as tell_report
from cjm.cli.picturing import Wish, picture_options
from cjm.cli.terminal import Terminal, on_terminal
from cjm.counting import counted
from cjm.errors import UsageError
from cjm.offered import DRAWN, FORMATS, VIEWS

if TYPE_CHECKING:  # `cjm build --help` needs none of it
    from cjm.cli.drawing import Asked
    from cjm.diagnostics import Diagnostic
    from cjm.pipeline import Built

PROFILES = ("full", "share")
FAIL_ON = ("error", "warning", "info", "never")
MODES = ("auto", "light", "dark")


class Names(click.Choice[str]):
    """Words of a list, one or more with commas between them."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The words, checked."""
        words = [word.strip() for word in value.split(",") if word.strip()]
        return ",".join(super(Names, self).convert(word, param, ctx) for word in words)


@click.command()
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path())
@click.option(
    "-o",
    "--output",
    metavar="DIR",
    type=click.Path(),
    default="",
    help="The folder to write to; build, or what cjm.yaml says, where absent.",
)
@click.option(
    "-f",
    "--format",
    "formats",
    metavar="FORMAT",
    type=Names(FORMATS),
    multiple=True,
    help=f"One or more of {', '.join(FORMATS)}; svg,html where absent.",
)
@click.option(
    "--view",
    "views",
    metavar="VIEW",
    type=Names(VIEWS),
    multiple=True,
    help=f"One or more of {', '.join(VIEWS)}; map,flow where absent.",
)
@click.option(
    "--framework",
    metavar="ID",
    default="",
    help="With --view sheet: an empty map of this phase model, without a journey.",
)
@click.option("--language", metavar="TAG", default="", help="Of that empty map; en where absent.")
@click.option(
    "--theme",
    metavar="NAME",
    default="",
    help="How it looks: default, mono (no hues: for print and e-ink), high-contrast, or a theme's file.",
)
@click.option("--mode", type=click.Choice(MODES), help="light or dark for good; auto follows the viewer.")
@click.option(
    "--engine",
    metavar="NAME",
    default="",
    help="The Graphviz that lays out the flow: graphviz-pure (the default), dot, or a path.",
)
@click.option(
    "--today",
    metavar="DATE",
    help="Draw what depends on the date, such as an overdue review, as of that day (2026-09-01).",
)
@click.option("--with-source", is_flag=True, help="Publish the file itself on the page, comments and all.")
@click.option(
    "--profile",
    type=click.Choice(PROFILES),
    default="full",
    show_default=True,
    help="For whom: share leaves out what isn't for people outside, such as gaps, owners and figures.",
)
@click.option(
    "--fail-on",
    type=click.Choice(FAIL_ON),
    default="error",
    show_default=True,
    help="The least severity of the linter's findings that exits with 1.",
)
@click.option(
    "--report",
    "reports",
    type=DESTINATION,
    multiple=True,
    help="Write what is wrong and the linter's findings to a file: --report sarif:out.sarif.",
)
@picture_options
@on_terminal
def build(
    paths: tuple[str, ...],
    *,
    output: str,
    formats: tuple[str, ...],
    views: tuple[str, ...],
    framework: str,
    language: str,
    theme: str,
    mode: str | None,
    engine: str,
    today: str | None,
    with_source: bool,
    profile: str,
    fail_on: str,
    reports: tuple[Destination, ...],
    wish: Wish,
    terminal: Terminal,
) -> int:
    """Draw journeys as maps: SVG, HTML, PNG, PDF, Markdown, text.

    PATH is a file or a folder, which stands for every *.cjm.yaml below it; the current
    folder where none is given. A journey x becomes x.svg (the map), x.html (the page)
    and x.flow.svg (its ways and branches), in folders that mirror the sources'. A further
    view, --view blueprint, becomes x.blueprint.svg and a tab of the page. PNG
    and PDF give each view like SVG does; x.md and x.txt are the map in signs.

    A journey with errors is left out, and what was built of it before stays. `-` reads
    standard input and writes one format to standard output.
    """
    from cjm.cli.drawing import Asked
    from cjm.cli.today import given

    share = profile == "share"
    if with_source and share:
        raise UsageError("--with-source publishes what --profile share leaves out", "leave one of them out")
    drawn = _picked(formats, FORMATS), _picked(views, VIEWS)
    asked = Asked(output, *drawn, engine, given(today), with_source, share, wish, theme, mode or "")
    if framework:
        from cjm.cli.sheets import write

        return write(paths, asked, framework, language, _folders(output)[1], terminal)
    if language:
        raise UsageError("--language is for --framework", "a journey says its own: `language: nl`")
    if "-" in paths:
        return _through(paths, asked, terminal)
    refuse_overlap(reports)
    if any(not each.path for each in reports):
        raise UsageError("a report goes to a file", "write --report sarif:out.sarif")
    return _below(paths, asked, fail_on, reports, terminal)


def _picked(given: Sequence[str], known: Sequence[str]) -> tuple[str, ...]:
    words = {word for value in given for word in value.split(",")}
    return tuple(word for word in known if word in words)


def _through(paths: Sequence[str], asked: "Asked", terminal: Terminal) -> int:
    """Build standard input to standard output: one format, and of an SVG one view."""
    from cjm.cli.drawing import draw, tell, theme_of, tools
    from cjm.cli.reading import examine, exit_code
    from cjm.shell.files import STDIN

    if asked.output:
        raise UsageError("`-` writes to standard output, which --output doesn't fit")
    if len(asked.formats) != 1:
        raise UsageError("standard output takes exactly one format", "add -f svg or -f html")
    drawn = asked.formats[0] in DRAWN
    if drawn and len(asked.views) > 1:
        raise UsageError("standard output takes exactly one view", "choose one: --view map")
    if drawn and not asked.views:
        asked = asked._replace(views=("map",))
    (project,) = examine(paths, terminal)
    tell(project.diagnostics, project, terminal)
    if not project.journeys() and STDIN not in project.broken:
        raise UsageError("standard input is a library, not a journey")
    theme = theme_of(project, asked, terminal)
    made = draw(project, STDIN, asked, terminal, theme, tools([project], asked, terminal).get(project.root))
    for artefact in made.artefacts:
        content = artefact.content
        terminal.result(content.encode() if isinstance(content, str) else content)
    for line in _empty(made):
        terminal.note(line.strip())
    return exit_code([project]) or int(not made.artefacts)


def _below(
    paths: Sequence[str],
    asked: "Asked",
    fail_on: str,
    reports: Sequence[Destination],
    terminal: Terminal,
) -> int:
    """Build files into a folder."""
    from cjm.cli.drawing import draw, options, tell, theme_of, tools
    from cjm.cli.linting import reaches
    from cjm.cli.progress import Lines
    from cjm.cli.reading import examine, exit_code
    from cjm.cli.targets import refuse_collisions, target
    from cjm.diagnostics import counts

    begun = time.perf_counter()
    base, output = _folders(asked.output)
    projects = examine(paths, terminal, output)
    refuse_sources(reports, projects)
    plan = [
        (project, target(path, project.root, base, output, paths))
        for project in projects
        for path in project.journeys()
    ]
    for project in projects:
        tell(project.diagnostics, project, terminal)
    if not plan and not exit_code(projects):
        help = "a journey starts with `journey:` and its title"
        raise UsageError("no journey found, only libraries and settings", help)
    wishes = [options(asked, project.checked.project.settings) for project, _ in plan]
    refuse_collisions(
        [(each, wish.views, wish.formats) for (_, each), wish in zip(plan, wishes, strict=True)]
    )
    pictures = tools(projects, asked, terminal)
    themes = {project.root: theme_of(project, asked, terminal) for project, _ in plan}
    built = files = 0
    findings: list[Diagnostic] = []
    with Lines(len(plan), terminal) as lines:
        for project, each in plan:
            drawn = draw(
                project, each.source, asked, terminal, themes[project.root], pictures.get(project.root)
            )
            written = _write(drawn, each.stem)
            lines.step(_line(each.source, written, drawn, terminal))
            findings += drawn.findings
            built += bool(written or drawn.empty)
            files += len(written)
    for report in reports:
        diagnostics = [*(each for project in projects for each in project.diagnostics), *findings]
        sources = {path: source for project in projects for path, source in project.sources.items()}
        tell_report(report, sorted(diagnostics, key=lambda each: (each.path, each.span)), sources, terminal)
    skipped = f", {len(plan) - built:,} skipped" if built < len(plan) else ""
    seconds = time.perf_counter() - begun
    gaps = f"; {counts(findings)}" if findings else ""
    drawn_ = f"{counted(built, 'journey')} built{skipped}, {counted(files, 'file')}"
    terminal.note(f"{drawn_} in {seconds:.2f} s{gaps}")
    return exit_code(projects) or int(built < len(plan) or reaches(findings, fail_on))


def _folders(given: str) -> tuple[str, str]:
    """The folder that sources are mirrored from, and the one that they are built into."""
    from cjm.cli.reading import settings_in
    from cjm.shell import files, finding

    above = finding.settings_above(".")
    if above is None:
        return ".", given or settings_in(None).output
    base = os.path.dirname(above) or "."
    if given:
        return base, given
    source, problems = files.read(above)
    return base, os.path.join(base, settings_in(None if problems else source).output)


def _write(drawn: "Built", stem: str) -> list[str]:
    from cjm.cli.targets import named
    from cjm.shell import files

    written = []
    for artefact in drawn.artefacts:
        path = named(stem, artefact.view, artefact.format)
        files.write(path, artefact.content)
        written.append(path)
    return written


def _line(source: str, written: list[str], drawn: "Built", terminal: Terminal) -> str:
    """`  examples/x.cjm.yaml → build/examples/x.svg, x.html (3 gaps)`, and the views without content."""
    from cjm.cli.progress import told
    from cjm.reporters.columns import inert

    gaps = f" ({counted(len(drawn.findings), 'gap')})" if drawn.findings else ""
    nothing = f"  {inert(source)}: {'nothing to draw' if drawn.empty else 'skipped'}"
    return "\n".join([told(source, written, terminal, gaps) if written else nothing, *_empty(drawn)])


def _empty(drawn: "Built") -> list[str]:
    spoken = [f"    no words for {drawn.unspoken!r}: its labels are English"] * bool(drawn.unspoken)
    return [f"    no {view} view: {why}" for view, why in drawn.empty.items()] + spoken
