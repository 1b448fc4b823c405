"""The ten moves, computed for one journey: where each would help, why, and what is under way.

In: a resolved journey, and frameworks of one's own by id. Out: advice, what would help
the customer most first, and what the map doesn't say. It reads what the author wrote
and invents nothing: of a place without an emotion or a pain it has nothing to tell.

The order is that of the weight of the place where a move applies, a sum of seven parts
that are read off the map: how deep, how severe, whether it is remembered (the peak-end
rule), whether it is a moment of truth, how important, how far below what was expected,
how many leave. `cjm.advice.weight` has the formula and whose it is. Where two weigh
the same, the order is that of the ten moves, then that of the file. What lies outside the
map (`extend`) weighs nothing yet and comes last.
"""

from collections.abc import Iterator, Mapping

import msgspec

from cjm.advice.case import Case, Thing, at_place
from cjm.advice.moves import TABLE
from cjm.advice.survey import Survey, survey
from cjm.advice.unknown import Unknown
from cjm.advice.unknown import unknowns as _unknowns
from cjm.advice.weight import Weight
from cjm.measures import open_opportunities
from cjm.model.entities import Framework, Journey, Opportunity, Touchpoint

__all__ = ["Advice", "Answer", "Thing", "Unknown", "Weight", "advise", "unknowns"]


class Answer(msgspec.Struct, frozen=True):
    """An opportunity that makes the move, and the touchpoint that has it."""

    point: Touchpoint
    opportunity: Opportunity


class Advice(msgspec.Struct, frozen=True):
    """One move at one place.

    - `move`: an id of `cjm.model.moves`; `thing`, `key`: the journey, the phase or the
      touchpoint, and the key to point at.
    - `why`: sentences with figures; empty where the map doesn't ask for the move, which
      is under way all the same.
    - `answer`: what kind of opportunity; `hints`: the author's own words for what is good.
    - `figures`: by name; scores on -2…2, shares 0…1, seconds.
    - `answers`: the opportunities that make it; none where it is advised.
    """

    move: str
    thing: Thing
    key: str
    why: tuple[str, ...]
    answer: str
    hints: tuple[str, ...]
    weight: Weight
    figures: dict[str, float]
    answers: tuple[Answer, ...] = ()


def advise(journey: Journey, frameworks: Mapping[str, Framework] | None = None) -> tuple[Advice, ...]:
    """What to do, the weightiest first; behind that what is under way, in the same order.

    A move is under way where an opportunity that isn't dropped names it at the place
    (of a whole journey or phase: anywhere in it), and is then not advised again.
    """
    seen = survey(journey, frameworks or {})
    found = [
        advice for move, cases in TABLE.items() for case in cases(seen) for advice in _advice(move, case)
    ]
    found += _uncalled(seen, found)
    order = list(TABLE)
    return tuple(
        sorted(found, key=lambda each: (bool(each.answers), -each.weight.total, order.index(each.move)))
    )


def unknowns(journey: Journey, frameworks: Mapping[str, Framework] | None = None) -> tuple[Unknown, ...]:
    """What the map doesn't say, so that some of the moves can't be judged."""
    return tuple(_unknowns(survey(journey, frameworks or {})))


def _advice(move: str, case: Case) -> Iterator[Advice]:
    answers = tuple(Answer(point, each) for point in case.where for each in open_opportunities(point, move))
    unread = any("opportunities" in point.origin.failed for point in case.where)
    if answers or (case.asked and not unread):
        yield _told(move, case, answers)


def _uncalled(seen: Survey, found: list[Advice]) -> list[Advice]:
    """The moves that are under way where no figure asks for them."""
    told = {id(answer.opportunity) for advice in found for answer in advice.answers}
    more = []
    for place in seen.places:
        for move in TABLE:
            mine = [each for each in open_opportunities(place.point, move) if id(each) not in told]
            if mine:
                case = msgspec.structs.replace(at_place(seen, place, (), ""), why=())
                answers = tuple(Answer(place.point, each) for each in mine)
                more.append(_told(move, case, answers))
    return more


def _told(move: str, case: Case, answers: tuple[Answer, ...]) -> Advice:
    return Advice(
        move=move,
        thing=case.thing,
        key=case.key,
        why=case.why,
        answer=case.answer,
        hints=case.hints,
        weight=case.weight,
        figures=case.figures,
        answers=answers,
    )
