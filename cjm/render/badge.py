"""A label and a value → a small flat badge, for a README or an intranet page.

In: two short texts and how good the value is. Out: an SVG file in the light colours
of the theme, as wide as its texts.
"""

from typing import Literal

from cjm.layout.curve import number
from cjm.templating import template
from cjm.theme.metrics import width
from cjm.theme.tokens import DEFAULT, Theme

Grade = Literal["all", "some", "none", "nothing"]

HEIGHT = 22
_PAD = 8
_RADIUS = 4

# The token behind the value; the value itself stands in `on`. Of what isn't there at
# all (`nothing`) a badge says neither good nor bad.
GRADES: dict[Grade, str] = {"all": "pos", "some": "warn", "none": "neg", "nothing": "ink3"}


def badge(label: str, value: str, grade: Grade, theme: Theme = DEFAULT) -> str:
    """The whole file; what it says stands in its `title` too."""
    size = theme.sizes["note"].px
    left = width(label, size) + 2 * _PAD
    right = width(value, size, bold=True) + 2 * _PAD
    return template("badge.svg.j2").render(
        label=label,
        value=value,
        whole=number(left + right),
        height=HEIGHT,
        radius=_RADIUS,
        inner=number(left + right - 1),
        inner_height=HEIGHT - 1,
        shape=_right_end(left, left + right),
        label_at=_PAD,
        value_at=number(left + _PAD),
        # Half the height of a capital below the middle.
        baseline=number(HEIGHT / 2 + size * 0.36),
        size=f"{size:g}",
        font=theme.font.replace('"', "'"),
        colours=theme.light,
        behind=theme.light[GRADES[grade]],
    )


def _right_end(start: float, end: float) -> str:
    """The path of the value's field, with two round corners.

    Not a clipped rectangle: a clip needs an id, and a page may hold two badges.
    """
    arc = f"a{_RADIUS} {_RADIUS} 0 0 1"
    top = f"M{number(start)} 0H{number(end - _RADIUS)}{arc} {_RADIUS} {_RADIUS}"
    return f"{top}V{HEIGHT - _RADIUS}{arc} -{_RADIUS} {_RADIUS}H{number(start)}z"
