"""Two versions of some journeys → their differences: which file is which, and what changed in it."""

import datetime
from collections.abc import Mapping
from typing import NamedTuple

from cjm import pipeline
from cjm.cli.reading import Examined
from cjm.cli.versions import Version, Versions
from cjm.differ import Comparison, Difference
from cjm.differ.likeness import assigned, words_of
from cjm.model.entities import Journey
from cjm.source import Source

Held = Mapping[str, tuple[Examined, Journey]]


class Pair(NamedTuple):
    """The paths of a journey in both versions; empty where it isn't."""

    before: str
    after: str


def compared(found: Versions, today: datetime.date | None, *, judged: bool = True) -> Comparison:
    """All journeys that can be compared; with `judged` also what changes did to gaps."""
    sides = found.before.journeys(), found.after.journeys()
    pairs = paired(sides[0], sides[1], found)
    differences = [_difference(sides, pair, today, named=found.named, judged=judged) for pair in pairs]
    broken = [(side.revision, path) for side in (found.before, found.after) for path in side.broken()]
    names = found.before.name, found.after.name
    texts = _texts(found.before), _texts(found.after)
    return Comparison(*names, tuple(differences), *texts, tuple(broken))


def paired(before: Held, after: Held, found: Versions) -> list[Pair]:
    """Which journey is which: by path, as git has renamed it, by id or `was`, by likeness; in their order.

    A path at which another journey lies now, while its own has gone elsewhere with its id, is none to go by.
    """
    ids = {each.id: path for path, (_, each) in after.items()} | {
        each.was: path for path, (_, each) in after.items() if each.was
    }
    pairs = {
        path: path
        for path, (_, each) in before.items()
        if path in after and not found.named and (after[path][1].id == each.id or each.id not in ids)
    }
    _join(pairs, {path: other for path, other in found.renamed.items() if path in before and other in after})
    _join(pairs, {path: ids[each.id] for path, (_, each) in before.items() if each.id in ids})
    _join(pairs, {path: ids[each.was] for path, (_, each) in before.items() if each.was in ids})
    _join(pairs, _alike(before, after, pairs))
    # Of a file with errors nothing is known: its other version is neither new nor gone.
    unknown = {*found.before.places(), *found.after.places()}
    unknown |= {path for pair in found.renamed.items() if unknown.intersection(pair) for path in pair}
    gone = [Pair(path, "") for path in before if path not in pairs and path not in unknown]
    new = [Pair("", path) for path in after if path not in pairs.values() and path not in unknown]
    both = [Pair(path, other) for path, other in pairs.items()]
    return sorted([*both, *gone, *new], key=lambda pair: pair.after or pair.before)


def _join(pairs: dict[str, str], more: Mapping[str, str]) -> None:
    for path, other in more.items():
        if path not in pairs and other not in pairs.values():
            pairs[path] = other


def _alike(before: Held, after: Held, pairs: Mapping[str, str]) -> dict[str, str]:
    left = (
        [path for path in before if path not in pairs],
        [path for path in after if path not in pairs.values()],
    )
    if not all(left):
        return {}
    told = [words_of(before[path][1]) for path in left[0]], [words_of(after[path][1]) for path in left[1]]
    found = assigned(range(len(left[0])), range(len(left[1])), told)
    return {left[0][one]: left[1][other] for one, other in found.items()}


def _difference(
    sides: tuple[Held, Held], pair: Pair, today: datetime.date | None, *, named: bool, judged: bool
) -> Difference:
    projects = [side[path][0].checked if path else None for side, path in zip(sides, pair, strict=True)]
    paths = [side[path][1].path if path else "" for side, path in zip(sides, pair, strict=True)]
    # The gaps of a journey that refers to what isn't there say nothing of the change.
    judged &= not any(side[path][0].broken for side, path in zip(sides, pair, strict=True) if path)
    return pipeline.diff(projects[0], projects[1], (paths[0], paths[1]), today, named=named, judged=judged)


def _texts(version: Version) -> dict[str, Source]:
    return {path: source for project in version.projects for path, source in project.sources.items()}
