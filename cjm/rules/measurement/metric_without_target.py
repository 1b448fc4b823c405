"""The rule `metric-without-target`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.model.entities import Journey
from cjm.rules.measurement._shared import directions, measurements


@rule(Severity.INFO, preset="strict")
def metric_without_target(journey: Journey) -> Iterator[Problem]:
    """
    A value has no target.

    Whether 32 is good depends on what was aimed at. A target agreed beforehand
    keeps everybody from being content with whatever comes out. Metrics without a
    better side, such as a volume, need none. (TheyDo sets targets for the metrics
    of a journey.)

    Bad:

        phases:
          - name: First week
            touchpoints:
              - name: Sets up the app
                metrics: {nps: 32}

    Good:

        phases:
          - name: First week
            touchpoints:
              - name: Sets up the app
                metrics:
                  nps: {value: 32, target: 40}
    """
    better = directions(journey)
    for thing, metric, measured in measurements(journey):
        if measured.target is None and not measured.wrote("target") and better.get(metric):
            yield Problem(
                thing,
                "metric",
                f"{metric} of {thing.name!r} has no target",
                "say with `target:` what would be good",
                part=measured,
            )
