"""What journeys have and lack, in figures: coverage, curve and review.

In: resolved journeys without errors, and the day to measure reviews against. Out:
`Stats`, numbers and the author's own names only. What counts as owned, answered or
guarded is what the rules mean by it; a test holds the two together.
"""

import datetime
import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import msgspec

from cjm.measures import answered, certainty, curve, extremes, impact, owns, review_due, scored
from cjm.model.entities import Journey, Touchpoint


class Share(msgspec.Struct, frozen=True):
    """How many have it, of how many; nothing of nothing is no share at all."""

    have: int
    of: int

    @property
    def percent(self) -> int | None:
        """Whole percents, rounded down: 99.9 % is not yet 100."""
        return self.have * 100 // self.of if self.of else None

    def under(self, least: float) -> bool:
        """Whether it stays below so many percent; nothing of nothing never does."""
        return self.have * 100 < least * self.of


class Point(msgspec.Struct, frozen=True):
    """A touchpoint on the main curve, with its score on −2…2 to two decimals."""

    id: str
    name: str
    score: float


class Curve(msgspec.Struct, frozen=True):
    """The main curve: its number of points, their mean to two decimals, and what is remembered of them."""

    points: int
    mean: float | None
    peak: Point | None = None
    low: Point | None = None
    ending: Point | None = None


class Review(msgspec.Struct, frozen=True):
    """When a journey was last checked against reality, and the last day for which that holds.

    `due` is None without a review, and where it lies beyond the calendar.
    """

    reviewed: datetime.date | None
    due: datetime.date | None
    overdue: bool


class Figures(msgspec.Struct, frozen=True):
    """One journey. `coverage` has a share for each name of `COVERAGES`, in that order."""

    path: str
    id: str
    title: str
    coverage: Mapping[str, Share]
    curve: Curve
    review: Review


class Total(msgspec.Struct, frozen=True):
    """All journeys taken together; every touchpoint counts once, whichever journey it is in."""

    coverage: Mapping[str, Share]
    curve: Curve
    reviewed: int
    overdue: int


class Stats(msgspec.Struct, frozen=True):
    """The figures of some journeys, as of a day."""

    today: datetime.date
    journeys: tuple[Figures, ...]
    total: Total


class Coverage(msgspec.Struct, frozen=True):
    """Things, and what some of them have.

    «5 phases with an owner»: one `thing`, several `things`, and the `trait` that is
    looked for; `label` stands on a badge. `found` says of every thing whether it has it.
    """

    thing: str
    things: str
    trait: str
    label: str
    found: Callable[[Journey], Iterable[bool]]


def _owned(journey: Journey) -> Iterator[bool]:
    return (owns(phase.owner) for phase in journey.phases)


def _felt(journey: Journey) -> Iterator[bool]:
    return (emotion is not None for _, emotion in curve(journey))


def _evident(journey: Journey) -> Iterator[bool]:
    for phase in journey.phases:
        for touchpoint in phase.touchpoints:
            yield certainty(phase, touchpoint, journey) > 0


def _measured(journey: Journey) -> Iterator[bool]:
    return (bool(touchpoint.metrics) for touchpoint in journey.touchpoints)


def _answered(journey: Journey) -> Iterator[bool]:
    for touchpoint in journey.touchpoints:
        open_one = answered(touchpoint)
        yield from (open_one or bool(pain.accepted) for pain in touchpoint.pains)


def _guarded(journey: Journey) -> Iterator[bool]:
    # A moment that turns out well needs no guard: counting it would flatter the figure.
    for touchpoint in journey.touchpoints:
        if impact(touchpoint, journey) < 0:
            yield answered(touchpoint)


COVERAGES: dict[str, Coverage] = {
    "owner": Coverage("phase", "phases", "with an owner", "owners", _owned),
    "emotion": Coverage("touchpoint", "touchpoints", "with an emotion", "emotions", _felt),
    "evidence": Coverage("touchpoint", "touchpoints", "with more than an assumption", "evidence", _evident),
    "metric": Coverage("touchpoint", "touchpoints", "with a metric", "metrics", _measured),
    "answer": Coverage("pain", "pains", "with an opportunity, or accepted", "answers", _answered),
    "guard": Coverage(
        "negative moment of truth", "negative moments of truth", "with an opportunity", "guards", _guarded
    ),
}


def count(journeys: Sequence[Journey], today: datetime.date) -> Stats:
    """The figures of every journey, in the order given, and of all of them together."""
    figures = tuple(_figures(journey, today) for journey in journeys)
    shares = {name: _sum(each.coverage[name] for each in figures) for name in COVERAGES}
    scores = [score for journey in journeys for score in _scores(journey)]
    total = Total(
        coverage=shares,
        curve=Curve(len(scores), _mean(scores)),
        reviewed=sum(each.review.reviewed is not None for each in figures),
        overdue=sum(each.review.overdue for each in figures),
    )
    return Stats(today, figures, total)


def coverage(journey: Journey) -> dict[str, Share]:
    """How much of a journey has what is looked for, by the names of `COVERAGES`."""
    return {name: _share(each.found(journey)) for name, each in COVERAGES.items()}


def curve_of(journey: Journey) -> Curve:
    """The main curve of a journey, and what is remembered of it."""
    scores = _scores(journey)
    found = extremes(journey)
    return Curve(
        points=len(scores),
        mean=_mean(scores),
        peak=_point(found.peak, journey),
        low=_point(found.low, journey),
        ending=_point(found.ending, journey),
    )


def _figures(journey: Journey, today: datetime.date) -> Figures:
    due = review_due(journey)
    # Nobody keeps an archived journey up.
    late = due is not None and today > due and journey.status != "archived"
    return Figures(
        path=journey.path,
        id=journey.id,
        title=journey.title,
        coverage=coverage(journey),
        curve=curve_of(journey),
        review=Review(journey.reviewed, due, late),
    )


def _scores(journey: Journey) -> list[float]:
    return [emotion.score for _, emotion in curve(journey) if emotion is not None]


def _point(touchpoint: Touchpoint | None, journey: Journey) -> Point | None:
    emotion = scored(touchpoint, journey) if touchpoint else None
    if touchpoint is None or emotion is None:
        return None
    return Point(touchpoint.id, touchpoint.name, _rounded(emotion.score))


def _share(found: Iterable[bool]) -> Share:
    all_of_them = list(found)
    return Share(sum(all_of_them), len(all_of_them))


def _sum(shares: Iterable[Share]) -> Share:
    counted = list(shares)
    return Share(sum(each.have for each in counted), sum(each.of for each in counted))


def _mean(scores: Sequence[float]) -> float | None:
    # An exact sum doesn't depend on the order of the files.
    return _rounded(math.fsum(scores) / len(scores)) if scores else None


def _rounded(score: float) -> float:
    # Plus nothing, so that no minus is left before a zero.
    return round(score, 2) + 0.0
