"""The parts of the portfolio. Texts are final: in its language, formatted, unescaped."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

import msgspec

from cjm.board.sheet import Summary
from cjm.languages import Language

# The classes that a cell may have: good and bad as on a curve, late, and what is missing.
Tone = Literal["", "positive", "negative", "late", "missing", "good", "bad", "nobody", "quiet"]


class Curve(msgspec.Struct, frozen=True):
    """A curve as it is drawn, and the impacts whose signs it refers to."""

    drawing: str
    impacts: tuple[int, ...] = ()


class Cell(msgspec.Struct, frozen=True):
    """What stands in a cell: a text with a number before it, a note and an alert below it.

    `sort` is what its column is sorted by, the text where absent; `sign` is a name of
    `render.signs` with what it takes, `more` further pieces beside it; `lang` where the text is in
    another language than the page.
    """

    text: str = ""
    sort: float | str | None = None
    link: str = ""
    number: str = ""
    note: str = ""
    alert: str = ""
    sign: tuple[str, str | int] | None = None
    tone: Tone = ""
    lang: str = ""
    curve: Curve | None = None
    more: tuple["Cell", ...] = ()


class Column(msgspec.Struct, frozen=True):
    """A column's words; `heads` where its cells are headings of their rows, `wide` ones have more room."""

    label: str
    kind: Literal["", "heads", "number", "long", "wide", "spark"] = ""


class Choice(msgspec.Struct, frozen=True):
    """A list that a table can be narrowed by."""

    key: str
    label: str


class Line(msgspec.Struct, frozen=True):
    """A row; `marks` are the switches that it fits, `held` what it has of each list."""

    cells: tuple[Cell, ...]
    marks: tuple[str, ...] = ()
    held: Mapping[str, tuple[str, ...]] = MappingProxyType({})


class Table(msgspec.Struct, frozen=True):
    """A table to sort and to narrow: the first of `total` lines. `search` are the words of its field."""

    id: str
    title: str
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    total: int
    search: str = ""
    switches: tuple[tuple[str, str], ...] = ()
    choices: tuple[Choice, ...] = ()
    more: str = ""


class Section(msgspec.Struct, frozen=True):
    """A tab: its id, its words, how much it holds, what it tells, and its tables."""

    id: str
    label: str
    count: str
    lede: str
    tables: tuple[Table, ...]
    files: tuple[str, ...] = ()


class Figure(msgspec.Struct, frozen=True):
    """A figure over the tables, and where it leads."""

    said: Summary
    link: str = ""


class Portfolio(msgspec.Struct, frozen=True):
    """All journeys. `places` counts open opportunities by impact and effort; `colours` as on a board."""

    language: Language
    title: str
    kicker: str
    figures: tuple[Figure, ...]
    sections: tuple[Section, ...]
    places: Mapping[tuple[int, int], int] = MappingProxyType({})
    colours: tuple[str, ...] = ()

    def label(self, key: str) -> str:
        """A word of the portfolio's language."""
        return self.language.labels[key]
