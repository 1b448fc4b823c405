"""The rule `overloaded-department`."""

from collections import Counter
from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.measures import responsible
from cjm.model.entities import Journey
from cjm.rules.ownership._shared import named_departments


@rule(Severity.INFO, preset="strict")
def overloaded_department(
    journey: Journey, *, phases: float = 0.5, touchpoints: float = 0.6, departments: int = 3
) -> Iterator[Problem]:
    """
    One department owns most of the journey.

    Where one department owns nearly everything, either the map was drawn in its
    office, or the others have found somebody to leave it to. In a map with
    `framework: five-phase` more than half of the `phases` is too much: no
    department usually owns more than three of the five, and those it shares. In
    any other map with three `departments` or more it is more than 60 % of the
    `touchpoints`. The three figures are options. (Who
    usually owns which phase: as marketing agencies describe the five.)

    Bad:

        framework: five-phase
        phases:
          - {name: Looking round, stage: awareness, owner: Marketing, touchpoints: [Sees a poster]}
          - {name: Comparing, stage: consideration, owner: Marketing, touchpoints: [Reads reviews]}
          - {name: Using, stage: retention, owner: Marketing, touchpoints: [Asks for help]}

    Good:

        framework: five-phase
        phases:
          - {name: Looking round, stage: awareness, owner: Marketing, touchpoints: [Sees a poster]}
          - {name: Comparing, stage: consideration, owner: Sales, touchpoints: [Reads reviews]}
          - {name: Using, stage: retention, owner: Service, touchpoints: [Asks for help]}
    """
    if journey.framework == "five-phase":
        what, most = "phases", phases
        owners = [responsible(phase) for phase in journey.phases]
    else:
        what, most = "touchpoints", touchpoints
        owners = [responsible(phase, point) for phase in journey.phases for point in phase.touchpoints]
        declared = {found.id for found in journey.departments if found.origin.path == journey.path}
        declared.update(journey.named.get("departments", ()))
        if len(declared | set(named_departments(journey))) < departments:
            return
    names = {department.id: department.name for department in journey.departments}
    for owner, owned in Counter(filter(None, owners)).items():
        # In a map of one or two, owning one is no load yet.
        if owned > 1 and owned > most * len(owners):
            yield Problem(
                journey,
                "title",
                f"{names.get(owner, owner)!r} owns {owned} of the {len(owners)} {what}",
                "ask the other departments which of these are theirs, and name them at `owner:`",
            )
