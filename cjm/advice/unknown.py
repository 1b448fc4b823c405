"""What the map doesn't say, so that some of the moves can't be judged.

In: a survey. Out: what is missing, where, which moves wait for it, and what to write.
"""

from collections.abc import Iterator, Sequence

import msgspec

from cjm.advice.case import Thing
from cjm.advice.facts import quote
from cjm.advice.survey import Place, Survey, wait
from cjm.advice.weight import standing
from cjm.counting import counted
from cjm.model.entities import Pain


class Unknown(msgspec.Struct, frozen=True):
    """One thing that is missing: what to point at, and the ids of the moves that it would open."""

    thing: Thing
    key: str
    message: str
    help: str
    moves: tuple[str, ...]


def unknowns(survey: Survey) -> Iterator[Unknown]:
    """What to ask customers, or to measure, before advice can be complete."""
    if not survey.places:
        message, help = "no phase has a touchpoint", "add the steps that the customer takes"
        yield Unknown(survey.journey, "phases", message, help, ())
        return
    yield from _emotions(survey)
    yield from _pains(survey)
    yield from _moments(survey)
    yield from _times(survey)
    yield from _stages(survey)


def _emotions(survey: Survey) -> Iterator[Unknown]:
    missing = [place for place in survey.places if place.score is None and not _unread(place)]
    total = len(survey.places)
    moves = ("soften-pain", "amplify-peak", "start-strong", "end-with-a-smile", "skip", "redesign")
    help = "ask customers how it felt, and write it as `emotion: -1` or `emotion: annoyed`"
    if len(missing) == total:
        message = "no touchpoint has an emotion: nobody can tell the lowest point, the peak and the ending"
        yield Unknown(survey.journey, "title", message, help, moves)
    elif missing:
        first = missing[-1] if missing[-1].index == total - 1 else missing[0]
        ending = ", the ending among them" if first.index == total - 1 else ""
        message = f"{_lacking(len(missing), total, 'touchpoint')} no emotion{ending}: {_named(missing)}"
        yield Unknown(first.point, "name", message, help, moves)


def _pains(survey: Survey) -> Iterator[Unknown]:
    found = [(place, pain) for place in survey.places for pain in standing(place.point)]
    if not any(place.point.pains for place in survey.places):
        message, help = "no touchpoint says what hurts", "write what customers complained of under `pains:`"
        yield Unknown(survey.journey, "title", message, help, ("soften-pain", "redesign"))
        return
    vague = [(place, pain) for place, pain in found if pain.severity is None]
    if vague:
        listed = _listed([pain for _, pain in vague])
        message = f"{_lacking(len(vague), len(found), 'pain')} no severity: {listed}"
        help = "say how bad it is, as `{text: …, severity: 4}`; until then they count as the least"
        yield Unknown(vague[0][0].point, "pains", message, help, ("soften-pain",))


def _moments(survey: Survey) -> Iterator[Unknown]:
    if all(place.point.moment_of_truth is None for place in survey.places):
        message = "no moment of truth is marked"
        help = "mark what makes or breaks the relation with `moment_of_truth:` and why"
        yield Unknown(survey.journey, "title", message, help, ("strengthen-moment-of-truth",))


def _times(survey: Survey) -> Iterator[Unknown]:
    if all(wait(place.point) is None for place in survey.places):
        message = "no touchpoint says how long it takes"
        help = "measure where customers wait, and write `metrics: {duration: 10 min}`"
        yield Unknown(survey.journey, "title", message, help, ("skip",))
    metrics = {name for place in survey.places for name in place.point.metrics}
    shares = any(way.share for place in survey.places for way in place.point.next or ())
    if not shares and not metrics & {"dropoff", "conversion"}:
        message = "nothing says where customers go back or leave"
        help = "write `metrics: {dropoff: 15%}`, or `next:` with a `share:` for each way"
        yield Unknown(survey.journey, "title", message, help, ("reorder",))


def _stages(survey: Survey) -> Iterator[Unknown]:
    if any(survey.of_phase):
        return
    moves = ("extend", "personalise")
    if survey.stages:
        message = f"no phase names its stage of {quote(survey.journey.framework)}"
        yield Unknown(survey.journey, "framework", message, f"write `stage: {survey.stages[0][0]}`", moves)
        return
    message = "no phase model says what comes before the first touchpoint and after the last"
    help = "name one, such as `framework: five-phase`, and the `stage:` of each phase"
    yield Unknown(survey.journey, "title", message, help, moves)


def _lacking(number: int, total: int, word: str) -> str:
    """`1 of 2 pains has`, `2 of 2 pains have`."""
    return f"{number} of {counted(total, word)} {'has' if number == 1 else 'have'}"


def _unread(place: Place) -> bool:
    return not place.point.origin.failed.isdisjoint(("emotion", "emotions"))


def _named(places: Sequence[Place], most: int = 3) -> str:
    more = f" and {len(places) - most} more" if len(places) > most else ""
    return ", ".join(quote(place.point.name) for place in places[:most]) + more


def _listed(pains: Sequence[Pain], most: int = 2) -> str:
    more = f" and {len(pains) - most} more" if len(pains) > most else ""
    return ", ".join(quote(pain.text) for pain in pains[:most]) + more
