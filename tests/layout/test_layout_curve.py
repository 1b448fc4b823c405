"""The curve invents no feeling: it stays between its points."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.layout.curve import Point, number, ordinate, path, segments, tangents


@st.composite
def journeys(draw: st.DrawFn) -> list[Point]:
    """Scores as on a map: whole, half or odd, evenly spaced or not."""
    scores = draw(st.lists(st.floats(-2, 2) | st.sampled_from([-2, -1, 0, 1, 2]), min_size=2, max_size=12))
    x = draw(st.floats(-500, 500))
    points = []
    for score in scores:
        points.append((x, 300 - 68 * score))
        x += draw(st.floats(1, 400))
    return points


@given(journeys(), st.floats(0, 1), st.floats(0, 1))
def test_between_two_points_the_line_only_rises_or_only_falls(
    points: list[Point], part: float, later: float
) -> None:
    curve = segments(points)
    for segment in curve:
        x0, y0, *_, x1, y1 = segment
        first, second = (ordinate([segment], x0 + (x1 - x0) * where) for where in sorted((part, later)))
        assert min(y0, y1) - 1e-9 <= first <= max(y0, y1) + 1e-9
        assert (second - first) * (y1 - y0) >= -1e-6


@given(journeys())
def test_the_curve_goes_through_its_points(points: list[Point]) -> None:
    curve = segments(points)
    assert [curve[0][:2], *(segment[-2:] for segment in curve)] == points
    for x, y in points:
        assert ordinate(curve, x) == pytest.approx(y)


@given(journeys())
def test_an_extreme_is_flat(points: list[Point]) -> None:
    slopes = tangents(points)
    for index in range(1, len(points) - 1):
        before, here, after = (y for _, y in points[index - 1 : index + 2])
        if (here - before) * (after - here) <= 0:
            assert slopes[index] == 0


@given(journeys())
def test_the_drawn_numbers_stay_in_range_too(points: list[Point]) -> None:
    pairs = re.findall(r"(-?[\d.]+) (-?[\d.]+)", path(segments(points)))
    heights = [y for _, y in points]
    assert float(number(min(heights))) == min(float(y) for _, y in pairs)
    assert float(number(max(heights))) == max(float(y) for _, y in pairs)


@given(journeys())
def test_a_mirrored_journey_has_the_mirrored_curve(points: list[Point]) -> None:
    mirrored = segments([(x, -y) for x, y in points])
    for x in (points[0][0], sum(x for x, _ in points) / len(points), points[-1][0]):
        assert ordinate(mirrored, x) == pytest.approx(-ordinate(segments(points), x))


def test_one_rise_and_a_plateau() -> None:
    curve = segments([(0, 0), (30, 60), (60, 60)])
    assert tangents([(0, 0), (30, 60), (60, 60)]) == [3, 0, 0]
    assert path(curve) == "M0 0\nC10 30 20 60 30 60\nC40 60 50 60 60 60"


def test_two_points_are_a_straight_line() -> None:
    assert path(segments([(0, 0), (30, 60)])) == "M0 0\nC10 20 20 40 30 60"


def test_a_steep_step_does_not_overshoot() -> None:
    """Steffen's own case: data that jump between two plateaus."""
    curve = segments([(0, 0), (100, 1), (110, 100), (210, 101)])
    heights = [ordinate(curve, x) for x in range(211)]
    assert heights == sorted(heights)


def test_an_interrupted_curve_starts_anew() -> None:
    first, second = segments([(0, 0), (30, 0)]), segments([(60, 9), (90, 9)])
    assert path([*first, *second]) == "M0 0\nC10 0 20 0 30 0M60 9\nC70 9 80 9 90 9"


def test_a_single_point_has_no_line() -> None:
    assert tangents([]) == []
    assert tangents([(5, 5)]) == [0]
    assert path(segments([(5, 5)])) == ""


def test_beyond_its_ends_the_curve_keeps_its_height() -> None:
    curve = segments([(10, 0), (20, 5)])
    assert ordinate(curve, -100) == 0
    assert ordinate(curve, 100) == 5


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (-0.0, "0"),
        (-0.04, "0"),
        (12.0, "12"),
        (12.34, "12.3"),
        (-1.96, "-2"),
        (-0.5, "-0.5"),
        (1e6, "1000000"),
    ],
)
def test_numbers_are_short(value: float, text: str) -> None:
    assert number(value) == text


@given(st.floats(-1e6, 1e6))
def test_numbers_are_near_and_well_formed(value: float) -> None:
    text = number(value)
    assert re.fullmatch(r"-?\d+(\.[1-9])?", text)
    assert text != "-0"
    assert abs(float(text) - value) <= 0.05 + 1e-9
