"""Figures of a journey that rules, board, advice and statistics share.

In: a resolved journey. Out: scores on −2…2, owners, strengths.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import msgspec

from cjm.grammar.quantities import Quantity
from cjm.model.entities import Emotion, Evidence, Journey, MetricValue, Opportunity, Owner, Phase, Touchpoint
from cjm.model.evidence import strength


class Extremes(msgspec.Struct, frozen=True):
    """The touchpoints that a customer remembers (Kahneman's peak–end rule), where there are any."""

    peak: Touchpoint | None = None
    low: Touchpoint | None = None
    ending: Touchpoint | None = None


def scored(touchpoint: Touchpoint, journey: Journey) -> Emotion | None:
    """The point on the main curve: the first persona's, where personas differ."""
    if touchpoint.emotion is not None or not touchpoint.emotions:
        return touchpoint.emotion
    first = journey.personas[0].id if journey.personas else next(iter(touchpoint.emotions))
    return touchpoint.emotions.get(first)


def extremes(journey: Journey) -> Extremes:
    """Peak, lowest point and ending of the main curve.

    The first one wins, a moment of truth wins a tie. A peak is above zero and a
    low below; the ending is the last touchpoint, if it has a score and two come before it.
    """
    points = [(touchpoint, emotion.score) for touchpoint, emotion in curve(journey) if emotion is not None]
    if not points:
        return Extremes()
    peak = max(points, key=lambda point: (point[1], point[0].moment_of_truth is not None))
    low = min(points, key=lambda point: (point[1], point[0].moment_of_truth is None))
    *_, (last, ending) = curve(journey)
    ends = ending is not None and len(journey.touchpoints) > 2
    return Extremes(peak[0] if peak[1] > 0 else None, low[0] if low[1] < 0 else None, last if ends else None)


def curve(journey: Journey) -> Iterator[tuple[Touchpoint, Emotion | None]]:
    """Every touchpoint with its point on the main curve."""
    for touchpoint in journey.touchpoints:
        yield touchpoint, scored(touchpoint, journey)


def median(values: Sequence[float]) -> float:
    """The one in the middle, or the mean of the two; 0 of none. Importing `statistics` would take 3 ms."""
    ranked = sorted(values)
    return (ranked[len(ranked) // 2] + ranked[(len(ranked) - 1) // 2]) / 2 if ranked else 0.0


def impact(touchpoint: Touchpoint, journey: Journey) -> int:
    """1 for a positive moment of truth, −1 for a negative one, 0 for none.

    Where the author doesn't say, the emotion's sign does; at neutral it counts as
    positive unless said otherwise.
    """
    moment = touchpoint.moment_of_truth
    if moment is None:
        return 0
    if moment.impact is not None:
        return 1 if moment.impact == "positive" else -1
    point = scored(touchpoint, journey)
    return -1 if point is not None and point.score < 0 else 1


def responsible(phase: Phase, touchpoint: Touchpoint | None = None) -> str | None:
    """The department that owns a touchpoint: its own, else its phase's."""
    for owner in (touchpoint.owner if touchpoint else None, phase.owner):
        if owner is not None and owner.responsible is not None:
            return owner.responsible
    return None


def owns(owner: Owner | None) -> bool:
    """Whether somebody is responsible."""
    return owner is not None and owner.responsible is not None


def evidence_of(phase: Phase, touchpoint: Touchpoint, journey: Journey) -> list[Evidence]:
    """What a touchpoint rests on: its own evidence, else its phase's."""
    ids = touchpoint.evidence or phase.evidence
    return [source for source in journey.evidence if source.id in ids]


def certainty(phase: Phase, touchpoint: Touchpoint, journey: Journey) -> int:
    """0 for nothing or an assumption … 3 for two methods of research."""
    return strength(source.kind for source in evidence_of(phase, touchpoint, journey))


def is_hypothesis(phase: Phase, touchpoint: Touchpoint, journey: Journey) -> bool:
    """Whether it rests on an assumption only, or on nothing in a file that does name evidence."""
    sources = evidence_of(phase, touchpoint, journey)
    if not sources:
        return bool(journey.evidence) and "evidence" not in touchpoint.origin.failed | phase.origin.failed
    return all(source.kind == "assumption" for source in sources)


def worse(value: Quantity, other: Quantity, better: str) -> bool:
    """Whether a value is worse than another; never where they can't be compared, or no side is better.

    An amount without a currency is in that of the other.
    """
    currencies = {each.unit for each in (value, other) if each.form == "amount" and each.unit}
    if value.form != other.form or len(currencies) > 1:
        return False
    gap = value.comparable - other.comparable
    return gap < 0 if better == "higher" else gap > 0 and better == "lower"


def misses_target(journey: Journey, metric: str, measured: MetricValue) -> bool:
    """Whether a value is on the wrong side of its target, in a metric that has a better side."""
    better = next((known.better for known in journey.metrics if known.id == metric), "")
    return measured.target is not None and worse(measured.value, measured.target, better)


def figure(score: float, journey: Journey) -> str:
    """A score on the scale that the author writes."""
    low, high = journey.emotion_scale
    return f"{round(low + (score + 2) / 4 * (high - low), 2) + 0.0:g}"


def open_opportunities(touchpoint: Touchpoint, move: str = "") -> tuple[Opportunity, ...]:
    """Those that weren't dropped: all, or the ones that make a move."""
    return tuple(
        found
        for found in touchpoint.opportunities
        if found.status != "dropped" and (not move or found.move == move)
    )


def answered(touchpoint: Touchpoint) -> bool:
    """Whether something is to be done here; what was written and couldn't be read counts."""
    return bool(open_opportunities(touchpoint)) or "opportunities" in touchpoint.origin.failed


def review_due(journey: Journey) -> date | None:
    """The last day for which the review holds: `reviewed` plus `review_every`.

    Whole months and years are those of the calendar, where a day that the month lacks
    is its last. None without a review, and where the day lies beyond the year 9999.
    """
    day, every = journey.reviewed, journey.review_every
    if day is None:
        return None
    months = every.value * {"months": 1, "years": 12}.get(every.unit, 0)
    try:
        if not months or months % 1:
            return day + timedelta(seconds=every.comparable)
        years, month = divmod(day.month - 1 + int(months), 12)
        year = day.year + years
        # Not `calendar`: a cold build would feel its import.
        last = (date(year, month + 2, 1) - timedelta(days=1)).day if month < 11 else 31
        return date(year, month + 1, min(day.day, last))
    except (OverflowError, ValueError):
        return None
