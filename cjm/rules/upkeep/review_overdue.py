"""The rule `review-overdue`."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from cjm.diagnostics import Severity
from cjm.grammar.quantities import Quantity
from cjm.lint import Problem, rule
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
    if journey.reviewed is None or journey.status == "archived" or "review_every" in journey.origin.failed:
        return
    due = _later(journey.reviewed, journey.review_every)
    if due is not None and due < today:
        yield Problem(
            journey,
            "reviewed",
            f"the journey was last reviewed on {journey.reviewed}, and again due on {due}",
            "check it against reality and write that day at `reviewed:`, or say with `review_every:` "
            "that it holds longer",
        )


def _later(day: date, every: Quantity) -> date | None:
    """The day after so much time; None where no calendar goes that far."""
    months = every.value * {"months": 1, "years": 12}.get(every.unit, 0)
    try:
        if not months or months % 1:
            return day + timedelta(seconds=every.comparable)
        years, month = divmod(day.month - 1 + int(months), 12)
        last = monthrange(day.year + years, month + 1)[1]
        return date(day.year + years, month + 1, min(day.day, last))
    except (OverflowError, ValueError):
        return None
