"""What is declared and nobody refers to, over journeys and libraries."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from cjm.model.entities import Declarations, Journey
from cjm.project import Project

Named = Callable[[Declarations], Iterable[str]]


def unused(project: Project, section: str, named: Named) -> Iterator[Any]:
    """What journeys and libraries declare in a section, and that `named` gives the id of nowhere.

    Where a journey couldn't be read whole, or names something that nobody declared,
    anything it knows may be what was meant.
    """
    holders: list[Any] = [*project.journeys, *(project.libraries if project.journeys else ())]
    shared = {entity.id: entity for library in project.libraries for entity in getattr(library, section)}
    used: set[tuple[str, str]] = set()
    for holder in holders:
        known = {entity.id: entity for entity in getattr(holder, section)}
        if not isinstance(holder, Journey):
            known = shared
        ids = {*named(holder), *(holder.named.get(section, ()) if isinstance(holder, Journey) else ())}
        if holder.origin.failed or not ids <= known.keys():
            ids = set(known)
        used.update((known[id].origin.path, id) for id in ids)
    for holder in holders:
        for entity in getattr(holder, section):
            if entity.origin.path == holder.path and (holder.path, entity.id) not in used:
                yield entity
