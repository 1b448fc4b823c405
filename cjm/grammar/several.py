"""Several of one type: lists, and mappings whose keys the author chooses."""

from importlib import import_module
from typing import Any

from cjm.grammar.binder import FAILED, Binder, Definitions, Schema, Type, shorten
from cjm.grammar.definition import alternatives
from cjm.grammar.entity import Entity, Origin, replace
from cjm.source import Span
from cjm.syntax import Entry, Mapping, Node, Scalar, Sequence


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
        if self.required and not bound and binder.complete:
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
        items = alternatives(self.item.schema(definitions))
        array: Schema = {"type": "array", "items": {"anyOf": [*items, {"type": "null"}]}}
        if self.required:
            array["contains"] = {"not": {"type": "null"}}
        return {"anyOf": [*items, array]}

    def describe(self) -> str:
        """«one or a list: …»."""
        return f"one or a list: {self.item.describe()}"


class MapOf:
    """A mapping whose keys the author chooses; each value knows the span of its key as `name`.

    `known` keys are offered by editors, with their meanings.
    """

    def __init__(
        self, name: str, value: Type, what: str, example: str, known: dict[str, str] | None = None
    ) -> None:
        self.name = name
        self.value = value
        self.what = what
        self.example = example
        self.known = known or {}

    def bind(self, node: Node, binder: Binder) -> Any:
        """A dict in the order of the text; `FAILED` where nothing could be read."""
        if not isinstance(node, Mapping):
            return binder.expected(self.what, node, f"write `{self.example}`")
        bound: dict[str, Any] = {}
        entries, torn = whole_entries(node, binder)
        failed = bool(torn)
        for entry in entries:
            if _empty(entry.value) or entry.key.value in torn:
                continue
            value = self.value.bind(entry.value, binder)
            if value is FAILED:
                failed = True
            else:
                bound[entry.key.value] = _keyed(self.name, entry.key, value)
        return FAILED if failed and not bound else bound

    def schema(self, definitions: Definitions) -> Schema:
        """An object with free keys."""
        optional = {"anyOf": [*alternatives(self.value.schema(definitions)), {"type": "null"}]}
        known = {name: {"description": meaning, **optional} for name, meaning in self.known.items()}
        return {"type": "object", "properties": known, "additionalProperties": optional}

    def describe(self) -> str:
        """What the mapping holds."""
        return self.what


class Later:
    """A type of another module, imported where the key is written: few projects have a theme."""

    def __init__(self, module: str, name: str) -> None:
        self.module = module
        self.name = name

    @property
    def record(self) -> Type:
        """The type itself."""
        found: Type = getattr(import_module(self.module), self.name)
        return found

    def bind(self, node: Node, binder: Binder) -> Any:
        """What the type makes of it."""
        return self.record.bind(node, binder)

    def schema(self, definitions: Definitions) -> Schema:
        """The type's."""
        return self.record.schema(definitions)

    def describe(self) -> str:
        """The type's."""
        return self.record.describe()


def _empty(node: Node) -> bool:
    return isinstance(node, Scalar) and node.empty


def _keyed(name: str, key: Scalar, value: Entity) -> Entity:
    """The value, which knows the span of its key, for errors about the key."""
    origin = value.origin
    keys = {**origin.keys, name: key.span}
    return replace(value, origin=Origin(origin.path, origin.span, keys, origin.failed))


def whole_entries(node: Mapping, binder: Binder) -> tuple[list[Entry], set[str]]:
    """The entries of a mapping, and the keys whose values a decimal comma tore apart.

    `{cost: 3,1}` says that `cost` is 3 and that there is a key `1`.
    """
    entries: list[Entry] = []
    torn: set[str] = set()
    for entry in node.entries:
        rare = entries and entry.key.value[:1].isdigit()
        if not rare or not _continues(entries[-1], entry, binder.source.text):
            entries.append(entry)
            continue
        before = entries[-1]
        span = Span(before.value.span.start, entry.key.span.end)
        said = shorten(span.of(binder.source.text))
        help = "write a point before decimals, or put a text in quotes: in `{…}` a comma ends the value"
        binder.error("bad-number", f"{said!r} is torn apart by its comma", span, help)
        torn.add(before.key.value)
    return entries, torn


def _continues(before: Entry, entry: Entry, text: str) -> bool:
    """Whether an entry that starts with a digit is the rest of the value before it: `1` in `{cost: 3,1}`."""
    first, rest, nothing = before.value, entry.key, entry.value
    return (
        isinstance(first, Scalar)
        and isinstance(nothing, Scalar)
        and first.plain
        and nothing.empty
        and first.value[-1:].isdigit()
        and text[first.span.end : rest.span.start] == ","
    )
