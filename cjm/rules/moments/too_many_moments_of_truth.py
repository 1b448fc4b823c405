"""The rule `too-many-moments-of-truth`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.model.entities import Journey


@rule(Severity.INFO)
def too_many_moments_of_truth(journey: Journey, *, share: float = 1 / 3) -> Iterator[Problem]:
    """
    More than a third (`share`) of the touchpoints are moments of truth.

    The mark is there to tell the few moments that decide from the many that don't
    (Carlzon). Where everything decides, nothing stands out. A single one is never
    too many, however short the journey.

    Bad:

        phases:
          - name: Eating out
            touchpoints:
              - {name: Is shown to the table, moment_of_truth: true}
              - {name: Tastes the soup, moment_of_truth: true}
              - Asks for the bill

    Good:

        phases:
          - name: Eating out
            touchpoints:
              - {name: Is shown to the table, moment_of_truth: true}
              - Tastes the soup
              - Asks for the bill
    """
    touchpoints = journey.touchpoints
    moments = sum(touchpoint.moment_of_truth is not None for touchpoint in touchpoints)
    if moments > 1 and round(moments / len(touchpoints) - share, 4) > 0:
        yield Problem(
            journey,
            "title",
            f"{moments} of {len(touchpoints)} touchpoints are moments of truth",
            "keep `moment_of_truth:` for the few that make or break the journey",
        )
