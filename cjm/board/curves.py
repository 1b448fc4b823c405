"""The points of every curve on a sheet: the hero's, other personas', a benchmark's."""

from cjm.board.lanes import Context
from cjm.board.sheet import Curve, Point
from cjm.languages import feeling, signed
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
        from cjm.board.benchmark import line

        others += filter(None, [line(context, benchmark)])
    return (hero, *others)


def beside(context: Context, lines: tuple[Curve, ...], column: int) -> tuple[str, ...]:
    """What stands beside the hero's point, in words: «expected +1, got −2», «Martin: −1.3 cornered»."""
    if not lines:
        return ()
    language = context.language
    said = []
    point = lines[0].points[column]
    if point.expected is not None:
        expected = signed(point.expected, language)
        score = "" if point.score is None else signed(point.score, language)
        words = context.label("expected_and_got" if score else "expected_level")
        said.append(words.format(expected=expected, score=score))
    for curve in lines[1:]:
        other = curve.points[column]
        if other.score is not None:
            word = other.word or feeling(other.score, language)
            said.append(f"{curve.name}: {signed(other.score, language)} {word}")
    return tuple(said)


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
