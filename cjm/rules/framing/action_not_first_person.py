"""The rule `action-not-first-person`."""

import re
from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.grammar.binder import shorten
from cjm.languages import folded, known, language
from cjm.lint import Problem, rule
from cjm.model.entities import Journey

_SUBJECTS = frozenset({"i", "we", "ik", "wij", "ich", "wir"})


@rule(Severity.INFO, preset="recommended")
def action_not_first_person(journey: Journey) -> Iterator[Problem]:
    """
    An action isn't told by the customer.

    "I try it on" puts the writer in the customer's shoes; "customer receives
    product" puts the customer in the organisation's process. Actions start with
    I, we, my or you, in Dutch with ik, we, mijn or je, in German with ich, wir, mein
    or du; the customer may also come in later, as in "After work I go back". (The
    craft's practice: actions in the first person.) In a language that cjm has no
    words for, the rule is silent.

    Bad:

        phases:
          - name: Fitting
            touchpoints:
              - name: The fitting room
                action: Customer tries on two sizes

    Good:

        phases:
          - name: Fitting
            touchpoints:
              - name: The fitting room
                action: I try on two sizes
    """
    if not known(journey.language):
        return
    pronouns = language(journey.language).pronouns
    for touchpoint in journey.touchpoints:
        words = _words(touchpoint.action)
        told = not words or words[0] in pronouns or _SUBJECTS.intersection(words).intersection(pronouns)
        if not told:
            yield Problem(
                touchpoint,
                "action",
                f"the action {shorten(touchpoint.action)!r} isn't told by the customer",
                f"tell it as the customer would: {pronouns[0].capitalize()} …",
            )


def _words(text: str) -> list[str]:
    """Its words as `pronouns` spells them; `I'm` in a quotation is still `i'm`."""
    words = re.findall(r"[\w']+", folded(text.replace("‘", "'")))
    bare = ((word, word.strip("'")) for word in words)
    return [word if word == "'k" else plain for word, plain in bare if plain]
