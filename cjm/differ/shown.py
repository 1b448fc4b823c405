"""A value of a journey as a person would write it: references by name, scores on the author's scale."""

from functools import cache
from typing import Any

import msgspec

from cjm.grammar.binder import Type
from cjm.grammar.entity import Entity
from cjm.grammar.quantities import Quantity, Ratio
from cjm.grammar.record import Record
from cjm.grammar.scalars import Reference
from cjm.grammar.several import ListOf, MapOf
from cjm.measures import figure
from cjm.model.entities import Branch, Emotion, Journey
from cjm.model.identity import called
from cjm.model.types import Level
from cjm.project.targets import END

SECTIONS = ("personas", "departments", "channels", "evidence", "metrics")


def section(kind: str) -> str:
    """The list that a kind of reference leads into: `departments` for a department."""
    return kind if kind == "evidence" else f"{kind}s"


class Names:
    """What one version of a journey calls things."""

    def __init__(self, journey: Journey) -> None:
        self.journey = journey
        self.of = {name: {each.id: called(each) for each in getattr(journey, name)} for name in SECTIONS}
        self.points = {point.id: point.name for point in journey.touchpoints}

    def name(self, section: str, id: str) -> str:
        """The name behind an id, or else the id."""
        return self.of[section].get(id) or id

    def way(self, branch: Branch) -> str:
        """Where a branch leads."""
        if branch.elsewhere:
            return elsewhere(branch)
        return "the end" if branch.to == END else self.points.get(branch.to) or branch.to

    def shown(self, value: Any, type_: Type) -> str:
        """A value of that type; an empty text for none."""
        match type_:
            case Reference() if value is not None:
                return self.name(section(type_.kind), value)
            case Level() if value is not None:
                return figure(value, self.journey)
            case Ratio() if value is not None:
                return f"{round(value * 100, 6):g}%"
            case Record() if isinstance(value, Entity):
                return self.record(value, type_)
            case ListOf():
                return ", ".join(self.shown(item, type_.item) for item in value or ())
            case MapOf():
                names = section(type_.name)
                return ", ".join(
                    f"{self.name(names, id)}: {self.shown(item, type_.value)}" for id, item in value.items()
                )
        return self._plain(value)

    def record(self, entity: Any, record: Record) -> str:
        """`No way to pay (severity 4)`: what its bare text would be, then all else that is said."""
        first = label(self, entity, record)
        more = [
            f"{key.name} {said}"
            for key in record.keys
            if key.name not in {record.shorthand, "id", "was"}
            and getattr(entity, key.attribute) != default(entity, key.attribute)
            and (said := self.shown(getattr(entity, key.attribute), key.type))
        ]
        rest = ", ".join(more)
        return f"{first} ({rest})" if first and rest else first or rest or "yes"

    def _plain(self, value: Any) -> str:
        if isinstance(value, Emotion):
            score = figure(value.score, self.journey)
            return f"{value.feeling} ({score})" if value.feeling else score
        if value is None or value == ():
            return ""
        if isinstance(value, bool):
            return str(value).lower()
        if isinstance(value, float):
            return f"{value:.15g}"
        if isinstance(value, Quantity) and value.form == "duration" and value.value == 1:
            return str(value).removesuffix("s")
        if isinstance(value, tuple):
            return f"[{', '.join(map(self._plain, value))}]"
        return str(value)


def elsewhere(thing: Any) -> str:
    """The title of the journey that a thing leads to, and the touchpoint there; empty for none."""
    found = getattr(thing, "elsewhere", None)
    return " › ".join(filter(None, (found.title, found.name))) if found else ""


def label(names: Names, entity: Any, record: Record) -> str:
    """What a part is called: the text that it would be if nothing else were said of it."""
    if isinstance(entity, Branch):
        return names.way(entity)
    if not record.shorthand:
        return ""
    key = record.spellings[record.shorthand]
    return names.shown(getattr(entity, key.attribute), key.type)


def default(entity: Entity, attribute: str) -> Any:
    """What a field is where nothing is written."""
    return _defaults(type(entity)).get(attribute)


@cache
def _defaults(entity: type[Entity]) -> dict[str, Any]:
    fields = msgspec.structs.fields(entity)
    return {field.name: field.default for field in fields if field.default is not msgspec.NODEFAULT}
