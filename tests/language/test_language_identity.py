"""Ids: given, made from names, repeated, reserved; and where a customer goes next."""

import pytest
from model_of import checked, errors, journey, kinds, point, top, with_point, with_top

from cjm.model.entities import Branch
from cjm.model.identity import file_id, slug


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Sees the jacket online", "sees-the-jacket-online"),
        ("Café & bar", "cafe-bar"),
        ("  Één   twee ", "een-twee"),
        ("ﬁne №1", "fine-no1"),
        ("a_b/c.d", "a-b-c-d"),
        ("2026", "2026"),
        ("Ⅷ", "viii"),
        ("買い物", ""),
        ("!?", ""),
        ("end", ""),
        ("The end", "the-end"),
        ("x" * 200, "x" * 80),
        ("x" * 79 + " y", "x" * 79),
    ],
)
def test_a_slug(name: str, made: str) -> None:
    assert slug(name) == made


@pytest.mark.parametrize(
    ("path", "id"),
    [
        ("maps/Een dag.cjm.yaml", "een-dag"),
        ("x.cjm.yml", "x"),
        ("x.y.cjm.yaml", "x-y"),
        ("買.cjm.yaml", "journey"),
        ("end.cjm.yaml", "journey"),
        ("<stdin>", "stdin"),
    ],
)
def test_a_journey_is_called_by_its_file(path: str, id: str) -> None:
    assert file_id(path) == id
    project = checked(with_top(""), path=path)
    assert project.project.journeys[0].id == id


def test_ids_are_made_from_names_and_counted_on_repetition() -> None:
    found = journey(
        """
        journey: X
        phases:
          - name: Pay
            touchpoints: [Pay, Pay, 買い物, Wait]
          - name: Pay
            id: pay-2
            touchpoints: [Pay, end, "!", {name: Wait, id: wait-2}, Wait]
        """
    )
    ids = [id for phase in found.phases for id in (phase.id, *(point.id for point in phase.touchpoints))]
    assert ids == [
        *("pay", "pay-3", "pay-4", "touchpoint-3", "wait"),
        *("pay-2", "pay-5", "touchpoint-6", "touchpoint-7", "wait-2", "wait-3"),
    ]


def test_a_given_id_is_never_taken_by_a_made_one() -> None:
    found = journey(with_point("id: b"))
    assert [point.id for point in found.touchpoints] == ["b", "b-2"]


@pytest.mark.parametrize("id", ["a", "2026", "a-b-c", "0", "x1-2y", "a" * 300])
def test_a_good_id(id: str) -> None:
    assert point(f"id: {id}").id == id
    assert point(f"was: {id}").was == id


@pytest.mark.parametrize(
    "id", ["A", "a_b", "a--b", "-a", "a-", "a b", "é", "a.b", "end", "''", "1.5", "a/b", "٣"]
)
def test_a_bad_id(id: str) -> None:
    assert kinds(with_point(f"id: {id}")) == ["bad-id"]
    assert kinds(with_point(f"was: {id}")) == ["bad-id"]
    assert kinds(with_top(f"id: {id}")) == ["bad-id"]
    assert kinds(with_top(f"departments: {{id: {id}}}")) == ["bad-id"]


def test_a_bad_id_leaves_the_rest_and_gets_one_made() -> None:
    project = checked(with_point("id: Not good\nchannel: store"))
    found = project.project.journeys[0].touchpoints[0]
    assert (found.id, found.channels) == ("a", ("store",))


def test_ids_are_unique_over_phases_and_touchpoints_together() -> None:
    text = "journey: X\nphases:\n  - {name: P, id: x, touchpoints: [{name: A, id: x}]}\n"
    [problem] = checked(text).diagnostics
    assert (problem.rule, problem.message) == ("duplicate-id", "id 'x' is used twice")
    assert text[problem.span.start :].startswith("x}]")
    assert text[problem.related[0].span.start :].startswith("x, touchpoints")


def test_ids_of_other_things_are_their_own() -> None:
    lines = "id: x\npains: {id: y, text: x}\nopportunity: {id: z, text: x}"
    assert kinds(with_point(lines, "departments: {id: x}\nchannels: {id: x}\npersonas: {id: x}")) == []
    assert kinds(with_point("pains: [{id: y, text: a}, {id: y, text: b}]")) == ["duplicate-id"]
    assert kinds(with_point("pain: {id: y, text: a}\nopportunity: {id: y, text: b}")) == ["duplicate-id"]


@pytest.mark.parametrize("section", ["personas", "departments", "channels", "metrics"])
def test_declared_ids_are_unique_within_their_list(section: str) -> None:
    assert kinds(with_top(f"{section}: [{{id: x}}, {{id: x}}]")) == ["duplicate-id"]
    assert kinds(with_top(f"{section}: [{{name: X y}}, {{name: x-Y}}]")) == ["duplicate-id"]
    assert kinds(with_top(f"{section}: [{{id: x}}, {{name: X}}]")) == ["duplicate-id"]
    assert kinds(with_top(f"{section}: [X, Y]")) == []


def test_an_entity_has_an_id_and_a_name_from_either() -> None:
    [given, named, foreign] = top(
        "departments: [{id: it}, {name: Human resources}, {name: 営業}]"
    ).departments
    assert (given.id, given.name) == ("it", "it")
    assert (named.id, named.name) == ("human-resources", "Human resources")
    assert (foreign.id, foreign.name) == ("departments-3", "営業")


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("end", (Branch(to="end"),)),
        ("b", (Branch(to="b"),)),
        ("B", (Branch(to="b"),)),
        ("a", (Branch(to="a"),)),
        ("[b, end]", (Branch(to="b"), Branch(to="end"))),
        ("{to: B, when: it rains, share: 31%}", (Branch(to="b", when="it rains", share=0.31),)),
        (
            "[{to: b, share: 0.5}, {to: end, share: 50%}]",
            (Branch(to="b", share=0.5), Branch(to="end", share=0.5)),
        ),
        ("[{to: b, share: 0}]", (Branch(to="b", share=0.0),)),
        ("[]", ()),
        ("~", None),
        ("", None),
    ],
)
def test_where_the_customer_goes(written: str, found: tuple[Branch, ...] | None) -> None:
    assert point(f"next: {written}").next == found


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("c", "unknown-reference"),
        ("End", "unknown-reference"),
        ("P", "unknown-reference"),
        ("p", "unknown-reference"),
        ("{when: it rains}", "missing-key"),
        ("{to: b, share: 31}", "out-of-range"),
        ("{to: b, share: -0.1}", "out-of-range"),
        ("{to: b, share: 100.1%}", "out-of-range"),
        ("{to: b, share: half}", "bad-number"),
        ("[{to: b, share: 60%}, {to: end, share: 41%}]", "out-of-range"),
        ("[{to: c, share: 60%}, {to: end, share: 30%}]", "unknown-reference"),
        ("[[b]]", "wrong-type"),
    ],
)
def test_where_nobody_can_go(written: str, kind: str) -> None:
    assert kinds(with_point(f"next: {written}")) == [kind]


def test_a_next_that_leads_nowhere_is_dropped_and_still_written() -> None:
    project = checked(with_point("next: [c, b]"))
    assert project.project.journeys[0].touchpoints[0].next == (Branch(to="b"),)
    [found] = [
        found for found in checked(with_point("next: c")).project.journeys[0].touchpoints if found.id == "a"
    ]
    assert found.next is None
    assert found.wrote("next")


def test_shares_may_add_to_one_despite_rounding() -> None:
    thirds = ", ".join(
        f"{{to: {to}, share: {share}}}" for to, share in (("a", 0.3334), ("b", 0.3333), ("end", 0.3333))
    )
    assert kinds(with_point(f"next: [{thirds}]")) == []


TWICE = """
journey: X
phases:
  - name: P
    touchpoints:
      - Ask
      - {name: Other, id: pay}
      - {name: Ask, id: asks-again}
      - {name: Way, next: TO}
"""


@pytest.mark.parametrize(
    ("to", "id"), [("asks-again", "asks-again"), ("pay", "pay"), ("Other", "pay"), ("way", "way")]
)
def test_what_is_unambiguous_can_be_named(to: str, id: str) -> None:
    assert journey(TWICE.replace("TO", to)).touchpoints[-1].next == (Branch(to=id),)


@pytest.mark.parametrize("to", ["ask", "Ask"])
def test_an_id_made_from_a_repeated_name_is_ambiguous(to: str) -> None:
    assert errors(TWICE.replace("TO", to)) == [f"unknown-reference: {to!r} could be any of 2 touchpoints"]


def test_a_made_id_with_a_number_is_as_unsure() -> None:
    text = "journey: X\nphases: {name: P, touchpoints: [Ask, Ask, {name: Way, next: TO}]}\n"
    assert kinds(text.replace("TO", "ask-2")) == ["unknown-reference"]
    # A phase of that name takes the slug, and leaves one touchpoint with it.
    text = "journey: X\nphases: {name: Ask, touchpoints: [Ask, {name: Way, next: ask-2}]}\n"
    assert journey(text).touchpoints[1].next == (Branch(to="ask-2"),)


def test_a_phase_is_told_from_a_touchpoint() -> None:
    [found] = checked(with_point("next: P")).diagnostics
    assert (found.message, found.help) == (
        "'P' is a phase, and a customer goes to a touchpoint",
        "its first touchpoint is 'a'",
    )
    # A touchpoint of the same name is the one that is meant.
    assert point("name: P\nnext: P".partition("\n")[2].replace("P", "B")).next == (Branch(to="b"),)


@pytest.mark.parametrize(
    ("most", "text"),
    [
        ("2,000 phases", "phases: [" + ", ".join(f"P{n}" for n in range(2001)) + "]"),
        (
            "2,000 touchpoints",
            "phases: {name: P, touchpoints: [" + ", ".join(f"T{n}" for n in range(2001)) + "]}",
        ),
        (
            "10,000 ways on (`next`)",
            "phases: {name: P, touchpoints: [" + f"{{name: A, next: [{', '.join(['end'] * 10_001)}]}}" + "]}",
        ),
    ],
)
def test_a_journey_has_an_end(most: str, text: str) -> None:
    [found] = checked(f"journey: X\n{text}\n").diagnostics
    assert (found.rule, found.message) == ("limit-exceeded", f"more than {most} in one journey")
