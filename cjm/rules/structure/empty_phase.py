"""The rule `empty-phase`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.model.entities import Journey


@rule(Severity.WARNING)
def empty_phase(journey: Journey) -> Iterator[Problem]:
    """
    A phase has no touchpoints.

    Either nothing happens in it, and then it is no phase, or nobody has asked yet
    what happens in it. Waiting is a touchpoint too: customers remember it. (The
    craft's practice: a phase is made of contacts.)

    Bad:

        phases:
          - name: Ordering
            touchpoints: [Pays in the webshop]
          - name: Waiting for the parcel

    Good:

        phases:
          - name: Ordering
            touchpoints: [Pays in the webshop]
          - name: Waiting for the parcel
            touchpoints: [Follows the van on the map]
    """
    for phase in journey.phases:
        if not phase.touchpoints and "touchpoints" not in phase.origin.failed:
            yield Problem(
                phase,
                "name",
                f"phase {phase.name!r} has no touchpoints",
                "add what the customer goes through here under `touchpoints:`, or take the phase out",
            )
