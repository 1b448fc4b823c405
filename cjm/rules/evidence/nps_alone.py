"""The rule `nps-alone`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.model.entities import Journey, Phase, Touchpoint


@rule(Severity.INFO, preset="strict")
def nps_alone(journey: Journey) -> Iterator[Problem]:
    """
    The net promoter score is the only metric of the whole map.

    It asks whether people say that they would recommend, once, of those who answer.
    It doesn't tell what they do, where they leave, or why. It needs a figure of
    behaviour beside it. (The score is Fred Reichheld's, 2003; its limits are
    told in Marketingfacts' special on the customer journey, 2016.)

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
                metrics: {nps: 32, dropoff: 18%}
    """
    things: list[Phase | Touchpoint] = [*journey.phases, *journey.touchpoints]
    measured = [thing for thing in things if thing.metrics]
    unread = any(thing.wrote("metrics") and not thing.metrics for thing in things)
    if measured and not unread and {name for thing in measured for name in thing.metrics} == {"nps"}:
        yield Problem(
            measured[0],
            "metric",
            "nps is the only metric of the whole map",
            "add under `metrics:` what customers do, such as `conversion:`, `dropoff:` or `duration:`",
            part=measured[0].metrics["nps"],
        )
