"""The map's geometry: nothing overlaps, nothing is cut, and a change stays where it is made."""

import difflib

import pytest
from scenes import assert_readable, board, flat, journey, shopping, texts

from cjm.layout import grid, strip
from cjm.layout.pages import pages
from cjm.layout.scene import Circle, Path, Rect, Words
from cjm.layout.systems import MARGIN, systems
from cjm.render import svg

# The lane's name takes two lines, its only cell one.
ONE_LINE = (
    "journey: X\nlanguage: nl\nphases: [{name: P, touchpoints: [{name: A, backstage: B, systems: C}]}]\n"
)


@pytest.mark.parametrize(
    "text",
    [shopping(), journey(1), journey(3), journey(48, 1), journey(6, 8), journey(2, 12), ONE_LINE],
    ids=["shopping", "one", "three", "long-phase", "dense", "many-phases", "label-of-two-lines"],
)
def test_no_text_overlaps_another_or_leaves_the_sheet(text: str) -> None:
    scene = grid.place(board(text))
    assert len(texts(scene)) > 5
    assert_readable(scene)


def test_a_phase_is_split_only_where_it_is_too_long_alone() -> None:
    rows = systems(board(journey(6, 8)), 152)
    assert len(rows) > 1
    assert not any(part.continued for row in rows for part in row.parts)
    long = systems(board(journey(48, 1)), 152)
    assert [part.continued for row in long for part in row.parts] == [False] + [True] * (len(long) - 1)
    lengths = [len(row.columns) for row in long]
    assert max(lengths) - min(lengths) <= 4, "systems are balanced"


def test_the_sheet_of_a_short_journey_is_filled_and_a_long_one_is_bounded() -> None:
    assert grid.place(board(journey(1))).width == 1080
    assert grid.place(board(journey(6, 8))).width <= 2800


def test_one_word_more_changes_few_lines_of_the_drawing() -> None:
    """One taller cell moves what is below it by one number a row, not everything."""
    text = shopping()
    before = board(text)
    after = board(
        text.replace("Herstellen kan hier niet", "Herstellen kan hier echt helemaal nooit en nergens niet")
    )
    assert before != after
    old, new = (svg.render(one, grid.place(one)).splitlines() for one in (before, after))
    changed = sum(line[0] in "+-" for line in difflib.unified_diff(old, new, lineterm="", n=0)) - 2
    assert 0 < changed < 60
    assert len(old) > 1000


def test_printed_pages_are_readable_on_a4() -> None:
    """277 × 190 mm hold a page so that its body text is 5.5 pt or more; a cover, then halves."""
    printed = pages(board(shopping()))
    assert len(printed) == 5
    for page in printed:
        millimetres = min(277 / page.width, 190 / page.height)
        assert 14.5 * millimetres / 0.3528 >= 5.5, (page.width, page.height)
    shown = [[line for *_, line in texts(page)] for page in printed]
    assert ["1 / 5" in lines for lines in shown] == [False] * 5
    assert all(f"{number} / 5" in lines for number, lines in enumerate(shown, 1) if number > 1)
    assert all("Jasje op het scherm" in lines for lines in shown[1:3])


def test_a_short_journey_is_one_printed_page() -> None:
    assert len(pages(board(journey(3)))) == 1


def test_every_shape_of_a_scene_has_a_finite_place() -> None:
    for item, x, y in flat(grid.place(board(journey(6, 8))).items):
        match item:
            case Rect() | Circle() | Words():
                assert abs(x + item.x) < 1e5
                assert abs(y + item.y) < 1e5
            case Path():
                assert "nan" not in item.data
                assert "inf" not in item.data


def test_the_strip_leaves_out_words_that_would_collide() -> None:
    scene = strip.place(board(shopping()), 1280)
    assert scene is not None
    boxes = texts(scene)
    for n, (left, top, right, bottom, line) in enumerate(boxes):
        assert left >= 0, line
        assert right <= 1280, line
        for other_left, other_top, other_right, other_bottom, other in boxes[n + 1 :]:
            apart = right <= other_left or other_right <= left or bottom <= other_top or other_bottom <= top
            assert apart, f"{line!r} runs into {other!r}"
    assert strip.place(board("journey: X\nphases:\n  - {name: P, touchpoints: [A]}\n"), 1280) is None


def test_columns_start_inside_the_margins() -> None:
    for row in systems(board(journey(6, 8)), 152):
        assert min(row.x.values()) > MARGIN
