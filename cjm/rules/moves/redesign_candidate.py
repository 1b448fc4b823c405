"""The rule `redesign-candidate`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.measures import answered
from cjm.model.entities import Journey
from cjm.rules.experience._shared import points


@rule(Severity.INFO)
def redesign_candidate(
    journey: Journey, *, low_share: float = 0.5, open_share: float = 0.5, at_least: int = 3
) -> Iterator[Problem]:
    """
    Most of the curve is below neutral, and most pains have no opportunity.

    The move `redesign`: a map that is mostly below the line, with little on it that
    anybody means to do, is better drawn anew from the customer's goal than mended
    touchpoint by touchpoint (Lucas). Most is more than half of the scores
    (`low_share`; three of them, `at_least`, make a curve) and more than half of the
    pains (`open_share`). A pain that is accepted isn't open.

    Bad:

        phases:
          - name: Cancelling a subscription
            touchpoints:
              - {name: Looks for the button, emotion: annoyed, pain: It is hidden}
              - {name: Calls instead, emotion: impatient, pain: Half an hour on hold}
              - {name: Is free of it, emotion: relieved}

    Good:

        phases:
          - name: Cancelling a subscription
            touchpoints:
              - name: Looks for the button
                emotion: annoyed
                pain: It is hidden
                opportunity: Show it beside the invoice
              - {name: Calls instead, emotion: impatient, pain: Half an hour on hold}
              - {name: Is free of it, emotion: relieved}
    """
    scores = [emotion.score for _, emotion in points(journey)]
    low = sum(score < 0 for score in scores)
    pains = sum(len(touchpoint.pains) for touchpoint in journey.touchpoints)
    unanswered = sum(
        not pain.wrote("accepted")
        for touchpoint in journey.touchpoints
        if not answered(touchpoint)
        for pain in touchpoint.pains
    )
    if len(scores) < at_least or low <= low_share * len(scores) or unanswered <= open_share * pains:
        return
    yield Problem(
        journey,
        "title",
        f"{low} of {len(scores)} scores are below neutral, and {unanswered} of {pains} pains have"
        " no opportunity",
        "draw the best way to the customer's goal as a journey of its own, with `state: future`",
    )
