"""Every rule's *Bad* raises it, every *Good* is silent, and what is ignored stays so."""

from pathlib import Path

import pytest
from linting import findings, fragment, names

from cjm import pipeline, rules
from cjm.languages import language, languages
from cjm.lint import Rule
from cjm.rules import ALL_RULES, TABLE
from cjm.rules.evidence.hypothesis import hypothesis
from cjm.rules.ownership.phase_without_owner import phase_without_owner
from cjm.rules.upkeep.unused_ignore import unused_ignore
from cjm.source import Source


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.name)
def test_bad_raises_the_rule_and_good_is_silent(rule: Rule) -> None:
    assert rule.name in names(findings(fragment(rule, "Bad")))
    assert rule.name not in names(findings(fragment(rule, "Good")))


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.name)
def test_one_name_everywhere(rule: Rule) -> None:
    module = rule.check.__module__.rsplit(".", 1)[-1]
    assert module == rule.check.__name__ == rule.name.replace("-", "_")


def test_the_table_says_what_the_rules_say() -> None:
    said = {each.name: (each.category, each.preset) for each in ALL_RULES}
    assert said == TABLE
    assert {each.name.replace("-", "_") for each in ALL_RULES} == {
        path.stem for path in Path(rules.__file__).parent.glob("*/*.py") if not path.stem.startswith("_")
    }


def test_every_rule_is_called_something_on_maps_in_every_language() -> None:
    for tag in languages():
        labels = language(tag).labels
        missing = [rule.name for rule in ALL_RULES if f"gap_{rule.name.replace('-', '_')}" not in labels]
        assert missing == []


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.name)
def test_a_rule_that_yields_yields_to_one_that_there_is(rule: Rule) -> None:
    assert set(rule.yields_to) <= TABLE.keys()


OWNER = (phase_without_owner,)
BAD = "journey: X\nphases:\n  - name: Decision\n    touchpoints: [{name: Orders, channel: website}]\n"


def test_a_finding_stands_at_the_words_it_is_about() -> None:
    (finding,) = findings(BAD, OWNER)
    assert finding.span.of(BAD) == "Decision"
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
    assert not findings(BAD.replace("  - name: Decision\n", comment), OWNER)


def test_a_comment_for_another_rule_silences_nothing() -> None:
    text = BAD.replace("Decision\n", "Decision  # cjm: ignore[hypothesis]\n")
    assert names(findings(text, OWNER)) == {"phase-without-owner"}


IDLE = (unused_ignore, phase_without_owner, hypothesis)


@pytest.mark.parametrize(
    ("comment", "message", "help"),
    [
        ("ignore[hypothesis]", "nothing here for hypothesis to find", "delete the comment"),
        ("ignore-file[hypothesis]", "nothing here for hypothesis to find", "delete the comment"),
        ("ignore[phase-without-ower]", "no rule is called 'phase-without-ower'", "did you mean"),
        ("ignore[phase-without-owner, hypothesis]", "nothing here for hypothesis to find", "its name in it"),
    ],
)
def test_a_comment_that_silences_nothing_is_told_of(comment: str, message: str, help: str) -> None:
    text = BAD.replace("Decision\n", f"Decision  # cjm: {comment} why\n")
    (found,) = [each for each in findings(text, IDLE) if each.rule == "unused-ignore"]
    assert found.message == message
    assert help in found.help
    assert found.span.of(text) in comment


def test_a_comment_for_a_rule_that_does_not_run_is_left_alone() -> None:
    text = BAD.replace("Decision\n", "Decision  # cjm: ignore[journey-without-expectations]\n")
    assert "unused-ignore" not in names(findings(text, IDLE))
    assert "unused-ignore" not in names(findings(text, preset="recommended"))


def test_settings_choose_severity_and_selection() -> None:
    off = "lint: {rules: {phase-without-owner: {severity: 'off'}}}"
    assert not findings(BAD, OWNER, settings=off)
    (finding,) = findings(BAD, OWNER, settings="lint: {rules: {phase-without-owner: {severity: error}}}")
    assert finding.severity == "error"
    assert not findings(BAD, OWNER, settings="lint: {ignore: phase-without-owner}")
    moment = BAD.replace("channel: website", "channel: website, moment_of_truth: true")
    assert "moment-of-truth-without-metric" not in names(findings(moment, preset="recommended"))
    selected = "lint: {select: moment-of-truth-without-metric}"
    assert "moment-of-truth-without-metric" in names(findings(moment, settings=selected))


def test_a_draft_is_told_softly() -> None:
    draft = BAD.replace("journey: X", "journey: X\nstatus: draft")
    (finding,) = findings(draft, OWNER)
    assert finding.severity == "info"
    (finding,) = findings(draft, OWNER, settings="lint: {rules: {phase-without-owner: warning}}")
    assert finding.severity == "warning"


def test_one_mistake_gives_one_message() -> None:
    """An owner that can't be read is an error, not also a missing owner."""
    source = Source("x.cjm.yaml", BAD.replace("touchpoints", "owner: [Sales]\n    touchpoints"))
    checked = pipeline.check(pipeline.Workspace(".", None, (source,)), lambda _folder, _target: "")
    assert [found.rule for found in checked.diagnostics] == ["wrong-type"]
    assert "phase-without-owner" not in names(pipeline.lint(checked, checked.project.journeys[0]))
