"""Ids: given ones are checked, missing ones are made from names."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import Any

from msgspec import structs

from cjm.diagnostics import Diagnostic, Edit, Related, Severity, Subject
from cjm.grammar.binder import shorten
from cjm.grammar.entity import Entity, replace
from cjm.model.entities import Framework, Journey, Library, Phase, Touchpoint
from cjm.model.evidence import EVIDENCE_KINDS
from cjm.naming import file_id, slug

_SECTIONS = ("personas", "departments", "channels", "evidence", "metrics")
_LONGEST_NAME = 200


def identify(subject: Journey | Library) -> tuple[Any, list[Diagnostic]]:
    """The same journey or library with every id filled in, and the ids that occur twice."""
    problems: list[Diagnostic] = []
    changes: dict[str, Any] = {"path": subject.origin.path}
    for section in _SECTIONS:
        changes[section] = _declared(getattr(subject, section), section, problems)
        problems += still_there(changes[section])
    if isinstance(subject, Journey):
        changes["id"] = subject.id or file_id(subject.origin.path)
        changes["phases"] = _phases(subject.phases, problems)
    else:
        changes["frameworks"] = tuple(_framework(found, problems) for found in subject.frameworks)
        problems += duplicates(changes["frameworks"])
    return replace(subject, **changes), problems


def subject(journey: Journey, thing: Entity, part: Entity | None = None) -> tuple[str, ...]:
    """The ids that name a thing for good, outermost first."""
    ids = [journey.id]
    if thing is not journey:
        ids.append(str(getattr(thing, "id", "")))
    if part is not None and (named := _own_id(part)):
        ids.append(named)
    return tuple(ids)


def about(thing: Entity, part: Entity | None = None) -> Subject:
    """What a finding at a part is about: a pain, say; of a part without a name of its own, its thing."""
    found: Any = part if part is not None and _own_id(part) else thing
    name = called(found) or str(getattr(found, "text", ""))
    return Subject(type(found).__name__.lower(), _own_id(found), shorten(name, _LONGEST_NAME))


def _own_id(entity: Any) -> str:
    """Its id, or the one that its text makes; empty where it has neither, like a metric's value."""
    return str(getattr(entity, "id", "")) or slug(str(getattr(entity, "text", "")))


def is_bare(entity: Entity) -> bool:
    """Whether it was written as a bare text, which may refer to a library."""
    return list(entity.origin.keys.values()) == [entity.origin.span]


def called(entity: Any) -> str:
    """The name or the title that a declaration has."""
    return str(getattr(entity, "name", "") or getattr(entity, "title", ""))


def _declared(entities: Sequence[Any], section: str, problems: list[Diagnostic]) -> tuple[Any, ...]:
    result: list[Any] = []
    for number, entity in enumerate(entities, 1):
        changes = {"id": entity.id or slug(called(entity), f"{section}-{number}")}
        if section == "evidence":
            # A word that names a kind is that kind.
            changes["kind"] = entity.kind or (changes["id"] if changes["id"] in EVIDENCE_KINDS else "")
        else:
            changes["name"] = entity.name or entity.id
        result.append(replace(entity, **changes))
    problems += duplicates(result)
    return tuple(result)


def _framework(framework: Framework, problems: list[Diagnostic]) -> Framework:
    stages = _declared(framework.stages, "stages", problems)
    return replace(framework, name=framework.name or framework.id, stages=stages)


def duplicates(entities: Iterable[Any]) -> list[Diagnostic]:
    """An error for every entity whose id was used before it."""
    first: dict[str, Any] = {}
    return [
        same_id(entity, first[entity.id])
        for entity in entities
        if first.setdefault(entity.id, entity) is not entity
    ]


def still_there(entities: Sequence[Any]) -> Iterator[Diagnostic]:
    """An error for every entity that was called as another one is."""
    ids = {entity.id: entity for entity in reversed(entities)}
    for entity in entities:
        other = ids.get(entity.was) if entity.was else None
        if other is not None and other is not entity:
            path, place = entity.origin.path, entity.at("was")
            message = f"{entity.was!r} can't be what this was called before: it is an id that is in use"
            help = "give the id that it had, or leave `was:` out"
            related = (Related("used here", other.origin.path, other.at(id_key(other))),)
            yield Diagnostic("duplicate-id", Severity.ERROR, message, path, place, help, related)


def same_id(entity: Any, first: Any) -> Diagnostic:
    """The error that two things share an id; it shows the first."""
    key, first_key = id_key(entity), id_key(first)
    message = f"id {entity.id!r} is used twice"
    help = "give one of them another `id:`"
    related: tuple[Related, ...] = (Related("first used here", first.origin.path, first.at(first_key)),)
    if entity.at(key) == first.at(first_key) and entity.origin.path == first.origin.path:
        message = f"id {entity.id!r} is repeated by an alias"
        help, related = "write one of them out, with another `id:`", ()
    elif key != "id":
        message = f"{called(entity)!r} gets the id {entity.id!r}, which is used already"
        help = "leave one of them out, or give it an `id:` of its own"
    return Diagnostic(
        "duplicate-id", Severity.ERROR, message, entity.origin.path, entity.at(key), help, related
    )


def id_key(entity: Entity) -> str:
    """The key that an entity's id comes from."""
    keys = ("id", "name", "title")
    return next((key for key in keys if entity.wrote(key)), "")


def _phases(phases: tuple[Phase, ...], problems: list[Diagnostic]) -> tuple[Phase, ...]:
    points: list[Phase | Touchpoint] = []
    for phase in phases:
        points += [phase, *phase.touchpoints]
    given: list[Any] = [point for point in points if point.id]
    problems += _renumbered(duplicates(given), points)
    parts: list[Any] = [
        part
        for point in points
        if isinstance(point, Touchpoint)
        for part in (*point.pains, *point.opportunities)
    ]
    problems += duplicates(part for part in parts if part.id)
    made = _filled(points, {point.id for point in given})
    result = []
    for phase in phases:
        phase_id = next(made)
        touchpoints = tuple(replace(touchpoint, id=next(made)) for touchpoint in phase.touchpoints)
        result.append(replace(phase, id=phase_id, touchpoints=touchpoints))
    problems += still_there([each for phase in result for each in (phase, *phase.touchpoints)])
    return tuple(result)


def _renumbered(problems: list[Diagnostic], points: Sequence[Phase | Touchpoint]) -> Iterator[Diagnostic]:
    """The same, each with an id that is free; none where a `next` could mean either."""
    ids = {point.origin.keys["id"]: point.id for point in points if point.id}
    meant = {branch.to for point in points if isinstance(point, Touchpoint) for branch in point.next or ()}
    taken = {*ids.values(), *meant, *(slug(point.name) for point in points)}
    for problem in problems:
        again = ids[problem.span]
        if again in meant or not problem.related:
            yield problem
            continue
        free = next(made for number in count(2) if (made := f"{again}-{number}") not in taken)
        taken.add(free)
        yield structs.replace(problem, guess=Edit(problem.span, free))


def _filled(points: Sequence[Phase | Touchpoint], taken: set[str]) -> Iterator[str]:
    """The id of every point, given or made from its name, with -2, -3 on repetition."""
    counts: dict[str, int] = {}
    numbers = {"phase": 0, "touchpoint": 0}
    for point in points:
        kind = "phase" if isinstance(point, Phase) else "touchpoint"
        numbers[kind] += 1
        base = slug(point.name, f"{kind}-{numbers[kind]}")
        made = point.id or base
        while not point.id and made in taken:
            counts[base] = counts.get(base, 1) + 1
            made = f"{base}-{counts[base]}"
        taken.add(made)
        yield made
