"""`cjm advise`: the ten moves, where each would help a journey, and why."""

import sys
from typing import TYPE_CHECKING

import click
import msgspec

from cjm.cli.terminal import Terminal, on_terminal
from cjm.errors import UsageError

if TYPE_CHECKING:  # `cjm advise --help` needs none of it
    from collections.abc import Iterable, Iterator, Mapping

    from cjm.advice import Advice, Thing, Unknown
    from cjm.cli.reading import Examined
    from cjm.model.entities import Journey
    from cjm.reporters.places import Place
    from cjm.source import Source

VERSION = 1

# Longer lines read badly, however wide the terminal.
_WIDEST = 88

# A list of fifty is no advice; `--verbose` and JSON have them all.
_MOST = 12

_HELP = "What would help, the weightiest first"
_UNDER_WAY = "Under way, or an idea on the map"
_MISSING = "What the map doesn't say"


class Told(msgspec.Struct, frozen=True):
    """One journey with its advice, and the texts that its places lie in."""

    journey: "Journey"
    advice: "tuple[Advice, ...]"
    unknowns: "tuple[Unknown, ...]"
    sources: "Mapping[str, Source]"

    def asked(self) -> "list[Advice]":
        """What isn't under way."""
        return [each for each in self.advice if not each.answers]

    def under_way(self) -> "list[Advice]":
        """What is."""
        return [each for each in self.advice if each.answers]

    def place(self, thing: "Thing", key: str) -> "Place":
        """Where a thing's key stands."""
        from cjm.diagnostics import Related
        from cjm.reporters.places import place

        path = thing.origin.path or self.journey.path
        return place(Related("", path, thing.at(key)), self.sources)


@click.command()
@click.argument("paths", metavar="[JOURNEY]...", nargs=-1, type=click.Path())
@click.option(
    "--format",
    "format_",
    type=click.Choice(["human", "markdown", "json"]),
    default="human",
    show_default=True,
    help="How to tell: on a terminal, in a document, or for programs.",
)
@on_terminal
def advise(paths: tuple[str, ...], format_: str, terminal: Terminal) -> int:
    """Say which of the ten moves would help a journey, and why.

    JOURNEY is a file or a folder, which stands for every *.cjm.yaml below it; the
    current folder where none is given. `-` reads standard input.

    Advice is computed from what the map says: the lowest point, the peak and the
    ending, pains and how severe they are, moments of truth, waits, and who leaves.
    What weighs most for the customer comes first. A move that an opportunity makes
    already is listed as under way, until that opportunity is dropped.

    A journey with errors is left out, and the exit code is then 1; advice itself is
    no failure.
    """
    from cjm.cli.reading import examine, exit_code

    projects = examine(paths, terminal)
    told = [each for project in projects for each in _journeys(project, terminal)]
    code = exit_code(projects)
    if not told and not code:
        raise UsageError("no journey found to advise on", "a journey starts with `journey:` and its title")
    match format_:
        case "json":
            terminal.result(_json(told))
        case "markdown":
            terminal.result("\n".join(map(_markdown, told)))
        case _:
            page = _Page(terminal)
            terminal.result("\n".join("".join(f"{line}\n" for line in page.journey(each)) for each in told))
    return code


def _journeys(project: "Examined", terminal: Terminal) -> "Iterator[Told]":
    """The sound journeys that were asked for; what is wrong is told, as `cjm build` does."""
    from cjm.advice import advise as advice
    from cjm.advice import unknowns
    from cjm.cli.drawing import tell

    tell(project.diagnostics, project, terminal)
    known = project.checked.project.frameworks
    for journey in project.checked.project.journeys:
        if journey.path in project.asked and journey.path not in project.broken:
            yield Told(journey, advice(journey, known), unknowns(journey, known), project.sources)


def _json(told: list[Told]) -> str:
    """`{"version": 1, "journeys": […]}`: places as in `cjm.reporters.as_json`."""
    import msgspec

    from cjm.advice.document import document
    from cjm.reporters.places import well_formed

    def journey(each: Told) -> dict[str, object]:
        def locate(thing: "Thing", key: str) -> dict[str, object]:
            at = each.place(thing, key)
            return {
                "path": well_formed(at.path),
                "line": at.start.line,
                "column": at.start.column,
                "end_line": at.end.line,
                "end_column": at.end.column,
            }

        return document(each.journey, each.advice, each.unknowns, locate)

    whole = {"version": VERSION, "journeys": [journey(each) for each in told]}
    return msgspec.json.format(msgspec.json.encode(whole), indent=2).decode() + "\n"


class _Page:
    """How to print on this terminal."""

    def __init__(self, terminal: Terminal) -> None:
        self.paints = terminal.paints()
        self.most = sys.maxsize if terminal.verbose else _MOST
        self.width = min(terminal.columns(), _WIDEST)

    def journey(self, told: Told) -> "Iterator[str]":
        """The lines of one journey."""
        from cjm.advice.words import course, nothing
        from cjm.grammar.binder import shorten

        yield from map(self.bold, self.wrapped([shorten(told.journey.title, 200)], ""))
        yield from map(self.dim, self.wrapped([told.journey.path], ""))
        yield from self.wrapped(course(told.journey), "  ")
        yield from ("", self.bold(_HELP))
        if not told.asked():
            yield from self.wrapped([nothing(told.advice)], "  ")
        for number, each in enumerate(told.asked()[: self.most], 1):
            yield ""
            yield from self.advice(number, each, told)
        if len(told.asked()) > self.most:
            yield from (
                "",
                f"  and {len(told.asked()) - self.most:,} more that weigh less; --verbose tells them",
            )
        if told.under_way():
            yield from ("", self.bold(_UNDER_WAY))
            for each in told.under_way():
                yield from self.under_way(each)
        if told.unknowns:
            yield from ("", self.bold(_MISSING))
            for missing in told.unknowns:
                yield from self.wrapped([missing.message, missing.help], "  - ")

    def advice(self, number: int, each: "Advice", told: Told) -> "Iterator[str]":
        """What to do, where, why, and how."""
        from cjm.advice.words import heading, parts

        yield from map(self.bold, self.wrapped([heading(each)], f"{number:>3}. "))
        line = f"line {told.place(each.thing, each.key).start.line}"
        yield from map(self.dim, self.wrapped([", ".join(filter(None, [line, parts(each.weight)]))], " " * 5))
        yield from self.wrapped(each.why, "     why  ")
        yield from self.wrapped([each.answer, *each.hints], "     try  ")

    def under_way(self, each: "Advice") -> "Iterator[str]":
        """What answers it already."""
        from cjm.advice.words import heading, status

        yield from self.wrapped([heading(each), *(status(answer, each) for answer in each.answers)], "  - ")

    def wrapped(self, sentences: "Iterable[str]", first: str) -> "Iterator[str]":
        """Each sentence below the one before, from the same margin; its further lines two columns in."""
        from cjm.reporters.columns import wrapped

        margin, further = first, " " * len(first)
        for sentence in sentences:
            yield from wrapped(sentence, self.width, margin, f"{further}  ")
            margin = further

    def bold(self, text: str) -> str:
        """What to see first."""
        return f"\x1b[1m{text}\x1b[0m" if self.paints else text

    def dim(self, text: str) -> str:
        """What to see last."""
        return f"\x1b[2m{text}\x1b[0m" if self.paints else text


def _markdown(told: Told) -> str:
    """A section for a document; what an author wrote is text in it."""
    from cjm.advice.words import course, heading, nothing, parts, status
    from cjm.reporters.markdown import escaped

    lines = [f"# {escaped(told.journey.title)}", "", *(f"- {escaped(fact)}" for fact in course(told.journey))]
    lines += ["", f"## {_HELP}", ""]
    lines += [] if told.asked() else [escaped(nothing(told.advice)), ""]
    for number, each in enumerate(told.asked(), 1):
        at = told.place(each.thing, each.key)
        where = f"{at.path}, line {at.start.line}"
        lines += [f"### {number}. {escaped(heading(each))}", ""]
        lines += [escaped(", ".join(filter(None, [where, parts(each.weight)]))), ""]
        lines += [f"- {escaped(why)}" for why in each.why]
        lines += ["", f"Try: {escaped(each.answer)}", "", *(f"- {escaped(hint)}" for hint in each.hints)]
        lines += [""] if each.hints else []
    if told.under_way():
        lines += [f"## {_UNDER_WAY}", "", "| move | opportunity |", "|---|---|"]
        for each in told.under_way():
            what = "<br>".join(escaped(status(answer, each)) for answer in each.answers)
            lines.append(f"| {escaped(heading(each))} | {what} |")
        lines.append("")
    if told.unknowns:
        lines += [f"## {_MISSING}", ""]
        lines += [f"- {escaped(each.message)}: {escaped(each.help)}" for each in told.unknowns] + [""]
    return "\n".join(lines)
