"""Every figure of every rule: where it still speaks and where no longer, on any scale, for any personas."""
# ruff: noqa: E501 (a bound is read in one line)

import re
from collections.abc import Callable
from typing import NamedTuple

import pytest
from linting import findings, fragment, names

from cjm.diagnostics import Severity
from cjm.lint import Rule
from cjm.rules import ALL_RULES

_HEAD = "phases:\n  - name: P\n    touchpoints:\n"


def points(*each: str, top: str = "") -> str:
    """A phase with these touchpoints, named A, B, C …"""
    lines = [f"      - {{name: {chr(65 + at)}, {keys}}}\n" for at, keys in enumerate(each)]
    return f"{top}\n{_HEAD}{''.join(lines)}"


def phases(*sizes: int, top: str = "", keys: tuple[str, ...] = ()) -> str:
    """Phases of so many touchpoints, and what else is said of each."""
    lines = [
        f"  - {{name: P{at}, {said}, touchpoints: [{', '.join(f'T{at}-{n}' for n in range(size))}]}}\n"
        for at, (size, said) in enumerate(zip(sizes, keys or ("goal: Go",) * len(sizes), strict=True))
    ]
    return f"{top}\nphases:\n{''.join(lines)}"


def scores(*each: float) -> str:
    """Touchpoints with these points on the curve."""
    return points(*(f"emotion: {score:g}" for score in each))


class Bound(NamedTuple):
    """A rule, a text in which it speaks, the next one in which it doesn't, an option that silences the first."""

    rule: str
    speaks: str
    silent: str
    option: str = ""


def told(day: str) -> str:
    """A journey that rests on a source of that day."""
    return points("evidence: talks", top=f"evidence: [{{id: talks, kind: interview, date: {day}}}]")


def asked(people: int) -> str:
    """One that rests on so many interviews."""
    return points(
        "evidence: talks", top=f"evidence: [{{id: talks, kind: interview, participants: {people}}}]"
    )


def pain(severity: int) -> str:
    """A touchpoint that hurts."""
    return f"pain: {{text: It hurts, severity: {severity}}}"


def idea(impact: int, effort: int) -> str:
    """A touchpoint with an opportunity."""
    return points(f"opportunity: {{text: Do it, impact: {impact}, effort: {effort}}}")


def back(share: str) -> str:
    """So many go back from the second touchpoint."""
    ways = f"[{{to: a, share: {share}}}, {{to: end, share: 1%}}]"
    return points("id: a", f"next: {ways}")


def lasting(minutes: float) -> str:
    """Three touchpoints, of which the last takes so long."""
    took = (f"emotion: -1, metrics: {{duration: {each:g} min}}" for each in (4, 6, minutes))
    return points(*took)


def owned(*owners: str, top: str = "departments: [One, Two, Three]") -> str:
    """A phase with touchpoints of these departments."""
    return points(*(f"owner: {owner}" for owner in owners), top=top)


BOUNDS = [
    Bound("expectation-gap", points("emotion: -1, expectation: {text: x, level: 1}"), points("emotion: -0.99, expectation: {text: x, level: 1}"), "gap: 2.1"),
    Bound("flat-emotion", scores(0, 0.5, 0.25), scores(0, 0.51, 0.25), "span: 0.49"),
    Bound("flat-emotion", scores(1, 1, 1), scores(1, 1), "at_least: 4"),
    Bound("high-without-gain", scores(1), scores(0.99), "high: 1.1"),
    Bound("low-without-pain", scores(-1), scores(-0.99), "low: -1.1"),
    Bound("important-but-unsatisfying", points("emotion: -1, importance: {customer: 4}"), points("emotion: -0.99, importance: {customer: 4}"), "low: -1.1"),
    Bound("important-but-unsatisfying", points("emotion: -1, importance: {customer: 4}"), points("emotion: -1, importance: {customer: 3}"), "important: 5"),
    Bound("no-high-point", scores(0, -1, -2), scores(0.01, -1, -2), "at_least: 4"),
    Bound("no-high-point", scores(-1, 0, -1), scores(-1, 0)),
    Bound("no-low-point", scores(0, 1, 2), scores(-0.01, 1, 2), "at_least: 4"),
    Bound("no-low-point", scores(0, 1, 2), scores(0, 1)),
    Bound("pain-without-dip", points(f"emotion: 1, {pain(4)}"), points(f"emotion: 0.99, {pain(4)}"), "high: 1.1"),
    Bound("pain-without-dip", points(f"emotion: 1, {pain(4)}"), points(f"emotion: 1, {pain(3)}"), "severe: 5"),
    Bound("patchy-emotion", points("emotion: 1", "need: x", "need: x"), points("emotion: 1", "emotion: 1", "need: x"), "share: 0.3"),
    Bound("patchy-emotion", points(*["emotion: 1"] * 13, *["need: x"] * 7), points(*["emotion: 1"] * 14, *["need: x"] * 7)),
    Bound("metric-against-emotion", points("emotion: -1, metrics: {nps: 34}"), points("emotion: -0.99, metrics: {nps: 34}"), "emotion: 1.1"),
    Bound("metric-against-emotion", points("emotion: -1, metrics: {nps: 34}"), points("emotion: -1, metrics: {nps: 33}"), "metrics: [csat]"),
    Bound("metric-against-emotion", points("emotion: 1, metrics: {nps: -34}"), points("emotion: 1, metrics: {nps: -33}")),
    Bound("unexplained-dropoff", points("metrics: {dropoff: 20.1%}"), points("metrics: {dropoff: 20%}"), "most: 0.25"),
    Bound("below-target", points("metrics: {dropoff: {value: 20.1%, target: 20%}}"), points("metrics: {dropoff: {value: 20%, target: 20%}}")),
    Bound("below-target", points("metrics: {nps: {value: 39, target: 40}}"), points("metrics: {nps: {value: 40, target: 40}}")),
    Bound("below-target", points("metrics: {duration: {value: 61 s, target: 1 min}}"), points("metrics: {duration: {value: 60 s, target: 1 min}}")),
    Bound("below-target", points("metrics: {cost: {value: € 5, target: € 4}}"), points("metrics: {cost: {value: € 5, target: $ 4}}")),
    Bound("below-target", points("metrics: {cost: {value: € 5, target: 4}}"), points("metrics: {cost: {value: € 5, target: 5}}")),
    Bound("below-benchmark", points("metrics: {csat: {value: 3.9, benchmark: 4}}"), points("metrics: {csat: {value: 4, benchmark: 4}}")),
    Bound("below-benchmark", points("metrics: {cost: {value: € 5, benchmark: 4}}"), points("metrics: {cost: {value: € 5, benchmark: $ 4}}")),
    Bound("severe-pain-without-evidence", points(pain(4)), points(pain(3)), "severe: 5"),
    Bound("small-sample", asked(4), asked(5), "least: 4"),
    Bound("stale-evidence", told("2024-10-31"), told("2024-11-01"), "years: 3"),
    Bound("quick-win-idle", idea(4, 2), idea(3, 2), "impact: 5"),
    Bound("quick-win-idle", idea(4, 2), idea(4, 3), "effort: 1"),
    Bound("opportunity-overdue", points("opportunity: {text: x, status: doing, due: 2026-10-31}"), points("opportunity: {text: x, status: doing, due: 2026-11-01}")),
    Bound("review-overdue", points("need: x", top="reviewed: 2026-04-30"), points("need: x", top="reviewed: 2026-05-01")),
    Bound("review-overdue", points("need: x", top="reviewed: 2026-10-30\nreview_every: 1 d"), points("need: x", top="reviewed: 2026-10-31\nreview_every: 1 d")),
    Bound("too-many-moments-of-truth", points(*["moment_of_truth: true"] * 2, *["need: x"] * 3), points(*["moment_of_truth: true"] * 2, *["need: x"] * 4), "share: 0.4"),
    Bound("too-many-moments-of-truth", points(*["moment_of_truth: true"] * 2), points("moment_of_truth: true")),
    Bound("moment-of-truth-at-neutral", points("emotion: 0, moment_of_truth: true"), points("emotion: 0.01, moment_of_truth: true")),
    Bound("unguarded-moment-of-truth", points("emotion: -0.01, moment_of_truth: true"), points("emotion: 0, moment_of_truth: true")),
    Bound("misplaced-touchpoint", back("34%"), back("33%"), "share: 0.34"),
    Bound("misplaced-touchpoint", points("emotion: -1", "metrics: {conversion: 5%}"), points("emotion: -0.99", "metrics: {conversion: 5%}"), "low: -1.1"),
    Bound("redesign-candidate", points("emotion: -1, pain: x", "emotion: -1", "emotion: 1"), points("emotion: -1, pain: x", "emotion: -1", "emotion: 1", "emotion: 1"), "low_share: 0.7"),
    Bound("redesign-candidate", points("emotion: -1, pains: [x, y]", "emotion: -1, pain: x, opportunity: z", "emotion: -1"), points("emotion: -1, pain: x", "emotion: -1, pain: x, opportunity: z", "emotion: -1"), "open_share: 0.7"),
    Bound("redesign-candidate", points("emotion: -1, pain: x", "emotion: -1", "emotion: -1"), points("emotion: -1, pain: x", "emotion: -1"), "at_least: 4"),
    Bound("skippable-touchpoint", lasting(6.1), lasting(6), "times: 1.1"),
    Bound("skippable-touchpoint", lasting(7), lasting(7).replace("emotion: -1", "emotion: 0.01")),
    Bound("weak-start", scores(0, 1, 1), scores(0.01, 1, 1)),
    Bound("weak-start", scores(0, 1, 1), scores(0, 1)),
    Bound("weak-ending", scores(1, 1, 0), scores(1, 1, 0.01)),
    Bound("weak-ending", scores(1, 1, 0), scores(1, 0)),
    Bound("unamplified-peak", scores(0.01), scores(0)),
    Bound("unsoftened-low", scores(-0.01), scores(0)),
    Bound("overloaded-department", owned("One", "One", "Two"), owned("One", "One", "One", "Two", "Three"), "touchpoints: 0.7"),
    Bound("overloaded-department", owned("One", "One", "Two"), owned("One", "One", "Two", top="departments: [One, Two]"), "departments: 4"),
    Bound("overloaded-department", phases(1, 1, 1, top="framework: five-phase", keys=("owner: A", "owner: A", "owner: B")), phases(1, 1, 1, 1, top="framework: five-phase", keys=("owner: A", "owner: A", "owner: B", "owner: B")), "phases: 0.7"),
    Bound("shares-incomplete", points("next: {to: end, share: 99.4%}"), points("next: {to: end, share: 99.5%}")),
    Bound("too-few-phases", phases(1, 1), phases(1, 1, 1), "at_least: 2"),
    Bound("too-many-phases", phases(*[1] * 10), phases(*[1] * 9), "at_most: 10"),
    Bound("unbalanced-phase", phases(4, 1, 1), phases(3, 2, 1), "share: 0.7"),
    Bound("unbalanced-phase", phases(4, 1, 1), phases(3, 1, 1), "at_least: 7"),
    Bound("unbalanced-phase", phases(4, 1, 1), phases(5, 1)),
    Bound("too-wordy", points(f"action: {'x' * 141}"), points(f"action: {'x' * 140}"), "text: 141"),
    Bound("too-wordy", f"{_HEAD}      - {'x' * 61}\n", f"{_HEAD}      - {'x' * 60}\n", "name: 61"),
]  # fmt: skip


def as_written(text: str) -> str:
    """The text as it stands."""
    return text


def out_of_ten(text: str) -> str:
    """The same journey, scored from 0 to 10."""

    def scaled(found: re.Match[str]) -> str:
        return f"{found[1]}: {5 + 2.5 * float(found[2]):g}"

    return f"emotion_scale: [0, 10]\n{re.sub(r'(emotion|level): (-?[0-9.]+)', scaled, text)}"


def of_two_personas(text: str) -> str:
    """The same journey, travelled by two who feel alike."""
    people = "personas: [{id: ann, name: Ann}, {id: ben, name: Ben}]\n"
    return people + re.sub(r"emotion: (-?[0-9.]+)", r"emotions: {ann: \1, ben: \1}", text)


def as_a_draft(text: str) -> str:
    """The same journey, not yet finished."""
    return f"status: draft\n{text}"


WAYS = [as_written, out_of_ten, of_two_personas, as_a_draft]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
@pytest.mark.parametrize("bound", BOUNDS, ids=lambda bound: bound.rule)
def test_a_rule_speaks_up_to_its_bound_and_no_further(bound: Bound, way: Callable[[str], str]) -> None:
    assert bound.rule in names(findings(way(bound.speaks)))
    assert bound.rule not in names(findings(way(bound.silent)))


@pytest.mark.parametrize("bound", [each for each in BOUNDS if each.option], ids=lambda bound: bound.option)
def test_an_option_moves_the_bound(bound: Bound) -> None:
    settings = f"lint: {{preset: strict, rules: {{{bound.rule}: {{{bound.option}}}}}}}"
    assert bound.rule not in names(findings(bound.speaks, settings=settings))


def test_every_number_that_is_an_option_has_a_bound_here() -> None:
    moved = {(each.rule, each.option.partition(":")[0]) for each in BOUNDS}
    numbers = {
        (rule.name, name)
        for rule in ALL_RULES
        for name, default in rule.options.items()
        if isinstance(default, int | float)
    }
    assert numbers <= moved


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.name)
def test_a_draft_is_told_everything_and_warned_of_nothing(rule: Rule) -> None:
    bad = fragment(rule, "Bad")
    if "status:" in bad.partition("phases:")[0]:
        return
    found = [each for each in findings(as_a_draft(bad)) if each.rule == rule.name]
    assert found
    assert rule.on == "project" or {each.severity for each in found} == {Severity.INFO}
