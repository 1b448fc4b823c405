"""The rule `weak-ending`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.measures import extremes, scored
from cjm.model.entities import Journey
from cjm.rules.experience._shared import emotion_key, told
from cjm.rules.moves._shared import making


@rule(Severity.INFO)
def weak_ending(journey: Journey) -> Iterator[Problem]:
    """
    The journey doesn't end above neutral.

    The move `end-with-a-smile`: the ending colours the memory of all that came
    before it (Kahneman's peak–end rule). A planned opportunity doesn't silence the
    rule: the ending is weak until it has been scored anew. It looks at journeys of
    three touchpoints or more.

    Bad:

        phases:
          - name: Eating out
            touchpoints:
              - {name: Is shown to the table, emotion: welcome}
              - {name: Tastes the soup, emotion: delighted}
              - {name: Waits for the bill, emotion: impatient}

    Good:

        phases:
          - name: Eating out
            touchpoints:
              - {name: Is shown to the table, emotion: welcome}
              - {name: Waits for the bill, emotion: impatient}
              - {name: Finds a mint on the bill, emotion: amused}
    """
    last = extremes(journey).ending
    emotion = scored(last, journey) if last is not None else None
    if last is None or emotion is None or "touchpoints" in journey.phases[-1].origin.failed:
        return
    if emotion.score <= 0:
        planned = making(last, "end-with-a-smile")
        yield Problem(
            last,
            emotion_key(last),
            f"the journey ends with {last.name!r} at {told(emotion, journey)}, not above neutral",
            f"carry out the opportunity {planned.text!r}, then score the ending anew with `emotion:`"
            if planned
            else "design the last moment on purpose: an opportunity with `move: end-with-a-smile`",
        )
