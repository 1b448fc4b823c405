"""What the ten moves say of small journeys: where, why, in which order, and what is under way."""
# ruff: noqa: E501 (a journey in one line reads best)

import pytest
from model_of import checked, journey

from cjm.advice import Advice, advise, unknowns
from cjm.advice.moves import TABLE
from cjm.advice.words import heading
from cjm.model.moves import MOVES


def of(*points: str, top: str = "", phase: str = "name: P") -> tuple[Advice, ...]:
    """The advice for touchpoints that are written as mappings in a line each."""
    lines = "".join(f"      - {{{point}}}\n" for point in points)
    return advise(journey(f"journey: X\n{top}\nphases:\n  - {phase}\n    touchpoints:\n{lines}"))


def asked(found: tuple[Advice, ...]) -> list[str]:
    """What isn't under way, as it is headed."""
    return [heading(each) for each in found if not each.answers]


def one(found: tuple[Advice, ...], move: str) -> Advice:
    """The only advice with a move."""
    (advice,) = [each for each in found if each.move == move]
    return advice


GOOD = "name: Good, emotion: 1.5"
FINE = "name: Fine, emotion: 0.5"


def test_each_of_the_ten_moves_is_in_the_table_in_their_order() -> None:
    assert list(TABLE) == [move.id for move in MOVES]


def test_the_lowest_point_is_softened_with_its_figures() -> None:
    found = of(
        GOOD,
        "name: Waits, emotion: {score: -1.6, feeling: forgotten}, pain: {text: Ten minutes, severity: 4}",
        FINE,
    )
    advice = one(found, "soften-pain")
    assert heading(advice) == "Soften the pain at 'Waits'"
    assert advice.why == (
        "the lowest point, -1.6 ('forgotten')",
        "1 pain: 'Ten minutes' (severity 4 of 5)",
        "no opportunity answers it",
    )
    assert advice.figures == {"score": -1.6, "open_pains": 1, "worst_severity": 4}
    assert (advice.weight.depth, advice.weight.severity, advice.weight.remembered) == (3.2, 1.6, 2)
    assert advice.weight.total == 6.8


def test_a_score_is_told_on_the_scale_that_the_author_writes() -> None:
    found = of(
        "name: A, emotion: 4", "name: B, emotion: 1.5", "name: C, emotion: 5", top="emotion_scale: [1, 5]"
    )
    advice = one(found, "soften-pain")
    assert advice.why[0] == "the lowest point, 1.5"
    assert advice.figures["score"] == -1.5


@pytest.mark.parametrize("status", ["idea", "planned", "doing", "done"])
def test_a_move_that_an_opportunity_makes_is_under_way(status: str) -> None:
    low = f"name: Low, emotion: -2, pain: p, opportunity: {{text: Say why, move: soften-pain, status: {status}}}"
    found = of(GOOD, low, FINE)
    advice = one(found, "soften-pain")
    assert [answer.opportunity.text for answer in advice.answers] == ["Say why"]
    assert "Soften the pain at 'Low'" not in asked(found)


def test_a_dropped_opportunity_answers_nothing() -> None:
    low = "name: Low, emotion: -2, opportunity: {text: Say why, move: soften-pain, status: dropped}"
    advice = one(of(GOOD, low, FINE), "soften-pain")
    assert advice.answers == ()
    assert "no pain is written down here: ask what hurts" in advice.why


def test_another_opportunity_answers_a_pain_but_not_the_lowest_point() -> None:
    other = "opportunity: {text: A desk, status: planned}"
    found = of(f"name: Low, emotion: -2, {other}", f"name: Less, emotion: -1, pain: p, {other}", GOOD)
    assert asked(found)[0] == "Soften the pain at 'Low'"
    assert "Soften the pain at 'Less'" not in asked(found)
    assert "on the map here already: 'A desk' (planned)" in one(found, "soften-pain").why


def test_an_accepted_pain_asks_for_nothing() -> None:
    found = of(
        GOOD,
        "name: Cash, emotion: -1, pain: {text: No cards, accepted: Not ours}",
        "name: Low, emotion: -2",
    )
    assert [name for name in asked(found) if "Cash" in name] == []


def test_the_weightiest_comes_first_and_equal_weights_keep_the_order_of_the_moves() -> None:
    found = of(
        "name: Small, emotion: -0.5, pain: {text: p, severity: 1}",
        "name: Large, emotion: -2, pain: {text: q, severity: 5}, moment_of_truth: why, importance: {customer: 5}",
        "name: Middle, emotion: 1, pain: {text: r, severity: 3}",
        GOOD,
    )
    assert asked(found)[:2] == ["Soften the pain at 'Large'", "Strengthen the moment of truth at 'Large'"]
    weights = [each.weight.total for each in found if not each.answers]
    assert weights == sorted(weights, reverse=True)
    assert found[0].weight.total == 4 + 2 + 2 + 2 + 2


def test_a_negative_moment_of_truth_that_nothing_guards_is_strengthened() -> None:
    moment = "moment_of_truth: {why: It breaks, success: Solved at once}, expectation: {text: Help, level: 1}"
    advice = one(of(GOOD, f"name: Till, emotion: -1, {moment}", FINE), "strengthen-moment-of-truth")
    assert advice.why[0] == "a negative moment of truth: 'It breaks'"
    assert "no opportunity guards it" in advice.why
    assert "expected 1: 'Help'" in advice.why
    assert advice.hints == ("the map calls it a success when 'Solved at once'",)
    assert advice.weight.expectation == 1
    guarded = of(GOOD, f"name: Till, emotion: -1, {moment}, opportunity: A desk", FINE)
    assert [each for each in guarded if each.move == "strengthen-moment-of-truth"] == []


def test_a_positive_moment_of_truth_needs_no_guard() -> None:
    assert "strengthen-moment-of-truth" not in {
        each.move for each in of(GOOD, f"{FINE}, moment_of_truth: why", GOOD)
    }


@pytest.mark.parametrize(("score", "weak"), [("0.1", False), ("0", True), ("-0.1", True)])
def test_start_and_ending_are_weak_up_to_zero(score: str, weak: bool) -> None:
    found = of(f"name: First, emotion: {score}", GOOD, f"name: Last, emotion: {score}")
    assert ("Start strong at 'First'" in asked(found)) is weak
    assert ("End with a smile at 'Last'" in asked(found)) is weak


def test_the_first_contact_as_a_customer_is_a_start_too() -> None:
    text = """
        journey: X
        framework: five-phase
        phases:
          - {name: A, stage: awareness, touchpoints: [{name: Sees, emotion: 1}]}
          - {name: B, stage: service, touchpoints: [{name: Pays, emotion: -1}]}
          - {name: C, stage: loyalty, touchpoints: [{name: Stays, emotion: 1}]}
    """
    (advice,) = [each for each in advise(journey(text)) if each.move == "start-strong"]
    assert advice.why[0] == "the first contact as a customer"
    assert heading(advice) == "Start strong at 'Pays'"


def test_the_peak_is_amplified_where_there_is_more_than_one_score() -> None:
    found = of("name: Top, emotion: 2, gain: A free cup", FINE)
    assert one(found, "amplify-peak").why == ("the peak, 2", "what pleases: 'A free cup'")
    assert of("name: Top, emotion: 2", "name: Silent") == ()


def test_stages_at_the_ends_without_touchpoints_ask_to_extend() -> None:
    top = "framework: five-phase\nscope: {ends: She has paid}"
    found = of(GOOD, FINE, top=top, phase="name: P\n    stage: consideration")
    first, last = [each for each in found if each.move == "extend"]
    assert first.why == ("no touchpoint is in 'Awareness'", "the map starts at 'Good'")
    assert last.why == ("no touchpoint is in 'Loyalty'", "the map stops at 'Fine'")
    assert "the scope ends at 'She has paid'" in last.hints
    buyer = of(GOOD, FINE, top=f"{top}\nkind: buyer", phase="name: P\n    stage: consideration")
    assert [each.why[0] for each in buyer if each.move == "extend"] == ["no touchpoint is in 'Awareness'"]
    assert "extend" not in {each.move for each in of(GOOD, FINE)}


def test_stages_of_ones_own_are_looked_at_too() -> None:
    library = "library: L\nframeworks: {id: mine, stages: [{id: one, name: Once}, {id: two, name: Twice}]}\n"
    text = "journey: X\nframework: mine\nphases: [{name: P, stage: one, touchpoints: [A, B]}]\n"
    project = checked(text, library=library).project
    (advice,) = advise(project.journeys[0], project.frameworks)
    assert advice.why == ("no touchpoint is in 'Twice'", "the map stops at 'B'")


WAIT = "name: Waits, emotion: -0.5, metrics: {duration: 10 min}"
QUICK = "name: Quick, emotion: 1, metrics: {duration: 1 min}"


def test_the_longest_wait_that_gives_nothing_back_is_skipped() -> None:
    advice = one(of(QUICK, WAIT, QUICK.replace("Quick", "Again")), "skip")
    assert advice.why[0] == "takes 10 minutes, the longest that was measured"
    assert advice.figures["seconds"] == 600
    for serves in ("gain: A chair", "moment_of_truth: why", "need: To rest"):
        assert "skip" not in {each.move for each in of(QUICK, f"{WAIT}, {serves}", FINE)}
    late = WAIT.replace("10 min", "{value: 10 min, target: 1 hour}")
    assert "skip" not in {each.move for each in of(QUICK, f"{late}, need: To rest", FINE)}
    late = WAIT.replace("10 min", "{value: 10 min, target: 1 min}")
    assert (
        one(of(QUICK, f"{late}, need: To rest", FINE), "skip")
        .why[0]
        .startswith("takes 10 minutes, target 1 minute")
    )


def test_the_same_again_through_the_same_channel_is_skipped() -> None:
    first = "name: Desk, channel: store, emotion: 1, action: Ik vertel alles"
    again = "name: Till, channel: store, emotion: 0, action: Ik vertel het weer"
    assert "the same again as 'Desk'" in one(of(first, again, GOOD), "skip").why
    elsewhere = again.replace("channel: store", "channel: phone")
    assert "skip" not in {each.move for each in of(first, elsewhere, GOOD)}


@pytest.mark.parametrize(("percent", "often"), [("33%", False), ("34%", True)])
def test_a_way_back_that_more_than_a_third_take_asks_for_another_order(percent: str, often: bool) -> None:
    back = f"name: Fits, id: fits, emotion: 0.2, next: [{{to: good, share: {percent}, when: too small}}, {{to: fine, share: 20%}}]"
    found = [each for each in of(f"{GOOD}, id: good", back, f"{FINE}, id: fine") if each.move == "reorder"]
    assert bool(found) is often
    assert not often or found[0].why[0] == "34% go back from here to 'Good': 'too small'"


def test_a_commitment_right_after_a_dip_asks_for_another_order() -> None:
    found = of("name: Form, emotion: -1", "name: Pays, emotion: 0.5, metrics: {conversion: 3%}", GOOD)
    assert one(found, "reorder").why[0] == "right before 'Pays', where 3% go on"
    answered = of(
        "name: Form, emotion: -1",
        "name: Pays, emotion: 0.5, metrics: {conversion: 3%}, opportunity: {text: Later, move: reorder}",
        GOOD,
    )
    assert [each.opportunity.text for each in one(answered, "reorder").answers] == ["Later"]


def test_where_personas_part_it_is_made_personal() -> None:
    top = "personas: [{id: a, name: Noor}, {id: b, name: Bas}]"
    found = of("name: Quote, emotions: {a: 1.5, b: -0.5}", "name: Demo, emotions: {a: 1, b: -0.9}", top=top)
    assert one(found, "personalise").why == ("'Bas' is at -0.5 where 'Noor' is at 1.5",)


def test_where_customers_come_back_to_nothing_of_ones_own_it_is_made_personal() -> None:
    phase = "name: P\n    stage: loyalty"
    found = of(GOOD, FINE, top="framework: five-phase", phase=phase)
    assert heading(one(found, "personalise")) == "Make it personal in 'P'"
    found = of(
        f"{GOOD}, content: {{text: Tips, media: owned}}", FINE, top="framework: five-phase", phase=phase
    )
    assert "personalise" not in {each.move for each in found}


def test_a_journey_mostly_below_zero_and_mostly_unanswered_is_drawn_anew() -> None:
    bad = "name: {}, emotion: -1, pain: p"
    found = of(bad.format("A"), bad.format("B"), GOOD, top="goal: To get home")
    advice = one(found, "redesign")
    assert advice.why[:2] == ("2 of 3 scores are below zero", "2 of 2 pains have no opportunity")
    assert advice.hints == ("the customer's goal: 'To get home'",)
    half = of(bad.format("A"), f"{bad.format('B')}, opportunity: x", GOOD)
    assert "redesign" not in {each.move for each in half}
    even = of(bad.format("A"), bad.format("B"), GOOD, FINE)
    assert "redesign" not in {each.move for each in even}


def test_who_leaves_is_told_and_weighs() -> None:
    found = of(
        GOOD,
        "name: Low, emotion: -1, next: [{to: end, share: 30%, when: gives up}, {to: fine, share: 70%}]",
        FINE,
    )
    advice = one(found, "soften-pain")
    assert "for 30% the journey ends here: 'gives up'" in advice.why
    assert advice.weight.dropoff == 0.6
    found = of(GOOD, "name: Low, emotion: -1, metrics: {dropoff: {value: 15%, target: 10%}}", FINE)
    assert "15% drop off here, target 10%" in one(found, "soften-pain").why


def test_a_move_that_no_figure_asks_for_is_listed_all_the_same() -> None:
    found = of(GOOD, f"{FINE}, opportunity: {{text: Try first, move: reorder}}", GOOD.replace("Good", "Best"))
    advice = one(found, "reorder")
    assert advice.why == ()
    assert [each.opportunity.text for each in advice.answers] == ["Try first"]


def test_a_journey_without_emotions_is_told_what_to_ask() -> None:
    bare = journey("journey: X\nphases:\n  - {name: P, touchpoints: [A, B, C]}\n")
    assert advise(bare) == ()
    missing = {each.message: each.moves for each in unknowns(bare)}
    assert len(missing) == 6
    first, *_ = missing
    assert first == "no touchpoint has an emotion: nobody can tell the lowest point, the peak and the ending"
    assert {"soften-pain", "amplify-peak", "end-with-a-smile"} <= set(missing[first])


def test_what_is_missing_in_part_is_counted_and_named() -> None:
    text = "journey: X\nphases:\n  - {name: P, touchpoints: [{name: A, emotion: 1, pain: p}, B, C]}\n"
    messages = [each.message for each in unknowns(journey(text))]
    assert "2 of 3 touchpoints have no emotion, the ending among them: 'B', 'C'" in messages
    assert "1 of 1 pain has no severity: 'p'" in messages


def test_a_journey_without_touchpoints_has_one_thing_missing() -> None:
    empty = journey("journey: X\nphases: [P]\n")
    assert advise(empty) == ()
    assert [each.message for each in unknowns(empty)] == ["no phase has a touchpoint"]
