"""The rule `weak-start`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.measures import scored
from cjm.model.entities import Journey
from cjm.rules.experience._shared import emotion_key, told
from cjm.rules.moves._shared import making


@rule(Severity.INFO)
def weak_start(journey: Journey) -> Iterator[Problem]:
    """
    The journey doesn't begin above neutral.

    The move `start-strong`: first impressions colour what follows, and whoever has
    just come is attentive and a little unsure (the peak–end rule has its
    counterpart in the primacy effect). A planned opportunity doesn't silence the
    rule: the start is weak until it has been scored anew. It looks at journeys of
    three touchpoints or more.

    Bad:

        phases:
          - name: Joining a library
            touchpoints:
              - {name: Fills in a form, emotion: bored}
              - {name: Gets the card, emotion: neutral}
              - {name: Takes five books home, emotion: happy}

    Good:

        phases:
          - name: Joining a library
            touchpoints:
              - {name: Is shown round, emotion: welcome}
              - {name: Gets the card, emotion: neutral}
              - {name: Takes five books home, emotion: happy}
    """
    touchpoints = journey.touchpoints
    if len(touchpoints) < 3 or "touchpoints" in journey.phases[0].origin.failed:
        return
    first = touchpoints[0]
    emotion = scored(first, journey)
    if emotion is not None and emotion.score <= 0:
        planned = making(first, "start-strong")
        yield Problem(
            first,
            emotion_key(first),
            f"the journey starts with {first.name!r} at {told(emotion, journey)}, not above neutral",
            f"carry out the opportunity {planned.text!r}, then score the start anew with `emotion:`"
            if planned
            else "make the first contact one to be glad of: an opportunity with `move: start-strong`",
        )
