"""The rule `metric-against-emotion`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.measures import curve
from cjm.model.entities import Journey, Metric, MetricValue
from cjm.rules.experience._shared import told


@rule(Severity.INFO)
def metric_against_emotion(
    journey: Journey, *, metrics: tuple[str, ...] = ("nps", "csat"), emotion: float = 1.0
) -> Iterator[Problem]:
    """
    Customers give high marks where the curve is low, or low marks where it is high.

    One of the two is wrong, or they speak of different people: those who answered a
    survey and those who left. What customers really do tells which. A mark is high
    in the top third of its scale and low in the bottom third; the curve is low from
    −1 down and high from +1 up. Which `metrics` are marks and how far the `emotion`
    must be from zero are options. (Measure what customers do and not
    only what they answer: Marketingfacts' special on the customer journey, 2016.)

    Bad:

        phases:
          - name: Admission
            touchpoints:
              - name: Waits for a bed
                emotion: -1.5
                metrics: {csat: 4.6}

    Good:

        phases:
          - name: Admission
            touchpoints:
              - name: Waits for a bed
                emotion: -1.5
                metrics: {csat: 2.1}
    """
    scales = {metric.id: metric for metric in journey.metrics if metric.id in metrics}
    for touchpoint, point in curve(journey):
        if point is None or abs(point.score) < emotion:
            continue
        for metric, measured in touchpoint.metrics.items():
            mark = _mark(scales[metric], measured) if metric in scales else 0
            if mark * point.score < 0:
                yield Problem(
                    touchpoint,
                    "value",
                    f"{metric} of {touchpoint.name!r} is {'high' if mark > 0 else 'low'} at "
                    f"{measured.value}, and the curve is at {told(point, journey)}",
                    "see what customers do here, and mend `emotion:` or look for a better `source:`",
                    part=measured,
                )


def _mark(metric: Metric, measured: MetricValue) -> int:
    """1 for good marks, −1 for bad ones, 0 for those between or on no known scale."""
    if metric.min is None or metric.max is None or metric.min == metric.max or not metric.better:
        return 0
    place = (measured.value.value - metric.min) / (metric.max - metric.min)
    if metric.better == "lower":
        place = 1 - place
    return (place >= 2 / 3) - (place <= 1 / 3)
