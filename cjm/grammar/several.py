"""Several of one type: lists, and mappings whose keys the author chooses."""

import re
from collections.abc import Callable
from typing import Any

from cjm.grammar.binder import FAILED, Binder, Definitions, Schema, Type, shorten
from cjm.grammar.entity import Entity, Origin, replace
from cjm.syntax import Entry, Mapping, Node, Scalar, Sequence

_DIGITS = re.compile(r"[0-9]+%?\Z")


class ListOf:
    """Several of one type; a single one stands for a list of one."""

    def __init__(self, item: Type, *, required: bool = False) -> None:
        self.item = item
        self.required = required

    def bind(self, node: Node, binder: Binder) -> Any:
        """A tuple of what could be read; `FAILED` where nothing could."""
        if isinstance(node, Mapping) and (keyed := self._keyed(node)):
            return binder.expected("a list", node, f"start each item with `- {keyed}: …`")
        items = node.items if isinstance(node, Sequence) else (node,)
        bound = [
            self.item.bind(item, binder) for item in items if not (isinstance(item, Scalar) and item.empty)
        ]
        read = tuple(value for value in bound if value is not FAILED and value is not None)
        if self.required and not bound:
            return binder.error("missing-key", "this list is empty", node.span, f"add {self.item.describe()}")
        return FAILED if bound and not read and FAILED in bound else read

    def _keyed(self, node: Mapping) -> str:
        """The key that names an item, where a mapping from names to items stands for a list of them."""
        known = getattr(self.item, "spellings", None)
        if not known or not node.entries:
            return ""
        named = all(
            isinstance(entry.value, Mapping) and entry.key.value not in known for entry in node.entries
        )
        return next(key for key in ("id", *known) if key in known) if named else ""

    def schema(self, definitions: Definitions) -> Schema:
        """One, or an array of them; empty items don't count."""
        item = self.item.schema(definitions)
        array: Schema = {"type": "array", "items": {"anyOf": [item, {"type": "null"}]}}
        if self.required:
            array["contains"] = {"not": {"type": "null"}}
        return {"anyOf": [item, array]}

    def describe(self) -> str:
        """«one or a list: …»."""
        return f"one or a list: {self.item.describe()}"


class MapOf:
    """A mapping whose keys the author chooses; `make` builds each value from its key and itself.

    `known` keys are offered by editors, with their meanings.
    """

    def __init__(
        self, value: Type, what: str, make: Callable[[Scalar, Any], Any], known: dict[str, str] | None = None
    ) -> None:
        self.value = value
        self.what = what
        self.make = make
        self.known = known or {}

    def bind(self, node: Node, binder: Binder) -> Any:
        """A dict in the order of the text; `FAILED` where nothing could be read."""
        if not isinstance(node, Mapping):
            return binder.expected(self.what, node)
        bound: dict[str, Any] = {}
        failed = False
        for entry in node.entries:
            if _empty(entry.value):
                failed |= decimal_comma(entry, binder)
                continue
            value = self.value.bind(entry.value, binder)
            if value is FAILED:
                failed = True
            else:
                bound[entry.key.value] = self.make(entry.key, value)
        return FAILED if failed and not bound else bound

    def schema(self, definitions: Definitions) -> Schema:
        """An object with free keys."""
        value = self.value.schema(definitions)
        optional = {"anyOf": [value, {"type": "null"}]}
        known = {name: {"description": meaning, **optional} for name, meaning in self.known.items()}
        return {"type": "object", "properties": known, "additionalProperties": optional}

    def describe(self) -> str:
        """What the mapping holds."""
        return self.what


def _empty(node: Node) -> bool:
    return isinstance(node, Scalar) and node.empty


def keyed_by(name: str, value: Type, what: str, known: dict[str, str] | None = None) -> MapOf:
    """A mapping whose values know the span of their key under `name`, for errors about the key."""

    def make(key: Scalar, value: Entity) -> Entity:
        origin = value.origin
        keys = {**origin.keys, name: key.span}
        return replace(value, origin=Origin(origin.path, origin.span, keys, origin.failed))

    return MapOf(value, what, make, known)


def decimal_comma(entry: Entry, binder: Binder) -> bool:
    """Note what a decimal comma left behind in `{cost: 3,1}`: a key `1` without a value."""
    if not entry.key.plain or not _DIGITS.match(entry.key.value):
        return False
    help = "write a point before decimals: in `{…}` a comma starts the next key"
    binder.error("bad-number", f"{shorten(entry.key.value)!r} stands here on its own", entry.key.span, help)
    return True
