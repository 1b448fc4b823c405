"""The rule `buyer-journey-posing-as-customer-journey`."""

from collections.abc import Iterator

from cjm.diagnostics import Related, Severity
from cjm.lint import Problem, rule
from cjm.model.entities import Journey, Phase
from cjm.model.frameworks.lifecycle import FIVE_PHASE
from cjm.project import Project

_STAGES = [stage.id for stage in FIVE_PHASE.stages]
_DECISION = _STAGES.index("decision")


@rule(Severity.WARNING)
def buyer_journey_posing_as_customer_journey(journey: Journey, *, project: Project) -> Iterator[Problem]:
    """
    A customer journey stops at the decision.

    With the purchase the buying ends and being a customer begins: the parcel, the
    first bill, the question at nine in the evening. A map of five phases that has
    only the first three is a buyer's journey, which is a fine thing to draw, under
    its own name. (The difference is the craft's: the buyer's journey is the first
    part of the customer's.) Without a framework, phases count by names such as
    Decision or Purchase.

    Bad:

        framework: five-phase
        phases:
          - {name: Seeing it, stage: awareness, touchpoints: [Passes the window]}
          - {name: Comparing, stage: consideration, touchpoints: [Tries another brand]}
          - {name: Buying, stage: decision, touchpoints: [Pays at the till]}

    Good:

        framework: buyers-journey
        kind: buyer
        phases:
          - {name: Seeing it, stage: awareness, touchpoints: [Passes the window]}
          - {name: Comparing, stage: consideration, touchpoints: [Tries another brand]}
          - {name: Buying, stage: decision, touchpoints: [Pays at the till]}
    """
    mine = journey.framework in ("", "five-phase", "buyers-journey")
    if journey.kind != "customer" or not mine or journey.framework in project.frameworks:
        return
    stages = [_reached(phase) for phase in journey.phases]
    known = {stage for stage in stages if stage is not None}
    if stages[-1:] != [_DECISION] or len(known) < 2 or max(known) > _DECISION:
        return
    last = journey.phases[-1]
    place = last.at("stage" if last.wrote("stage") else "name")
    yield Problem(
        journey,
        next((key for key in ("kind", "framework") if journey.wrote(key)), "title"),
        f"this customer journey stops at the decision, {last.name!r}",
        "go on with what follows the purchase, or say `kind: buyer`",
        (Related("nothing comes after this", last.origin.path, place),),
    )


def _reached(phase: Phase) -> int | None:
    """Which of the five phases this is, by its stage or else by its name."""
    stage = FIVE_PHASE.stage(phase.stage or phase.name)
    return _STAGES.index(stage.id) if stage else None
