"""The rule `review-overdue`."""

from collections.abc import Iterator
from datetime import date

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.measures import review_due
from cjm.model.entities import Journey


@rule(Severity.WARNING)
def review_overdue(journey: Journey, *, today: date) -> Iterator[Problem]:
    """
    The day on which the map should have been checked again has passed.

    A map is true on the day it is checked and less so on each day after. How long
    it holds is said with `review_every`, six months where it isn't; months and years
    are those of the calendar, and the day itself is not yet late. Archived journeys
    are left alone. (Custory plans the reviews of a map beside the map.)

    Bad:

        reviewed: 2020-01-15
        phases:
          - name: At the desk
            touchpoints: [Collects the passport]

    Good:

        reviewed: 2026-10-15
        phases:
          - name: At the desk
            touchpoints: [Collects the passport]
    """
    if journey.status == "archived" or "review_every" in journey.origin.failed:
        return
    due = review_due(journey)
    if due is not None and due < today:
        yield Problem(
            journey,
            "reviewed",
            f"the journey was last reviewed on {journey.reviewed}, and again due on {due}",
            "check it against reality and write that day at `reviewed:`, or say with `review_every:` "
            "that it holds longer",
        )
