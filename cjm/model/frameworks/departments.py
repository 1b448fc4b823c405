"""Departments by their generic names, so that stages can say who usually owns them.

In: what an organisation calls a department. Out: the generic department, or None
where the name says nothing general. The names are in `cjm/languages`.
"""

from cjm.languages import named

DEPARTMENTS = (
    *("marketing", "communication", "sales", "service", "administration"),
    *("product", "operations", "hr"),
)


def department(word: str) -> str | None:
    """The id of the generic department that a name stands for; None where it is one of a kind."""
    found = named("departments", word)
    return found.id if found else None
