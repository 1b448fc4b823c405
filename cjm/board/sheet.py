"""The parts of a sheet. Texts are final: in the map's language, formatted, unescaped."""

from typing import TYPE_CHECKING, Literal

import msgspec

from cjm.board.counsel import Counsel
from cjm.board.owners import Owners
from cjm.board.tables import Tables
from cjm.languages import Language

if TYPE_CHECKING:  # views that few builds draw
    from cjm.board.blank import Blank
    from cjm.board.canvas import Canvas
    from cjm.board.media import Media


class Gap(msgspec.Struct, frozen=True):
    """The picture of a finding: what is missing, in a word, and what to do.

    `line` is its line in the source, or 0 where the board doesn't show that.
    """

    rule: str
    severity: str
    label: str
    message: str
    help: str = ""
    line: int = 0


class Text(msgspec.Struct, frozen=True):
    """A paragraph, the customer's own words, or a point against or in favour.

    `gap` is what is missing at it, drawn with a warning sign below it.
    """

    text: str
    style: Literal["plain", "quote", "pain", "gain"] = "plain"
    note: str = ""
    gap: Gap | None = None


class Glyph(msgspec.Struct, frozen=True):
    """A channel or a device: a known icon, or the first letter."""

    icon: str
    text: str


class Figure(msgspec.Struct, frozen=True):
    """A metric: `3,1` `%` over `Conversie · doel 3,0`; `below` its target or not."""

    value: str
    unit: str
    caption: str
    below: bool = False


class Chance(msgspec.Struct, frozen=True):
    """An opportunity; impact and effort 1…5 where they are estimated."""

    key: str
    text: str
    impact: int | None
    effort: int | None
    status: Literal["idea", "planned", "doing", "done", "dropped"]
    status_label: str
    owner: str = ""
    slot: int = 0
    gap: Gap | None = None
    more: tuple[tuple[str, str], ...] = ()


class Strength(msgspec.Struct, frozen=True):
    """What a touchpoint rests on: 0…3 bars, and the sources in words."""

    bars: int
    text: str
    assumed: bool


class Hole(msgspec.Struct, frozen=True):
    """A gap where a cell's content should be."""

    gap: Gap


class Anchor(msgspec.Struct, frozen=True):
    """A link to an address outside the map, or to another journey's page."""

    url: str
    text: str


Item = Text | Glyph | Figure | Chance | Strength | Hole | Anchor
Cell = tuple[Item, ...]


class Lane(msgspec.Struct, frozen=True):
    """A row: what it is, on which side of the line of visibility, and a cell a column."""

    key: str
    label: str
    side: Literal["customer", "organisation"]
    cells: tuple[Cell, ...]


class Band(msgspec.Struct, frozen=True):
    """Neighbouring columns of one owner, `first` … `last`; no name where nobody owns them."""

    first: int
    last: int
    name: str
    slot: int
    gap: Gap | None = None


class Point(msgspec.Struct, frozen=True):
    """A point on a curve: −2…2 or None; `assumed` is drawn dashed, a moment by its sign."""

    score: float | None
    word: str = ""
    notes: tuple[str, ...] = ()
    assumed: bool = False
    impact: int = 0
    expected: float | None = None


class Curve(msgspec.Struct, frozen=True):
    """One persona's feelings, or a benchmark's: a point a column; `legend` names it in full."""

    name: str
    points: tuple[Point, ...]
    benchmark: bool = False
    legend: str = ""


class Way(msgspec.Struct, frozen=True):
    """A way on: to a column, or out of the journey (None); `main` is the persona's own.

    `label` says when, and which share of customers go there. A way into another journey
    names the `other`, and has the address of its page.
    """

    to: int | None
    label: str
    main: bool
    when: str = ""
    other: str = ""
    url: str = ""


class Detail(msgspec.Struct, frozen=True):
    """A labelled piece of a touchpoint's story."""

    key: str
    label: str
    items: Cell


class Picture(msgspec.Struct, frozen=True):
    """An image as a data URI, and its words."""

    uri: str
    alt: str


class Column(msgspec.Struct, frozen=True):
    """A touchpoint; `beside` are an expectation and other curves at its point, in words.

    `inside` leads to the journey that shows it in detail.
    """

    id: str
    number: str
    name: str
    action: str
    phase: int
    point: Point
    moment: str = ""
    ways: tuple[Way, ...] = ()
    branches: tuple[str, ...] = ()
    details: tuple[Detail, ...] = ()
    gaps: tuple[Gap, ...] = ()
    picture: Picture | None = None
    beside: tuple[str, ...] = ()
    inside: Anchor | None = None

    @property
    def anchor(self) -> str:
        """Its id in a document."""
        return f"t-{self.id}"


class Head(msgspec.Struct, frozen=True):
    """A phase over its columns, `first` up to but not including `end`."""

    id: str
    number: int
    name: str
    goal: str
    owner: str
    slot: int
    first: int
    end: int
    gap: Gap | None = None
    extra: tuple[tuple[str, str], ...] = ()


class Spot(msgspec.Struct, frozen=True):
    """Where gaps are: a touchpoint with its number and its anchor, or what holds them all."""

    number: str
    name: str
    anchor: str
    gaps: tuple[Gap, ...]


class Region(msgspec.Struct, frozen=True):
    """A phase and where its gaps are; number 0 is the journey itself."""

    number: int
    name: str
    spots: tuple[Spot, ...]


class Block(msgspec.Struct, frozen=True):
    """A block of the sheet's head: the persona, the scenario, what is wanted …"""

    key: Literal["persona", "scenario", "expectation", "wants", "facts"]
    label: str
    title: str = ""
    lines: tuple[str, ...] = ()
    quote: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    picture: Picture | None = None


Tone = Literal["", "positive", "negative"]


class Summary(msgspec.Struct, frozen=True):
    """One of the figures over the map, the column it leads to, and how it differs from a benchmark's."""

    label: str
    value: str
    note: str = ""
    tone: Tone = ""
    column: int | None = None
    change: str = ""


class Board(msgspec.Struct, frozen=True):
    """One journey, ready to be placed on paper or on a page.

    `owners`, `media` and `canvas` are there where they are asked for and hold something.
    `colours` are departments' own, `#RRGGBB`, for the slots behind those that themes have;
    `withheld` are the views that show more than is shared.
    """

    id: str
    title: str
    kicker: str
    language: Language
    file: str
    description: str
    blocks: tuple[Block, ...]
    phases: tuple[Head, ...]
    columns: tuple[Column, ...]
    curves: tuple[Curve, ...]
    lanes: tuple[Lane, ...]
    bands: tuple[Band, ...]
    figures: tuple[Summary, ...]
    legend: tuple[str, ...]
    gaps: tuple[Region, ...] = ()
    counsel: Counsel = Counsel()
    owners: Owners | None = None
    media: "Media | None" = None
    canvas: "Canvas | None" = None
    blank: "Blank | None" = None
    tables: Tables = Tables()
    colours: tuple[str, ...] = ()
    withheld: frozenset[str] = frozenset()

    def label(self, key: str) -> str:
        """A word of the map's language."""
        return self.language.labels[key]

    @property
    def customer(self) -> tuple[Lane, ...]:
        """The lanes above the line of visibility."""
        return tuple(lane for lane in self.lanes if lane.side == "customer")

    @property
    def organisation(self) -> tuple[Lane, ...]:
        """The lanes below it."""
        return tuple(lane for lane in self.lanes if lane.side == "organisation")
