"""The measurements of a journey, for the rules that look at each."""

from collections.abc import Iterator

from cjm.model.entities import Journey, MetricValue, Phase, Touchpoint


def measurements(journey: Journey) -> Iterator[tuple[Phase | Touchpoint, str, MetricValue]]:
    """Every value with its metric's id and the phase or touchpoint that it is of, in order."""
    for phase in journey.phases:
        things: list[Phase | Touchpoint] = [phase, *phase.touchpoints]
        for thing in things:
            for metric, measured in thing.metrics.items():
                yield thing, metric, measured


def directions(journey: Journey) -> dict[str, str]:
    """Which way is better by metric: `higher`, `lower`, or nothing where it isn't said."""
    return {metric.id: metric.better for metric in journey.metrics}
