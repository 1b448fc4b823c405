"""What a layout hands to a renderer: numbers and texts, no medium.

Lengths are SVG user units (CSS px at 100 %). Colours are names of theme tokens.
Everything in a group is placed relative to it, so that one taller row moves one
number in the output, not all of them.
"""

from collections.abc import Iterable, Iterator
from typing import ClassVar

import msgspec


class Area(msgspec.Struct, frozen=True, gc=False):
    """A part of a drawing by its edges, y downwards."""

    left: float
    top: float
    right: float
    bottom: float


class Paint(msgspec.Struct, frozen=True, gc=False):
    """Fill and stroke by token; `dash` in lengths on and off."""

    fill: str = ""
    stroke: str = ""
    width: float = 0
    dash: str = ""
    cap: str = ""


class Rect(msgspec.Struct, frozen=True, gc=False):
    """A rectangle, with corners of `radius`."""

    kind: ClassVar[str] = "rect"
    x: float
    y: float
    width: float
    height: float
    paint: Paint
    radius: float = 0
    hook: str = ""


class Circle(msgspec.Struct, frozen=True, gc=False):
    """A circle round its centre."""

    kind: ClassVar[str] = "circle"
    x: float
    y: float
    radius: float
    paint: Paint
    hook: str = ""


class Path(msgspec.Struct, frozen=True, gc=False):
    """SVG path data; moved to (x, y) and scaled, for glyphs drawn round their own origin."""

    kind: ClassVar[str] = "path"
    data: str
    paint: Paint
    x: float = 0
    y: float = 0
    scale: float = 1


class Words(msgspec.Struct, frozen=True, gc=False):
    """Lines of text: the first baseline at (x, y), then one every `leading`."""

    kind: ClassVar[str] = "words"
    x: float
    y: float
    lines: tuple[str, ...]
    size: float
    leading: float = 0
    fill: str = "ink"
    bold: bool = False
    italic: bool = False
    anchor: str = ""
    tracking: float = 0


class Group(msgspec.Struct, frozen=True):
    """Shapes at (x, y); `clip` cuts them to (x, y, width, height) in the group's own units.

    `title` is read out and shown on hovering; `hook` names it for the page's script
    and style, `target` is the id of the touchpoint that it belongs to, and with
    `link` leads to; `url` is the page of another journey, which only a page leads to.
    """

    kind: ClassVar[str] = "group"
    items: "tuple[Shape, ...]"
    x: float = 0
    y: float = 0
    id: str = ""
    title: str = ""
    clip: tuple[float, float, float, float] | None = None
    hook: str = ""
    target: str = ""
    link: bool = False
    url: str = ""


Shape = Rect | Circle | Path | Words | Group


class Scene(msgspec.Struct, frozen=True):
    """A drawing of a certain size."""

    width: float
    height: float
    items: tuple[Shape, ...]


def lines(items: Iterable[Shape]) -> Iterator[str]:
    """Every line of text among shapes."""
    for shape in items:
        if isinstance(shape, Words):
            yield from shape.lines
        elif isinstance(shape, Group):
            yield from lines(shape.items)
