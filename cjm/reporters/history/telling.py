"""What every format says of a version alike."""

from collections.abc import Iterator

from cjm.board.history import Version
from cjm.config import LEVELS
from cjm.differ import Change
from cjm.reporters.changes import telling

# So many changes tell what a commit was about.
MAIN = 5

_STATES = {
    "same": "no change in meaning",
    "added": "the journey begins",
    "removed": "the journey is removed",
    "broken": "has errors, and isn't compared",
    "first": "as far back as this shallow clone goes",
}


def summary(version: Version) -> str:
    """`1 breaking, 3 notable`, or what else happened."""
    said = _STATES.get(version.state) or telling.counts(version.changes)
    return f"{said} (merge)" if version.merge else said


def main(version: Version) -> tuple[Change, ...]:
    """The gravest changes; nothing where the journey begins or ends, which is said."""
    if version.state != "changed":
        return ()
    return tuple(sorted(version.changes, key=lambda change: LEVELS.index(change.level)))[:MAIN]


def line(change: Change) -> str:
    """A change on a line: where, what, and both values."""
    where = [*change.words[:-1], telling.head(change)]
    before, after = telling.values(change)
    told = " → ".join(filter(None, (before, after)))
    if change.kind in ("added", "removed") and not told:
        return " › ".join(change.words)
    return ": ".join(filter(None, (" › ".join(filter(None, where)), told))) or telling.what(change)


def effects(version: Version) -> Iterator[str]:
    """What it did to gaps and to what is remembered, a line each."""
    if version.effects is None:
        return
    for word, found in (("solved", version.effects.closed), ("new", version.effects.opened)):
        if found:
            rules = dict.fromkeys(each.rule for each in found)
            yield f"gaps {word}: {len(found)} ({', '.join(rules)})"
    rows = telling.curve(version.effects)
    if rows:
        yield "curve: " + ", ".join(f"{name} {before} → {after}" for name, before, after in rows)
