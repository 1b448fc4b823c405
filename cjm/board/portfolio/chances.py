"""The opportunities of all journeys: how many at each impact and effort, and the backlog."""

from collections import Counter

from cjm.board.portfolio.entry import Chance
from cjm.board.portfolio.parts import Cell, Choice, Column, Line, Section, Table
from cjm.board.portfolio.telling import Best, House, Told, filled
from cjm.languages import date, number

_PROGRESS = ("idea", "planned", "doing", "done", "dropped")


class Chances:
    """Gathers the most promising: much impact for little effort first, what isn't estimated last."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._best = Best()
        self.places: Counter[tuple[int, int]] = Counter()

    def add(self, told: Told) -> None:
        """One more journey."""
        for found in told.entry.chances:
            closed = found.status in ("done", "dropped")
            if found.impact is None or found.effort is None:
                estimate = (True, -(found.impact or 0), found.effort or 0)
            else:
                estimate = (False, found.effort - found.impact, -found.impact)
                self.places[found.impact, found.effort] += not closed
            rank = (closed, *estimate, told.entry.title, found.contact, found.key)
            self._best.add(rank, lambda found=found: self._line(told, found))  # type: ignore[misc]

    def section(self) -> Section | None:
        """The tab; None where there are none."""
        if not self._best.total:
            return None
        label, lines = self._house.label, self._best.lines()
        columns = (
            Column(label("opportunity"), "heads"),
            Column(label("impact"), "number"),
            Column(label("effort"), "number"),
            Column(label("owner"), "wide"),
            Column(label("status"), "wide"),
            Column(label("touchpoint"), "wide"),
            Column(label("journey"), "wide"),
        )
        table = Table(
            "backlog",
            label("opportunities"),
            columns,
            lines,
            self._best.total,
            label("search_here"),
            (("unowned", label("filter_unowned")),),
            (Choice("owner", label("owner")), Choice("status", label("status"))),
            label("rest_in_files") if self._best.total > len(lines) else "",
        )
        files = ("opportunities.csv", "opportunities.json")
        count = number(self._best.total, self._house.words)
        lede = label("opportunities_lede")
        return Section("opportunities", label("opportunities"), count, lede, (filled(table),), files)

    def _line(self, told: Told, found: Chance) -> Line:
        house = self._house
        owner = told.owner(found.owner, missing=found.missing)
        status = house.label(found.status)
        due, late = "", False
        if found.due is not None:
            due = house.label("advice_due").format(date=date(found.due, house.words))
            late = bool(house.today and found.due < house.today and found.status not in ("done", "dropped"))
        cells = (
            Cell(found.text, lang=told.lang()),
            _estimate(found.impact),
            _estimate(found.effort),
            owner,
            Cell(
                status,
                sort=_PROGRESS.index(found.status),
                note=f"{due}, {house.label('overdue')}" if late else due,
                sign=("status", found.status),
                tone="late" if late else "",
            ),
            told.contact(found.contact),
            told.journey(),
        )
        marks = ("unowned",) if owner.tone == "missing" else ()
        return Line(cells, marks, {"owner": (owner.text,) if owner.text else (), "status": (status,)})


def _estimate(level: int | None) -> Cell:
    return Cell("–", sort="") if level is None else Cell(str(level), sort=level)
