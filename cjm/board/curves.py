"""The points of every curve on a sheet: the hero's, other personas', a benchmark's."""

from cjm.board.lanes import Context
from cjm.board.sheet import Curve, Point
from cjm.languages import feeling
from cjm.measures import Extremes, extremes, impact, is_hypothesis, scored
from cjm.model.entities import Emotion, Journey, Phase, Touchpoint


def curves(context: Context, benchmark: Journey | None) -> tuple[Curve, ...]:
    """The hero first: the first persona's, or everybody's; then the others, a point a column."""
    journey = context.journey
    pairs = [(phase, point) for phase in journey.phases for point in phase.touchpoints]
    hero_name = journey.personas[0].name if len(journey.personas) > 1 else ""
    found = extremes(journey)
    hero = Curve(hero_name, tuple(_hero(context, phase, point, found) for phase, point in pairs))
    if all(point.score is None for point in hero.points):
        return ()
    others = []
    for persona in journey.personas[1:]:
        if any(persona.id in point.emotions for _, point in pairs):
            points = [point.emotions.get(persona.id, point.emotion) for _, point in pairs]
            others.append(Curve(persona.name, tuple(_thin(found) for found in points)))
    if benchmark is not None:
        theirs = {point.id: scored(point, benchmark) for point in benchmark.touchpoints}
        points = [theirs.get(point.id) or theirs.get(point.was) for _, point in pairs]
        if any(points):
            others.append(Curve(benchmark.title, tuple(_thin(found) for found in points), benchmark=True))
    return (hero, *others)


def _thin(emotion: Emotion | None) -> Point:
    return Point(emotion.score if emotion else None, emotion.feeling if emotion else "")


def _hero(context: Context, phase: Phase, point: Touchpoint, found: Extremes) -> Point:
    emotion = scored(point, context.journey)
    notes = [
        context.label(key)
        for key, touchpoint in (("peak", found.peak), ("low", found.low), ("ending", found.ending))
        if touchpoint is point
    ]
    return Point(
        score=emotion.score if emotion else None,
        word=(emotion.feeling or feeling(emotion.score, context.language)) if emotion else "",
        notes=tuple(notes),
        assumed=is_hypothesis(phase, point, context.journey),
        impact=impact(point, context.journey),
        expected=next((one.level for one in point.expectation if one.level is not None), None),
    )
