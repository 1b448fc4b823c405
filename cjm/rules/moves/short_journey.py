"""The rule `short-journey`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.languages import folded
from cjm.lint import Problem, rule
from cjm.model.entities import Journey
from cjm.project import Project
from cjm.rules.moves._shared import stages


@rule(Severity.INFO)
def short_journey(journey: Journey, *, project: Project) -> Iterator[Problem]:
    """
    The first or the last stage of the framework has no touchpoint.

    The move `extend`: a journey begins before the first contact and goes on after
    the purchase. Just there lie touchpoints that nobody serves, and often the
    reason why the rest goes well or badly (Lucas). Without a `framework`, or where
    no phase names a stage of it, there is nothing to compare with.

    Bad:

        framework: service-periods
        phases:
          - name: Packing
            stage: before
            touchpoints: [Reserves a van]
          - name: The day itself
            stage: during
            touchpoints: [Drives the van]

    Good:

        framework: service-periods
        phases:
          - name: Packing
            stage: before
            touchpoints: [Reserves a van]
          - name: The day itself
            stage: during
            touchpoints: [Drives the van]
          - name: The week after
            stage: after
            touchpoints: [Has the deposit back]
    """
    known = stages(journey, project)
    staged = [(known.get(folded(phase.stage)), phase) for phase in journey.phases if phase.stage]
    named = {stage for stage, _ in staged if stage is not None}
    met = {stage for stage, phase in staged if phase.touchpoints or phase.wrote("touchpoints")}
    if not named or "phases" in journey.origin.failed:
        return
    order = list(dict.fromkeys(known.values()))
    for stage, end, ask in (
        (order[0], "first", "what customers do just before they come"),
        (order[-1], "last", "what customers do after they leave"),
    ):
        if stage not in met:
            yield Problem(
                journey,
                "framework",
                f"{stage!r}, the {end} of {len(order)} stages of {journey.framework!r}, has no touchpoint",
                f"extend the journey: ask {ask}, and draw it in a phase with `stage: {stage}`",
            )
