"""Advice for programs: plain values that JSON can hold.

In: a journey, its advice, what is missing, and what says where a thing stands. Out: the
object of one journey. Scores are on -2…2 whatever the author's scale.
"""

from collections.abc import Callable, Iterable

import msgspec

from cjm.advice import Advice, Unknown
from cjm.advice.case import Thing
from cjm.model.entities import Journey
from cjm.model.identity import about

Locate = Callable[[Thing, str], dict[str, object]]


def document(
    journey: Journey, advice: Iterable[Advice], unknowns: Iterable[Unknown], locate: Locate
) -> dict[str, object]:
    """`{id, journey, path, …, advice: […], under_way: […], missing: […]}`, each in its order."""
    asked: list[dict[str, object]] = []
    under_way: list[dict[str, object]] = []
    for each in advice:
        (under_way if each.answers else asked).append(_advice(each, locate))
    return {
        "id": journey.id,
        "journey": journey.title,
        **locate(journey, "title"),
        "advice": asked,
        "under_way": under_way,
        "missing": [
            {
                "message": each.message,
                "help": each.help,
                "moves": each.moves,
                **_thing(each.thing, each.key, locate),
            }
            for each in unknowns
        ],
    }


def _advice(advice: Advice, locate: Locate) -> dict[str, object]:
    return {
        "move": advice.move,
        **_thing(advice.thing, advice.key, locate),
        "why": advice.why,
        "answer": advice.answer,
        "hints": advice.hints,
        "weight": {"total": advice.weight.total, **msgspec.structs.asdict(advice.weight)},
        "figures": advice.figures,
        "opportunities": [
            {
                "text": answer.opportunity.text,
                "status": answer.opportunity.status,
                "due": answer.opportunity.due,
                **_thing(answer.point, "opportunities", locate),
            }
            for answer in advice.answers
        ],
    }


def _thing(thing: Thing, key: str, locate: Locate) -> dict[str, object]:
    """Which thing it is, as diagnostics say it, and where its text stands."""
    return {"subject": msgspec.structs.asdict(about(thing)), **locate(thing, key)}
