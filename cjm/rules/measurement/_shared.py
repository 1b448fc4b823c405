"""The measurements of a journey, for the rules that look at each, and what to do about them."""

from collections.abc import Iterator

from cjm.grammar.binder import shorten
from cjm.measures import open_opportunities
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


def remedy(thing: Phase | Touchpoint) -> str:
    """Advice where a value isn't what it should be: the opportunity that is there, or to find one."""
    if isinstance(thing, Phase):
        return "say under `opportunities:` of one of its touchpoints what would bring it there"
    begun = next(iter(open_opportunities(thing)), None)
    if begun is None:
        return "say under `opportunities:` what would bring it there"
    return f"see whether the opportunity {shorten(begun.text)!r} will bring it there, or add another"
