"""Walk an entity by its key table and put something else in the place of each reference."""

from collections.abc import Callable
from typing import Any

from cjm.grammar.binder import Type
from cjm.grammar.entity import Entity, replace
from cjm.grammar.record import ListOf, MapOf, Record
from cjm.grammar.scalars import Reference, Written

Visit = Callable[[str, Written], str | None]


def rewrite(entity: Entity, record: Record, visit: Visit) -> Any:
    """The entity with every reference in it visited: `visit(kind, text)` gives what to put there.

    None leaves the reference as it is written. What holds no reference is returned as it is.
    """
    changes = {}
    for key in record.keys:
        if holds_references(key.type):
            value = getattr(entity, key.attribute)
            new = _rewrite(value, key.type, visit) if value else value
            if new is not value:
                changes[key.attribute] = new
    return replace(entity, **changes) if changes else entity


def _rewrite(value: Any, type_: Type, visit: Visit) -> Any:
    match type_:
        case Reference():
            new = visit(type_.kind, value) if isinstance(value, Written) else None
            return value if new is None else new
        case Record():
            return rewrite(value, type_, visit)
        case ListOf():
            items = tuple(_rewrite(item, type_.item, visit) for item in value)
            changed = any(new is not old for new, old in zip(items, value, strict=True))
            # Two spellings of one thing are one thing.
            return tuple(dict.fromkeys(items)) if changed else value
        case MapOf():
            return {name: _rewrite(item, type_.value, visit) for name, item in value.items()}
        case _:
            return value


_HOLDS: dict[int, bool] = {}


def holds_references(type_: Type) -> bool:
    """Whether a value of this type can hold a reference."""
    found = _HOLDS.get(id(type_))
    if found is None:
        _HOLDS[id(type_)] = found = _holds(type_)
    return found


def _holds(type_: Type) -> bool:
    match type_:
        case Reference():
            return True
        case Record():
            return any(holds_references(key.type) for key in type_.keys)
        case ListOf():
            return holds_references(type_.item)
        case MapOf():
            return holds_references(type_.value)
        case _:
            return False
