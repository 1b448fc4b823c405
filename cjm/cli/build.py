"""`cjm build`: journeys in, maps out."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from cjm.cli.destinations import DESTINATION, Destination, refuse_overlap
from cjm.cli.picturing import Wish, picture_options
from cjm.cli.since import option
from cjm.cli.terminal import Terminal, on_terminal
from cjm.cli.twins import language as set_language
from cjm.cli.twins import twin, typed
from cjm.errors import UsageError
from cjm.offered import DRAWN, FORMATS, VIEWS

if TYPE_CHECKING:  # `cjm build --help` needs none of it
    from cjm.cli.asked import Asked

PROFILES = ("full", "share")
FAIL_ON = ("error", "warning", "info", "never")
MODES = ("auto", "light", "dark")


class Names(click.Choice[str]):
    """Words of a list, one or more with commas between them."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The words, checked."""
        words = [word.strip() for word in value.split(",") if word.strip()]
        return ",".join(super(Names, self).convert(word, param, ctx) for word in words)


class Shard(click.ParamType["tuple[int, int]"]):
    """`2/4`: the second of four parts."""

    name = "i/n"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Both numbers, checked."""
        if isinstance(value, tuple):
            return value
        part, _, parts = str(value).partition("/")
        if part.isdecimal() and parts.isdecimal() and 1 <= int(part) <= int(parts) <= 10_000:
            return int(part), int(parts)
        self.fail(f"{value!r} is no part of a whole: write 1/4 to 4/4", param, ctx)


@click.command()
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path())
@twin(
    "CJM_OUTPUT",
    "-o",
    "--output",
    metavar="DIR",
    type=click.Path(),
    default="",
    setting="output",
    help="The folder to write to; build, or what cjm.yaml says, where absent.",
)
@twin(
    "CJM_FORMATS",
    "-f",
    "--format",
    "formats",
    metavar="FORMAT",
    type=Names(FORMATS),
    setting="formats",
    multiple=True,
    help=f"One or more of {', '.join(FORMATS)}; svg,html where absent.",
)
@twin(
    "CJM_VIEWS",
    "--view",
    "views",
    metavar="VIEW",
    type=Names(VIEWS),
    setting="views",
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
@twin(
    "CJM_THEME",
    "--theme",
    metavar="NAME",
    default="",
    setting="theme",
    help="How it looks: default, mono (no hues: for print and e-ink), high-contrast, or a theme's file.",
)
@twin(
    "CJM_MODE",
    "--mode",
    type=click.Choice(MODES),
    setting="theme.mode",
    help="light or dark for good; auto follows the viewer.",
)
@twin(
    "CJM_ENGINE",
    "--engine",
    metavar="NAME",
    default="",
    setting="engine",
    help="The Graphviz that lays out the flow: graphviz-pure (the default), dot, or a path.",
)
@click.option(
    "--today",
    metavar="DATE",
    help="Draw what depends on the date, such as an overdue review, as of that day (2026-09-01).",
)
@click.option("--with-source", is_flag=True, help="Publish the file itself on the page, comments and all.")
@twin(
    "CJM_PROFILE",
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
@twin(
    "CJM_JOBS",
    "-j",
    "--jobs",
    metavar="N",
    type=click.IntRange(1, 256),
    help="How many journeys are drawn at once, each in a process; as many as there are cores where absent.",
)
@click.option("--force", is_flag=True, help="Build what is up to date, too.")
@click.option(
    "--check", is_flag=True, help="Write nothing: exit with 1 where a file isn't what would be built."
)
@click.option("--fail-fast", is_flag=True, help="Stop at the first journey that can't be built.")
@click.option(
    "--shard",
    metavar="I/N",
    type=Shard(),
    help="Build the I-th of N parts, for machines that share the work; then --merge.",
)
@click.option("--merge", is_flag=True, help="Make one of the parts that lie together in the output folder.")
@click.option(
    "--cluster",
    metavar="ADDRESS",
    default="",
    help="Draw on a Dask cluster, by the address of its scheduler: tcp://10.0.0.1:8786.",
)
@click.option("--no-portfolio", is_flag=True, help="Without index.html, the page of all journeys.")
@option
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
    jobs: int | None,
    force: bool,
    check: bool,
    fail_fast: bool,
    shard: "tuple[int, int] | None",
    merge: bool,
    cluster: str,
    no_portfolio: bool,
    changed_since: str,
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
    from cjm.cli.asked import Asked
    from cjm.cli.runs import How, folders
    from cjm.cli.today import given

    share = profile == "share"
    if with_source and share:
        raise UsageError("--with-source publishes what --profile share leaves out", "leave one of them out")
    if framework or "-" in paths:  # these mind no settings for a project's files
        formats, views = typed("formats", formats, ()), typed("views", views, ())
        output = output if framework else typed("output", output, "")
    drawn = _picked(formats, FORMATS), _picked(views, VIEWS)
    asked = Asked(output, *drawn, engine, given(today), with_source, share, wish, theme, mode or "")
    asked = asked._replace(portfolio=not no_portfolio, language=set_language())
    _refuse_since(changed_since, {"--framework": framework, "--merge": merge, "--shard": shard}, paths)
    if framework:
        from cjm.cli.sheets import write

        return write(paths, asked, framework, language, folders(output)[1], terminal)
    if language:
        raise UsageError("--language is for --framework", "a journey says its own: `language: nl`")
    if "-" in paths:
        return _through(paths, asked, terminal)
    _refuse_places(reports)
    from cjm.cli.building import below

    if merge:
        from cjm.cli.finishing import merge as merged

        return merged(paths, asked._replace(output=folders(output)[1]), terminal)
    how = How(jobs or 0, force, check, fail_fast, shard, cluster, changed_since)
    return below(paths, asked, how, fail_on, reports, terminal)


def _refuse_places(reports: Sequence[Destination]) -> None:
    refuse_overlap(reports)
    if any(not each.path for each in reports):
        raise UsageError("a report goes to a file", "write --report sarif:out.sarif")


def _refuse_since(revision: str, others: Mapping[str, object], paths: Sequence[str]) -> None:
    """Raise where a revision is given beside what builds no files, or a part of all of them."""
    given = [name for name, found in {**others, "`-`": "-" in paths}.items() if found]
    for name in given if revision else ():
        message = f"--changed-since compares files, which {name} doesn't go with"
        raise UsageError(message, "leave one of them out")


def _picked(given: Sequence[str], known: Sequence[str]) -> tuple[str, ...]:
    words = {word for value in given for word in value.split(",")}
    return tuple(word for word in known if word in words)


def _through(paths: Sequence[str], asked: "Asked", terminal: Terminal) -> int:
    """Build standard input to standard output: one format, and of an SVG one view."""
    from cjm.cli.drawing import asides, draw, tell, theme_of, tools
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
    for line in asides(made):
        terminal.note(line.strip())
    return exit_code([project]) or int(not made.artefacts)
