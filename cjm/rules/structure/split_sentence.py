"""The rule `split-sentence`."""

from collections.abc import Iterator
from itertools import islice, pairwise

from cjm.diagnostics import Severity
from cjm.grammar.binder import shorten
from cjm.grammar.entity import Entity
from cjm.lint import Problem, rule
from cjm.model.entities import Journey

_TEXTS = ("goals", "needs", "frustrations", "questions", "thoughts", "frontstage", "backstage")
_PARTS = ("touchpoints", "pains", "gains", "opportunities", "content", "expectations", "expectation")
_JOINING = (
    *("and", "or", "but", "nor", "so", "yet", "then", "because", "which", "who", "that", "if", "when"),
    *("where", "while", "though", "although", "not", "too", "please", "en", "of", "maar", "want", "dus"),
    *("dan", "toen", "omdat", "doordat", "zodat", "terwijl", "die", "dat", "als", "wie", "wat", "waar"),
    *("hoewel", "niet", "ook", "alsjeblieft", "und", "oder", "aber", "denn", "sondern", "doch", "weil"),
    *("dass", "damit", "wenn", "falls", "während", "obwohl", "sodass", "nicht", "auch", "bitte"),
)


@rule(Severity.INFO, preset="recommended")
def split_sentence(journey: Journey, *, joining: tuple[str, ...] = _JOINING) -> Iterator[Problem]:
    """
    An item of a list in brackets reads as the tail of the one before it.

    In `[It fits, but it is dear]` the comma ends the first item: the map shows two
    thoughts where the customer had one. Quotation marks keep it whole. An item
    counts as a tail if it starts small after one that starts with a capital, or
    with a joining word (the option `joining`). Only lists on one line are looked
    at, for a line of its own is nobody's slip; of each list the first tail is
    told. (A trap of YAML's, not of the craft's.)

    Bad:

        phases:
          - name: Fitting
            touchpoints:
              - name: The mirror
                thoughts: [It fits, but it is dear]

    Good:

        phases:
          - name: Fitting
            touchpoints:
              - name: The mirror
                thoughts: ["It fits, but it is dear"]
    """
    own = [persona for persona in journey.personas if persona.origin.path == journey.path]
    things: list[Entity] = [journey, *own, *journey.phases, *journey.touchpoints]
    for thing in things:
        for key in _TEXTS:
            yield from islice(_torn_texts(thing, key, joining), 1)
        for key in _PARTS:
            yield from islice(_torn_parts(thing, key, joining), 1)


def _torn_texts(thing: Entity, key: str, joining: tuple[str, ...]) -> Iterator[Problem]:
    texts = getattr(thing, key, ())
    for head, tail in pairwise(texts) if len(texts) > 1 and _in_brackets(thing, key, texts) else ():
        if _continues(head, tail, joining):
            yield _torn(thing, key, head, tail)


def _torn_parts(thing: Entity, key: str, joining: tuple[str, ...]) -> Iterator[Problem]:
    for one, other in pairwise(getattr(thing, key, ())):
        beside = 0 < other.origin.span.start - one.origin.span.end <= 2  # no room for a new line and a dash
        if beside and _continues(_said(one), _said(other), joining):
            yield _torn(thing, key, _said(one), _said(other), other)


def _said(part: Entity) -> str:
    return str(getattr(part, "text", "") or getattr(part, "name", ""))


def _torn(thing: Entity, key: str, head: str, tail: str, part: Entity | None = None) -> Problem:
    message = f"{shorten(tail)!r} reads as the end of {shorten(head)!r}, and the comma makes two of them"
    help = "if it is one sentence, put it in quotes; if not, start the second with a capital"
    if key == "touchpoints":
        return Problem(part, "name", message, help)
    return Problem(thing, "text" if part else key, message, help, part=part)


def _in_brackets(thing: Entity, key: str, texts: tuple[str, ...]) -> bool:
    """Whether these stand as `[a, b]` on one line, mostly unquoted: as items on lines they take more room."""
    span = thing.at(key)
    wide = sum(map(len, texts)) + 2 * len(texts) + 2 * (len(texts) - 1)
    return thing.wrote(key) and span.end - span.start <= wide


def _continues(head: str, tail: str, joining: tuple[str, ...]) -> bool:
    """Whether a text goes on where another one stops."""
    if not tail[:1].islower() or head[-1:] in tuple(".!?…"):
        return False
    words = tail.split()
    return head[:1].isupper() or words[0].casefold() in joining
