"""Advice in words, for every format alike.

In: advice and the journey that it is for. Out: messages in English that quote the
author's words.
"""

from collections.abc import Iterator

import msgspec

from cjm.advice import Advice, Answer, Weight
from cjm.advice.case import Thing
from cjm.advice.facts import quote
from cjm.languages import language
from cjm.measures import extremes, figure, scored
from cjm.model.entities import Journey, Phase

_PARTS = {"dropoff": "drop-off"}


def heading(advice: Advice) -> str:
    """The move and where: `Soften the pain at 'Waiting'`."""
    move = language("en").labels[f"move_{advice.move.replace('-', '_')}"]
    return f"{move}{_where(advice.thing)}"


def parts(weight: Weight) -> str:
    """`weight 5.65: depth 1.2, severity 1.6, …`; empty where nothing weighs."""
    told = [
        f"{_PARTS.get(name, name)} {value:g}"
        for name, value in msgspec.structs.asdict(weight).items()
        if value
    ]
    return f"weight {weight.total:g}: {', '.join(told)}" if told else ""


def status(answer: Answer, advice: Advice) -> str:
    """What is under way, and how far: `planned, due 2027-03-01: 'One rule for damage'`."""
    each = answer.opportunity
    due = f", due {each.due.isoformat()}" if each.due and each.status in ("planned", "doing") else ""
    there = "" if answer.point is advice.thing else f", at {quote(answer.point.name)}"
    return f"{each.status}{due}: {quote(each.text)}{there}"


def course(journey: Journey) -> Iterator[str]:
    """How the journey goes: what is remembered of it, and the scale where it is the author's own."""
    found = extremes(journey)
    for name, point in (("lowest point", found.low), ("peak", found.peak), ("ending", found.ending)):
        emotion = scored(point, journey) if point else None
        if point is not None and emotion is not None:
            yield f"{name} {figure(emotion.score, journey)} at {quote(point.name)}"
    if journey.emotion_scale != (-2.0, 2.0):
        low, high = journey.emotion_scale
        yield f"the scale goes from {low:g} to {high:g}; weights count it from -2 to 2"


def nothing(advice: tuple[Advice, ...]) -> str:
    """What to say where there is no new advice."""
    if advice:
        return "every move that the map asks for is on it already"
    return "the map doesn't say enough to advise on, or asks for nothing"


def _where(thing: Thing) -> str:
    if isinstance(thing, Journey):
        return ""
    return f" in {quote(thing.name)}" if isinstance(thing, Phase) else f" at {quote(thing.name)}"
