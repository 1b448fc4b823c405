"""What a journey refers to: its declarations, and the touchpoints that it or another one leads to."""

from collections.abc import Iterator
from typing import Any

from cjm.differ.shown import section
from cjm.grammar.binder import Type
from cjm.grammar.entity import Entity
from cjm.grammar.scalars import Reference
from cjm.grammar.several import ListOf, MapOf
from cjm.model.entities import Journey
from cjm.model.keys import JOURNEY
from cjm.project import Project

Referred = set[tuple[str, str]]


def referred(journey: Journey, project: Project) -> Referred:
    """Sections and ids of all that is referred to, `("departments", "sales")`.

    Of the phase model it is `("frameworks", …)`, of what another journey of the project calls this
    one by `("journeys", …)`.
    """
    found = set(_references(journey, JOURNEY))
    found |= {(name, id) for name, ids in journey.named.items() for id in ids}
    found |= {("touchpoints", way.to) for point in journey.touchpoints for way in point.next or ()}
    found.add(("frameworks", journey.framework))
    for other in project.journeys:
        for point in other.touchpoints:
            if not (point.next or point.links or point.elsewhere):
                continue  # as with most
            ways = [way.elsewhere for way in point.next or ()]
            found |= _leading([*ways, *(link.elsewhere for link in point.links), point.elsewhere], journey)
        found |= _leading([link.elsewhere for link in other.links], journey)
        if other.path != journey.path and other.benchmark == journey.id:
            found.add(("journeys", journey.id))
    return found


def _leading(places: list[Any], journey: Journey) -> Referred:
    """What leads into a journey."""
    inside = [place for place in places if place and place.path == journey.path]
    points = {("touchpoints", place.point) for place in inside if place.name}
    return points | ({("journeys", journey.id)} if inside else set())


def _references(value: Any, type_: Type) -> Iterator[tuple[str, str]]:
    match type_:
        case Reference() if value:
            yield section(type_.kind), value
        case ListOf():
            for item in value or ():
                yield from _references(item, type_.item)
        case MapOf():
            for id, item in value.items():
                yield section(type_.name), id
                yield from _references(item, type_.value)
        case _ if isinstance(value, Entity):
            for key in getattr(type_, "keys", ()):
                yield from _references(getattr(value, key.attribute), key.type)
