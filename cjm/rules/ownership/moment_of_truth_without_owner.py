"""The rule `moment-of-truth-without-owner`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.measures import responsible
from cjm.model.entities import Journey


@rule(Severity.WARNING)
def moment_of_truth_without_owner(journey: Journey) -> Iterator[Problem]:
    """
    A moment of truth has no owner, neither its own nor its phase's.

    The journey turns on these few moments. One that nobody answers for stays as
    it is, however many people have seen it on the map.

    Bad:

        phases:
          - name: Delivery
            touchpoints:
              - name: The parcel is late
                moment_of_truth: The first promise is broken

    Good:

        phases:
          - name: Delivery
            touchpoints:
              - name: The parcel is late
                moment_of_truth: The first promise is broken
                owner: Logistics
    """
    for phase in journey.phases:
        for touchpoint in phase.touchpoints:
            said = "owner" in touchpoint.origin.failed | phase.origin.failed
            if touchpoint.moment_of_truth is not None and not responsible(phase, touchpoint) and not said:
                yield Problem(
                    touchpoint,
                    "moment_of_truth",
                    f"nobody owns the moment of truth {touchpoint.name!r}",
                    "name a department with `owner:` here or at its phase",
                )
