"""Metrics of phases and touchpoints → readings, each on a line that others of its metric share."""

from collections.abc import Iterator

import msgspec

from cjm.board.counsel import Place
from cjm.board.lanes import Context
from cjm.board.tables import Bar, Reading, Readings
from cjm.board.words import metric_name, metric_of, quantity, valued
from cjm.grammar.quantities import Quantity
from cjm.languages import Language, date
from cjm.measures import misses_target
from cjm.model.entities import Journey, Metric, MetricValue, Phase

# A reading's metric, value and column; None is the whole phase.
_Found = tuple[str, MetricValue, int | None]
# From where to where a line goes.
_Ends = tuple[float, float]


def measured(context: Context, places: list[Place]) -> Iterator[Readings]:
    """The readings phase by phase: first those of the phase, then those of its touchpoints."""
    found = list(_phases(context.journey))
    scales = _scales(context, [each for _, there in found for each in there])
    for number, (phase, there) in enumerate(found, 1):
        if there:
            readings = (_reading(context, each, places, scales[each[0]]) for each in there)
            yield Readings(number, phase.name, tuple(readings))


def _phases(journey: Journey) -> Iterator[tuple[Phase, list[_Found]]]:
    first = 0
    for phase in journey.phases:
        there: list[_Found] = [(name, value, None) for name, value in phase.metrics.items()]
        for column, point in enumerate(phase.touchpoints, first):
            there += [(name, value, column) for name, value in point.metrics.items()]
        first += len(phase.touchpoints)
        yield phase, there


def _reading(context: Context, found: _Found, places: list[Place], scale: "_Scale") -> Reading:
    name, measured, column = found
    journey, language, metric = context.journey, context.language, scale.metric
    value, unit = valued(measured, metric, language)
    judged = measured.target is not None and metric.better and measured.target.form == measured.value.form
    source = next((each.title for each in journey.evidence if each.id == measured.source), measured.source)
    origin = [source or "", date(measured.date, language) if measured.date else ""]
    return Reading(
        place=None if column is None else places[column],
        name=scale.name,
        value=joined(value, unit),
        target=beside(measured.target, unit, language),
        benchmark=beside(measured.benchmark, unit, language),
        origin=", ".join(part for part in origin if part),
        missed=misses_target(journey, name, measured) if judged else None,
        bar=_bar(measured, scale.ends.get(measured.value.form)),
    )


def beside(value: Quantity | None, unit: str, language: Language) -> str:
    """A target as text: in the unit of what it is for, unless it has its own or is a mark out of so many."""
    if value is None:
        return ""
    drawn, own = quantity(value, language)
    return joined(drawn, own or (unit if value.form == "number" and unit[:1] != "/" else ""))


def joined(drawn: str, unit: str) -> str:
    """A number and its unit in one text."""
    return drawn + (unit if unit[:1] in ("%", "/", "") else f"\u00a0{unit}")


class _Scale(msgspec.Struct, frozen=True):
    """A metric, its name as drawn, and the ends of the lines that its values of a form share."""

    metric: Metric
    name: str
    ends: dict[str, _Ends]


def _scales(context: Context, found: list[_Found]) -> dict[str, _Scale]:
    values: dict[str, dict[str, list[float]]] = {}
    for name, measured, _ in found:
        form = measured.value.form
        there = values.setdefault(name, {}).setdefault(form, [])
        there += [each.comparable for each in _quantities(measured) if each.form == form]
    scales = {}
    for name, forms in values.items():
        metric = metric_of(name, context.journey)
        ends = {form: both for form, there in forms.items() if (both := _shared(metric, form, there))}
        scales[name] = _Scale(metric, metric_name(metric, context.language), ends)
    return scales


def _quantities(measured: MetricValue) -> list[Quantity]:
    return [each for each in (measured.value, measured.target, measured.benchmark) if each is not None]


def _shared(metric: Metric, form: str, values: list[float]) -> _Ends | None:
    """A scale for all values of a metric: marks from end to end, shares up to the largest.

    There is none for times, amounts and counts: a day's would leave nothing of a minute's.
    """
    if form == "ratio":
        return _around(values)
    if form == "number" and metric.min is not None and metric.max is not None:
        return min(metric.min, *values), max(metric.max, *values)
    return None


def _around(values: list[float]) -> _Ends:
    """From 0 to a little beyond the values."""
    return min(0.0, *values) * 1.15, max(0.0, *values) * 1.15


def _bar(measured: MetricValue, shared: _Ends | None) -> Bar:
    form = measured.value.form
    low, high = shared or _around([each.comparable for each in _quantities(measured) if each.form == form])
    long = (high - low) or 1.0

    def mark(other: Quantity | None) -> float | None:
        alike = other is not None and _alike(measured.value, other)
        return (other.comparable - low) / long if other is not None and alike else None

    zero = (min(max(0.0, low), high) - low) / long
    return Bar(zero, mark(measured.value) or 0.0, mark(measured.target), mark(measured.benchmark))


def _alike(value: Quantity, other: Quantity) -> bool:
    """Whether both can stand on one line: an amount without a currency is in that of the other."""
    currencies = {each.unit for each in (value, other) if each.form == "amount" and each.unit}
    return value.form == other.form and len(currencies) < 2
