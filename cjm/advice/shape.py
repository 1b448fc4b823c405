"""The moves that change which steps there are, and in which order.

In: a survey. Out: cases, of the whole journey or at a touchpoint.
"""

from collections.abc import Iterator

from cjm.advice.case import Case, at_place, at_whole, wished
from cjm.advice.facts import amount, felt, lasting, leaving, pains, quote, share
from cjm.advice.survey import Place, Survey, wait
from cjm.advice.weight import average, standing
from cjm.languages import folded
from cjm.measures import answered, median, misses_target


def extend(survey: Survey) -> Iterator[Case]:
    """The first and the last stage of the framework, where no touchpoint is in them.

    A buyer's journey ends where its author says.
    """
    if not any(survey.of_phase):
        return
    ends = (
        (survey.stages[0], "before", survey.places[:1], "starts"),
        (survey.stages[-1], "after", survey.places[-1:], "ends"),
    )
    for (id, name, question), side, nearest, scope in ends:
        if any(survey.in_stages([id])) or (side == "after" and survey.journey.kind == "buyer"):
            continue
        which = "starts at" if side == "before" else "stops at"
        why = [
            f"no touchpoint is in {quote(name)}",
            *(f"the map {which} {quote(place.point.name)}" for place in nearest),
        ]
        said = getattr(survey.journey.scope, scope, "")
        hints = [
            f"what a customer asks there: {quote(question)}" if question else "",
            f"the scope {scope} at {quote(said)}" if said else "",
        ]
        answer = f"ask what customers do just {side} that, and serve one of those moments"
        yield at_whole(survey, why, answer, hints=hints, key="framework")


def skip(survey: Survey) -> Iterator[Case]:
    """Steps that ask for patience and give nothing back.

    Not above zero, no gain, no moment of truth; and longer than the journey's median
    where that serves no `need` or misses its target, or the same again: the channels
    and the first two words of the action of the touchpoint before.
    """
    usual = median(survey.times) if len(survey.times) > 1 else None
    for before, place in zip((None, *survey.places), survey.places, strict=False):
        point, time = place.point, wait(place.point)
        gives = point.gains or point.moment_of_truth is not None
        unread = {"gains", "moment_of_truth", "need"} & point.origin.failed
        if place.score is None or place.score > 0 or gives or unread:
            continue
        measured = point.metrics.get("duration")
        misses = measured is not None and misses_target(survey.journey, "duration", measured)
        long = time is not None and usual is not None and time > usual and not point.need
        again = before is not None and not point.need and _same_again(before, place)
        if not (misses or long or again):
            continue
        why = [
            lasting(survey, place) if misses or long else "",
            f"the same again as {quote(before.point.name)}" if before is not None and again else "",
            felt(survey, place),
            "it names no gain, and is no moment of truth",
            pains(place),
            leaving(place),
        ]
        answer = "take the step out, or let it happen without the customer"
        yield at_place(survey, place, why, answer, hints=wished(place), key="metrics" if misses else "name")


def reorder(survey: Survey) -> Iterator[Case]:
    """Ways back that more than a third take, and a commitment asked right after -1 or below."""
    index = {place.point.id: place for place in survey.places}
    for place in survey.places:
        for way in place.point.next or ():
            target = index.get(way.to)
            if target is None or target.index >= place.index or (way.share or 0.0) <= 1 / 3:
                continue
            when = f": {quote(way.when)}" if way.when else ""
            why = [
                f"{share(way.share or 0.0)} go back from here to {quote(target.point.name)}{when}",
                felt(survey, place),
            ]
            answer = "settle here what sends people back, or put it before this step"
            yield at_place(survey, place, why, answer, key="next", also=[target.point])
    for before, place in zip(survey.places, survey.places[1:], strict=False):
        measured = place.point.metrics.get("conversion")
        if measured is None or before.score is None or before.score > -1:
            continue
        why = [
            f"right before {quote(place.point.name)}, where {amount(measured.value)} go on",
            felt(survey, before),
            pains(before),
        ]
        answer = "reassure before asking to commit: put what helps before this step, or this step later"
        yield at_place(survey, before, why, answer, also=[place.point])


def redesign(survey: Survey) -> Iterator[Case]:
    """A journey that is mostly below zero and mostly unanswered."""
    scores = [place for place in survey.places if place.score is not None]
    below = [place for place in scores if place.score is not None and place.score < 0]
    hurting = [(place, len(standing(place.point))) for place in survey.places]
    total = sum(number for _, number in hurting)
    unanswered = sum(number for place, number in hurting if not answered(place.point))
    if len(scores) < 3 or len(below) * 2 <= len(scores) or unanswered * 2 <= total:
        return
    journey = survey.journey
    why = [
        f"{len(below)} of {len(scores)} scores are below zero",
        f"{unanswered} of {total} pains have no opportunity",
        felt(survey, survey.low) if survey.low else "",
    ]
    hints = [f"the customer's goal: {quote(journey.goal)}" if journey.goal else ""]
    answer = "draw the journey anew from the customer's goal, as a future state beside this one"
    told: dict[str, float] = {
        "scores": len(scores),
        "below_zero": len(below),
        "pains": total,
        "unanswered_pains": unanswered,
    }
    yield at_whole(survey, why, answer, hints=hints, figures=told, weight=average(survey, below))


def _same_again(before: Place, place: Place) -> bool:
    """Whether a step repeats the one before: its channels, and the first two words of its action."""
    first, second = (folded(each.point.action).split()[:2] for each in (before, place))
    same = set(before.point.channels) == set(place.point.channels) != set()
    return same and len(first) == 2 and first == second
