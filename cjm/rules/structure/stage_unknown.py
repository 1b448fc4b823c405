"""The rule `stage-unknown`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.grammar.binder import Suggestions, listing, shorten
from cjm.lint import Problem, rule
from cjm.model.entities import Journey
from cjm.project import Project
from cjm.rules.structure._shared import staged


@rule(Severity.WARNING)
def stage_unknown(journey: Journey, *, project: Project) -> Iterator[Problem]:
    """
    A phase names a stage that its framework doesn't have.

    Stages are what journeys are compared by; a word that the framework doesn't
    know falls out of every comparison. Where phases name stages and the journey
    names no framework, that is said once. (The craft's phase models.)

    Bad:

        framework: five-phase
        phases:
          - name: At the till
            stage: paying

    Good:

        framework: five-phase
        phases:
          - name: At the till
            stage: decision
    """
    if not journey.framework:
        named = next((phase for phase in journey.phases if phase.stage), None)
        if named and not journey.wrote("framework"):
            message = f"nothing says of which framework {shorten(named.stage)!r} is a stage"
            yield Problem(named, "stage", message, "name it at the top with `framework:`")
        return
    found = staged(journey, project)
    suggestions = Suggestions()
    for phase, position in found.phases if found else ():
        if phase.stage and position is None and found:
            yield Problem(
                phase,
                "stage",
                f"{found.framework} has no stage {shorten(phase.stage)!r}",
                suggestions.nearest(phase.stage, found.stages, f"one of: {listing(found.stages)}"),
            )
