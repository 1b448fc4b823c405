"""The rule `journey-without-emotion`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.model.entities import Journey
from cjm.rules.experience._shared import felt, unread


@rule(Severity.WARNING)
def journey_without_emotion(journey: Journey) -> Iterator[Problem]:
    """
    No touchpoint says how the customer feels, so that there is no curve at all.

    Without feelings a map is a flow chart: it shows what happens and not what it
    is like. The curve is what makes people look, and what every other question
    about the experience starts from (Nielsen Norman Group). A first guess is a
    beginning; `evidence` says what it rests on.

    Bad:

        phases:
          - name: At the counter
            touchpoints:
              - Draws a number
              - Shows the passport

    Good:

        phases:
          - name: At the counter
            touchpoints:
              - Draws a number
              - name: Shows the passport
                emotion: relieved
    """
    touchpoints = journey.touchpoints
    if touchpoints and not any(felt(touchpoint) or unread(touchpoint) for touchpoint in touchpoints):
        none = f"none of the {len(touchpoints)} touchpoints has" if touchpoints[1:] else "no touchpoint has"
        yield Problem(
            journey,
            "title",
            f"{none} an emotion",
            "say with `emotion:` how the customer feels at each of them",
        )
