"""Metrics of all journeys against their targets: each metric once, and the values that miss theirs."""

from cjm.board.measured import beside, joined
from cjm.board.portfolio.entry import Measure
from cjm.board.portfolio.parts import Cell, Choice, Column, Line, Section, Table
from cjm.board.portfolio.telling import Best, House, Told, filled
from cjm.board.words import metric_name, valued
from cjm.languages import number
from cjm.model.entities import Metric, MetricValue


class Measures:
    """Gathers them; values, those with a target that can be told, and those that miss it, by metric."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._best = Best()
        self._tally: dict[str, list[int]] = {}
        self._names: dict[tuple[str, str], str] = {}

    def add(self, told: Told) -> None:
        """One more journey."""
        for found in told.entry.measures:
            name = self._name(found)
            tally = self._tally.setdefault(name, [0, 0, 0])
            tally[0] += 1
            tally[1] += found.missed is not None
            tally[2] += found.missed is True
            if found.missed:
                rank = (-_distance(found), name, told.entry.title, found.phase, found.contact)
                self._best.add(rank, lambda found=found: self._line(told, found))  # type: ignore[misc]

    def section(self) -> Section | None:
        """The tab; None where nothing is measured."""
        if not self._tally:
            return None
        label, words = self._house.label, self._house.words
        tables = [self._summary()]
        if self._best.total:
            columns = (
                Column(label("metric"), "heads"),
                Column(label("value"), "number"),
                Column(label("target"), "number"),
                Column(label("benchmark"), "number"),
                Column(label("touchpoint"), "wide"),
                Column(label("journey"), "wide"),
            )
            lines = self._best.lines()
            tables.append(
                filled(
                    Table(
                        "missed",
                        label("missed_target"),
                        columns,
                        lines,
                        self._best.total,
                        label("search_here"),
                        (),
                        (Choice("metric", label("metric")),),
                        label("rest_on_pages") if self._best.total > len(lines) else "",
                    )
                )
            )
        count = number(sum(tally[0] for tally in self._tally.values()), words)
        return Section("metrics", label("metrics"), count, label("measures_lede"), tuple(tables))

    def _summary(self) -> Table:
        label, words = self._house.label, self._house.words
        columns = (
            Column(label("metric"), "heads"),
            Column(label("values"), "number"),
            Column(label("with_target"), "number"),
            Column(label("missed_target"), "number"),
        )
        ranked = sorted(self._tally.items(), key=lambda each: (-each[1][2], each[0]))
        lines = tuple(
            Line(
                (
                    Cell(name),
                    *(Cell(number(count, words), sort=count) for count in tally[:2]),
                    Cell(number(tally[2], words), sort=tally[2], tone="negative" if tally[2] else ""),
                )
            )
            for name, tally in ranked
        )
        return Table("metrics-table", label("metrics"), columns, lines, len(lines))

    def _name(self, found: Measure) -> str:
        key = found.metric, found.name
        if key not in self._names:
            self._names[key] = metric_name(_metric(found), self._house.words)
        return self._names[key]

    def _line(self, told: Told, found: Measure) -> Line:
        words, name = self._house.words, self._name(found)
        drawn, unit = valued(MetricValue(value=found.value), _metric(found), words)
        place = (
            told.contact(found.contact)
            if found.contact >= 0
            else Cell(told.stage(found.phase), note=self._house.label("whole_phase"), lang=told.lang())
        )
        cells = (
            Cell(name),
            Cell(joined(drawn, unit), sort=found.value.comparable, tone="negative"),
            Cell(beside(found.target, unit, words), sort=found.target.comparable) if found.target else Cell(),
            Cell(beside(found.benchmark, unit, words), sort=found.benchmark.comparable)
            if found.benchmark
            else Cell(),
            place,
            told.journey(),
        )
        return Line(cells, (), {"metric": (name,)})


def _metric(found: Measure) -> Metric:
    # A metric that is known without being declared has its label's name.
    return Metric(id=found.metric, name=found.name, unit=found.unit, max=found.most)


def _distance(found: Measure) -> float:
    """How far a value is from its target, 0…1: a part of the metric's range, else of the larger of both."""
    if found.target is None:
        return 0.0
    value, target = found.value.comparable, found.target.comparable
    if found.least is not None and found.most is not None and found.most > found.least:
        return abs(value - target) / (found.most - found.least)
    return abs(value - target) / (max(abs(value), abs(target)) or 1.0)
