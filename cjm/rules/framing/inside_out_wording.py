"""The rule `inside-out-wording`."""

import re
from collections.abc import Iterator
from functools import cache

from cjm.diagnostics import Severity
from cjm.grammar.binder import shorten
from cjm.lint import Problem, rule
from cjm.model.entities import Journey, Phase, Touchpoint

_PHASE = ("name", "goal", "questions")
_TOUCHPOINT = ("name", "action", "thoughts", "quote", "need")
_ENGLISH = (
    *("CRM", "ERP", "KPI", "SLA", "ROI", "MQL", "B2B", "B2C", "customer ID", "case ID"),
    *("sales lead", "new lead", "qualified lead", "warm lead", "becomes a lead", "lead generation"),
    *("lead qualification", "lead nurturing", "lead scoring", "lead form", "lead capture"),
    *(
        "sales prospect",
        "funnel",
        "sales pipeline",
        "conversion rate",
        "upsell",
        "upselling",
        "cross-sell",
        "cross-selling",
    ),
    *("churn", "touchpoint", "stakeholder", "end user", "omnichannel", "back office", "front office"),
    *("support ticket", "service ticket", "ticket is escalated", "escalation", "first-line support"),
    *("second-line support", "call to action", "CTA", "case management", "customer onboarding"),
)
_DUTCH = (
    *("lead", "leadopvolging", "leadgeneratie", "klantcontact", "klantnummer wordt aangemaakt"),
    *("klantprofiel", "dossierhouder", "doorlooptijd", "conversie", "koopintentie", "contactmoment"),
    *("eindgebruiker", "eerstelijns", "tweedelijns", "backoffice", "frontoffice", "escalatie"),
    *("ketenpartner", "klantreis", "uitvraag", "intakeproces"),
)

_GERMAN = (
    *(
        "Leadgenerierung",
        "Leadqualifizierung",
        "Leadnurturing",
        "wird zum Lead",
        "Kundennummer wird angelegt",
    ),
    *("Kundenprofil", "Kundenkontaktpunkt", "Kontaktpunkt", "Durchlaufzeit", "Konversionsrate"),
    *("Kaufabsicht", "Endkunde", "Endkunden", "Endanwender", "Bestandskunde", "Bestandskunden"),
    *("Bestandskundin", "Neukunde", "Neukunden", "Neukundin", "Vertriebstrichter", "Verkaufstrichter"),
    *("First-Level-Support", "Second-Level-Support", "Backoffice", "Frontoffice", "Eskalation"),
    *("Kundenreise", "Sachbearbeitung", "Prozesskette", "Erfassungsmaske"),
)


@rule(Severity.INFO, preset="strict")
def inside_out_wording(
    journey: Journey,
    *,
    en: tuple[str, ...] = _ENGLISH,
    nl: tuple[str, ...] = _DUTCH,
    de: tuple[str, ...] = _GERMAN,
) -> Iterator[Problem]:
    """
    Where the customer speaks, the organisation's words are used.

    Customers have no place in a funnel and don't become leads; they look for a
    sofa. Names, actions, thoughts, needs, goals and questions are written from
    outside in. (The craft's first lesson; Milkymap and TheyDo say so too.) Words
    that are ordinary in a customer's mouth, such as "ticket" or "account", don't
    count alone. The words are options: `en` for all maps, for they travel, and
    `nl` or `de` beside them in Dutch or German ones. A map of employees is not checked.

    Bad:

        phases:
          - name: Lead qualification
            touchpoints: [Is put in the CRM]

    Good:

        phases:
          - name: Finding out whether it fits
            touchpoints: [Leaves a telephone number]
    """
    if journey.kind == "employee":
        return
    own = {"nl": nl, "de": de}.get(journey.language.lower().partition("-")[0], ())
    jargon = _jargon((*en, *own))
    things: list[Journey | Phase | Touchpoint] = [journey, *journey.phases, *journey.touchpoints]
    for thing in things:
        for key, text in _said(thing):
            if found := jargon.search(text):
                within = "" if found[0] == text else f" in {shorten(text)!r}"
                yield Problem(
                    thing,
                    key,
                    f"{found[0]!r}{within} is the organisation's word, not the customer's",
                    "say it as a customer would at home",
                )


def _said(thing: Journey | Phase | Touchpoint) -> Iterator[tuple[str, str]]:
    """Each text in which the customer speaks, with its key."""
    keys = _PHASE if isinstance(thing, Phase) else _TOUCHPOINT if isinstance(thing, Touchpoint) else ("goal",)
    for key in keys:
        value = getattr(thing, key)
        for text in (value,) if isinstance(value, str) else value:
            yield key, text


@cache
def _jargon(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of these words, whole, singular or plural; never a match where there are none."""
    longest_first = sorted(filter(None, words), key=len, reverse=True)
    if not longest_first:
        return re.compile(r"(?!)")
    choices = "|".join(re.escape(word) for word in longest_first)
    return re.compile(rf"(?<!\w)(?:{choices})(?:['’]?s)?(?!\w)", re.IGNORECASE)
