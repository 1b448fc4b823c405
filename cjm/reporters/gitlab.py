"""GitLab's Code Quality report: an array of issues, shown in a merge request.

Source: docs.gitlab.com, "Code Quality report format". Paths are relative and start with
no `./`; fingerprints are unique within one report; a description is one line, and all
that a merge request shows.
"""

import posixpath
from collections.abc import Mapping, Sequence

import msgspec

from cjm.diagnostics import Diagnostic, Severity
from cjm.reporters.human import clip
from cjm.reporters.places import place, well_formed
from cjm.reporters.sarif import fingerprints
from cjm.source import Source

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def report(diagnostics: Sequence[Diagnostic], sources: Mapping[str, Source], **_look: object) -> str:
    """One array, indented; an empty one where nothing is wrong."""
    marks = fingerprints(diagnostics)
    issues = [_issue(each, sources, mark) for each, mark in zip(diagnostics, marks, strict=True)]
    return msgspec.json.format(msgspec.json.encode(issues), indent=2).decode() + "\n"


def _issue(diagnostic: Diagnostic, sources: Mapping[str, Source], fingerprint: str) -> dict[str, object]:
    at = place(diagnostic, sources)
    advice = f" ({clip(diagnostic.help)})" if diagnostic.help else ""
    return {
        "description": clip(diagnostic.message) + advice,
        "check_name": diagnostic.rule,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[diagnostic.severity],
        "location": {
            "path": posixpath.normpath(well_formed(at.path)),
            "lines": {"begin": at.start.line, "end": at.end.line},
        },
    }
