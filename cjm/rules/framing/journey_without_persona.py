"""The rule `journey-without-persona`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.model.entities import Journey


@rule(Severity.WARNING)
def journey_without_persona(journey: Journey) -> Iterator[Problem]:
    """
    Nobody travels this journey.

    What is easy for one customer is a wall for another. A map of everybody's
    journey is nobody's, and its curve an average that no customer ever felt.
    (Kerry Bodine and the Nielsen Norman Group both begin a map with its persona.)

    Bad:

        journey: Getting a parking permit
        phases:
          - name: Applying
            touchpoints: [Fills in the form]

    Good:

        journey: Getting a parking permit
        persona: Amira, who moved here last week
        phases:
          - name: Applying
            touchpoints: [Fills in the form]
    """
    if not journey.personas and not journey.wrote("personas"):
        yield Problem(
            journey, "title", f"nobody travels the journey {journey.title!r}", "say who does with `persona:`"
        )
