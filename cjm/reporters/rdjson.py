"""Reviewdog's diagnostic format, which posts findings as review comments.

Source: the protocol buffer `reviewdog.rdf.DiagnosticResult`; columns count UTF-8 bytes
from 1, and an end is exclusive. What has no fixed place in it (help) stands in the message.
"""

from collections.abc import Mapping, Sequence

import msgspec

from cjm.diagnostics import Diagnostic, Related, Severity
from cjm.links import SITE
from cjm.reporters.places import page_of, place, well_formed
from cjm.source import Position, Source

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


def report(diagnostics: Sequence[Diagnostic], sources: Mapping[str, Source], **_look: object) -> str:
    """One result, indented."""
    result = {
        "source": {"name": "cjm", "url": SITE},
        "severity": "WARNING",
        "diagnostics": [_diagnostic(each, sources) for each in diagnostics],
    }
    return msgspec.json.format(msgspec.json.encode(result), indent=2).decode() + "\n"


def _diagnostic(diagnostic: Diagnostic, sources: Mapping[str, Source]) -> dict[str, object]:
    text = diagnostic.message + (f"\nhelp: {diagnostic.help}" if diagnostic.help else "")
    found: dict[str, object] = {
        "message": well_formed(text),
        "location": _location(diagnostic, sources),
        "severity": _SEVERITIES[diagnostic.severity],
        "code": {"value": diagnostic.rule},
    }
    if page := page_of(diagnostic):
        found["code"] = {"value": diagnostic.rule, "url": page}
    if diagnostic.related:
        found["related_locations"] = [
            {"message": well_formed(related.message), "location": _location(related, sources)}
            for related in diagnostic.related
        ]
    return found


def _location(message: Diagnostic | Related, sources: Mapping[str, Source]) -> dict[str, object]:
    at = place(message, sources)
    source = sources.get(at.path)
    return {
        "path": well_formed(at.path),
        "range": {"start": _position(at.start, source), "end": _position(at.end, source)},
    }


def _position(at: Position, source: Source | None) -> dict[str, int]:
    before = source.line(at.line)[: at.column - 1] if source else ""
    return {"line": at.line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
