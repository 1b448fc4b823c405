"""What a map rests on: nothing, staff, one method, few people, old research, one score."""

from datetime import date

import pytest
from linting import findings, fragment, names

from cjm.lint import Rule
from cjm.rules.evidence.journey_without_evidence import journey_without_evidence
from cjm.rules.evidence.nps_alone import nps_alone
from cjm.rules.evidence.single_source import single_source
from cjm.rules.evidence.small_sample import small_sample
from cjm.rules.evidence.staff_view_only import staff_view_only
from cjm.rules.evidence.stale_evidence import stale_evidence

RULES = (journey_without_evidence, staff_view_only, single_source, small_sample, stale_evidence, nps_alone)
PHASES = "phases:\n  - name: At the till\n    touchpoints: [Pays in cash]\n"
LIBRARY = """library: Town
evidence:
  - {id: desk-session, kind: staff-workshop, date: 2019-05-06}
  - {id: talks, kind: interview, participants: 3, date: 2026-05-06}
"""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_bad_raises_and_good_is_silent(rule: Rule) -> None:
    assert names(findings(fragment(rule, "Bad"), [rule])) == {rule.name}
    assert not findings(fragment(rule, "Good"), [rule])


def test_a_journey_without_evidence_is_told_at_its_title() -> None:
    text = f"journey: Een paspoort halen\nlanguage: nl\n{PHASES}"
    (found,) = findings(text, [journey_without_evidence])
    assert found.message == "journey 'Een paspoort halen' names no evidence"
    assert found.span.of(text) == "Een paspoort halen"
    assert found.severity == "warning"


@pytest.mark.parametrize(
    "text",
    [
        f"evidence: interviews\n{PHASES}",
        f"persona: {{name: Noor, evidence: interviews}}\n{PHASES}",
        "phases: [{name: A, evidence: survey, touchpoints: [B]}]",
        "phases: [{name: A, touchpoints: [{name: B, evidence: survey}]}]",
        "phases: [{name: A, touchpoints: [{name: B, pain: {text: C, evidence: survey}}]}]",
        "phases: [{name: A, touchpoints: [{name: B, gain: {text: C, evidence: survey}}]}]",
    ],
)
def test_evidence_counts_wherever_it_is_named(text: str) -> None:
    assert not findings(text, [journey_without_evidence])


def test_what_a_library_declares_and_nobody_names_is_no_evidence() -> None:
    assert names(findings(PHASES, [journey_without_evidence], library=LIBRARY))
    named = PHASES.replace("touchpoints", "evidence: talks\n    touchpoints")
    assert not findings(named, [journey_without_evidence], library=LIBRARY)
    assert not findings(f"evidence: [talks]\n{PHASES}", [journey_without_evidence], library=LIBRARY)


def test_an_empty_list_is_no_evidence() -> None:
    assert findings(f"evidence: []\n{PHASES}", [journey_without_evidence])


@pytest.mark.parametrize("kind", ["assumption", "staff-workshop"])
def test_staff_alone_is_told_with_its_kind(kind: str) -> None:
    text = f"journey: A\nevidence:\n  - {{id: session, kind: {kind}}}\n{PHASES}"
    (found,) = findings(text, [staff_view_only])
    assert found.message == f"all evidence is from staff ({kind}), none from customers"
    assert found.span.of(text).strip().startswith(f"- {{id: session, kind: {kind}}}")


@pytest.mark.parametrize("kind", ["customer-workshop", "customer-drawn", "complaint", "survey"])
def test_one_customer_is_enough_against_staff_view(kind: str) -> None:
    text = f"evidence:\n  - {{id: a, kind: staff-workshop}}\n  - {{id: b, kind: {kind}}}\n{PHASES}"
    assert not findings(text, [staff_view_only])


def test_staff_view_counts_the_evidence_of_a_library_that_is_named() -> None:
    named = PHASES.replace("touchpoints", "evidence: desk-session\n    touchpoints")
    (found,) = findings(named, [staff_view_only], library=LIBRARY)
    assert "(staff-workshop)" in found.message
    assert not findings(PHASES, [staff_view_only], library=LIBRARY)


def test_one_method_twice_is_one_method() -> None:
    text = f"evidence: [{{id: a, kind: interview}}, {{id: b, kind: interview}}]\n{PHASES}"
    (found,) = findings(text, [single_source])
    assert found.message == "the whole map rests on one method, 'interview'"
    assert not findings(text.replace("b, kind: interview", "b, kind: survey"), [single_source])


def test_an_assumption_is_no_second_method() -> None:
    assert findings(f"evidence: [{{id: a, kind: survey}}, assumption]\n{PHASES}", [single_source])
    assert not findings(f"evidence: [assumption]\n{PHASES}", [single_source])


def test_two_sources_without_a_kind_may_be_two_methods() -> None:
    assert not findings(f"evidence: [Winkeldagboek, Kassabonnen]\n{PHASES}", [single_source])
    (found,) = findings(f"evidence: [Winkeldagboek]\n{PHASES}", [single_source])
    assert found.message == "the whole map rests on one source, 'Winkeldagboek'"
    (found,) = findings(f"evidence: [{{id: bonnen}}]\n{PHASES}", [single_source])
    assert found.message == "the whole map rests on one source, 'bonnen'"


def test_staff_view_silences_single_source() -> None:
    text = f"evidence: [{{id: a, kind: staff-workshop}}]\n{PHASES}"
    assert names(findings(text, [staff_view_only, single_source])) == {"staff-view-only"}


@pytest.mark.parametrize(("participants", "told"), [(0, True), (4, True), (5, False), (12, False)])
def test_a_sample_is_small_below_five(participants: int, told: bool) -> None:
    text = f"evidence: [{{title: Home visits, kind: interview, participants: {participants}}}]\n{PHASES}"
    found = findings(text, [small_sample])
    assert bool(found) is told
    if told:
        assert found[0].message == (f"interview 'Home visits' had {participants} participants, fewer than 5")


def test_a_small_sample_stands_at_its_number_wherever_it_is_declared() -> None:
    named = PHASES.replace("touchpoints", "evidence: talks\n    touchpoints")
    (found,) = findings(named, [small_sample], library=LIBRARY)
    assert found.path == "library.cjm.yaml"
    assert found.span.of(LIBRARY) == "3"
    assert not findings(PHASES, [small_sample], library=LIBRARY)


def test_options_of_a_small_sample() -> None:
    text = f"evidence: [{{id: a, kind: observation, participants: 6}}]\n{PHASES}"
    assert not findings(text, [small_sample])
    options = "{least: 8, kinds: [observation]}"
    settings = f"lint: {{preset: strict, rules: {{small-sample: {options}}}}}"
    assert findings(text, [small_sample], settings=settings)
    # A survey among three is a small sample, too, but not of the kinds that the rule knows.
    assert not findings(text.replace("observation", "survey"), [small_sample])


@pytest.mark.parametrize(
    ("day", "today", "told"),
    [
        ("2024-11-01", date(2026, 11, 1), False),
        ("2024-10-31", date(2026, 11, 1), True),
        ("2022-02-28", date(2024, 2, 29), True),
        ("2026-03-01", date(2028, 2, 29), False),
        ("2026-02-27", date(2029, 2, 28), True),
        ("2025-02-28", date(2027, 3, 1), True),
        ("2030-01-01", date(2026, 11, 1), False),
    ],
)
def test_evidence_is_stale_after_two_calendar_years(day: str, today: date, told: bool) -> None:
    text = f"evidence: [{{id: a, title: Talks, kind: interview, date: {day}}}]\n{PHASES}"
    found = findings(text, [stale_evidence], today=today)
    assert bool(found) is told
    if told:
        assert found[0].message == f"evidence 'Talks' is of {day}, more than 2 years ago"


@pytest.mark.parametrize("years", [1, 99999, -99999])
def test_any_number_of_years_can_be_chosen(years: int) -> None:
    text = f"evidence: [{{id: a, kind: interview, date: 2025-10-31}}]\n{PHASES}"
    settings = f"lint: {{preset: strict, rules: {{stale-evidence: {{years: {years}}}}}}}"
    assert bool(findings(text, [stale_evidence], settings=settings)) is (years < 2)


def test_without_a_day_and_in_an_archive_nothing_is_stale() -> None:
    text = f"evidence: [{{id: a, kind: interview, date: 2019-10-31}}]\n{PHASES}"
    assert findings(text, [stale_evidence])
    assert not findings(text, [stale_evidence], today=None)
    assert not findings(f"status: archived\n{text}", [stale_evidence])


def test_nps_alone_is_told_once_at_the_first() -> None:
    text = "phases:\n  - {name: A, metrics: {nps: 3}, touchpoints: [{name: B, metrics: {NPS: 4}}]}\n"
    (found,) = findings(f"journey: X\n{text}", [nps_alone])
    assert found.message == "nps is the only metric of the whole map"
    assert found.span.of(f"journey: X\n{text}") == "nps"


@pytest.mark.parametrize("metrics", ["{}", "{nps: 3, cost: € 4}", "{ces: 3}"])
def test_nps_with_company_or_no_metric_is_fine(metrics: str) -> None:
    assert not findings(f"phases: [{{name: A, metrics: {metrics}, touchpoints: [B]}}]", [nps_alone])


@pytest.mark.parametrize("phases", ["phases: [{name: Leeg}]", "phases: [Leeg]"])
def test_an_empty_journey_is_no_trouble(phases: str) -> None:
    assert names(findings(phases, RULES)) == {"journey-without-evidence"}
