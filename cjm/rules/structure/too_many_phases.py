"""The rule `too-many-phases`."""

from collections.abc import Iterator

from cjm.diagnostics import Related, Severity
from cjm.lint import Problem, rule
from cjm.model.entities import Journey


@rule(Severity.INFO, preset="recommended")
def too_many_phases(journey: Journey, *, at_most: int = 9) -> Iterator[Problem]:
    """
    The journey has more than nine phases.

    Phases are there to be kept in mind together. Past nine, they are steps, and
    belong inside a phase as touchpoints, or the map is two journeys. (Milkymap and
    Cemantica give bounds of this kind; how many is an option, `at_most`.)

    Bad:

        phases: [Look, Ask, Compare, Choose, Order, Pay, Wait, Unpack, Use, Return]

    Good:

        phases: [Look, Choose, Order, Wait, Use]
    """
    most = max(at_most, 1)
    if len(journey.phases) > most:
        first = journey.phases[most]
        yield Problem(
            journey,
            "title",
            f"{len(journey.phases)} phases are more than the {most} that can be kept in mind",
            "join phases that belong together, or make two journeys of this one",
            (Related("the first one too many", first.origin.path, first.at("name")),),
        )
