"""Scenes as tests look at them: journeys, their boards, and where every text stands."""

import re
from collections.abc import Iterator

from cjm import pipeline
from cjm.board.arrange import arrange
from cjm.board.sheet import Board
from cjm.layout.scene import Group, Paint, Path, Scene, Shape, Words
from cjm.layout.systems import MARGIN
from cjm.source import Source
from cjm.theme.metrics import width

# A line between lanes starts at the margin.
_HAIRLINE = Paint("none", "line", 1)
_LANE_LINE = re.compile(rf"M{MARGIN:g} (-?[\d.]+)H[\d.]+")

SHOPPING = "examples/shopping-day/shopping-day.cjm.yaml"


def board(text: str, *views: str, settings: str = "") -> Board:
    """The board of a journey without libraries, with what these views need."""
    source = Source("x.cjm.yaml", text)
    config = Source("cjm.yaml", settings) if settings else None
    checked = pipeline.check(pipeline.Workspace(".", config, (source,)), lambda _folder, _target: "")
    assert not checked.diagnostics, [found.message for found in checked.diagnostics]
    journey = checked.project.journeys[0]
    return arrange(journey, pipeline.lint(checked, journey), views=views)


def shopping() -> str:
    """The text of the shopping day."""
    with open(SHOPPING, encoding="utf-8") as file:
        return file.read()


def journey(touchpoints: int, phases: int = 1, extra: str = "") -> str:
    """A journey of so many touchpoints in each of its phases."""
    rows = "".join(
        f"  - name: Phase {phase}\n    owner: Sales\n    touchpoints:\n"
        + "".join(
            f"      - {{name: Touchpoint {n}, channel: store, emotion: {(n * 7) % 5 - 2}{extra}}}\n"
            for n in range(touchpoints)
        )
        for phase in range(phases)
    )
    return f"journey: Title\nphases:\n{rows}"


def flat(items: tuple[Shape, ...], x: float = 0, y: float = 0) -> Iterator[tuple[Shape, float, float]]:
    """Every shape that isn't a group, and where its group is."""
    for item in items:
        if isinstance(item, Group):
            yield from flat(item.items, x + item.x, y + item.y)
        else:
            yield item, x, y


def texts(scene: Scene) -> list[tuple[float, float, float, float, str]]:
    """Left, top, right, bottom and text of every line."""
    boxes = []
    for item, x, y in flat(scene.items):
        if isinstance(item, Words):
            for n, line in enumerate(item.lines):
                wide = width(line, item.size, item.bold, item.italic)
                left = x + item.x - (wide if item.anchor == "end" else wide / 2 if item.anchor else 0)
                base = y + item.y + n * item.leading
                boxes.append((left, base - item.size * 0.72, left + wide, base + item.size * 0.2, line))
    return boxes


def assert_readable(scene: Scene) -> None:
    """No text leaves the sheet, runs into another, is struck through by a lane's line or is too small."""
    boxes = texts(scene)
    for left, top, right, bottom, line in boxes:
        assert left >= 0, line
        assert top >= 0, line
        assert right <= scene.width, line
        assert bottom <= scene.height, line
    for n, (left, top, right, bottom, line) in enumerate(boxes):
        for other_left, other_top, other_right, other_bottom, other in boxes[n + 1 :]:
            apart = right <= other_left or other_right <= left or bottom <= other_top or other_bottom <= top
            assert apart, f"{line!r} runs into {other!r}"
    for item, _, _ in flat(scene.items):
        if isinstance(item, Words) and len(item.lines[0]) > 1:
            assert item.size >= 12.5, item.lines
    rules = [
        y + item.y + float(line[1])
        for item, _, y in flat(scene.items)
        if isinstance(item, Path) and item.paint == _HAIRLINE and (line := _LANE_LINE.fullmatch(item.data))
    ]
    for _, top, _, bottom, line in boxes:
        assert not any(top < y < bottom for y in rules), f"a line runs through {line!r}"
