"""The rule `staff-view-only`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.model.entities import Journey
from cjm.model.evidence import evidence_kind
from cjm.rules.evidence._shared import sources


@rule(Severity.WARNING)
def staff_view_only(journey: Journey) -> Iterator[Problem]:
    """
    All evidence of a journey comes from the organisation's own people.

    Staff know what they do and what customers complain of; what customers think on
    their way home they don't know. On the ladder of evidence a session with staff
    is the lowest rung: better with customers in the room, better still drawn by
    customers, best on research. (Communicatie KC's lesson on the customer journey.)

    Bad:

        evidence:
          - {id: desk-session, kind: staff-workshop}
        phases:
          - name: At the town hall
            evidence: desk-session
            touchpoints: [Applies for a passport]

    Good:

        evidence:
          - {id: desk-session, kind: staff-workshop}
          - {id: street-interviews, kind: interview}
        phases:
          - name: At the town hall
            evidence: [desk-session, street-interviews]
            touchpoints: [Applies for a passport]
    """
    found = sources(journey)
    if "evidence" in journey.origin.failed or not found:
        return
    if all(evidence_kind(source.kind).staff for source in found):
        kinds = " and ".join(dict.fromkeys(source.kind for source in found))
        yield Problem(
            journey,
            "evidence" if journey.wrote("evidence") else "title",
            f"all evidence is from staff ({kinds}), none from customers",
            "ask or watch a few customers, and declare that under `evidence:`",
        )
