"""Curves beside the hero's: whose they are, where they run, and what is said of them."""

import pytest
from beside import TODAY, TOMORROW, board, company
from scenes import board as alone

from cjm.board.sheet import Board

EXPECTED = (
    "journey: X\nphases:\n  - name: P\n    touchpoints:\n"
    "      - {name: A, channel: store, emotion: -2, expectation: {text: care, level: 1}}\n"
    "      - {name: B, channel: store, expectation: {text: care, level: 1}}\n"
)


def scores(found: Board, curve: int = 1) -> list[float | None]:
    return [point.score for point in found.curves[curve].points]


def figures(found: Board) -> dict[str, str]:
    return {figure.label: figure.change for figure in found.figures if figure.change}


def test_a_touchpoint_meets_its_counterpart_by_id_or_former_id_and_a_new_one_has_none() -> None:
    found = board(TOMORROW, TODAY)
    assert scores(found) == [1, None, -2, -1]
    assert found.curves[1].name == "Current state"
    assert found.curves[1].benchmark
    renamed = TODAY.replace("id: queue", "id: line, was: walk")
    assert scores(board(TOMORROW.replace(", was: queue", ""), renamed)) == [1, None, -2, -1]


@pytest.mark.parametrize(
    ("ours", "theirs"), [("id: buy", "id: buy"), ("stage: decision", "stage: decision")], ids=["id", "stage"]
)
def test_a_phase_without_common_touchpoints_meets_the_mean_of_its_counterpart(ours: str, theirs: str) -> None:
    text = TOMORROW.replace("name: Buy", f"name: Get\n    {ours}").replace("id: ", "id: new-", 1)
    for id in ("look", "fit", "walk", "pay"):
        text = text.replace(f"id: {id}", f"id: other-{id}")
    text = text.replace(", was: queue", "").replace("journey:", "framework: five-phase\njourney:")
    other = TODAY.replace("name: Buy", f"name: Buy\n    {theirs}").replace(
        "journey:", "framework: five-phase\njourney:"
    )
    found = board(text, other)
    assert [round(score or 0, 2) for score in scores(found)] == [-0.67] * 4
    assert found.columns[0].beside == ("Current state: −0.67 average of the phase",)


def test_without_any_counterpart_nothing_is_compared_and_the_head_says_so() -> None:
    other = (
        TODAY.replace("look", "a").replace("queue", "b").replace("pay", "c").replace("name: Buy", "name: Z")
    )
    found = board(TOMORROW, other)
    assert len(found.curves) == 1
    assert found.kicker == "Customer journey · future state · no counterparts in Today"
    assert figures(found) == {}


def test_the_head_of_a_map_to_be_says_what_it_is_held_against_and_how_its_figures_change() -> None:
    found = board(TOMORROW, TODAY)
    assert found.kicker == "Customer journey · future state · compared with Today"
    assert figures(found) == {"Peak": "+1 → +2", "Lowest point": "−2 → −0.5", "Ending": "−1 → +1"}


def test_a_low_that_is_no_longer_below_zero_is_told_too() -> None:
    found = board(TOMORROW.replace("score: -0.5", "score: 0.5"), TODAY)
    assert figures(found)["Lowest point"] == "−2 → +0.5"


def test_the_figures_are_in_dutch_on_a_dutch_map() -> None:
    found = board(f"language: nl\n{TOMORROW}", TODAY)
    assert found.kicker == "Klantreis · gewenste situatie · vergeleken met Today"
    assert figures(found)["Dieptepunt"] == "−2 → −0,5"
    assert found.curves[1].name == "Huidige situatie"


def test_a_competitor_is_called_by_name_and_its_figures_stand_beside_ours() -> None:
    found = board(TOMORROW.replace("state: future\n", ""), TODAY)
    assert (found.curves[1].name, found.curves[1].legend) == ("Today", "Benchmark: Today")
    assert figures(found)["Lowest point"] == "−0.5 · benchmark −2"


def test_a_benchmark_on_another_scale_is_drawn_on_ours() -> None:
    other = TODAY.replace("phases:", "emotion_scale: [0, 10]\nphases:")
    other = (
        other.replace("score: -2", "score: 0")
        .replace("score: -1", "score: 5")
        .replace("score: 1,", "score: 10,")
    )
    assert scores(board(TOMORROW, other)) == [2, None, -2, 0]


def test_an_expectation_and_what_came_of_it_are_said() -> None:
    found = alone(EXPECTED)
    assert [column.beside for column in found.columns] == [("expected +1, got −2",), ("expected +1",)]
    assert "expected +1, got −2" in found.description
    dutch = alone(f"language: nl\n{EXPECTED}")
    assert dutch.columns[0].beside == ("verwacht +1, ervaren −2",)


def test_what_others_feel_is_said_at_every_touchpoint_and_their_lines_are_explained() -> None:
    found = board(company(3))
    assert found.columns[0].beside == ("Bob: −0.5 feeling 0 1", "Cas: +1 feeling 0 2")
    assert [key for key in found.legend if key.startswith("curve")] == ["curve_0", "curve_1", "curve_2"]
    assert "Cas: +1 feeling 0 2" in found.description


def test_the_tints_of_a_benchmark_are_explained_where_they_occur() -> None:
    assert {"benchmark", "better"} <= set(board(TOMORROW, TODAY).legend)
    assert "worse" not in board(TOMORROW, TODAY).legend
