"""What YAML says, before anyone asks what it means."""

import msgspec

from cjm.source import Span

_NULLS = frozenset(["", "~", "null", "Null", "NULL"])


class Scalar(msgspec.Struct, frozen=True, gc=False):
    """A text as YAML reads it; its type is the business of whoever wants it."""

    span: Span
    value: str
    plain: bool
    block: bool = False

    @property
    def empty(self) -> bool:
        """Whether this is a missing value: nothing, `~` or `null`, unquoted."""
        return self.plain and self.value in _NULLS


class Entry(msgspec.Struct, frozen=True):
    """One `key: value` of a mapping."""

    key: Scalar
    value: "Node"


class Mapping(msgspec.Struct, frozen=True):
    """Entries in the order of the text; a duplicate key's later ones are left out."""

    span: Span
    entries: tuple[Entry, ...]


class Sequence(msgspec.Struct, frozen=True):
    """Items in the order of the text; `flow` where it is written as `[a, b]`."""

    span: Span
    items: tuple["Node", ...]
    flow: bool = False


Node = Scalar | Mapping | Sequence


class Comment(msgspec.Struct, frozen=True, gc=False):
    """A comment from its `#` to the end of its line."""

    span: Span
    text: str
