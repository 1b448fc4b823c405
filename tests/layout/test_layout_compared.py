"""Curves beside the hero's as they are drawn: told apart by more than colour, tinted between, named."""

import re
from collections.abc import Iterator

import pytest
from beside import TODAY, TOMORROW, board, company
from scenes import assert_readable, flat, texts

from cjm.board.sheet import Board
from cjm.layout import grid, others, strip
from cjm.layout import page as on_page
from cjm.layout.clearance import crossings
from cjm.layout.curve import ordinate, segments
from cjm.layout.pages import pages
from cjm.layout.scene import Area, Group, Paint, Path, Scene, Shape
from cjm.reporters import map_markdown


def drawings(found: Board) -> list[Scene]:
    made = [grid.place(found), on_page.curve(found), strip.place(found, 1280), *pages(found)]
    return [scene for scene in made if scene is not None]


def words(scene: Scene) -> list[str]:
    return [line for *_, line in texts(scene)]


def test_fifteen_personas_have_lines_of_their_own_and_none_is_dashed() -> None:
    looks = [others.style(rank) for rank in range(15)]
    assert len({(look.weight, look.mark) for look in looks}) == 15
    line = segments([(0, 0), (10, 5)])
    for look in (*looks, others.BENCHMARK):
        drawn = others.trace(look, line)
        assert all(isinstance(shape, Path) and not shape.paint.dash for shape in drawn)


@pytest.mark.parametrize("personas", [2, 3, 4])
@pytest.mark.parametrize("missing", [False, True], ids=["whole", "holes"])
def test_every_line_of_a_few_personas_is_named_on_every_drawing(personas: int, missing: bool) -> None:
    found = board(company(personas, missing=missing))
    for scene in drawings(found):
        shown = words(scene)
        assert all(any(curve.name in line for line in shown) for curve in found.curves), shown


@pytest.mark.parametrize(
    "text", [company(2), company(4, missing=True), company(8)], ids=["two", "holes", "eight"]
)
def test_words_of_several_personas_run_into_none(text: str) -> None:
    assert_readable(grid.place(board(text)))


def test_a_benchmark_is_named_and_drawn_thin_with_the_gap_to_it_tinted() -> None:
    scene = grid.place(board(TOMORROW, TODAY))
    assert "Current state" in words(scene)
    assert "stuck" in words(scene), "what was felt there is told where it differs notably"
    tints = [
        item.data for item, *_ in flat(scene.items) if isinstance(item, Path) and item.paint == Paint("pos_t")
    ]
    # Of four touchpoints the second is new: one span is left where both lines run.
    assert any(data.count("Z") == 1 for data in tints)
    assert "Current state: Today" in words(scene)


def test_between_two_lines_each_side_of_a_crossing_has_its_own_tint() -> None:
    mine, theirs = segments([(0, 0), (100, 50)]), segments([(0, 50), (100, 0)])
    better, worse = others.between([mine], [theirs])
    assert isinstance(better, Path)
    assert isinstance(worse, Path)
    assert (better.paint.fill, worse.paint.fill) == ("pos_t", "neg_t")
    assert max(float(x) for x in re.findall(r"(-?[\d.]+) -?[\d.]+", better.data)) == 50
    assert min(float(x) for x in re.findall(r"(-?[\d.]+) -?[\d.]+", worse.data)) == 50


def test_lines_that_are_one_or_run_side_by_side_have_nothing_between() -> None:
    line = segments([(0, 0), (100, 50), (200, 0)])
    assert others.between([line], [line]) == []
    assert others.between([line], [segments([(0, 0), (200, 0)])]) == []
    assert others.between([line], []) == []


def test_a_steep_line_cannot_slip_through_a_box_between_two_looks() -> None:
    steep = segments([(0, 0), (100, 2000)])
    at = ordinate(steep, 53)
    assert crossings(Area(0, at - 5, 100, at + 5), [steep])
    assert not crossings(Area(0, at - 5, 20, at + 5), [steep])


def test_an_expectation_is_a_bar_with_its_level_and_a_tint_down_to_what_was_got() -> None:
    found = board(
        "journey: X\nphases:\n  - name: P\n    touchpoints:\n"
        "      - {name: A, channel: store, emotion: -2, expectation: {text: care, level: 1}}\n"
        "      - {name: B, channel: store, emotion: 1}\n"
    )
    scene = grid.place(found)
    assert "expected +1" in words(scene)
    assert_readable(scene)


def test_a_benchmark_with_an_endless_title_stays_on_the_sheet() -> None:
    long = "An endless title " * 12
    found = board(
        TOMORROW.replace("state: future\n", ""), TODAY.replace("journey: Today", f"journey: {long}")
    )
    assert_readable(grid.place(found))


def test_the_map_as_markdown_tells_the_comparison_too() -> None:
    assert "<br>Current state: −1 cheated" in map_markdown.write(board(TOMORROW, TODAY))


@pytest.mark.parametrize("text", [company(4), company(8, missing=True)], ids=["four", "eight"])
def test_words_that_step_aside_stay_in_the_strip(text: str) -> None:
    scene = strip.place(board(text), 1280)
    assert scene is not None
    for _, top, _, bottom, line in texts(scene):
        assert top >= 0, line
        assert bottom <= scene.height, line


def test_the_tint_ends_with_its_row_where_the_lines_do() -> None:
    phases = "phases:\n"
    for first in (0, 7):
        steps = [f"      - {{name: Step {n}, id: s{n}, emotion: {n % 3}}}\n" for n in range(first, first + 7)]
        phases += f"  - name: Phase {first}\n    touchpoints:\n{''.join(steps)}"
    other = re.sub(r"emotion: \d", "emotion: -1", phases)
    found = board(f"journey: X\nbenchmark: today.cjm.yaml\n{phases}", f"journey: Today\nid: today\n{other}")
    rows = [sheet for sheet in pages(found) if any("Step 6" in line for line in words(sheet))]
    assert rows
    unclipped = [
        path for sheet in rows for path in bare(sheet.items) if path.paint.fill in ("pos_t", "neg_t")
    ]
    assert not unclipped
    drawn = [item for sheet in rows for item, *_ in flat(sheet.items) if isinstance(item, Path)]
    assert any(path.paint.fill == "pos_t" for path in drawn)


def bare(shapes: tuple[Shape, ...]) -> Iterator[Path]:
    """Every path that nothing cuts."""
    for shape in shapes:
        if isinstance(shape, Path):
            yield shape
        elif isinstance(shape, Group) and shape.clip is None:
            yield from bare(shape.items)
