"""The rule `journey-without-business-goal`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.model.entities import Journey


@rule(Severity.INFO, preset="strict")
def journey_without_business_goal(journey: Journey) -> Iterator[Problem]:
    """
    Nothing says what the organisation wants out of the journey.

    A map that nobody in the house has a use for is admired and put away. Beside
    the customer's goal stands the question that the map should help to answer.
    (The Nielsen Norman Group: start from a goal of the business.)

    Bad:

        journey: Cancelling a newspaper
        phases:
          - name: Calling
            touchpoints: [Says why]

    Good:

        journey: Cancelling a newspaper
        business_goal: One in five leaves as a friend and comes back within a year
        phases:
          - name: Calling
            touchpoints: [Says why]
    """
    if not journey.wrote("business_goal"):
        yield Problem(
            journey,
            "title",
            f"the journey {journey.title!r} has no business goal",
            "say with `business_goal:` what the organisation wants out of it",
        )
