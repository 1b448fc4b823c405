"""The rule `below-target`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.measures import misses_target
from cjm.model.entities import Journey
from cjm.rules.measurement._shared import measurements, remedy


@rule(Severity.INFO)
def below_target(journey: Journey) -> Iterator[Problem]:
    """
    A metric doesn't reach its target.

    Which way is better comes with the metric: a drop-off of 22 % misses a target
    of 15 %, an NPS of 32 misses one of 40. Amounts in different currencies aren't compared.

    Bad:

        phases:
          - name: Paying
            touchpoints:
              - name: Waits in the queue
                metrics:
                  duration: {value: 10 min, target: 4 min}

    Good:

        phases:
          - name: Paying
            touchpoints:
              - name: Waits in the queue
                metrics:
                  duration: {value: 3 min, target: 4 min}
    """
    for thing, metric, measured in measurements(journey):
        if misses_target(journey, metric, measured):
            yield Problem(
                thing,
                "value",
                f"{metric} of {thing.name!r} is {measured.value}, and its target is {measured.target}",
                remedy(thing),
                part=measured,
            )
