"""The rule `journey-without-scenario`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.model.entities import Journey


@rule(Severity.WARNING)
def journey_without_scenario(journey: Journey) -> Iterator[Problem]:
    """
    The journey tells no scenario: in which situation the persona sets out.

    The same customer travels differently with a broken heater in January than
    with a spare afternoon. Whoever reads the map has to know which it was. (The
    Nielsen Norman Group: a map is one actor in one scenario.)

    Bad:

        journey: Having the heating repaired
        phases:
          - name: Calling
            touchpoints: [Waits for the helpdesk]

    Good:

        journey: Having the heating repaired
        scenario: It froze last night, and there is a baby in the house.
        phases:
          - name: Calling
            touchpoints: [Waits for the helpdesk]
    """
    if not journey.scenario and not journey.wrote("scenario"):
        yield Problem(
            journey,
            "title",
            f"the journey {journey.title!r} has no scenario",
            "tell with `scenario:` what situation the customer is in",
        )
