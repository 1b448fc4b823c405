"""The rule `impersonal-journey`."""

from collections.abc import Iterator

from cjm.counting import counted
from cjm.diagnostics import Severity
from cjm.languages import folded
from cjm.lint import Problem, rule
from cjm.model.entities import Journey, Phase
from cjm.project import Project
from cjm.rules.moves._shared import makes, stages


@rule(Severity.INFO)
def impersonal_journey(
    journey: Journey, *, project: Project, returning: tuple[str, ...] = ("retention", "loyalty")
) -> Iterator[Problem]:
    """
    Customers who come back meet nothing that is meant for them.

    The move `personalise`: who has been here before has told and done things that
    could make the next step better; to be met as a stranger again is what sends
    people elsewhere (Lucas). It counts as personal where a touchpoint of these
    stages (`returning`) makes that move, or where the `content` there is of an owned
    medium or names a persona.

    Bad:

        framework: five-phase
        phases:
          - name: Living with it
            stage: retention
            touchpoints:
              - Asks how to clean the filter
              - Orders a new filter

    Good:

        framework: five-phase
        phases:
          - name: Living with it
            stage: retention
            touchpoints:
              - Asks how to clean the filter
              - name: Orders a new filter
                opportunity: {text: Remember which machine it is for, move: personalise}
    """
    known = stages(journey, project)
    wanted = set(map(folded, returning))
    phases = [
        phase
        for phase in journey.phases
        if phase.touchpoints and folded(known.get(folded(phase.stage), phase.stage)) in wanted
    ]
    people = [
        folded(word) for persona in journey.personas for word in (persona.name, persona.segment) if word
    ]
    if phases and not any(_personal(phase, people) for phase in phases):
        count = sum(len(phase.touchpoints) for phase in phases)
        where = " and ".join(repr(phase.name) for phase in phases[:3])
        yield Problem(
            phases[0],
            "stage",
            f"nothing is personal for customers who come back, in {counted(count, 'touchpoint')} of {where}",
            "use what they told or did before: an opportunity with `move: personalise`,"
            " or `content:` with `media: owned`",
        )


def _personal(phase: Phase, people: list[str]) -> bool:
    """Whether a move, an owned medium or content that names somebody makes it so."""
    if "content" in phase.origin.failed or any(makes(point, "personalise") for point in phase.touchpoints):
        return True
    content = [*phase.content, *(shown for point in phase.touchpoints for shown in point.content)]
    return any(
        shown.media == "owned" or any(name in folded(shown.text) for name in people) for shown in content
    )
