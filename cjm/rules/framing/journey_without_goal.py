"""The rule `journey-without-goal`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.model.entities import Journey


@rule(Severity.WARNING)
def journey_without_goal(journey: Journey) -> Iterator[Problem]:
    """
    Neither the journey nor any of its phases says what the customer wants.

    A step is good or bad only against what the customer is after; without that,
    every opinion about it holds. (The Nielsen Norman Group counts the goal among
    the parts that no map can miss.)

    Bad:

        journey: Renewing a passport
        phases:
          - name: Applying
            touchpoints: [Has a photograph taken]

    Good:

        journey: Renewing a passport
        goal: A valid passport before the flight on the third
        phases:
          - name: Applying
            touchpoints: [Has a photograph taken]
    """
    if not any(thing.wrote("goal") for thing in (journey, *journey.phases)):
        yield Problem(
            journey,
            "title",
            f"the journey {journey.title!r} has no goal",
            "say with `goal:` what the customer wants out of it",
        )
