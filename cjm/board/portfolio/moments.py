"""The moments of truth of all journeys, the worst first."""

from cjm.board.portfolio.entry import Contact
from cjm.board.portfolio.parts import Cell, Choice, Column, Line, Section, Table
from cjm.board.portfolio.telling import Best, House, Told, filled
from cjm.languages import number


class Moments:
    """Gathers the worst with an owner and the worst without: who looks for the latter finds them all."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._owned, self._orphans = Best(), Best()

    def add(self, told: Told) -> None:
        """One more journey."""
        for place, found in enumerate(told.entry.contacts):
            if found.impact:
                orphan = found.owner < 0 and not told.entry.shared
                # Without a score it stands behind those that are known to be bad.
                score = found.score if found.score is not None else 0.5 * found.impact
                rank = (score, not orphan, found.impact, told.entry.title, place)
                best = self._orphans if orphan else self._owned
                best.add(rank, lambda place=place, found=found: self._line(told, place, found))  # type: ignore[misc]

    def section(self) -> Section | None:
        """The tab; None where there are none."""
        total, label = self._owned.total + self._orphans.total, self._house.label
        if not total:
            return None
        rows = sorted([*self._owned.rows(), *self._orphans.rows()], key=lambda row: row[0])
        columns = (
            Column(label("moment"), "heads"),
            Column(label("emotion"), "wide"),
            Column(label("owner"), "wide"),
            Column(label("phase"), "wide"),
            Column(label("journey"), "wide"),
        )
        switches = (("unowned", label("filter_unowned")), ("bad", label("filter_negative")))
        table = Table(
            "moments",
            label("moments"),
            columns,
            tuple(line for _, _, line in rows),
            total,
            label("search_here"),
            switches,
            (Choice("owner", label("owner")),),
            label("rest_on_pages") if total > len(rows) else "",
        )
        count = number(total, self._house.words)
        return Section("moments", label("moments"), count, label("moments_lede"), (filled(table),))

    def _line(self, told: Told, place: int, found: Contact) -> Line:
        owner = told.owner(found.owner)
        cells = (
            told.contact(place, ("moment", found.impact)),
            told.feeling(found),
            owner,
            Cell(told.stage(found.phase), lang=told.lang()),
            told.journey(),
        )
        marks = ["unowned"] * (owner.tone == "missing") + ["bad"] * (found.impact < 0)
        return Line(cells, tuple(marks), {"owner": (owner.text,) if owner.text else ()})
