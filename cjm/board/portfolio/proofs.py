"""What all journeys rest on: every source once, the oldest first."""

from datetime import date as Day

from cjm.board.portfolio.parts import Cell, Choice, Column, Line, Section, Table
from cjm.board.portfolio.telling import ROWS, House, Told, filled
from cjm.board.words import capital
from cjm.languages import date, number
from cjm.model.evidence import strength


class Proofs:
    """Gathers sources of the same kind, title and date as one."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._found: dict[tuple[str, str, Day | None], list[Cell]] = {}
        self._count: dict[tuple[str, str, Day | None], int] = {}

    def add(self, told: Told) -> None:
        """One more journey."""
        for found in told.entry.proofs:
            key = (found.kind, found.title, found.date)
            self._count[key] = self._count.get(key, 0) + 1
            at = self._found.setdefault(key, [])
            if len(at) < 2:
                at.append(told.journey())

    def section(self) -> Section | None:
        """The tab; None where there are none."""
        if not self._found:
            return None
        label, words = self._house.label, self._house.words
        columns = (
            Column(label("source"), "heads"),
            Column(label("kind_of_evidence"), "wide"),
            Column(label("date"), "wide"),
            Column(label("age"), "wide"),
            Column(label("used_in"), "wide"),
        )
        ranked = sorted(self._found, key=lambda key: (key[2] is None, key[2] or Day.min, key[1], key[0]))
        lines = tuple(self._line(*key) for key in ranked[:ROWS])
        table = Table(
            "proofs",
            label("evidence"),
            columns,
            lines,
            len(ranked),
            label("search_here"),
            (),
            (Choice("kind", label("kind_of_evidence")),),
            label("rest_on_pages") if len(ranked) > len(lines) else "",
        )
        count = number(len(ranked), words)
        return Section("evidence", label("evidence"), count, label("evidence_age_lede"), (filled(table),))

    def _line(self, kind: str, title: str, day: Day | None) -> Line:
        house, key = self._house, (kind, title, day)
        called = capital(house.label(f"evidence_{kind.replace('-', '_') or 'research'}"))
        age = house.since(day) if day else ""
        count, at = self._count[key], self._found[key]
        cells = (
            Cell(title or called),
            Cell(called, sign=("strength", strength([kind]))),
            Cell(date(day, house.words), sort=day.toordinal()) if day else Cell("–", sort=""),
            Cell(age, sort=-day.toordinal()) if day and age else Cell(),
            at[0] if count == 1 else Cell(number(count, house.words), sort=count),
        )
        return Line(cells, (), {"kind": (called,)})
