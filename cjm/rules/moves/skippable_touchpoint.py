"""The rule `skippable-touchpoint`."""

from collections.abc import Iterator

from cjm.diagnostics import Related, Severity
from cjm.grammar.quantities import SECONDS, Quantity
from cjm.languages import folded, language
from cjm.lint import Problem, rule
from cjm.measures import median, scored
from cjm.model.entities import Journey, Touchpoint
from cjm.rules.experience._shared import told
from cjm.rules.moves._shared import makes

# What stands between "I" and the verb that says what is done, or before both.
PASSED_OVER = (
    *("am", "are", "have", "had", "has", "must", "can", "may", "will", "to", "still", "again", "then", "now"),
    *("ben", "heb", "moet", "kan", "mag", "zal", "wil", "te", "om", "nog", "weer", "dan", "nu", "steeds"),
    *("bin", "habe", "muss", "kann", "darf", "werde", "soll", "will", "zu", "noch", "wieder", "jetzt", "nun"),
)


@rule(Severity.INFO)
def skippable_touchpoint(
    journey: Journey, *, times: float = 1.0, passed_over: tuple[str, ...] = PASSED_OVER
) -> Iterator[Problem]:
    """
    A touchpoint gives the customer nothing, and takes long or comes twice.

    The move `skip`: what serves no goal, asks for patience and gives nothing back
    is best not improved but removed (Lucas). Looked at are touchpoints at or below
    neutral without gain and without need that are no moment of truth: those whose
    `duration` is over the journey's median (`times` it), and those that follow a
    touchpoint on the same channel whose action has the same verb, such as a second
    wait. `passed_over` are the words of an action that are not its verb.

    Bad:

        phases:
          - name: Seeing a specialist
            touchpoints:
              - name: Waits at the desk
                action: I wait behind a yellow line
                channel: hospital
              - name: Waits in the corridor
                action: I wait on a plastic chair
                channel: hospital
                emotion: bored

    Good:

        phases:
          - name: Seeing a specialist
            touchpoints:
              - name: Waits at the desk
                action: I wait behind a yellow line
                channel: hospital
              - name: Waits in the corridor
                action: I wait on a plastic chair
                channel: hospital
                emotion: bored
                gain: A nurse explains what will happen
    """
    usual = median([taken.comparable for taken in map(_duration, journey.touchpoints) if taken])
    ignored = {*passed_over, *language(journey.language).pronouns}
    for before, touchpoint in zip((None, *journey.touchpoints), journey.touchpoints, strict=False):
        emotion, taken = scored(touchpoint, journey), _duration(touchpoint)
        if emotion is None or emotion.score > 0 or _serves(touchpoint) or makes(touchpoint, "skip"):
            continue
        related: tuple[Related, ...] = ()
        if taken and taken.comparable > times * usual:
            why = f"takes {_words(taken)}, where the median of the journey is {_words(_spelled(usual))}"
        elif before is not None and (verb := _again(before, touchpoint, ignored)):
            why = f"is the same ({verb!r}) as {before.name!r} before it"
            related = (Related("for the first time here", journey.path, before.at("action")),)
        else:
            continue
        what = f"touchpoint {touchpoint.name!r} gives nothing at {told(emotion, journey)} and {why}"
        help = "say what it is good for with `gain:` or `need:`, or leave it out: `move: skip`"
        yield Problem(touchpoint, "name", what, help, related)


def _serves(touchpoint: Touchpoint) -> bool:
    """Whether it is good for something, as far as the author says."""
    keys = ("gains", "need", "moment_of_truth")
    said = touchpoint.gains or touchpoint.need or touchpoint.moment_of_truth
    return bool(said) or not touchpoint.origin.failed.isdisjoint(keys)


def _duration(touchpoint: Touchpoint) -> Quantity | None:
    measured = touchpoint.metrics.get("duration")
    return measured.value if measured and measured.value.form == "duration" else None


def _spelled(seconds: float) -> Quantity:
    """A duration in the largest unit that it fills."""
    unit = next((name for name in reversed(SECONDS) if SECONDS[name] <= seconds), "seconds")
    return Quantity(round(seconds / SECONDS[unit], 1), "duration", unit)


def _words(taken: Quantity) -> str:
    unit = taken.unit.removesuffix("s") if taken.value == 1 else taken.unit
    return f"{taken.value:g} {unit}"


def _again(before: Touchpoint, touchpoint: Touchpoint, ignored: set[str]) -> str:
    """The verb that two neighbours on one channel share, if they do."""
    verb = _verb(touchpoint.action, ignored)
    shared = not set(before.channels).isdisjoint(touchpoint.channels)
    return verb if shared and verb == _verb(before.action, ignored) else ""


def _verb(action: str, ignored: set[str]) -> str:
    words = (word.strip(".,;:!?…\"“”'") for word in folded(action).split())
    return next((word for word in words if word and word not in ignored), "")
