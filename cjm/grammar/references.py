"""Walk an entity by its key table and put something else in the place of each reference."""

from collections.abc import Callable
from functools import cache
from typing import Any

from cjm.grammar.binder import Type
from cjm.grammar.entity import Entity, replace
from cjm.grammar.record import Record
from cjm.grammar.scalars import Reference, Written
from cjm.grammar.several import ListOf, MapOf

Visit = Callable[[Reference, Written], str | None]


def rewrite(entity: Entity, record: Record, visit: Visit) -> Any:
    """The entity with every reference in it visited, in the order of the text.

    `visit(reference, text)` gives what to put there; None leaves the reference as it is
    written. What holds no reference is returned as it is.
    """
    changes = {}
    types = _referring(record)
    for attribute in entity.origin.keys:
        value = getattr(entity, attribute) if attribute in types else None
        if value:
            new = _rewrite(value, types[attribute], visit)
            if new is not value:
                changes[attribute] = new
    return replace(entity, **changes) if changes else entity


def _rewrite(value: Any, type_: Type, visit: Visit) -> Any:
    match type_:
        case Reference():
            # Resolved or not, a reference is plain text from here on.
            return (visit(type_, value) or str(value)) if isinstance(value, Written) else value
        case Record():
            return rewrite(value, type_, visit)
        case ListOf():
            items = tuple(_rewrite(item, type_.item, visit) for item in value)
            # Two spellings of one thing are one thing.
            unique = tuple(dict.fromkeys(items))
            changed = any(new is not old for new, old in zip(items, value, strict=True))
            return unique if changed or len(unique) < len(value) else value
        case MapOf():
            return {name: _rewrite(item, type_.value, visit) for name, item in value.items()}
        case _:
            return value


@cache
def _referring(record: Record) -> dict[str, Type]:
    """The types of a record's fields that can hold references."""
    return {key.attribute: key.type for key in record.keys if holds_references(key.type)}


def holds_references(type_: Type) -> bool:
    """Whether a value of this type can hold a reference."""
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
