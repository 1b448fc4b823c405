"""Journeys that lead to one another: a way on, a link, a touchpoint in detail, and what was renamed."""
# ruff: noqa: E501 (a case a line)

import pytest
from model_of import checked, errors, journey, kinds, with_point, with_top

from cjm.model.entities import Journey, Touchpoint
from cjm.pipeline import Workspace, check
from cjm.source import Source

CARE = """
journey: After-sales
id: after-sales
was: support
phases:
  - name: Calling
    touchpoints:
      - {name: First call, was: ring}
      - {name: Repair, id: repair}
"""


def first(lines: str, **others: str) -> Touchpoint:
    """The first touchpoint with these keys, beside the journey `after-sales`."""
    return journey(with_point(lines), care=CARE, **others).touchpoints[0]


def said(lines: str, **others: str) -> list[tuple[str, str]]:
    """What is told of that touchpoint, with the advice."""
    project = checked(with_point(lines), care=CARE, **others)
    return [(found.message, found.help) for found in project.diagnostics]


# --- ways on


@pytest.mark.parametrize(
    ("to", "point", "name"),
    [
        ("after-sales", "first-call", ""),
        ("after-sales#first-call", "first-call", "First call"),
        ("'after-sales#First call'", "first-call", "First call"),
        ("care.cjm.yaml", "first-call", ""),
        ("./care.cjm.yaml#repair", "repair", "Repair"),
        ("'after-sales#'", "first-call", ""),
    ],
)
def test_a_way_into_another_journey(to: str, point: str, name: str) -> None:
    [way] = first(f"next: {to}").next or ()
    assert way.to == f"after-sales#{point}"
    assert way.elsewhere is not None
    assert (way.elsewhere.path, way.elsewhere.title) == ("care.cjm.yaml", "After-sales")
    assert (way.elsewhere.point, way.elsewhere.name) == (point, name)


def test_a_way_that_is_shared_out_over_journeys() -> None:
    lines = "next: [{to: b, share: 90%}, {to: after-sales, when: it broke, share: 10%}]"
    assert [way.to for way in first(lines).next or ()] == ["b", "after-sales#first-call"]
    over = "next: [{to: b, share: 90%}, {to: after-sales, share: 11%}]"
    assert said(over) == [("the shares from here add to 101%", "they can add to 100% at most")]


def test_a_touchpoint_goes_before_a_journey_of_its_name() -> None:
    text = (
        "journey: X\nphases:\n  - name: P\n    touchpoints:\n      - {name: A, next: [care, care#repair]}\n"
    )
    [own, other] = (
        journey(text + "      - Care\n", care=CARE.replace("id: after-sales", "id: care")).touchpoints[0].next
        or ()
    )
    assert (own.to, own.elsewhere) == ("care", None)
    assert other.to == "care#repair"


def test_a_number_sign_in_a_name_is_no_journey() -> None:
    text = "journey: X\nphases:\n  - name: P\n    touchpoints: [{name: A, next: 'Step #2'}, 'Step #2']\n"
    assert [way.to for way in journey(text).touchpoints[0].next or ()] == ["step-2"]


@pytest.mark.parametrize(
    ("lines", "message", "help"),
    [
        ("next: after-sale", "no touchpoint is called 'after-sale'", "did you mean 'after-sales'?"),
        ("next: bb", "no touchpoint is called 'bb'", "did you mean 'b'?"),
        ("next: x#b", "no other journey is called 'x'", "give the path of a journey of this project, from this file, or its id"),
        ("next: after-sale#repair", "no other journey is called 'after-sale'", "did you mean 'after-sales'?"),
        ("next: after-sales#repare", "no touchpoint of 'After-sales' is called 'repare'", "did you mean 'repair'?"),
        ("next: after-sales#end", "no touchpoint of 'After-sales' is called 'end'", "one of: first-call, repair"),
        ("next: a#b", "'a#b' leads into this journey itself", "write 'b'"),
        ("next: ./a.cjm.yaml", "'./a.cjm.yaml' leads into this journey itself", "name one of its touchpoints"),
        ("next: '#'", "no touchpoint is called '#'", "one of: a, b, end"),
        ("next: '#b'", "no touchpoint is called '#b'", "did you mean 'b'?"),
        ("next: '##b'", "no other journey is called '#'", "give the path of a journey of this project, from this file, or its id"),
        ("detail: after-sales#repair", "no other journey is called 'after-sales#repair'", "did you mean 'after-sales'?"),
        ("detail: a", "'a' is this journey itself", "name another one"),
        ("links: ../care.cjm.yaml", "no other journey is called '../care.cjm.yaml'", "give the path of a journey of this project, from this file, or its id"),
        ("links: care.cjm.yaml#repare", "no touchpoint of 'After-sales' is called 'repare'", "did you mean 'repair'?"),
        ("links: lib.cjm.yaml", "'lib.cjm.yaml' is a library, and no journey", "give the path of a journey of this project, from this file"),
    ],
)  # fmt: skip
def test_a_reference_that_leads_nowhere(lines: str, message: str, help: str) -> None:
    assert said(lines, lib="library: L\n") == [(message, help)]


def test_ten_thousand_characters_are_told_in_forty() -> None:
    for text in ("y" * 10_000, "y" * 10_000 + "#b", "a#" + "y" * 10_000, "care.cjm.yaml#" + "y" * 10_000):
        [(message, _)] = said(f"next: {text}")
        assert len(message) < 100


def test_a_target_that_is_broken_gives_one_error_here() -> None:
    [message] = errors(with_point("next: wrong#b"), wrong="- no journey\n")
    assert message == "unknown-reference: the journey 'wrong' can't be read"
    half = "journey: Half\nphases:\n  - name: P\n    touchpoints: [{name: C, emoton: 1}]\n"
    assert errors(with_point("next: half#anything"), half=half) == []


def test_two_journeys_of_one_id() -> None:
    twice = "journey: T\nid: t\nphases: [A]\n"
    project = checked(with_point("next: t#a"), one=twice, two=twice)
    [found] = project.diagnostics
    assert found.message == "'t' could be any of 2 journeys"
    assert [place.path for place in found.related] == ["one.cjm.yaml", "two.cjm.yaml"]
    assert errors(with_point("next: two.cjm.yaml"), one=twice, two=twice) == []


def test_what_is_found_does_not_depend_on_what_else_is_read() -> None:
    """Whoever builds has only the journeys that are named."""
    texts = {
        "a.cjm.yaml": with_point("next: [after-sales#repair, other, b]\ndetail: third"),
        "care.cjm.yaml": CARE,
        "other.cjm.yaml": with_point("detail: a"),
        "third.cjm.yaml": with_top("benchmark: other"),
        "fourth.cjm.yaml": with_top("id: fourth"),
    }
    sources = {path: Source(path, text) for path, text in texts.items()}
    named = [sources[f"{name}.cjm.yaml"] for name in ("care", "other", "third")]

    def seen(workspace: Workspace) -> tuple[Journey, list[str]]:
        found = check(workspace, lambda _folder, _target: "isn't there")
        [mine] = (one for one in found.project.journeys if one.path == "a.cjm.yaml")
        return mine, [each.message for each in found.diagnostics if each.path == "a.cjm.yaml"]

    whole = seen(Workspace(".", None, tuple(sources.values())))
    alone = seen(Workspace(".", None, (sources["a.cjm.yaml"],), tuple(named), ("a", "after-sales")))
    assert whole == alone


# --- links and details


def test_a_link_to_a_journey_knows_it() -> None:
    lines = "links: [{url: care.cjm.yaml#repair, text: Repairs}, ./care.cjm.yaml, manual.pdf, https://a.nl/x.cjm.yaml]"
    found = [link.elsewhere and (link.elsewhere.title, link.elsewhere.name) for link in first(lines).links]
    assert found == [("After-sales", "Repair"), ("After-sales", ""), None, None]
    top = journey(with_top("links: a%20b.cjm.yaml"), **{"a b": "journey: With a space\nphases: [A]\n"})
    assert top.links[0].elsewhere is not None


def test_a_touchpoint_in_detail() -> None:
    other = first("detail: after-sales").elsewhere
    assert other is not None
    assert (other.path, other.title) == ("care.cjm.yaml", "After-sales")


def test_details_in_a_circle_are_told_at_each_of_them() -> None:
    others = {"one": with_point("detail: two"), "two": with_point("detail: a")}
    [found] = checked(with_point("detail: one"), **others).diagnostics
    assert (found.rule, found.path) == ("circular-detail", "a.cjm.yaml")
    assert found.message == "detail leads back to where it starts: X › X › X › X"
    assert kinds(with_point("next: one"), **others) == []


# --- what was renamed


@pytest.mark.parametrize(
    ("lines", "message", "instead"),
    [
        ("next: support", "'support' is called 'after-sales' now", "after-sales"),
        ("next: support#repair", "'support' is called 'after-sales' now", "after-sales#repair"),
        ("next: after-sales#ring", "'ring' is called 'first-call' now", "after-sales#first-call"),
        ("next: care.cjm.yaml#ring", "'ring' is called 'first-call' now", "care.cjm.yaml#first-call"),
        ("links: care.cjm.yaml#ring", "'ring' is called 'first-call' now", "care.cjm.yaml#first-call"),
        ("detail: support", "'support' is called 'after-sales' now", "after-sales"),
        ("was: z\nnext: z", "'z' is called 'a' now", "a"),
    ],
)
def test_a_reference_by_an_id_of_before_holds_and_is_told(lines: str, message: str, instead: str) -> None:
    [found] = checked(with_point(lines), care=CARE).diagnostics
    assert (found.rule, found.severity, found.message) == ("renamed-reference", "warning", message)
    assert getattr(found.help, "instead", "") == instead


def test_a_benchmark_by_its_id_of_before() -> None:
    project = checked(with_top("benchmark: support"), care=CARE)
    assert [found.rule for found in project.diagnostics] == ["renamed-reference"]
    assert project.project.benchmarks["a.cjm.yaml"].title == "After-sales"


def test_an_id_of_today_goes_before_one_of_before() -> None:
    new = "journey: New\nid: support\nphases: [{name: P, touchpoints: [C]}]\n"
    [way] = first("next: support", new=new).next or ()
    assert way.to == "support#c"


LIBRARY = """
library: Us
personas: [{id: ann, was: tom, name: Ann}]
departments: [{id: delivery, was: logistics, name: Delivery}, Sales]
channels: [{name: Boutique, was: store}]
evidence: [{id: visits, was: q3, title: Visits}]
metrics: [{id: effort, was: trouble, name: Effort}]
"""


@pytest.mark.parametrize(
    ("lines", "top", "instead"),
    [
        ("owner: logistics", "", "delivery"),
        ("owner: Logistics", "", "Delivery"),
        ("channel: store", "", "Boutique"),
        ("evidence: q3", "", "visits"),
        ("metrics: {trouble: 3}", "", "effort"),
        ("emotions: {tom: 1}", "personas: ann", "ann"),
        ("need: x", "personas: tom", "ann"),
        ("need: x", "departments: [logistics, Sales]", "delivery"),
    ],
)
def test_what_a_library_renamed_is_still_known(lines: str, top: str, instead: str) -> None:
    [found] = checked(with_point(lines, top), library=LIBRARY).diagnostics
    assert (found.rule, found.severity) == ("renamed-reference", "warning")
    assert getattr(found.help, "instead", "") == instead


def test_a_new_thing_may_take_an_id_of_before() -> None:
    """Where something is called so today, that is meant."""
    text = with_point("owner: logistics")
    library = "library: Us\ndepartments: [{id: delivery, was: logistics}]\n"
    assert kinds(text, library=library) == ["renamed-reference"]
    assert kinds("departments: [logistics]\n" + text) == []


@pytest.mark.parametrize(
    "text",
    [
        with_point("was: b"),
        with_point("was: p"),
        with_top("departments: [{id: a, was: b}, b]"),
        with_top("personas: [{id: a, was: b}, b]"),
        with_top("evidence: [{id: a, was: b}, b]"),
    ],
)
def test_an_id_of_before_is_no_other_ones_today(text: str) -> None:
    assert kinds(text) == ["duplicate-id"]
