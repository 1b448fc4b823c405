"""Figures of journeys: what counts, what doesn't, and that the rules count the same."""

from datetime import date, timedelta

import pytest
from linting import TODAY, findings, names
from model_of import journey

from cjm.measures import review_due
from cjm.stats import Figures, Share, count

RULES = {
    "owner": "phase-without-owner",
    "evidence": "hypothesis",
    "answer": "pain-without-opportunity",
    "guard": "unguarded-moment-of-truth",
}

DAY = timedelta(days=1)
MIXED = """
journey: A day out
evidence:
  - {id: talks, kind: interview}
  - {id: hunch, kind: assumption}
phases:
  - name: Before
    owner: Sales
    evidence: talks
    touchpoints:
      - name: Looks
        emotion: 1.5
        pains: [Slow, {text: Small, accepted: It fits a hand}]
      - name: Books
        evidence: hunch
        emotion: -2
        moment_of_truth: true
        pain: Twice the price
        opportunity: {text: Explain it, status: dropped}
        metrics: {csat: 3}
  - name: During
    touchpoints:
      - name: Waits
        moment_of_truth: {why: It is cold, impact: negative}
        opportunity: {text: A roof, status: done}
        pain: Rain
      - name: Rides
        evidence: [hunch, talks]
        emotion: 1.5
        moment_of_truth: true
"""


def figures(text: str, today: date = TODAY) -> Figures:
    """The figures of one journey."""
    [found] = count([journey(text)], today).journeys
    return found


def shares(found: Figures) -> dict[str, str]:
    """The coverages as people write them."""
    return {name: f"{share.have}/{share.of}" for name, share in found.coverage.items()}


def test_what_counts() -> None:
    assert shares(figures(MIXED)) == {
        "owner": "1/2",
        "emotion": "3/4",
        "evidence": "2/4",  # Looks rests on its phase's, Books on a hunch, Waits on nothing
        "metric": "1/4",
        "answer": "2/4",  # a dropped opportunity answers nothing, an acceptance does
        "guard": "1/2",  # the positive moment needs none
    }


def test_the_curve() -> None:
    curve = figures(MIXED).curve
    assert (curve.points, curve.mean) == (3, 0.33)
    assert curve.peak is not None
    assert (curve.peak.id, curve.peak.name, curve.peak.score) == ("rides", "Rides", 1.5), (
        "the moment of truth"
    )
    assert curve.low is not None
    assert curve.low.name == "Books"
    assert curve.ending is not None
    assert curve.ending.name == "Rides"


def test_the_rules_miss_the_same() -> None:
    said = [finding.rule for finding in findings(MIXED)]
    coverage = figures(MIXED).coverage
    missing = {name: coverage[name].of - coverage[name].have for name in RULES}
    assert missing == {"owner": 1, "evidence": 2, "answer": 2, "guard": 1}
    assert missing == {name: said.count(rule) for name, rule in RULES.items()}


def test_a_journey_without_anything_lacks_what_it_could_have() -> None:
    found = figures("journey: X\nphases:\n  - name: P\n")
    assert shares(found) == dict.fromkeys(found.coverage, "0/0") | {"owner": "0/1"}
    assert (found.curve.points, found.curve.mean, found.curve.peak, found.curve.ending) == (
        0,
        None,
        None,
        None,
    )


def test_a_file_without_evidence_rests_on_nothing() -> None:
    # The rule is silent there; a figure would flatter.
    assert shares(figures("journey: X\nphases: [{name: P, touchpoints: [A, B]}]\n"))["evidence"] == "0/2"


def test_several_personas_are_counted_by_the_first() -> None:
    text = """
    journey: X
    personas: [{id: an, name: An}, {id: bo, name: Bo}]
    phases:
      - name: P
        touchpoints:
          - {name: A, emotions: {an: 1, bo: -2}}
          - {name: B, emotions: {bo: -2}}
    """
    found = figures(text)
    assert shares(found)["emotion"] == "1/2"
    assert (found.curve.mean, found.curve.low) == (1, None)


def test_scores_are_on_the_scale_of_the_map() -> None:
    text = "journey: X\nemotion_scale: [1, 10]\nphases: [{name: P, touchpoints: [{name: A, emotion: 9}]}]\n"
    curve = figures(text).curve
    assert curve.mean == 1.56
    assert curve.peak is not None
    assert curve.peak.score == 1.56


def test_no_minus_before_a_zero() -> None:
    points = "[{name: A, emotion: -0.001}, {name: B, emotion: 0.0}]"
    mean = figures(f"journey: X\nphases: [{{name: P, touchpoints: {points}}}]\n").curve.mean
    assert str(mean) == "0.0"


def reviewed(day: str, every: str = "") -> str:
    """A journey that was reviewed then."""
    every = f"review_every: {every}\nlanguage: nl\n" if every else ""
    return f"journey: X\nreviewed: {day}\n{every}phases: [{{name: P}}]\n"


@pytest.mark.parametrize(
    ("day", "every", "due"),
    [
        ("2026-05-12", "", date(2026, 11, 12)),
        ("2026-08-31", "6 months", date(2027, 2, 28)),
        ("2024-02-29", "1 year", date(2025, 2, 28)),
        ("2026-01-31", "1 maand", date(2026, 2, 28)),
        ("2026-12-15", "P1Y6M", date(2028, 6, 15)),
        ("2026-01-01", "1.5 months", date(2026, 2, 15)),
        ("2026-01-01", "2 weeks", date(2026, 1, 15)),
        ("2026-01-01", "90 days", date(2026, 4, 1)),
        ("9999-12-01", "1 month", None),
        ("2026-01-01", "9000 years", None),
    ],
)
def test_how_long_a_review_holds(day: str, every: str, due: date | None) -> None:
    text = reviewed(day, every)
    assert review_due(journey(text)) == due
    last = due or date.max
    # The day itself is not yet overdue, and the rule says the same.
    for today, late in [(last, False), (last + DAY if due else last, due is not None)]:
        assert figures(text, today).review.overdue is late
        assert ("review-overdue" in names(findings(text, today=today))) is late


def test_an_archived_journey_is_not_overdue() -> None:
    review = figures(f"status: archived\n{reviewed('2020-01-01')}").review
    assert (review.due, review.overdue) == (date(2020, 7, 1), False)


def test_the_total_adds_things_not_percentages() -> None:
    small = journey("journey: X\nphases: [{name: P, owner: A, touchpoints: [{name: T, emotion: 2}]}]\n")
    total = count([journey(MIXED), small, journey(reviewed("2020-01-01"))], TODAY).total
    assert total.coverage["owner"] == Share(2, 4)
    assert total.coverage["emotion"] == Share(4, 5)
    assert (total.curve.points, total.curve.mean) == (4, 0.75)
    assert (total.reviewed, total.overdue) == (1, 1)
    nothing = count([], TODAY).total
    assert set(nothing.coverage.values()) == {Share(0, 0)}
    assert nothing.curve.mean is None


def test_a_percentage_never_promises_more() -> None:
    assert Share(999, 1000).percent == 99
    assert Share(2, 3).percent == 66
    assert not Share(2, 3).under(66.6)
    assert Share(2, 3).under(66.7)
    assert Share(0, 0).percent is None
    assert not Share(0, 0).under(100)
