"""Ids: given ones are checked, missing ones are made from names."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from cjm.diagnostics import Diagnostic, Related, Severity
from cjm.grammar.entity import Entity, replace
from cjm.model.entities import Journey, Library, Phase, Touchpoint
from cjm.model.evidence import EVIDENCE_KINDS

_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")
_SECTIONS = ("personas", "departments", "channels", "evidence", "metrics")


def slug(name: str, otherwise: str = "") -> str:
    """`Café & bar` → `cafe-bar`; `otherwise` where nothing is left, or what is left is reserved."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    made = _NOT_IN_SLUG.sub("-", plain).strip("-")[:80].rstrip("-")
    return made if made and made != "end" else otherwise


def file_id(path: str) -> str:
    """The id that a file's name gives: `maps/Een dag.cjm.yaml` → `een-dag`."""
    name = path.rsplit("/", 1)[-1]
    for ending in (".cjm.yaml", ".cjm.yml", ".yaml", ".yml"):
        name = name.removesuffix(ending)
    return slug(name, "journey")


def identify(subject: Journey | Library) -> tuple[Any, list[Diagnostic]]:
    """The same journey or library with every id filled in, and the ids that occur twice."""
    problems: list[Diagnostic] = []
    changes: dict[str, Any] = {"path": subject.origin.path}
    for section in _SECTIONS:
        changes[section] = _declared(getattr(subject, section), section, problems)
    if isinstance(subject, Journey):
        changes["id"] = subject.id or file_id(subject.origin.path)
        changes["phases"] = _phases(subject.phases, problems)
    return replace(subject, **changes), problems


def is_bare(entity: Entity) -> bool:
    """Whether it was written as a bare text, which may refer to a library."""
    return list(entity.origin.keys.values()) == [entity.origin.span]


def _declared(entities: Sequence[Any], section: str, problems: list[Diagnostic]) -> tuple[Any, ...]:
    result: list[Any] = []
    for entity in entities:
        name = getattr(entity, "name", "") or getattr(entity, "title", "")
        changes = {"id": entity.id or slug(name, f"{section}-{len(result) + 1}")}
        if section == "evidence":
            # A word that names a kind is that kind.
            changes["kind"] = entity.kind or (changes["id"] if changes["id"] in EVIDENCE_KINDS else "")
        else:
            changes["name"] = entity.name or entity.id
        result.append(replace(entity, **changes))
    problems += duplicates(result)
    return tuple(result)


def duplicates(entities: Iterable[Any]) -> list[Diagnostic]:
    """An error for every entity whose id was used before it."""
    first: dict[str, Any] = {}
    return [
        same_id(entity, first[entity.id])
        for entity in entities
        if first.setdefault(entity.id, entity) is not entity
    ]


def same_id(entity: Any, first: Any) -> Diagnostic:
    """The error that two things share an id; it shows the first."""
    return Diagnostic(
        "duplicate-id",
        Severity.ERROR,
        f"id {entity.id!r} is used twice",
        entity.origin.path,
        entity.at("id" if entity.wrote("id") else "name"),
        "give one of them another `id:`",
        (Related("first used here", first.origin.path, first.at("id" if first.wrote("id") else "name")),),
    )


def _phases(phases: tuple[Phase, ...], problems: list[Diagnostic]) -> tuple[Phase, ...]:
    points: list[Phase | Touchpoint] = []
    for phase in phases:
        points += [phase, *phase.touchpoints]
    given = [point for point in points if point.id]
    problems += duplicates(given)
    parts = [
        part
        for point in points
        if isinstance(point, Touchpoint)
        for part in (*point.pains, *point.opportunities)
    ]
    problems += duplicates(part for part in parts if part.id)
    made = iter(_filled(points, {point.id for point in given}))
    result = []
    for phase in phases:
        phase_id = next(made)
        touchpoints = tuple(replace(touchpoint, id=next(made)) for touchpoint in phase.touchpoints)
        result.append(replace(phase, id=phase_id, touchpoints=touchpoints))
    return tuple(result)


def _filled(points: Sequence[Phase | Touchpoint], taken: set[str]) -> Iterator[str]:
    """The id of every point, given or made from its name, with -2, -3 on repetition."""
    counts: dict[str, int] = {}
    for number, point in enumerate(points, 1):
        base = slug(point.name, f"{'phase' if isinstance(point, Phase) else 'touchpoint'}-{number}")
        made = point.id or base
        while not point.id and made in taken:
            counts[base] = counts.get(base, 1) + 1
            made = f"{base}-{counts[base]}"
        taken.add(made)
        yield made
