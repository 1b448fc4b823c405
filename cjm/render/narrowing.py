"""What the page's map can be narrowed to: switches, and lists to choose one from.

Only what leaves something out is offered. A touchpoint's article carries the numbers of the
options that it has, and the script compares them (`templates/filters.js`).
"""

from collections.abc import Callable

import msgspec
from markupsafe import Markup

from cjm.board.sheet import Board, Glyph

Held = list[tuple[str, ...]]


class Choice(msgspec.Struct, frozen=True):
    """A list to choose from: its words, its options, and which of them each column has."""

    key: str
    label: str
    options: tuple[str, ...]
    held: tuple[tuple[int, ...], ...]


def switches(board: Board) -> list[tuple[str, str]]:
    """What can be switched on: a name, and its words."""
    offered = [
        ("moment", board.label("filter_moments"), any(column.moment for column in board.columns)),
        ("gap", board.label("filter_gaps"), any(column.gaps for column in board.columns)),
    ]
    return [(name, words) for name, words, occurs in offered if occurs]


def choices(board: Board) -> tuple[Choice, ...]:
    """The lists that have several options of which one leaves out a touchpoint."""
    found: list[tuple[str, Callable[[Board], Held]]] = [
        ("channel", _channels),
        ("owner", _owners),
        ("persona", _personas),
    ]
    made = (_choice(board, key, held(board)) for key, held in found)
    return tuple(choice for choice in made if choice is not None)


def attributes(lists: tuple[Choice, ...], column: int) -> Markup:
    """The attributes of a touchpoint's article: its options by their numbers."""
    parts = (f' data-{choice.key}="{" ".join(map(str, choice.held[column]))}"' for choice in lists)
    return Markup("".join(parts))  # nothing of the journey's own


def _choice(board: Board, key: str, held: Held) -> Choice | None:
    options = tuple(dict.fromkeys(option for options in held for option in options))
    if len(options) < 2 or all(len(set(mine)) == len(options) for mine in held):
        return None
    numbers = {option: number for number, option in enumerate(options)}
    found = tuple(tuple(numbers[option] for option in dict.fromkeys(mine)) for mine in held)
    return Choice(key, board.label(key), options, found)


def _channels(board: Board) -> Held:
    """Channels and devices, in the words of their lane."""
    lane = next((lane for lane in board.lanes if lane.key == "channels"), None)
    cells = lane.cells if lane else ()
    return [tuple(item.text for item in cell if isinstance(item, Glyph)) for cell in cells]


def _owners(board: Board) -> Held:
    """The department of each touchpoint; nobody is an option too, where there are departments."""
    names = {
        column: band.name for band in board.bands for column in range(band.first, band.last + 1) if band.name
    }
    nobody = board.label("no_owner")
    return [(names.get(column, nobody),) for column in range(len(board.columns))] if names else []


def _personas(board: Board) -> Held:
    """Whose feelings are known at each touchpoint."""
    curves = [curve for curve in board.curves if curve.name and not curve.benchmark]
    return [
        tuple(curve.name for curve in curves if curve.points[column].score is not None)
        for column in range(len(board.columns))
    ]
