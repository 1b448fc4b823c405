"""Mappings with known keys: from nodes to entities."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

import msgspec

from cjm.diagnostics import Edit, Related
from cjm.grammar.binder import FAILED, Binder, Definitions, Schema, head, in_passing, listing, shorten
from cjm.grammar.definition import alternatives, definition
from cjm.grammar.entity import Entity, Origin
from cjm.grammar.key import Key
from cjm.grammar.scalars import FLAGS, NOT_FLAGS
from cjm.grammar.several import ListOf, MapOf, whole_entries
from cjm.source import Span
from cjm.syntax import Entry, Mapping, Node, Scalar

__all__ = ["Key", "ListOf", "MapOf", "Record"]

_GLUED = re.compile(r"([^\W\d]\w*):(?=\S)")


class _Written(msgspec.Struct, frozen=True):
    """What one mapping says: known keys with a value by field, keys without one, and misspelt ones.

    `torn` are the fields whose values can't be read, and were told of.
    """

    values: dict[str, tuple[Key, Node]]
    empty: dict[str, Scalar]
    unknown: list[str]
    torn: set[str]


class Record:
    """A mapping with known keys that becomes one kind of entity.

    `noun` is what messages call it. A bare text stands for its `shorthand` key,
    `true` for an entity without any where `flag` is set (and `false` for none).
    At least one key of `one_of` is needed.
    """

    def __init__(
        self,
        name: str,
        entity: type[Entity],
        keys: tuple[Key, ...],
        meaning: str,
        *,
        noun: str = "",
        shorthand: str = "",
        flag: bool = False,
        one_of: tuple[str, ...] = (),
    ) -> None:
        self.name = name
        self.entity = entity
        self.keys = keys
        self.meaning = meaning
        self.noun = noun or f"{'an' if name[0] in 'aeiou' else 'a'} {name.replace('_', ' ')}"
        self.shorthand = shorthand
        self.flag = flag
        self.one_of = one_of

    @cached_property
    def spellings(self) -> dict[str, Key]:
        """Every accepted spelling of every key."""
        plural = {key.name: key for key in self.keys}
        return plural | {key.singular: key for key in self.keys if key.singular}

    @cached_property
    def _has_early(self) -> bool:
        return any(key.early for key in self.keys)

    @cached_property
    def _needed(self) -> frozenset[str]:
        """The fields without which there is no entity."""
        return frozenset(field.name for field in msgspec.structs.fields(self.entity) if field.required)

    def bind(self, node: Node, binder: Binder) -> Any:
        """An entity with what could be read, or `FAILED` where that makes none."""
        if isinstance(node, Scalar):
            return self._bind_bare(node, binder)
        if not isinstance(node, Mapping):
            return binder.expected(self.noun, node, self._ways())
        binder.within.append((self.noun, self.spellings))
        written = self._written(node, binder)
        values: dict[str, Any] = {}
        spans = {}
        failed = set() if binder.complete else self._unread(written)
        pairs: Iterable[tuple[Key, Node]] = written.values.values()
        if self._has_early:
            pairs = sorted(pairs, key=lambda pair: not pair[0].early)
        for key, value in pairs:
            spans[key.attribute] = value.span
            errors = len(binder.diagnostics)
            bound = FAILED if key.attribute in written.torn else key.type.bind(value, binder)
            if bound is FAILED or len(binder.diagnostics) > errors:
                failed.add(key.attribute)
            if bound is not None and bound is not FAILED:
                values[key.attribute] = bound
            if key.early:
                binder.scope[key.name] = bound
        self._say_missing(node, written, binder)
        binder.within.pop()
        if self._needed - values.keys():
            return FAILED
        return self.entity(origin=Origin(binder.source.path, node.span, spans, frozenset(failed)), **values)

    def _unread(self, written: _Written) -> set[str]:
        """Where the text broke off: the last key, which may miss its end, and all that could follow."""
        last = list(written.values)[-1:]
        return {*last, *(key.attribute for key in self.keys if key.attribute not in written.values)}

    def unquoted(self, key: Scalar, binder: Binder) -> None:
        """Note that a bare text was taken for a comment, as colours are."""
        if self.shorthand and (told := getattr(self.spellings[self.shorthand].type, "unquoted", None)):
            told(key, binder)

    def _bind_bare(self, node: Scalar, binder: Binder) -> Any:
        if self.flag and node.plain and node.value in FLAGS:
            return self.entity(origin=Origin(binder.source.path, node.span)) if FLAGS[node.value] else None
        if self.flag and node.plain and (meant := NOT_FLAGS.get(node.value.lower())):
            return binder.expected("true or false", node, f"write `{meant}`, or a text in quotes")
        if not self.shorthand:
            return binder.expected(self.noun, node, self._ways())
        if node.plain and (glued := _GLUED.match(node.value)) and glued[1] in self.spellings:
            return _no_space(node, binder)
        key = self.spellings[self.shorthand]
        bound = key.type.bind(node, binder)
        if bound is FAILED:
            return FAILED
        origin = Origin(binder.source.path, node.span, {key.attribute: node.span})
        return self.entity(origin=origin, **{key.attribute: bound})

    def _written(self, node: Mapping, binder: Binder) -> _Written:
        """The keys of a mapping, sorted out; the unknown ones are reported."""
        entries, torn = whole_entries(node, binder)
        written = _Written(
            {}, {}, [], {self.spellings[name].attribute for name in torn & self.spellings.keys()}
        )
        spelled: dict[str, Entry] = {}
        for entry in entries:
            name = entry.key.value
            key = self.spellings.get(name)
            if key is None:
                written.unknown.append(self._say_unknown(entry, binder))
            elif isinstance(entry.value, Scalar) and entry.value.empty:
                written.empty[key.name] = entry.key
                if unquoted := getattr(key.type, "unquoted", None):
                    unquoted(entry.key, binder)
            elif key.attribute in written.values:
                from cjm.grammar.merging import merged

                first = spelled[key.attribute]
                other = first.key
                binder.error(
                    "conflicting-keys",
                    f"{other.value!r} and {name!r} are the same key",
                    entry.key.span,
                    "put everything into one of them",
                    [Related("the other spelling", binder.source.path, other.span)],
                    merged(first, entry, key.name, binder.source.text),
                )
            else:
                written.values[key.attribute] = (key, entry.value)
                spelled[key.attribute] = entry
                if key.meant and (meant := key.meant(entry.value, binder)):
                    self._say_meant(entry.key, meant, {each.key.value for each in entries}, binder)
                    written.torn.add(key.attribute)
        return written

    def _say_meant(self, key: Scalar, other: str, written: set[str], binder: Binder) -> None:
        """Report a key whose value is another key's; mended where that isn't written."""
        alike = {word for word, found in self.spellings.items() if found.name == self.spellings[other].name}
        edits = () if alike & written else (Edit(key.span, other),)
        message = f"what {key.value!r} holds belongs to {other!r}"
        binder.error("wrong-type", message, key.span, f"write `{other}:`", edits=edits)

    def _say_unknown(self, entry: Entry, binder: Binder) -> str:
        """Report a key; returns the advice, which may name a key that is not missing then."""
        name = entry.key.value
        if isinstance(entry.value, Scalar) and entry.value.empty:
            glued = _GLUED.match(name)
            if entry.key.plain and glued and glued[1] in self.spellings:
                _no_space(entry.key, binder)
                return repr(glued[1])
        outer = next((noun for noun, keys in binder.within[-2::-1] if name in keys), "")
        nearest = binder.suggestions.nearest
        if outer:
            help = f"it is a key of {outer}: indent it less"
        else:
            help = nearest(name, self.spellings, likeness=0.85) or self._inside(name)
            help = help or nearest(name, self.spellings, f"known here: {listing(self.spellings)}")
        binder.error("unknown-key", f"unknown key {shorten(name)!r} in {self.noun}", entry.key.span, help)
        return help

    def _inside(self, name: str) -> str:
        """Advice where a key is one of a record further in."""
        nouns = dict.fromkeys(record.noun for record in self.inner if name in record.spellings)
        return f"it is a key of {' or '.join(list(nouns)[:3])}" if nouns else ""

    @cached_property
    def inner(self) -> tuple["Record", ...]:
        """The records that stand somewhere in this one, the nearest first."""
        found: dict[Record, None] = {}
        pending: list[Record] = [self]
        for record in pending:
            for key in record.keys:
                for held in _records(key.type):
                    if held not in found:
                        found[held] = None
                        pending.append(held)
        return tuple(found)

    def _say_missing(self, node: Mapping, written: _Written, binder: Binder) -> None:
        """Report the required keys that aren't there, unless a misspelt one was meant to be."""
        if not binder.complete or (written.unknown and not written.values):
            return
        missing = []
        for key in self.keys:
            if key.required and key.attribute not in written.values:
                if key.name in written.empty:
                    span = written.empty[key.name].span
                    binder.error("missing-key", f"{key.name!r} has no value", span, self._how(key.name))
                elif not any(repr(key.name) in help for help in written.unknown):
                    missing.append(key.name)
        names = " and ".join(map(repr, missing))
        if self.one_of and not any(self.spellings[name].attribute in written.values for name in self.one_of):
            missing = [self.shorthand or self.one_of[0]]
            names = " or ".join(map(repr, self.one_of))
        if missing:
            binder.error("missing-key", f"{self.noun} needs {names}", head(node), self._how(missing[0]))

    def _how(self, name: str) -> str:
        return f"write `{name}: …` ({in_passing(self.spellings[name].meaning)})"

    def _ways(self) -> str:
        keys = f"its keys: {listing([key.name for key in self.keys], limit=6)}"
        return f"write one text, or {keys}" if self.shorthand else f"write {keys}"

    def schema(self, definitions: Definitions) -> Schema:
        """A reference to its definition, or that or a bare text."""
        if self.name not in definitions:
            definitions[self.name] = {}  # a record may hold itself
            definitions[self.name] = definition(self.meaning, self.spellings, self.one_of, definitions)
        choices: list[Schema] = [{"type": "boolean"}] if self.flag else []
        if self.shorthand:
            bare = self.spellings[self.shorthand].type.schema(definitions)
            words = [form for word in NOT_FLAGS for form in (word, word.capitalize(), word.upper())]
            flagged = {**bare, "type": ["string", "number"], "not": {"enum": words}}
            choices += [flagged] if self.flag else alternatives(bare)
        reference: Schema = {"$ref": f"#/definitions/{self.name}"}
        return {"anyOf": [*choices, reference]} if choices else reference

    def describe(self) -> str:
        """«a touchpoint»."""
        return self.noun


def _records(type_: Any) -> Iterator[Record]:
    """The records that a type reads at once."""
    inner = getattr(type_, "item", None) or getattr(type_, "value", None) or getattr(type_, "record", None)
    if isinstance(type_, Record):
        yield type_
    elif inner is not None:
        yield from _records(inner)


def _no_space(node: Scalar, binder: Binder) -> Any:
    """Note `key:value`: a text to YAML, and a key to whoever wrote it."""
    name, _, value = node.value.partition(":")
    span = Span(node.span.start, node.span.start + len(name) + 1)
    help = f"write `{name}: {shorten(value)}`, or put the text in quotes"
    return binder.error("syntax", "a key needs a space behind its colon", span, help)
