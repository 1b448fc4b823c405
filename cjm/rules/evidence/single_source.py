"""The rule `single-source`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.model.entities import Journey
from cjm.model.identity import called
from cjm.rules.evidence._shared import sources


@rule(Severity.INFO, preset="strict", yields_to=("staff-view-only",))
def single_source(journey: Journey) -> Iterator[Problem]:
    """
    A journey rests on one method only.

    Interviews tell why and not how often, analytics how often and not why; each
    method is blind somewhere. Two that agree carry more than one that was used
    twice, so that several sources of one kind are still one method. Assumptions
    don't count. (Nick Babich advises to mix methods.)

    Bad:

        evidence:
          - {id: talks, kind: interview}
        phases:
          - name: Admission
            evidence: talks
            touchpoints: [Waits for a bed]

    Good:

        evidence:
          - {id: talks, kind: interview}
          - {id: ward-log, kind: analytics}
        phases:
          - name: Admission
            evidence: [talks, ward-log]
            touchpoints: [Waits for a bed]
    """
    if "evidence" in journey.origin.failed:
        return
    found = [source for source in sources(journey) if source.kind != "assumption"]
    methods = {source.kind or source.id for source in found}
    if len(methods) == 1:
        kind = found[0].kind
        said = kind or called(found[0]) or found[0].id
        yield Problem(
            journey,
            "evidence" if journey.wrote("evidence") else "title",
            f"the whole map rests on one {'method' if kind else 'source'}, {said!r}",
            "look at it in another way too (figures beside talks, talks beside figures), "
            "and declare that under `evidence:`",
        )
