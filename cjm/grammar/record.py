"""Mappings with known keys, lists and mappings with free keys."""

from collections.abc import Callable
from functools import cached_property
from typing import Any

import msgspec

from cjm.diagnostics import Related
from cjm.grammar.binder import FAILED, Binder, Definitions, Schema, Type, head, listing
from cjm.grammar.entity import Entity, Origin
from cjm.source import Span
from cjm.syntax import Mapping, Node, Scalar, Sequence


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


class Record:
    """A mapping with known keys that becomes one kind of entity.

    A bare text stands for its `shorthand` key, `true` for an entity without any
    where `flag` is set (and `false` for none). At least one key of `one_of` is needed.
    """

    def __init__(
        self,
        name: str,
        entity: type[Entity],
        keys: tuple[Key, ...],
        meaning: str,
        *,
        shorthand: str = "",
        flag: bool = False,
        one_of: tuple[str, ...] = (),
    ) -> None:
        self.name = name
        self.entity = entity
        self.keys = keys
        self.meaning = meaning
        self.shorthand = shorthand
        self.flag = flag
        self.one_of = one_of

    @cached_property
    def spellings(self) -> dict[str, Key]:
        """Every accepted spelling of every key."""
        plural = {key.name: key for key in self.keys}
        return plural | {key.singular: key for key in self.keys if key.singular}

    def bind(self, node: Node, binder: Binder) -> Any:
        """An entity, or `FAILED` where a required key is missing or it is no mapping."""
        if isinstance(node, Scalar):
            return self._bind_bare(node, binder)
        if not isinstance(node, Mapping):
            return binder.expected(self.describe(), node)
        written = self._written(node, binder)
        values: dict[str, Any] = {}
        spans: dict[str, Span] = {}
        failed = set()
        for key, value in sorted(written.values(), key=lambda pair: not pair[0].early):
            spans[key.attribute] = value.span
            bound = key.type.bind(value, binder)
            if bound is FAILED:
                failed.add(key.attribute)
            elif bound is not None:
                values[key.attribute] = bound
                if key.early:
                    binder.scope[key.name] = bound
        missing = self._missing(node, written, binder)
        if missing or any(key.required and key.attribute in failed for key in self.keys):
            return FAILED
        origin = Origin(binder.source.path, node.span, spans, frozenset(failed))
        return self.entity(origin=origin, **values)

    def _bind_bare(self, node: Scalar, binder: Binder) -> Any:
        if self.flag and node.plain and node.value in ("true", "false"):
            return self.entity(origin=Origin(binder.source.path, node.span)) if node.value == "true" else None
        if not self.shorthand:
            return binder.expected(self.describe(), node)
        key = self.spellings[self.shorthand]
        bound = key.type.bind(node, binder)
        if bound is FAILED:
            return FAILED
        origin = Origin(binder.source.path, node.span, {key.attribute: node.span})
        return self.entity(origin=origin, **{key.attribute: bound})

    def _written(self, node: Mapping, binder: Binder) -> dict[str, tuple[Key, Node]]:
        """The known keys that have a value, by field; the unknown ones are reported."""
        written: dict[str, tuple[Key, Node]] = {}
        spelled: dict[str, Scalar] = {}
        for entry in node.entries:
            name = entry.key.value
            key = self.spellings.get(name)
            if key is None:
                help = binder.suggestion(name, self.spellings, f"known here: {listing(self.spellings)}")
                binder.error(
                    "unknown-key", f"unknown key {name!r} in {self.describe()}", entry.key.span, help
                )
            elif isinstance(entry.value, Scalar) and entry.value.empty:
                continue
            elif key.attribute in written:
                other = spelled[key.attribute]
                binder.error(
                    "conflicting-keys",
                    f"{other.value!r} and {name!r} are the same key",
                    entry.key.span,
                    "put everything into one of them",
                    [Related("the other spelling", binder.source.path, other.span)],
                )
            else:
                written[key.attribute] = (key, entry.value)
                spelled[key.attribute] = entry.key
        return written

    def _missing(self, node: Mapping, written: dict[str, Any], binder: Binder) -> bool:
        missing = [key.name for key in self.keys if key.required and key.attribute not in written]
        names = " and ".join(repr(name) for name in missing)
        if self.one_of and not any(name in written for name in self.one_of):
            missing = [self.one_of[0]]
            names = " or ".join(repr(name) for name in self.one_of)
        if missing and binder.complete:
            binder.error("missing-key", f"{self.describe()} needs {names}", head(node), self._how(missing[0]))
        return bool(missing)

    def _how(self, name: str) -> str:
        return f"add `{name}: …`; {self.spellings[name].meaning}"

    def schema(self, definitions: Definitions) -> Schema:
        """A reference to its definition, or that or a bare text."""
        if self.name not in definitions:
            definitions[self.name] = {}  # a record may hold itself
            definitions[self.name] = self._definition(definitions)
        reference: Schema = {"$ref": f"#/definitions/{self.name}"}
        bare = [{"type": "boolean"}] if self.flag else []
        if self.shorthand:
            bare.append(self.spellings[self.shorthand].type.schema(definitions))
        return {"anyOf": [*bare, reference]} if bare else reference

    def _definition(self, definitions: Definitions) -> Schema:
        properties = {}
        for spelling, key in self.spellings.items():
            value = key.type.schema(definitions)
            options = [value] if key.required else [value, {"type": "null"}]
            properties[spelling] = {"description": key.meaning, "anyOf": options}
        result: Schema = {
            "type": "object",
            "description": self.meaning,
            "properties": properties,
            "additionalProperties": False,
        }
        if required := [key.name for key in self.keys if key.required]:
            result["required"] = required
        if self.one_of:
            result["anyOf"] = [
                {"required": [name], "properties": {name: {"not": {"type": "null"}}}} for name in self.one_of
            ]
        if pairs := [key for key in self.keys if key.singular]:
            # Both spellings at once are an error, unless one is empty.
            filled = {"not": {"type": "null"}}
            result["allOf"] = [
                {
                    "not": {
                        "required": [key.name, key.singular],
                        "properties": {key.name: filled, key.singular: filled},
                    }
                }
                for key in pairs
            ]
        return result

    def describe(self) -> str:
        """«a touchpoint»."""
        article = "an" if self.name[0] in "aeiou" else "a"
        return f"{article} {self.name.replace('_', ' ')}"


class ListOf:
    """Several of one type; a single one stands for a list of one."""

    def __init__(self, item: Type, *, required: bool = False) -> None:
        self.item = item
        self.required = required

    def bind(self, node: Node, binder: Binder) -> Any:
        """A tuple of what could be read; `FAILED` where nothing could."""
        if not isinstance(node, Sequence):
            only = self.item.bind(node, binder)
            return FAILED if only is FAILED else () if only is None else (only,)
        bound = [self._bind_item(item, binder) for item in node.items]
        if self.required and not bound:
            return binder.error("missing-key", "this list is empty", node.span, f"add {self.item.describe()}")
        read = tuple(value for value in bound if value is not FAILED and value is not None)
        return FAILED if bound and not read else read

    def _bind_item(self, item: Node, binder: Binder) -> Any:
        if isinstance(item, Scalar) and item.empty:
            return None
        return self.item.bind(item, binder)

    def schema(self, definitions: Definitions) -> Schema:
        """One, or an array of them."""
        item = self.item.schema(definitions)
        array: Schema = {"type": "array", "items": {"anyOf": [item, {"type": "null"}]}}
        if self.required:
            array["minItems"] = 1
        return {"anyOf": [item, array]}

    def describe(self) -> str:
        """«a list of …»."""
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
        """A dict in the order of the text."""
        if not isinstance(node, Mapping):
            return binder.expected(self.what, node)
        bound: dict[str, Any] = {}
        for entry in node.entries:
            if isinstance(entry.value, Scalar) and entry.value.empty:
                continue
            value = self.value.bind(entry.value, binder)
            if value is not FAILED:
                bound[entry.key.value] = self.make(entry.key, value)
        return bound if bound or not node.entries else FAILED

    def schema(self, definitions: Definitions) -> Schema:
        """An object with free keys."""
        value = self.value.schema(definitions)
        optional = {"anyOf": [value, {"type": "null"}]}
        known = {name: {"description": meaning, **optional} for name, meaning in self.known.items()}
        return {"type": "object", "properties": known, "additionalProperties": optional}

    def describe(self) -> str:
        """What the mapping holds."""
        return self.what
