"""JSON for programs: every diagnostic, lines and columns from 1, columns in code points.

An end is exclusive: one past the last character. The shape is a promise to those who
read it; `version` changes with it.
"""

from collections.abc import Mapping, Sequence

import msgspec

from cjm.diagnostics import Diagnostic, Related
from cjm.reporters.places import place, well_formed
from cjm.source import Source

VERSION = 1


def report(diagnostics: Sequence[Diagnostic], sources: Mapping[str, Source], **_look: object) -> str:
    """`{"version": 1, "diagnostics": […]}`, indented."""
    document = {"version": VERSION, "diagnostics": [_message(each, sources) for each in diagnostics]}
    return msgspec.json.format(msgspec.json.encode(document), indent=2).decode() + "\n"


def _message(diagnostic: Diagnostic, sources: Mapping[str, Source]) -> dict[str, object]:
    return {
        "rule": diagnostic.rule,
        "severity": diagnostic.severity.value,
        "message": well_formed(diagnostic.message),
        "help": well_formed(diagnostic.help),
        "subject": _thing(diagnostic),
        **_place(diagnostic, sources),
        "related": [
            {"message": well_formed(related.message), **_place(related, sources)}
            for related in diagnostic.related
        ],
    }


def _thing(diagnostic: Diagnostic) -> dict[str, str] | None:
    found = diagnostic.about
    return {"kind": found.kind, "id": found.id, "name": well_formed(found.name)} if found else None


def _place(message: Diagnostic | Related, sources: Mapping[str, Source]) -> dict[str, object]:
    at = place(message, sources)
    return {
        "path": well_formed(at.path),
        "line": at.start.line,
        "column": at.start.column,
        "end_line": at.end.line,
        "end_column": at.end.column,
    }
