"""Values → the texts that stand on a sheet."""

from cjm.board.sheet import Figure
from cjm.grammar.quantities import Quantity
from cjm.languages import Language, number, percent, plural_form
from cjm.measures import misses_target
from cjm.model.entities import Journey, Metric, MetricValue

_SIGNS = {"EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥", "INR": "₹"}


def capital(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]


def quoted(text: str, language: Language) -> str:
    """The text in the language's quotation marks, unless it brings its own."""
    opening, closing = language.quotes
    return text if text[:1] in "“\"'‘„«" else f"{opening}{text}{closing}"


def quantity(value: Quantity, language: Language) -> tuple[str, str]:
    """Number and unit as drawn: `3,1` `%`, `10` `min`, `€ 38` and nothing."""
    match value.form:
        case "ratio":
            return number(round(value.value * 100, 2), language), "%"
        case "duration":
            forms = language.unit_names[value.unit]
            return number(value.value, language), plural_form(forms, value.value, language)
        case "amount" if value.unit:
            return f"{_SIGNS.get(value.unit, value.unit)}\u00a0{_money(value.value, language)}", ""
        case _:
            return number(value.value, language), ""


def _money(value: float, language: Language) -> str:
    """Whole, or with two decimals: € 38, € 12.50."""
    drawn = number(value, language)
    return drawn if value == int(value) or drawn[-3:-2] == language.formats.decimal else f"{drawn}0"


def together(value: Quantity, language: Language) -> str:
    """Number and unit in one text."""
    if value.form == "ratio":
        return percent(value.value, language)
    drawn, unit = quantity(value, language)
    return f"{drawn}\u00a0{unit}" if unit else drawn


def metric_of(name: str, journey: Journey) -> Metric:
    """The metric that a value is of; one that nothing is known of but its name where it isn't declared."""
    return next((metric for metric in journey.metrics if metric.id == name), Metric(id=name, name=name))


def metric_name(metric: Metric, language: Language) -> str:
    """Its name as drawn."""
    return capital(metric.name or language.labels.get(f"metric_{metric.id}", metric.id))


def valued(measured: MetricValue, metric: Metric, language: Language) -> tuple[str, str]:
    """A measured value and its unit as drawn, `4,1` `/5` where a mark is out of so many."""
    drawn, unit = quantity(measured.value, language)
    unit = unit or metric.unit
    if (
        not unit
        and measured.value.form == "number"
        and metric.id in ("csat", "ces")
        and metric.max is not None
    ):
        unit = f"/{metric.max:g}"
    return drawn, unit


def figure(name: str, measured: MetricValue, journey: Journey, language: Language) -> Figure:
    """A measurement as it stands in a cell."""
    metric = metric_of(name, journey)
    drawn, unit = valued(measured, metric, language)
    parts = [metric_name(metric, language)]
    if measured.target is not None:
        target, target_unit = quantity(measured.target, language)
        same = measured.target.form == "ratio" or measured.target.unit == measured.value.unit
        shown = target if same or not target_unit else f"{target}\u00a0{target_unit}"
        parts.append(f"{language.labels['target']}\u00a0{shown}")
    if measured.benchmark is not None:
        parts.append(f"{language.labels['benchmark']}\u00a0{together(measured.benchmark, language)}")
    return Figure(drawn, unit, " · ".join(parts), misses_target(journey, name, measured))
