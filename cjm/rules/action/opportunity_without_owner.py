"""The rule `opportunity-without-owner`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.model.entities import Journey


@rule(Severity.INFO)
def opportunity_without_owner(journey: Journey) -> Iterator[Problem]:
    """
    An opportunity is planned or under way, and nobody has taken it up.

    An idea may still be nobody's. Once it is planned, somebody has to do it; the
    owner of the touchpoint is not by itself the one who will.

    Bad:

        phases:
          - name: Paying
            touchpoints:
              - name: Waits in the queue
                opportunity:
                  text: Self-checkout for damaged goods
                  status: planned

    Good:

        phases:
          - name: Paying
            touchpoints:
              - name: Waits in the queue
                opportunity:
                  text: Self-checkout for damaged goods
                  status: planned
                  owner: Store
    """
    for touchpoint in journey.touchpoints:
        for opportunity in touchpoint.opportunities:
            taken_up = opportunity.status in ("planned", "doing")
            if taken_up and opportunity.owner is None and not opportunity.wrote("owner"):
                yield Problem(
                    touchpoint,
                    "status",
                    f"opportunity {opportunity.text!r} is {opportunity.status}, and nobody has taken it up",
                    "name a department with `owner:`",
                    part=opportunity,
                )
