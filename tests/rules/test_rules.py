"""Every rule's *Bad* raises it, every *Good* is silent, and what is ignored stays so."""

import pytest
from linting import findings, fragment, names

from cjm import pipeline
from cjm.lint import Rule
from cjm.rules import ALL_RULES
from cjm.source import Source


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.name)
def test_bad_raises_the_rule_and_good_is_silent(rule: Rule) -> None:
    assert rule.name in names(findings(fragment(rule, "Bad")))
    assert rule.name not in names(findings(fragment(rule, "Good")))


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.name)
def test_one_name_everywhere(rule: Rule) -> None:
    module = rule.check.__module__.rsplit(".", 1)[-1]
    assert module == rule.check.__name__ == rule.name.replace("-", "_")


BAD = "journey: X\nphases:\n  - name: Decision\n    touchpoints: [{name: Orders, channel: website}]\n"


def test_a_finding_stands_at_the_words_it_is_about() -> None:
    (finding,) = findings(BAD, preset="minimal")
    assert BAD[finding.span.start : finding.span.end] == "Decision"
    assert finding.message == "phase 'Decision' has no responsible department"
    assert finding.subject == ("x", "decision")


@pytest.mark.parametrize(
    "comment",
    [
        "  - name: Decision  # cjm: ignore[phase-without-owner] decided in May\n",
        "  # cjm: ignore[phase-without-owner] decided in May\n  - name: Decision\n",
        "  # cjm: ignore[hypothesis, phase-without-owner]\n\n  # and more\n  - name: Decision\n",
        "  # cjm: ignore-file[phase-without-owner]\n  - name: Decision\n",
    ],
)
def test_a_comment_silences_one_rule_at_one_place(comment: str) -> None:
    assert not findings(BAD.replace("  - name: Decision\n", comment))


def test_a_comment_for_another_rule_silences_nothing() -> None:
    assert findings(BAD.replace("Decision\n", "Decision  # cjm: ignore[hypothesis]\n"))


def test_settings_choose_severity_and_selection() -> None:
    off = "lint: {rules: {phase-without-owner: {severity: 'off'}}}"
    assert not findings(BAD, settings=off)
    (finding,) = findings(BAD, settings="lint: {rules: {phase-without-owner: {severity: error}}}")
    assert finding.severity == "error"
    assert not findings(BAD, settings="lint: {ignore: phase-without-owner}")
    moment = BAD.replace("channel: website", "channel: website, moment_of_truth: true")
    assert "moment-of-truth-without-metric" not in names(findings(moment, preset="recommended"))
    selected = "lint: {select: moment-of-truth-without-metric}"
    assert "moment-of-truth-without-metric" in names(findings(moment, settings=selected))


def test_a_draft_is_told_softly() -> None:
    (finding,) = findings(BAD.replace("journey: X", "journey: X\nstatus: draft"))
    assert finding.severity == "info"


def test_one_mistake_gives_one_message() -> None:
    """An owner that can't be read is an error, not also a missing owner."""
    source = Source("x.cjm.yaml", BAD.replace("touchpoints", "owner: [Sales]\n    touchpoints"))
    checked = pipeline.check(pipeline.Workspace(".", None, (source,)), lambda _folder, _target: "")
    assert [found.rule for found in checked.diagnostics] == ["wrong-type"]
    assert "phase-without-owner" not in names(pipeline.lint(checked, checked.project.journeys[0]))
