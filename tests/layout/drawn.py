"""One view of a journey as its layout places it."""

from collections.abc import Iterator

from cjm import pipeline
from cjm.board import arrange_blank as blank
from cjm.board.arrange import arrange
from cjm.layout import views, wheel
from cjm.layout.scene import Circle, Group, Path, Rect, Scene, Words
from cjm.source import Source

Leaf = Rect | Circle | Path | Words


def placed(view: str, text: str, *, inline: bool = False) -> Scene | str:
    """The scene, alone or within a page, or why there is none."""
    source = Source("x.cjm.yaml", text)
    checked = pipeline.check(pipeline.Workspace(".", None, (source,)), lambda _folder, _target: "")
    journey = checked.project.journeys[0]
    board = arrange(journey, pipeline.lint(checked, journey))
    if view == "sheet":
        board = blank.of_journey(board, journey, checked.project.frameworks)
    return wheel.inline(board) if inline else views.place(view, board)


def scene(view: str, text: str, *, inline: bool = False) -> Scene:
    """The scene, which there is."""
    found = placed(view, text, inline=inline)
    assert isinstance(found, Scene), found
    return found


def leaves(items: "Scene | Group", x: float = 0, y: float = 0) -> Iterator[tuple[Leaf, float, float]]:
    """Every shape, and where its group stands."""
    for item in items.items:
        if isinstance(item, Group):
            yield from leaves(item, x + item.x, y + item.y)
        else:
            yield item, x, y


def said(found: Scene) -> list[str]:
    """Every text, its lines joined."""
    return [" ".join(item.lines) for item, _, _ in leaves(found) if isinstance(item, Words)]
