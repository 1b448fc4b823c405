"""Entries in the order of the language's tables of keys.

In: entries, and the table of the whole file. No alias comes to stand before its anchor; keys that
no table knows, and keys that authors choose, keep their order.
"""

from collections.abc import Sequence
from heapq import heapify, heappop, heappush
from typing import Any

from cjm.formatter.entries import Entry, Remark, part_head
from cjm.grammar.record import Record
from cjm.grammar.several import ListOf, MapOf

# Their items are long: an empty line between two helps to find one's way.
_APART = {"phase", "touchpoint"}


def arrange(root: Entry, record: Record | None) -> None:
    """Put the keys of a whole file in order, in place."""
    _arrange(root, record)
    part_head(root)


def _arrange(owner: Entry, kind: Any) -> None:
    if owner.value.style == "[":
        kind = kind.item if isinstance(kind, ListOf) else None
        owner.apart = isinstance(kind, Record) and kind.name in _APART
        for each in owner.entries:
            _arrange(each, kind)
            _raise_remarks(each)
        return
    while isinstance(kind, ListOf):  # a single one stands for a list of one
        kind = kind.item
    kind = getattr(kind, "record", kind)
    if not isinstance(kind, Record):
        inner = kind.value if isinstance(kind, MapOf) else None
        for each in owner.entries:
            _arrange(each, inner)
        return
    names = [each.key.value if each.key else "" for each in owner.entries]
    places = {key.name: number for number, key in enumerate(kind.keys)}
    known = [kind.spellings.get(name) for name in names]
    for each, key in zip(owner.entries, known, strict=True):
        _arrange(each, key.type if key else None)
    if not owner.whole:
        ranks = [places[key.name] if key else len(places) for key in known]
        owner.entries = [owner.entries[number] for number in _in_order(owner.entries, ranks)]


def _raise_remarks(item: Entry) -> None:
    """What stands above the first key of an item stands above the item: they share a line."""
    if item.beside or item.value.properties or not item.entries or not item.entries[0].before:
        return
    first = item.entries[0]
    remarks, first.before = first.before, []
    item.before += [Remark(remarks[0].text, item.blank), *remarks[1:]]
    item.blank = first.blank


def _in_order(entries: Sequence[Entry], ranks: Sequence[int]) -> list[int]:
    """The numbers of entries by their ranks, as far as anchors allow."""
    above = _above(entries)
    below: dict[int, list[int]] = {}
    for number, others in above.items():
        for other in others:
            below.setdefault(other, []).append(number)
    ready = [(rank, number) for number, rank in enumerate(ranks) if number not in above]
    heapify(ready)
    done: list[int] = []
    while ready:
        _, number = heappop(ready)
        done.append(number)
        for other in below.get(number, ()):
            above[other].discard(number)
            if not above[other]:
                heappush(ready, (ranks[other], other))
    return done


def _above(entries: Sequence[Entry]) -> dict[int, set[int]]:
    """The entries that must stay below others, and below which: an alias below its anchor, and
    below both whatever gives the anchor's name away again."""
    above: dict[int, set[int]] = {}
    maker: dict[str, int] = {}
    users: dict[str, list[int]] = {}
    for number, each in enumerate(entries):
        nodes = [node for one in each.inner() for node in (one.key, one.value) if node]
        others: set[int] = set()
        for name in {node.value for node in nodes if node.style == "*"}:
            others |= {maker[name]} if name in maker else set()
            users.setdefault(name, []).append(number)
        for name in {node.anchor for node in nodes if node.anchor}:
            others |= {*users.pop(name, ()), *([maker[name]] if name in maker else ())}
            maker[name] = number
        if others - {number}:
            above[number] = others - {number}
    return above
