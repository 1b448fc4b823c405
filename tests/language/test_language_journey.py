"""What stands at the top of a file: version, language, scale, dates, and what has a default."""

import datetime

import pytest
from model_of import checked, errors, journey, kinds, phase, point, top, with_point, with_top

from cjm.grammar.quantities import Quantity
from cjm.model.entities import Emotion, Engagement, Expectation, Journey, Link, Scope


def test_the_smallest_file_has_every_default() -> None:
    found = journey("journey: Buying a jacket\nphases: [Orientation]\n")
    assert (found.title, found.id, found.path, found.cjm) == ("Buying a jacket", "a", "a.cjm.yaml", 1)
    assert (found.language, found.state, found.kind, found.status) == ("en", "current", "customer", None)
    assert (found.emotion_scale, found.reviewed, found.framework) == ((-2, 2), None, "")
    assert found.review_every == Quantity(6, "duration", "months")
    assert (found.personas, found.departments, found.channels, found.evidence, found.metrics) == ((),) * 5


def test_every_key_of_a_journey() -> None:
    found = top(
        """
        cjm: 1
        id: jacket
        was: coat
        language: nl-BE
        summary: From cold to warm
        tags: [sale, winter]
        links: https://a.b
        status: approved
        state: future
        kind: employee
        owner: Sales
        scenario: The first cold day
        goal: A warm jacket
        business_goal: A sale
        scope: {starts: cold, ends: warm}
        expectations: [Quick, {text: Cheap, from: word-of-mouth, level: -1}]
        framework: aida
        emotion_scale: [-2, 2]
        reviewed: 2026-05-12
        review_every: 1 jaar
        """
    )
    assert (found.id, found.was, found.language, found.summary) == (
        "jacket",
        "coat",
        "nl-BE",
        "From cold to warm",
    )
    assert (found.tags, found.links) == (("sale", "winter"), (Link(url="https://a.b"),))
    assert (found.status, found.state, found.kind) == ("approved", "future", "employee")
    assert found.owner is not None
    assert found.owner.responsible == "sales"
    assert [department.name for department in found.departments] == ["Sales"]
    assert (found.scenario, found.goal, found.business_goal) == (
        "The first cold day",
        "A warm jacket",
        "A sale",
    )
    assert found.scope == Scope(starts="cold", ends="warm")
    assert found.expectations == (
        Expectation(text="Quick"),
        Expectation(text="Cheap", source="word-of-mouth", level=-1),
    )
    assert found.reviewed == datetime.date(2026, 5, 12)
    assert found.review_every == Quantity(1, "duration", "years")


def test_every_key_of_a_phase() -> None:
    found = phase(
        """
        id: p1
        was: p0
        stage: awareness
        goal: To know
        questions: [Is it warm?]
        owner: Marketing
        content: {text: A film, media: paid}
        engagement: {behaviour: Comes back, metric: visits}
        crm: Lead
        duration: 3 dagen
        evidence: survey
        metrics: {conversion: 3%}
        touchpoints: [A]
        """
    )
    assert (found.id, found.was, found.stage, found.goal, found.crm) == (
        "p1",
        "p0",
        "awareness",
        "To know",
        "Lead",
    )
    assert found.engagement == Engagement(behaviour="Comes back", metric="visits")
    assert found.duration == Quantity(3, "duration", "days")
    assert (found.evidence, found.questions) == (("survey",), ("Is it warm?",))
    assert found.metrics["conversion"].value == Quantity(0.03, "ratio")


@pytest.mark.parametrize("written", ["1", "1.0", "'1'", "+1", "01"])
def test_this_version_is_read(written: str) -> None:
    assert top(f"cjm: {written}").cjm == 1


@pytest.mark.parametrize("written", ["2", "2.0", "'2'", "+2", "1.5", "99", "9" * 40])
def test_a_later_version_gives_one_error_and_nothing_else(written: str) -> None:
    text = f"cjm: {written}\nnew: !new [1\n" if written == "2" else f"cjm: {written}\nnew: [1]\nnew: 2\n"
    [said] = errors(text)
    assert said.startswith(f"unsupported-version: written in language version {written.strip(chr(39))[:9]}")
    assert kinds(text, settings=text) == ["unsupported-version"] * 2
    assert checked(text).project.journeys == ()


@pytest.mark.parametrize("written", ["0", "-1", "one", "1.x", "[2]", "{2: 3}", "0.5"])
def test_what_is_no_version_is_said(written: str) -> None:
    assert len(kinds(with_top(f"cjm: {written}"))) == 1
    assert kinds(with_top(f"cjm: {written}")) != ["unsupported-version"]


@pytest.mark.parametrize("tag", ["nl", "NL", "nl-BE", "zh-Hant-TW", "no", "de-1901", "en-u-ca-buddhist"])
def test_a_language_tag_is_kept_as_it_is(tag: str) -> None:
    assert top(f"language: {tag}").language == tag


def test_settings_give_the_language_of_journeys_that_name_none() -> None:
    found = journey(with_point("channel: store"), settings="language: nl")
    assert found.language == "nl"
    assert found.channels[0].name == "Winkel"
    assert top("language: en", settings="language: nl").language == "en"


@pytest.mark.parametrize(
    ("scale", "written", "score"),
    [
        ("[1, 5]", "1", -2),
        ("[1, 5]", "3", 0),
        ("[1, 5]", "5", 2),
        ("[0, 10]", "7.5", 1),
        ("[-2, 2]", "-1.5", -1.5),
        ("[-100, 100]", "50", 1),
        ("[0, 1]", "0.1", -1.6),
        ("[1.5, 2.5]", "2", 0),
    ],
)
def test_scores_are_brought_to_one_scale(scale: str, written: str, score: float) -> None:
    above = f"emotion_scale: {scale}\npersonas: [tom]"
    text = f"emotion: {written}\nemotions: {{tom: {{score: {written}}}}}\nexpectation: {{level: {written}}}"
    found = point(text, above)
    assert found.emotion == Emotion(score=score)
    assert found.emotions == {"tom": Emotion(score=score)}
    assert found.expectation == (Expectation(level=score),)


def test_a_scale_holds_for_the_whole_file_wherever_it_stands() -> None:
    text = with_point("emotion: 5") + "emotion_scale: [1, 5]\n"
    assert journey(text).touchpoints[0].emotion == Emotion(score=2)
    assert top("emotion_scale: [1, 5]\nexpectations: {text: x, level: 2}").expectations[0].level == -1
    # A word means what it means on any scale.
    assert point("emotion: angry", "emotion_scale: [1, 5]").emotion == Emotion(score=-2, feeling="angry")


def test_a_wrong_scale_is_one_message() -> None:
    assert kinds(with_point("emotion: 4\nexpectation: {text: x, level: 9}", "emotion_scale: 1-5")) == [
        "wrong-type"
    ]


def test_a_journey_without_its_title_is_still_read() -> None:
    project = checked("phases:\n  - touchpoints:\n      - {channel: store, next: nowhere}\n")
    assert [found.rule for found in project.diagnostics] == ["missing-key"] * 3 + ["unknown-reference"]
    [found] = project.project.journeys
    assert isinstance(found, Journey)
    assert [point.id for point in found.touchpoints] == ["touchpoint-1"]


@pytest.mark.parametrize(
    ("lines", "value"),
    [
        ("reviewed: 2026-05-12", datetime.date(2026, 5, 12)),
        ("reviewed: '2026-05-12'", datetime.date(2026, 5, 12)),
        ("reviewed: 2024-02-29", datetime.date(2024, 2, 29)),
        ("reviewed: 0001-01-01", datetime.date(1, 1, 1)),
        ("reviewed: 9999-12-31", datetime.date(9999, 12, 31)),
    ],
)
def test_dates(lines: str, value: datetime.date) -> None:
    assert top(lines).reviewed == value


@pytest.mark.parametrize(
    "written",
    [
        *(
            "2026-02-29",
            "2026-00-01",
            "0000-01-01",
            "2026-1-1",
            "2026",
            "20260512",
            "2026-W01-1",
            "20260201ab",
        ),
        *("2026-05-12 10:00", "12/05/2026", "tomorrow", "''", "٢٠٢٦-٠٥-١٢", "10000-01-01", "-001-01-01"),
    ],
)
def test_what_is_no_date(written: str) -> None:
    assert kinds(with_top(f"reviewed: {written}")) == ["bad-date"]
