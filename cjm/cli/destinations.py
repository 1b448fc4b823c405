"""Where reports go: `--format human --format sarif:out.sarif`."""

import os
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

import click

from cjm.cli.terminal import Terminal, is_terminal
from cjm.errors import UsageError
from cjm.reporters import REPORTERS, reporter

if TYPE_CHECKING:  # the help of a command needs none of it
    from cjm.diagnostics import Diagnostic
    from cjm.source import Source


class Destination(NamedTuple):
    """A format, and the file that it goes to; standard output where there is none."""

    format: str
    path: str = ""


class _Type(click.ParamType[Destination]):
    """`sarif`, or `sarif:out.sarif`."""

    name = "format"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Destination:
        """The two parts, checked."""
        if isinstance(value, Destination):
            return value
        name, colon, path = str(value).partition(":")
        if name not in REPORTERS:
            self.fail(f"{name!r} is not one of {', '.join(REPORTERS)}.", param, ctx)
        if colon and not path:
            self.fail(f"{value!r} names no file.", param, ctx)
        return Destination(name, path)

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """As it stands in the help."""
        return "FORMAT[:FILE]"


DESTINATION = _Type()


def refuse_overlap(formats: Sequence[Destination]) -> None:
    """Raise where two formats would go to one place."""
    places = [each.path for each in formats]
    if places.count("") > 1:
        raise UsageError(
            "two formats on standard output", "give one of them a file: --format sarif:out.sarif"
        )
    files = [os.path.realpath(path) for path in places if path]
    twice = next((path for path in places if path and files.count(os.path.realpath(path)) > 1), None)
    if twice:
        raise UsageError(f"two formats for the file {twice}")


def refuse_sources(reports: Sequence[Destination], paths: Iterable[str]) -> None:
    """Raise where a report would take the place of what it reports on."""
    if not reports:
        return
    read = set(map(os.path.realpath, paths))
    for each in reports:
        if each.path and os.path.realpath(each.path) in read:
            raise UsageError(f"a report can't go to {each.path}, which it is about", "name another file")


def tell(
    to: Destination, diagnostics: "list[Diagnostic]", sources: "dict[str, Source]", terminal: Terminal
) -> None:
    """Write the report of one format to where it is to go."""
    from cjm.shell import files

    report = reporter(to.format)
    if to.path:
        files.write(to.path, report(diagnostics, sources))
    else:
        links = terminal.paints() and is_terminal()
        text = report(diagnostics, sources, color=terminal.paints(), width=terminal.columns(), links=links)
        terminal.result(text)
