"""The rules about structure: what a critic would try."""

import sys
from types import FrameType
from typing import Any

import pytest
from linting import TODAY, findings, fragment, names

from cjm import lint, pipeline
from cjm.lint import Rule
from cjm.rules.framing.buyer_journey_posing_as_customer_journey import (
    buyer_journey_posing_as_customer_journey,
)
from cjm.rules.structure.dead_end import dead_end
from cjm.rules.structure.empty_phase import empty_phase
from cjm.rules.structure.endless_loop import endless_loop
from cjm.rules.structure.shares_incomplete import shares_incomplete
from cjm.rules.structure.split_sentence import split_sentence
from cjm.rules.structure.stage_missing import stage_missing
from cjm.rules.structure.stage_out_of_order import stage_out_of_order
from cjm.rules.structure.stage_unknown import stage_unknown
from cjm.rules.structure.too_few_phases import too_few_phases
from cjm.rules.structure.too_many_phases import too_many_phases
from cjm.rules.structure.too_wordy import too_wordy
from cjm.rules.structure.touchpoint_list_only import touchpoint_list_only
from cjm.rules.structure.touchpoint_without_channel import touchpoint_without_channel
from cjm.rules.structure.unbalanced_phase import unbalanced_phase
from cjm.rules.structure.unexplained_channel_switch import unexplained_channel_switch
from cjm.rules.structure.unreachable_touchpoint import unreachable_touchpoint
from cjm.source import Source

RULES = (
    dead_end,
    empty_phase,
    endless_loop,
    shares_incomplete,
    split_sentence,
    stage_missing,
    stage_out_of_order,
    stage_unknown,
    too_few_phases,
    too_many_phases,
    too_wordy,
    touchpoint_list_only,
    touchpoint_without_channel,
    unbalanced_phase,
    unexplained_channel_switch,
    unreachable_touchpoint,
)


def messages(text: str, rule: Rule, settings: str = "") -> list[str]:
    """What one rule says."""
    return [found.message for found in findings(text, [rule], settings=settings)]


def words(text: str, rule: Rule) -> list[str]:
    """What stands under the caret."""
    return [found.span.of(text) for found in findings(text, [rule])]


def in_broken(text: str, *rules: Rule) -> list[str]:
    """What rules say of a text that has errors as well."""
    checked = pipeline.check(
        pipeline.Workspace(".", None, (Source("x.cjm.yaml", text),)), lambda _folder, _target: ""
    )
    assert checked.diagnostics
    (journey,) = checked.project.journeys
    where = checked.project, journey, checked.sources, checked.comments, TODAY
    return [found.message for found in lint.run(rules, *where)]


def phases(*texts: str, head: str = "") -> str:
    """A journey of phases, each in one line."""
    return f"journey: A\n{head}\nphases:\n" + "".join(f"  - {text}\n" for text in texts)


def points(*texts: str) -> str:
    """A journey of one phase with touchpoints, each in one line."""
    lines = "".join(f"      - {text}\n" for text in texts)
    return f"journey: A\nphases:\n  - name: P\n    touchpoints:\n{lines}"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_bad_raises_the_rule_and_good_is_silent(rule: Rule) -> None:
    assert {found.rule for found in findings(fragment(rule, "Bad"), [rule])} == {rule.name}
    assert not findings(fragment(rule, "Good"), [rule])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
@pytest.mark.parametrize(
    "text",
    [
        phases("Before"),
        phases("{name: Before, touchpoints: []}", head="framework: aida"),
        points("{id: a, name: A, next: a}", "B"),
    ],
)
def test_a_bare_journey_raises_nothing_but_findings(rule: Rule, text: str) -> None:
    findings(text, [rule])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_journey_without_names_or_phases(rule: Rule) -> None:
    in_broken("journey:\nframework: five-phase\nphases: [{name: [x], touchpoints: [{name: ''}]}]\n", rule)
    in_broken("journey: A\nframework: five-phase\nphases: []\n", rule)


def steps(rule: Rule, count: int) -> int:
    """How many lines of Python a rule runs through in a ring of so many touchpoints."""
    ring = [
        f"{{id: t-{n}, name: Tries {n}, channel: c{n}, next: [t-{(n + 1) % count}, t-{n // 2}]}}"
        for n in range(count)
    ]
    source = Source("x.cjm.yaml", points(*ring))
    checked = pipeline.check(pipeline.Workspace(".", None, (source,)), lambda _folder, _target: "")
    ran = 0

    def tracer(_frame: FrameType, event: str, _argument: Any) -> Any:
        nonlocal ran
        ran += event == "line"
        return tracer

    before = sys.gettrace()
    sys.settrace(tracer)
    try:
        lint.run([rule], checked.project, checked.project.journeys[0], checked.sources, checked.comments)
    finally:
        sys.settrace(before)
    return ran


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_four_times_the_touchpoints_are_four_times_the_work(rule: Rule) -> None:
    assert steps(rule, 2000) < 6 * steps(rule, 500)


def test_an_empty_phase() -> None:
    text = phases("{name: Waiting, touchpoints: []}", "{name: Paying, touchpoints: [Pays]}")
    assert messages(text, empty_phase) == ["phase 'Waiting' has no touchpoints"]
    assert words(text, empty_phase) == ["Waiting"]
    assert not in_broken(phases("{name: Waiting, touchpoints: [{action: I wait}, [x]]}"), empty_phase)


@pytest.mark.parametrize(("count", "found"), [(1, True), (2, True), (3, False), (9, False)])
def test_too_few_phases(count: int, found: bool) -> None:
    assert bool(messages(phases(*"ABCDEFGHI"[:count]), too_few_phases)) == found


def test_how_few_is_an_option() -> None:
    settings = "lint: {preset: strict, rules: {too-few-phases: {at_least: 5}}}"
    assert messages(phases(*"ABCD"), too_few_phases, settings=settings) == [
        "4 phases are fewer than the 5 that make a journey"
    ]
    assert words(phases("B"), too_few_phases) == ["A"]
    assert messages(phases("B"), too_few_phases) == ["one phase is fewer than the 3 that make a journey"]


def test_too_many_phases() -> None:
    text = phases(*"BCDEFGHIJK")
    (found,) = findings(text, [too_many_phases])
    assert found.message == "10 phases are more than the 9 that can be kept in mind"
    assert text[found.related[0].span.start : found.related[0].span.end] == "K"
    assert not messages(phases(*"BCDEFGHIJ"), too_many_phases)
    settings = "lint: {preset: strict, rules: {too-many-phases: {at_most: 2}}}"
    assert messages(phases(*"BCD"), too_many_phases, settings=settings)


def test_one_phase_with_most() -> None:
    even = [f"{{name: {n}, touchpoints: [A, B]}}" for n in ("One", "Two", "Three")]
    assert not messages(phases(*even), unbalanced_phase)
    full = even[0].replace("B]", "B, C, D, E]")
    text = phases(full, *even[1:])
    assert messages(text, unbalanced_phase) == ["phase 'One' holds 5 of the 9 touchpoints"]
    assert words(text, unbalanced_phase) == ["One"]
    assert not messages(phases(full, even[1]), unbalanced_phase)
    assert not messages(
        phases(full.replace(", E", ""), even[1], even[2]), unbalanced_phase
    )  # half is not over
    settings = "lint: {preset: strict, rules: {unbalanced-phase: {share: 0.3}}}"
    assert len(messages(phases(*even), unbalanced_phase, settings=settings)) == 3


PERIODS = "framework: service-periods"


def test_stages_that_are_missing() -> None:
    text = phases("{name: One, stage: during}", head=PERIODS)
    assert messages(text, stage_missing) == [
        "no phase covers the stage 'after' of service-periods",
        "no phase covers the stage 'before' of service-periods",
    ]
    assert words(text, stage_missing) == ["service-periods"] * 2


def test_a_phase_covers_the_stage_that_it_is_called_after() -> None:
    assert not messages(phases("Vooraf", "Tijdens", "After", head=PERIODS), stage_missing)
    assert not messages(
        phases("{name: X, stage: pre-service}", "During", "After", head=PERIODS), stage_missing
    )


def test_no_stage_at_all_is_said_once() -> None:
    text = phases("Looking", "Buying", head="framework: five-phase")
    (found,) = findings(text, [stage_missing])
    assert found.message == "no phase says which stage of five-phase it is"
    assert found.help == "give each its `stage:`: awareness, consideration, decision, retention, loyalty"
    assert not messages(phases("Looking", "Buying"), stage_missing)


def test_a_misspelt_stage_is_not_missing_too() -> None:
    text = phases("Before", "{name: X, stage: durring}", "After", head=PERIODS)
    (found,) = findings(text, [stage_missing, stage_unknown])
    assert found.message == "service-periods has no stage 'durring'"
    assert found.help == "did you mean 'during'?"
    assert found.span.of(text) == "durring"
    assert not in_broken(phases("Before", "{name: X, stage: [during]}", "After", head=PERIODS), stage_missing)


def test_what_poses_as_a_customer_journey_is_not_called_incomplete_too() -> None:
    text = phases("Awareness", "Consideration", "Decision", head="framework: five-phase")
    both = [stage_missing, buyer_journey_posing_as_customer_journey]
    assert names(findings(text, both)) == {"buyer-journey-posing-as-customer-journey"}


def test_an_unknown_framework_is_an_error_already() -> None:
    text = phases("{name: X, stage: before}", head="framework: service-period")
    assert not in_broken(text, stage_missing, stage_unknown, stage_out_of_order)


def test_a_stage_of_nothing_is_said_once() -> None:
    text = phases("{name: X, stage: before}", "{name: Y, stage: after}")
    assert messages(text, stage_unknown) == ["nothing says of which framework 'before' is a stage"]
    assert words(text, stage_unknown) == ["before"]


def test_order_of_stages() -> None:
    text = phases("{name: X, stage: after}", "Before", "{name: Y, stage: during}", head=PERIODS)
    (found,) = findings(text, [stage_out_of_order])
    assert found.message == "the stage 'before' comes after 'after'"
    assert found.span.of(text) == "Before"
    assert text[found.related[0].span.start : found.related[0].span.end] == "after"
    assert not messages(phases("Before", "Before", "X", "During", "After", head=PERIODS), stage_out_of_order)


def test_a_wheel_may_be_entered_anywhere() -> None:
    wheel = "framework: flywheel"
    assert not messages(phases("Engage", "Delight", "Attract", head=wheel), stage_out_of_order)
    assert not messages(phases("Attract", "Engage", "Delight", "Attract", head=wheel), stage_out_of_order)
    assert messages(phases("Delight", "Engage", "Attract", head=wheel), stage_out_of_order)


def test_a_framework_of_ones_own() -> None:
    library = "library: L\nframeworks: [{id: stay, stages: [Arrive, {id: sleep, name: The night}, Leave]}]\n"
    text = phases("Leave", "{name: X, stage: the night}", "{name: Y, stage: slep}", head="framework: stay")
    rules = [stage_missing, stage_out_of_order, stage_unknown]
    found = findings(text, rules, library=library)
    assert {one.message for one in found} == {
        "the stage 'sleep' comes after 'leave'",
        "stay has no stage 'slep'",
    }


def test_only_names() -> None:
    text = points("Draws a number", "{id: x, name: Waits, was: y}")
    assert messages(text, touchpoint_list_only) == ["the 2 touchpoints have nothing but a name"]
    assert words(text, touchpoint_list_only) == ["A"]
    assert names(findings(text, [touchpoint_list_only, touchpoint_without_channel])) == {
        "touchpoint-list-only"
    }
    assert messages(points("Waits"), touchpoint_list_only) == ["the one touchpoint has nothing but a name"]
    assert not messages(points("Waits", "{name: Pays, emotion: 1}"), touchpoint_list_only)
    assert not messages(phases("P"), touchpoint_list_only)
    assert not in_broken(points("{name: Pays, emotion: splendid day}"), touchpoint_list_only)


def test_what_nothing_leads_to() -> None:
    text = points("{id: a, name: A one, next: c}", "{id: b, name: B two}", "{id: c, name: C three}")
    (found,) = findings(text, [unreachable_touchpoint])
    assert found.message == "nothing leads to touchpoint 'B two'"
    assert found.span.of(text) == "B two"
    assert text[found.related[0].span.start : found.related[0].span.end] == "c"
    assert not messages(text.replace("next: c", "next: [c, b]"), unreachable_touchpoint)


def test_what_hangs_together_is_said_once_at_its_start() -> None:
    text = points("{name: A, next: end}", "{id: c, name: C}", "{name: D, next: end}", "{name: B, next: c}")
    assert words(text, unreachable_touchpoint) == ["B"]
    ring = points("{name: A, next: end}", "{id: b, name: B}", "{id: c, name: C, next: b}")
    assert words(ring, unreachable_touchpoint) == ["B"]
    assert words(points("{name: A, next: end}", "{id: b, name: B, next: b}"), unreachable_touchpoint) == ["B"]


def test_ways_that_could_not_be_read_are_not_followed() -> None:
    text = points("{name: A, next: nowhere}", "{id: b, name: B, next: end}", "{id: c, name: C}")
    assert not in_broken(text, unreachable_touchpoint, endless_loop, dead_end)
    text = points("{name: A, next: {when: x}}", "{id: b, name: B, next: end}", "{id: c, name: C}")
    assert not in_broken(text, unreachable_touchpoint, endless_loop, dead_end)


def test_dead_ends() -> None:
    text = points("{name: A, next: []}", "{name: B, next: end}")
    assert messages(text, dead_end) == ["touchpoint 'A' leads nowhere"]
    assert words(text, dead_end) == ["[]"]
    assert not messages(points("{name: A, next: }", "B"), dead_end)
    assert not messages(text, endless_loop)
    assert not messages(points("{name: A, next: []}", "B"), unreachable_touchpoint)


def test_a_loop_without_a_way_out() -> None:
    text = points("Start", "{id: a, name: A one}", "B", "{name: C three, next: a}")
    (found,) = findings(text, [endless_loop])
    assert found.message == "from 'C three' customers go back to 'A one', and no way leads out"
    assert found.span.of(text) == "a"
    assert text[found.related[0].span.start : found.related[0].span.end] == "A one"
    assert not messages(text.replace("next: a", "next: [a, end]"), endless_loop)
    assert not messages(text.replace("- B", "- {name: B, next: [c-three, end]}"), endless_loop)


def test_each_loop_is_said_once() -> None:
    eight = points("{id: a, name: A}", "{id: b, name: B, next: [a, c]}", "{id: c, name: C, next: b}")
    assert messages(eight, endless_loop) == ["from 'C' customers go back to 'B', and no way leads out"]
    two = points("{id: a, name: A, next: [b, c]}", "{id: b, name: B, next: b}", "{id: c, name: C, next: c}")
    assert words(two, endless_loop) == ["b", "c"]
    into = points("{id: a, name: A, next: [a, b]}", "{id: b, name: B, next: b}")
    assert words(into, endless_loop) == ["b"]
    assert messages(into, endless_loop) == ["touchpoint 'B' leads to itself, and to nothing else"]
    free = points("{id: a, name: A, next: [a, b]}", "{id: b, name: B}")
    assert not messages(free, endless_loop)


def shared(*shares: str) -> str:
    ways = ", ".join(
        f"{{to: end, when: w{n}{share and ', share: '}{share}}}" for n, share in enumerate(shares)
    )
    return points(f"{{name: A, next: [{ways}]}}")


def test_shares() -> None:
    (found,) = findings(shared("50%", "30%"), [shares_incomplete])
    assert found.message == "the shares from 'A' add to 80%"
    assert found.help == "add the way that the other 20% take, such as `end`"
    (found,) = findings(shared("60%", ""), [shares_incomplete])
    assert found.help == "divide the other 40% over the ways without a `share:`"
    assert messages(shared("12.5%", "80%"), shares_incomplete) == ["the shares from 'A' add to 92.5%"]
    assert words(points("{name: A, next: {to: end, share: 0.4}}"), shares_incomplete) == [
        "{to: end, share: 0.4}"
    ]


@pytest.mark.parametrize(
    "shares", [("", ""), ("33%", "33%", "33%"), ("50%", "50%"), ("100%", ""), ("0.1", "0.2", "0.7")]
)
def test_shares_that_are_fine(shares: tuple[str, ...]) -> None:
    assert not messages(shared(*shares), shares_incomplete)


def test_shares_over_one_are_an_error_already() -> None:
    assert not in_broken(shared("60%", "60%"), shares_incomplete)


def test_a_change_of_channel() -> None:
    text = points("{name: Picks, channel: website}", "{name: Tries, channels: [fitting room, store]}")
    (found,) = findings(text, [unexplained_channel_switch])
    assert found.message == (
        "from 'Picks' to 'Tries' the customer changes from Website to Fitting room and Store, "
        "and nothing says how"
    )
    assert found.span.of(text) == "[fitting room, store]"
    assert text[found.related[0].span.start : found.related[0].span.end] == "website"


@pytest.mark.parametrize("key", ["frontstage", "content", "gain", "pain"])
@pytest.mark.parametrize("side", [0, 1])
def test_either_side_explains_a_change(key: str, side: int) -> None:
    texts = ["{name: Picks, channel: website}", "{name: Tries, channel: store}"]
    texts[side] = texts[side].replace("}", f", {key}: It is there}}")
    assert not messages(points(*texts), unexplained_channel_switch)


def test_no_change_of_channel() -> None:
    for text in (
        points("{name: A, channels: [website, phone]}", "{name: B, channels: [phone, store]}"),
        points("{name: A, channel: shop}", "{name: B, channel: store}"),
        points("{name: A, channel: website, next: end}", "{name: B, channel: store}"),
        points("{name: A, channel: website}", "B", "{name: C, channel: store}"),
    ):
        assert not messages(text, unexplained_channel_switch)


def test_a_change_along_a_way() -> None:
    text = points(
        "{id: a, name: A, channel: website, next: [b, c]}",
        "{id: b, name: B, channel: website, next: end}",
        "{id: c, name: C, channel: phone}",
    )
    assert words(text, unexplained_channel_switch) == ["phone"]


@pytest.mark.parametrize(
    "line",
    [
        "thoughts: [It fits, but it is dear]",
        "thoughts: [It fits, it is dear]",
        "frontstage: [staat klaar, en helpt]",
        "thoughts: [Is it mine?, It fits, and it is dear]",
    ],
)
def test_a_comma_splits_a_text(line: str) -> None:
    text = points(f"name: A\n        {line}")
    assert words(text, split_sentence) == [line.partition(": ")[2]]


def test_a_list_is_said_once() -> None:
    assert (
        len(findings(points("name: A\n        thoughts: [It fits, it is dear, and red]"), [split_sentence]))
        == 1
    )
    assert (
        len(findings(points("name: A\n        gains: [It fits, it is dear, and red]"), [split_sentence])) == 1
    )


def test_a_comma_splits_a_pain() -> None:
    text = points("name: A\n        pains: [Ten minutes, no chair]")
    (found,) = findings(text, [split_sentence])
    assert found.message == "'no chair' reads as the end of 'Ten minutes', and the comma makes two of them"
    assert found.span.of(text) == "no chair"
    assert found.subject == ("x", "a", "no-chair")


def test_a_comma_splits_a_touchpoint() -> None:
    text = phases("{name: P, touchpoints: [Waits, reads a magazine, Pays]}")
    assert words(text, split_sentence) == ["reads a magazine"]
    persona = "journey: A\npersona: {name: Tom, goals: [Be home early, or call]}\nphases: [P]\n"
    lines = persona.replace(
        "{name: Tom, goals: [Be home early, or call]}", "\n  goals:\n  - Be home\n  - or call"
    )
    assert not messages(lines.replace("persona: ", "persona:\n  name: Tom"), split_sentence)
    assert words(persona, split_sentence) == ["[Be home early, or call]"]


@pytest.mark.parametrize(
    "line",
    [
        "thoughts: [It fits, I am glad]",
        "thoughts: [it fits, it is dear]",
        'thoughts: ["It fits", "but it is dear"]',
        "thoughts:\n        - It fits\n        - but it is dear",
        "thoughts: [It fits., and more]",
        "systems: [CRM, webshop, iDEAL]",
        "devices: [PC, phone]",
        "pains:\n        - Ten minutes\n        - no chair",
        "thought: It fits, but it is dear",
    ],
)
def test_lists_that_are_meant(line: str) -> None:
    assert not messages(points(f"name: A\n        {line}"), split_sentence)


def test_joining_words_are_an_option() -> None:
    settings = "lint: {preset: strict, rules: {split-sentence: {joining: [plus]}}}"
    text = points("name: A\n        thoughts: [es passt, plus es ist teuer]")
    assert not messages(text, split_sentence)
    assert messages(text, split_sentence, settings=settings)


def test_many_words() -> None:
    assert not messages(points("n" * 60), too_wordy)
    assert words(points("n" * 61), too_wordy) == ["n" * 61]
    assert not messages(points(f"{{name: A, pain: {'p' * 140}}}"), too_wordy)
    text = points(f"{{name: A, thoughts: [short, {'t' * 141}], pains: [{{text: {'p' * 150}}}]}}")
    first, second = findings(text, [too_wordy])
    assert first.message.endswith("has 141 characters, more than the 140 that a cell can carry")
    assert second.span.of(text) == "p" * 150
    assert first.help == "say it in fewer words, and keep the rest in `notes:`"
    (phase,) = findings(phases(f"{{name: P, goal: {'g' * 141}}}"), [too_wordy])
    assert phase.help == "say it in fewer words"
    settings = "lint: {preset: strict, rules: {too-wordy: {name: 3, text: 5}}}"
    found = messages(points("{name: Four, action: I w…, thought: I wait}"), too_wordy, settings=settings)
    assert len(found) == 2
