"""The engine's JSON → a `Layout` a graph."""

import math
from typing import Any

import msgspec

from cjm.errors import MissingTool
from cjm.layout.curve import Point
from cjm.layout.scene import Area


class Layout(msgspec.Struct, frozen=True):
    """What the engine said of one row, y downwards: boxes and signs, phases, ways with their labels."""

    nodes: dict[str, Point]
    clusters: list[Area]
    routes: dict[int, tuple[list[Point], Point | None]]


def layouts(engine_json: bytes, count: int) -> list[Layout]:
    """What an engine said of so many graphs, a JSON text each. Raises `MissingTool` where it is no layout."""
    texts = engine_json.replace(b"\r\n", b"\n").split(b"\n}\n{")
    if len(texts) != count:
        raise no_layout()
    try:
        return [_read(text) for text in texts]
    except (ValueError, KeyError, TypeError, AttributeError):  # msgspec.DecodeError is a ValueError
        raise no_layout() from None


def no_layout() -> MissingTool:
    """What to raise where the engine said no layout of what it was asked for."""
    help = "choose another with --engine, or leave the flow out with --view map -f svg"
    return MissingTool("the Graphviz engine answered something that is no layout", help)


def _read(text: bytes) -> Layout:
    found: dict[str, Any] = msgspec.json.decode(
        b"{" + text.strip().removeprefix(b"{").removesuffix(b"}") + b"}"
    )
    nodes: dict[str, Point] = {}
    clusters = []
    for thing in found.get("objects", ()):
        if "bb" in thing:
            left, bottom, right, top = _numbers(thing["bb"])
            clusters.append((int(thing["name"].removeprefix("cluster_")), Area(left, -top, right, -bottom)))
        elif "pos" in thing:
            nodes[thing["name"]] = _point(thing["pos"])
    routes = {}
    for edge in found.get("edges", ()):
        if "id" in edge and "pos" in edge:
            lp = _point(edge["lp"]) if "lp" in edge else None
            routes[int(edge["id"])] = (_spline(edge["pos"]), lp)
    return Layout(nodes, [area for _, area in sorted(clusters)], dict(sorted(routes.items())))


def _point(text: str) -> Point:
    x, y = _numbers(text)[:2]
    return x, -y


def _numbers(text: str) -> list[float]:
    numbers = [float(value) for value in text.split(",")]
    if not math.isfinite(sum(numbers)):
        raise ValueError
    return numbers


def _spline(text: str) -> list[Point]:
    """Start, then three points a segment; an arrow's end point (`e,x,y`) closes it."""
    points, end = [], None
    for part in text.split():
        if part.startswith(("e,", "s,")):
            end = _point(part[2:]) if part[0] == "e" else end
        else:
            points.append(_point(part))
    if len(points) < 4:
        raise ValueError
    return [*points, end, end, end] if end is not None else points
