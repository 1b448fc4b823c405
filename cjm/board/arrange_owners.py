"""Owners of phases and touchpoints → who answers for what."""

from collections.abc import Iterator

from cjm.board.lanes import Context
from cjm.board.owners import Owners, Owning, Role, Share
from cjm.measures import responsible
from cjm.model.entities import Owner, Phase, Touchpoint

_ROLES = ("accountable", "consulted", "informed")
# A column of the board with its touchpoint.
Column = tuple[int, Touchpoint]


def arrange_owners(context: Context) -> Owners | None:
    """None where no department has a share in anything."""
    phases = list(_phases(context))
    named = {id for phase, columns in phases for id in _named(phase, columns)}
    departments = tuple(
        Owning(
            department.name,
            context.slots[department.id],
            tuple(_share(context, department.id, phase, columns) for phase, columns in phases),
        )
        for department in context.journey.departments
        if department.id in named
    )
    nobody = tuple(_nobody(context, phase, columns) for phase, columns in phases)
    return Owners(departments, nobody) if departments else None


def _phases(context: Context) -> Iterator[tuple[Phase, list[Column]]]:
    first = 0
    for phase in context.journey.phases:
        yield phase, list(enumerate(phase.touchpoints, first))
        first += len(phase.touchpoints)


def _named(phase: Phase, columns: list[Column]) -> Iterator[str]:
    """Every department that has a part in a phase."""
    for owner in (phase.owner, *(point.owner for _, point in columns)):
        if owner is not None:
            yield from (id for role in ("responsible", *_ROLES) for id in _in(owner, role))


def _share(context: Context, id: str, phase: Phase, columns: list[Column]) -> Share:
    roles = []
    for role in _ROLES:
        label = context.label(role)
        at = tuple(column for column, point in columns if id in _in(point.owner, role))
        if id in _in(phase.owner, role):
            roles.append(Role(label))
        elif at:
            roles.append(Role(label, at))
    works_on = tuple(column for column, point in columns if responsible(phase, point) == id)
    return Share(responsible(phase) == id, tuple(roles), works_on)


def _in(owner: Owner | None, role: str) -> tuple[str, ...]:
    """The departments in a role."""
    found = getattr(owner, role, None)
    return (found,) if isinstance(found, str) else found or ()


def _nobody(context: Context, phase: Phase, columns: list[Column]) -> Share:
    orphans = [(column, point) for column, point in columns if responsible(phase, point) is None]
    gap = context.gap("phase-without-owner", phase.id)
    for _, point in orphans:
        gap = gap or context.gap("moment-of-truth-without-owner", point.id)
    return Share(columns=tuple(column for column, _ in orphans), gap=gap.label if gap else "")
