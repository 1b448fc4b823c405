"""The rule `touchpoint-list-only`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.model.entities import Journey

_NAMES = frozenset({"name", "id", "was"})


@rule(Severity.WARNING)
def touchpoint_list_only(journey: Journey) -> Iterator[Problem]:
    """
    The touchpoints have names and nothing else.

    That is a list of contacts, and a fine way to begin. It becomes a journey map
    with what the customer does, thinks and feels at each of them. It is said once,
    and then no channel, thought or evidence is asked for. (The public services'
    school of customer experience: a process isn't an experience.)

    Bad:

        phases:
          - name: At the town hall
            touchpoints: [Draws a number, Waits, Hands in the old passport]

    Good:

        phases:
          - name: At the town hall
            touchpoints:
              - Draws a number
              - name: Waits
                channel: counter
                thought: Did they skip me?
                emotion: -1
              - Hands in the old passport
    """
    points = journey.touchpoints
    if points and all(point.origin.keys.keys() <= _NAMES for point in points):
        counted = "the one touchpoint has" if len(points) == 1 else f"the {len(points)} touchpoints have"
        yield Problem(
            journey,
            "title",
            f"{counted} nothing but a name",
            "say of each what the customer does with `action:`, where with `channel:`, and how it feels "
            "with `emotion:`",
        )
