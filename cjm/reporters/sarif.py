"""SARIF 2.1.0, for code scanning.

Fingerprints come from the rule, the file and what a message is about, never from its
line, so that an alert outlives an edit above it.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import sha256
from urllib.parse import quote

import msgspec

from cjm import __version__
from cjm.diagnostics import Diagnostic, Related, Severity
from cjm.links import SITE
from cjm.reporters.places import place, well_formed
from cjm.source import Source

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def report(diagnostics: Sequence[Diagnostic], sources: Mapping[str, Source], **_look: object) -> str:
    """One log with one run, indented."""
    rules = sorted({each.rule for each in diagnostics})
    driver = {
        "name": "cjm",
        "version": __version__,
        "informationUri": SITE,
        "rules": [{"id": rule, "shortDescription": {"text": rule.replace("-", " ")}} for rule in rules],
    }
    marks = fingerprints(diagnostics)
    results = [
        _result(each, sources, rules.index(each.rule), mark)
        for each, mark in zip(diagnostics, marks, strict=True)
    ]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return msgspec.json.format(msgspec.json.encode(log), indent=2).decode() + "\n"


def _result(
    diagnostic: Diagnostic, sources: Mapping[str, Source], rule: int, fingerprint: str
) -> dict[str, object]:
    text = diagnostic.message + (f"\nhelp: {diagnostic.help}" if diagnostic.help else "")
    return {
        "ruleId": diagnostic.rule,
        "ruleIndex": rule,
        "level": _LEVELS[diagnostic.severity],
        "message": _text(text),
        "locations": [_location(diagnostic, sources) | _thing(diagnostic)],
        "relatedLocations": [
            {"id": number, "message": _text(related.message), **_location(related, sources)}
            for number, related in enumerate(diagnostic.related, start=1)
        ],
        "partialFingerprints": {"subject/v1": fingerprint},
    }


def _location(message: Diagnostic | Related, sources: Mapping[str, Source]) -> dict[str, object]:
    at = place(message, sources)
    region = {
        "startLine": at.start.line,
        "startColumn": at.start.column,
        "endLine": at.end.line,
        "endColumn": at.end.column,
    }
    uri = quote(at.path, errors="surrogateescape")
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}


def _thing(diagnostic: Diagnostic) -> dict[str, object]:
    """What it is about, in the journey's own terms."""
    if diagnostic.about is None:
        return {}
    name, path = well_formed(diagnostic.about.name), "/".join(diagnostic.subject)
    return {"logicalLocations": [{"kind": diagnostic.about.kind, "name": name, "fullyQualifiedName": path}]}


def _text(text: str) -> dict[str, str]:
    # `[words](target)` in a message is a link: what an author wrote must not become one.
    return {"text": well_formed(text).replace("](", "\\](")}


def fingerprints(diagnostics: Sequence[Diagnostic]) -> list[str]:
    """One for each, in order; equal ones are told apart by a counter."""
    seen: Counter[str] = Counter()
    marks = []
    for each in diagnostics:
        key = "\0".join((each.rule, each.path, *each.subject))
        mark = sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:32]
        seen[mark] += 1
        marks.append(f"{mark}:{seen[mark]}")
    return marks
