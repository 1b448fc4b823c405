"""The rule `journey-without-evidence`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.model.entities import Journey
from cjm.rules.evidence._shared import sources


@rule(Severity.WARNING)
def journey_without_evidence(journey: Journey) -> Iterator[Problem]:
    """
    A journey names no evidence at all.

    Whoever reads a map takes it for what customers live through. Where it doesn't
    say whom it was asked of or what it was seen in, nobody can tell it from an
    opinion. A map made round a table is a good beginning: name the session, and
    say that it was an `assumption`. (Kerry Bodine; Smaply asks for the data behind
    a map, too.)

    Bad:

        phases:
          - name: At the town hall
            touchpoints: [Applies for a passport]

    Good:

        phases:
          - name: At the town hall
            evidence: interview
            touchpoints: [Applies for a passport]
    """
    # What is wrong anywhere in a list is wrong in the list: it may have held some.
    unread = journey.origin.failed & {"evidence", "phases", "personas"}
    if not sources(journey) and not unread:
        yield Problem(
            journey,
            "title",
            f"journey {journey.title!r} names no evidence",
            "declare under `evidence:` what it rests on, and name that at the touchpoints",
        )
