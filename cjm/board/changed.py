"""What two versions of a journey look like over each other. Texts are final: in the journey's language."""

from typing import Literal

import msgspec

from cjm.board.sheet import Board, Gap, Point, Summary
from cjm.languages import Language

Badge = Literal["", "added", "removed", "changed", "moved", "left"]


class Owner(msgspec.Struct, frozen=True):
    """A department: its name, empty for nobody, and its slot in the palette."""

    name: str
    slot: int


class Step(msgspec.Struct, frozen=True):
    """A touchpoint of either version, with its point in those that have it.

    What moved is there twice: where it `left`, with its old point, and where it `moved` to. A name that
    it no longer has is in `was`. `anchor` leads to what changed in it; empty where nothing did.
    """

    number: str
    name: str
    badge: Badge
    before: Point | None = None
    after: Point | None = None
    was: str = ""
    anchor: str = ""


class Stage(msgspec.Struct, frozen=True):
    """A phase of either version over its steps, `first` up to but not including `end`."""

    number: str
    name: str
    badge: Badge
    first: int
    end: int
    before: Owner | None = None
    after: Owner | None = None
    anchor: str = ""


class Row(msgspec.Struct, frozen=True):
    """A change: what it is of, both values, what else there is to say, and how grave it is.

    `happened` says it in a word where no value does: `moved`, `new`. A row without a level tells what
    something new or gone holds.
    """

    label: str
    before: str = ""
    after: str = ""
    notes: tuple[str, ...] = ()
    level: str = ""
    happened: str = ""

    @property
    def says(self) -> bool:
        """Whether it says more than the badge of what it is a row of."""
        return bool(self.label or self.before or self.after or self.notes or self.happened)


class Entry(msgspec.Struct, frozen=True):
    """Everything that changed in a phase, in a touchpoint, or in the journey beside them."""

    anchor: str
    number: str
    name: str
    badge: Badge
    rows: tuple[Row, ...]
    level: str = ""


class Found(msgspec.Struct, frozen=True):
    """A gap that opened or closed, and where."""

    gap: Gap
    place: str


class Changed(msgspec.Struct, frozen=True):
    """One journey in two versions: the columns of both, and what changed.

    `names` are what the versions are called; `badge` is `added` or `removed` for a whole journey.
    `alone` are the sheets of both versions, where there are two.
    """

    anchor: str
    title: str
    path: str
    badge: Badge
    language: Language
    names: tuple[str, str]
    description: str
    counts: str
    figures: tuple[Summary, ...]
    stages: tuple[Stage, ...]
    steps: tuple[Step, ...]
    entries: tuple[Entry, ...]
    closed: tuple[Found, ...] = ()
    opened: tuple[Found, ...] = ()
    alone: tuple[Board, ...] = ()

    def label(self, key: str) -> str:
        """A word of the journey's language."""
        return self.language.labels[key]
