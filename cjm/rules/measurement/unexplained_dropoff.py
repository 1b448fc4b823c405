"""The rule `unexplained-dropoff`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.model.entities import Journey, Touchpoint
from cjm.rules.measurement._shared import measurements


@rule(Severity.WARNING)
def unexplained_dropoff(journey: Journey, *, most: float = 0.2) -> Iterator[Problem]:
    """
    More than a fifth of the customers drop off, and no pain says why.

    A high drop-off is where a journey asks to be looked at first; the figure says
    that something is wrong, a pain says what. For the drop-off of a phase, a pain
    at any of its touchpoints explains it. `most` is an option, as a share. (Steps
    with a high drop-off come first: Marloes de Bruin, Digital Power, 2018.)

    Bad:

        phases:
          - name: Ordering
            touchpoints:
              - name: Makes an account
                metrics: {dropoff: 31%}

    Good:

        phases:
          - name: Ordering
            touchpoints:
              - name: Makes an account
                pain: No way to order without an account
                metrics: {dropoff: 31%}
    """
    for thing, metric, measured in measurements(journey):
        value = measured.value
        if metric != "dropoff" or value.form != "ratio" or value.value <= most:
            continue
        points = (thing,) if isinstance(thing, Touchpoint) else thing.touchpoints
        if not any(point.pains or "pains" in point.origin.failed for point in points):
            yield Problem(
                thing,
                "value",
                f"{value} drop off at {thing.name!r}, and no pain says why",
                "find out what makes them leave, and write it under `pains:`",
                part=measured,
            )
