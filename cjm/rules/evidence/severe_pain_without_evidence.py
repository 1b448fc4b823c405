"""The rule `severe-pain-without-evidence`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.measures import evidence_of
from cjm.model.entities import Journey


@rule(Severity.WARNING)
def severe_pain_without_evidence(journey: Journey, *, severe: int = 4) -> Iterator[Problem]:
    """
    A pain of severity 4 or 5 rests on nothing.

    Severe pains decide where the money goes. One that nobody has seen a customer
    suffer should not.

    Bad:

        phases:
          - name: Paying
            touchpoints:
              - name: Waits in the queue
                pain: {text: Ten minutes in line, severity: 5}

    Good:

        phases:
          - name: Paying
            touchpoints:
              - name: Waits in the queue
                pain: {text: Ten minutes in line, severity: 5}
                evidence: observation
    """
    for phase in journey.phases:
        for touchpoint in phase.touchpoints:
            carried = evidence_of(phase, touchpoint, journey) or "evidence" in touchpoint.origin.failed
            for pain in touchpoint.pains:
                rests = pain.evidence or carried or pain.wrote("evidence")
                if pain.severity is not None and pain.severity >= severe and not rests:
                    yield Problem(
                        touchpoint,
                        "severity",
                        f"pain {pain.text!r} has severity {pain.severity} and rests on nothing",
                        "name what shows it under `evidence:`",
                        part=pain,
                    )
