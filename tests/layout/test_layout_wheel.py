"""The wheel: a feeling is a distance, the last phase leads to the first, and lines to names stay outside."""

import re
from math import atan2, degrees, hypot, pi, radians

import pytest
from drawn import leaves, placed, said, scene

from cjm.layout import polar
from cjm.layout.beside import stacked
from cjm.layout.scene import Circle, Path, Scene, Words
from cjm.render.svg import fragment

LOOP = """\
journey: A loop
persona: {name: Noor, goals: [A calm week]}
framework: flywheel
departments: [Sales]
phases:
  - name: Attract
    stage: attract
    owner: Sales
    touchpoints: [{name: Reads, emotion: 2}, {name: Asks, emotion: -1}]
  - name: Engage
    stage: engage
    touchpoints: [{name: Buys, emotion: -2, moment_of_truth: It is now or never}]
  - name: Delight
    stage: delight
    owner: Sales
    touchpoints: [{name: Uses}, {name: Tells, emotion: 0}]
"""


def points(found: Scene) -> list[tuple[float, float]]:
    """From the middle: how far every touchpoint is, and its angle in degrees, clockwise from the top."""
    spots = [item for item, _, _ in leaves(found) if isinstance(item, Circle) and item.hook == "hit"]
    return [(hypot(spot.x, spot.y), degrees(atan2(spot.x, -spot.y)) % 360) for spot in spots]


def leaders(found: Scene) -> list[list[tuple[float, float]]]:
    """The lines from the ring to the names, round the middle."""
    middle = max(x for _, x, _ in [next(leaf for leaf in leaves(found) if isinstance(leaf[0], Circle))])
    made = []
    for item, x, _ in leaves(found):
        if isinstance(item, Path) and x == middle and re.fullmatch(r"M[-\d. ]+(L[-\d. ]+){3}", item.data):
            made.append([(float(a), float(b)) for a, b in re.findall(r"(-?[\d.]+) (-?[\d.]+)", item.data)])
    return made


def test_what_feels_better_is_farther_out_and_time_goes_clockwise() -> None:
    reads, asks, buys, uses, tells = points(scene("wheel", LOOP))
    assert reads[0] > tells[0] > asks[0] > buys[0]
    assert uses[0] == pytest.approx(tells[0]), "without a score it stands on the middle circle"
    angles = [angle for _, angle in (reads, asks, buys, uses, tells)]
    assert angles == sorted(angles)


def test_the_line_runs_through_its_touchpoints() -> None:
    found = scene("wheel", LOOP)
    [line] = [item for item, _, _ in leaves(found) if _is_curve(item)]
    assert isinstance(line, Path)
    spots = [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)", line.data)]
    for distance, angle in points(found)[:3]:
        x, y = polar.at(distance, radians(angle))
        assert min(hypot(x - x1, y - y1) for x1, y1 in spots) < 0.2


def test_names_feelings_and_what_is_missing_are_told_in_words() -> None:
    words = said(scene("wheel", LOOP))
    for text in ("1 Attract", "Reads", "Noor", "A calm week", "next round", "No owner", "no score"):
        assert text in words
    assert "+2 delighted · peak" in words
    assert "−2 angry · lowest point · moment of truth" in words
    assert "volgende ronde" in said(scene("wheel", f"{LOOP}language: nl\n"))


def test_a_moment_of_truth_has_its_own_sign_where_it_happens() -> None:
    found = scene("wheel", LOOP)
    diamonds = [item for item, _, _ in leaves(found) if isinstance(item, Path) and item.paint.fill == "neg"]
    distance, angle = points(found)[2]
    x, y = polar.at(distance, radians(angle))
    assert any((item.x, item.y) == pytest.approx((x, y)) for item in diamonds)
    assert "moment of truth, negative" in said(found), "and the legend tells which it is"


def test_a_missing_score_interrupts_the_line() -> None:
    heavy = [item for item, _, _ in leaves(scene("wheel", LOOP)) if _is_curve(item)]
    whole = [
        item
        for item, _, _ in leaves(scene("wheel", LOOP.replace("{name: Uses}", "{name: Uses, emotion: 1}")))
    ]
    assert len(heavy) == 1
    [longer] = [item for item in whole if _is_curve(item)]
    assert isinstance(heavy[0], Path)
    assert isinstance(longer, Path)
    assert len(longer.data) > 1.5 * len(heavy[0].data)


def _is_curve(item: object) -> bool:
    return isinstance(item, Path) and item.paint.width == 3.5


def test_without_feelings_touchpoints_stand_on_one_circle() -> None:
    found = scene("wheel", "journey: X\nphases:\n  - {name: A, touchpoints: [a, b]}\n  - B\n")
    assert len({round(distance) for distance, _ in points(found)}) == 1
    assert "2 B" in said(found), "a phase without touchpoints has its name too"
    assert "no score" not in said(found)


def test_of_several_travellers_the_hub_names_the_one_whose_feelings_are_drawn() -> None:
    both = LOOP.replace("persona: {name: Noor, goals: [A calm week]}", "personas: [Noor, Sam]")
    assert "Noor" in said(scene("wheel", both.replace("emotion: 2", "emotions: {noor: 2, sam: -2}")))
    assert "Sam" not in said(scene("wheel", both.replace("emotion: 2", "emotions: {noor: 2, sam: -2}")))


def test_on_a_page_it_stands_without_a_head_of_its_own() -> None:
    alone, inline = said(scene("wheel", LOOP)), said(scene("wheel", LOOP, inline=True))
    assert [text for text in alone if text not in inline] == [
        "Customer journey · wheel",
        "A loop",
        "Made with cjm · x.cjm.yaml",
    ]


def test_one_phase_is_no_wheel() -> None:
    assert placed("wheel", "journey: X\nphases: [{name: P, touchpoints: [A]}]\n") == (
        "there is one phase, and a wheel turns through two or more"
    )


@pytest.mark.parametrize(
    ("phases", "each", "name"), [(2, 1, "a"), (4, 10, "A name"), (5, 8, "w" * 200), (12, 1, "b")]
)
def test_lines_to_names_never_cross_the_ring_or_each_other(phases: int, each: int, name: str) -> None:
    rows = "".join(
        f"  - name: P{phase}\n    touchpoints:\n"
        + "".join(f"      - {{name: {name}{n}, emotion: {(n * 7) % 5 - 2}}}\n" for n in range(each))
        for phase in range(phases)
    )
    found = scene("wheel", f"journey: X\nphases:\n{rows}")
    lines = leaders(found)
    assert len(lines) == phases * each
    ring = min(hypot(*line[0]) for line in lines)
    for line in lines:
        (x0, y0), (x1, y1) = line[1], line[2]
        along = [(x0 + (x1 - x0) * n / 50, y0 + (y1 - y0) * n / 50) for n in range(51)]
        assert min(hypot(x, y) for x, y in along) > ring - 1
    for side in (-1, 1):
        heights = [(line[1][1], line[2][1]) for line in lines if line[2][0] * side > 0]
        assert [end for _, end in sorted(heights)] == sorted(end for _, end in heights)


def test_labels_that_would_overlap_move_apart_both_ways() -> None:
    assert stacked([0, 100], [20, 20]) == [0, 100]
    assert stacked([50, 50], [20, 20]) == [40, 60]
    assert stacked([50, 50, 50], [20, 40, 20]) == pytest.approx([50 - 80 / 3, 50 - 20 / 3, 50 + 100 / 3])
    assert stacked([], []) == []


def test_a_turn_goes_clockwise_from_the_top() -> None:
    assert polar.at(10, 0) == pytest.approx((0, -10))
    assert polar.at(10, pi / 2) == pytest.approx((10, 0))
    assert polar.arc(10, 0, pi) == "M0 -10A10 10 0 0 1 0 10"
    assert polar.arc(10, 0, 1.5 * pi) == "M0 -10A10 10 0 1 1 -10 0"


def test_nothing_on_a_wheel_is_too_small_to_be_read() -> None:
    for item, _, _ in leaves(scene("wheel", LOOP)):
        if isinstance(item, Words) and len(item.lines[0]) > 1:
            assert item.size >= 12.5, item.lines


def test_no_line_of_what_is_felt_ends_in_the_sign_between_two_words() -> None:
    long = LOOP.replace(
        "emotion: 2", "emotion: {score: 2, feeling: over the moon about it}, moment_of_truth: true"
    )
    found = said(scene("wheel", long))
    assert any("over the moon" in text for text in found)
    assert not [text for text in found if text.endswith("·")]


def test_lines_that_end_flush_have_no_space_behind_them() -> None:
    words = Words(10, 0, ("one", "two"), 12, 14, anchor="end")
    assert "one<tspan" in fragment(Scene(20, 20, (words,)), prefix="x")
    assert "> two</tspan>" in fragment(Scene(20, 20, (words,)), prefix="x")
    left = Words(10, 0, ("one", "two"), 12, 14)
    assert "one\n<tspan" in fragment(Scene(20, 20, (left,)), prefix="x")
