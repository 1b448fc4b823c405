"""Which items of a changed list are which of the list before.

In: the chunks of both. Out: a key for each, that of its item before where it has one.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from cjm.merger.chunks import Chunk
from cjm.naming import slug

# Two things at one place whose texts are this alike are one, renamed.
ALIKE = 0.6
_LONGEST = 4000  # of a text that is compared letter by letter
_MOST = 300  # pairs at one place; where all is new, nothing is what it was


def matched(base: Sequence[Chunk], side: Sequence[Chunk]) -> list[str]:
    """The key of each of a side's items: by id, then `was:`, then name, then place and likeness.

    An item that is new keeps its own key, or where an item before has that, another one.
    """
    keys: dict[int, str] = {}
    free = {chunk.key: chunk for chunk in base}

    def take(number: int, key: str) -> None:
        keys[number] = key
        del free[key]

    for number, chunk in enumerate(side):
        if chunk.key in free:
            take(number, chunk.key)
    for number, chunk in enumerate(side):
        if number not in keys and chunk.was in free:
            take(number, chunk.was)
    for number, chunk in enumerate(side):
        if number not in keys and (same := _named(chunk, free)):
            take(number, same)
    for number, key in list(_at_one_place(base, side, keys, free)):
        if key in free:
            take(number, key)
    taken = {chunk.key for chunk in base}
    for number, chunk in enumerate(side):
        if number not in keys:
            keys[number] = chunk.key if chunk.key not in taken else _another(chunk.key, taken)
            taken.add(keys[number])
    return [keys[number] for number in range(len(side))]


def _another(key: str, taken: set[str]) -> str:
    number = 2
    while f"{key} new {number}" in taken:
        number += 1
    return f"{key} new {number}"


def _named(chunk: Chunk, free: dict[str, Chunk]) -> str:
    """The item before of the same name, which had no id or has none any more."""
    name = slug(chunk.name)
    return next(
        (
            key
            for key, other in free.items()
            if name and slug(other.name) == name and not (chunk.given and other.given)
        ),
        "",
    )


def _at_one_place(
    base: Sequence[Chunk], side: Sequence[Chunk], keys: dict[int, str], free: dict[str, Chunk]
) -> Iterator[tuple[int, str]]:
    """Items that stand behind the same one as an item before, and are like it."""
    known = set(keys.values())
    before: dict[str, list[Chunk]] = {}
    last = ""
    for chunk in base:
        if chunk.key in known:
            last = chunk.key
        elif chunk.key in free:
            before.setdefault(last, []).append(chunk)
    now: dict[str, list[int]] = {}
    last = ""
    for number in range(len(side)):
        if number in keys:
            last = keys[number]
        else:
            now.setdefault(last, []).append(number)
    for place, numbers in now.items():
        there = before.get(place, [])
        if len(there) * len(numbers) > _MOST:
            continue
        for number in numbers:
            rated = [
                (_likeness(chunk, side[number], alone=len(there) == len(numbers) == 1), chunk.key)
                for chunk in there
            ]
            best = max(rated, default=(0.0, ""))
            if best[0] >= ALIKE:
                there = [chunk for chunk in there if chunk.key != best[1]]
                yield number, best[1]


def _likeness(one: Chunk, other: Chunk, *, alone: bool) -> float:
    """How alike two items are; a text `alone` in the place of a text is that text, worded anew."""
    if one.given and other.given:
        return 0.0
    if alone and one.kind == other.kind == "leaf":
        return 1.0
    likeness = SequenceMatcher(None, one.text[:_LONGEST], other.text[:_LONGEST], autojunk=False)
    if likeness.real_quick_ratio() < ALIKE or likeness.quick_ratio() < ALIKE:
        return 0.0
    return likeness.ratio()
