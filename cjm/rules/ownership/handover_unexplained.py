"""The rule `handover-unexplained`."""

from collections.abc import Iterator
from itertools import zip_longest

from cjm.diagnostics import Related, Severity
from cjm.lint import Problem, rule
from cjm.measures import responsible
from cjm.model.entities import Journey, Touchpoint

_EXPLAINING = ("frontstage", "backstage", "content", "gains", "pains")


@rule(Severity.INFO)
def handover_unexplained(journey: Journey) -> Iterator[Problem]:
    """
    The owner changes from one touchpoint to the next, and nothing says how the customer is handed over.

    Between two departments things get lost: the customer tells the story again, or
    waits for a call that each thinks the other makes. Anything said in sight or out
    of sight of the customer on either side explains the handover, and so does what
    is shown there, a pain or a gain. Where `next` leads elsewhere, that is the next
    touchpoint. (Communicatie KC's lesson; Nielsen Norman Group on journeys that
    cross departments.)

    Bad:

        phases:
          - name: Buying
            touchpoints:
              - {name: Signs the contract, owner: Sales}
              - {name: Gets the first invoice, owner: Finance}

    Good:

        phases:
          - name: Buying
            touchpoints:
              - name: Signs the contract
                owner: Sales
                backstage: Sales enters the agreed date of payment
              - {name: Gets the first invoice, owner: Finance}
    """
    names = {department.id: department.name for department in journey.departments}
    owners = {
        touchpoint.id: responsible(phase, touchpoint)
        for phase in journey.phases
        for touchpoint in phase.touchpoints
    }
    for before, after in _neighbours(journey):
        giving, taking = owners[before.id], owners[after.id]
        if giving is None or taking is None or giving == taking or _explained(before) or _explained(after):
            continue
        change = f"from {names.get(giving, giving)!r} to {names.get(taking, taking)!r}"
        yield Problem(
            after,
            "name",
            f"the owner changes {change} after {before.name!r}, and nothing says how the customer "
            "is handed over",
            "say it under `frontstage:` or `backstage:` of one of the two",
            (Related("handed over from here", journey.path, before.at("name")),),
        )


def _neighbours(journey: Journey) -> Iterator[tuple[Touchpoint, Touchpoint]]:
    """Each touchpoint with those that customers go to from it."""
    points = journey.touchpoints
    by_id = {point.id: point for point in points}
    for point, after in zip_longest(points, points[1:]):
        if point.next is None and not point.wrote("next"):
            if after is not None:
                yield point, after
        else:
            for to in dict.fromkeys(branch.to for branch in point.next or ()):
                if to in by_id:
                    yield point, by_id[to]


def _explained(touchpoint: Touchpoint) -> bool:
    return any(getattr(touchpoint, key) or key in touchpoint.origin.failed for key in _EXPLAINING)
