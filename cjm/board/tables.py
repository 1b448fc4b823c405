"""The parts of a page's tables. Texts are final, as those of `cjm.board.sheet` are."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

import msgspec

from cjm.board.counsel import Place


class Holding(msgspec.Struct, frozen=True):
    """What a department answers for: touchpoints, their mean score −2…2, pains, open opportunities.

    `mean` is empty where none of them has a score.
    """

    touchpoints: int
    mean: str
    pains: int
    chances: int


class Idea(msgspec.Struct, frozen=True):
    """An opportunity in the list of all: what a cell shows of it, where it stands, and when it is due.

    `number` is that of its key, `column` of its place; `gap` says what is missing instead of an owner.
    """

    number: int
    key: str
    text: str
    column: int
    place: Place
    impact: int | None
    effort: int | None
    status: Literal["idea", "planned", "doing", "done", "dropped"]
    status_label: str
    due: str = ""
    owner: str = ""
    slot: int = 0
    gap: str = ""

    @property
    def plotted(self) -> bool:
        """Whether it is open, and estimated."""
        return self.impact is not None and self.effort is not None and self.status not in ("done", "dropped")


class Bar(msgspec.Struct, frozen=True):
    """A measured value on a line of length 1: from `zero` to `value`, and the marks beside it."""

    zero: float
    value: float
    target: float | None = None
    benchmark: float | None = None


class Reading(msgspec.Struct, frozen=True):
    """A measured value: what, how much, against what, where from.

    `missed` is whether it is on the wrong side of its target; None where that can't be told.
    `place` is None where it holds for a whole phase.
    """

    place: Place | None
    name: str
    value: str
    target: str
    benchmark: str
    origin: str
    missed: bool | None
    bar: Bar


class Readings(msgspec.Struct, frozen=True):
    """What is measured in a phase."""

    number: int
    name: str
    readings: tuple[Reading, ...]


class Ground(msgspec.Struct, frozen=True):
    """A source, how strong it is by itself (0…3 bars), and what rests on it.

    `link` is an address or empty; `others` are personas and figures.
    """

    title: str
    kind: str
    bars: int
    date: str
    size: str
    link: str
    places: tuple[Place, ...]
    others: tuple[str, ...] = ()


class Footing(msgspec.Struct, frozen=True):
    """What a touchpoint rests on: 0…3 bars; `weak` is the word for nothing or an assumption."""

    place: Place
    bars: int
    weak: str = ""


class Footings(msgspec.Struct, frozen=True):
    """What the touchpoints of a phase rest on."""

    number: int
    name: str
    footings: tuple[Footing, ...]


# What a piece of the source is, where it isn't plain.
Kind = Literal["", "key", "string", "comment"]


class Line(msgspec.Struct, frozen=True):
    """A line of the source, in pieces."""

    pieces: tuple[tuple[Kind, str], ...]


class Tables(msgspec.Struct, frozen=True):
    """What the page tells beside its map; empty where the journey says nothing of it.

    `holdings` are those of the board's owners by their names, and of nobody by "".
    """

    holdings: Mapping[str, Holding] = MappingProxyType({})
    ideas: tuple[Idea, ...] = ()
    metrics: tuple[Readings, ...] = ()
    grounds: tuple[Ground, ...] = ()
    footings: tuple[Footings, ...] = ()
    source: tuple[Line, ...] = ()
