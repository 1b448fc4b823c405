"""Expectations, scores and what customers do afterwards → the canvas."""

from collections.abc import Iterator
from math import fsum

from cjm.board.canvas import Canvas, Expected, Origin, Outcome, Satisfaction, Shortfall
from cjm.board.lanes import Context
from cjm.board.sheet import Curve
from cjm.board.words import capital, together
from cjm.languages import feeling, signed
from cjm.model.entities import Phase

# In the order of the canvas; an expectation of which it isn't said comes last.
_ORIGINS = {
    "advertising": "canvas_advertising",
    "word-of-mouth": "canvas_word_of_mouth",
    "experience": "canvas_experience",
    "competitor": "canvas_competitor",
    "": "canvas_unsaid",
}
# What is nearer to zero than this is no difference: a twentieth of the scale.
_SAME = 0.2


def arrange_canvas(context: Context, curve: Curve | None) -> Canvas | None:
    """None where nothing is said of expectations, feelings or what customers do afterwards.

    The experiences are compared with what is expected of the journey as a whole, and each
    with what is expected at it.
    """
    journey = context.journey
    points = curve.points if curve else ()
    outcomes = tuple(_outcomes(context))
    if not (journey.expectations or points or outcomes):
        return None
    gap = context.gap("journey-without-expectations")
    surprises = tuple(
        Shortfall(column, difference)
        for column, point in enumerate(points)
        if point.score is not None
        and point.expected is not None
        and (difference := round(point.score - point.expected, 2))
    )
    return Canvas(
        tuple(_origins(context)),
        _satisfaction(context, [point.score for point in points if point.score is not None]),
        surprises,
        outcomes,
        gap.label if gap else "",
    )


def _origins(context: Context) -> Iterator[Origin]:
    expectations = context.journey.expectations
    for source, label in _ORIGINS.items():
        found = tuple(
            Expected(one.text, _level(context, one.level))
            for one in expectations
            if (one.source if one.source in _ORIGINS else "") == source
        )
        if found or (expectations and source):
            yield Origin(context.label(label), found)


def _level(context: Context, level: float | None) -> str:
    if level is None:
        return ""
    return f"{signed(level, context.language)} {feeling(level, context.language)}"


def _satisfaction(context: Context, scores: list[float]) -> Satisfaction | None:
    levels = [one.level for one in context.journey.expectations if one.level is not None]
    if not levels or not scores:
        return None
    expected, experienced = _mean(levels), _mean(scores)
    difference = round(experienced - expected, 1)
    key = (
        "as_expected" if abs(difference) < _SAME else "above_expected" if difference > 0 else "below_expected"
    )
    basis = context.label("canvas_means").format(expected=len(levels), experienced=len(scores))
    return Satisfaction(expected, experienced, capital(context.label(key)), basis)


def _mean(values: list[float]) -> float:
    return round(fsum(values) / len(values), 1)


def _outcomes(context: Context) -> Iterator[Outcome]:
    for number, phase in enumerate(context.journey.phases):
        said = phase.engagement
        if said is not None and (said.behaviour or said.metric):
            measured = _measured(context, phase, said.metric) if said.metric else ""
            yield Outcome(number, said.behaviour, measured)


def _measured(context: Context, phase: Phase, metric: str) -> str:
    """«measured by NPS», with its last value in the phase where it is measured there: «NPS: −32»."""
    names = {one.id: one.name for one in context.journey.metrics}
    name = names.get(metric) or context.language.labels.get(f"metric_{metric}", metric)
    for values in (*(point.metrics for point in reversed(phase.touchpoints)), phase.metrics):
        if metric in values:
            return f"{name}: {together(values[metric].value, context.language)}"
    return context.label("canvas_measured").format(metric=name)
