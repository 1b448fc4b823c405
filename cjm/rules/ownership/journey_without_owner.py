"""The rule `journey-without-owner`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.model.entities import Journey


@rule(Severity.INFO)
def journey_without_owner(journey: Journey) -> Iterator[Problem]:
    """
    Nobody answers for the journey as a whole.

    Every department can do its own part well while the customer falls between two
    of them. Somebody has to look at the whole way, keep the map true and bring the
    departments to one table: TheyDo calls that a journey owner.

    Bad:

        phases:
          - name: Decision
            owner: Sales
            touchpoints: [Signs the contract]

    Good:

        owner: Service
        phases:
          - name: Decision
            owner: Sales
            touchpoints: [Signs the contract]
    """
    owner = journey.owner
    answers = owner is not None and (owner.responsible or owner.accountable or owner.origin.failed)
    if not answers and "owner" not in journey.origin.failed:
        yield Problem(
            journey,
            "owner" if journey.wrote("owner") else "title",
            f"nobody answers for the journey {journey.title!r} as a whole",
            "name a department with `owner:` at the top",
        )
