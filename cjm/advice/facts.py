"""What the map says of a place, as sentences with figures: the reasons of an advice.

In: a place of a survey. Out: messages in English that quote the author's words, each
"" where the map says nothing. Scores are on the scale that the author writes.
"""

from cjm.advice.survey import Place, Survey, wait
from cjm.advice.weight import disappointment, standing
from cjm.counting import counted
from cjm.grammar.binder import shorten
from cjm.grammar.quantities import Quantity
from cjm.measures import figure, impact, open_opportunities, scored
from cjm.model.entities import Pain


def quote(text: str) -> str:
    """The author's words, as messages quote them."""
    return repr(shorten(text, 100))


def amount(value: Quantity) -> str:
    """A quantity as it is read: `15%`, `1 hour`, `10 minutes`."""
    text = str(value)
    return text.removesuffix("s") if value.form == "duration" and value.value == 1 else text


def share(value: float) -> str:
    """A share in per cent."""
    return f"{round(value * 100, 1):g}%"


def felt(survey: Survey, place: Place) -> str:
    """The score with the author's word, and what it is to the journey."""
    emotion = scored(place.point, survey.journey)
    if emotion is None:
        return ""
    told = figure(emotion.score, survey.journey)
    told += f" ({quote(emotion.feeling)})" if emotion.feeling else ""
    found = survey.extremes
    if place.point is found.low:
        return f"the lowest point, {told}" + (", and the ending" if place.point is found.ending else "")
    if place.point is found.peak:
        return f"the peak, {told}" + (", and the ending" if place.point is found.ending else "")
    return f"the journey ends at {told}" if place.point is found.ending else f"the curve is at {told}"


def moment(survey: Survey, place: Place) -> str:
    """What kind of moment of truth it is, and why."""
    found = place.point.moment_of_truth
    if found is None:
        return ""
    sign = "negative" if impact(place.point, survey.journey) < 0 else "positive"
    return f"a {sign} moment of truth" + (f": {quote(found.why)}" if found.why else "")


def pains(place: Place, most: int = 3) -> str:
    """What hurts and isn't accepted, the worst first."""
    found = standing(place.point)
    if not found:
        return ""
    told = ", ".join(_pain(pain) for pain in found[:most])
    more = f", and {len(found) - most} more" if len(found) > most else ""
    return f"{counted(len(found), 'pain')}: {told}{more}"


def accepted(place: Place) -> str:
    """The first pain that stays, and why."""
    pain = next((pain for pain in place.point.pains if pain.accepted), None)
    return f"accepted: {quote(pain.text)}, since {quote(pain.accepted)}" if pain else ""


def expected(survey: Survey, place: Place) -> str:
    """How far it stays below what was expected; less than a point is no news."""
    gap = disappointment(place)
    if gap < 1:
        return ""
    highest = max(
        (each for each in place.point.expectation if each.level is not None),
        key=lambda each: each.level or 0.0,
    )
    level = figure(highest.level or 0.0, survey.journey)
    return f"expected {level}" + (f": {quote(highest.text)}" if highest.text else "")


def important(place: Place) -> str:
    """What it matters to the customer, from 4 on."""
    told = place.point.importance.customer if place.point.importance else None
    return f"matters {told} of 5 to the customer" if told and told >= 4 else ""


def leaving(place: Place) -> str:
    """Who leaves here."""
    gone = place.leave
    if not gone:
        return ""
    measured = place.point.metrics.get("dropoff")
    if measured is not None:
        return f"{share(gone)} drop off here" + (
            f", target {amount(measured.target)}" if measured.target else ""
        )
    when = next((way.when for way in place.point.next or () if way.to == "end" and way.when), "")
    return f"for {share(gone)} the journey ends here" + (f": {quote(when)}" if when else "")


def lasting(survey: Survey, place: Place) -> str:
    """How long it takes, and whether that is the longest of all that was measured."""
    measured, mine = place.point.metrics.get("duration"), wait(place.point)
    if measured is None or mine is None:
        return ""
    target = f", target {amount(measured.target)}" if measured.target else ""
    longest = ", the longest that was measured" if len(survey.times) > 1 and mine == max(survey.times) else ""
    return f"takes {amount(measured.value)}{target}{longest}"


def here_already(place: Place, most: int = 2) -> str:
    """The opportunities of this place that make another move, or say none."""
    found = open_opportunities(place.point)
    told = ", ".join(f"{quote(each.text)} ({each.status})" for each in found[:most])
    more = f", and {len(found) - most} more" if len(found) > most else ""
    return f"on the map here already: {told}{more}" if found else ""


def figures(place: Place) -> dict[str, float]:
    """The same for programs: scores on -2…2, shares 0…1, seconds."""
    point = place.point
    told: dict[str, float | None] = {
        "score": place.score,
        "open_pains": len(standing(point)),
        "worst_severity": next((pain.severity for pain in standing(point) if pain.severity), None),
        "below_expectation": round(disappointment(place), 2) or None,
        "importance": point.importance.customer if point.importance else None,
        "dropoff": place.leave or None,
        "seconds": wait(point),
    }
    return {name: value for name, value in told.items() if value is not None}


def _pain(pain: Pain) -> str:
    return quote(pain.text) + (f" (severity {pain.severity} of 5)" if pain.severity else "")
