"""Departments by their generic names, so that stages can say who usually owns them.

In: what an organisation calls a department. Out: the generic department, or None
where the name says nothing general.
"""

from functools import cache

import msgspec

from cjm.languages import folded


class GenericDepartment(msgspec.Struct, frozen=True):
    """A kind of department; `names` by language, `aliases` what organisations call it."""

    id: str
    names: dict[str, str]
    aliases: tuple[str, ...]


_ALL = (
    GenericDepartment(
        "marketing",
        {"en": "Marketing", "nl": "Marketing"},
        ("online marketing", "marketing team", "brand", "merk", "growth", "campaigns", "campagnes"),
    ),
    GenericDepartment(
        "communication",
        {"en": "Communication", "nl": "Communicatie"},
        ("communications", "corporate communication", "public relations", "pr", "voorlichting"),
    ),
    GenericDepartment(
        "sales",
        {"en": "Sales", "nl": "Verkoop"},
        ("commercie", "inside sales", "field sales", "binnendienst", "buitendienst", "account management"),
    ),
    GenericDepartment(
        "service",
        {"en": "Service", "nl": "Klantenservice"},
        (
            *("customer service", "customer support", "support", "customer care", "customer success"),
            *("contact centre", "contact center", "klantcontact", "klantcontactcentrum", "klantendienst"),
            *("helpdesk", "service desk", "aftersales", "nazorg"),
        ),
    ),
    GenericDepartment(
        "administration",
        {"en": "Administration", "nl": "Administratie"},
        (
            *("finance", "accounting", "billing", "accounts receivable", "back office"),
            *("financiën", "boekhouding", "facturatie", "debiteurenbeheer", "backoffice"),
        ),
    ),
    GenericDepartment(
        "product",
        {"en": "Product", "nl": "Product"},
        ("product management", "productmanagement", "product development", "productontwikkeling"),
    ),
    GenericDepartment(
        "operations",
        {"en": "Operations", "nl": "Uitvoering"},
        ("delivery", "logistics", "fulfilment", "warehouse", "logistiek", "magazijn", "operatie"),
    ),
    GenericDepartment(
        "hr",
        {"en": "HR", "nl": "HR"},
        ("human resources", "people", "personnel", "personeelszaken", "p&o"),
    ),
)

DEPARTMENTS: dict[str, GenericDepartment] = {found.id: found for found in _ALL}


def department(word: str) -> GenericDepartment | None:
    """The generic department that a name stands for; None where it is one of a kind."""
    return _departments().get(folded(word))


@cache
def _departments() -> dict[str, GenericDepartment]:
    return {
        folded(word): found for found in _ALL for word in (found.id, *found.names.values(), *found.aliases)
    }
