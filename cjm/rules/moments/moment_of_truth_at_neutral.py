"""The rule `moment-of-truth-at-neutral`."""

from collections.abc import Iterator

from cjm.diagnostics import Related, Severity
from cjm.lint import Problem, rule
from cjm.measures import scored
from cjm.model.entities import Journey


@rule(Severity.INFO, preset="strict")
def moment_of_truth_at_neutral(journey: Journey) -> Iterator[Problem]:
    """
    A moment of truth leaves the customer cold, and doesn't say which way it turns.

    Such a moment makes the journey or breaks it (Carlzon). At neutral it seems to
    do neither: then it is no moment of truth, or the score isn't true, or it could
    go either way, and `impact` says which is meant.

    Bad:

        phases:
          - name: Paying
            touchpoints:
              - name: Opens the quotation
                emotion: neutral
                moment_of_truth: The total decides

    Good:

        phases:
          - name: Paying
            touchpoints:
              - name: Opens the quotation
                emotion: neutral
                moment_of_truth: {why: The total decides, impact: negative}
    """
    for touchpoint in journey.touchpoints:
        moment, emotion = touchpoint.moment_of_truth, scored(touchpoint, journey)
        if moment is None or moment.wrote("impact") or emotion is None or emotion.score != 0:
            continue
        yield Problem(
            touchpoint,
            "moment_of_truth",
            f"the moment of truth {touchpoint.name!r} is neutral, and makes or breaks nothing",
            "say `impact: positive` or `negative`, or look again at its `emotion:`",
            (Related("neutral here", journey.path, emotion.origin.span),),
        )
