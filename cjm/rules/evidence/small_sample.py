"""The rule `small-sample`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.model.entities import Journey
from cjm.model.identity import called
from cjm.rules.evidence._shared import sources


@rule(Severity.INFO, preset="strict")
def small_sample(
    journey: Journey, *, least: int = 5, kinds: tuple[str, ...] = ("interview", "usability-test")
) -> Iterator[Problem]:
    """
    Interviews or tests were held with fewer than five people.

    With two or three people one unusual customer colours the whole map. From about
    five on the same things begin to come back, which is also where Jakob Nielsen
    puts a test's best return (Nielsen Norman Group, 2000). `least` and the `kinds`
    it holds for are options; a source that doesn't say how many took part is left
    alone. A finding stands where the source is declared.

    Bad:

        evidence:
          - {id: talks, kind: interview, participants: 3}
        phases:
          - name: Admission
            evidence: talks
            touchpoints: [Waits for a bed]

    Good:

        evidence:
          - {id: talks, kind: interview, participants: 8}
        phases:
          - name: Admission
            evidence: talks
            touchpoints: [Waits for a bed]
    """
    for source in sources(journey):
        if source.kind in kinds and source.participants is not None and source.participants < least:
            yield Problem(
                source,
                "participants",
                f"{source.kind} {(called(source) or source.id)!r} had {source.participants} participants, "
                f"fewer than {least}",
                "ask a few more people, and write the new number at `participants:`",
            )
