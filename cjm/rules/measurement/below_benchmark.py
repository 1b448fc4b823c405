"""The rule `below-benchmark`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.measures import worse
from cjm.model.entities import Journey
from cjm.rules.measurement._shared import directions, measurements, remedy


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
        if other is not None and worse(measured.value, other, better.get(metric, "")):
            yield Problem(
                thing,
                "value",
                f"{metric} of {thing.name!r} is {measured.value}, worse than its benchmark of {other}",
                remedy(thing),
                part=measured,
            )
