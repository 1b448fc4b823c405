"""The rule `no-moment-of-truth`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.model.entities import Journey


@rule(Severity.WARNING)
def no_moment_of_truth(journey: Journey) -> Iterator[Problem]:
    """
    No touchpoint is marked as a moment of truth.

    In a few moments customers decide what they think of the whole organisation
    (Carlzon); a map that doesn't say which ones gives every touchpoint the same
    weight, and nobody knows where to begin (Kalbach).

    Bad:

        phases:
          - name: Delivery
            touchpoints:
              - name: Opens the box
                emotion: heartbroken

    Good:

        phases:
          - name: Delivery
            touchpoints:
              - name: Opens the box
                emotion: heartbroken
                moment_of_truth: Weeks of looking forward end in one look
    """
    touchpoints = journey.touchpoints
    marked = any(
        touchpoint.moment_of_truth is not None or "moment_of_truth" in touchpoint.origin.failed
        for touchpoint in touchpoints
    )
    if touchpoints and not marked:
        none = f"none of the {len(touchpoints)} touchpoints is" if touchpoints[1:] else "no touchpoint is"
        yield Problem(
            journey,
            "title",
            f"{none} a moment of truth",
            "say with `moment_of_truth:` where the journey is made or broken, and why there",
        )
