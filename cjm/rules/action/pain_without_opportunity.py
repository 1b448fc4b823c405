"""The rule `pain-without-opportunity`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.measures import answered
from cjm.model.entities import Journey


@rule(Severity.WARNING)
def pain_without_opportunity(journey: Journey) -> Iterator[Problem]:
    """
    A pain has no opportunity and isn't accepted.

    A pain on the map is a question. Any opportunity of the touchpoint that wasn't
    dropped answers it; so does `accepted:`, which says why nothing will be done.

    Bad:

        phases:
          - name: Paying
            touchpoints:
              - name: Waits in the queue
                pain: Ten minutes in line

    Good:

        phases:
          - name: Paying
            touchpoints:
              - name: Waits in the queue
                pain:
                  text: Ten minutes in line
                  accepted: Only on the first day of the sale
    """
    for touchpoint in journey.touchpoints:
        if answered(touchpoint):
            continue
        for pain in touchpoint.pains:
            if not pain.accepted:
                yield Problem(
                    touchpoint,
                    "text",
                    f"pain {pain.text!r} has no opportunity",
                    "add one under `opportunities:`, or say with `accepted:` why it stays",
                    part=pain,
                )
