"""How alike two things are, and which belong together because of it.

The measure is Ratcliff and Obershelp's (Ratcliff and Metzener, "Pattern Matching: The Gestalt
Approach", Dr. Dobb's Journal, July 1988), as `difflib` has it, over words: twice the words that
both have in the same order, of all words. A neighbour on either side that is the same thing in
both versions adds a tenth.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from cjm.grammar.entity import Entity

LEAST = 0.5  # of likeness and neighbours: what a reader would still call the same thing
_OF_WORDS = 0.8
_OF_A_NEIGHBOUR = 0.1
_MOST_WORDS = 120
_REACH = 60  # how far apart among the unmatched two things are still held against each other
# What says nothing of what a thing is about, or nothing at all where it is the same everywhere.
_SILENT = {"origin", "id", "was", "evidence", "owner", "notes", "touchpoints", "elsewhere", "to", "url"}

Words = tuple[str, ...]


def words(text: str) -> Words:
    """The words of a text, whatever their case."""
    return tuple(re.findall(r"\w+", text.casefold())[:_MOST_WORDS])


def words_of(thing: Any) -> Words:
    """The words in which a thing is told, its name first."""
    return words(" ".join(_texts(thing)))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Entity):
        for name in value.__struct_fields__:
            if name not in _SILENT:
                yield from _texts(getattr(value, name))
    elif isinstance(value, tuple | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _texts(item)


@lru_cache(maxsize=1 << 12)
def likeness(one: Words, other: Words) -> float:
    """From 0, nothing in common, to 1, the same words in the same order."""
    from difflib import SequenceMatcher

    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def contained(part: Words, whole: Words) -> float:
    """The share of a text's different words that another has as well."""
    return len({*part} & {*whole}) / len({*part}) if part else 0.0


def assigned(
    old: Sequence[int],
    new: Sequence[int],
    told: tuple[Sequence[Words], Sequence[Words]],
    bonus: Callable[[int, int], float] = lambda one, other: 0.0,
) -> dict[int, int]:
    """Which of the old things are which of the new, the likeliest first; each once, by their numbers.

    `told` are the words of all things on both sides; `bonus` is what a pair has beside its words:
    a tenth for each neighbour, more for what they hold in common.
    """
    bags = [
        {number: Counter(side[number]) for number in some} for side, some in ((told[0], old), (told[1], new))
    ]
    found = []
    for at, one in enumerate(old):
        middle = at * len(new) // len(old)
        for other in new[max(0, middle - _REACH) : middle + _REACH + 1]:
            more = bonus(one, other)
            a, b = bags[0][one], bags[1][other]
            total = a.total() + b.total()
            # In no order can they have more in common than this.
            if total and 2 * _OF_WORDS * (a & b).total() / total + more < LEAST:
                continue
            score = _OF_WORDS * likeness(told[0][one], told[1][other]) * bool(total) + more
            if score >= LEAST:
                found.append((-round(score, 6), abs(one - other), one, other))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, one, other in sorted(found):
        if one not in pairs and other not in taken:
            pairs[one] = other
            taken.add(other)
    return pairs


def beside(pairs: dict[int, int]) -> Callable[[int, int], float]:
    """A tenth for each neighbour that two things have in common, by the pairs so far."""

    def bonus(one: int, other: int) -> float:
        same = (pairs.get(one + step, -2) == other + step for step in (-1, 1))
        return _OF_A_NEIGHBOUR * sum(same)

    return bonus
