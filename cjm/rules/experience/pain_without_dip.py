"""The rule `pain-without-dip`."""

from collections.abc import Iterator

from cjm.diagnostics import Related, Severity
from cjm.lint import Problem, rule
from cjm.model.entities import Journey
from cjm.rules.experience._shared import emotion_key, felt, told


@rule(Severity.INFO, preset="strict")
def pain_without_dip(journey: Journey, *, severe: int = 4, high: float = 1.0) -> Iterator[Problem]:
    """
    A severe pain stands where the curve is high.

    One of the two is wrong, or two moments are drawn as one: a pain of severity 4
    (`severe`) or 5 should leave its mark on the curve (Custellence draws the two
    together). High is 1 (`high`) or more on the scale from −2 to 2, for every
    persona who has a score here.

    Bad:

        phases:
          - name: Collecting
            touchpoints:
              - name: Gets the mended bicycle
                emotion: happy
                pain: {text: The bill is twice the estimate, severity: 5}

    Good:

        phases:
          - name: Collecting
            touchpoints:
              - name: Reads the bill
                emotion: indignant
                pain: {text: The bill is twice the estimate, severity: 5}
    """
    for touchpoint in journey.touchpoints:
        lowest = next(iter(felt(touchpoint)), None)
        if lowest is None or lowest.score < high:
            continue
        here = Related("the curve is high here", journey.path, touchpoint.at(emotion_key(touchpoint)))
        for pain in touchpoint.pains:
            if pain.severity is not None and pain.severity >= severe:
                yield Problem(
                    touchpoint,
                    "severity",
                    f"pain {pain.text!r} has severity {pain.severity}, and the curve is at"
                    f" {told(lowest, journey)}",
                    "look again at `severity:` and `emotion:`, or make two touchpoints of it",
                    (here,),
                    part=pain,
                )
