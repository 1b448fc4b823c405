"""The rule `phase-without-metric`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.model.entities import Journey, Phase, Touchpoint


@rule(Severity.INFO)
def phase_without_metric(journey: Journey) -> Iterator[Problem]:
    """
    Nothing measures a phase: neither a metric of its own nor one of its touchpoints.

    What isn't measured can't be seen to get better, and what stands between two
    measured phases gets the blame or the praise of both. A metric that the phase's
    `engagement` names will do. A phase without touchpoints has another rule. (TheyDo
    ties metrics to phases.)

    Bad:

        phases:
          - name: Delivery
            touchpoints: [Waits for the courier]

    Good:

        phases:
          - name: Delivery
            touchpoints:
              - name: Waits for the courier
                metrics: {duration: 3 days}
    """
    for phase in journey.phases:
        things: list[Phase | Touchpoint] = [phase, *phase.touchpoints]
        measured = any(thing.metrics or thing.wrote("metrics") for thing in things)
        unread = phase.origin.failed & {"engagement", "touchpoints"}
        named = phase.engagement is not None and phase.engagement.metric
        if phase.touchpoints and not measured and not unread and not named:
            yield Problem(
                phase,
                "name",
                f"nothing measures the phase {phase.name!r}",
                "give it or one of its touchpoints a value under `metrics:`, such as csat or duration",
            )
