"""A journey as the moves look at it: its places in order, and what is answered at each.

In: a resolved journey, and frameworks of one's own by id. Out: a `Survey`; nothing is
judged here.
"""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from cjm.languages import language
from cjm.measures import Extremes, extremes, scored
from cjm.model.entities import Framework, Journey, Phase, Touchpoint
from cjm.model.frameworks import framework


class Place(msgspec.Struct, frozen=True):
    """A touchpoint in its phase; `index` counts over the whole journey, `score` is the main curve's.

    `leave` is the share of customers who go no further, 0…1.
    """

    index: int
    phase: Phase
    point: Touchpoint
    score: float | None
    leave: float = 0


class Survey(msgspec.Struct, frozen=True):
    """A journey, its places in the order of the file, and what is remembered of it.

    `stages` are those of its framework in order, as id and the words to show (a name and
    the customer's question); empty where it has none. `of_phase` is the stage of each
    phase, "" where it names none that the framework knows; `times` are the durations
    that were measured, in seconds.
    """

    journey: Journey
    places: tuple[Place, ...]
    extremes: Extremes
    stages: tuple[tuple[str, str, str], ...] = ()
    of_phase: tuple[str, ...] = ()
    times: tuple[float, ...] = ()

    @property
    def low(self) -> Place | None:
        """The lowest point, where it lies below zero."""
        return self._at(self.extremes.low)

    @property
    def peak(self) -> Place | None:
        """The highest point, where it lies above zero."""
        return self._at(self.extremes.peak)

    @property
    def ending(self) -> Place | None:
        """The last touchpoint, where it has a score and two come before it."""
        return self._at(self.extremes.ending)

    def in_stages(self, wanted: Iterable[str]) -> Iterator[Phase]:
        """The phases of these stages that have touchpoints."""
        ids = set(wanted)
        for phase, stage in zip(self.journey.phases, self.of_phase, strict=True):
            if stage in ids and phase.touchpoints:
                yield phase

    def _at(self, point: Touchpoint | None) -> Place | None:
        return next((place for place in self.places if place.point is point), None)


def survey(journey: Journey, own: Mapping[str, Framework]) -> Survey:
    """The journey, looked over once."""
    pairs = [(phase, point) for phase in journey.phases for point in phase.touchpoints]
    places = tuple(
        Place(
            index,
            phase,
            point,
            emotion.score if (emotion := scored(point, journey)) else None,
            _leave(point, last=index == len(pairs) - 1),
        )
        for index, (phase, point) in enumerate(pairs)
    )
    times = tuple(time for _, point in pairs if (time := wait(point)) is not None)
    stages, of_phase = _staged(journey, own)
    return Survey(journey, places, extremes(journey), stages, of_phase, times)


def _staged(
    journey: Journey, own: Mapping[str, Framework]
) -> tuple[tuple[tuple[str, str, str], ...], tuple[str, ...]]:
    if journey.framework in own:
        mine = own[journey.framework]
        known = {word: stage.id for stage in mine.stages for word in (stage.id, stage.name) if word}
        stages = tuple((stage.id, stage.name or stage.id, stage.question) for stage in mine.stages)
        return stages, tuple(known.get(phase.stage, "") for phase in journey.phases)
    found = framework(journey.framework)
    if found is None:
        return (), ("",) * len(journey.phases)
    named = [found.stage(phase.stage) if phase.stage else None for phase in journey.phases]
    said = language("en").frameworks[found.id].stages
    return (
        tuple((id, words.name, words.question) for id, words in said.items()),
        tuple(stage.id if stage else "" for stage in named),
    )


def _leave(point: Touchpoint, *, last: bool) -> float:
    """The drop-off, else the share of `next: end`; nobody who is at the last touchpoint leaves early."""
    measured = point.metrics.get("dropoff")
    if measured is not None and measured.value.form in ("ratio", "number"):
        return min(max(measured.value.value, 0.0), 1.0)
    if last:
        return 0.0
    return min(sum(way.share or 0.0 for way in point.next or () if way.to == "end"), 1.0)


def wait(point: Touchpoint) -> float | None:
    """How long it takes, in seconds, where that was measured."""
    measured = point.metrics.get("duration")
    return measured.value.comparable if measured and measured.value.form == "duration" else None
