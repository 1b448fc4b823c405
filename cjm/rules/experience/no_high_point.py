"""The rule `no-high-point`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.measures import figure
from cjm.model.entities import Journey
from cjm.rules.experience._shared import points, unread


@rule(Severity.INFO, preset="strict", yields_to=("flat-emotion",))
def no_high_point(journey: Journey, *, at_least: int = 3) -> Iterator[Problem]:
    """
    The curve never goes above neutral.

    What is remembered of an experience is its peak and its end (Kahneman's
    peak–end rule). A journey without a peak leaves nothing good to remember; and a
    map without one hides what customers would miss if it were changed. A curve of
    fewer than three scores (`at_least`) is no curve yet, and where `flat-emotion`
    speaks this rule is silent.

    Bad:

        phases:
          - name: Renews a parking permit
            touchpoints:
              - {name: Looks for the form, emotion: annoyed}
              - {name: Fills in the form, emotion: neutral}
              - {name: Pays for the permit, emotion: annoyed}

    Good:

        phases:
          - name: Renews a parking permit
            touchpoints:
              - {name: Looks for the form, emotion: annoyed}
              - {name: Fills in the form, emotion: neutral}
              - {name: Has the permit at once, emotion: relieved}
    """
    if any(map(unread, journey.touchpoints)):
        return
    scores = [emotion.score for _, emotion in points(journey)]
    if len(scores) >= max(at_least, 1) and max(scores) <= 0:
        yield Problem(
            journey,
            "title",
            f"the curve never goes above neutral: the highest of {len(scores)} scores"
            f" is {figure(max(scores), journey)}",
            "ask customers what went well, and score that with `emotion:`; if nothing did, make a peak",
        )
