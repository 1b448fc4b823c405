"""The list of all journeys, those with the most errors first, and the figures over it."""

from collections import Counter

from cjm.board.portfolio.parts import Cell, Choice, Column, Curve, Figure, Line, Section, Table
from cjm.board.portfolio.telling import House, Told, filled
from cjm.board.sheet import Summary
from cjm.board.words import capital
from cjm.languages import date, number, plural

# So many have a curve drawn: each costs a kilobyte, and nobody looks through more.
CURVES = 1000


class Journeys:
    """Gathers the rows."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._rows: list[tuple[tuple[int, int, str], Line]] = []
        self._tally: Counter[str] = Counter()

    def add(self, told: Told) -> None:
        """One more journey."""
        entry, gaps = told.entry, told.entry.gaps
        ending = None if entry.ending is None else entry.contacts[entry.ending]
        moments = [each for each in entry.contacts if each.impact]
        self._count(told)
        cells = (
            _curve(told),
            self._named(told),
            told.owner(entry.owner),
            self._status(told),
            self._reviewed(told),
            told.feeling(ending) if ending else Cell(),
            Cell(
                number(len(moments), self._house.words),
                sort=len(moments),
                note=self._orphans(told),
            )
            if moments
            else Cell(),
            Cell() if entry.shared else self._gaps(told),
        )
        line = Line(cells, tuple(self._marks(told)), self._held(told))
        self._rows.append(((-gaps.errors - told.failed, -gaps.warnings, entry.title.casefold()), line))

    def section(self) -> Section:
        """The tab."""
        self._rows.sort(key=lambda row: row[0])
        lines = [line for _, line in self._rows]
        for place in range(CURVES, len(lines)):
            curve, *cells = lines[place].cells
            lines[place] = Line((Cell(sort=curve.sort), *cells), lines[place].marks, lines[place].held)
        label, words = self._house.label, self._house.words
        columns = (
            Column(label("emotion_range"), "spark"),
            Column(label("journey"), "heads"),
            Column(label("owner")),
            Column(label("status")),
            Column(label("reviewed")),
            Column(capital(label("ending"))),
            Column(label("moments")),
            Column(label("gaps")),
        )
        switches = (
            ("gap", label("filter_gaps")),
            ("error", label("filter_errors")),
            ("ownerless", label("without_owner")),
            ("overdue", label("reviews_overdue")),
            ("below", label("ends_below_zero")),
        )
        offered = tuple(
            each for each in switches if 0 < self._tally[each[0]] < len(lines) + (each[0] != "gap")
        )
        choices = ("owner", "status", "persona", "state", "tags")
        table = Table(
            "journeys",
            label("portfolio"),
            columns,
            tuple(lines),
            len(lines),
            label("search_journeys"),
            offered,
            tuple(Choice(key, label(key)) for key in choices),
        )
        return Section("journeys", label("portfolio"), number(len(lines), words), "", (filled(table),))

    def figures(self) -> tuple[Figure, ...]:
        """What stands over the tables; nothing of owners and gaps where these aren't shared."""
        found, label, words = self._tally, self._house.label, self._house.words
        made = [
            Figure(
                Summary(
                    label("portfolio"),
                    number(len(self._rows), words),
                    plural("touchpoints", found["contacts"], words),
                ),
                "#journeys",
            )
        ]
        if found["moments"]:
            orphans, total = found["orphans"], number(found["moments"], words)
            if orphans:
                note = label("of_moments").format(n=total)
                said = Summary(label("moments_unowned"), number(orphans, words), note, "negative")
            else:
                said = Summary(label("moments"), total)
            made.append(Figure(said, "#moments?moments-only=unowned" if orphans else "#moments"))
        if found["error"]:
            note = plural("in_journeys", found["error"], words)
            said = Summary(label("errors"), number(found["errors"], words), note, "negative")
            made.append(Figure(said, "#journeys?only=error"))
        if found["ownerless"]:
            said = Summary(
                label("without_owner"),
                number(found["ownerless"], words),
                label("without_owner_note"),
                "negative",
            )
            made.append(Figure(said, "#journeys?only=ownerless"))
        if self._house.today is not None:
            said = Summary(
                label("reviews_overdue"), number(found["overdue"], words), label("reviews_overdue_note")
            )
            made.append(Figure(said, "#journeys?only=overdue" if found["overdue"] else ""))
        if found["scored"]:
            said = Summary(
                label("ends_below_zero"), number(found["below"], words), label("ends_below_zero_note")
            )
            made.append(Figure(said, "#journeys?only=below" if found["below"] else ""))
        return tuple(made)

    def _count(self, told: Told) -> None:
        entry, tally = told.entry, self._tally
        tally["contacts"] += len(entry.contacts)
        tally["moments"] += sum(each.impact != 0 for each in entry.contacts)
        tally["scored"] += entry.ending is not None
        tally["errors"] += entry.gaps.errors + told.failed
        if not entry.shared:
            tally["orphans"] += sum(each.impact != 0 and each.owner < 0 for each in entry.contacts)
        for mark in self._marks(told):
            tally[mark] += 1

    def _marks(self, told: Told) -> list[str]:
        entry, today = told.entry, self._house.today
        ending = None if entry.ending is None else entry.contacts[entry.ending].score
        marks = {
            "gap": any((entry.gaps.errors, entry.gaps.warnings, entry.gaps.notes)) or told.failed,
            "error": bool(entry.gaps.errors) or told.failed,
            "ownerless": entry.owner < 0 and not entry.shared,
            "overdue": today is not None and entry.due is not None and entry.due < today,
            "below": ending is not None and ending < 0,
        }
        return [mark for mark, holds in marks.items() if holds]

    def _held(self, told: Told) -> dict[str, tuple[str, ...]]:
        entry, label = told.entry, self._house.label
        owner = told.owner(entry.owner).text
        return {
            "owner": (owner,) if owner else (),
            "status": (label(f"status_{entry.status}"),) if entry.status else (),
            "persona": entry.personas,
            "state": (label(f"state_{entry.state}"),) if entry.state else (),
            "tags": entry.tags,
        }

    def _named(self, told: Told) -> Cell:
        entry = told.entry
        who = ", ".join(entry.personas[:3]) + ("…" if len(entry.personas) > 3 else "")
        size = plural("touchpoints", len(entry.contacts), self._house.words)
        state = self._house.label("state_future") if entry.state == "future" else ""
        return Cell(
            entry.title,
            link=told.page,
            note=" · ".join(part for part in (who, size, state) if part),
            alert=self._house.label("errors_since") if told.failed else "",
            lang=told.lang(),
        )

    def _status(self, told: Told) -> Cell:
        status = told.entry.status
        if not status:
            return Cell()
        order = ("draft", "review", "approved", "archived").index(status)
        sign = ("idea", "doing", "done", "dropped")[order]
        return Cell(self._house.label(f"status_{status}"), sort=order, sign=("status", sign))

    def _reviewed(self, told: Told) -> Cell:
        entry, house = told.entry, self._house
        if entry.reviewed is None:
            return Cell() if entry.shared else Cell(house.label("never"), sort="", tone="quiet")
        shown, sort = date(entry.reviewed, house.words), entry.reviewed.toordinal()
        if entry.due is None:
            return Cell(shown, sort=sort)
        if house.today is None:
            until = house.label("holds_until").format(date=date(entry.due, house.words))
            return Cell(shown, sort=sort, note=until)
        ago = house.label("ago").format(time=house.since(entry.reviewed))
        if entry.due < house.today:
            return Cell(shown, sort=sort, note=f"{ago}, {house.label('overdue')}", tone="late")
        return Cell(shown, sort=sort, note=ago)

    def _orphans(self, told: Told) -> str:
        orphans = sum(each.impact != 0 and each.owner < 0 for each in told.entry.contacts)
        return (
            plural("without_owner", orphans, self._house.words) if orphans and not told.entry.shared else ""
        )

    def _gaps(self, told: Told) -> Cell:
        gaps, words = told.entry.gaps, self._house.words
        if not any((gaps.errors, gaps.warnings, gaps.notes)):
            return Cell(self._house.label("none"), sort=0, tone="quiet")
        kinds = (
            ("error", "errors", gaps.errors),
            ("warning", "warnings", gaps.warnings),
            ("info", "notes", gaps.notes),
        )
        pieces = tuple(
            Cell(
                number(count, words),
                note=plural(key, count, words),
                sign=("severity", kind),
                tone="negative" if kind == "error" else "",
            )
            for kind, key, count in kinds
            if count
        )
        return Cell(sort=gaps.errors * 1e6 + gaps.warnings * 1e3 + gaps.notes, more=pieces)


def _curve(told: Told) -> Cell:
    """The curve, sorted by its lowest point."""
    scores = [each.score for each in told.entry.contacts if each.score is not None]
    if not scores:
        return Cell()
    impacts = (each.impact for each in told.entry.contacts if each.impact and each.score is not None)
    return Cell(sort=min(scores), curve=Curve(told.entry.curve, tuple(dict.fromkeys(impacts))))
