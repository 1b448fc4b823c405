"""The rule `unguarded-moment-of-truth`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.measures import answered, impact
from cjm.model.entities import Journey


@rule(Severity.WARNING)
def unguarded_moment_of_truth(journey: Journey) -> Iterator[Problem]:
    """
    A negative moment of truth has no opportunity.

    Strengthening the moments of truth is one of the ten moves: what breaks a
    journey is where an improvement counts most. An opportunity that was dropped
    guards nothing.

    Bad:

        phases:
          - name: Paying
            touchpoints:
              - name: The till refuses the repair
                emotion: -2
                moment_of_truth: The damage is not my fault

    Good:

        phases:
          - name: Paying
            touchpoints:
              - name: The till refuses the repair
                emotion: -2
                moment_of_truth: The damage is not my fault
                opportunity: Staff may give a discount on damaged goods
    """
    for touchpoint in journey.touchpoints:
        if impact(touchpoint, journey) < 0 and not answered(touchpoint):
            yield Problem(
                touchpoint,
                "moment_of_truth",
                f"the negative moment of truth {touchpoint.name!r} has no opportunity",
                "say under `opportunities:` what would turn it round",
            )
