"""Measurements against what their metric allows."""

from cjm.grammar.entity import replace
from cjm.grammar.quantities import Form, Quantity
from cjm.model.entities import Metric, MetricValue
from cjm.model.metrics import KNOWN_METRICS
from cjm.project.declared import Declared

_FORMS: dict[str, Form] = {metric.id: metric.form for metric in KNOWN_METRICS.values()}
_EXPECTED = {
    "number": ("a number", ""),  # each has a range of its own
    "ratio": ("a share", "31% or 0.31"),
    "duration": ("a duration", "10 min"),
    "amount": ("an amount", "38 or € 38"),
}


def resolve_metrics(values: dict[str, MetricValue], declared: Declared) -> dict[str, MetricValue]:
    """The values by metric id, each in its metric's form; the wrong ones are noted and left out."""
    if not values:
        return values
    result = {}
    for id, measured in declared.keyed("metrics", values, "metric").items():
        metric = declared.of["metrics"].entries[id]
        changes = {}
        for field in ("value", "target", "benchmark"):
            quantity = getattr(measured, field)
            if quantity is not None:
                changes[field] = _fit(quantity, metric, measured, field, declared)
        if changes["value"] is not None:
            result[id] = replace(measured, **changes)
    return result


def _fit(
    quantity: Quantity, metric: Metric, measured: MetricValue, field: str, declared: Declared
) -> Quantity | None:
    """The quantity in the form that the metric has, or None after noting what is wrong."""
    path, place = measured.origin.path, measured.at(field)
    # A metric that the author declares is as the author declares it.
    form = None if metric.origin.path else _FORMS.get(metric.id)
    fitted = _as_form(quantity, form) if form else quantity
    if fitted is None:
        what, example = _EXPECTED[form or "number"]
        message = f"expected {what} for {metric.id}, found '{quantity}'"
        help = f"write it as {example}" if example else f"{metric.id} {_range(metric, 'number')}"
        declared.note("wrong-type", message, path, place, help)
        return None
    low, high = metric.min, metric.max
    outside = (low is not None and fitted.value < low) or (high is not None and fitted.value > high)
    if fitted.form != "duration" and outside:
        help = f"{metric.id} {_range(metric, fitted.form)}"
        if form == "ratio" and quantity.form == "number" and 1 < quantity.value <= 100:
            help = f"write {quantity}%"
        message = f"'{quantity}' is outside the range of {metric.id}"
        declared.note("out-of-range", message, path, place, help)
        return None
    return fitted


def _as_form(quantity: Quantity, form: Form) -> Quantity | None:
    if quantity.form == form:
        return quantity
    if quantity.form == "number" and form in ("ratio", "amount"):
        return Quantity(quantity.value, form)
    return None


def _range(metric: Metric, form: Form) -> str:
    low, high = (None if end is None else Quantity(end, form) for end in (metric.min, metric.max))
    if low is None:
        return f"is {high} or less"
    return f"is {low} or more" if high is None else f"goes from {low} to {high}"
