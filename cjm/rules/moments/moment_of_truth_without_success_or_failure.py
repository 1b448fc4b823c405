"""The rule `moment-of-truth-without-success-or-failure`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.model.entities import Journey


@rule(Severity.INFO, preset="strict")
def moment_of_truth_without_success_or_failure(journey: Journey) -> Iterator[Problem]:
    """
    A moment of truth says neither what success looks like nor what failure does.

    A moment that makes or breaks the journey can go two ways (Carlzon). Who has
    described at least one of them can recognise it, agree on it and measure it.

    Bad:

        phases:
          - name: Arriving
            touchpoints:
              - name: Waits to be called
                moment_of_truth: Fear has nothing to do here but grow

    Good:

        phases:
          - name: Arriving
            touchpoints:
              - name: Waits to be called
                moment_of_truth:
                  why: Fear has nothing to do here but grow
                  success: The patient dares to fetch coffee
                  failure: She arrives at the doctor with a racing heart
    """
    for touchpoint in journey.touchpoints:
        moment = touchpoint.moment_of_truth
        if moment is None or moment.wrote("success") or moment.wrote("failure"):
            continue
        yield Problem(
            touchpoint,
            "moment_of_truth",
            f"the moment of truth {touchpoint.name!r} says neither what success looks like nor failure",
            "describe them with `success:` and `failure:` under `moment_of_truth:`",
        )
