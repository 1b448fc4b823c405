"""The rule `unbalanced-phase`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.model.entities import Journey


@rule(Severity.INFO, preset="strict")
def unbalanced_phase(journey: Journey, *, share: float = 0.5, at_least: int = 6) -> Iterator[Problem]:
    """
    One phase holds more than half of all touchpoints.

    A map is detailed where its makers work. What is crowded is two phases in one;
    what is bare has not been looked at from the customer's side. Maps of fewer
    than three phases or six touchpoints are too small to tell. (The craft's
    practice; half is the option `share`, six is `at_least`.)

    Bad:

        phases:
          - {name: Choosing, touchpoints: [Browses]}
          - {name: Ordering, touchpoints: [Fills the basket, Signs up, Pays, Confirms]}
          - {name: Using, touchpoints: [Unpacks]}

    Good:

        phases:
          - {name: Choosing, touchpoints: [Browses, Asks a friend]}
          - {name: Ordering, touchpoints: [Signs up, Pays]}
          - {name: Using, touchpoints: [Unpacks, Asks for help]}
    """
    total = len(journey.touchpoints)
    if len(journey.phases) < 3 or total < at_least:
        return
    for phase in journey.phases:
        if len(phase.touchpoints) > share * total:
            yield Problem(
                phase,
                "name",
                f"phase {phase.name!r} holds {len(phase.touchpoints)} of the {total} touchpoints",
                "divide it in two, or look closer at what happens before and after",
            )
