"""The ways from each column to others: for the flow, and as words at a touchpoint."""

from cjm.board.lanes import Context
from cjm.board.sheet import Anchor, Way
from cjm.languages import percent
from cjm.model.entities import Branch, Elsewhere, Touchpoint
from cjm.naming import page


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
            numbers.get(branch.to),
            _label(context, branch),
            position == 0,
            branch.when,
            called(branch.elsewhere) if branch.elsewhere else "",
            address(context, branch.elsewhere) if branch.elsewhere else "",
        )
        for position, branch in enumerate(point.next)
    )


def called(other: Elsewhere) -> str:
    """«After-sales: First call», a touchpoint of another journey, or that journey."""
    return f"{other.title}: {other.name}" if other.name else other.title


def address(context: Context, other: Elsewhere) -> str:
    """The page of another journey, at the touchpoint where there is one."""
    return page(context.journey.path, other.path, f"t-{other.point}" if other.name else "")


def inside(context: Context, point: Touchpoint) -> Anchor | None:
    """«In detail: Unlocking a bicycle», where another journey shows that."""
    other = point.elsewhere
    if other is None:
        return None
    return Anchor(address(context, other), f"{context.label('detail')}: {called(other)}")


def branches(exit: str, found: tuple[Way, ...], numbers: list[str], index: int) -> tuple[str, ...]:
    """The ways as words: `takes it → 3.1`, `exit` or another journey for out.

    A single way to the next column needs none.
    """
    if len(found) == 1 and found[0].to == index + 1 and not found[0].label:
        return ()
    if len(found) == 1 and found[0].to is None and not found[0].other and index == len(numbers) - 1:
        return ()
    texts = []
    for way in found:
        target = way.other or exit if way.to is None else numbers[way.to]
        texts.append(f"{way.label}\u00a0→\u00a0{target}".strip("\u00a0"))
    return tuple(texts)


def _label(context: Context, branch: Branch) -> str:
    share = ""
    if branch.share is not None:
        share = percent(round(branch.share, 3), context.language)
    return ", ".join(part for part in (branch.when, share) if part)
