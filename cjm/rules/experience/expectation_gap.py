"""The rule `expectation-gap`."""

from collections.abc import Iterator

from cjm.diagnostics import Related, Severity
from cjm.lint import Problem, rule
from cjm.measures import figure, scored
from cjm.model.entities import Journey
from cjm.rules.experience._shared import emotion_key, told


@rule(Severity.INFO)
def expectation_gap(journey: Journey, *, gap: float = 2.0) -> Iterator[Problem]:
    """
    The experience falls far short of what was expected.

    People judge what they get by what they came for: the same service pleases who
    expected less and lets down who was promised more (Michels). Either the
    experience can be raised, or the promise that made the expectation lowered. Far
    is two points (`gap`) or more on the scale from −2 to 2, of the main curve, at
    touchpoints whose expectation has a `level`.

    Bad:

        phases:
          - name: Living there
            touchpoints:
              - name: Stands before a locked bin
                emotion: -1.5
                expectation: {text: The pass simply works, level: 1}

    Good:

        phases:
          - name: Living there
            touchpoints:
              - name: Opens the bin at the second try
                emotion: -0.5
                expectation: {text: The pass simply works, level: 1}
    """
    for touchpoint in journey.touchpoints:
        emotion = scored(touchpoint, journey)
        levels = [(found.level, found) for found in touchpoint.expectation if found.level is not None]
        if emotion is None or not levels:
            continue
        level, expected = max(levels, key=lambda pair: pair[0])
        if round(level - emotion.score, 3) >= gap:
            text = f" ({expected.text!r})" if expected.text else ""
            yield Problem(
                touchpoint,
                emotion_key(touchpoint),
                f"touchpoint {touchpoint.name!r} is at {told(emotion, journey)},"
                f" and {figure(level, journey)}{text} was expected",
                "make it better or promise less beforehand, and say under `opportunities:` how",
                (Related("expected here", journey.path, expected.at("level")),),
            )
