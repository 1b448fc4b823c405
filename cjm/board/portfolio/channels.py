"""The channels of all journeys: where they are used, and how it goes there."""

from typing import Any

from cjm.board.portfolio.parts import Cell, Column, Line, Section, Table
from cjm.board.portfolio.telling import House, Told
from cjm.languages import number, plural, signed


class _Use:
    """What is known of a channel, or of touchpoints of one name."""

    __slots__ = ("bad", "contacts", "journeys", "lang", "last", "moments", "name", "score", "scored")

    def __init__(self, name: str, lang: str) -> None:
        self.name, self.lang = name, lang
        self.journeys = self.contacts = self.scored = self.moments = self.bad = 0
        self.score = 0.0
        self.last: Any = None

    def count(self, told: Told, score: float | None, impact: int) -> None:
        if self.last is not told.entry:
            self.last = told.entry
            self.journeys += 1
        self.contacts += 1
        if score is not None:
            self.scored += 1
            self.score += score
        if impact:
            self.moments += 1
            self.bad += impact < 0


class Channels:
    """Gathers channels, and touchpoints that several journeys have."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._channels: dict[str, _Use] = {}
        self._contacts: dict[str, _Use] = {}

    def add(self, told: Told) -> None:
        """One more journey."""
        uses = [self._use(told, *channel) for channel in told.entry.channels]
        for found in told.entry.contacts:
            for place in found.channels:
                uses[place].count(told, found.score, found.impact)
            key = found.name.casefold()
            use = self._contacts.get(key)
            if use is None:
                use = self._contacts[key] = _Use(found.name, told.lang())
            use.count(told, found.score, found.impact)

    def section(self) -> Section | None:
        """The tab; None where there are none."""
        self._channels = {key: use for key, use in self._channels.items() if use.contacts}
        if not self._channels:
            return None
        label = self._house.label
        tables = [self._table("channels-table", label("channels"), label("channel"), self._channels)]
        common = {key: use for key, use in self._contacts.items() if use.journeys > 1}
        if common:
            tables.append(
                self._table("contacts-table", label("common_touchpoints"), label("touchpoint"), common)
            )
        count = number(len(self._channels), self._house.words)
        return Section("channels", label("channels"), count, label("channels_lede"), tuple(tables))

    def _use(self, told: Told, id: str, name: str) -> _Use:
        """A channel that is known everywhere has its name in the page's language."""
        words = self._house.words
        known = id in words.channels
        key = id if known else name.casefold()
        if key not in self._channels:
            self._channels[key] = _Use(
                words.called("channels", id) if known else name, "" if known else told.lang()
            )
        return self._channels[key]

    def _table(self, id: str, title: str, heading: str, uses: dict[str, _Use]) -> Table:
        label, words = self._house.label, self._house.words
        columns = (
            Column(heading, "heads"),
            Column(label("portfolio"), "number"),
            Column(label("touchpoints"), "number"),
            Column(label("mean_emotion"), "number"),
            Column(label("moments"), "wide"),
        )
        ranked = sorted(uses.values(), key=lambda use: (-use.journeys, -use.contacts, use.name))
        lines = []
        for use in ranked[:100]:
            mean = round(use.score / use.scored, 1) if use.scored else None
            lines.append(
                Line(
                    (
                        Cell(use.name, lang=use.lang),
                        Cell(number(use.journeys, words), sort=use.journeys),
                        Cell(number(use.contacts, words), sort=use.contacts),
                        Cell("–", sort="")
                        if mean is None
                        else Cell(signed(mean, words), sort=mean, tone="negative" if mean < 0 else ""),
                        Cell(
                            number(use.moments, words),
                            sort=use.moments,
                            note=plural("negative", use.bad, words) if use.bad else "",
                        ),
                    )
                )
            )
        return Table(id, title, columns, tuple(lines), len(uses))
