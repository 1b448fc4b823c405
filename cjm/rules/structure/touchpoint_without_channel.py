"""The rule `touchpoint-without-channel`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.model.entities import Journey


@rule(Severity.WARNING, yields_to=("touchpoint-list-only",))
def touchpoint_without_channel(journey: Journey) -> Iterator[Problem]:
    """
    A touchpoint has no channel.

    A touchpoint is a contact, and a contact takes place somewhere; without a
    channel nobody can find it in their own work. (The Customer Journey Modelling
    Language asks for a channel with every touchpoint.)

    Bad:

        phases:
          - name: Orientation
            touchpoints:
              - name: Sees the jacket
                emotion: 1

    Good:

        phases:
          - name: Orientation
            touchpoints:
              - name: Sees the jacket
                emotion: 1
                channel: website
    """
    for touchpoint in journey.touchpoints:
        if not touchpoint.channels and not touchpoint.wrote("channels"):
            yield Problem(
                touchpoint,
                "name",
                f"touchpoint {touchpoint.name!r} has no channel",
                "say where contact happens with `channel:`",
            )
