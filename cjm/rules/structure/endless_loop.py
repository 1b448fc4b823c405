"""The rule `endless-loop`."""

from collections.abc import Iterator

from cjm.diagnostics import Related, Severity
from cjm.lint import Problem, rule
from cjm.model.entities import Journey
from cjm.rules.structure._shared import OUT, Ways, flood, turned, ways


@rule(Severity.WARNING)
def endless_loop(journey: Journey) -> Iterator[Problem]:
    """
    Customers go round and round: no way leads out.

    A loop back is real life: people try again. One without a way out says that
    nobody ever gets through or gives up, and the givers-up are the ones to know
    about. It is said once, at the `next` that closes the loop. (The Government
    Digital Service: somebody walks every way of a service to its end.)

    Bad:

        phases:
          - name: Logging in
            touchpoints:
              - {id: code, name: Types the code}
              - {id: refused, name: The code has expired, next: code}

    Good:

        phases:
          - name: Logging in
            touchpoints:
              - {id: code, name: Types the code}
              - {id: refused, name: The code has expired, next: [code, end]}
    """
    points, onward = journey.touchpoints, ways(journey) or []
    for ring in _rings(onward):
        closing = max(position for position in ring if min(onward[position]) <= position)
        point = points[closing]
        first = points[max(target for target in onward[closing] if target <= closing)]
        message = f"from {point.name!r} customers go back to {first.name!r}, and no way leads out"
        yield Problem(
            point,
            "next",
            message if len(ring) > 1 else f"touchpoint {point.name!r} leads to itself, and to nothing else",
            "add the way out to a `next:` on the loop: another touchpoint, or `end`",
            (Related("the loop begins here", first.origin.path, first.at("name")),),
        )


def _rings(ways: Ways) -> Iterator[set[int]]:
    """The touchpoints of each loop that is never left (Kosaraju's components, turned round)."""
    back = turned(ways)
    free: set[int] = set()
    flood((start for start, targets in enumerate(ways) if not targets or OUT in targets), back, free)
    order = [position for start in range(len(ways)) for position in _finished(start, back, free)]
    seen: set[int] = set()
    for start in reversed(order):  # from the last one, a flood fills one component and no more
        ring = set(flood([start], ways, seen))
        if ring and all(ring.issuperset(ways[position]) for position in ring):
            yield ring


def _finished(start: int, ways: Ways, seen: set[int]) -> list[int]:
    """What can be reached from here and wasn't seen yet, each after all that it leads to."""
    if start in seen:
        return []
    seen.add(start)
    done: list[int] = []
    trail = [(start, iter(ways[start]))]
    while trail:
        position, rest = trail[-1]
        onward = next((target for target in rest if target not in seen), None)
        if onward is None:
            done.append(position)
            trail.pop()
        else:
            seen.add(onward)
            trail.append((onward, iter(ways[onward])))
    return done
