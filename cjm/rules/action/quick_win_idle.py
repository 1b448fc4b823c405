"""The rule `quick-win-idle`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.model.entities import Journey


@rule(Severity.INFO)
def quick_win_idle(journey: Journey, *, impact: int = 4, effort: int = 2) -> Iterator[Problem]:
    """
    An opportunity gives much and costs little, and is still an idea.

    Impact 4 or more for effort 2 or less: such things are the first to do, and a map
    that leads to one of them soon is believed the next time. Both figures are
    options. (The corner of every impact–effort chart that is called quick wins.)

    Bad:

        phases:
          - name: Admission
            touchpoints:
              - name: Waits for a bed
                opportunity: {text: Say every hour how long it will be, impact: 5, effort: 1}

    Good:

        phases:
          - name: Admission
            touchpoints:
              - name: Waits for a bed
                opportunity:
                  {text: Say every hour how long it will be, impact: 5, effort: 1, status: doing}
    """
    for touchpoint in journey.touchpoints:
        for found in touchpoint.opportunities:
            if found.status != "idea" or "status" in found.origin.failed:
                continue
            if found.impact is None or found.effort is None:
                continue
            if found.impact >= impact and found.effort <= effort:
                yield Problem(
                    touchpoint,
                    "text",
                    f"opportunity {found.text!r} has impact {found.impact} for effort {found.effort}, "
                    "and is still an idea",
                    "find an `owner:` for it and write `status: planned`, or say why not and drop it",
                    part=found,
                )
