"""What the templates of a page's tables ask for beyond the board."""

from collections.abc import Callable, Iterator

from markupsafe import Markup

from cjm.board.sheet import Board, Gap
from cjm.board.tables import Bar, Idea, Reading

# How far an opportunity is, as a number to sort by.
PROGRESS = {"idea": 0, "planned": 1, "doing": 2, "done": 3, "dropped": 4}

_LONG, _TALL = 180, 18


def anchors(board: Board) -> Callable[[Gap], str]:
    """What gives the id in the document of a gap that knows its line."""
    found = {id(gap): f"g-{number}" for number, gap in enumerate(_lined(board), 1)}
    return lambda gap: found[id(gap)]


def margin(board: Board) -> dict[int, list[Gap]]:
    """The gaps by the line of the source that they stand at."""
    found: dict[int, list[Gap]] = {}
    for gap in _lined(board):
        found.setdefault(gap.line, []).append(gap)
    return found


def _lined(board: Board) -> Iterator[Gap]:
    for region in board.gaps:
        for spot in region.spots:
            yield from (gap for gap in spot.gaps if gap.line)


def bar(reading: Reading) -> Markup:
    """The value as a bar, its target as a line across it, its benchmark as a ring.

    The figures beside it say the same.
    """
    drawn: Bar = reading.bar
    start, end = sorted((drawn.zero * _LONG, drawn.value * _LONG))
    token = "neg" if reading.missed else "ink"
    parts = [
        f'<rect class="f-line" y="5" width="{_LONG}" height="8"/>',
        f'<rect class="f-{token}" x="{start:.1f}" y="5" width="{max(end - start, 1.5):.1f}" height="8"/>',
    ]
    if drawn.target is not None:
        x = min(drawn.target * _LONG, _LONG - 1.5)
        parts.append(f'<path class="edge" d="M{x:.1f} 0V18"/><path class="mark" d="M{x:.1f} 0V18"/>')
    if drawn.benchmark is not None:
        x = min(max(drawn.benchmark * _LONG, 5.2), _LONG - 5.2)
        parts.append(f'<circle class="ring" cx="{x:.1f}" cy="9" r="4.2"/>')
    size = f'width="{_LONG}" height="{_TALL}" viewBox="0 0 {_LONG} {_TALL}"'
    return Markup(f'<svg class="bar-line" {size} aria-hidden="true">{"".join(parts)}</svg>')


def unplaced(board: Board) -> tuple[Idea, ...]:
    """The open opportunities that the plot can't hold."""
    return tuple(
        idea for idea in board.tables.ideas if not idea.plotted and idea.status not in ("done", "dropped")
    )
