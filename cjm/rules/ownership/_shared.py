"""Which departments a journey names, for the rules that weigh them."""

from collections.abc import Iterator

from cjm.model.entities import Declarations, Journey, Owner


def named_departments(holder: Declarations) -> Iterator[str]:
    """The ids that are responsible, accountable, consulted or informed, or have an opportunity."""
    if not isinstance(holder, Journey):
        return
    yield from _in(holder.owner)
    for phase in holder.phases:
        yield from _in(phase.owner)
        for touchpoint in phase.touchpoints:
            yield from _in(touchpoint.owner)
            yield from (found.owner for found in touchpoint.opportunities if found.owner is not None)


def _in(owner: Owner | None) -> Iterator[str]:
    if owner is not None:
        yield from filter(None, (owner.responsible, owner.accountable))
        yield from (*owner.consulted, *owner.informed)
