"""The rule `high-without-gain`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.model.entities import Journey
from cjm.rules.experience._shared import emotion_key, felt, told


@rule(Severity.INFO, preset="strict")
def high_without_gain(journey: Journey, *, high: float = 1.0) -> Iterator[Problem]:
    """
    The curve is high, and no gain says why.

    What pleases customers is as easily lost as what hurts them is overlooked: who
    changes a touchpoint without knowing what makes it good may take just that
    away. High is 1 (`high`) or more on the scale from −2 to 2, for any persona.

    Bad:

        phases:
          - name: Collecting
            touchpoints:
              - name: Gets the mended bicycle
                emotion: delighted

    Good:

        phases:
          - name: Collecting
            touchpoints:
              - name: Gets the mended bicycle
                emotion: delighted
                gain: The bell works again, though I never asked
    """
    for touchpoint in journey.touchpoints:
        highest = next(reversed(felt(touchpoint)), None)
        said = touchpoint.gains or "gains" in touchpoint.origin.failed
        if highest is not None and highest.score >= high and not said:
            yield Problem(
                touchpoint,
                emotion_key(touchpoint),
                f"touchpoint {touchpoint.name!r} is at {told(highest, journey)}, and no gain says why",
                "say under `gains:` what pleases here",
            )
