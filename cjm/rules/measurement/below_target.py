"""The rule `below-target`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.measures import misses_target
from cjm.model.entities import Journey, Phase, Touchpoint


@rule(Severity.INFO)
def below_target(journey: Journey) -> Iterator[Problem]:
    """
    A metric doesn't reach its target.

    Which way is better comes with the metric: a drop-off of 22 % misses a target
    of 15 %, an NPS of 32 misses one of 40.

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
    things: list[Phase | Touchpoint] = [*journey.phases, *journey.touchpoints]
    for thing in things:
        for name, measured in thing.metrics.items():
            if misses_target(journey, name, measured):
                yield Problem(
                    thing,
                    "value",
                    f"{name} of {thing.name!r} misses its target",
                    "say under `opportunities:` what would bring it there",
                    part=measured,
                )
