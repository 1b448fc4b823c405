"""The rule `personas-sharing-one-curve`."""

from collections.abc import Iterator

from cjm.diagnostics import Related, Severity
from cjm.lint import Problem, rule
from cjm.model.entities import Journey


@rule(Severity.WARNING)
def personas_sharing_one_curve(journey: Journey) -> Iterator[Problem]:
    """
    Several personas travel, and there is one curve for all of them.

    Two people who feel the same at every point are one persona; if they don't,
    the one line hides where they part. A curve has one point of view. (The
    Nielsen Norman Group.) Once any touchpoint tells them apart with `emotions`,
    an `emotion` elsewhere says that they agree there, and this rule is silent.

    Bad:

        personas: [A first-time visitor, A season-ticket holder]
        phases:
          - name: Arriving
            touchpoints:
              - name: Looks for the entrance
                emotion: -1

    Good:

        personas:
          - {id: first, name: A first-time visitor}
          - {id: season, name: A season-ticket holder}
        phases:
          - name: Arriving
            touchpoints:
              - name: Looks for the entrance
                emotions: {first: -1, season: 1}
    """
    points = [touchpoint for touchpoint in journey.touchpoints if touchpoint.wrote("emotion")]
    split = any(touchpoint.wrote("emotions") for touchpoint in journey.touchpoints)
    if len(journey.personas) > 1 and points and not split:
        first = points[0]
        yield Problem(
            journey,
            "personas",
            f"{len(journey.personas)} personas share one curve",
            "give each its own points under `emotions:`, or a map of its own",
            (Related("the first point that they share", first.origin.path, first.at("emotion")),),
        )
