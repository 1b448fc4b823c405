"""The rule `opportunity-without-estimate`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.model.entities import Journey


@rule(Severity.INFO)
def opportunity_without_estimate(journey: Journey) -> Iterator[Problem]:
    """
    An opportunity is planned or under way, and nobody said what it gives or costs.

    Without both figures it can't be weighed against the others, and what is done
    first is what was said loudest. A guess from 1 to 5, made together, will do. An
    idea may still go without. (Nielsen Norman Group sorts what comes out of a map
    by impact and effort.)

    Bad:

        phases:
          - name: Paying
            touchpoints:
              - name: Waits in the queue
                opportunity:
                  text: Open a second till at noon
                  status: planned
                  impact: 4

    Good:

        phases:
          - name: Paying
            touchpoints:
              - name: Waits in the queue
                opportunity:
                  text: Open a second till at noon
                  status: planned
                  impact: 4
                  effort: 2
    """
    for touchpoint in journey.touchpoints:
        for opportunity in touchpoint.opportunities:
            missing = [
                key
                for key in ("impact", "effort")
                if getattr(opportunity, key) is None and not opportunity.wrote(key)
            ]
            if opportunity.status in ("planned", "doing") and missing:
                yield Problem(
                    touchpoint,
                    "status",
                    f"opportunity {opportunity.text!r} is {opportunity.status} without an estimate "
                    f"of its {' and '.join(missing)}",
                    f"say from 1 to 5 what you think, with {' and '.join(f'`{key}:`' for key in missing)}",
                    part=opportunity,
                )
