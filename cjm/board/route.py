"""The ways from each column to others: for the flow, and as words at a touchpoint."""

from cjm.board.lanes import Context
from cjm.board.sheet import Way
from cjm.languages import percent
from cjm.model.entities import Branch, Touchpoint
from cjm.project.route import END


def ways(context: Context, points: list[Touchpoint], index: int) -> tuple[Way, ...]:
    """Where a touchpoint leads; the first way in the list is the persona's own."""
    point = points[index]
    if point.next is None and point.wrote("next"):
        return ()
    if point.next is None:
        return (Way(index + 1, "", True),) if index + 1 < len(points) else ()
    numbers = {other.id: position for position, other in enumerate(points)}
    return tuple(
        Way(
            None if branch.to == END else numbers[branch.to],
            _label(context, branch),
            position == 0,
            branch.when,
        )
        for position, branch in enumerate(point.next)
    )


def branches(exit: str, found: tuple[Way, ...], numbers: list[str], index: int) -> tuple[str, ...]:
    """The ways as words: `takes it → 3.1`, `exit` for out. A single way to the next column needs none."""
    if len(found) == 1 and found[0].to == index + 1 and not found[0].label:
        return ()
    if len(found) == 1 and found[0].to is None and index == len(numbers) - 1:
        return ()
    texts = []
    for way in found:
        target = exit if way.to is None else numbers[way.to]
        texts.append(f"{way.label}\u00a0→\u00a0{target}".strip("\u00a0"))
    return tuple(texts)


def _label(context: Context, branch: Branch) -> str:
    share = ""
    if branch.share is not None:
        share = percent(round(branch.share, 3), context.language)
    return ", ".join(part for part in (branch.when, share) if part)
