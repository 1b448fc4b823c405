"""What binding makes: frozen values that know where they were written."""

from typing import Any, TypeVar

import msgspec

from cjm.source import Span


class Origin(msgspec.Struct, frozen=True, gc=False):
    """Where an entity was written: its file, its span, and the span of each key's value.

    `failed` names the keys that were written but couldn't be read: one mistake
    gives one message, so nobody should call them missing as well.
    """

    path: str = ""
    span: Span = Span(0, 0)
    keys: dict[str, Span] = {}
    failed: frozenset[str] = frozenset()


NOWHERE = Origin()
E = TypeVar("E", bound="Entity")


class Entity(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """Base of all that a journey holds. Places play no part in equality."""

    origin: Origin = NOWHERE

    def at(self, key: str = "") -> Span:
        """The span of a key's value, or of the whole where the key wasn't written."""
        return self.origin.keys.get(key, self.origin.span)

    def wrote(self, key: str) -> bool:
        """Whether the author gave this key a value, readable or not."""
        return key in self.origin.keys

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in _compared(type(self)))

    def __hash__(self) -> int:
        return id(self)


def _compared(entity: type[Entity]) -> tuple[str, ...]:
    return tuple(name for name in entity.__struct_fields__ if name != "origin")


def replace(entity: E, **changes: Any) -> E:
    """The same entity with some fields changed."""
    return msgspec.structs.replace(entity, **changes)
