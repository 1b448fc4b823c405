"""`cjm lint` as a user meets it: what it says, what it exits with, what is chosen and settled."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from running import below, lay, on_a_terminal, run

from cjm import config
from cjm.cli import lint

GAP = "journey: X\nphases:\n  - name: P\n    touchpoints:\n      - {name: A, channel: store}\n"
OWNED = GAP.replace("name: P\n", "name: P\n    owner: Sales\n")


def told(*words: str) -> list[str]:
    """The rules that a run names, in order."""
    lines = run("lint", "--format", "concise", *words).stdout.splitlines()
    return [line.rpartition("[")[2].rstrip("]") for line in lines]


def test_the_choices_are_those_of_the_settings() -> None:
    assert lint.PRESETS == config.PRESETS
    assert lint.LEVELS == config.FAIL_ON


def test_a_gap_is_told_at_its_place_with_what_to_do() -> None:
    lay("x.cjm.yaml", GAP)
    done = run("lint", "--select", "phase-without-owner", "--preset", "minimal")
    assert done.returncode == 1
    assert (
        "x.cjm.yaml:3:11: warning: phase 'P' has no responsible department [phase-without-owner]\n"
        "  3 |   - name: P\n"
        "    |           ^\n"
        "    = help: name one with `owner:`\n"
    ) in done.stdout


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_rule_of_ones_own_that_is_broken_is_told_of_in_the_settings(option: str) -> None:
    lay("x.cjm.yaml", GAP)
    lay("cjm.yaml", "lint:\n  custom:\n    - {name: own-rule, assert: touchpoint.name != ''}\n")
    done = run("lint", "--format", "concise", option, "own-rule")
    assert "cjm.yaml:3:8: error: a rule of one's own needs 'on' [missing-key]" in done.stdout
    assert "no rule is called" not in done.stderr
    assert done.returncode == 1


def test_a_file_whose_bytes_are_no_text_accuses_no_library() -> None:
    lay("x.cjm.yaml", GAP)
    lay("library.cjm.yaml", "library: L\nevidence: [{id: talks, kind: interview}]\n")
    assert "unused-declaration" in told()
    Path("y.cjm.yaml").write_bytes(b"journey: \xff\n")
    assert "unused-declaration" not in told()


def test_errors_come_first_and_a_broken_journey_gets_no_rules() -> None:
    lay("x.cjm.yaml", GAP.replace("channel", "chanel"))
    lay("y.cjm.yaml", GAP)
    assert "unknown-key" in told("x.cjm.yaml")
    assert told("x.cjm.yaml") == ["unknown-key"]
    assert "phase-without-owner" in told()
    assert run("lint", "--fail-on", "never").returncode == 1  # reading always counts


@pytest.mark.parametrize(
    ("words", "code"),
    [([], 1), (["--fail-on", "warning"], 1), (["--fail-on", "error"], 0), (["--fail-on", "never"], 0)],
)
def test_what_a_run_fails_on(words: list[str], code: int) -> None:
    lay("x.cjm.yaml", GAP)
    assert run("lint", *words).returncode == code


def test_settings_say_what_a_run_fails_on_and_the_command_line_decides() -> None:
    lay("cjm.yaml", "lint: {fail_on: error}\n")
    lay("x.cjm.yaml", GAP)
    assert run("lint").returncode == 0
    assert run("lint", "--fail-on", "info").returncode == 1


def test_rules_are_chosen_on_the_command_line_over_the_settings() -> None:
    lay("cjm.yaml", "lint: {preset: minimal, rules: {phase-without-owner: 'off'}}\n")
    lay("x.cjm.yaml", GAP)
    assert "phase-without-owner" not in told()
    assert "phase-without-owner" in told("--select", "phase-without-owner")
    lay("cjm.yaml", "lint: {rules: {phase-without-owner: error}}\n")
    assert "phase-without-owner" in told()
    assert "phase-without-owner" not in told("--ignore", "phase-without-owner")


FOR_SOME = """\
lint:
  overrides:
  - {paths: old/, preset: minimal, ignore: phase-without-owner}
  - {paths: '[', ignore: RULE}
"""


def test_settings_for_some_paths_hold_there_and_under_the_command_line() -> None:
    lay("cjm.yaml", FOR_SOME.replace("RULE", "hypothesis"))
    lay("old/x.cjm.yaml", GAP)
    lay("new/x.cjm.yaml", GAP)
    assert "phase-without-owner" in told("new")
    assert "phase-without-owner" not in told("old")
    assert "journey-without-scope" not in told("old")
    assert "journey-without-scope" in told("old", "--preset", "recommended")
    assert "phase-without-owner" in told("old", "--select", "phase-without-owner")
    lay("cjm.yaml", FOR_SOME.replace("RULE", "x"))
    assert "cjm.yaml:4:26: error: no rule is called 'x' [unknown-reference]" in run("check").stdout


def test_an_option_that_a_rule_has_not_is_an_error_and_no_crash() -> None:
    lay("cjm.yaml", "lint: {rules: {phase-without-owner: {foo: 1}, too-few-phases: {at_least: many}}}\n")
    lay("x.cjm.yaml", GAP)
    done = run("lint", "--format", "concise")
    assert done.returncode == 1
    assert "phase-without-owner has no option 'foo' [unknown-key]" in done.stdout
    assert "expected a whole number, found 'many' [wrong-type]" in done.stdout
    assert "[phase-without-owner]" in done.stdout


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_rule_that_there_is_not_is_wrong_use(option: str) -> None:
    lay("x.cjm.yaml", GAP)
    done = run("lint", option, "phase-without-ower")
    assert done.returncode == 2
    assert done.stderr == (
        "cjm: error: no rule is called 'phase-without-ower'\n  help: did you mean 'phase-without-owner'?\n"
    )


def test_several_formats_go_to_several_places() -> None:
    lay("x.cjm.yaml", GAP)
    formats = ("concise", "json:out/all.json", "junit:out/all.xml")
    done = run("lint", *(word for each in formats for word in ("--format", each)))
    assert "[phase-without-owner]" in done.stdout
    assert below("out") == ["all.json", "all.xml"]
    found = json.loads(Path("out/all.json").read_text())
    assert "phase-without-owner" in {each["rule"] for each in found["diagnostics"]}
    assert ElementTree.parse("out/all.xml").getroot().tag == "testsuites"


@pytest.mark.parametrize(
    ("formats", "message"),
    [
        (["json", "human"], "two formats on standard output"),
        (["json:x", "sarif:x"], "two formats for the file x"),
        (["jason"], "'jason' is not one of human,"),
        (["json:"], "'json:' names no file"),
        (["json:x.cjm.yaml/out"], "cannot write x.cjm.yaml/out"),
    ],
)
def test_formats_that_can_not_be_told_are_wrong_use(formats: list[str], message: str) -> None:
    lay("x.cjm.yaml", GAP)
    done = run("lint", *(word for each in formats for word in ("--format", each)))
    assert done.returncode == 2
    assert message in done.stderr


def test_settled_findings_are_silent_and_new_ones_are_not() -> None:
    lay("x.cjm.yaml", GAP)
    done = run("lint", "--write-baseline")
    assert done.returncode == 0
    assert " settled in .cjm-baseline.json" in done.stderr
    assert told() == []
    lay("x.cjm.yaml", "# moved down\n\n" + GAP.replace("touchpoints:", "touchpoints: # here"))
    assert told() == []
    lay("x.cjm.yaml", GAP + "  - name: Q\n    touchpoints:\n      - {name: B, channel: store}\n")
    assert "phase-without-owner" in told()
    assert told("--no-baseline").count("phase-without-owner") == 2


def test_entries_that_nothing_needs_are_told_and_pruned() -> None:
    lay("x.cjm.yaml", GAP)
    lay("y.cjm.yaml", OWNED)
    run("lint", "--write-baseline")
    lay("x.cjm.yaml", OWNED)
    said = run("lint").stderr
    assert ".cjm-baseline.json: no longer needed, remove with --write-baseline:\n" in said
    assert "  phase-without-owner x › p\n" in said
    assert "no longer needed" not in run("lint", "y.cjm.yaml").stderr
    run("lint", "--write-baseline")
    assert "no longer needed" not in run("lint").stderr
    assert "phase-without-owner" not in Path(".cjm-baseline.json").read_text()


NONE = ["", "{}", "[1]", '{"version": 2, "findings": []}', "\x00", '{"version": 1, "findings": [3]}']


@pytest.mark.parametrize("text", NONE)
def test_a_baseline_that_is_none_is_wrong_use(text: str) -> None:
    lay("x.cjm.yaml", GAP)
    lay(".cjm-baseline.json", text)
    done = run("lint")
    assert done.returncode == 2
    assert "cjm: error: cannot " in done.stderr
    assert run("lint", "--no-baseline").returncode == 1


def test_errors_of_reading_are_never_settled() -> None:
    lay("x.cjm.yaml", GAP + "chanel: x\n")
    assert run("lint", "--write-baseline").returncode == 1
    assert "unknown-key" in told()


def test_standard_input_is_linted() -> None:
    done = run("lint", "-", "--format", "concise", given=GAP)
    assert done.returncode == 1
    assert (
        "<stdin>:3:11: warning: phase 'P' has no responsible department [phase-without-owner]" in done.stdout
    )


def test_a_rule_is_explained_and_all_are_listed() -> None:
    done = run("rule", "phase-without-owner")
    facts = "*warning · in preset `minimal` and up · ownership*"
    assert done.stdout.startswith(f"# phase-without-owner\n\n{facts}\n")
    assert "## Bad\n" in done.stdout
    assert run("rule", "phase-without-ower").returncode == 2
    listed = run("rules").stdout
    assert "\nownership\n" in listed
    assert max(map(len, listed.splitlines())) <= 100
    names = [each["name"] for each in json.loads(run("rules", "--format", "json").stdout)["rules"]]
    assert all(f"  {name}\n" in listed for name in names)
    fewer = json.loads(run("rules", "--format", "json", "--preset", "minimal").stdout)["rules"]
    assert 0 < len(fewer) < len(names)
    assert run("rules", "--format", "markdown").stdout.startswith("# Rules\n\n| rule |")


def test_on_a_terminal_the_name_of_a_rule_leads_to_its_page() -> None:
    lay("x.cjm.yaml", GAP)
    _, said = on_a_terminal("lint")
    page = "https://cjm-compiler.readthedocs.io/en/latest/rules/phase-without-owner/"
    assert f"\x1b]8;;{page}\x1b\\" in said
    assert "\x1b]8" not in on_a_terminal("lint", "--color", "never")[1]
    assert "\x1b]8" not in run("lint", "--color", "always").stdout
