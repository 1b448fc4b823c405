"""JSON for programs: every version with every change. `version` changes with the shape."""

from collections import Counter

import msgspec

from cjm.board.history import History, Version
from cjm.config import LEVELS
from cjm.differ import Change
from cjm.reporters.changes.telling import figures
from cjm.reporters.places import well_formed

VERSION = 1


def report(history: History, **_look: object) -> str:
    """`{"version": 1, "path": …, "title": …, "commits": […]}`, indented."""
    document = {
        "version": VERSION,
        "path": well_formed(history.path),
        "title": well_formed(history.title),
        "shallow": history.shallow,
        "left_out": history.same,
        "commits": [_commit(each) for each in history.versions],
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=2).decode() + "\n"


def _commit(version: Version) -> dict[str, object]:
    counted = Counter(change.level for change in version.changes)
    effects = version.effects
    return {
        "commit": version.hash,
        "date": version.date,
        "author": well_formed(version.author),
        "subject": well_formed(version.subject),
        "path": well_formed(version.path),
        "state": version.state,
        "merge": version.merge,
        "counts": {level: counted[level] for level in LEVELS},
        "changes": [_change(each) for each in version.changes],
        "effects": effects
        and {
            "closed": [{"rule": each.rule, "message": well_formed(each.message)} for each in effects.closed],
            "opened": [{"rule": each.rule, "message": well_formed(each.message)} for each in effects.opened],
            "curve": {"before": figures(effects.before), "after": figures(effects.after)},
        },
    }


def _change(change: Change) -> dict[str, object]:
    return {
        "kind": change.kind,
        "topic": change.topic,
        "level": change.level,
        "thing": change.thing,
        "where": [well_formed(word) for word in change.words],
        "key": change.key or None,
        "before": change.before and well_formed(change.before.value),
        "after": change.after and well_formed(change.after.value),
        "note": well_formed(change.note),
        "fingerprint": change.fingerprint,
    }
