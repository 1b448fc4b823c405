"""The table of shorthands, row by row: the short form and the full one mean the same."""

import pytest
from model_of import errors, journey, kinds, phase, point, top, with_phase, with_point, with_top

from cjm.grammar.quantities import Quantity
from cjm.model.entities import (
    Branch,
    Content,
    Emotion,
    Expectation,
    Gain,
    Link,
    MomentOfTruth,
    Opportunity,
    Owner,
    Pain,
    Phase,
    Touchpoint,
)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("channel: store", "channels: [store]"),
        ("channel: [store, app]", "channels: [store, app]"),
        ("channels: store", "channels:\n  - store"),
        ("device: phone", "devices: [phone]"),
        ("thought: Hm", "thoughts: [Hm]"),
        ("pain: Rain", "pains: [{text: Rain}]"),
        ("pain: {text: Rain}", "pains: Rain"),
        ("gain: Sun", "gains: [{text: Sun}]"),
        ("opportunity: A roof", "opportunities:\n  - text: A roof"),
        ("expectation: Dry feet", "expectations: [{text: Dry feet}]"),
        ("content: A film", "content: [{text: A film}]"),
        ("frontstage: Greets", "frontstage: [Greets]"),
        ("backstage: Packs", "backstage: [Packs]"),
        ("systems: Till", "systems: [Till]"),
        ("evidence: survey", "evidence: [survey]"),
        ("links: https://a.b", "links: [{url: https://a.b}]"),
        ("next: end", "next: [{to: end}]"),
        ("next: b", "next: {to: B}"),
        ("image: a.png", "image: {file: a.png}"),
        ("owner: Sales", "owner: {responsible: Sales}"),
        ("moment_of_truth: It rains", "moment_of_truth: {why: It rains}"),
        ("moment_of_truth: true", "moment_of_truth: {}"),
        ("metrics: {nps: 32}", "metrics: {nps: {value: 32}}"),
        ("metrics: {conversion: 31%}", "metrics: {conversion: 0.31}"),
        ("metrics: {duration: 10 min}", "metrics: {duration: PT10M}"),
        ("emotion: 2", "emotion: {score: 2}"),
        ("emotion: happy", "emotion: {score: 1, feeling: happy}"),
        ("emotion: happy", "emotion: {feeling: happy}"),
    ],
)
def test_short_and_full_form_of_a_touchpoint_are_equal(short: str, full: str) -> None:
    if "image" in short:  # no picture is there, and that is all that is wrong
        assert kinds(with_point(short)) == kinds(with_point(full)) == ["bad-image"]
    else:
        assert point(short) == point(full)
        assert point(short) != point("")


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("question: Is it warm?", "questions: [Is it warm?]"),
        ("content: A film", "content: [{text: A film}]"),
        ("engagement: Comes back", "engagement: {behaviour: Comes back}"),
        ("owner: Sales", "owner: {responsible: Sales}"),
        ("touchpoints: A", "touchpoints: [{name: A}]"),
    ],
)
def test_short_and_full_form_of_a_phase_are_equal(short: str, full: str) -> None:
    assert phase(short) == phase(full) != phase("")


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("persona: Tom", "personas: [{name: Tom}]"),
        ("departments: Sales", "departments: [{name: Sales}]"),
        ("channel: Shop", "channels: [{name: Shop}]"),
        ("evidence: A survey", "evidence: [{title: A survey}]"),
        ("metrics: Returns", "metrics: [{name: Returns}]"),
        ("expectation: Quick", "expectations: [{text: Quick}]"),
        ("tags: sale", "tags: [sale]"),
        ("links: https://a.b", "links: [{url: https://a.b}]"),
        ("owner: Sales", "owner: {responsible: Sales}"),
    ],
)
def test_short_and_full_form_at_the_top_are_equal(short: str, full: str) -> None:
    assert top(short) == top(full) != top("")


def test_phases_may_be_bare_names_and_one_may_stand_alone() -> None:
    listed = journey("journey: X\nphases: [Before, After]\n")
    assert [found.name for found in listed.phases] == ["Before", "After"]
    assert (
        journey("journey: X\nphases: Before\n").phases
        == journey("journey: X\nphases: {name: Before}\n").phases
    )
    assert listed.phases[0] == Phase(name="Before", id="before")


def test_every_list_of_texts_keeps_its_order() -> None:
    found = point("pains: [Rain, {text: Wind, severity: 3}, Cold]\nnext: [b, end]")
    assert [pain.text for pain in found.pains] == ["Rain", "Wind", "Cold"]
    assert found.next == (Branch(to="b"), Branch(to="end"))


def test_the_full_forms_hold_everything() -> None:
    found = point(
        """
        action: I try it on.
        organisation: The shop
        need: A mirror
        quote: Nice
        notes: Ask Ann
        importance: {customer: 5, organisation: 1}
        pain: {id: p1, text: Rain, severity: 4, evidence: survey, accepted: It is autumn, link: https://a.b}
        gain: {text: Sun, severity: 2, evidence: [survey], link: sun.html}
        opportunity:
          id: o1
          text: A roof
          move: soften-pain
          impact: 5
          effort: 1
          owner: Sales
          status: doing
          due: 2027-01-31
          hypothesis: People stay
          test: Count them
          result: They did
          link: https://a.b
        moment_of_truth: {why: W, type: first, impact: negative, success: S, failure: F}
        owner: {responsible: Sales, accountable: Board, consulted: [IT, HR], informed: Press}
        content: {text: A film, media: earned}
        expectation: {text: Dry feet, level: 1}
        links: {url: https://a.b, text: More}
        next: {to: b, when: it stops, share: 25%}
        """
    )
    assert found.pains == (
        Pain(
            text="Rain",
            id="p1",
            severity=4,
            evidence=("survey",),
            accepted="It is autumn",
            link="https://a.b",
        ),
    )
    assert found.gains == (Gain(text="Sun", severity=2, evidence=("survey",), link="sun.html"),)
    [chance] = found.opportunities
    assert (chance.move, chance.status, str(chance.due)) == ("soften-pain", "doing", "2027-01-31")
    assert (chance.hypothesis, chance.test, chance.result) == ("People stay", "Count them", "They did")
    assert found.moment_of_truth == MomentOfTruth(
        why="W", type="first", impact="negative", success="S", failure="F"
    )
    assert found.owner == Owner(
        responsible="sales", accountable="board", consulted=("it", "hr"), informed=("press",)
    )
    assert found.content == (Content(text="A film", media="earned"),)
    assert found.expectation == (Expectation(text="Dry feet", level=1.0),)
    assert found.links == (Link(url="https://a.b", text="More"),)
    assert found.next == (Branch(to="b", when="it stops", share=0.25),)
    assert (found.action, found.organisation, found.need) == ("I try it on.", "The shop", "A mirror")
    assert (found.quote, found.notes) == ("Nice", "Ask Ann")


def test_what_is_absent_is_the_default() -> None:
    assert point("") == Touchpoint(name="A", id="a")
    assert Opportunity(text="x").status == "idea"
    assert point("").next is None


@pytest.mark.parametrize("empty", ["", "~", "null", "Null", "NULL"])
@pytest.mark.parametrize(
    "key",
    [
        "owner",
        "channel",
        "emotion",
        "emotions",
        "metrics",
        "next",
        "moment_of_truth",
        "pain",
        "importance",
        "id",
    ],
)
def test_an_empty_value_is_an_absent_one(key: str, empty: str) -> None:
    found = point(f"{key}: {empty}")
    assert found == point("")
    assert not found.wrote(key)


@pytest.mark.parametrize(
    "lines",
    [
        "pain: [~, '' , Rain]".replace("'' , ", ""),
        "pains:\n  -\n  - Rain\n  - ~",
        "pain: {text: Rain, severity: , evidence: ~}",
        "pain: Rain\npains:",
        "pain: ~\npains: [Rain]",
    ],
)
def test_empty_items_and_fields_are_absent_too(lines: str) -> None:
    assert point(lines).pains == (Pain(text="Rain"),)


def test_empty_values_of_a_mapping_are_absent() -> None:
    assert point("metrics: {nps: , csat: 4}").metrics.keys() == {"csat"}
    assert point("metrics: {nps: ~}") == point("")
    assert point("emotion: {score: ~, feeling: happy}").emotion == Emotion(score=1.0, feeling="happy")


@pytest.mark.parametrize(
    ("lines", "first", "second"),
    [
        ("channel: store\nchannels: app", "channel", "channels"),
        ("devices: phone\ndevice: tablet", "devices", "device"),
        ("pain: a\npains: b", "pain", "pains"),
        ("gain: a\ngains: b", "gain", "gains"),
        ("thought: a\nthoughts: b", "thought", "thoughts"),
        ("opportunity: a\nopportunities: b", "opportunity", "opportunities"),
        ("expectation: a\nexpectations: b", "expectation", "expectations"),
    ],
)
def test_singular_and_plural_at_once_are_an_error(lines: str, first: str, second: str) -> None:
    assert errors(with_point(lines)) == [f"conflicting-keys: {first!r} and {second!r} are the same key"]


def test_singular_and_plural_at_once_elsewhere() -> None:
    assert kinds(with_phase("question: a\nquestions: b")) == ["conflicting-keys"]
    for lines in ("persona: a\npersonas: b", "channel: a\nchannels: b", "expectation: a\nexpectations: b"):
        assert kinds(with_top(lines)) == ["conflicting-keys"]


def test_emotions_is_not_the_plural_of_emotion() -> None:
    found = point("emotion: 1\nemotions: {tom: 2}", above="personas: [Tom]".lower())
    assert found.emotion == Emotion(score=1.0)
    assert found.emotions == {"tom": Emotion(score=2.0)}


def test_a_mistake_in_one_item_leaves_the_others() -> None:
    from model_of import checked

    project = checked(with_point("pains: [Rain, [no], {severity: 3}, Cold]"))
    assert [found.rule for found in project.diagnostics] == ["wrong-type", "missing-key"]
    found = project.project.journeys[0].touchpoints[0]
    assert [pain.text for pain in found.pains] == ["Rain", "Cold"]
    assert "pains" in found.origin.failed


def test_the_same_ratio_and_the_same_duration() -> None:
    assert point("metrics: {conversion: 31%}").metrics["conversion"].value == Quantity(0.31, "ratio")
    assert (
        phase("duration: 2 weeks").duration
        == phase("duration: P2W").duration
        == Quantity(2, "duration", "weeks")
    )
