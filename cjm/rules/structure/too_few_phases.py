"""The rule `too-few-phases`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.model.entities import Journey


@rule(Severity.INFO, preset="recommended")
def too_few_phases(journey: Journey, *, at_least: int = 3) -> Iterator[Problem]:
    """
    The journey has fewer than three phases.

    With one or two, the time before the contact or the time after it has mostly
    been left out, and there is no arc to read. (Milkymap and Cemantica give
    bounds of this kind; how many is an option, `at_least`.)

    Bad:

        phases:
          - name: In the museum
            touchpoints: [Looks at the paintings]

    Good:

        phases:
          - name: Before the visit
            touchpoints: [Books a time]
          - name: In the museum
            touchpoints: [Looks at the paintings]
          - name: Back home
            touchpoints: [Shows the postcard]
    """
    count = len(journey.phases)
    if count < at_least and "phases" not in journey.origin.failed:
        counted = "one phase is" if count == 1 else f"{count} phases are"
        yield Problem(
            journey,
            "title",
            f"{counted} fewer than the {at_least} that make a journey",
            "add what comes before and after under `phases:`, or divide a long one",
        )
