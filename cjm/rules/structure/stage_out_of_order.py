"""The rule `stage-out-of-order`."""

from collections.abc import Iterator
from itertools import pairwise

from cjm.diagnostics import Order, Related, Severity
from cjm.lint import Problem, rule
from cjm.model.entities import Journey, Phase
from cjm.project import Project
from cjm.rules.structure._shared import Staged, staged


@rule(Severity.WARNING)
def stage_out_of_order(journey: Journey, *, project: Project) -> Iterator[Problem]:
    """
    A phase's stage comes before that of the phase above it.

    Phases stand in the customer's order, and so do the stages of a framework.
    Where they differ, a phase has the wrong stage, or the organisation's order
    has slipped in. Several phases may share a stage; a framework that goes round,
    such as the flywheel, may be entered anywhere. (The craft's phase models.)

    Bad:

        framework: service-periods
        phases:
          - {name: At the counter, stage: during}
          - {name: Making an appointment, stage: before}
          - {name: Back home, stage: after}

    Good:

        framework: service-periods
        phases:
          - {name: Making an appointment, stage: before}
          - {name: At the counter, stage: during}
          - {name: Back home, stage: after}
    """
    found = staged(journey, project)
    if found is None:
        return
    known = [(phase, position) for phase, position in found.phases if position is not None]
    back = [(above, below) for above, below in pairwise(known) if below[1] < above[1]]
    if found.cyclic and len(back) == 1 and known[-1][1] <= known[0][1]:
        return
    order = _in_order(found)
    for number, ((above, later), (below, earlier)) in enumerate(back):
        stage, other = found.stages[earlier], found.stages[later]
        yield Problem(
            below,
            _key(below),
            f"the stage {stage!r} comes after {other!r}",
            f"in {found.framework} it comes before: move the phase, or name another `stage:`",
            (Related(f"{other!r} is here", above.origin.path, above.at(_key(above))),),
            guess=None if number else order,  # it mends them all
        )


def _in_order(found: Staged) -> Order:
    """The phases by stage; one without stays behind the one above it, a circle starts where it does."""
    first = next((position for _, position in found.phases if position is not None), 0)
    placed, last = [], -1
    for phase, position in found.phases:
        if position is not None:
            last = (position - first) % len(found.stages) if found.cyclic else position
        placed.append((last, phase.origin.span))
    return Order(tuple(span for _, span in sorted(placed, key=lambda pair: pair[0])))


def _key(phase: Phase) -> str:
    return "stage" if phase.wrote("stage") else "name"
