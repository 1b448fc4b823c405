"""JSON for programs: every change with its places on both sides, lines and columns from 1.

The shape is a promise to those who read it (docs/diff.schema.json); `version` changes with it.
"""

from collections.abc import Mapping

import msgspec

from cjm.diagnostics import Diagnostic
from cjm.differ import Change, Comparison, Difference, Side
from cjm.differ.change import Effects
from cjm.model.entities import Journey
from cjm.reporters.changes.telling import figures
from cjm.reporters.places import well_formed
from cjm.source import Source

VERSION = 1


def report(comparison: Comparison, **_look: object) -> str:
    """`{"version": 1, "before": …, "after": …, "journeys": […]}`, indented; a journey without changes too."""
    document = {
        "version": VERSION,
        "before": well_formed(comparison.before),
        "after": well_formed(comparison.after),
        "journeys": [_journey(each, comparison) for each in comparison.differences],
        "broken": [
            {"revision": well_formed(name), "path": well_formed(path)} for name, path in comparison.broken
        ],
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=2).decode() + "\n"


def _journey(difference: Difference, comparison: Comparison) -> dict[str, object]:
    return {
        "before": _named(difference.before),
        "after": _named(difference.after),
        "level": difference.level or None,
        "changes": [_change(each, comparison) for each in difference.changes],
        "effects": difference.effects and _effects(difference.effects, comparison),
    }


def _named(journey: Journey | None) -> dict[str, str] | None:
    if journey is None:
        return None
    return {
        "path": well_formed(journey.path),
        "id": journey.id,
        "title": well_formed(journey.title),
    }


def _change(change: Change, comparison: Comparison) -> dict[str, object]:
    return {
        "kind": change.kind,
        "topic": change.topic,
        "level": change.level,
        "thing": change.thing,
        "where": [well_formed(word) for word in change.words],
        "key": change.key or None,
        "before": change.before and _side(change.before, comparison.old),
        "after": change.after and _side(change.after, comparison.new),
        "note": well_formed(change.note),
        "advice": well_formed(change.advice),
        "fingerprint": change.fingerprint,
    }


def _side(side: Side, sources: Mapping[str, Source]) -> dict[str, object]:
    source = sources.get(side.path) or Source(side.path, "")
    start, end = (source.position(min(at, len(source.text))) for at in (side.span.start, side.span.end))
    return {
        "value": well_formed(side.value),
        "ids": list(side.ids),
        "path": well_formed(side.path),
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
    }


def _effects(effects: Effects, comparison: Comparison) -> dict[str, object]:
    return {
        "closed": [_gap(each, comparison.old) for each in effects.closed],
        "opened": [_gap(each, comparison.new) for each in effects.opened],
        "coverage": {
            name: {"before": {"have": old.have, "of": old.of}, "after": {"have": new.have, "of": new.of}}
            for name, (old, new) in effects.coverage.items()
        },
        "curve": {"before": figures(effects.before), "after": figures(effects.after)},
    }


def _gap(finding: Diagnostic, sources: Mapping[str, Source]) -> dict[str, object]:
    side = _side(Side(finding.subject, finding.path, finding.span), sources)
    del side["value"]
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": well_formed(finding.message),
        **side,
    }
