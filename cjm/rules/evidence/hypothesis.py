"""The rule `hypothesis`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.measures import evidence_of, is_hypothesis
from cjm.model.entities import Journey


@rule(Severity.INFO, yields_to=("touchpoint-list-only",))
def hypothesis(journey: Journey) -> Iterator[Problem]:
    """
    A touchpoint rests on an assumption, or on nothing at all.

    A map that was made round a table is a set of hypotheses; that is a fine way
    to begin, as long as everybody can see which parts nobody has checked. They are
    drawn with a dashed line. (Kerry Bodine calls such maps assumption maps.) In a
    file that names no evidence at all, this rule has nothing to compare with and
    is silent.

    Bad:

        evidence:
          - {id: interviews, kind: interview}
        phases:
          - name: Orientation
            touchpoints:
              - name: Sees the jacket online
                channel: website

    Good:

        evidence:
          - {id: interviews, kind: interview}
        phases:
          - name: Orientation
            touchpoints:
              - name: Sees the jacket online
                channel: website
                evidence: interviews
    """
    for phase in journey.phases:
        for touchpoint in phase.touchpoints:
            if is_hypothesis(phase, touchpoint, journey):
                on = "an assumption" if evidence_of(phase, touchpoint, journey) else "nothing"
                yield Problem(
                    touchpoint,
                    "evidence" if touchpoint.wrote("evidence") else "name",
                    f"touchpoint {touchpoint.name!r} rests on {on}",
                    "check it with an interview, an observation or data, and name that under `evidence:`",
                )
