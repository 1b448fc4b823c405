"""The rule `misplaced-touchpoint`."""

from collections.abc import Iterator

from cjm.diagnostics import Related, Severity
from cjm.lint import Problem, rule
from cjm.measures import scored
from cjm.model.entities import Branch, Journey, Touchpoint
from cjm.rules.experience._shared import emotion_key, told
from cjm.rules.moves._shared import makes


@rule(Severity.INFO)
def misplaced_touchpoint(journey: Journey, *, share: float = 1 / 3, low: float = -1.0) -> Iterator[Problem]:
    """
    Many customers have to go back from a touchpoint, or it spoils the moment before they commit.

    The move `reorder`: keep the touchpoints and change their sequence, so that
    people are reassured before they pay, register or sign (Lucas). Two signs that
    the order is wrong: more than a third of customers (`share`) go back from here,
    or the curve is at −1 (`low`) or less, on the scale from −2 to 2, directly before
    the touchpoint whose `conversion` is measured.

    Bad:

        phases:
          - name: Ordering
            touchpoints:
              - {name: Must open an account first, emotion: annoyed}
              - name: Orders the lamp
                metrics: {conversion: 9%}

    Good:

        phases:
          - name: Ordering
            touchpoints:
              - name: Orders the lamp
                metrics: {conversion: 21%}
              - {name: May open an account afterwards, emotion: neutral}
    """
    touchpoints = journey.touchpoints
    places = {touchpoint.id: number for number, touchpoint in enumerate(touchpoints)}
    for number, touchpoint in enumerate(touchpoints):
        if makes(touchpoint, "reorder"):
            continue
        back = [branch for branch in touchpoint.next or () if places.get(branch.to, number) < number]
        going = _share(back, touchpoint.next or ())
        if back and round(going - share, 4) > 0:
            earlier = [touchpoints[places[branch.to]] for branch in back[:3]]
            where = " or ".join(repr(found.name) for found in earlier)
            yield Problem(
                touchpoint,
                "next",
                f"{going * 100:.3g}% of customers go back from {touchpoint.name!r} to {where}",
                "settle earlier what sends them back: an opportunity with `move: reorder`",
                tuple(Related("they go back here", journey.path, found.at("name")) for found in earlier),
            )
        emotion = scored(touchpoint, journey)
        deciding = _deciding(touchpoint, touchpoints[number + 1 : number + 2], touchpoints, places)
        if emotion is None or emotion.score > low or deciding is None:
            continue
        yield Problem(
            touchpoint,
            emotion_key(touchpoint),
            f"touchpoint {touchpoint.name!r} is at {told(emotion, journey)}, directly before"
            f" {deciding.name!r}, where customers decide",
            "reassure people before they commit, or move this: an opportunity with `move: reorder`",
            (Related("conversion is measured here", journey.path, deciding.at("metrics")),),
        )


def _share(back: list[Branch], ways: tuple[Branch, ...]) -> float:
    """How many customers go back: all where there is no other way, else as many as is said."""
    if back and len(back) == len(ways):
        return 1.0
    return sum(branch.share or 0 for branch in back)


def _deciding(
    touchpoint: Touchpoint,
    following: tuple[Touchpoint, ...],
    touchpoints: tuple[Touchpoint, ...],
    places: dict[str, int],
) -> Touchpoint | None:
    """Where customers come directly from a touchpoint, forwards, and conversion is measured."""
    if touchpoint.next is None and touchpoint.wrote("next"):
        return None
    if touchpoint.next is not None:
        reached = [places[branch.to] for branch in touchpoint.next if branch.to in places]
        following = tuple(touchpoints[place] for place in reached if place > places[touchpoint.id])
    return next((way for way in following if "conversion" in way.metrics), None)
