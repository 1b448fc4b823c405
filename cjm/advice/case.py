"""A case: one move at one place, with its reasons.

What a move says of a journey, before anybody looks whether it is under way.
"""

from collections.abc import Iterable, Sequence

import msgspec

from cjm.advice.facts import figures, here_already, quote
from cjm.advice.survey import Place, Survey
from cjm.advice.weight import Weight, average, disappointment, weigh
from cjm.model.entities import Journey, Phase, Touchpoint

Thing = Journey | Phase | Touchpoint


class Case(msgspec.Struct, frozen=True):
    """Where a move applies.

    - `thing`, `key`: what to point at.
    - `why`: sentences with the figures, from the map.
    - `answer`: what kind of opportunity would do it; `hints`: the author's own words for it.
    - `where`: the touchpoints at which an opportunity with this move would answer it.
    - `asked`: false where the place only counts if such an opportunity is there, as
      another one answers it already.
    """

    thing: Thing
    key: str
    why: tuple[str, ...]
    answer: str
    hints: tuple[str, ...]
    where: tuple[Touchpoint, ...]
    weight: Weight
    figures: dict[str, float]
    asked: bool = True


def at_place(
    survey: Survey,
    place: Place,
    why: Iterable[str],
    answer: str,
    *,
    hints: Iterable[str] = (),
    key: str = "name",
    asked: bool = True,
    also: Sequence[Touchpoint] = (),
) -> Case:
    """A case at one touchpoint; `also` are others at which it may be answered."""
    return Case(
        thing=place.point,
        key=key if place.point.wrote(key) else "name",
        why=tuple(filter(None, [*why, here_already(place)])),
        answer=answer,
        hints=tuple(filter(None, hints)),
        where=(place.point, *also),
        weight=weigh(survey, place),
        figures=figures(place),
        asked=asked,
    )


def at_whole(
    survey: Survey,
    why: Iterable[str],
    answer: str,
    *,
    hints: Iterable[str] = (),
    figures: dict[str, float] | None = None,
    key: str = "title",
    weight: Weight | None = None,
) -> Case:
    """A case of the whole journey, which an opportunity anywhere in it answers."""
    return Case(
        thing=survey.journey,
        key=key if survey.journey.wrote(key) else "title",
        why=tuple(filter(None, why)),
        answer=answer,
        hints=tuple(filter(None, hints)),
        where=survey.journey.touchpoints,
        weight=weight or Weight(),
        figures=figures or {},
    )


def at_phase(
    survey: Survey, phase: Phase, why: Iterable[str], answer: str, *, hints: Iterable[str] = ()
) -> Case:
    """A case of one phase, which an opportunity at any of its touchpoints answers."""
    return Case(
        thing=phase,
        key="name",
        why=tuple(filter(None, why)),
        answer=answer,
        hints=tuple(filter(None, hints)),
        where=phase.touchpoints,
        weight=average(survey, [place for place in survey.places if place.phase is phase]),
        figures={},
    )


def wished(place: Place, *, told: bool = False) -> tuple[str, ...]:
    """What the author already says that would be good here: success, a need, what was expected.

    `told`: the expectation stands among the reasons where experience stays behind it.
    """
    point = place.point
    found = []
    if point.moment_of_truth is not None and point.moment_of_truth.success:
        found.append(f"the map calls it a success when {quote(point.moment_of_truth.success)}")
    if point.need:
        found.append(f"what is needed here: {quote(point.need)}")
    if told and disappointment(place) >= 1:
        return tuple(found)
    found += [f"what is expected here: {quote(each.text)}" for each in point.expectation[:1] if each.text]
    return tuple(found)
