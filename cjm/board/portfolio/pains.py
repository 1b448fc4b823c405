"""The pains of all journeys, the most severe that nothing answers first."""

from cjm.board.portfolio.entry import Hurt
from cjm.board.portfolio.parts import Cell, Choice, Column, Line, Section, Table
from cjm.board.portfolio.telling import Best, House, Told, filled
from cjm.languages import number


class Pains:
    """Gathers them."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._best = Best()

    def add(self, told: Told) -> None:
        """One more journey."""
        for found in told.entry.pains:
            rank = (-(found.severity or 0), _settled(found), told.entry.title, found.contact, found.text)
            self._best.add(rank, lambda found=found: self._line(told, found))  # type: ignore[misc]

    def section(self) -> Section | None:
        """The tab; None where there are none."""
        if not self._best.total:
            return None
        label, lines = self._house.label, self._best.lines()
        columns = (
            Column(label("pain"), "heads"),
            Column(label("severity"), "number"),
            Column(label("answer"), "wide"),
            Column(label("touchpoint"), "wide"),
            Column(label("journey"), "wide"),
        )
        table = Table(
            "pains-table",
            label("pains"),
            columns,
            lines,
            self._best.total,
            label("search_here"),
            (("open", label("filter_unanswered")),),
            (Choice("severity", label("severity")),),
            label("rest_on_pages") if self._best.total > len(lines) else "",
        )
        count = number(self._best.total, self._house.words)
        return Section("pains", label("pains"), count, label("pains_lede"), (filled(table),))

    def _line(self, told: Told, found: Hurt) -> Line:
        severity = "–" if found.severity is None else str(found.severity)
        cells = (
            Cell(found.text, lang=told.lang()),
            Cell(severity, sort=found.severity or ""),
            self._answer(told, found),
            told.contact(found.contact),
            told.journey(),
        )
        return Line(cells, () if _settled(found) else ("open",), {"severity": (severity,)})

    def _answer(self, told: Told, found: Hurt) -> Cell:
        if told.entry.shared:
            return Cell()
        if found.accepted:
            return Cell(self._house.label("accepted"), sort=1, note=found.accepted, lang=told.lang())
        if found.answered:
            return Cell(self._house.label("answered"), sort=2)
        return Cell(self._house.label("unanswered"), sort=0, tone="missing")


def _settled(found: Hurt) -> bool:
    return found.answered or bool(found.accepted)
