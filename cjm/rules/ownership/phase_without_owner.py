"""The rule `phase-without-owner`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.measures import owns
from cjm.model.entities import Journey


@rule(Severity.WARNING)
def phase_without_owner(journey: Journey) -> Iterator[Problem]:
    """
    A phase has no responsible department.

    Where nobody owns a phase, nobody hears what goes wrong in it, and nobody is
    asked to mend it. Which department is responsible for which phase is the first
    thing to settle when a journey is worked out. Touchpoints with owners of their
    own don't make up for it: somebody has to see the phase as a whole.

    Bad:

        phases:
          - name: Decision
            touchpoints: [Orders online]

    Good:

        phases:
          - name: Decision
            owner: Sales
            touchpoints: [Orders online]
    """
    for phase in journey.phases:
        if not owns(phase.owner) and "owner" not in phase.origin.failed:
            yield Problem(
                phase, "name", f"phase {phase.name!r} has no responsible department", "name one with `owner:`"
            )
