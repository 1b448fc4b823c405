"""How much a place weighs for the customer: what advice is ranked by.

In: a place of a survey. Out: seven parts that are read off the map, each from 0 to 2
and the first one to 4; what the map doesn't say weighs nothing. Their sum is the rank.
None of them is an estimate of what a change would bring: they say where the customer
feels it most.

- `depth`: how far the main curve is below zero, twice, since a loss weighs about twice
  what a gain does (Tversky and Kahneman, "Advances in Prospect Theory", 1992).
- `severity`: the worst pain that isn't accepted, 1…5, times 2/5; at its least where
  the author gave none.
- `remembered`: 2 at the lowest point, the peak and the ending, which colour the memory
  of the whole (the peak-end rule: Kahneman, Fredrickson, Schreiber and Redelmeier,
  "When More Pain Is Preferred to Less", 1993).
- `moment`: 2 where the relation is made or broken (Carlzon, "Moments of Truth", 1987).
- `importance`: what the customer says it matters, 1…5, times 2/5 (importance beside
  performance: Martilla and James, 1977).
- `expectation`: half of how far the experience stays below what was expected
  (Oliver, 1980; Michels, 2019, uses it for journeys).
- `dropoff`: twice the share of customers who leave here.

A phase weighs what its touchpoints weigh on average, a journey what those below zero do.
"""

from collections.abc import Sequence

import msgspec

from cjm.advice.survey import Place, Survey
from cjm.model.entities import Pain, Touchpoint


class Weight(msgspec.Struct, frozen=True):
    """The parts, each 0…2, `depth` 0…4; `total` is 0…16."""

    depth: float = 0
    severity: float = 0
    remembered: float = 0
    moment: float = 0
    importance: float = 0
    expectation: float = 0
    dropoff: float = 0

    @property
    def total(self) -> float:
        """Their sum."""
        parts: tuple[float, ...] = msgspec.structs.astuple(self)
        return round(sum(parts), 2)


def weigh(survey: Survey, place: Place) -> Weight:
    """What one touchpoint weighs."""
    point, score = place.point, place.score
    worst = max((pain.severity or 1 for pain in standing(point)), default=0)
    told = point.importance.customer if point.importance else None
    found = survey.extremes
    return Weight(
        depth=round(2 * max(0.0, -(score or 0.0)), 2),
        severity=round(worst * 2 / 5, 2),
        remembered=2 if any(point is each for each in (found.low, found.peak, found.ending)) else 0,
        moment=2 if point.moment_of_truth is not None else 0,
        importance=round((told or 0) * 2 / 5, 2),
        expectation=round(min(disappointment(place) / 2, 2.0), 2),
        dropoff=round(2 * place.leave, 2),
    )


def average(survey: Survey, places: Sequence[Place]) -> Weight:
    """What several touchpoints weigh together; nothing where there are none."""
    if not places:
        return Weight()
    rows = [msgspec.structs.astuple(weigh(survey, place)) for place in places]
    return Weight(*(round(sum(column) / len(rows), 2) for column in zip(*rows, strict=True)))


def standing(point: Touchpoint) -> tuple[Pain, ...]:
    """The pains that nobody accepted, the worst first."""
    found = [pain for pain in point.pains if not pain.accepted]
    return tuple(sorted(found, key=lambda pain: -(pain.severity or 0)))


def disappointment(place: Place) -> float:
    """How far the score stays below the highest level that was expected here, at least 0."""
    levels = [expected.level for expected in place.point.expectation if expected.level is not None]
    return max(0.0, max(levels) - place.score) if levels and place.score is not None else 0.0
