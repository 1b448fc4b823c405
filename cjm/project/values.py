"""Measurements against what their metric allows."""

from cjm.diagnostics import Diagnostic, Severity
from cjm.grammar.entity import replace
from cjm.grammar.quantities import Quantity
from cjm.model.entities import Metric, MetricValue
from cjm.model.metrics import KNOWN_METRICS
from cjm.project.declared import Declared

_FORMS = {metric.id: metric.form for metric in KNOWN_METRICS.values()}
_EXPECTED = {
    "number": "a number",
    "ratio": "a share: 31% or 0.31",
    "duration": "a duration: 10 min",
    "amount": "an amount: 38 or € 38",
}


def resolve_metrics(values: dict[str, MetricValue], declared: Declared) -> dict[str, MetricValue]:
    """The values by metric id, each in its metric's form; the wrong ones are noted and left out."""
    result = {}
    section = declared.of["metrics"]
    for name, measured in values.items():
        found = section.find(name)
        if found is None:
            declared.unknown(section, name, measured.at("metric"))
            continue
        metric = section.entries[found]
        changes = {}
        for field in ("value", "target", "benchmark"):
            quantity = getattr(measured, field)
            if quantity is not None:
                changes[field] = _fit(quantity, metric, measured, field, declared)
        if changes.get("value") is not None:
            result[found] = replace(measured, **changes)
    return result


def _fit(
    quantity: Quantity, metric: Metric, measured: MetricValue, field: str, declared: Declared
) -> Quantity | None:
    """The quantity in the form that the metric has, or None after noting what is wrong."""
    form = _FORMS.get(metric.id) if metric.id in _FORMS and not metric.origin.path else None
    fitted = _as_form(quantity, form) if form else quantity
    if fitted is None:
        _note(declared, measured, field, "wrong-type", f"{metric.id} wants {_EXPECTED[form or 'number']}", "")
        return None
    low, high = metric.min, metric.max
    if fitted.form in ("number", "ratio", "amount"):
        outside = (low is not None and fitted.value < low) or (high is not None and fitted.value > high)
        if outside:
            help = f"write {fitted.value:g}%" if form == "ratio" and 1 < fitted.value <= 100 else ""
            _note(declared, measured, field, "out-of-range", f"{metric.id} goes {_range(metric)}", help)
            return None
    return fitted


def _as_form(quantity: Quantity, form: str) -> Quantity | None:
    if quantity.form == form:
        return quantity
    if quantity.form == "number" and form in ("ratio", "amount"):
        return Quantity(quantity.value, form, "")  # type: ignore[arg-type]
    return None


def _range(metric: Metric) -> str:
    if metric.min is None:
        return f"up to {metric.max:g}"
    return f"from {metric.min:g}" + (f" to {metric.max:g}" if metric.max is not None else " up")


def _note(declared: Declared, measured: MetricValue, field: str, rule: str, message: str, help: str) -> None:
    span = measured.at(field)
    declared.problems.append(Diagnostic(rule, Severity.ERROR, message, declared.path, span, help))
