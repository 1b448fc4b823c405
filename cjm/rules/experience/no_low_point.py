"""The rule `no-low-point`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.measures import figure
from cjm.model.entities import Journey
from cjm.rules.experience._shared import points, unread


@rule(Severity.INFO, preset="strict", yields_to=("flat-emotion",))
def no_low_point(journey: Journey, *, at_least: int = 3) -> Iterator[Problem]:
    """
    The curve never goes below neutral.

    A journey in which nothing disappoints is rare. More often it was drawn by those
    who provide it, or customers were polite; a map that shows nothing to improve
    has nothing to do (Nielsen Norman Group). A curve of fewer than three scores
    (`at_least`) is no curve yet. A `future` journey may well be without a low, and
    where `flat-emotion` speaks this rule is silent.

    Bad:

        phases:
          - name: Orders a sofa
            touchpoints:
              - {name: Sits on it in the showroom, emotion: happy}
              - {name: Waits nine weeks for it, emotion: neutral}
              - {name: Sits on it at home, emotion: delighted}

    Good:

        phases:
          - name: Orders a sofa
            touchpoints:
              - {name: Sits on it in the showroom, emotion: happy}
              - {name: Waits nine weeks for it, emotion: impatient}
              - {name: Sits on it at home, emotion: delighted}
    """
    if journey.state == "future" or any(map(unread, journey.touchpoints)):
        return
    scores = [emotion.score for _, emotion in points(journey)]
    if len(scores) >= max(at_least, 1) and min(scores) >= 0:
        yield Problem(
            journey,
            "title",
            f"the curve never goes below neutral: the lowest of {len(scores)} scores"
            f" is {figure(min(scores), journey)}",
            "ask customers where it went wrong last time, and score that with `emotion:`",
        )
