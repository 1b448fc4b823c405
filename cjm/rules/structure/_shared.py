"""What several rules of structure need: the ways through a journey, and its stages."""

from collections.abc import Iterable, Sequence

import msgspec

from cjm.model.entities import Journey, Phase
from cjm.model.frameworks import FRAMEWORKS
from cjm.project import Project
from cjm.project.targets import END

OUT = -1  # where a way leads that leaves the journey

Ways = list[tuple[int, ...]]


def ways(journey: Journey) -> Ways | None:
    """Where each touchpoint leads, by position; None where a `next` couldn't be read.

    `next: []` leads nowhere. The last touchpoint leads out where it says nothing else.
    """
    points = journey.touchpoints
    positions = {point.id: position for position, point in enumerate(points)} | {END: OUT}
    found: Ways = []
    for position, point in enumerate(points):
        if "next" in point.origin.failed or (point.next is None and point.wrote("next")):
            return None
        if point.next is None:
            found.append((position + 1 if position + 1 < len(points) else OUT,))
        else:
            found.append(
                tuple(
                    positions.get(branch.to, OUT)
                    for branch in point.next
                    if branch.elsewhere or branch.to in positions
                )
            )
    return found


def turned(ways: Ways) -> Ways:
    """The same ways, walked from the other end: what leads to each touchpoint."""
    back: list[list[int]] = [[] for _ in ways]
    for start, targets in enumerate(ways):
        for target in targets:
            if target != OUT:
                back[target].append(start)
    return [tuple(starts) for starts in back]


def flood(starts: Iterable[int], ways: Ways, reached: set[int]) -> list[int]:
    """What can be reached from here and wasn't `reached` yet; now it is."""
    todo = [start for start in starts if start not in reached]
    reached.update(todo)
    found = []
    while todo:
        position = todo.pop()
        found.append(position)
        new = set(ways[position]) - reached - {OUT}
        reached |= new
        todo += new
    return found


class Staged(msgspec.Struct, frozen=True):
    """A journey held against its framework: its stages in order, and the position each phase has in them."""

    framework: str
    stages: Sequence[str]
    phases: Sequence[tuple[Phase, int | None]]
    cyclic: bool = False


def staged(journey: Journey, project: Project) -> Staged | None:
    """None without a framework, or where that isn't known.

    A phase that names no stage is the one that it is called after, if any.
    """
    own, common = project.frameworks.get(journey.framework), FRAMEWORKS.get(journey.framework)
    if own is not None:
        words = {word.casefold(): stage.id for stage in own.stages for word in (stage.name, stage.id)}
        ids = list(dict.fromkeys(stage.id for stage in own.stages))
        phases = [(phase, words.get((phase.stage or phase.name).casefold())) for phase in journey.phases]
    elif common is not None:
        ids = [stage.id for stage in common.stages]
        named = [(phase, common.stage(phase.stage or phase.name)) for phase in journey.phases]
        phases = [(phase, stage.id if stage else None) for phase, stage in named]
    else:
        return None
    positions = [(phase, ids.index(stage) if stage else None) for phase, stage in phases]
    return Staged(journey.framework, ids, positions, own is None and common is not None and common.cyclic)
