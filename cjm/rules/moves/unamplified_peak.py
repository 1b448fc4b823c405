"""The rule `unamplified-peak`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.measures import extremes, scored
from cjm.model.entities import Journey
from cjm.rules.experience._shared import emotion_key, told
from cjm.rules.moves._shared import makes


@rule(Severity.INFO)
def unamplified_peak(journey: Journey) -> Iterator[Problem]:
    """
    Nothing makes the best moment of the journey better still.

    The move `amplify-peak`: people judge an experience by its peak and its end far
    more than by its average (Kahneman's peak–end rule), so that a little more at
    the peak does more than a little more everywhere.

    Bad:

        phases:
          - name: Delivery
            touchpoints:
              - {name: Unpacks the record player, emotion: delighted}

    Good:

        phases:
          - name: Delivery
            touchpoints:
              - name: Unpacks the record player
                emotion: delighted
                opportunity: {text: Lay a record to begin with in the box, move: amplify-peak}
    """
    peak = extremes(journey).peak
    emotion = scored(peak, journey) if peak is not None else None
    if peak is not None and emotion is not None and not makes(peak, "amplify-peak"):
        yield Problem(
            peak,
            emotion_key(peak),
            f"nothing amplifies the peak, {peak.name!r} at {told(emotion, journey)}",
            "make the best moment worth telling: an opportunity with `move: amplify-peak`",
        )
