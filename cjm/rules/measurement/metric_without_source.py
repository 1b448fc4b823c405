"""The rule `metric-without-source`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.model.entities import Journey
from cjm.rules.measurement._shared import measurements


@rule(Severity.INFO, preset="strict")
def metric_without_source(journey: Journey) -> Iterator[Problem]:
    """
    A value doesn't say where it comes from.

    The first question at every figure on the wall is who counted, and whom. A map
    that can answer is discussed; one that can't is doubted. (Smaply and Nielsen
    Norman Group: let what stands on a map be traced to data.)

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
                  nps: {value: 32, source: survey}
    """
    for thing, metric, measured in measurements(journey):
        if measured.source is None and not measured.wrote("source"):
            yield Problem(
                thing,
                "metric",
                f"{metric} of {thing.name!r} doesn't say where it comes from",
                "name the evidence with `source:`",
                part=measured,
            )
