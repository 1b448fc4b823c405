"""The rule `unused-department`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.model.identity import called, id_key
from cjm.project import Project
from cjm.rules.ownership._shared import named_departments
from cjm.rules.upkeep._shared import unused


@rule(Severity.INFO, preset="strict", on="project")
def unused_department(whole: Project) -> Iterator[Problem]:
    """
    A department is declared and owns nothing.

    Somebody thought of it when the list was made. Either it does have a part in the
    journey, and the map doesn't show it yet, or the list is longer than it need be.
    Being accountable, consulted, informed or the owner of an opportunity is a part,
    too. A department that a library declares is unused when no journey of the
    project names it.

    Bad:

        departments: [Sales, Warehouse]
        phases:
          - name: Decision
            owner: Sales
            touchpoints: [Orders online]

    Good:

        departments: [Sales, Warehouse]
        phases:
          - name: Decision
            owner: {responsible: Sales, informed: Warehouse}
            touchpoints: [Orders online]
    """
    for department in unused(whole, "departments", named_departments):
        yield Problem(
            department,
            id_key(department),
            f"department {called(department)!r} is declared and owns nothing",
            "name it at the `owner:` of what it does, if only as `consulted:` or `informed:`, "
            "or leave it out",
        )
