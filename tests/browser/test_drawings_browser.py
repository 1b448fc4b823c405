"""Wheel, strip and empty map in a browser, with its own fonts: every text is inside, and on no other."""

from pathlib import Path

import pytest
from overlaps import collisions
from playwright.sync_api import Browser

from cjm import pipeline
from cjm.shell.graphviz import run_dot
from cjm.source import Source

EXAMPLES = sorted(path for path in Path("examples").rglob("*.cjm.yaml") if path.name != "library.cjm.yaml")


def crowded(name: str, phases: int, each: int, top: str = "") -> str:
    """A journey of as many touchpoints, all with that name."""
    why = ", moment_of_truth: why"
    rows = "".join(
        f"  - name: {name} {phase}\n    goal: {name}\n    touchpoints:\n"
        + "".join(
            f"      - {{name: {name} {n}, emotion: {(n * 7) % 5 - 2}{why * (n % 4 == 0)}}}\n"
            for n in range(each)
        )
        for phase in range(phases)
    )
    return f"journey: {name}\npersona: {name}\ngoal: {name}\nscenario: {name}\n{top}phases:\n{rows}"


def drawn(path: Path, text: str) -> dict[str, str]:
    """The SVG of every view that the journey has something for."""
    others = tuple(
        Source(str(each), each.read_text(encoding="utf-8")) for each in path.parent.glob("*.cjm.yaml")
    )
    source = Source(str(path), text)
    workspace = pipeline.Workspace(
        ".", None, (source,), tuple(each for each in others if each.path != source.path)
    )
    checked = pipeline.check(workspace, lambda _folder, _target: "")
    options = pipeline.Options(views=("wheel", "strip", "sheet"), formats=("svg",))
    built = pipeline.build(checked, source.path, options, run_dot)
    return {artefact.view: str(artefact.content) for artefact in built.artefacts}


@pytest.mark.parametrize(
    ("name", "phases", "each"),
    [
        ("w" * 200, 5, 8),
        ("A name of some length", 4, 10),
        ("P", 12, 1),
        ("名前" * 30, 3, 4),
        ("x", 2, 60),
        ("A phase", 24, 1),
    ],
    ids=["endless", "forty", "phases", "wide", "hundred", "narrow"],
)
def test_no_text_of_a_crowded_journey_runs_into_another(
    browser: Browser, name: str, phases: int, each: int
) -> None:
    found = drawn(Path("x.cjm.yaml"), crowded(name, phases, each))
    assert list(found) == ["wheel", "strip", "sheet"]
    assert collisions(browser, found) == []
