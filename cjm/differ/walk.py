"""Two versions of one thing → what changed in it, key by key of its table.

In: two entities and the table of their keys. Out: changes with words and places on both sides. It
knows no journey: which keys there are, it asks the table.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from cjm.differ.change import Change, Kind, Side
from cjm.differ.parts import nearest, own_id, same_parts
from cjm.differ.shown import Names, elsewhere, label, section
from cjm.differ.topics import topic
from cjm.differ.where import Where
from cjm.grammar.binder import Type, shorten
from cjm.grammar.entity import Entity
from cjm.grammar.key import Key
from cjm.grammar.record import Record
from cjm.grammar.scalars import Reference, Text
from cjm.grammar.several import ListOf, MapOf
from cjm.model.entities import Branch, Emotion
from cjm.model.types import Point

Same = Callable[[str, str], str]
_SIGNED = (-2.0, 2.0)


class Walk:
    """The changes found so far between two versions; `same(section, id)` is the id after of one before.

    `same_parts` leads from a thing's id after and its part's id before to that after.
    """

    def __init__(self, old: Names, new: Names, same: Same) -> None:
        self.old, self.new, self.same = old, new, same
        self.changes: list[Change] = []
        self.same_parts: dict[tuple[str, str], str] = {}

    def entity(
        self, record: Record, old: Any, new: Any, where: Where, skip: Sequence[str] = ("id", "was")
    ) -> None:
        """Compare two versions of one thing."""
        for key in record.keys:
            if key.name not in skip:
                self._key(record, key, old, new, where)
        self._elsewhere(old, new, where)

    def tell(
        self,
        kind: Kind,
        where: Where,
        old: tuple[Entity | None, str, Any] = (None, "", ""),
        new: tuple[Entity | None, str, Any] = (None, "", ""),
        note: str = "",
        advice: str = "",
    ) -> None:
        """Note a change; each side is the entity that has it, the attribute there, and the value in words."""
        sides = [
            self._side(names, ids, entity, owner, attribute, value)
            for names, (ids, owner), (entity, attribute, value) in (
                (self.old, where.old, old),
                (self.new, where.new, new),
            )
        ]
        about = where.topic, "", where.thing, where.words, where.key
        self.changes.append(Change(kind, *about, sides[0], sides[1], note, advice))

    def _side(
        self, names: Names, ids: tuple[str, ...], entity: Any, owner: Entity, attribute: str, value: str
    ) -> Side | None:
        if entity is None:
            return None
        place = entity if entity.origin.path else owner
        span = place.at(attribute) if place is entity else place.at()
        return Side(ids, place.origin.path or names.journey.path, span, value)

    def _key(self, record: Record, key: Key, old: Any, new: Any, where: Where) -> None:
        name = key.attribute
        one, other = getattr(old, name), getattr(new, name)
        word = min(filter(None, (key.name, key.singular)), key=len).replace("_", " ")
        inner = where.at(word, topic=topic(record, key, where.topic), key=key.name)
        match key.type:
            case Point():
                self._point(one, other, old, new, inner)
            case ListOf() if isinstance(key.type.item, Record):
                self.parts(key.type.item, name, one or (), other or (), old, new, inner)
            case ListOf():
                self._list(key.type.item, name, one or (), other or (), old, new, inner)
            case MapOf():
                self._map(key.type, name, one, other, old, new, inner)
            case Record():
                self._part(key.type, name, one, other, old, new, inner)
            case _:
                self._value(key.type, name, one, other, old, new, inner)

    def _value(self, type_: Type, name: str, one: Any, other: Any, old: Any, new: Any, where: Where) -> None:
        mapped = one
        if isinstance(type_, Reference) and one:
            mapped = self.same(section(type_.kind), one)
        told = self.old.shown(one, type_), self.new.shown(other, type_)
        if mapped == other or (told[0] == told[1] and type(mapped) is not type(other)):
            return
        self._between(told, (old, name), (new, name), where)

    def _between(
        self,
        told: tuple[str, str],
        old: tuple[Any, str],
        new: tuple[Any, str],
        where: Where,
        note: str = "",
    ) -> None:
        """A value that appeared, went or changed."""
        before, after = (*old, told[0]), (*new, told[1])
        if not told[0]:
            self.tell("added", where, new=after, note=note)
        elif not told[1]:
            self.tell("removed", where, old=before, note=note)
        else:
            self.tell("changed", where, before, after, note)

    def _point(self, one: Emotion | None, other: Emotion | None, old: Any, new: Any, where: Where) -> None:
        if one == other:
            return
        told = self.old.shown(one, Point()), self.new.shown(other, Point())
        note = ""
        if one and other:
            low, high = sorted((one.score, other.score))
            step = round(other.score - one.score, 4)
            if not step:
                where = where.at(topic="detail")
            elif high - low < 1 and not low < 0 < high:
                where = where.at(topic="emotion_slightly")
            scales = {self.old.journey.emotion_scale, self.new.journey.emotion_scale}
            note = f"{step:+g}" if step and scales == {_SIGNED} else ""
        self._between(told, (old, "emotion"), (new, "emotion"), where, note)

    def _map(
        self,
        type_: MapOf,
        name: str,
        one: Mapping[str, Any],
        other: Mapping[str, Any],
        old: Any,
        new: Any,
        where: Where,
    ) -> None:
        names = section(type_.name)
        before = {self.same(names, id): value for id, value in one.items()}
        for id in (*before, *(id for id in other if id not in before)):
            word = self.new.name(names, id) if id in self.new.of[names] else self.old.name(names, id)
            inner = where.at(word)
            if isinstance(type_.value, Record):
                self._part(type_.value, name, before.get(id), other.get(id), old, new, inner)
            else:
                self._point(before.get(id), other.get(id), before.get(id) or old, other.get(id) or new, inner)

    def _part(
        self, record: Record, name: str, one: Any, other: Any, old: Any, new: Any, where: Where
    ) -> None:
        """One entity, or none, that hangs on another."""
        if one is None and other is None:
            return
        if one is None:
            self.tell("added", where, new=(other, "", self.new.shown(other, record)))
        elif other is None:
            self.tell("removed", where, old=(one, "", self.old.shown(one, record)))
        else:
            self._inside(record, one, other, where)

    def _inside(self, record: Record, one: Any, other: Any, where: Where, called: str = "") -> None:
        """What changed in a part; its bare text is the part itself, all else a key of it."""
        where = where._replace(old=(where.old[0], one), new=(where.new[0], other))
        self._elsewhere(one, other, where)
        for key in record.keys:
            if key.name != record.shorthand:
                words = where.words
                if called:
                    words = (*words[:-1], f"{words[-1]} “{shorten(called, 60)}”")
                if key.name not in ("id", "was"):
                    self._key(record, key, one, other, where._replace(words=words))
            elif isinstance(one, Branch):
                if self.same("touchpoints", one.to) != other.to:
                    ways = (one, "to", self.old.way(one)), (other, "to", self.new.way(other))
                    self.tell("changed", where, *ways)
            else:
                at = where.at(topic=topic(record, key, where.topic))
                values = getattr(one, key.attribute), getattr(other, key.attribute)
                self._value(key.type, key.attribute, *values, one, other, at)

    def _elsewhere(self, one: Any, other: Any, where: Where) -> None:
        """What a thing leads to in another journey, where that is called otherwise now."""
        names = [elsewhere(each) for each in (one, other)]
        if all(names) and names[0] != names[1]:
            attribute = next(name for name in ("detail", "to", "url") if hasattr(one, name))
            if getattr(one, attribute) == getattr(other, attribute):
                inner = where.at("leads to", topic="detail", key=attribute)
                self.tell("changed", inner, (one, attribute, names[0]), (other, attribute, names[1]))

    def parts(
        self,
        record: Record,
        name: str,
        one: Sequence[Any],
        other: Sequence[Any],
        old: Any,
        new: Any,
        where: Where,
    ) -> None:
        """Several entities that hang on another: pains, opportunities, ways on."""
        pairs = same_parts(one, other, *self._keys_of(record))
        for at, part in enumerate(one):
            inner = self._of_part(where, part, None)
            if at in pairs:
                after = other[pairs[at]]
                self.same_parts[where.new[0][-1], own_id(part)] = own_id(after)
                self._inside(
                    record, part, after, self._of_part(where, part, after), label(self.new, after, record)
                )
            else:
                self.tell("removed", inner, old=(part, "", self.old.shown(part, record)))
        for at, part in enumerate(other):
            if at not in pairs.values():
                inner = self._of_part(where, None, part)
                self.tell("added", inner, new=(part, "", self.new.shown(part, record)))
        if list(pairs.values()) != sorted(pairs.values()):
            self._arranged(where, (old, name), (new, name))

    def _of_part(self, where: Where, one: Any, other: Any) -> Where:
        """With the part's own id among those that name it."""
        old = (*where.old[0], *filter(None, [own_id(one)])), where.old[1]
        new = (*where.new[0], *filter(None, [own_id(other)])), where.new[1]
        return where._replace(old=old, new=new)

    def _keys_of(self, record: Record) -> tuple[Callable[[Any], str], Callable[[Any], str]]:
        """What a part says, on either side, in the terms of the new one."""

        def of(names: Names, part: Any) -> str:
            if isinstance(part, Branch):
                return self.same("touchpoints", part.to) if names is self.old else part.to
            return label(names, part, record).casefold()

        return partial(of, self.old), partial(of, self.new)

    def _list(
        self,
        item: Type,
        name: str,
        one: Sequence[Any],
        other: Sequence[Any],
        old: Any,
        new: Any,
        where: Where,
    ) -> None:
        """Several texts or references."""
        is_reference = isinstance(item, Reference)
        mapped = (
            [self.same(section(item.kind), each) for each in one]
            if isinstance(item, Reference)
            else list(one)
        )
        gone = [at for at, each in enumerate(mapped) if each not in other]
        come = [at for at, each in enumerate(other) if each not in mapped]
        told = [self.old.shown(each, item) for each in one], [self.new.shown(each, item) for each in other]
        pairs: dict[int, int] = {}
        if len(gone) == len(come) == 1 and (is_reference or len(one) == len(other) == 1):
            pairs = {gone[0]: come[0]}
        elif type(item) is Text:
            pairs = {
                at: best
                for at in gone
                if (best := nearest(told[0][at], {each: told[1][each] for each in come})) is not None
            }
            pairs = {at: best for at, best in pairs.items() if list(pairs.values()).count(best) == 1}
        for at in gone:
            if at in pairs:
                self.tell("changed", where, (old, name, told[0][at]), (new, name, told[1][pairs[at]]))
            else:
                self.tell("removed", where, old=(old, name, told[0][at]))
        for at in come:
            if at not in pairs.values():
                self.tell("added", where, new=(new, name, told[1][at]))
        if not gone and not come and mapped != list(other):
            self._arranged(where, (old, name), (new, name))

    def _arranged(self, where: Where, old: tuple[Any, str], new: tuple[Any, str]) -> None:
        topic = "next" if where.topic == "next" else "look"
        self.tell("moved", where.at(topic=topic), (*old, ""), (*new, ""), "in another order")
