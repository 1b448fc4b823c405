"""Lists of named things: what is new, gone or renamed in them, and in which order that is told."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from cjm.differ.matching import Pairs
from cjm.differ.referred import Referred
from cjm.differ.walk import Walk
from cjm.differ.where import Where
from cjm.grammar.record import Record
from cjm.model.identity import called


def renamed(
    walk: Walk,
    old: Any,
    new: Any,
    where: Where,
    used: Referred,
    section: str,
    only_lost: bool = False,
) -> None:
    """Tell another name or id; without `was` an id that somebody counts on is lost."""
    moved_on = old.id != new.id
    accounted = old.id == getattr(new, "was", "") or new.id == getattr(old, "was", "")
    attribute = "name" if called(old) != called(new) else "id"
    if attribute == "id" and (not moved_on or not (old.wrote("id") or new.wrote("id") or accounted)):
        return
    lost = moved_on and not accounted
    missed = lost and is_missed(old, section, used)
    if only_lost and not missed:
        return
    advice = f"write `was: {old.id}`" if lost else ""
    told = (called(old), called(new)) if attribute == "name" else (old.id, new.id)
    note = f"its id was {old.id}" if moved_on and attribute == "name" and old.wrote("id") else ""
    words = ("id",) if attribute == "id" else ()
    inner = where.at(*words, topic="id" if missed else "renamed", key=attribute)
    walk.tell("renamed", inner, (old, attribute, told[0]), (new, attribute, told[1]), note, advice)


def is_missed(old: Any, section: str, used: Referred) -> bool:
    """Whether somebody counts on an id: it was written out, or referred to."""
    return old.wrote("id") or (section, old.id) in used


def in_order(old: int, new: int, pairs: Pairs) -> Iterator[tuple[int | None, int | None]]:
    """All things in the new order, those that are gone behind what they stood behind."""
    back = {other: one for one, other in pairs.items()}
    gone: dict[int, list[int]] = {}
    last = -1
    for one in range(old):
        if one in pairs:
            last = one
        else:
            gone.setdefault(last, []).append(one)
    yield from ((one, None) for one in gone.get(-1, ()))
    for other in range(new):
        found = back.get(other)
        yield found, other
        yield from ((one, None) for one in gone.get(-2 if found is None else found, ()))


def compare_lists(
    walk: Walk,
    record: Record,
    sides: tuple[Sequence[Any], Sequence[Any]],
    pairs: Pairs,
    where: Callable[[Any, Any], Where],
    used: tuple[Referred, Referred],
    section: str,
) -> None:
    """The declarations of one list."""
    for one, other in in_order(len(sides[0]), len(sides[1]), pairs):
        old = sides[0][one] if one is not None else None
        new = sides[1][other] if other is not None else None
        at = where(old, new)
        if old is not None and new is not None:
            renamed(walk, old, new, at, used[0], section)
            walk.entity(record, old, new, at, ("id", "was", "name", "title"))
        elif new is not None:
            walk.tell("added", at, new=(new, "", called(new)))
        elif old is not None:
            missed = is_missed(old, section, used[0])
            topic = "persona_removed" if section == "personas" else "id" if missed else ""
            walk.tell("removed", at.at(topic=topic), (old, "", called(old)))
