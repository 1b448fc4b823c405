"""What a whole map rests on, for the rules that look at its sources together."""

from collections.abc import Iterator

from cjm.model.entities import Declarations, Evidence, Gain, Journey, Pain, Phase, Touchpoint


def sources(journey: Journey) -> list[Evidence]:
    """The evidence that a journey declares at its top or names anywhere in it.

    A library's evidence that it doesn't name is not its own.
    """
    named = {*journey.named.get("evidence", ()), *named_evidence(journey), *measuring(journey)}
    return [source for source in journey.evidence if source.origin.path == journey.path or source.id in named]


def named_evidence(holder: Declarations) -> Iterator[str]:
    """The ids that personas and, in a journey, phases, touchpoints, pains and gains name."""
    for persona in holder.personas:
        yield from persona.evidence
    if not isinstance(holder, Journey):
        return
    for phase in holder.phases:
        yield from phase.evidence
        for touchpoint in phase.touchpoints:
            yield from touchpoint.evidence
            felt: list[Pain | Gain] = [*touchpoint.pains, *touchpoint.gains]
            for each in felt:
                yield from each.evidence


def measuring(journey: Journey) -> Iterator[str]:
    """The sources that metrics name."""
    things: list[Phase | Touchpoint] = [*journey.phases, *journey.touchpoints]
    for thing in things:
        for measured in thing.metrics.values():
            if measured.source is not None:
                yield measured.source
