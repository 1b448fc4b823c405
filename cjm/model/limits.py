"""How large one journey may be: a map beyond this serves nobody, and its drawing costs too much."""

from collections.abc import Sequence

from cjm.diagnostics import Diagnostic, Severity
from cjm.grammar.entity import Entity
from cjm.model.entities import Journey

MAX_PHASES = 2_000
MAX_TOUCHPOINTS = 2_000
MAX_WAYS = 10_000


def exceeded(journey: Journey) -> list[Diagnostic]:
    """An error at the first phase, touchpoint or way on that is one too many."""
    touchpoints = journey.touchpoints
    ways = [way for touchpoint in touchpoints for way in touchpoint.next or ()]
    return [
        *_beyond(journey.phases, MAX_PHASES, "phases"),
        *_beyond(touchpoints, MAX_TOUCHPOINTS, "touchpoints"),
        *_beyond(ways, MAX_WAYS, "ways on (`next`)"),
    ]


def _beyond(things: Sequence[Entity], most: int, what: str) -> list[Diagnostic]:
    if len(things) <= most:
        return []
    origin = things[most].origin
    message = f"more than {most:,} {what} in one journey"
    help = "split it into journeys of their own"
    return [Diagnostic("limit-exceeded", Severity.ERROR, message, origin.path, origin.span, help)]
