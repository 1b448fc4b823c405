"""A row of a table of keys."""

from collections.abc import Callable

import msgspec

from cjm.grammar.binder import Binder, Type
from cjm.syntax import Node


class Key(msgspec.Struct, frozen=True):
    """One key of the language: its spelling, type and meaning.

    `singular` is a second spelling of the same field; `field` the entity's, where
    the name isn't an identifier; `early` keys are read first and put into scope.
    `meant` gives the name of another key where a value can only be meant for that.
    """

    name: str
    type: Type
    meaning: str
    required: bool = False
    singular: str = ""
    field: str = ""
    early: bool = False
    attribute: str = ""
    meant: Callable[[Node, Binder], str] | None = None

    def __post_init__(self) -> None:
        """Fill in the entity's field that holds it: asked for at every key of every mapping."""
        msgspec.structs.force_setattr(self, "attribute", self.field or self.name)
