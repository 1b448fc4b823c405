"""The rule `unreachable-touchpoint`."""

from collections.abc import Iterator

from cjm.diagnostics import Related, Severity
from cjm.lint import Problem, rule
from cjm.model.entities import Journey
from cjm.rules.structure._shared import flood, turned, ways


@rule(Severity.WARNING)
def unreachable_touchpoint(journey: Journey) -> Iterator[Problem]:
    """
    Nothing leads to a touchpoint.

    Whoever follows the ways from the first touchpoint never comes here, so on this
    map nobody does. Where several hang together, it is said of the one that starts
    them. (TheyDo; the Government Digital Service walks every way of a service.)

    Bad:

        phases:
          - name: The parcel
            touchpoints:
              - {id: bell, name: The courier rings, next: unpack}
              - {id: pick-up, name: Collects it at the newsagent}
              - {id: unpack, name: Opens the box}

    Good:

        phases:
          - name: The parcel
            touchpoints:
              - {id: bell, name: The courier rings, next: [unpack, pick-up]}
              - {id: pick-up, name: Collects it at the newsagent}
              - {id: unpack, name: Opens the box}
    """
    points, onward = journey.touchpoints, ways(journey)
    if onward is None or not points:
        return
    for position, targets in enumerate(onward[:-1]):
        if not targets:  # a dead end, which is told of as one
            onward[position] = (position + 1,)
    reached: set[int] = set()
    flood([0], onward, reached)
    leading = turned(onward)
    alone = [position for position in range(len(points)) if set(leading[position]) <= {position}]
    for position in (*alone, *range(len(points))):  # then rings, which nothing starts
        if position in reached:
            continue
        flood([position], onward, reached)
        point, before = points[position], points[position - 1]
        related = (
            Related("the touchpoint before it leads elsewhere", before.origin.path, before.at("next")),
        )
        yield Problem(
            point,
            "name",
            f"nothing leads to touchpoint {point.name!r}",
            f"name {point.id!r} in the `next:` of the touchpoint that comes before it, or take it out",
            related if before.next is not None else (),
        )
