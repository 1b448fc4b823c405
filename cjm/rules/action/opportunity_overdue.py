"""The rule `opportunity-overdue`."""

from collections.abc import Iterator
from datetime import date

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.model.entities import Journey


@rule(Severity.INFO)
def opportunity_overdue(journey: Journey, *, today: date) -> Iterator[Problem]:
    """
    An opportunity is planned or under way, and its day has passed.

    A map that promises what should have been done in spring loses the trust of
    those who promised it. Late is no shame; not saying so is. The day itself is not
    yet late, an idea has no day to miss, and archived journeys are left alone.

    Bad:

        phases:
          - name: Paying
            touchpoints:
              - name: Waits in the queue
                opportunity: {text: Open a second till, status: doing, due: 2020-03-31}

    Good:

        phases:
          - name: Paying
            touchpoints:
              - name: Waits in the queue
                opportunity: {text: Open a second till, status: done, due: 2020-03-31}
    """
    if journey.status == "archived":
        return
    for touchpoint in journey.touchpoints:
        for opportunity in touchpoint.opportunities:
            open_still = opportunity.status in ("planned", "doing")
            if open_still and opportunity.due is not None and opportunity.due < today:
                yield Problem(
                    touchpoint,
                    "due",
                    f"opportunity {opportunity.text!r} was due on {opportunity.due} and is still "
                    f"{opportunity.status}",
                    "give it a new day at `due:`, or say with `status:` that it is done or dropped",
                    part=opportunity,
                )
