"""The ten moves, each a function from a survey to the places where it applies.

In: a survey. Out: cases. What each move is, and whose it is, stands in
`cjm.model.moves`; from which figures it is computed stands here. Every threshold is a
figure of the map against another one, or against zero.
"""

from collections.abc import Callable, Iterator

from cjm.advice.case import Case, at_phase, at_place, wished
from cjm.advice.facts import (
    accepted,
    expected,
    felt,
    important,
    lasting,
    leaving,
    moment,
    pains,
    quote,
)
from cjm.advice.shape import extend, redesign, reorder, skip
from cjm.advice.survey import Survey
from cjm.advice.weight import standing
from cjm.measures import answered, figure, impact
from cjm.model.entities import Phase

# The stages in which customers come back, by framework: there is something to remember of them.
_RETURNING = {
    "five-phase": ("retention", "loyalty"),
    "flywheel": ("delight",),
    "touch-tell-sell-care": ("care",),
    "rean": ("nurture",),
    "see-think-do-care": ("care",),
    "aarrr": ("retention", "referral"),
}

# Where being a customer begins, in the one framework that says so.
_FIRST_AS_CUSTOMER = {"five-phase": "retention"}


def soften_pain(survey: Survey) -> Iterator[Case]:
    """The lowest point, and every place that hurts and that nothing answers.

    It hurts where a pain is said that isn't accepted, or at -1 and below where none is said.
    """
    low = survey.low
    for place in survey.places:
        dips = place.score is not None and place.score <= -1 and not place.point.pains
        if place is not low and not standing(place.point) and not dips:
            continue
        unanswered = not answered(place.point)
        why = [
            felt(survey, place),
            pains(place) or accepted(place) or "no pain is written down here: ask what hurts",
            "no opportunity answers it" if unanswered else "",
            lasting(survey, place),
            leaving(place),
        ]
        answer = "explain it, announce it, keep the customer company, or set something kind beside it"
        yield at_place(
            survey,
            place,
            why,
            answer,
            hints=wished(place),
            key="pains" if place.point.pains else "name",
            asked=unanswered or place is low,
        )


def amplify_peak(survey: Survey) -> Iterator[Case]:
    """The highest point above zero; of one score alone nobody knows whether it is the highest."""
    scores = sum(place.score is not None for place in survey.places)
    if (peak := survey.peak) is None or scores < 2:
        return
    gains = ", ".join(quote(gain.text) for gain in peak.point.gains[:3])
    why = [
        felt(survey, peak),
        moment(survey, peak),
        f"what pleases: {gains}" if gains else "",
        important(peak),
    ]
    answer = "make the best moment better still, with something personal that is worth telling"
    yield at_place(survey, peak, why, answer, hints=wished(peak)[:1])


def strengthen_moment_of_truth(survey: Survey) -> Iterator[Case]:
    """Moments of truth that are negative or below zero, where nothing guards them."""
    for place in survey.places:
        below = place.score is not None and place.score < 0
        if place.point.moment_of_truth is None or not (impact(place.point, survey.journey) < 0 or below):
            continue
        unguarded = not answered(place.point)
        why = [
            moment(survey, place),
            felt(survey, place),
            "no opportunity guards it" if unguarded else "",
            expected(survey, place),
            important(place),
            leaving(place),
        ]
        answer = "take the worry over: say who, say when, and keep that promise"
        key = "moment_of_truth"
        yield at_place(survey, place, why, answer, hints=wished(place, told=True), key=key, asked=unguarded)


def start_strong(survey: Survey) -> Iterator[Case]:
    """The first touchpoint, and the first one as a customer, where they aren't above zero."""
    firsts = {0: "the first touchpoint"} if len(survey.places) > 1 else {}
    stage = _FIRST_AS_CUSTOMER.get(survey.journey.framework, "")
    if stage and (phase := next(survey.in_stages([stage]), None)) is not None:
        index = next(place.index for place in survey.places if place.phase is phase)
        firsts.setdefault(index, "the first contact as a customer")
    for index, told in firsts.items():
        place = survey.places[index]
        if place.score is None or place.score > 0:
            continue
        why = [told, felt(survey, place), pains(place), expected(survey, place)]
        answer = "welcome the customer with a personal word, and say what happens next"
        yield at_place(survey, place, why, answer, hints=wished(place, told=True))


def end_with_a_smile(survey: Survey) -> Iterator[Case]:
    """The last touchpoint, where it isn't above zero."""
    ending = survey.ending
    if ending is None or ending.score is None or ending.score > 0:
        return
    peak = survey.peak
    best = (
        f"the best moment was {figure(peak.score or 0, survey.journey)}, at {quote(peak.point.name)}"
        if peak
        else ""
    )
    why = [felt(survey, ending), best, pains(ending), expected(survey, ending)]
    answer = "design the last moment on purpose: settle what is left, thank, give something to take home"
    yield at_place(survey, ending, why, answer, hints=wished(ending, told=True))


def personalise(survey: Survey) -> Iterator[Case]:
    """Phases of returning customers with nothing of their own, and places where personas part.

    Personas part where their scores lie 2 or more apart; owned media in a phase are
    taken as something that can be made personal already.
    """
    own = _RETURNING.get(survey.journey.framework, ())
    for phase in survey.in_stages(own):
        shown = [*phase.content, *(each for point in phase.touchpoints for each in point.content)]
        if not any(each.media == "owned" for each in shown):
            yield at_phase(survey, phase, *_returning(phase))
    names = {persona.id: persona.name or persona.id for persona in survey.journey.personas}
    for place in survey.places:
        scores = sorted((emotion.score, id) for id, emotion in place.point.emotions.items())
        if len(scores) < 2 or scores[-1][0] - scores[0][0] < 2:
            continue
        told = [
            f"{quote(names.get(id, id))} is at {figure(score, survey.journey)}"
            for score, id in (scores[0], scores[-1])
        ]
        answer = "let what each of them told or did make this step fit, and let them say no"
        yield at_place(survey, place, [" where ".join(told)], answer, hints=wished(place), key="emotions")


def _returning(phase: Phase) -> tuple[list[str], str]:
    why = ["customers come back here, and nothing of the organisation's own is shown to them"]
    return why, "let what the customer already told or did make a next step better, and let them say no"


# By the id of the move, in the order of `cjm.model.moves`; a test compares.
TABLE: dict[str, Callable[[Survey], Iterator[Case]]] = {
    "soften-pain": soften_pain,
    "amplify-peak": amplify_peak,
    "strengthen-moment-of-truth": strengthen_moment_of_truth,
    "start-strong": start_strong,
    "end-with-a-smile": end_with_a_smile,
    "extend": extend,
    "skip": skip,
    "reorder": reorder,
    "personalise": personalise,
    "redesign": redesign,
}
