"""A journey's curve in small: on −2…+2 for all, so that one compares with another.

Lengths are whole numbers on a sheet of 600 × 156, drawn at half its size: a page has a thousand of them.
"""

from itertools import groupby, pairwise

from cjm.board.portfolio.shape import Spark
from cjm.layout.curve import Segment, segments

_WIDE, _TALL, _MIDDLE, _STEP, _MARGIN, _MARK = 600, 156, 78, 32, 20, 30


def spark(found: Spark) -> str:
    """The drawing, which refers to the signs of moments; what matters of it stands in words beside it."""
    between = (_WIDE - 2 * _MARGIN) / max(len(found.scores) - 1, 1)
    places = [
        (place, _MARGIN + place * between, _MIDDLE - _STEP * score)
        for place, score in enumerate(found.scores)
        if score is not None
    ]
    # Neighbours in the line are neighbours in the journey: what has no score interrupts it.
    runs = [
        [place for _, place in run]
        for _, run in groupby(enumerate(places), lambda each: each[1][0] - each[0])
    ]
    ticks = "".join(f"M{round(_MARGIN + (place - 0.5) * between)} {_MIDDLE - 8}v16" for place in found.ticks)
    parts = [f'<path class="base" d="M0 {_MIDDLE}H{_WIDE}{ticks}"/>']
    lines = [(run, segments([(x, y) for _, x, y in run])) for run in runs]
    parts += [f'<path class="area" d="{_area(bent)}"/>' for _, bent in lines if bent]
    for run, bent in lines:
        dashed = [a[0] in found.assumed or b[0] in found.assumed for a, b in pairwise(run)]
        for is_dashed, some in groupby(zip(dashed, bent, strict=True), lambda each: each[0]):
            parts.append(
                f'<path class="line{" dashed" * is_dashed}" d="{_line([each[1] for each in some])}"/>'
            )
        if not bent:
            parts.append(f'<circle class="end" cx="{round(run[0][1])}" cy="{round(run[0][2])}" r="6"/>')
    parts += [_mark(found.impacts[place], x, y) for place, x, y in places if found.impacts[place]]
    if places and places[-1][0] == len(found.scores) - 1 and not found.impacts[-1]:
        parts.append(f'<circle class="end" cx="{round(places[-1][1])}" cy="{round(places[-1][2])}" r="7"/>')
    box = f'viewBox="0 0 {_WIDE} {_TALL}" width="{_WIDE // 2}" height="{_TALL // 2}"'
    return f'<svg class="spark" {box} aria-hidden="true">{"".join(parts)}</svg>'


def _mark(impact: int, x: float, y: float) -> str:
    name = f"moment-{'n' if impact < 0 else 'p'}"
    place = f'x="{round(x) - _MARK // 2}" y="{round(y) - _MARK // 2}" width="{_MARK}" height="{_MARK}"'
    return f'<use href="#s-{name}" {place}/>'


def _area(bent: list[Segment]) -> str:
    return f"M{round(bent[0].x0)} {_MIDDLE}V{round(bent[0].y0)}{_curves(bent)}V{_MIDDLE}Z"


def _line(bent: list[Segment]) -> str:
    return f"M{round(bent[0].x0)} {round(bent[0].y0)}{_curves(bent)}"


def _curves(bent: list[Segment]) -> str:
    """Each from where the last one ended; rounded from the start, so that errors don't add up."""
    steps: list[int] = []
    for each in bent:
        x, y, *others = map(round, each)
        steps += (length - (y if at % 2 else x) for at, length in enumerate(others))
    return "c" + " ".join(map(str, steps)).replace(" -", "-")
