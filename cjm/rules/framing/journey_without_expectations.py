"""The rule `journey-without-expectations`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.model.entities import Journey


@rule(Severity.INFO, preset="strict")
def journey_without_expectations(journey: Journey) -> Iterator[Problem]:
    """
    Nothing says what the customer expects, neither beforehand nor at any touchpoint.

    Ten minutes in a queue disappoint whoever expected none and please whoever
    expected an hour. What was promised, seen elsewhere or told by a friend decides
    what an experience is worth. (Michels; the Nielsen Norman Group names
    expectations beside the scenario.)

    Bad:

        journey: A morning at the town hall
        phases:
          - name: Waiting
            touchpoints: [Draws a number]

    Good:

        journey: A morning at the town hall
        expectations:
          - {text: It takes all morning, from: experience}
        phases:
          - name: Waiting
            touchpoints: [Draws a number]
    """
    said = journey.wrote("expectations") or any(point.wrote("expectation") for point in journey.touchpoints)
    if not said:
        yield Problem(
            journey,
            "title",
            f"nothing says what the customer expects of the journey {journey.title!r}",
            "say under `expectations:` what, and where that comes from",
        )
