"""A row of a table of keys."""

import msgspec

from cjm.grammar.binder import Type


class Key(msgspec.Struct, frozen=True):
    """One key of the language: its spelling, type and meaning.

    `singular` is a second spelling of the same field; `field` the entity's, where
    the name isn't an identifier; `early` keys are read first and put into scope.
    """

    name: str
    type: Type
    meaning: str
    required: bool = False
    singular: str = ""
    field: str = ""
    early: bool = False

    @property
    def attribute(self) -> str:
        """The entity's field that holds it."""
        return self.field or self.name
