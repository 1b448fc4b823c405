"""The rule `metric-without-date`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.model.entities import Journey
from cjm.rules.measurement._shared import measurements


@rule(Severity.INFO, preset="strict")
def metric_without_date(journey: Journey) -> Iterator[Problem]:
    """
    A value doesn't say when it was measured.

    A score from before the new website tells about the old one. Without a date
    nobody can see whether it went up or down since, nor when to measure again. The
    date of its source will do. (Marketingfacts' special on the customer journey, 2016:
    measure at several moments.)

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
                  nps: {value: 32, date: 2026-09-01}
    """
    dated = {source.id for source in journey.evidence if source.date or "date" in source.origin.failed}
    for thing, metric, measured in measurements(journey):
        if measured.date is None and not measured.wrote("date") and measured.source not in dated:
            yield Problem(
                thing,
                "metric",
                f"{metric} of {thing.name!r} doesn't say when it was measured",
                "write the day with `date:`, here or at its source",
                part=measured,
            )
