"""The ladder of evidence: what a map can rest on, weakest first.

The rungs are those of Communicatie KC's lesson on the customer journey: a session
with staff, better with customers in the room, better still drawn by customers
themselves, best on research. What nobody checked at all stands below them.
"""

from collections.abc import Iterable

import msgspec


class EvidenceKind(msgspec.Struct, frozen=True):
    """A rung: kinds of equal `rank` are equally strong.

    `staff` is true where only the organisation's own people were heard.
    """

    id: str
    rank: int
    research: bool = False
    staff: bool = False


EVIDENCE_KINDS: dict[str, EvidenceKind] = {
    "assumption": EvidenceKind("assumption", 0, staff=True),
    "staff-workshop": EvidenceKind("staff-workshop", 1, staff=True),
    "customer-workshop": EvidenceKind("customer-workshop", 2),
    "customer-drawn": EvidenceKind("customer-drawn", 3),
    "interview": EvidenceKind("interview", 4, research=True),
    "observation": EvidenceKind("observation", 4, research=True),
    "survey": EvidenceKind("survey", 4, research=True),
    "analytics": EvidenceKind("analytics", 4, research=True),
    "usability-test": EvidenceKind("usability-test", 4, research=True),
    "complaint": EvidenceKind("complaint", 4, research=True),
}

# What a source counts as that is referred to but declared nowhere and names no kind.
UNKNOWN_RESEARCH = EvidenceKind("research", 4, research=True)


def evidence_kind(word: str) -> EvidenceKind:
    """The kind that a word names, in any case; any other word counts as research."""
    return EVIDENCE_KINDS.get(word.strip().lower().replace(" ", "-"), UNKNOWN_RESEARCH)


def strength(kinds: Iterable[str]) -> int:
    """How many of the three evidence bars are filled.

    0 for an assumption or nothing, 1 for workshops or a drawing, 2 for one method
    of research, 3 for two or more: methods that agree carry more than one method
    used twice.
    """
    found = {kind.id: kind for kind in map(evidence_kind, kinds)}.values()
    methods = sum(kind.research for kind in found)
    if methods:
        return min(3, 1 + methods)
    return 1 if any(kind.rank for kind in found) else 0
