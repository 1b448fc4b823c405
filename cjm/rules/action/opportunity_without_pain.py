"""The rule `opportunity-without-pain`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.measures import misses_target
from cjm.model.entities import Journey, Touchpoint

_UNASKED = ("amplify-peak", "start-strong", "end-with-a-smile", "personalise")


@rule(Severity.INFO, preset="strict")
def opportunity_without_pain(journey: Journey) -> Iterator[Problem]:
    """
    An opportunity stands where nothing asks for it.

    Ideas that don't answer anything on the map often come from what the
    organisation would like to build. Nothing asks for it where the touchpoint has no
    pain and no need, isn't below zero or below what is expected, is no moment of
    truth and misses no target. The moves that make good moments better
    (`amplify-peak`, `start-strong`, `end-with-a-smile`, `personalise`) need no pain,
    and what was dropped is left alone.

    Bad:

        phases:
          - name: At the desk
            touchpoints:
              - name: Collects the passport
                emotion: 1
                opportunity: Show the queue in the app

    Good:

        phases:
          - name: At the desk
            touchpoints:
              - name: Collects the passport
                emotion: 1
                pain: Nobody knows how long the queue is
                opportunity: Show the queue in the app
    """
    for touchpoint in journey.touchpoints:
        if not touchpoint.opportunities or _asks(touchpoint, journey):
            continue
        for opportunity in touchpoint.opportunities:
            if opportunity.status != "dropped" and opportunity.move not in _UNASKED:
                yield Problem(
                    touchpoint,
                    "text",
                    f"nothing at {touchpoint.name!r} asks for the opportunity {opportunity.text!r}",
                    "say with `pain:` or `need:` what it answers, or drop it",
                    part=opportunity,
                )


def _asks(touchpoint: Touchpoint, journey: Journey) -> bool:
    """Whether anything is left to wish for; what couldn't be read may have said so."""
    said = {"pains", "need", "emotion", "emotions", "expectation", "moment_of_truth", "metrics"}
    if touchpoint.pains or touchpoint.need or touchpoint.moment_of_truth or touchpoint.origin.failed & said:
        return True
    points = (touchpoint.emotion, *touchpoint.emotions.values())
    scores = [point.score for point in points if point is not None]
    level = max((found.level for found in touchpoint.expectation if found.level is not None), default=0.0)
    if any(score < max(0, level) for score in scores):
        return True
    return any(misses_target(journey, name, measured) for name, measured in touchpoint.metrics.items())
