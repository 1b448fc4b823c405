"""The rule `shares-incomplete`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.model.entities import Journey


@rule(Severity.INFO, preset="recommended")
def shares_incomplete(journey: Journey) -> Iterator[Problem]:
    """
    The shares of customers that go each way don't add up to all of them.

    Those who are missing went somewhere: mostly away, and they are the ones whose
    way is worth knowing. A rounding of half a percent per way is let pass. (The
    craft's practice: branches are counted, and so are those who leave.)

    Bad:

        phases:
          - name: Paying
            touchpoints:
              - name: Is asked to sign up
                next:
                  - {to: pay, when: signs up, share: 70%}
              - {id: pay, name: Pays}

    Good:

        phases:
          - name: Paying
            touchpoints:
              - name: Is asked to sign up
                next:
                  - {to: pay, when: signs up, share: 70%}
                  - {to: end, when: closes the page, share: 30%}
              - {id: pay, name: Pays}
    """
    for touchpoint in journey.touchpoints:
        branches = touchpoint.next or ()
        shares = [branch.share for branch in branches if branch.share is not None]
        left = round(1 - sum(shares), 6)
        if not shares or left <= 0.005 * len(branches) or "next" in touchpoint.origin.failed:
            continue
        rest = f"{left * 100:.3g}%"
        silent = len(branches) - len(shares)
        yield Problem(
            touchpoint,
            "next",
            f"the shares from {touchpoint.name!r} add to {sum(shares) * 100:.3g}%",
            f"divide the other {rest} over the ways without a `share:`"
            if silent
            else f"add the way that the other {rest} take, such as `end`",
        )
