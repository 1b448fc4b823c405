"""The strip as a picture of its own, for a README."""

from collections.abc import Iterator

from drawn import leaves, placed, said, scene

from cjm.layout.scene import Group, Shape, Words
from cjm.theme.metrics import width

CALLS = """\
journey: Calling the helpdesk
persona: Ada
status: draft
reviewed: 2026-03-01
phases:
  - {name: Waiting, touchpoints: [{name: Queue, emotion: -1}]}
  - {name: Talking, touchpoints: [{name: Answer, emotion: 2}]}
"""

MORE = "".join(f"- {{name: Step {n}, touchpoints: [{{name: A, emotion: 1}}]}}\n  " for n in range(9))


def groups(shapes: tuple[Shape, ...]) -> Iterator[Group]:
    """Every group, however deep."""
    for shape in shapes:
        if isinstance(shape, Group):
            yield shape
            yield from groups(shape.items)


def test_it_says_what_it_is_whose_and_how_fresh() -> None:
    found = scene("strip", CALLS)
    assert found.width == 1280
    words = said(found)
    assert words[:2] == ["Calling the helpdesk", "Customer journey · Ada · draft · Reviewed 1 Mar 2026"]
    for text in ("Waiting", "Talking", "annoyed", "delighted"):
        assert text in words


def test_a_long_title_wraps_and_pushes_the_curve_down() -> None:
    long = scene("strip", CALLS.replace("Calling", "w" * 300))
    assert long.height > scene("strip", CALLS).height + 100
    for item, x, _ in leaves(long):
        if isinstance(item, Words) and not item.anchor:
            assert x + item.x + max(width(line, item.size, item.bold) for line in item.lines) < 1280


def test_a_phases_name_that_has_no_room_ends_in_an_ellipsis_and_is_whole_as_a_title() -> None:
    name = "All that they do while somebody on the other side of the line looks for the form " * 3
    found = scene(
        "strip", CALLS.replace("Waiting", name.strip(), 1).replace("- {name: T", MORE + "- {name: T")
    )
    (title,) = (each.title for each in groups(found.items) if "looks for" in each.title)
    assert title == f"1 {name.strip()}"
    (shown,) = (
        lines for item, *_ in leaves(found) if isinstance(item, Words) and len(lines := item.lines) == 3
    )
    assert len(shown[2]) > 3
    assert shown[2].endswith("…")
    assert name.startswith(" ".join(shown)[:-1])
    assert not [each.title for each in groups(found.items) if each.title.startswith("2")], "that one is whole"


def test_a_word_that_is_too_long_is_cut_and_told_on_hovering() -> None:
    word = "relieved that somebody at last picked up the phone and knew what to do about all of it"
    found = scene("strip", CALLS.replace("emotion: 2", f"emotion: {{score: 2, feeling: {word}}}"))
    shown = next(
        item for item, _, _ in leaves(found) if isinstance(item, Words) and "relieved" in item.lines[0]
    )
    assert len(shown.lines) == 2
    assert shown.lines[1].endswith("…")
    assert max(width(line, shown.size, bold=True) for line in shown.lines) <= 220
    assert word in [each.title for each in groups(found.items)]


def test_without_a_curve_there_is_no_strip() -> None:
    bare = "journey: X\nphases: [{name: P, touchpoints: [A, B]}]\n"
    assert placed("strip", bare) == "no touchpoint has an emotion"
    assert placed("strip", "journey: X\nphases: [P]\n") == "no phase has touchpoints"
