"""Workflow commands: GitHub shows them beside the lines of a pull request."""

from collections.abc import Mapping, Sequence

from cjm.diagnostics import Diagnostic, Severity
from cjm.reporters.columns import inert
from cjm.reporters.places import place
from cjm.source import Source

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}

# GitHub keeps this many of each kind a step and drops the rest without a word.
MOST = 10


def report(diagnostics: Sequence[Diagnostic], sources: Mapping[str, Source], **_look: object) -> str:
    """The worst first, ten of each severity, and a plain line that counts the rest."""
    lines = []
    for severity in Severity:
        found = [each for each in diagnostics if each.severity is severity]
        lines += [_command(each, sources) for each in found[:MOST]]
        if len(found) > MOST:
            rest = len(found) - MOST
            lines.append(f"and {rest:,} more of severity {severity}, which GitHub would not show")
    return "".join(f"{line}\n" for line in lines)


def _command(diagnostic: Diagnostic, sources: Mapping[str, Source]) -> str:
    at = place(diagnostic, sources)
    properties: dict[str, object] = {"file": at.path, "line": at.start.line, "endLine": at.end.line}
    if at.start.line == at.end.line:  # GitHub ignores or misplaces columns of longer spans
        properties |= {"col": at.start.column, "endColumn": at.end.column}
    properties["title"] = diagnostic.rule
    text = diagnostic.message + (f"\nhelp: {diagnostic.help}" if diagnostic.help else "")
    return command(_COMMANDS[diagnostic.severity], properties, text)


def command(kind: str, properties: Mapping[str, object], text: str) -> str:
    """`::error file=…,line=…::text`, with whatever could end it earlier escaped."""
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{kind} {listed}::{_data(text)}"


def _data(text: str) -> str:
    lines = "\n".join(inert(line) for line in text.split("\n"))
    return lines.replace("%", "%25").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
