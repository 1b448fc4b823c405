"""Whether a text that was written anew says what it said.

In: both texts, and both trees of entries, with keys in the order of the language. Every value, its
kind, every anchor, what aliases repeat, and every comment with what it is about are compared.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import msgspec

from cjm.formatter.entries import Entry
from cjm.syntax import Mapping, Node, Parsed, Scalar, Sequence
from cjm.syntax.writing import is_text
from cjm.syntax.written import Written


class Side(msgspec.Struct, frozen=True):
    """A text that holds keys, and was read without an error."""

    parsed: Parsed
    root: Entry


def same(old: Side, new: Side) -> bool:
    """Whether nothing is lost, added or changed."""
    comments = [Counter(each.text.rstrip() for each in side.parsed.comments) for side in (old, new)]
    placed = [list(map(_told, side.root.inner())) for side in (old, new)]
    written = Counter(text for told in placed[0] for text in told[-1])
    first, second = old.parsed.root, new.parsed.root
    if first is None or second is None or placed[0] != placed[1]:
        return False
    return comments[0] == comments[1] == written and _alike(first, second)


def _told(each: Entry) -> tuple[Any, ...]:
    remarks = [[one.text for one in group] for group in (each.before, each.below, each.trailing)]
    every = [*remarks[0], *([each.beside] if each.beside else []), *remarks[1], *remarks[2]]
    nodes = [_named(node) for node in (each.key, each.value) if node]
    return nodes, len(each.entries), remarks, each.beside, every


def _named(node: Written) -> tuple[str, ...]:
    """What a tree of meanings doesn't show: tags, anchors and aliases."""
    return node.properties, node.value if node.style == "*" else ""


def _alike(first: Node, second: Node) -> bool:
    """Whether two trees say the same; what aliases repeat is looked at once."""
    seen: set[tuple[int, int]] = set()
    pending = [(first, second)]
    while pending:
        old, new = pending.pop()
        if (id(old), id(new)) in seen:
            continue
        seen.add((id(old), id(new)))
        if isinstance(old, Scalar) and isinstance(new, Scalar):
            if _kind(old) != _kind(new):
                return False
        elif type(old) is not type(new):
            return False
        else:
            inner = list(zip(_inner(old), _inner(new), strict=False))
            if _size(old) != _size(new) or any(key[0] != key[1] for key in _keys(old, new)):
                return False
            pending += inner
    return True


def _kind(node: Scalar) -> tuple[str, bool]:
    """A text, and whether it could be something else than text."""
    return node.value, node.plain and not is_text(node.value)


def _size(node: Node) -> int:
    return (
        len(node.entries)
        if isinstance(node, Mapping)
        else len(node.items)
        if isinstance(node, Sequence)
        else 0
    )


def _inner(node: Node) -> Iterator[Node]:
    """What a collection holds, a mapping's values by their keys."""
    if isinstance(node, Mapping):
        yield from (entry.value for entry in sorted(node.entries, key=lambda entry: entry.key.value))
    elif isinstance(node, Sequence):
        yield from node.items


def _keys(old: Node, new: Node) -> Iterator[tuple[str, str]]:
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        names = [sorted(entry.key.value for entry in node.entries) for node in (old, new)]
        yield from zip(*names, strict=False)
