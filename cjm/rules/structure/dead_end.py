"""The rule `dead-end`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.model.entities import Journey


@rule(Severity.WARNING)
def dead_end(journey: Journey) -> Iterator[Problem]:
    """
    A touchpoint leads nowhere and isn't an end.

    `next: []` says that the customer is left standing. If the journey ends here,
    `end` says so; if it doesn't, somebody has to think of the way on. (The
    Government Digital Service: a good service has no dead ends.)

    Bad:

        phases:
          - name: Applying
            touchpoints:
              - {id: form, name: Hands in the form, next: [permit, refused]}
              - {id: permit, name: Gets the permit, next: end}
              - {id: refused, name: Hears that a paper is missing, next: []}

    Good:

        phases:
          - name: Applying
            touchpoints:
              - {id: form, name: Hands in the form, next: [permit, refused]}
              - {id: permit, name: Gets the permit, next: end}
              - {id: refused, name: Hears that a paper is missing, next: form}
    """
    for touchpoint in journey.touchpoints:
        if touchpoint.next == () and "next" not in touchpoint.origin.failed:
            yield Problem(
                touchpoint,
                "next",
                f"touchpoint {touchpoint.name!r} leads nowhere",
                "write `next: end` if the journey ends here, or name the touchpoint that follows",
            )
