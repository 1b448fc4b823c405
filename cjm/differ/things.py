"""Phases, touchpoints and declarations: what is new, gone, renamed, moved, split or merged.

In: the things of both versions and which are the same. Out: changes, told to a `Walk`.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from cjm.differ.change import Change
from cjm.differ.declarations import in_order, is_missed, renamed
from cjm.differ.matching import Match, Pairs, phase_of, unmoved
from cjm.differ.referred import Referred
from cjm.differ.walk import Walk
from cjm.differ.where import Where
from cjm.model.entities import Branch, Journey, Phase, Touchpoint
from cjm.model.identity import called
from cjm.model.keys import JOURNEY
from cjm.model.keys.touchpoint import TOUCHPOINT
from cjm.project.targets import END

PHASE: Any = JOURNEY.spellings["phases"].type.item  # type: ignore[attr-defined]
_NAMED = ("id", "was", "name", "title", "touchpoints", "next")
_WAY = TOUCHPOINT.spellings["next"]


class Things:
    """Both versions of a journey's phases and touchpoints, and what is the same in them."""

    def __init__(self, walk: Walk, match: Match, used: tuple[Referred, Referred]) -> None:
        self.walk, self.match, self.used = walk, match, used
        self.old, self.new = walk.old.journey, walk.new.journey
        self.phases = phase_of(self.old.phases), phase_of(self.new.phases)
        self.crossed = _crossed(self.old, self.new, match)

    def compare(self) -> None:
        """Tell all that changed, in the order of the map."""
        moved = _moved(self.match.phases)
        points = _moved_points(self.match.touchpoints, self.phases, self.match.phases)
        for one, other in in_order(len(self.old.phases), len(self.new.phases), self.match.phases):
            old = self.old.phases[one] if one is not None else None
            new = self.new.phases[other] if other is not None else None
            where = self._where(old, new, "phase")
            if old and new:
                renamed(self.walk, old, new, where, self.used[0], "touchpoints")
                if one in moved:
                    before, after = self._after(self.old.phases, old), self._after(self.new.phases, new)
                    self._moved(old, new, where, before, after)
                self.walk.entity(PHASE, old, new, where, _NAMED)
            elif new:
                self._added(new, where)
            elif old:
                self._removed(old, where)
            self._tell_points(one, other, points)

    def _tell_points(self, one: int | None, other: int | None, moved: set[int]) -> None:
        """The touchpoints of a phase, and those that are gone from it."""
        before = [at for at, of in enumerate(self.phases[0]) if of == one]
        after = [at for at, of in enumerate(self.phases[1]) if of == other]
        here = {at: number for number, at in enumerate(after)}
        pairs = {
            number: here[self.match.touchpoints[at]]
            for number, at in enumerate(before)
            if self.match.touchpoints.get(at) in here
        }
        back = {new: old for old, new in self.match.touchpoints.items()}
        for place, now in in_order(len(before), len(after), pairs):
            if now is None and place is not None:
                if before[place] not in self.match.touchpoints:
                    self._gone_point(self.old.touchpoints[before[place]], before[place])
            elif now is not None and after[now] not in back:
                self._new_point(self.new.touchpoints[after[now]], after[now])
            elif now is not None:
                self._point(back[after[now]], after[now], back[after[now]] in moved)

    def _point(self, one: int, other: int, is_moved: bool) -> None:
        old, new = self.old.touchpoints[one], self.new.touchpoints[other]
        where = self._where(old, new, "touchpoint", self._phase_name(1, other))
        parts = [self.new.touchpoints[at] for at, of in self.match.split.items() if of == one]
        whole = [self.old.touchpoints[at] for at, of in self.match.merged.items() if of == other]
        if parts:
            self._told_parts("split", where, old, [new, *parts], self.new)
        elif whole:
            self._told_parts("merged", where, new, [old, *whole], self.old)
        if not parts and not whole:
            renamed(self.walk, old, new, where, self.used[0], "touchpoints")
        elif old.id != new.id:
            renamed(self.walk, old, new, where, self.used[0], "touchpoints", only_lost=True)
        if is_moved:
            self._moved(old, new, where, *self._places(one, other))
        told = self._within(old, new, where)
        if parts:  # what a part has now isn't gone
            gone = [_values(self._within(old, part, where), "removed") for part in parts]
            told = [
                each for each in told if each.kind != "removed" or _values([each], "removed") <= _all(gone)
            ]
        for other_one in whole:  # what it had isn't new, and what it alone had may be lost
            found = self._within(other_one, new, where._replace(old=_ids(self.old, other_one)))
            come = _values(found, "added")
            told = [each for each in told if each.kind != "added" or _values([each], "added") <= come]
            lost = (each for each in found if each.kind == "removed")
            told += [replace(each, note=f"of {other_one.name}") for each in lost]
        self.walk.changes += told
        self._ways(old, new, where)

    def _within(self, old: Touchpoint, new: Touchpoint, where: Where) -> list[Change]:
        """What changed in a touchpoint, not told yet."""
        walk = Walk(self.walk.old, self.walk.new, self.walk.same)
        walk.entity(TOUCHPOINT, *self._in_one_form(old, new), where, _NAMED)
        for key, id in walk.same_parts.items():
            self.walk.same_parts.setdefault(key, id)
        return walk.changes

    def _in_one_form(self, old: Touchpoint, new: Touchpoint) -> tuple[Touchpoint, Touchpoint]:
        """With `emotions` on both sides where one has them: a bare `emotion` is the first persona's."""
        if old.emotions and not new.emotions:
            return old, _by_persona(new, self.new)
        if new.emotions and not old.emotions:
            return _by_persona(old, self.old), new
        return old, new

    def _ways(self, old: Touchpoint, new: Touchpoint, where: Where) -> None:
        """Where the customer goes on; saying that it is the next touchpoint changes nothing."""
        if old.next is None and new.next is None:
            return
        inner = where.at("next", topic="next", key="next")
        ways = _ways_on(old, self.old), _ways_on(new, self.new)
        self.walk.parts(_WAY.type.item, "next", *ways, old, new, inner)  # type: ignore[attr-defined]

    def _told_parts(
        self, kind: Any, where: Where, whole: Touchpoint, parts: Sequence[Touchpoint], journey: Journey
    ) -> None:
        ids = {part.id for part in parts}
        names = " + ".join(point.name for point in journey.touchpoints if point.id in ids)
        topic = "touchpoint_added" if kind == "split" else "touchpoint_removed"
        where = where.at(topic=topic, key="name")
        old, new = where.old[1], where.new[1]
        before, after = (whole.name, names) if kind == "split" else (names, whole.name)
        self.walk.tell(kind, where, (old, "name", before), (new, "name", after))

    def _new_point(self, new: Touchpoint, number: int) -> None:
        if number in self.match.split:
            return  # told where the rest of it is
        where = self._where(None, new, "touchpoint", self._phase_name(1, number))
        if new.id in self.crossed:
            self._crossed(self.crossed[new.id], new, where)
        else:
            self._added(new, where)

    def _gone_point(self, old: Touchpoint, number: int) -> None:
        if number in self.match.merged:
            new = self.new.touchpoints[self.match.merged[number]]
            if self._is_missed(old, "touchpoints") and new.was != old.id:
                where = self._where(old, new, "touchpoint", self._phase_name(0, number))
                where = where._replace(words=(*where.words[:-1], old.name)).at("id", topic="id", key="id")
                self.walk.tell("removed", where, (old, "id", old.id), note=f"in {new.name} now")
            return
        if old.id in {thing.id for thing in self.crossed.values()}:
            return
        where = self._where(old, None, "touchpoint", self._phase_name(0, number))
        self._removed(old, where)

    def _added(self, new: Phase | Touchpoint, where: Where) -> None:
        if new.id in self.crossed:
            self._crossed(self.crossed[new.id], new, where)
            return
        where = where.at(topic=f"{where.thing}_added")
        self.walk.tell("added", where, new=(new, "", new.name))

    def _removed(self, old: Phase | Touchpoint, where: Where) -> None:
        if old.id in {thing.id for thing in self.crossed.values()}:
            return
        missed = self._is_missed(old, "touchpoints")
        topic = "id" if missed and where.thing == "touchpoint" else f"{where.thing}_removed"
        advice = f"write `was: {old.id}` at what takes its place" if missed else ""
        self.walk.tell("removed", where.at(topic=topic), (old, "", old.name), advice=advice)

    def _crossed(self, old: Phase | Touchpoint, new: Phase | Touchpoint, where: Where) -> None:
        kinds = ("touchpoint", "phase") if isinstance(new, Phase) else ("phase", "touchpoint")
        where = where._replace(old=((self.old.id, old.id), old)).at(topic="kind")
        self.walk.tell("changed-kind", where, (old, "", kinds[0]), (new, "", kinds[1]))

    def _is_missed(self, old: Any, section: str) -> bool:
        return is_missed(old, section, self.used[0])

    def _moved(self, old: Any, new: Any, where: Where, before: str, after: str) -> None:
        self.walk.tell("moved", where.at(topic="order"), (old, "", before), (new, "", after))

    def _after(self, things: Sequence[Any], thing: Any) -> str:
        at = next(at for at, each in enumerate(things) if each is thing)
        return f"after {things[at - 1].name}" if at else "first"

    def _places(self, one: int, other: int) -> tuple[str, str]:
        """Where a touchpoint stood and stands; with its phase, where that is another one."""
        phases = self.phases[0][one], self.phases[1][other]
        apart = self.match.phases.get(phases[0]) != phases[1]
        found = []
        for journey, at, number in zip((self.old, self.new), phases, (one, other), strict=True):
            phase = journey.phases[at]
            after = self._after(phase.touchpoints, journey.touchpoints[number])
            found.append(f"{phase.name}, {after}" if apart else after)
        return found[0], found[1]

    def _phase_name(self, side: int, number: int) -> str:
        return (self.old, self.new)[side].phases[self.phases[side][number]].name

    def _where(self, old: Any, new: Any, thing: str, *above: str) -> Where:
        name = called(new or old)
        return Where((*above, name), thing, _ids(self.old, old), _ids(self.new, new))


def _ids(journey: Journey, thing: Any) -> tuple[tuple[str, ...], Any]:
    return ((journey.id, thing.id), thing) if thing is not None else ((journey.id,), journey)


def _moved(pairs: Pairs) -> set[int]:
    """The old numbers of what moved."""
    order = sorted(pairs)
    stayed = unmoved([pairs[at] for at in order])
    return {at for place, at in enumerate(order) if place not in stayed}


def _moved_points(
    pairs: Pairs, phases: tuple[Sequence[int], Sequence[int]], same: Mapping[int, int]
) -> set[int]:
    """The old numbers of touchpoints that are in another phase, or at another place in theirs."""
    moved: set[int] = set()
    within: dict[int, Pairs] = {}
    for one, other in pairs.items():
        if same.get(phases[0][one]) == phases[1][other]:
            within.setdefault(phases[1][other], {})[one] = other
        else:
            moved.add(one)
    return moved.union(*map(_moved, within.values()))


def _values(changes: Sequence[Change], kind: str) -> set[tuple[str, str]]:
    """The keys and values of the changes of a kind."""
    sides = (
        (each.key, each.before if kind == "removed" else each.after) for each in changes if each.kind == kind
    )
    return {(key, side.value) for key, side in sides if side}


def _all(sets: Sequence[set[tuple[str, str]]]) -> set[tuple[str, str]]:
    return set.intersection(*sets)


def _by_persona(point: Touchpoint, journey: Journey) -> Touchpoint:
    if point.emotion is None or not journey.personas:
        return point
    felt = {journey.personas[0].id: point.emotion}
    return replace(point, emotion=None, emotions=felt, origin=point.origin)


def _ways_on(point: Touchpoint, journey: Journey) -> tuple[Branch, ...]:
    if point.next is not None:
        return point.next
    points = journey.touchpoints
    at = next(at for at, each in enumerate(points) if each is point)
    return (Branch(to=points[at + 1].id if at + 1 < len(points) else END),)


def _crossed(old: Journey, new: Journey, match: Match) -> dict[str, Any]:
    """The touchpoints that are phases now, and phases that are touchpoints, by their new ids."""
    points: dict[str, Any] = {
        each.id: each for at, each in enumerate(old.touchpoints) if at not in match.touchpoints
    }
    phases: dict[str, Any] = {each.id: each for at, each in enumerate(old.phases) if at not in match.phases}
    sides: tuple[tuple[Sequence[Any], Pairs, dict[str, Any]], ...] = (
        (new.phases, match.phases, points),
        (new.touchpoints, match.touchpoints, phases),
    )
    found = {}
    for things, pairs, before in sides:
        for at, each in enumerate(things):
            old_one = before.get(each.id) or before.get(each.was)
            if at not in pairs.values() and old_one is not None:
                found[each.id] = old_one
    return found
