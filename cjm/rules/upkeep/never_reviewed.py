"""The rule `never-reviewed`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.model.entities import Journey


@rule(Severity.INFO)
def never_reviewed(journey: Journey) -> Iterator[Problem]:
    """
    A journey is approved, and doesn't say when it was last checked against reality.

    Approved is what others build on. Without a date nobody can tell whether they
    build on this year's customers, and nothing reminds anybody to look again.
    (Custory: a map without reviews grows old unnoticed.)

    Bad:

        status: approved
        phases:
          - name: At the desk
            touchpoints: [Collects the passport]

    Good:

        status: approved
        reviewed: 2026-10-15
        phases:
          - name: At the desk
            touchpoints: [Collects the passport]
    """
    if journey.status == "approved" and journey.reviewed is None and not journey.wrote("reviewed"):
        yield Problem(
            journey,
            "status",
            f"journey {journey.title!r} is approved, and nothing says when it was last reviewed",
            "write the day it was last checked against reality at `reviewed:`",
        )
