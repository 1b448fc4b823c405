"""Which things of two versions are the same: by id, then `was`, then name, then likeness.

In: phases, touchpoints or declarations of both versions. Out: pairs of their numbers, and what
became two or one.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any

import msgspec

from cjm.differ.likeness import assigned, beside, contained, words_of
from cjm.model.entities import Journey, Phase, Touchpoint
from cjm.model.identity import called
from cjm.naming import slug

_HALF = 0.5
_MOST = 0.75

Pairs = dict[int, int]


class Match(msgspec.Struct, frozen=True):
    """The pairs of the phases and of the touchpoints of two journeys, old number → new number.

    `split` leads from a new touchpoint to the old one that it was a part of, `merged` from an old
    one to the new one that it is a part of now.
    """

    phases: Pairs
    touchpoints: Pairs
    split: Pairs
    merged: Pairs


def match(old: Journey, new: Journey) -> Match:
    """What is the same in two journeys."""
    points = named(old.touchpoints, new.touchpoints)
    phases = named(old.phases, new.phases)
    phases |= _like(old.phases, new.phases, phases, _held(old.phases, new.phases, points))
    points |= _like(old.touchpoints, new.touchpoints, points)
    split = divided(old.touchpoints, new.touchpoints, points)
    back = {other: one for one, other in points.items()}
    merged = divided(new.touchpoints, old.touchpoints, back)
    points |= {one: other for other, one in back.items()}
    return Match(phases, points, split, merged)


def pair(old: Sequence[Any], new: Sequence[Any]) -> Pairs:
    """The same things in two lists of declarations."""
    pairs = named(old, new)
    return pairs | _like(old, new, pairs)


def named(old: Sequence[Any], new: Sequence[Any]) -> Pairs:
    """Those that are the same by id, by what it was, or by a name that only one has on either side.

    An id that was made from a repeated name is nothing to go by: with one more above, it is another's.
    """
    pairs: Pairs = {}
    _join(pairs, _sure(old), _sure(new))
    ids = {each.id: at for at, each in enumerate(old)}, {each.id: at for at, each in enumerate(new)}
    # An id that is in use says nothing of what was called so before.
    _join(pairs, ids[0], _first("" if each.was in ids[1] else each.was for each in new))
    _join(pairs, _first("" if each.was in ids[0] else each.was for each in old), ids[1])
    taken = set(pairs.values())
    left = (
        [at for at in range(len(old)) if at not in pairs],
        [at for at in range(len(new)) if at not in taken],
    )
    _join(pairs, *(_single(things, some) for things, some in zip((old, new), left, strict=True)))
    return pairs


def _join(pairs: Pairs, old: Mapping[Hashable, int], new: Mapping[Hashable, int]) -> None:
    """Pair what has the same key and has no pair yet."""
    taken = set(pairs.values())
    for key, one in old.items():
        other = new.get(key)
        if key and other is not None and one not in pairs and other not in taken:
            pairs[one] = other
            taken.add(other)


def _sure(things: Sequence[Any]) -> dict[Hashable, int]:
    often = Counter(slug(called(each)) for each in things)
    return {
        each.id: at
        for at, each in enumerate(things)
        if each.wrote("id") or not called(each) or often[slug(called(each))] == 1
    }


def _first(keys: Iterable[str]) -> dict[Hashable, int]:
    found: dict[Hashable, int] = {}
    for at, key in enumerate(keys):
        found.setdefault(key, at)
    return found


def _single(things: Sequence[Any], some: Sequence[int]) -> dict[Hashable, int]:
    often = Counter(called(things[at]).casefold() for at in some)
    names = ((called(things[at]).casefold(), at) for at in some)
    return {name: at for name, at in names if often[name] == 1}


def _like(
    old: Sequence[Any],
    new: Sequence[Any],
    pairs: Pairs,
    more: Callable[[int, int], float] = lambda one, other: 0.0,
) -> Pairs:
    """The pairs by likeness among what has none yet."""
    taken = set(pairs.values())
    near = beside(pairs)
    return assigned(
        [at for at in range(len(old)) if at not in pairs],
        [at for at in range(len(new)) if at not in taken],
        ([words_of(each) for each in old], [words_of(each) for each in new]),
        lambda one, other: near(one, other) + more(one, other),
    )


def _held(old: Sequence[Phase], new: Sequence[Phase], points: Pairs) -> Callable[[int, int], float]:
    """How much of what two phases hold is the same: all of it is enough to be the same phase."""
    of_old, of_new = phase_of(old), phase_of(new)
    shared = Counter((of_old[one], of_new[other]) for one, other in points.items())
    sizes = Counter(of_old), Counter(of_new)

    def held(one: int, other: int) -> float:
        both = sizes[0][one] + sizes[1][other]
        return 2 * shared[one, other] / both if both else 0.0

    return held


def phase_of(phases: Sequence[Phase]) -> list[int]:
    """The number of its phase, for each touchpoint of a journey."""
    return [at for at, phase in enumerate(phases) for _ in phase.touchpoints]


def divided(old: Sequence[Touchpoint], new: Sequence[Touchpoint], pairs: Pairs) -> Pairs:
    """New things that were a part of an old one, by its number; an old one without a pair gets its first.

    It was a part where it says so (`was`), or where it stands beside the rest and half of its
    words, or more, are words that the rest has lost.
    """
    told = [words_of(each) for each in old], [words_of(each) for each in new]
    taken = {other: one for one, other in pairs.items()}
    ids = {each.id: at for at, each in enumerate(old)}
    formerly = _first(each.was for each in old)
    found: Pairs = {}
    for other, each in enumerate(new):
        if other in taken:
            continue
        one = ids.get(each.was, formerly.get(each.id))
        if one is not None:
            found[other] = one
            continue
        for step in (-1, 1):  # beside the rest of it, or another part
            rest = other + step
            one = found.get(rest, taken.get(rest))
            if one is None:
                continue
            lost = {*told[0][one]}.difference(
                *(told[1][at] for at in range(len(new)) if _of(at, one, taken, found))
            )
            if lost and contained(told[1][other], tuple(lost)) >= _HALF:
                found[other] = one
                break
    for one in range(len(old)):
        if one not in pairs and len(parts := _parts(one, told, taken, found, pairs)) > 1:
            pairs[one] = parts[0]
            taken[parts[0]] = one
            found |= dict.fromkeys(parts[1:], one)
    return found


def _of(at: int, one: int, taken: Pairs, found: Pairs) -> bool:
    return taken.get(at) == one or found.get(at) == one


def _parts(
    one: int, told: tuple[Sequence[Any], Sequence[Any]], taken: Pairs, found: Pairs, pairs: Pairs
) -> list[int]:
    """The new things, one behind the other, whose words an old one had nearly all of."""
    before = max((pairs[at] for at in range(one) if at in pairs), default=-1)
    parts = []
    for other in range(before + 1, len(told[1])):
        if other in taken:
            break
        if other not in found and contained(told[1][other], told[0][one]) >= _MOST:
            parts.append(other)
    covered = {word for part in parts for word in told[1][part]}
    return parts if contained(told[0][one], tuple(covered)) >= _HALF else []


def unmoved(numbers: Sequence[int]) -> set[int]:
    """The places of a longest run that rises: all others moved (Schensted 1961, by patience sorting)."""
    from bisect import bisect_left

    tops: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, number in enumerate(numbers):
        pile = bisect_left(tops, number)
        tops[pile : pile + 1] = [number]
        ends[pile : pile + 1] = [at]
        before.append(ends[pile - 1] if pile else -1)
    run: set[int] = set()
    at = ends[-1] if ends else -1
    while at >= 0:
        run.add(at)
        at = before[at]
    return run
