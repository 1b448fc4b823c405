"""The rule `important-but-unsatisfying`."""

from collections.abc import Iterator

from cjm.diagnostics import Related, Severity
from cjm.lint import Problem, rule
from cjm.measures import answered
from cjm.model.entities import Journey
from cjm.rules.experience._shared import emotion_key, felt, told


@rule(Severity.WARNING)
def important_but_unsatisfying(
    journey: Journey, *, important: int = 4, low: float = -1.0
) -> Iterator[Problem]:
    """
    A touchpoint that matters to the customer disappoints, and has no opportunity.

    Laid out by importance and satisfaction, this is the corner to begin in: where
    customers care most and get least (Milkymap). Important is 4 (`important`) or 5
    to the customer, what matters to the organisation doesn't count; disappointing
    is −1 (`low`) or less on the scale from −2 to 2, for any persona. An opportunity
    that was dropped is none.

    Bad:

        phases:
          - name: Arriving
            touchpoints:
              - name: Waits to be called
                emotion: -1.6
                importance: {customer: 5}

    Good:

        phases:
          - name: Arriving
            touchpoints:
              - name: Waits to be called
                emotion: -1.6
                importance: {customer: 5}
                opportunity: Show the delay and its reason on the screen
    """
    for touchpoint in journey.touchpoints:
        lowest = next(iter(felt(touchpoint)), None)
        weight = touchpoint.importance.customer if touchpoint.importance else None
        if lowest is None or lowest.score > low or weight is None or weight < important:
            continue
        if not answered(touchpoint):
            yield Problem(
                touchpoint,
                "importance",
                f"touchpoint {touchpoint.name!r} has importance {weight} to the customer, is at"
                f" {told(lowest, journey)} and has no opportunity",
                "say under `opportunities:` what would make it better",
                (Related("the curve is low here", journey.path, touchpoint.at(emotion_key(touchpoint))),),
            )
