"""The rule `moment-of-truth-without-metric`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.model.entities import Journey


@rule(Severity.INFO, preset="strict")
def moment_of_truth_without_metric(journey: Journey) -> Iterator[Problem]:
    """
    Nothing measures a moment of truth.

    Where the journey turns, a figure tells whether it turned better than last
    time. Without one, an improvement can't be seen.

    Bad:

        phases:
          - name: Paying
            touchpoints:
              - name: Pays at the till
                moment_of_truth: The queue decides whether I come back

    Good:

        phases:
          - name: Paying
            touchpoints:
              - name: Pays at the till
                moment_of_truth: The queue decides whether I come back
                metrics:
                  duration: 4 min
    """
    for touchpoint in journey.touchpoints:
        measured = touchpoint.metrics or touchpoint.wrote("metrics")
        if touchpoint.moment_of_truth is not None and not measured:
            yield Problem(
                touchpoint,
                "moment_of_truth",
                f"nothing measures the moment of truth {touchpoint.name!r}",
                "give it one of `metrics:`, such as csat, duration or conversion",
            )
