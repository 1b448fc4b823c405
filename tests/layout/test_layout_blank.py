"""The empty map: A3, the stages with their questions, room to write, an axis without a curve."""

from itertools import pairwise
from math import sqrt

import pytest
from drawn import leaves, said, scene

from cjm.board import arrange_blank as blank
from cjm.languages import language, languages
from cjm.layout.blank import place
from cjm.layout.scene import Circle, Path, Rect, Scene, Words
from cjm.model.frameworks import FRAMEWORKS

DENTIST = """\
journey: A first appointment
persona: Ravi
scenario: A filling fell out on Saturday.
departments: [Desk]
phases:
  - name: Calling
    owner: Desk
    questions: [When can I come?]
    touchpoints: [{name: Call, emotion: 1, pains: [Nobody answers], backstage: [Looks at the diary]}]
  - {name: Sitting in the chair, owner: Desk, goal: Have it over with}
"""


def drawn(framework: str, tag: str) -> Scene:
    """The empty map of a framework."""
    found = place(blank.of_framework(FRAMEWORKS[framework], language(tag)))
    assert isinstance(found, Scene)
    return found


@pytest.mark.parametrize("code", languages())
@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_every_framework_fits_on_a3(framework: str, code: str) -> None:
    found = drawn(framework, code)
    assert (found.width, found.height) == pytest.approx((420 / 25.4 * 96, 297 / 25.4 * 96), abs=1)
    words = said(found)
    said_there = language(code).frameworks[framework].stages
    for number, stage in enumerate(FRAMEWORKS[framework].stages, 1):
        assert f"{number} {said_there[stage.id].name}" in words
        assert said_there[stage.id].question in words


def test_fields_and_lanes_are_in_the_language_and_empty() -> None:
    words = said(drawn("flywheel", "nl"))
    for text in ("Titel", "Datum", "Getekend door", "Persona", "Scenario", "Klantreis · Vliegwiel", "Emotie"):
        assert text in words
    assert "zichtlijn" in words
    assert "Title" in said(drawn("flywheel", "en"))


def test_the_axis_has_faces_and_nothing_on_it() -> None:
    shapes = [item for item, _, _ in leaves(drawn("flywheel", "en"))]
    faces = [item for item in shapes if isinstance(item, Path) and item.scale == 1.25]
    assert len(faces) == 5
    assert not any(isinstance(item, Circle) for item in shapes)
    assert not any(isinstance(item, Path) and item.paint.width == 3.5 for item in shapes)


def test_a_journey_prints_what_frames_the_session_and_its_own_lanes() -> None:
    words = said(scene("sheet", DENTIST))
    printed = [
        "A first appointment",
        "Ravi",
        "A filling fell out on Saturday.",
        "1 Calling",
        "When can I come?",
    ]
    for text in (*printed, "2 Sitting in the chair", "Have it over with", "Pains", "Backstage", "Owner"):
        assert text in words
    for text in ("Call", "Nobody answers", "Looks at the diary", "Gains", "Metrics", "happy", "Title"):
        assert text not in words
    assert (
        words.index("Touchpoints") < words.index("Feeling") < words.index("Pains") < words.index("Backstage")
    )


def test_a_journey_with_a_framework_gets_its_stages() -> None:
    words = said(scene("sheet", f"{DENTIST}framework: service-periods\n"))
    assert "3 After" in words
    assert "1 Calling" not in words


def test_many_stages_and_long_names_make_it_larger_in_the_same_proportions() -> None:
    phases = ", ".join(f"{{name: {'w' * 200}{n}, goal: {'v' * 400}}}" for n in range(14))
    found = scene("sheet", f"journey: {'t' * 300}\nscenario: {'s' * 900}\nphases: [{phases}]\n")
    assert found.width > 1600
    assert found.width / found.height == pytest.approx(sqrt(2))
    lowest = max(
        y + item.y + len(item.lines) * item.leading for item, _, y in leaves(found) if isinstance(item, Words)
    )
    assert lowest <= found.height


def test_lanes_keep_room_to_write() -> None:
    """17 mm on A3 hold a line of handwriting and the one below it."""
    found = drawn("five-phase", "en")
    rules = sorted(
        {round(y, 1) for item, _, y in leaves(found) if isinstance(item, Path) and item.data[:3] == "M56"}
    )
    heights = [b - a for a, b in pairwise(rules)]
    assert min(heights[1:]) * 25.4 / 96 > 14
    assert isinstance(next(leaves(found))[0], Rect)
