"""What every format says of changes alike: counts, what a change is called, what changes did."""

from collections import Counter
from collections.abc import Iterable, Iterator

from cjm.config import LEVELS
from cjm.counting import counted
from cjm.differ import Change, Comparison, Difference
from cjm.differ.change import Effects
from cjm.stats import COVERAGES, Curve, Point, Share

NOTHING = "no change in meaning"
NONE = "no journey to compare"
SIGNS = {"added": "+", "removed": "-", "moved": ">"}
VERBS = {"added": "new", "removed": "gone", "changed-kind": "became"}


def counts(changes: Iterable[Change]) -> str:
    """`1 breaking, 3 notable`, the gravest first; «no change in meaning» where there is none."""
    found = Counter(change.level for change in changes)
    return ", ".join(f"{found[level]:,} {level}" for level in LEVELS if found[level]) or NOTHING


def summary(differences: Iterable[Difference]) -> str:
    """`1 breaking, 3 notable in 2 of 5 journeys`."""
    found = list(differences)
    if not found:
        return NONE
    changed = [each for each in found if each.changes]
    said = counts(change for each in changed for change in each.changes)
    journeys = counted(len(found), "journey")
    return f"{said} in {len(changed):,} of {journeys}" if changed else f"{said} in {journeys}"


def broken(comparison: Comparison) -> list[str]:
    """Which files aren't compared because of their errors: `HEAD:x.cjm.yaml`."""
    return [f"{name}:{path}" if name else path for name, path in comparison.broken]


def sign(change: Change) -> str:
    """`+` for what is new, `-` for what is gone, `>` for what moved, `~` for what is otherwise."""
    return SIGNS.get(change.kind, "~")


def head(change: Change) -> str:
    """What the values are of; of a new name nothing, for it says so itself."""
    last = change.words[-1]
    if change.kind in ("split", "merged"):
        return change.kind
    return "" if change.kind == "renamed" and last in values(change) else last


def what(change: Change) -> str:
    """What happened, in a word: `new`, `moved`, `changed`."""
    return VERBS.get(change.kind, change.kind)


def values(change: Change) -> tuple[str, str]:
    """The value before and after, each said once; what the thing is called anyway isn't repeated."""
    before, after = (side.value if side else "" for side in (change.before, change.after))
    if change.kind in ("added", "removed") and (before or after) == change.words[-1]:
        return "", ""
    return ("", after) if before == after else (before, after)


def remarks(change: Change) -> Iterator[str]:
    """What else there is to say of it: a note, and what to do."""
    if change.note:
        yield change.note
    if change.advice:
        yield change.advice


def coverage(effects: Effects) -> list[tuple[str, str, str]]:
    """What is covered otherwise: `("evidence", "3 of 7", "4 of 7")`."""
    return [
        (COVERAGES[name].label, _share(before), _share(after))
        for name, (before, after) in effects.coverage.items()
        if before != after
    ]


def curve(effects: Effects) -> list[tuple[str, str, str]]:
    """What a customer remembers otherwise: `("peak", "+1.5 Tries it on", "+2 Gets it")`."""
    mean = [("mean", _score(effects.before.mean), _score(effects.after.mean))]
    points = [
        (name, _point(getattr(effects.before, name)), _point(getattr(effects.after, name)))
        for name in ("peak", "low", "ending")
    ]
    return [row for row in (*mean, *points) if row[1] != row[2]]


def title(difference: Difference) -> tuple[str, str]:
    """The path and the title of a journey; both paths where it has another one."""
    old, new = difference.before, difference.after
    paths = list(dict.fromkeys(each.path for each in (old, new) if each))
    journey = new or old
    return " → ".join(paths), journey.title if journey else ""


def figures(curve: Curve) -> dict[str, object]:
    """A curve for programs."""
    return {"mean": curve.mean} | {
        name: found and {"id": found.id, "name": found.name, "score": found.score}
        for name, found in (("peak", curve.peak), ("low", curve.low), ("ending", curve.ending))
    }


def _share(share: Share) -> str:
    return f"{share.have:,} of {share.of:,}" if share.of else "none"


def _score(score: float | None) -> str:
    return "none" if score is None else f"{score:+g}" if score else "0"


def _point(point: Point | None) -> str:
    return f"{_score(point.score)} {point.name}" if point else "none"
