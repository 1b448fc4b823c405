"""The rules that propose one of the ten moves: which one, where, and why."""

import pytest
from linting import findings, fragment, names

from cjm import lint, pipeline
from cjm.lint import Rule
from cjm.rules.moves.impersonal_journey import impersonal_journey
from cjm.rules.moves.misplaced_touchpoint import misplaced_touchpoint
from cjm.rules.moves.redesign_candidate import redesign_candidate
from cjm.rules.moves.short_journey import short_journey
from cjm.rules.moves.skippable_touchpoint import skippable_touchpoint
from cjm.rules.moves.unamplified_peak import unamplified_peak
from cjm.rules.moves.unsoftened_low import unsoftened_low
from cjm.rules.moves.weak_ending import weak_ending
from cjm.rules.moves.weak_start import weak_start
from cjm.source import Source

RULES = (
    impersonal_journey,
    misplaced_touchpoint,
    redesign_candidate,
    short_journey,
    skippable_touchpoint,
    unamplified_peak,
    unsoftened_low,
    weak_ending,
    weak_start,
)


def journey(*touchpoints: str, head: str = "") -> str:
    """A journey of one phase; each touchpoint is what stands between its braces."""
    lines = "".join(f"      - {{{touchpoint}}}\n" for touchpoint in touchpoints)
    return f"journey: A visit\n{head}phases:\n  - name: Visit\n    touchpoints:\n{lines}"


def told(text: str, rule: Rule, settings: str = "") -> list[tuple[str, str]]:
    """Each message with the words under its caret."""
    options = f"lint: {{preset: strict, rules: {{{rule.name}: {{{settings}}}}}}}" if settings else ""
    found = findings(text, [rule], settings=options)
    return [(each.message, each.span.of(text)) for each in found]


def related(text: str, rule: Rule) -> list[str]:
    """The words at the other places that the only finding names."""
    (found,) = findings(text, [rule])
    return [place.span.of(text) for place in found.related]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_bad_raises_the_rule_and_good_is_silent(rule: Rule) -> None:
    assert rule.name in names(findings(fragment(rule, "Bad"), [rule]))
    assert rule.name not in names(findings(fragment(rule, "Good"), [rule]))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_help_names_a_move_or_a_key(rule: Rule) -> None:
    assert all("`" in found.help for found in findings(fragment(rule, "Bad"), [rule]))


@pytest.mark.parametrize("text", ["journey: X\nphases: [Empty]\n", "journey: X\nphases: [{name: E}]\n"])
def test_a_journey_without_touchpoints_has_nothing_to_move(text: str) -> None:
    assert not findings(text, RULES)


def test_an_opportunity_that_could_not_be_read_counts_as_one() -> None:
    text = journey(
        "name: A, emotion: 2, opportunity: {text: More, move: amplifie}",
        "name: B, emotion: -2, opportunity: {a: b}",
    )
    workspace = pipeline.Workspace(".", None, (Source("x.cjm.yaml", text),))
    checked = pipeline.check(workspace, lambda _folder, _target: "")
    assert len(checked.diagnostics) > 1
    where = checked.project, checked.project.journeys[0], checked.sources, checked.comments
    assert not lint.run([unsoftened_low, unamplified_peak], *where)


def test_two_thousand_touchpoints_in_a_ring() -> None:
    ring = (
        f"name: Step {n}, id: s{n}, emotion: -1, pain: Slow, action: I wait, channel: shop,"
        f" next: s{n % 2000 + 1}"
        for n in range(1, 2001)
    )
    text = journey(*ring)
    assert names(findings(text, RULES)) >= {
        "skippable-touchpoint",
        "misplaced-touchpoint",
        "redesign-candidate",
    }


def test_the_lowest_point_is_to_be_softened() -> None:
    text = journey("name: Waits, emotion: -1", "name: Valt, emotion: {score: -1.5, feeling: bang}")
    message = "nothing softens the lowest point, 'Valt' at -1.5 ('bang')"
    assert told(text, unsoftened_low) == [(message, "{score: -1.5, feeling: bang}")]
    softened = text.replace("bang}", "bang}, opportunity: {text: Bel, move: soften-pain, status: idea}")
    assert not told(softened, unsoftened_low)
    assert told(softened.replace("idea", "dropped"), unsoftened_low)
    assert not told(journey("name: Waits, emotion: 0"), unsoftened_low)


def test_a_low_that_is_accepted_asks_for_nothing() -> None:
    text = journey("name: Pays, emotion: -1, pains: [{text: Dear, accepted: It pays the bus}]")
    assert not told(text, unsoftened_low)
    assert told(text.replace("}]", "}, Slow]"), unsoftened_low)


def test_the_peak_is_to_be_amplified() -> None:
    text = journey("name: Tastes, emotion: 4.5", "name: Pays, emotion: 4", head="emotion_scale: [1, 5]\n")
    assert told(text, unamplified_peak) == [("nothing amplifies the peak, 'Tastes' at 4.5", "4.5")]
    amplified = text.replace("4.5", "4.5, opportunity: {text: More, move: amplify-peak}")
    assert not told(amplified, unamplified_peak)
    assert not told(journey("name: Pays, emotion: 0"), unamplified_peak)


@pytest.mark.parametrize(("score", "speaks"), [("0", True), ("0.1", False), ("-1", True)])
def test_a_start_and_an_ending_are_above_neutral(score: str, speaks: bool) -> None:
    text = journey(f"name: Comes, emotion: {score}", "name: Stays", f"name: Goes, emotion: {score}")
    started = f"the journey starts with 'Comes' at {score}, not above neutral"
    ended = f"the journey ends with 'Goes' at {score}, not above neutral"
    assert told(text, weak_start) == [(started, score)] * speaks
    assert told(text, weak_ending) == [(ended, score)] * speaks


def test_two_touchpoints_have_no_start_and_no_ending() -> None:
    assert not findings(journey("name: A, emotion: -1", "name: B, emotion: -1"), [weak_start, weak_ending])
    assert not findings(journey("name: A", "name: B, emotion: -1", "name: C"), [weak_start, weak_ending])


def test_a_planned_move_is_named_in_the_help() -> None:
    text = journey(
        "name: A, emotion: 0, opportunity: {text: Say hello, move: start-strong}",
        "name: B",
        "name: C, emotion: 0, opportunity: {text: Say goodbye, move: end-with-a-smile, status: dropped}",
    )
    first, last = findings(text, [weak_start, weak_ending])
    assert first.help == "carry out the opportunity 'Say hello', then score the start anew with `emotion:`"
    assert last.help.startswith("design the last moment on purpose")


SERVICE = "journey: Op reis\nlanguage: nl\nframework: service-periods\nphases:\n"


def test_the_ends_of_a_framework() -> None:
    text = SERVICE + "  - {name: Trein, stage: tijdens, touchpoints: [Zit]}\n"
    assert told(text, short_journey) == [
        ("'after', the last of 3 stages of 'service-periods', has no touchpoint", "service-periods"),
        ("'before', the first of 3 stages of 'service-periods', has no touchpoint", "service-periods"),
    ]
    ends = "  - {name: Thuis, stage: before, touchpoints: [Pakt in]}\n  - {name: Weer, stage: Na}\n"
    assert len(told(text + ends, short_journey)) == 1
    assert not told(text + ends.replace("stage: Na", "stage: Na, touchpoints: [Pakt uit]"), short_journey)


def test_without_a_framework_or_stages_no_journey_is_short() -> None:
    assert not told(SERVICE + "  - {name: Trein, touchpoints: [Zit]}\n", short_journey)
    assert not told(SERVICE + "  - {name: Trein, stage: elders, touchpoints: [Zit]}\n", short_journey)
    assert not told(journey("name: A"), short_journey)


def test_a_framework_of_ones_own() -> None:
    library = (
        "library: Ours\nframeworks: [{id: day, stages: [{id: am, name: Morning}, {id: pm, name: Evening}]}]\n"
    )
    text = "journey: X\nframework: day\nphases: [{name: A, stage: morning, touchpoints: [Wakes]}]\n"
    (found,) = findings(text, [short_journey], library=library)
    assert found.message == "'pm', the last of 2 stages of 'day', has no touchpoint"


def test_a_long_touchpoint_that_gives_nothing() -> None:
    text = journey(
        "name: Pays, emotion: 0, metrics: {duration: 2 min}",
        "name: Waits, emotion: -0.5, metrics: {duration: 1 h}",
        "name: Leaves, emotion: 0, metrics: {duration: 4 min}",
    )
    reason = "takes 1 hour, where the median of the journey is 4 minutes"
    assert told(text, skippable_touchpoint) == [
        (f"touchpoint 'Waits' gives nothing at -0.5 and {reason}", "Waits"),
    ]
    assert not told(text, skippable_touchpoint, "times: 20")
    for good in (
        "gain: Rest",
        "need: A chair",
        "moment_of_truth: true",
        "opportunity: {text: X, move: skip}",
    ):
        assert not told(text.replace("emotion: -0.5", f"emotion: -0.5, {good}"), skippable_touchpoint)
    assert not told(text.replace("-0.5", "0.5"), skippable_touchpoint)
    assert not told(text.replace(", emotion: -0.5", ""), skippable_touchpoint)


def test_the_median_itself_is_not_long() -> None:
    even = [f"name: Step {n}, emotion: 0, metrics: {{duration: {n}.55 h}}" for n in (1, 1, 1, 3)]
    (message,) = (each.message for each in findings(journey(*even), [skippable_touchpoint]))
    expected = "takes 3.55 hours, where the median of the journey is 1.6 hours"
    assert message == f"touchpoint 'Step 3' gives nothing at 0 and {expected}"
    assert not told(journey("name: Waits, emotion: 0, metrics: {duration: 9 h}"), skippable_touchpoint)


@pytest.mark.parametrize(
    ("language", "first", "second", "speaks"),
    [
        ("en", "I wait in line", "I am still looking", False),
        ("en", "I’m waiting outside", "Then I am waiting inside.", True),
        ("nl", "Ik wacht buiten", "Nog steeds wacht ik, nu binnen", True),
        ("nl", "Ik moet wachten", "Ik wacht", False),
        ("de", "Ich warte draußen", "Jetzt warte ich wieder, drinnen", True),
        ("de", "Ich muss warten", "Ich muss bezahlen", False),
        ("en", "I", "I", False),
    ],
)
def test_the_same_verb_twice(language: str, first: str, second: str, speaks: bool) -> None:
    text = journey(
        f'name: Een, action: "{first}", channel: shop',
        f'name: Twee, action: "{second}", channels: [app, shop], emotion: 0',
        head=f"language: {language}\n",
    )
    assert bool(told(text, skippable_touchpoint)) is speaks
    if speaks:
        assert related(text, skippable_touchpoint) == [f'"{first}"']
    assert not told(text.replace("[app, shop]", "app"), skippable_touchpoint)


@pytest.mark.parametrize(
    ("ways", "message"),
    [
        ("[{to: a, share: 34%}, {to: end}]", "34% of customers go back from 'Pays' to 'Fits'"),
        (
            "[{to: a, share: 20%}, {to: b, share: 20%}, end]",
            "40% of customers go back from 'Pays' to 'Fits' or 'Looks'",
        ),
        ("a", "100% of customers go back from 'Pays' to 'Fits'"),
        ("[{to: a, share: 33%}, end]", ""),
        ("[a, end]", ""),
        ("[{to: c, share: 90%}, end]", ""),
        ("end", ""),
    ],
)
def test_most_customers_have_to_go_back(ways: str, message: str) -> None:
    text = journey("name: Fits, id: a", "name: Looks, id: b", f"name: Pays, id: c, next: {ways}")
    assert told(text, misplaced_touchpoint) == [(message, ways)] * bool(message)
    if message:
        assert related(text, misplaced_touchpoint)[0] == "Fits"
        moved = text.replace("id: c", "id: c, opportunity: {text: Fit later, move: reorder}")
        assert not told(moved, misplaced_touchpoint)


def test_a_low_directly_before_customers_decide() -> None:
    text = journey(
        "name: Registers, id: a, emotion: -1", "name: Pays, id: b, metrics: {Conversion: 9%}", "name: Goes"
    )
    message = "touchpoint 'Registers' is at -1, directly before 'Pays', where customers decide"
    assert told(text, misplaced_touchpoint) == [(message, "-1")]
    assert related(text, misplaced_touchpoint) == ["{Conversion: 9%}"]
    assert not told(text.replace("-1", "-0.9"), misplaced_touchpoint)
    assert told(text.replace("-1", "-0.9"), misplaced_touchpoint, "low: -0.5")
    assert not told(text.replace("emotion: -1", "emotion: -1, next: Goes"), misplaced_touchpoint)
    assert told(text.replace("emotion: -1", "emotion: -1, next: [Goes, b]"), misplaced_touchpoint)


RETURN = """journey: Een koffiezetter
language: nl
persona: {id: bo, name: Bo, segment: Thuiswerkers}
framework: five-phase
phases:
  - {name: Kopen, stage: beslissing, touchpoints: [Betaalt]}
  - {name: Gebruik, stage: service, touchpoints: [Ontkalkt, Vraagt]}
  - {name: Terug, stage: loyaliteit, touchpoints: [Bestelt]}
"""


def test_nothing_is_personal_for_who_comes_back() -> None:
    message = "nothing is personal for customers who come back, in 3 touchpoints of 'Gebruik' and 'Terug'"
    assert told(RETURN, impersonal_journey) == [(message, "service")]
    for good in (
        "opportunity: {text: X, move: personalise}",
        "content: {text: Filmpje, media: owned}",
        "content: Tips voor thuiswerkers",
    ):
        assert not told(RETURN.replace("[Bestelt]", f"[{{name: Bestelt, {good}}}]"), impersonal_journey)
    for poor in ("opportunity: {text: X, move: skip}", "content: {text: Filmpje, media: paid}"):
        assert told(RETURN.replace("[Bestelt]", f"[{{name: Bestelt, {poor}}}]"), impersonal_journey)


def test_other_stages_may_be_the_returning_ones() -> None:
    text = "framework: flywheel\nphases: [{name: A, stage: delight, touchpoints: [Calls]}]\n"
    assert not told(text, impersonal_journey)
    assert findings(text, [impersonal_journey], settings=_returning("delight"))
    assert findings(
        text.replace("delight", "loyalty").replace("framework: flywheel\n", ""), [impersonal_journey]
    )


def _returning(stage: str) -> str:
    return f"lint: {{rules: {{impersonal-journey: {{returning: [{stage}]}}}}}}"


def test_a_journey_that_asks_for_a_redesign() -> None:
    text = journey(
        "name: A, emotion: -1, pain: Slow",
        "name: B, emotion: -0.5, pain: Dear, opportunity: {text: Cheaper, status: dropped}",
        "name: C, emotion: 1, pain: {text: Far, accepted: The sea is where it is}",
    )
    message = "2 of 3 scores are below neutral, and 2 of 3 pains have no opportunity"
    assert told(text, redesign_candidate) == [(message, "A visit")]
    assert not told(text.replace("dropped", "idea"), redesign_candidate)
    assert not told(text.replace("-0.5", "0"), redesign_candidate)
    assert not told(text, redesign_candidate, "low_share: 0.7")
    assert not told(text, redesign_candidate, "open_share: 0.7")
    assert not told(journey("name: A, emotion: -1", "name: B, emotion: -1", "name: C"), redesign_candidate)
