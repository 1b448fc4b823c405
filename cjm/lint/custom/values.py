"""What expressions see: maps with the language's own keys, made by its table of keys.

In: an entity, or nothing, and the type that read it. Out: texts, numbers, lists and maps,
in which what is absent is empty: a text '', a list [], a mapping {}, a record one of
empty values. What has no empty value is null: a number, a duration, and a record that
`true` stands for, which is either there or not.
"""

import datetime
from collections.abc import Iterable
from typing import Any

from cjm.grammar.binder import Type
from cjm.grammar.quantities import Date, Duration, Measured, Quantity
from cjm.grammar.record import ListOf, MapOf, Record
from cjm.grammar.scalars import Choice, Flag, Number
from cjm.model.types import Level, Point, Scale

# Longer than any journey, and still what both Python and CEL can count.
_LONGEST = 1e12


def told(value: Any, type_: Type) -> Any:
    """A value as an expression sees it; None for one that is absent."""
    match type_:
        case Record():
            if value is None and type_.flag:
                return None
            return {key.name: told(getattr(value, key.attribute, None), key.type) for key in type_.keys}
        case Point():
            return told(value, type_.record)
        case ListOf() | Scale():
            item = type_.item if isinstance(type_, ListOf) else Level()
            return [told(each, item) for each in value or ()]
        case MapOf():
            return {name: told(each, type_.value) for name, each in (value or {}).items()}
        case Flag():
            return bool(value)
    if isinstance(value, Quantity):
        return _quantity(value, type_)
    if isinstance(value, datetime.date):
        return value.isoformat()
    if value is None:
        return None if isinstance(type_, Number | Level | Measured | Duration) else ""
    # A reference is a text that knows its place: here it is a text.
    return str(value) if isinstance(value, str) else value


def filled(type_: Type, words: Iterable[str]) -> Any:
    """The same shape with every field filled; `words` are keys of the mappings whose keys are free."""
    match type_:
        case Record():
            return {key.name: filled(key.type, words) for key in type_.keys}
        case Point():
            return filled(type_.record, words)
        case ListOf():
            return [filled(type_.item, words)]
        case MapOf():
            return {name: filled(type_.value, words) for name in (*type_.known, *words)}
        case Scale():
            return [-2.0, 2.0]
        case Number(whole=True):
            return 1
        case Number() | Level() | Measured():
            return 1.0
        case Duration():
            return datetime.timedelta(days=3)
        case Flag():
            return True
        case Date():
            return "2026-01-31"
        case Choice():
            return type_.words[0]
        case _:
            return "text"


def weight(value: Any) -> int:
    """How much there is to look at: values, and texts by the hundred characters."""
    pending = [value]
    found = 0
    while pending:
        each = pending.pop()
        found += 1
        if isinstance(each, str):
            found += len(each) // 100
        elif isinstance(each, dict):
            pending += each.values()
        elif isinstance(each, list):
            pending += each
    return found


def _quantity(value: Quantity, type_: Type) -> Any:
    """A duration as CEL counts one; a measurement, whose form is only known when it is read, as a number."""
    if isinstance(type_, Duration):
        return datetime.timedelta(seconds=min(value.comparable, _LONGEST))
    return float(value.comparable)
