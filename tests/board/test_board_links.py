"""Ways into other journeys on a sheet and in the flow, and what the rules make of them."""

import pytest
from model_of import checked

from cjm import pipeline
from cjm.layout.flow.answer import layouts
from cjm.layout.flow.dot import dot
from cjm.layout.flow.parts import rows
from cjm.layout.flow.place import place
from cjm.layout.scene import Group, Scene, Shape, lines
from cjm.pipeline import Checked
from cjm.shell.graphviz import run_dot

CARE = "journey: {title}\nid: care\nphases: [{{name: P, touchpoints: [First call]}}]\n"
POINTS = "journey: X\nphases:\n  - name: P\n    touchpoints:\n"


def project(*points: str, title: str = "After-sales") -> Checked:
    """A journey of these touchpoints, beside the journey `care`."""
    text = POINTS + "".join(f"      - {point}\n" for point in points)
    found = checked(text, settings="lint: {preset: strict}\n", care=CARE.format(title=title))
    assert found.diagnostics == []
    return found


def flow(found: Checked) -> Scene:
    """Its flow."""
    board = pipeline.arranged(found, found.project.journeys[0], (), ("flow",))
    cut = rows(board)
    return place(board, cut, layouts(run_dot("".join(map(dot, cut))), len(cut)))


def signs(items: tuple[Shape, ...]) -> list[tuple[str, str]]:
    """The words and the address of everything that leads to another page."""
    found: list[tuple[str, str]] = []
    for shape in items:
        if isinstance(shape, Group):
            found += [(" ".join(lines(shape.items)), shape.url)] if shape.url else signs(shape.items)
    return found


def rules(found: Checked) -> set[str]:
    """The rules that find something in it."""
    return {each.rule for each in pipeline.lint(found, found.project.journeys[0])}


def test_a_way_into_another_journey_in_words() -> None:
    found = project(
        "{name: A, next: [b, {to: care#first-call, when: it broke, share: 5%}]}", "{name: B, next: care}"
    )
    board = pipeline.arranged(found, found.project.journeys[0], (), ())
    assert [column.branches for column in board.columns] == [
        ("→\u00a01.2", "it broke, 5%\u00a0→\u00a0After-sales: First call"),
        ("→\u00a0After-sales",),
    ]
    assert [way.url for way in board.columns[0].ways] == ["", "care.html#t-first-call"]


def test_the_flow_leaves_to_another_journey() -> None:
    scene = flow(project("{name: A, next: [b, care#first-call]}", "{name: B, next: [end, care]}"))
    assert signs(scene.items) == [
        ("After-sales: First call", "care.html#t-first-call"),
        ("After-sales", "care.html"),
    ]


@pytest.mark.parametrize("title", ["After " * 300, "x" * 2000])
def test_a_sign_holds_any_title(title: str) -> None:
    scene = flow(project("{name: A, next: care}", title=title))
    [(words, _)] = signs(scene.items)
    assert words.replace(" ", "").replace("-", "") == title.replace(" ", "")
    assert scene.width < 2000


def test_going_on_in_another_journey_is_a_way_out() -> None:
    ways = {"endless-loop", "dead-end", "unreachable-touchpoint", "shares-incomplete"}
    ring = project("{id: a, name: A}", "{name: B, next: [a, care]}")
    assert not rules(ring) & ways
    split = project("{name: A, next: [{to: b, share: 40%}, {to: care, share: 60%}]}", "B")
    assert not rules(split) & ways
    lost = project("{name: A, next: [{to: b, share: 40%}, {to: care, share: 20%}]}", "B")
    assert rules(lost) & ways == {"shares-incomplete"}
    assert rules(project("{name: A, next: care}", "B")) & ways == {"unreachable-touchpoint"}
