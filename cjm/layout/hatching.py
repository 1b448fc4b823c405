"""Departments in greys: a hatch each, so that two greys that look alike are still told apart.

In: the shapes of a scene. Out: the same, with lines over every rectangle in a department's
colour or tint. Lines are cut to it here: patterns and clips differ between viewers.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from msgspec.structs import replace

from cjm.layout.curve import number
from cjm.layout.scene import Group, Paint, Path, Rect, Shape

_DEPARTMENT = re.compile(r"d([0-9]+)(_t)?")
_NARROWEST = 8.0  # the edge of a band is a line itself
_MOST = 500  # lines in one rectangle
# Upright, level and falling lines, by slot; the first slot has none. Rising ones mean that something
# is missing. `templates/themes/hatched.css` draws the same on a page.
KINDS = ("", "|", "-", "\\", "-|", "\\|", "\\-", "\\-|")


def hatched(shapes: Iterable[Shape]) -> tuple[Shape, ...]:
    """The shapes, hatched."""
    return tuple(_each(shapes))


def _each(shapes: Iterable[Shape]) -> Iterator[Shape]:
    for shape in shapes:
        if isinstance(shape, Group):
            yield replace(shape, items=hatched(shape.items))
            continue
        yield shape
        if isinstance(shape, Rect) and shape.width >= _NARROWEST:
            found = _DEPARTMENT.fullmatch(shape.paint.fill)
            if found and (kind := KINDS[int(found[1]) % len(KINDS)]):
                tinted = found[2] is not None
                step, stroke, width = (9.0, "line2", 1.0) if tinted else (4.0, "paper", 1.1)
                data = "".join(part for sign in kind for part in islice(_lines(shape, sign, step), _MOST))
                yield Path(data, Paint("none", stroke, width))


def _lines(box: Rect, sign: str, step: float) -> Iterator[str]:
    """Lines of one direction across a box, as path data."""
    x, y, wide, tall = box.x, box.y, box.width, box.height
    if sign in "-|":
        long = tall if sign == "-" else wide
        at = step / 2
        while at < long:
            a = f"M{number(x)} {number(y + at)}H{number(x + wide)}"
            b = f"M{number(x + at)} {number(y)}V{number(y + tall)}"
            yield a if sign == "-" else b
            at += step
        return
    at = step / 2 - tall
    while at < wide:
        # From (at, top) to (at + tall, bottom), cut at the sides.
        first, last = max(at, 0.0), min(at + tall, wide)
        if last > first:
            start, end = number(y + first - at), number(y + last - at)
            yield f"M{number(x + first)} {start}L{number(x + last)} {end}"
        at += step * 1.4
