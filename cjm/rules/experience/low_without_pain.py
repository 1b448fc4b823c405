"""The rule `low-without-pain`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.model.entities import Journey
from cjm.rules.experience._shared import emotion_key, felt, told


@rule(Severity.WARNING)
def low_without_pain(journey: Journey, *, low: float = -1.0) -> Iterator[Problem]:
    """
    The curve is low, and no pain says why.

    A dip shows that something hurts; only the pain tells what, and only what is
    named can be taken away (Custellence draws the two together). Low is −1 (`low`)
    or less on the scale from −2 to 2, for any persona.

    Bad:

        phases:
          - name: Paying
            touchpoints:
              - name: Waits in the queue
                emotion: annoyed

    Good:

        phases:
          - name: Paying
            touchpoints:
              - name: Waits in the queue
                emotion: annoyed
                pain: Ten minutes in line with a crying child
    """
    for touchpoint in journey.touchpoints:
        lowest = next(iter(felt(touchpoint)), None)
        said = touchpoint.pains or "pains" in touchpoint.origin.failed
        if lowest is not None and lowest.score <= low and not said:
            yield Problem(
                touchpoint,
                emotion_key(touchpoint),
                f"touchpoint {touchpoint.name!r} is at {told(lowest, journey)}, and no pain says why",
                "say under `pains:` what hurts here",
            )
