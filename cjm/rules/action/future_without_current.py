"""The rule `future-without-current`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.model.entities import Journey
from cjm.project import Project


@rule(Severity.INFO, preset="strict")
def future_without_current(journey: Journey, *, project: Project) -> Iterator[Problem]:
    """
    A journey shows how it should be, and no journey shows how it is now.

    Beside a map of today it can be seen what changes, for whom, and whether it is
    worth the trouble; without one a map of tomorrow is a wish. It is enough that the
    journey of today names this one as its `benchmark`. (Kerry Bodine and Nielsen
    Norman Group advise to begin with the current state.)

    Bad:

        state: future
        phases:
          - name: At the town hall
            touchpoints: [Applies for a passport from home]

    Good:

        state: current
        phases:
          - name: At the town hall
            touchpoints: [Applies for a passport at the desk]
    """
    if journey.state != "future":
        return
    beside = project.benchmarks.get(journey.path)
    others = [other for other in project.journeys if _names(project, other, journey)]
    if any(other.state == "current" for other in (beside, *others) if other is not None):
        return
    help = "name the journey of today with `benchmark:`, or draw it first"
    if beside is not None:
        message = f"{beside.title!r} is a journey of tomorrow too, and none shows how it is now"
        yield Problem(journey, "benchmark", message, help)
    elif not journey.wrote("benchmark"):
        message = f"journey {journey.title!r} is to be, and no journey shows how it is now"
        yield Problem(journey, "state", message, help)


def _names(project: Project, other: Journey, journey: Journey) -> bool:
    """Whether another journey is to be drawn beside this one."""
    found = project.benchmarks.get(other.path)
    return found is not None and found.path == journey.path
