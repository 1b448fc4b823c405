"""What stands on a sheet: lanes that are used, gaps that were found, words in the map's language."""
# ruff: noqa: E501 (a journey in one line reads best)

from cjm import pipeline
from cjm.board.arrange import arrange
from cjm.board.sheet import Board, Figure, Hole, Strength, Text
from cjm.source import Source


def board(text: str, settings: str = "") -> Board:
    source = Source("maps/x.cjm.yaml", text)
    config = Source("cjm.yaml", settings) if settings else None
    checked = pipeline.check(pipeline.Workspace(".", config, (source,)), lambda _folder, _target: "")
    assert not checked.diagnostics, [found.message for found in checked.diagnostics]
    journey = checked.project.journeys[0]
    return arrange(journey, pipeline.lint(checked, journey), checked.project.benchmarks.get(journey.path))


SMALL = "journey: X\nphases:\n  - name: P\n    owner: Sales\n    touchpoints: [A, B]\n"


def test_a_lane_that_the_file_doesnt_use_isnt_there_and_shows_no_gaps() -> None:
    drawn = board(SMALL)
    assert drawn.lanes == ()
    assert drawn.curves == ()
    assert drawn.legend == ()
    assert [band.name for band in drawn.bands] == ["Sales"]


def test_a_gap_is_the_picture_of_a_finding() -> None:
    text = SMALL.replace("[A, B]", "[{name: A, channel: store}, B]")
    (lane,) = board(text).lanes
    (hole,) = lane.cells[1]
    assert isinstance(hole, Hole)
    assert hole.gap.label == "No channel"
    silenced = board(text, "lint: {ignore: touchpoint-without-channel}")
    assert silenced.lanes[0].cells[1] == ()


def test_a_phase_without_owner_is_a_gap_in_the_maps_language() -> None:
    text = "journey: X\nlanguage: nl\nphases:\n  - {name: P, touchpoints: [A]}\n  - {name: Q, owner: Sales, touchpoints: [B]}\n"
    drawn = board(text)
    assert drawn.phases[0].gap is not None
    assert drawn.phases[0].gap.label == "Geen eigenaar"
    assert [(band.first, band.name, band.gap is not None) for band in drawn.bands] == [
        (0, "", True),
        (1, "Sales", False),
    ]


def test_a_missing_score_interrupts_the_curve_and_is_not_invented() -> None:
    text = SMALL.replace("[A, B]", "[{name: A, emotion: 1}, B, {name: C, emotion: angry}]")
    points = board(text).curves[0].points
    assert [point.score for point in points] == [1, None, -2]
    assert [point.word for point in points] == ["happy", "", "angry"]
    assert points[2].notes == ("lowest point", "ending")


def test_evidence_shows_strength_and_assumptions_show_as_such() -> None:
    text = SMALL.replace(
        "[A, B]",
        "[{name: A, evidence: [interview, survey]}, {name: B, evidence: assumption}, {name: C, evidence: staff-workshop}]",
    )
    drawn = board(text)
    (lane,) = [lane for lane in drawn.lanes if lane.key == "evidence"]
    strengths = [cell[0] for cell in lane.cells]
    assert all(isinstance(strength, Strength) for strength in strengths)
    assert [(one.bars, one.assumed) for one in strengths if isinstance(one, Strength)] == [
        (3, False),
        (0, True),
        (1, False),
    ]


def test_metrics_are_written_as_people_write_them() -> None:
    text = SMALL.replace("language", "").replace(
        "[A, B]",
        "[{name: A, metrics: {conversion: {value: 3.1%, target: 4%}, duration: 10 min, cost: € 9.5, nps: -32}}]",
    )
    (lane,) = board("language: nl\n" + text).lanes
    figures = [item for item in lane.cells[0] if isinstance(item, Figure)]
    assert [(one.value, one.unit) for one in figures] == [
        ("3,1", "%"),
        ("10", "min"),
        ("€\u00a09,50", ""),
        ("−32", ""),
    ]
    assert figures[0].caption == "Conversie · doel\u00a04"
    assert [one.below for one in figures] == [True, False, False, False]


def test_ways_on_are_numbers_and_words() -> None:
    text = SMALL.replace(
        "[A, B]",
        "[{name: A, next: [{to: c, when: in a hurry, share: 20%}, b]}, {name: B, next: end}, {name: C, next: a}]",
    )
    columns = board(text).columns
    assert columns[0].branches == ("in a hurry, 20%\u00a0→\u00a01.3", "→\u00a01.2")
    assert columns[1].branches == ("→\u00a0end",)
    assert columns[2].branches == ("→\u00a01.1",)


def test_ids_are_the_anchors() -> None:
    text = SMALL.replace("[A, B]", "[Wait, {name: Wait, id: again}, Wait]")
    assert [column.anchor for column in board(text).columns] == ["t-wait", "t-again", "t-wait-2"]


def test_several_personas_have_a_hero_and_thin_curves() -> None:
    text = SMALL.replace("phases:", "personas: [Ann, Bob]\nphases:").replace(
        "[A, B]", "[{name: A, emotions: {Ann: 1, Bob: -1}}, {name: B, emotion: 2}]"
    )
    hero, other = board(text).curves
    assert ([point.score for point in hero.points], [point.score for point in other.points]) == (
        [1, 2],
        [-1, 2],
    )
    assert other.name == "Bob"


def test_departments_keep_their_colours_when_one_is_added_at_the_end() -> None:
    text = "journey: X\ndepartments: [B, A]\nphases:\n  - {name: P, owner: A, touchpoints: [x]}\n  - {name: Q, owner: B, touchpoints: [y]}\n"
    before = [head.slot for head in board(text).phases]
    after = [head.slot for head in board(text.replace("[B, A]", "[B, A, C]")).phases]
    assert before == after == [1, 0]


def test_an_accepted_pain_says_so_and_an_open_one_is_a_gap() -> None:
    text = SMALL.replace("[A, B]", "[{name: A, pains: [Queue, {text: Rain, accepted: it is weather}]}]")
    (lane,) = [lane for lane in board(text).lanes if lane.key == "pains"]
    queue, rain = lane.cells[0]
    assert isinstance(queue, Text)
    assert isinstance(rain, Text)
    assert queue.gap is not None
    assert (rain.gap, rain.note) == (None, "accepted")
