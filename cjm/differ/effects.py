"""What changes did: gaps that opened and closed, coverage and curve before and after.

In: a difference, and the linter's findings in both versions. A finding is the same in both where its
rule says it of the same thing, whatever that is called now.
"""

from collections import Counter
from collections.abc import Sequence

from cjm.diagnostics import Diagnostic
from cjm.differ.change import Difference, Effects
from cjm.model.entities import Journey
from cjm.stats import Curve, Share, coverage, curve_of

_SAME = Difference(None, None)


def effects(
    difference: Difference, before: Sequence[Diagnostic], after: Sequence[Diagnostic]
) -> Effects | None:
    """What the changes did to the gaps and figures of a journey; None where it is new or gone."""
    old, new = difference.before, difference.after
    if old is None or new is None:
        return None
    known = [_known(each, difference) for each in before], [_known(each, _SAME) for each in after]
    shares = _coverage(old, new)
    opened, closed = _beyond(after, known[1], known[0]), _beyond(before, known[0], known[1])
    # Where two things have swapped their names, the same is said of one as was of the other.
    said = [[(each.rule, each.message) for each in gaps] for gaps in (opened, closed)]
    return Effects(
        _beyond(opened, said[0], said[1]),
        _beyond(closed, said[1], said[0]),
        shares,
        curve_of(old),
        curve_of(new),
    )


def _known(finding: Diagnostic, same: Difference) -> tuple[str, ...]:
    """Its rule, and its subject in the ids of after; the first id is the journey's, which is the same one."""
    _, *ids = finding.subject or ("",)
    if not ids:
        return (finding.rule,)
    thing = same.touchpoints.get(ids[0]) or same.phases.get(ids[0]) or ids[0]
    return (finding.rule, thing, *(same.parts.get((thing, id), id) for id in ids[1:]))


def _beyond(
    findings: Sequence[Diagnostic], known: Sequence[tuple[str, ...]], other: Sequence[tuple[str, ...]]
) -> tuple[Diagnostic, ...]:
    """The findings that the other version hasn't; of several alike the last ones."""
    left = Counter(other)
    result = []
    for finding, key in zip(findings, known, strict=True):
        if left[key]:
            left[key] -= 1
        else:
            result.append(finding)
    return tuple(result)


def _coverage(old: Journey, new: Journey) -> dict[str, tuple[Share, Share]]:
    shares = coverage(old), coverage(new)
    return {name: (share, shares[1][name]) for name, share in shares[0].items()}


def same_curve(before: Curve, after: Curve) -> bool:
    """Whether what a customer remembers of both is the same."""
    return (before.peak, before.low, before.ending, before.mean) == (
        after.peak,
        after.low,
        after.ending,
        after.mean,
    )
