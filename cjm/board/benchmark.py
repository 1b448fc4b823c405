"""Another journey beside this one: its curve over this one's columns, and what to call it."""

from collections.abc import Iterator

from cjm.board.lanes import Context
from cjm.board.sheet import Curve, Point
from cjm.board.words import capital
from cjm.languages import signed
from cjm.measures import Extremes, curve, extremes, scored
from cjm.model.entities import Journey, Phase, Touchpoint


def line(context: Context, benchmark: Journey) -> Curve | None:
    """Its curve: None where no touchpoint and no phase has a counterpart with a score.

    A touchpoint's counterpart has its `id`, or one of the two was called (`was`) like the other.
    A phase without such touchpoints has the mean of its counterpart, the phase with its id or stage.
    """
    points = [point for phase in context.journey.phases for point in _points(context, phase, benchmark)]
    if all(point.score is None for point in points):
        return None
    kind = context.label("benchmark")
    if benchmark.state != context.journey.state:
        kind = context.label(f"state_{benchmark.state}")
        return Curve(capital(kind), tuple(points), True, f"{capital(kind)}: {benchmark.title}")
    return Curve(benchmark.title, tuple(points), True, f"{capital(kind)}: {benchmark.title}")


def _points(context: Context, phase: Phase, benchmark: Journey) -> Iterator[Point]:
    found = [_counterpart(point, benchmark) for point in phase.touchpoints]
    average = None if any(found) else _average(phase, benchmark)
    for other in found:
        emotion = scored(other, benchmark) if other else None
        if emotion is not None:
            yield Point(emotion.score, emotion.feeling)
        elif average is not None:
            yield Point(average, context.label("phase_average"))
        else:
            yield Point(None)


def _counterpart(point: Touchpoint, benchmark: Journey) -> Touchpoint | None:
    for mine, was in ((point.id, False), (point.was, False), (point.id, True)):
        for other in benchmark.touchpoints:
            if mine and mine == (other.was if was else other.id):
                return other
    return None


def _average(phase: Phase, benchmark: Journey) -> float | None:
    """The mean score of the phase with the same id, else of all with the same stage."""
    others = [other for other in benchmark.phases if other.id in (phase.id, phase.was)]
    if not others and phase.stage:
        others = [other for other in benchmark.phases if other.stage == phase.stage]
    emotions = [scored(point, benchmark) for other in others for point in other.touchpoints]
    scores = [emotion.score for emotion in emotions if emotion is not None]
    return sum(scores) / len(scores) if scores else None


def remembered(journey: Journey, benchmark: Journey | None) -> Extremes:
    """Peak, lowest point and ending; the highest and the lowest at any rate if the benchmark has such."""
    found = extremes(journey)
    points = [(point, emotion.score) for point, emotion in curve(journey) if emotion is not None]
    if benchmark is None or not points:
        return found
    theirs = extremes(benchmark)
    peak = found.peak or (max(points, key=lambda point: point[1])[0] if theirs.peak else None)
    low = found.low or (min(points, key=lambda point: point[1])[0] if theirs.low else None)
    return Extremes(peak, low, found.ending)


def change(context: Context, benchmark: Journey, key: str, score: float) -> str:
    """«−1.8 → −0.2»: from today to what is to be; with another's benchmark, «−0.2 · benchmark −1.8»."""
    touchpoint = getattr(extremes(benchmark), key)
    emotion = scored(touchpoint, benchmark) if touchpoint else None
    if emotion is None:
        return ""
    ours, theirs = signed(score, context.language), signed(emotion.score, context.language)
    match context.journey.state, benchmark.state:
        case "future", "current":
            return f"{theirs} → {ours}"
        case "current", "future":
            return f"{ours} → {theirs}"
        case _:
            return f"{ours} · {context.label('benchmark')} {theirs}"
