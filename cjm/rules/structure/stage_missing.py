"""The rule `stage-missing`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.grammar.binder import listing
from cjm.lint import Problem, rule
from cjm.model.entities import Journey
from cjm.project import Project
from cjm.rules.structure._shared import staged


@rule(Severity.WARNING, yields_to=("buyer-journey-posing-as-customer-journey", "stage-unknown"))
def stage_missing(journey: Journey, *, project: Project) -> Iterator[Problem]:
    """
    No phase covers a stage of the framework.

    A framework is a promise to look at all of its stages. The one that is missing
    is mostly the one that no department has in its plans, and customers go through
    it all the same. A phase covers the stage that it names, or is called after.
    (The craft's phase models.)

    Bad:

        framework: service-periods
        phases:
          - {name: Looking forward, stage: before}
          - {name: The concert, stage: during}

    Good:

        framework: service-periods
        phases:
          - {name: Looking forward, stage: before}
          - {name: The concert, stage: during}
          - {name: The way home, stage: after}
    """
    found = staged(journey, project)
    if found is None or "phases" in journey.origin.failed:
        return
    covered = {position for _, position in found.phases}
    if covered <= {None}:
        message = f"no phase says which stage of {found.framework} it is"
        yield Problem(journey, "framework", message, f"give each its `stage:`: {listing(found.stages)}")
        return
    for position, stage in enumerate(found.stages):
        if position not in covered:
            yield Problem(
                journey,
                "framework",
                f"no phase covers the stage {stage!r} of {found.framework}",
                f"add what happens in it, or say `stage: {stage}` at the phase that covers it",
            )
