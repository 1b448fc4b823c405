"""The rules about the curve and about moments of truth: where they speak, and where they keep quiet."""

import pytest
from linting import findings, fragment, names

from cjm import lint, pipeline
from cjm.diagnostics import Diagnostic
from cjm.lint import Rule
from cjm.rules.experience.expectation_gap import expectation_gap
from cjm.rules.experience.flat_emotion import flat_emotion
from cjm.rules.experience.high_without_gain import high_without_gain
from cjm.rules.experience.important_but_unsatisfying import important_but_unsatisfying
from cjm.rules.experience.journey_without_emotion import journey_without_emotion
from cjm.rules.experience.low_without_pain import low_without_pain
from cjm.rules.experience.no_high_point import no_high_point
from cjm.rules.experience.no_low_point import no_low_point
from cjm.rules.experience.pain_without_dip import pain_without_dip
from cjm.rules.experience.patchy_emotion import patchy_emotion
from cjm.rules.experience.touchpoint_without_thought import touchpoint_without_thought
from cjm.rules.moments.moment_of_truth_at_neutral import moment_of_truth_at_neutral
from cjm.rules.moments.moment_of_truth_without_success_or_failure import (
    moment_of_truth_without_success_or_failure,
)
from cjm.rules.moments.no_moment_of_truth import no_moment_of_truth
from cjm.rules.moments.too_many_moments_of_truth import too_many_moments_of_truth
from cjm.source import Source

RULES = (
    expectation_gap,
    flat_emotion,
    high_without_gain,
    important_but_unsatisfying,
    journey_without_emotion,
    low_without_pain,
    no_high_point,
    no_low_point,
    pain_without_dip,
    patchy_emotion,
    touchpoint_without_thought,
    moment_of_truth_at_neutral,
    moment_of_truth_without_success_or_failure,
    no_moment_of_truth,
    too_many_moments_of_truth,
)


def journey(*touchpoints: str, head: str = "") -> str:
    """A journey of one phase; each touchpoint is what stands between its braces."""
    lines = "".join(f"      - {{{touchpoint}}}\n" for touchpoint in touchpoints)
    return f"journey: A visit\n{head}phases:\n  - name: Visit\n    touchpoints:\n{lines}"


def curve(*scores: object, head: str = "") -> str:
    """A journey of touchpoints with these scores."""
    return journey(*(f"name: Step {n}, emotion: {score}" for n, score in enumerate(scores, 1)), head=head)


def spoiled(text: str, rules: tuple[Rule, ...]) -> list[Diagnostic]:
    """What rules find in a journey that also has errors."""
    strict = Source("cjm.yaml", "lint: {preset: strict}\n")
    workspace = pipeline.Workspace(".", strict, (Source("x.cjm.yaml", text),))
    checked = pipeline.check(workspace, lambda _folder, _target: "")
    assert checked.diagnostics
    (found,) = checked.project.journeys
    return lint.run(rules, checked.project, found, checked.sources, checked.comments)


def told(text: str, rule: Rule, settings: str = "") -> list[tuple[str, str]]:
    """Each message with the words under its caret."""
    options = f"lint: {{preset: strict, rules: {{{rule.name}: {{{settings}}}}}}}" if settings else ""
    found = findings(text, [rule], settings=options)
    return [(each.message, each.span.of(text)) for each in found]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_bad_raises_the_rule_and_good_is_silent(rule: Rule) -> None:
    assert rule.name in names(findings(fragment(rule, "Bad"), [rule]))
    assert rule.name not in names(findings(fragment(rule, "Good"), [rule]))


@pytest.mark.parametrize("text", ["journey: X\nphases: [Empty]\n", "journey: X\nphases: [{name: E}]\n"])
def test_a_journey_without_touchpoints_is_left_to_other_rules(text: str) -> None:
    assert not findings(text, RULES)


def test_what_could_not_be_read_is_not_called_missing() -> None:
    scores = journey(
        "name: A, emotion: purplish, thought: {a: b}, moment_of_truth: [1]",
        "name: B, emotion: 0",
        "name: C, emotion: 0",
        "name: D, emotion: 0",
    )
    rules = (journey_without_emotion, flat_emotion, no_low_point, no_high_point, no_moment_of_truth)
    assert not spoiled(scores, rules)
    assert len(spoiled(scores, (touchpoint_without_thought,))) == 3
    low = journey("name: A, emotion: -2, pain: {a: b}, opportunity: {a: b}, importance: {customer: 5}")
    assert not spoiled(low, (low_without_pain, important_but_unsatisfying))
    assert not spoiled(journey("name: A, emotion: 2, gain: {a: b}"), (high_without_gain,))
    turn = journey("name: A, emotion: 0, moment_of_truth: {impact: huge, success: {a: b}}")
    assert not spoiled(turn, (moment_of_truth_at_neutral, moment_of_truth_without_success_or_failure))


def test_no_emotion_at_all() -> None:
    text = journey("name: Parks", "name: Pays")
    assert told(text, journey_without_emotion) == [
        ("none of the 2 touchpoints has an emotion", "A visit"),
    ]
    assert told(journey("name: Parks"), journey_without_emotion)[0][0] == "no touchpoint has an emotion"
    assert not told(text, patchy_emotion)


def test_the_feelings_of_another_persona_are_feelings() -> None:
    text = journey("name: Parks, emotions: {bo: 1}", head="personas: [{id: al}, {id: bo}]\n")
    assert not findings(text, [journey_without_emotion, patchy_emotion])


@pytest.mark.parametrize(
    ("scored", "of", "speaks"), [(2, 3, False), (4, 6, False), (3, 5, True), (5, 8, True)]
)
def test_two_thirds_with_an_emotion_are_enough(scored: int, of: int, speaks: bool) -> None:
    points = [f"name: Step {n}" + ", emotion: 1" * (n < scored) for n in range(of)]
    found = told(journey(*points), patchy_emotion)
    assert found == [(f"only {scored} of {of} touchpoints have an emotion", "A visit")] * speaks
    assert told(journey(*points), patchy_emotion, "share: 0.666667") == found


def test_patchy_shows_the_first_holes_and_takes_an_option() -> None:
    text = journey("name: Parks", "name: Pays", "name: Leaves, emotion: happy")
    (found,) = findings(text, [patchy_emotion])
    assert [place.span.of(text) for place in found.related] == ["Parks", "Pays"]
    assert found.message == "only 1 of 3 touchpoints has an emotion"
    assert not told(text, patchy_emotion, "share: 0.3")


def test_flat_within_half_a_point() -> None:
    assert told(curve(0.3, 0.8, 0.5), flat_emotion) == [("all 3 scores lie between 0.3 and 0.8", "A visit")]
    assert told(curve(1, 1, 1), flat_emotion)[0][0] == "all 3 scores are 1"
    assert not told(curve(0.3, 0.81, 0.5), flat_emotion)
    assert not told(curve(1, 1), flat_emotion)
    assert told(curve(1, 1), flat_emotion, "at_least: 2")
    assert not told(curve(0, 0.4, 0), flat_emotion, "span: 0.25")


def test_figures_are_on_the_scale_of_the_file() -> None:
    text = curve(3, 3.5, 3.2, head="emotion_scale: [1, 5]\n")
    assert told(text, flat_emotion) == [("all 3 scores lie between 3 and 3.5", "A visit")]
    assert not told(curve(3, 3.6, 3.2, head="emotion_scale: [1, 5]\n"), flat_emotion)
    low = journey("name: Waits, emotion: 2.5", head="emotion_scale: [0, 10]\n")
    assert told(low, low_without_pain) == [("touchpoint 'Waits' is at 2.5, and no pain says why", "2.5")]
    word = journey("name: Wacht, emotion: geïrriteerd", head="language: nl\nemotion_scale: [1, 5]\n")
    message = "touchpoint 'Wacht' is at 2 ('geïrriteerd'), and no pain says why"
    assert told(word, low_without_pain) == [(message, "geïrriteerd")]


def test_a_curve_that_never_goes_down() -> None:
    message = "the curve never goes below neutral: the lowest of 3 scores is 0"
    assert told(curve(0, 1, 2), no_low_point) == [(message, "A visit")]
    assert not told(curve(-0.1, 1, 2), no_low_point)
    assert not told(curve(0, 2), no_low_point)
    assert not told(curve(0, 1, 2, head="state: future\n"), no_low_point)


def test_a_curve_that_never_goes_up() -> None:
    message = "the curve never goes above neutral: the highest of 3 scores is 3"
    assert told(curve(1, 2, 3, head="emotion_scale: [1, 5]\n"), no_high_point) == [(message, "A visit")]
    assert not told(curve(-2, -1, 0.1), no_high_point)
    assert not told(curve(-2, -1), no_high_point)


def test_a_flat_curve_is_told_once() -> None:
    three = [flat_emotion, no_low_point, no_high_point]
    assert names(findings(curve(0, 0, 0), three)) == {"flat-emotion"}


def test_a_low_names_its_pain_whoever_feels_it() -> None:
    heads = "personas: [{id: al}, {id: bo}]\n"
    text = journey("name: Pays, emotions: {al: 1, bo: {score: -1.2, feeling: cornered}}", head=heads)
    ((message, words),) = told(text, low_without_pain)
    assert message == "touchpoint 'Pays' is at -1.2 ('cornered'), and no pain says why"
    assert "cornered" in words
    assert not told(curve(-0.99), low_without_pain)
    assert told(curve(-0.5), low_without_pain, "low: -0.5")
    assert not told(journey("name: Pays, emotion: -2, pain: Dear"), low_without_pain)


def test_a_high_names_its_gain() -> None:
    message = "touchpoint 'Step 1' is at 1, and no gain says why"
    assert told(curve(1), high_without_gain) == [(message, "1")]
    assert not told(curve(0.99), high_without_gain)
    assert not told(curve(1.4), high_without_gain, "high: 1.5")


def test_a_severe_pain_where_the_curve_is_high() -> None:
    text = journey("name: Pays, emotion: 1, pains: [{text: Dear, severity: 4}, {text: Slow, severity: 3}]")
    (found,) = findings(text, [pain_without_dip])
    assert found.message == "pain 'Dear' has severity 4, and the curve is at 1"
    assert found.span.of(text) == "4"
    assert [place.span.of(text) for place in found.related] == ["1"]
    assert len(told(text, pain_without_dip, "severe: 3")) == 2
    assert not told(text.replace("emotion: 1", "emotion: 0.9"), pain_without_dip)
    assert not told(text.replace("emotion: 1, ", ""), pain_without_dip)


def test_one_persona_who_suffers_is_dip_enough() -> None:
    text = journey(
        "name: Pays, emotions: {al: 2, bo: -1}, pain: {text: Dear, severity: 5}",
        head="personas: [{id: al}, {id: bo}]\n",
    )
    assert not told(text, pain_without_dip)


def test_a_quote_says_what_somebody_thinks() -> None:
    text = journey("name: Waits", "name: Pays, quote: Is that all?", "name: Leaves, thought: At last")
    assert told(text, touchpoint_without_thought) == [
        ("touchpoint 'Waits' doesn't say what the customer thinks", "Waits"),
    ]


def test_two_points_below_what_was_expected() -> None:
    text = journey(
        "name: Calls, emotion: -0.6, expectation: [{text: Help, level: 1.4}, {text: Wait, level: -1}]"
    )
    (found,) = findings(text, [expectation_gap])
    assert found.message == "touchpoint 'Calls' is at -0.6, and 1.4 ('Help') was expected"
    assert [place.span.of(text) for place in found.related] == ["1.4"]
    assert not told(text.replace("-0.6", "-0.5"), expectation_gap)
    assert told(text.replace("-0.6", "-0.5"), expectation_gap, "gap: 1.5")
    assert not told(text.replace(", level: 1.4", ""), expectation_gap)
    assert not told(text.replace("emotion: -0.6, ", ""), expectation_gap)
    assert not told(text.replace("emotion: -0.6", "emotion: 2"), expectation_gap)


def test_what_matters_and_disappoints_asks_for_an_opportunity() -> None:
    text = journey("name: Calls, emotion: -1, importance: {customer: 4}")
    (found,) = findings(text, [important_but_unsatisfying])
    expected = "touchpoint 'Calls' has importance 4 to the customer, is at -1 and has no opportunity"
    assert found.message == expected
    assert not told(text.replace("-1", "-0.9"), important_but_unsatisfying)
    assert not told(text.replace("customer: 4", "customer: 3"), important_but_unsatisfying)
    assert told(text.replace("customer: 4", "customer: 3"), important_but_unsatisfying, "important: 3")
    assert not told(text.replace("customer: 4", "organisation: 5"), important_but_unsatisfying)
    dropped = text.replace("}}", "}, opportunity: {text: Call back, status: dropped}}")
    assert told(dropped, important_but_unsatisfying)
    assert not told(dropped.replace("dropped", "idea"), important_but_unsatisfying)


def test_no_moment_of_truth_in_the_whole_journey() -> None:
    text = journey("name: Calls", "name: Waits, moment_of_truth: false")
    message = "none of the 2 touchpoints is a moment of truth"
    assert told(text, no_moment_of_truth) == [(message, "A visit")]
    assert not told(text.replace("false", "true"), no_moment_of_truth)


@pytest.mark.parametrize(
    ("moments", "of", "speaks"), [(1, 1, False), (1, 2, False), (2, 6, False), (2, 5, True)]
)
def test_a_third_of_moments_is_enough(moments: int, of: int, speaks: bool) -> None:
    points = [f"name: Step {n}" + ", moment_of_truth: true" * (n < moments) for n in range(of)]
    found = told(journey(*points), too_many_moments_of_truth)
    assert found == [(f"{moments} of {of} touchpoints are moments of truth", "A visit")] * speaks
    assert not told(journey(*points), too_many_moments_of_truth, "share: 0.5")


def test_one_of_success_and_failure_is_enough() -> None:
    text = journey("name: Calls, moment_of_truth: Help or none")
    message = "the moment of truth 'Calls' says neither what success looks like nor failure"
    assert told(text, moment_of_truth_without_success_or_failure) == [(message, "Help or none")]
    told_once = text.replace("Help or none", "{failure: Nobody answers}")
    assert not told(told_once, moment_of_truth_without_success_or_failure)


def test_a_neutral_moment_of_truth() -> None:
    text = journey("name: Belt, emotion: neutraal, moment_of_truth: Hulp of niet", head="language: nl\n")
    (found,) = findings(text, [moment_of_truth_at_neutral])
    assert found.message == "the moment of truth 'Belt' is neutral, and makes or breaks nothing"
    assert found.span.of(text) == "Hulp of niet"
    assert [place.span.of(text) for place in found.related] == ["neutraal"]
    assert not told(text.replace("neutraal", "0.1"), moment_of_truth_at_neutral)
    assert not told(text.replace("emotion: neutraal, ", ""), moment_of_truth_at_neutral)
