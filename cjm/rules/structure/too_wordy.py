"""The rule `too-wordy`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.grammar.binder import shorten
from cjm.grammar.entity import Entity
from cjm.lint import Problem, rule
from cjm.model.entities import Journey, Phase, Touchpoint

_TEXTS = ("goal", "questions", "action", "thoughts", "quote", "need", "frontstage", "backstage", "systems")
_PARTS = ("pains", "gains", "opportunities", "content")


@rule(Severity.INFO, preset="recommended")
def too_wordy(journey: Journey, *, name: int = 60, text: int = 140) -> Iterator[Problem]:
    """
    A text is longer than what a cell of the map can carry.

    A map is read from two metres away. A name past sixty characters, or a text
    past 140, makes a column of it that nobody reads, and the rest of its row
    stands empty. (The craft's practice: a note's worth of words; the bounds are
    the options `name` and `text`.)

    Bad:

        phases:
          - name: Paying
            touchpoints:
              - name: The customer waits in the queue before the self-service tills with two articles

    Good:

        phases:
          - name: Paying
            touchpoints: [Waits before the self-service tills]
    """
    things: list[Phase | Touchpoint] = [*journey.phases, *journey.touchpoints]
    for thing in things:
        if len(thing.name) > name:
            yield _long(thing, "name", thing.name, name)
        for key in _TEXTS:
            value = getattr(thing, key, "")
            for said in (value,) if isinstance(value, str) else value:
                if len(said) > text:
                    yield _long(thing, key, said, text)
        for key in _PARTS:
            for part in getattr(thing, key, ()):
                if len(part.text) > text:
                    yield _long(thing, "text", part.text, text, part)


def _long(thing: Entity, key: str, said: str, most: int, part: Entity | None = None) -> Problem:
    message = f"{shorten(said)!r} has {len(said)} characters, more than the {most} that a cell can carry"
    help = "say it in fewer words"
    if isinstance(thing, Touchpoint):
        help += ", and keep the rest in `notes:`"
    return Problem(thing, key, message, help, part=part)
