"""The rule `touchpoint-without-thought`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.model.entities import Journey


@rule(Severity.INFO, preset="strict", yields_to=("touchpoint-list-only",))
def touchpoint_without_thought(journey: Journey) -> Iterator[Problem]:
    """
    A touchpoint doesn't say what the customer thinks.

    What people do, think and feel are three lanes of a map, and the middle one
    explains the other two: the same wait is another one for who thinks "nearly
    there" than for who thinks "they have forgotten me". A `quote` says it too.

    Bad:

        phases:
          - name: Arriving
            touchpoints:
              - name: Waits to be called
                emotion: anxious

    Good:

        phases:
          - name: Arriving
            touchpoints:
              - name: Waits to be called
                emotion: anxious
                thought: Three people who came later have gone in
    """
    for touchpoint in journey.touchpoints:
        said = touchpoint.thoughts or touchpoint.quote
        if not said and touchpoint.origin.failed.isdisjoint(("thoughts", "quote")):
            yield Problem(
                touchpoint,
                "name",
                f"touchpoint {touchpoint.name!r} doesn't say what the customer thinks",
                "say it with `thought:`, or let the customer say it in a `quote:`",
            )
