"""The rule `below-benchmark`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.grammar.quantities import Quantity
from cjm.lint import Problem, rule
from cjm.model.entities import Journey
from cjm.rules.measurement._shared import directions, measurements


@rule(Severity.INFO)
def below_benchmark(journey: Journey) -> Iterator[Problem]:
    """
    A metric is worse than its benchmark.

    Customers compare with others, whether the organisation does or not. Which way
    is better comes with the metric; amounts in different currencies aren't compared.
    (Why to benchmark an experience: Marketingfacts' special on the customer journey,
    2016.)

    Bad:

        phases:
          - name: Paying
            touchpoints:
              - name: Waits in the queue
                metrics:
                  duration: {value: 10 min, benchmark: 6 min}

    Good:

        phases:
          - name: Paying
            touchpoints:
              - name: Waits in the queue
                metrics:
                  duration: {value: 4 min, benchmark: 6 min}
    """
    better = directions(journey)
    for thing, metric, measured in measurements(journey):
        other = measured.benchmark
        if other is not None and _worse(measured.value, other, better.get(metric, "")):
            yield Problem(
                thing,
                "value",
                f"{metric} of {thing.name!r} is {measured.value}, worse than its benchmark of {other}",
                "say under `opportunities:` what would bring it there",
                part=measured,
            )


def _worse(value: Quantity, other: Quantity, better: str) -> bool:
    if value.form != other.form or (value.form == "amount" and value.unit != other.unit):
        return False
    gap = value.comparable - other.comparable
    return gap < 0 if better == "higher" else gap > 0 and better == "lower"
