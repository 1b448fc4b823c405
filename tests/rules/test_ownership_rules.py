"""Who answers for what: the whole, the handovers, too much, nothing, the unusual."""

import pytest
from linting import findings, fragment, names

from cjm.lint import Rule
from cjm.rules.ownership.handover_unexplained import handover_unexplained
from cjm.rules.ownership.journey_without_owner import journey_without_owner
from cjm.rules.ownership.overloaded_department import overloaded_department
from cjm.rules.ownership.unused_department import unused_department
from cjm.rules.ownership.unusual_owner import unusual_owner

RULES = (
    journey_without_owner,
    handover_unexplained,
    overloaded_department,
    unused_department,
    unusual_owner,
)
PHASES = "phases:\n  - name: At the till\n    owner: Store\n    touchpoints: [Pays in cash]\n"


def handed_over(before: str = "", after: str = "", middle: str = "") -> str:
    return (
        "journey: X\n"
        "phases:\n"
        "  - name: Buying\n"
        "    owner: Sales\n"
        "    touchpoints:\n"
        f"      - {{name: Signs, id: signs{before}}}\n"
        f"{middle}"
        f"      - {{name: First bill, id: bill, owner: Finance{after}}}\n"
    )


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_bad_raises_and_good_is_silent(rule: Rule) -> None:
    assert names(findings(fragment(rule, "Bad"), [rule])) == {rule.name}
    assert not findings(fragment(rule, "Good"), [rule])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_an_empty_journey_is_no_trouble(rule: Rule) -> None:
    found = findings("phases: [Leeg, {name: Ook leeg, owner: Sales}]", [rule])
    assert names(found) <= {"journey-without-owner"}


def test_a_journey_without_owner_is_told_at_its_title() -> None:
    text = f"journey: Naar de kassa\n{PHASES}"
    (found,) = findings(text, [journey_without_owner])
    assert found.message == "nobody answers for the journey 'Naar de kassa' as a whole"
    assert found.span.of(text) == "Naar de kassa"


def test_who_is_accountable_answers_and_who_is_informed_does_not() -> None:
    assert not findings(f"owner: {{accountable: Service}}\n{PHASES}", [journey_without_owner])
    text = f"journey: X\nowner: {{informed: Service}}\n{PHASES}"
    (found,) = findings(text, [journey_without_owner])
    assert found.span.of(text) == "{informed: Service}"


def test_a_handover_is_told_where_the_customer_arrives() -> None:
    text = handed_over()
    (found,) = findings(text, [handover_unexplained])
    assert found.message == (
        "the owner changes from 'Sales' to 'Finance' after 'Signs', "
        "and nothing says how the customer is handed over"
    )
    assert found.span.of(text) == "First bill"
    (related,) = found.related
    assert related.span.of(text) == "Signs"


@pytest.mark.parametrize(
    "said", ["frontstage: a", "backstage: a", "content: a", "gain: a", "pain: a", "pains: [a, b]"]
)
def test_anything_said_on_either_side_explains_a_handover(said: str) -> None:
    assert not findings(handed_over(before=f", {said}"), [handover_unexplained])
    assert not findings(handed_over(after=f", {said}"), [handover_unexplained])


def test_other_words_explain_no_handover() -> None:
    assert findings(handed_over(before=", thought: Now what?, notes: ask"), [handover_unexplained])


def test_a_handover_follows_next() -> None:
    middle = "      - {name: Has it delivered, id: delivered}\n"
    assert not findings(handed_over(", next: end"), [handover_unexplained])
    (found,) = findings(handed_over(", next: bill", middle=middle.replace("}", ", next: end}")), RULES[1:2])
    assert "after 'Signs'" in found.message
    both = findings(handed_over(", next: [bill, delivered]", middle=middle), [handover_unexplained])
    assert ["'Signs'" in found.message for found in both] == [False, True]


def test_a_loop_back_to_itself_and_nobody_is_no_handover() -> None:
    assert not findings(handed_over(", next: signs"), [handover_unexplained])
    nobody = handed_over().replace("    owner: Sales\n", "")
    assert not findings(nobody, [handover_unexplained])


def test_a_handover_from_phase_to_phase_counts() -> None:
    text = "phases: [{name: A, owner: Sales, touchpoints: [B]}, {name: C, owner: Service, touchpoints: [D]}]"
    assert findings(text, [handover_unexplained])
    assert not findings(text.replace("Service", "Sales"), [handover_unexplained])


def phases(*owners: str) -> str:
    return "phases:\n" + "".join(
        f"  - {{name: Phase {number}, owner: {owner}, touchpoints: [Step {number}]}}\n"
        for number, owner in enumerate(owners)
    )


def test_more_than_half_of_five_phases_is_too_much() -> None:
    text = "framework: five-phase\n" + phases("Sales", "Sales", "Sales", "Service", "Product")
    (found,) = findings(f"journey: De winkel\n{text}", [overloaded_department])
    assert found.message == "'Sales' owns 3 of the 5 phases"
    assert not findings(
        "framework: five-phase\n" + phases("Sales", "Sales", "Service", "Product"), [overloaded_department]
    )


def test_more_than_sixty_per_cent_of_touchpoints_is_too_much() -> None:
    ok = phases("Sales", "Sales", "Sales", "Service", "Product")
    assert not findings(ok, [overloaded_department])
    (found,) = findings(ok + "  - {name: Last, owner: Sales, touchpoints: [Z]}\n", [overloaded_department])
    assert found.message == "'Sales' owns 4 of the 6 touchpoints"
    lower = "lint: {preset: strict, rules: {overloaded-department: {touchpoints: 0.5}}}"
    assert findings(ok, [overloaded_department], settings=lower)


def test_two_departments_are_too_few_to_spread_over() -> None:
    assert not findings(phases("Sales", "Sales", "Service"), [overloaded_department])
    two = "lint: {preset: strict, rules: {overloaded-department: {departments: 2}}}"
    assert findings(phases("Sales", "Sales", "Service"), [overloaded_department], settings=two)
    # A library's departments that the map doesn't name are not in the map.
    library = "library: L\ndepartments: [Sales, Service, Product, HR]"
    assert not findings(phases("Sales", "Sales", "Service"), [overloaded_department], library=library)


def test_a_single_phase_is_no_load() -> None:
    assert not findings("framework: five-phase\n" + phases("Sales"), [overloaded_department])


def test_an_unused_department_is_told_where_it_is_declared() -> None:
    text = f"journey: X\ndepartments: [Store, {{id: depot, name: Magazijn}}]\n{PHASES}"
    (found,) = findings(text, [unused_department])
    assert found.message == "department 'Magazijn' is declared and owns nothing"
    assert found.span.of(text) == "depot"
    assert found.subject == ("depot",)


@pytest.mark.parametrize(
    "use",
    [
        "owner: {accountable: Depot}",
        "owner: {consulted: [Depot]}",
        "owner: {informed: Depot}",
        "opportunity: {text: Open a second till, owner: Depot}",
    ],
)
def test_every_part_of_a_department_is_use(use: str) -> None:
    text = f"departments: [Store, Depot]\n{PHASES}".replace("Pays in cash", f"{{name: Pays, {use}}}")
    assert not findings(text, [unused_department])


def test_a_library_department_is_told_in_the_library() -> None:
    library = "library: L\ndepartments: [Store, Depot]"
    (found,) = findings(PHASES, [unused_department], library=library)
    assert found.path == "library.cjm.yaml"
    assert found.span.of(library) == "Depot"
    assert not findings(f"owner: Depot\n{PHASES}", [unused_department], library=library)
    # A list of bare names at the top refers to the library.
    assert not findings(f"departments: [Store, Depot]\n{PHASES}", [unused_department], library=library)


def test_departments_that_nobody_declared_are_not_unused() -> None:
    assert not findings(PHASES, [unused_department])


def staged(owner: str, stage: str = "retention", framework: str = "five-phase") -> str:
    return (
        f"journey: X\nframework: {framework}\nphases:\n"
        f"  - {{name: Hulp, stage: {stage}, owner: {owner}, touchpoints: [Belt]}}\n"
    )


def test_an_unusual_owner_is_told_at_the_owner() -> None:
    text = staged("Verkoop")
    (found,) = findings(text, [unusual_owner])
    assert found.message == (
        "phase 'Hulp' is owned by 'Verkoop'; retention is usually owned by Service or Administration"
    )
    assert found.span.of(text) == "Verkoop"


@pytest.mark.parametrize("owner", ["Klantenservice", "customer care", "Financiën", "Team Rood"])
def test_usual_owners_by_any_name_and_names_of_ones_own_are_fine(owner: str) -> None:
    assert not findings(staged(owner), [unusual_owner])


def test_a_stage_in_other_words_is_the_stage() -> None:
    assert findings(staged("Sales", "Behoud"), [unusual_owner])
    assert not findings(staged("Sales", "Unheard of"), [unusual_owner])
    assert not findings(f"phases: [{{name: A, owner: HR, touchpoints: [B]}}]\n{''}", [unusual_owner])


def test_a_framework_of_ones_own_says_who_is_usual() -> None:
    library = (
        "library: L\nframeworks:\n  - id: care\n    stages:\n"
        "      - {name: Intake, departments: [Desk, Klantenservice]}\n      - {name: Treatment}\n"
    )
    assert findings(staged("Ward", "intake", "care"), [unusual_owner], library=library)
    assert not findings(staged("desk", "Intake", "care"), [unusual_owner], library=library)
    assert not findings(staged("Helpdesk", "Intake", "care"), [unusual_owner], library=library)
    assert not findings(staged("Ward", "Treatment", "care"), [unusual_owner], library=library)
