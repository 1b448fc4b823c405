"""The rule `unsoftened-low`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.measures import extremes, scored
from cjm.model.entities import Journey
from cjm.rules.experience._shared import emotion_key, told
from cjm.rules.moves._shared import makes


@rule(Severity.INFO)
def unsoftened_low(journey: Journey) -> Iterator[Problem]:
    """
    Nothing softens the lowest point of the journey.

    The move `soften-pain`: the lowest point is one of the few moments that are
    remembered (Kahneman), and where it can't be taken away at once it can be
    explained, announced or kept company. The rule is silent where every pain of the
    lowest point is `accepted`.

    Bad:

        phases:
          - name: Delivery
            touchpoints:
              - name: Stays in all day for the courier
                emotion: -1.8
                opportunity: {text: Offer two-hour slots, move: redesign}

    Good:

        phases:
          - name: Delivery
            touchpoints:
              - name: Stays in all day for the courier
                emotion: -1.8
                opportunity: {text: A message two stops ahead, move: soften-pain}
    """
    low = extremes(journey).low
    emotion = scored(low, journey) if low is not None else None
    if low is None or emotion is None or makes(low, "soften-pain"):
        return
    if low.pains and all(pain.wrote("accepted") for pain in low.pains):
        return
    yield Problem(
        low,
        emotion_key(low),
        f"nothing softens the lowest point, {low.name!r} at {told(emotion, journey)}",
        "explain it, announce it or set something kind beside it: an opportunity with `move: soften-pain`",
    )
