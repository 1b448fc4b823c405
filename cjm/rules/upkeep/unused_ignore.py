"""The rule `unused-ignore`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.model.entities import Journey


@rule(Severity.WARNING)
def unused_ignore(journey: Journey) -> Iterator[Problem]:
    """
    A comment silences a rule that has nothing to say there, or that doesn't exist.

    Such a comment is left over from what was mended since, or has a typo in it. The
    day the mistake comes back, it would hide it. Names of rules that didn't run
    aren't looked at.

    Bad:

        phases:
          - name: Decision
            owner: Sales  # cjm: ignore[phase-without-owner] settled in May
            touchpoints: [Orders online]

    Good:

        phases:
          - name: Decision  # cjm: ignore[phase-without-owner] settled in May
            touchpoints: [Orders online]
    """
    # The linter finds these itself, for it alone knows what was silenced.
    yield from ()
