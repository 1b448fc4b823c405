"""Three orders → one: where things stand after both sides added, left out and moved some.

In: keys as the base, ours and theirs have them. Out: keys with the sides that want them there.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

Side = Literal["both", "ours", "theirs"]


def merged(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> list[tuple[str, Side]]:
    """Ours, with what theirs added and moved put behind what it follows there.

    At one place ours comes first. What both moved to different places stands at either, for
    the side that wants it there.
    """
    placed: dict[str, Side] = dict.fromkeys(ours, "both")
    carried, disputed = _moves(base, ours, theirs)
    result: list[tuple[str, Side]] = [
        (key, "ours" if key in disputed else "both") for key in ours if key not in carried
    ]
    known = set(theirs)
    at = 0
    for key in theirs:
        if key in placed and key not in carried | disputed:
            at = next(number for number, found in enumerate(result) if found == (key, "both")) + 1
            continue
        while at < len(result) and result[at][0] not in known:
            at += 1
        result.insert(at, (key, "theirs" if key in disputed else "both"))
        at += 1
    return result


def _moves(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> tuple[set[str], set[str]]:
    """What only theirs moved, and what both moved to different places."""
    shared = set(ours) & set(theirs)
    mine, other = ([key for key in order if key in shared] for order in (ours, theirs))
    if mine == other:
        return set(), set()
    by_ours, by_theirs = _moved(base, mine), _moved(base, other)
    before, there = ({after: key for key, after in pairwise(["", *order])} for order in (mine, other))
    disputed = {key for key in by_ours & by_theirs if before[key] != there[key]}
    return by_theirs - by_ours, disputed


def _moved(base: Sequence[str], order: Sequence[str]) -> set[str]:
    """The fewest keys whose moving makes the one order of the other; new ones haven't moved."""
    places = {key: number for number, key in enumerate(base)}
    known = [key for key in order if key in places]
    return set(known).difference(_rising(known, places))


def _rising(keys: Sequence[str], places: dict[str, int]) -> Iterator[str]:
    """A longest run of keys that stand in the order of their places, from its end."""
    ends: list[int] = []  # the lowest place that a run of each length ends at
    lengths = []
    for key in keys:
        length = bisect_left(ends, places[key])
        ends[length : length + 1] = [places[key]]
        lengths.append(length)
    wanted = len(ends) - 1
    for key, length in zip(reversed(keys), reversed(lengths), strict=True):
        if length == wanted:
            yield key
            wanted -= 1
