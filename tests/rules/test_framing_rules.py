"""The rules about framing: what a critic would try."""

import pytest
from linting import TODAY, findings, fragment

from cjm import lint, pipeline
from cjm.lint import Rule
from cjm.rules.framing.action_not_first_person import action_not_first_person
from cjm.rules.framing.buyer_journey_posing_as_customer_journey import (
    buyer_journey_posing_as_customer_journey,
)
from cjm.rules.framing.inside_out_wording import inside_out_wording
from cjm.rules.framing.journey_without_business_goal import journey_without_business_goal
from cjm.rules.framing.journey_without_expectations import journey_without_expectations
from cjm.rules.framing.journey_without_goal import journey_without_goal
from cjm.rules.framing.journey_without_persona import journey_without_persona
from cjm.rules.framing.journey_without_scenario import journey_without_scenario
from cjm.rules.framing.journey_without_scope import journey_without_scope
from cjm.rules.framing.personas_sharing_one_curve import personas_sharing_one_curve
from cjm.source import Source

RULES = (
    action_not_first_person,
    buyer_journey_posing_as_customer_journey,
    inside_out_wording,
    journey_without_business_goal,
    journey_without_expectations,
    journey_without_goal,
    journey_without_persona,
    journey_without_scenario,
    journey_without_scope,
    personas_sharing_one_curve,
)
PHASES = "phases:\n  - name: Paying\n    touchpoints: [{name: Pays at the till, channel: checkout}]\n"


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


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_bad_raises_the_rule_and_good_is_silent(rule: Rule) -> None:
    assert {found.rule for found in findings(fragment(rule, "Bad"), [rule])} == {rule.name}
    assert not findings(fragment(rule, "Good"), [rule])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
@pytest.mark.parametrize("phases", ["phases: [Before]", "phases: [{name: Before, touchpoints: []}]"])
def test_a_bare_journey_raises_nothing_but_findings(rule: Rule, phases: str) -> None:
    findings(f"journey: Bare\n{phases}\n", [rule])


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        (journey_without_persona, "nobody travels the journey 'At the till'"),
        (journey_without_scenario, "the journey 'At the till' has no scenario"),
        (journey_without_goal, "the journey 'At the till' has no goal"),
        (journey_without_scope, "nothing says where the journey 'At the till' starts and ends"),
        (journey_without_expectations, "nothing says what the customer expects of the journey 'At the till'"),
        (journey_without_business_goal, "the journey 'At the till' has no business goal"),
    ],
    ids=lambda value: value.name if isinstance(value, Rule) else "",
)
def test_what_a_journey_lacks_is_said_at_its_title(rule: Rule, message: str) -> None:
    text = f"journey: At the till\n{PHASES}"
    assert messages(text, rule) == [message]
    assert words(text, rule) == ["At the till"]


@pytest.mark.parametrize(
    ("rule", "key"),
    [
        (journey_without_persona, "personas: [{id: A}]"),
        (journey_without_scenario, "scenario: {text: x}"),
        (journey_without_goal, "goal: {text: x}"),
        (journey_without_scope, "scope: At noon"),
        (journey_without_expectations, "expectations: [{level: 1}]"),
        (journey_without_business_goal, "business_goal: [a, b]"),
    ],
    ids=lambda value: value.name if isinstance(value, Rule) else "",
)
def test_what_could_not_be_read_is_not_missing_too(rule: Rule, key: str) -> None:
    assert not in_broken(f"journey: At the till\n{key}\n{PHASES}", rule)


def test_a_phase_may_hold_the_goal() -> None:
    assert not messages(PHASES.replace("    touch", "    goal: Be out soon\n    touch"), journey_without_goal)


def test_half_a_scope() -> None:
    text = f"journey: At the till\nscope: {{starts: At the door}}\n{PHASES}"
    assert messages(text, journey_without_scope) == ["nothing says where the journey 'At the till' ends"]
    assert words(text, journey_without_scope) == ["{starts: At the door}"]
    (found,) = findings(text, [journey_without_scope])
    assert found.help == "add `ends:` to its scope"
    assert messages(text.replace("starts", "ends"), journey_without_scope) == [
        "nothing says where the journey 'At the till' starts"
    ]


def test_an_expectation_at_a_touchpoint_counts() -> None:
    said = PHASES.replace("channel", "expectation: A short queue, channel")
    assert not messages(said, journey_without_expectations)


def test_personas_share_a_curve_until_one_point_tells_them_apart() -> None:
    text = (
        "journey: A\npersonas: [Tom, Ann]\nphases:\n  - name: P\n    touchpoints:\n"
        "      - {name: One, emotion: 1}\n      - {name: Two, emotion: -1}\n"
    )
    (found,) = findings(text, [personas_sharing_one_curve])
    assert found.message == "2 personas share one curve"
    assert found.span.of(text) == "[Tom, Ann]"
    assert text[found.related[0].span.start : found.related[0].span.end] == "1"
    assert not messages(text.replace("[Tom, Ann]", "Tom"), personas_sharing_one_curve)
    assert not messages(
        text.replace("emotion: -1", "emotions: {tom: 1, ann: -1}"), personas_sharing_one_curve
    )
    assert not messages(text.replace(", emotion: 1", "").replace(", emotion: -1", ""), RULES[-1])


def acted(action: str, language: str = "en") -> str:
    return (
        f"journey: A\nlanguage: {language}\nphases:\n  - name: P\n    touchpoints:\n"
        f"      - name: T\n        action: {action}\n"
    )


@pytest.mark.parametrize(
    ("action", "language"),
    [
        ("I wait", "en"),
        ("I’m waiting", "en"),
        ('"“I wait”, I say"', "en"),
        ("We wait", "en"),
        ("You wait", "en-GB"),
        ("After work I go back", "en"),
        ("Ik wacht", "nl"),
        ("'‘k Wacht'", "nl"),
        ("’k Wacht", "nl"),
        ("Je wacht", "nl-BE"),
        ("Wij wachten", "nl"),
        ("Na het werk fiets ik terug", "nl"),
        ("Ich warte", "de"),
        ("Nach der Arbeit gehe ich zurück", "de-AT"),
        ("Le client attend", "fr"),
        ("…", "en"),
    ],
)
def test_told_by_the_customer(action: str, language: str) -> None:
    assert not messages(acted(action, language), action_not_first_person)


@pytest.mark.parametrize(
    ("action", "language", "help"),
    [
        ("Der Kunde wartet", "de", "tell it as the customer would: Ich …"),
        ("Customer waits", "en", "tell it as the customer would: I …"),
        ("Waits in line", "en", "tell it as the customer would: I …"),
        ("Orders with us", "en", "tell it as the customer would: I …"),
        ("Klant wacht", "nl", "tell it as the customer would: Ik …"),
        ("I wait", "nl", "tell it as the customer would: Ik …"),
        ("Ikea bezoeken", "nl", "tell it as the customer would: Ik …"),
    ],
)
def test_told_by_somebody_else(action: str, language: str, help: str) -> None:
    text = acted(action, language)
    (found,) = findings(text, [action_not_first_person])
    assert found.message == f"the action {action!r} isn't told by the customer"
    assert found.help == help
    assert found.span.of(text) == action


def named(name: str, more: str = "") -> str:
    return f"journey: A\n{more}\nphases:\n  - name: P\n    touchpoints:\n      - name: {name}\n"


def test_the_organisations_words() -> None:
    text = named("Is put in the CRM")
    (found,) = findings(text, [inside_out_wording])
    assert found.message == "'CRM' in 'Is put in the CRM' is the organisation's word, not the customer's"
    assert found.span.of(text) == "Is put in the CRM"
    assert messages(named("Funnel"), inside_out_wording) == [
        "'Funnel' is the organisation's word, not the customer's"
    ]
    thought = named("Waits\n        thoughts: [Where am I?, What are KPI's?]")
    assert messages(thought, inside_out_wording)[0].startswith('"KPI\'s" in "What are KPI\'s?"')


@pytest.mark.parametrize(
    "name", ["Buys a ticket", "Opens an account", "Roads lead to the market", "A loft conversion"]
)
def test_ordinary_words_do_not_count_alone(name: str) -> None:
    assert not messages(named(name), inside_out_wording)


def test_words_count_whole() -> None:
    assert not messages(named("Visits the Acrm museum"), inside_out_wording)
    assert messages(named("Is one of our stakeholders"), inside_out_wording)


def test_dutch_words_count_in_dutch_only() -> None:
    assert messages(named("Wordt een lead", "language: nl-NL"), inside_out_wording)
    assert messages(named("Staat in de CRM", "language: nl"), inside_out_wording)
    assert not messages(named("A lead for the dog", "language: en"), inside_out_wording)


@pytest.mark.parametrize(
    "name", ["Ist jetzt Bestandskunde", "Hat einen Kontaktpunkt mit uns", "Steht im CRM"]
)
def test_words_from_inside_are_told_in_german(name: str) -> None:
    assert messages(named(name, "language: de"), inside_out_wording)
    assert not messages(named("Ruft an und fragt nach dem Ticket", "language: de"), inside_out_wording)


def test_staff_may_speak_as_staff_do() -> None:
    assert not messages(named("Opens the CRM", "kind: employee"), inside_out_wording)


def test_the_words_are_options() -> None:
    rules = "lint: {preset: strict, rules: {inside-out-wording: {en: [%s], nl: []}}}"
    assert not messages(named("Opens the CRM"), inside_out_wording, settings=rules % "")
    own = rules % "pin code (new)"
    assert messages(named("Types the pin code (new)"), inside_out_wording, settings=own)


FIVE = """\
journey: A jacket
%s
phases:
  - {name: Seeing it, stage: awareness}
  - {name: Comparing, stage: consideration}
  - {name: Buying, stage: decision}
"""


def test_a_buyer_journey_is_told_by_its_last_phase() -> None:
    text = FIVE % "framework: five-phase"
    (found,) = findings(text, [buyer_journey_posing_as_customer_journey])
    assert found.message == "this customer journey stops at the decision, 'Buying'"
    assert found.span.of(text) == "five-phase"
    assert text[found.related[0].span.start : found.related[0].span.end] == "decision"
    kind = FIVE % "framework: buyers-journey\nkind: customer"
    assert words(kind, buyer_journey_posing_as_customer_journey) == ["customer"]


@pytest.mark.parametrize("more", ["kind: buyer", "kind: employee", "kind: communication", "framework: aida"])
def test_who_does_not_pose(more: str) -> None:
    head = more if "framework" in more else f"framework: five-phase\n{more}"
    assert not messages(FIVE % head, buyer_journey_posing_as_customer_journey)


@pytest.mark.parametrize(
    "phase", ["{name: Using it, stage: retention}", "{name: Service}", "{name: The parcel}"]
)
def test_a_phase_after_the_decision_makes_it_a_customer_journey(phase: str) -> None:
    text = FIVE % "framework: five-phase"
    assert not messages(f"{text}  - {phase}\n", buyer_journey_posing_as_customer_journey)


def test_without_a_framework_names_tell() -> None:
    rule = buyer_journey_posing_as_customer_journey
    assert words("journey: Jas\nlanguage: nl\nphases: [Bewustwording, Overweging, Aankoop]\n", rule) == [
        "Jas"
    ]
    assert not messages("journey: Jas\nphases: [Trying, Walking home, Decision]\n", rule)
    assert not messages("journey: Jas\nphases: [Decision]\n", rule)


def test_a_framework_of_ones_own_is_another_matter() -> None:
    library = "library: L\nframeworks: [{id: five-phase, stages: [awareness, consideration, decision]}]\n"
    checked = pipeline.check(
        pipeline.Workspace(
            ".",
            None,
            (Source("x.cjm.yaml", FIVE % "framework: five-phase"),),
            (Source("l.cjm.yaml", library),),
        ),
        lambda _folder, _target: "",
    )
    where = checked.project, checked.project.journeys[0], checked.sources, checked.comments
    assert not lint.run([buyer_journey_posing_as_customer_journey], *where)
