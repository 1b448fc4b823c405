"""A drawing for who hears it: every view of every example says what it is, and reads in order."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from cjm import pipeline
from cjm.config import VIEWS
from cjm.shell.graphviz import run_dot
from cjm.source import Source

EXAMPLES = sorted(path for path in Path("examples").rglob("*.cjm.yaml") if path.name != "library.cjm.yaml")
SVG = "{http://www.w3.org/2000/svg}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def drawings(path: Path) -> tuple[str, str, dict[str, ElementTree.Element]]:
    """The journey's title, its language, and the drawing of each view."""
    others = [each for each in path.parent.glob("*.cjm.yaml") if each != path]
    source, *library = (Source(str(each), each.read_text(encoding="utf-8")) for each in (path, *others))
    checked = pipeline.check(pipeline.Workspace(".", None, (source,), tuple(library)), lambda *_: "")
    found = pipeline.build(checked, source.path, pipeline.Options(VIEWS, ("svg",)), run_dot)
    journey = next(each for each in checked.project.journeys if each.path == source.path)
    made = {each.view: ElementTree.fromstring(str(each.content)) for each in found.artefacts}
    return journey.title, journey.language, made


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_drawing_can_be_heard(path: Path) -> None:
    title, language, made = drawings(path)
    assert {"map", "flow", "strip", "sheet"} <= set(made)
    for view, svg in made.items():
        name, told = list(svg)[:2]
        assert (svg.get("role"), svg.get(LANGUAGE)) == ("img", language)
        assert svg.get("aria-labelledby") == f"{name.get('id')} {told.get('id')}"
        assert (name.tag, told.tag) == (f"{SVG}title", f"{SVG}desc")
        assert title in str(name.text)
        assert re.search(r"\b1\b.*[^: ]$", str(told.text), re.DOTALL)
        assert not list(svg.iter(f"{SVG}a")), "a file has no touchpoints to lead to"
        titles = [str(each.text) for each in svg.iter(f"{SVG}title")]
        # Departments and their touchpoints are in rows; all else is in the order of the journey.
        if view != "owners":
            numbers = [
                tuple(map(int, found)) for each in titles for found in re.findall(r"^(\d+)\.(\d+) ", each)
            ]
            assert numbers == sorted(numbers), view
            assert numbers or view in ("strip", "sheet", "media")
        phases = [int(found[1]) for each in titles if (found := re.match(r"\w+ (\d+): ", each))]
        assert phases == sorted(phases), view
