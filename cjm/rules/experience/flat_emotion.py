"""The rule `flat-emotion`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.measures import figure
from cjm.model.entities import Journey
from cjm.rules.experience._shared import points, unread


@rule(Severity.WARNING)
def flat_emotion(journey: Journey, *, span: float = 0.5, at_least: int = 3) -> Iterator[Problem]:
    """
    The whole curve stays within half a point.

    A line without highs and lows says that nothing in this journey matters more
    than anything else, which no customer would say: as a rule nobody was asked, or
    everything was scored as average (Nielsen Norman Group). Half a point (`span`)
    is meant on the scale from −2 to 2, whatever scale the file uses; three scores
    (`at_least`) make a curve.

    Bad:

        phases:
          - name: At the dentist
            touchpoints:
              - {name: Sits in the waiting room, emotion: 0}
              - {name: Hears the drill, emotion: 0}
              - {name: Is finished, emotion: 0.5}

    Good:

        phases:
          - name: At the dentist
            touchpoints:
              - {name: Sits in the waiting room, emotion: 0}
              - {name: Hears the drill, emotion: afraid}
              - {name: Is finished, emotion: relieved}
    """
    scores = [emotion.score for _, emotion in points(journey)]
    if not scores or len(scores) < at_least or any(map(unread, journey.touchpoints)):
        return
    low, high = min(scores), max(scores)
    if round(high - low, 4) <= span:
        shown, highest = figure(low, journey), figure(high, journey)
        where = f"are {shown}" if shown == highest else f"lie between {shown} and {highest}"
        yield Problem(
            journey,
            "title",
            f"all {len(scores)} scores {where}",
            "ask customers what was best and what was worst, and give those their own `emotion:`",
        )
