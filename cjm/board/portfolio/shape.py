"""A journey's curve in small: its shape, which is drawn with the journey and kept as a drawing."""

import msgspec

from cjm.board.portfolio.entry import Entry


class Spark(msgspec.Struct, frozen=True):
    """A journey's curve in small: scores −2…2 or None, impacts, and where phases begin but for the first.

    `assumed` are the places of points that rest on an assumption.
    """

    scores: tuple[float | None, ...]
    impacts: tuple[int, ...]
    ticks: tuple[int, ...]
    assumed: frozenset[int] = frozenset()


def shape(found: Entry) -> Spark | None:
    """The curve in small, which is to be drawn; None where nothing has a score."""
    contacts = found.contacts
    if all(each.score is None for each in contacts):
        return None
    return Spark(
        tuple(each.score for each in contacts),
        tuple(each.impact for each in contacts),
        tuple(
            place for place, each in enumerate(contacts) if place and each.phase != contacts[place - 1].phase
        ),
        frozenset(place for place, each in enumerate(contacts) if each.assumed),
    )
