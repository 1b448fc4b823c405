"""Entries → Portfolio: one pass, journey by journey."""

from collections.abc import Iterable
from datetime import date as Day

import msgspec

from cjm.board.portfolio.chances import Chances
from cjm.board.portfolio.channels import Channels
from cjm.board.portfolio.entry import Entry
from cjm.board.portfolio.holdings import Holdings
from cjm.board.portfolio.journeys import Journeys
from cjm.board.portfolio.measures import Measures
from cjm.board.portfolio.moments import Moments
from cjm.board.portfolio.pains import Pains
from cjm.board.portfolio.parts import Portfolio
from cjm.board.portfolio.proofs import Proofs
from cjm.board.portfolio.telling import House, Told
from cjm.languages import Language, date


class Spoken(msgspec.Struct, frozen=True, array_like=True):
    """What an entry begins with."""

    language: str


class Kept(msgspec.Struct, frozen=True):
    """An entry as it was kept, the address of its page, and whether the journey has errors since."""

    entry: Entry
    page: str
    failed: bool = False


def arrange(journeys: Iterable[Kept], words: Language, today: Day | None = None) -> Portfolio:
    """The portfolio; without `today` nothing is overdue."""
    house = House(words, today)
    rows, chances = Journeys(house), Chances(house)
    gathered = (
        Moments(house),
        Holdings(house),
        chances,
        Pains(house),
        Channels(house),
        Proofs(house),
        Measures(house),
    )
    for each in journeys:
        told = Told(each.entry, each.page, each.failed, house)
        rows.add(told)
        for section in gathered:
            section.add(told)
    sections = [rows.section(), *(section.section() for section in gathered)]
    return Portfolio(
        language=words,
        title=words.labels["portfolio"],
        kicker=words.labels["as_of"].format(date=date(today, words)) if today else "",
        figures=rows.figures(),
        sections=tuple(found for found in sections if found),
        places=+chances.places,
        colours=tuple(house.colours),
    )
