"""The rule `patchy-emotion`."""

from collections.abc import Iterator

from cjm.diagnostics import Related, Severity
from cjm.lint import Problem, rule
from cjm.model.entities import Journey
from cjm.rules.experience._shared import felt, unread


@rule(Severity.INFO)
def patchy_emotion(journey: Journey, *, share: float = 2 / 3) -> Iterator[Problem]:
    """
    Fewer than two thirds (`share`) of the touchpoints have an emotion.

    Nothing is drawn between points that are far apart, since nobody knows what
    happens there: the curve falls into pieces, and its peak and its lowest point
    may well lie in a hole. A neutral touchpoint is worth saying too.

    Bad:

        phases:
          - name: At the counter
            touchpoints:
              - Draws a number
              - Waits on a plastic chair
              - {name: Shows the passport, emotion: relieved}

    Good:

        phases:
          - name: At the counter
            touchpoints:
              - Draws a number
              - {name: Waits on a plastic chair, emotion: impatient}
              - {name: Shows the passport, emotion: relieved}
    """
    touchpoints = journey.touchpoints
    silent = [touchpoint for touchpoint in touchpoints if not felt(touchpoint) and not unread(touchpoint)]
    scored = len(touchpoints) - len(silent)
    if scored and round(scored / len(touchpoints) - share, 4) < 0:
        yield Problem(
            journey,
            "title",
            f"only {scored} of {len(touchpoints)} touchpoints {'have' if scored > 1 else 'has'} an emotion",
            "say with `emotion:` how the customer feels at the others, `neutral` included",
            tuple(Related("no emotion here", journey.path, found.at("name")) for found in silent[:3]),
        )
