"""Journeys, touchpoints and owners as cells, in the portfolio's language; and the best of many rows."""

from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec
from msgspec.structs import replace

from cjm.board.arrange import SLOTS
from cjm.board.portfolio.entry import Contact, Entry
from cjm.board.portfolio.parts import Cell, Line, Table, Tone
from cjm.languages import Language, plural, signed

# Rows of a table: as many as somebody looks through.
ROWS = 300


class House:
    """What all journeys share: words, the day, and a colour a department, that of the first to name it."""

    def __init__(self, words: Language, today: date | None) -> None:
        self.words, self.today = words, today
        self.slots: dict[str, int] = {}
        self.colours: list[str] = []

    def slot(self, entry: Entry, place: int) -> int:
        """A department's colour."""
        name, slot = entry.departments[place]
        if name not in self.slots:
            if slot >= SLOTS:
                own = entry.colours[slot - SLOTS]
                if own not in self.colours:
                    self.colours.append(own)
                slot = SLOTS + self.colours.index(own)
            self.slots[name] = slot
        return self.slots[name]

    def label(self, key: str) -> str:
        """A word."""
        return self.words.labels[key]

    def since(self, day: date) -> str:
        """How long ago a day was, in whole days, months or years; nothing without a date of today."""
        if self.today is None:
            return ""
        days = (self.today - day).days
        months = (self.today.year - day.year) * 12 + self.today.month - day.month - (self.today.day < day.day)
        if months >= 24:
            return plural("years", months // 12, self.words)
        return (
            plural("months", months, self.words) if months > 0 else plural("days", max(days, 0), self.words)
        )


class Told(msgspec.Struct, frozen=True):
    """A journey that is told of: its page, empty where there is none, and whether it has errors since."""

    entry: Entry
    page: str
    failed: bool
    house: House

    def journey(self) -> Cell:
        """The journey, leading to its page."""
        return Cell(self.entry.title, link=self.page, lang=self.lang())

    def contact(self, place: int, sign: tuple[str, str | int] | None = None) -> Cell:
        """A touchpoint, leading to its panel."""
        found = self.entry.contacts[place]
        link = f"{self.page}#t-{found.id}" if self.page else ""
        return Cell(found.name, link=link, number=found.number, sign=sign, lang=self.lang())

    def owner(self, place: int, *, missing: bool = True) -> Cell:
        """A department, or that there is none; nothing where owners aren't shared."""
        if place >= 0:
            return Cell(self.entry.departments[place][0], sign=("swatch", self.house.slot(self.entry, place)))
        if self.entry.shared or not missing:
            return Cell()
        return Cell(self.house.label("no_owner"), sort="", tone="missing")

    def feeling(self, contact: Contact) -> Cell:
        """A score and its word."""
        if contact.score is None:
            return Cell(sort="")
        tone: Tone = "positive" if contact.score > 0 else "negative" if contact.score < 0 else ""
        score = signed(contact.score, self.house.words)
        return Cell(score, sort=contact.score, note=contact.word, tone=tone, lang=self.lang())

    def stage(self, place: int) -> str:
        """A phase by its stage, in the portfolio's words where they are known."""
        framework, stage, word = self.entry.phases[place]
        return word or self.house.words.frameworks[framework].stages[stage].name

    def lang(self) -> str:
        """The journey's language, where it isn't the portfolio's."""
        return "" if self.entry.language == self.house.words.code else self.entry.language


class Best:
    """The first rows of many, in the order of their ranks; no more than twice as many are in memory."""

    def __init__(self, limit: int = ROWS) -> None:
        self.total = 0
        self._limit = limit
        self._rows: list[tuple[Any, int, Line]] = []
        self._last: Any = None

    def add(self, rank: Any, line: Callable[[], Line]) -> None:
        """A row, made only where its rank is among the first so far."""
        self.total += 1
        if self._last is not None and rank >= self._last:
            return
        self._rows.append((rank, self.total, line()))
        if len(self._rows) >= 2 * self._limit:
            self._cut()

    def rows(self) -> list[tuple[Any, int, Line]]:
        """The first rows with their ranks."""
        self._cut()
        return self._rows

    def lines(self) -> tuple[Line, ...]:
        """The first rows."""
        return tuple(line for _, _, line in self.rows())

    def _cut(self) -> None:
        self._rows.sort(key=lambda row: row[:2])
        if len(self._rows) >= self._limit:
            del self._rows[self._limit :]
            self._last = self._rows[-1][0]


def filled(table: Table) -> Table:
    """The table without columns in which nothing stands, and without switches that nothing fits."""
    kept = [
        place
        for place, column in enumerate(table.columns)
        if any(line.cells[place] != Cell() for line in table.lines) or column.kind == "heads"
    ]
    lines = table.lines
    if len(kept) < len(table.columns):
        lines = tuple(Line(tuple(line.cells[at] for at in kept), line.marks, line.held) for line in lines)
    marks = {mark for line in lines for mark in line.marks}
    return replace(
        table,
        columns=tuple(table.columns[place] for place in kept),
        lines=lines,
        switches=tuple(each for each in table.switches if each[0] in marks),
    )
