"""`cjm config`, and the environment: what is in force, and who says so."""

import json
from pathlib import Path

import pytest
from running import below, lay, run

SETTINGS = """\
language: nl
formats: [svg]
exclude: [old/, "*.draft.cjm.yaml", archive/, templates/, sketches/, workshops/, other/]
theme: {base: mono, colours: {ink: "#000000"}}
vocabulary: {touchpoint: stap}
lint:
  preset: strict
  rules:
    hypothesis: off
"""


def shown(**env: str) -> dict[str, tuple[object, str]]:
    """Values and origins by setting."""
    document = json.loads(run("config", "--format", "json", env=env).stdout)
    return {each["name"]: (each["value"], each["from"]) for each in document["settings"]}


def test_every_setting_says_where_it_comes_from() -> None:
    lay("cjm.yaml", SETTINGS)
    found = shown(CJM_FORMATS="svg,pdf", CJM_LINT_FAIL_ON="never")
    assert found["language"] == ("nl", "cjm.yaml:1")
    assert found["formats"] == (["svg", "pdf"], "CJM_FORMATS")
    assert found["theme.base"] == ("mono", "cjm.yaml:4")
    assert found["theme.colours"] == ({"ink": {"light": "#000000"}}, "cjm.yaml:4")
    assert found["vocabulary"] == ({"touchpoint": "stap"}, "cjm.yaml:5")
    assert found["lint.preset"] == ("strict", "cjm.yaml:7")
    assert found["lint.rules"] == ({"hypothesis": {"severity": "off"}}, "cjm.yaml:9")
    assert found["lint.fail_on"] == ("never", "CJM_LINT_FAIL_ON")
    assert found["output"] == ("build", "default")
    assert found["engine"] == ("graphviz-pure", "default")


def test_all_keys_are_there() -> None:
    from cjm.config import SETTINGS as RECORD

    assert {name.partition(".")[0] for name in shown()} == {key.name for key in RECORD.keys}


def test_for_people_it_fits_80_columns() -> None:
    lay("cjm.yaml", SETTINGS)
    lines = run("config").stdout.splitlines()
    assert all(len(line) <= 80 for line in lines)
    [language] = [line for line in lines if line.startswith("language ")]
    assert language.split() == ["language", "nl", "cjm.yaml:1"]
    assert sum("cjm.yaml:3" in line for line in lines) == 1  # a long value goes on below


def test_the_nearest_settings_upwards_are_those_in_force(monkeypatch: pytest.MonkeyPatch) -> None:
    lay("cjm.yaml", "language: nl\n")
    lay("a/cjm.yml", "output: maps\n")
    Path("a/b").mkdir()
    monkeypatch.chdir("a/b")
    found = shown()
    assert found["output"] == ("maps", "../cjm.yml:1")
    assert found["language"] == ("en", "default")


def test_without_settings_it_says_so() -> None:
    done = run("config")
    assert done.returncode == 0
    assert "`cjm init` writes one" in done.stderr


def test_mistakes_in_settings_are_told_and_the_rest_is_shown() -> None:
    lay("cjm.yaml", "language: nl\noutptu: x\n")
    done = run("config")
    assert done.returncode == 1
    assert "did you mean 'output'?" in done.stderr
    assert "cjm.yaml:1" in done.stdout


def test_a_flag_comes_before_the_environment_and_that_before_the_settings() -> None:
    lay("cjm.yaml", "output: said\nformats: svg\nviews: map\nlanguage: en\n")
    lay("x.cjm.yaml")
    run("build")
    run("build", env={"CJM_OUTPUT": "given", "CJM_FORMATS": "md txt", "CJM_LANGUAGE": "nl"})
    run("build", "-o", "typed", "-f", "txt", env={"CJM_OUTPUT": "given", "CJM_FORMATS": "svg"})
    assert [below(name) for name in ("said", "given", "typed")] == [["x.svg"], ["x.md", "x.txt"], ["x.txt"]]
    assert "Klantreis" in Path("given/x.txt").read_text(encoding="utf-8")
    assert "Customer journey" in Path("typed/x.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("variable", "value", "text"),
    [("CJM_LANGUAGE", "nl", "Klantreis"), ("CJM_THEME", "mono", ""), ("CJM_PROFILE", "share", "")],
)
def test_a_build_is_made_anew_where_the_environment_asks_for_another(
    variable: str, value: str, text: str
) -> None:
    lay("x.cjm.yaml")
    lay("cjm.yaml", "formats: svg\nviews: map\n")
    run("build")
    before = Path("build/x.svg").read_text(encoding="utf-8")
    assert "1 journey up to date" in run("build").stderr
    assert "1 journey built" in run("build", env={variable: value}).stderr
    after = Path("build/x.svg").read_text(encoding="utf-8")
    assert after != before
    assert text in after
    assert "1 journey up to date" in run("build", env={variable: value}).stderr
    run("build")
    assert Path("build/x.svg").read_text(encoding="utf-8") == before


@pytest.mark.parametrize(
    ("variable", "value", "message"),
    [
        ("CJM_FORMATS", "svg,gif", "invalid value for CJM_FORMATS: 'gif' is not one of"),
        ("CJM_VIEWS", "maps", "invalid value for CJM_VIEWS: 'maps' is not one of"),
        ("CJM_MODE", "dim", "invalid value for CJM_MODE: 'dim' is not one of"),
        ("CJM_JOBS", "many", "invalid value for CJM_JOBS: 'many' is not"),
        ("CJM_THEME", "neon", ", which CJM_THEME asks for"),
        ("CJM_ENGINE", "nodot", "the Graphviz engine 'nodot' isn't installed, which CJM_ENGINE asks for"),
        ("CJM_LANGUAGE", "dutch", "'dutch' is not a language tag, which CJM_LANGUAGE asks for"),
    ],
)
def test_a_wrong_value_names_its_variable(variable: str, value: str, message: str) -> None:
    lay("x.cjm.yaml")
    done = run("build", env={variable: value})
    assert done.returncode == 2
    assert message in done.stderr
    assert below("build") == []


def test_a_wrong_value_of_an_option_names_the_option() -> None:
    lay("x.cjm.yaml")
    done = run("build", "-f", "gif", env={"CJM_FORMATS": "svg"})
    assert "invalid value for '-f' / '--format': 'gif'" in done.stderr
    assert "CJM_FORMATS" not in done.stderr


def test_an_empty_variable_says_nothing() -> None:
    lay("x.cjm.yaml")
    env = dict.fromkeys(("CJM_OUTPUT", "CJM_FORMATS", "CJM_THEME", "CJM_LANGUAGE", "CJM_ENGINE"), "")
    assert run("build", env=env).returncode == 0
    assert below("build") == ["x.flow.svg", "x.html", "x.svg"]


def test_standard_input_and_empty_maps_mind_no_variables_of_a_project() -> None:
    env = {"CJM_OUTPUT": "out", "CJM_FORMATS": "svg,html", "CJM_VIEWS": "map,flow"}
    text = "journey: Typed\nphases: [{name: P, touchpoints: [A]}]\n"
    assert run("build", "-f", "txt", "-", given=text, env=env).stdout.startswith("Typed\n")
    assert run("build", "--framework", "aida", env=env).returncode == 0
    assert below("out") == ["aida.sheet.svg"]


def test_what_was_built_elsewhere_is_cleaned_there() -> None:
    lay("x.cjm.yaml")
    env = {"CJM_OUTPUT": "out", "CJM_FORMATS": "svg"}
    run("build", env=env)
    assert run("clean", env=env).returncode == 0
    assert not Path("out/x.svg").exists()


def test_a_new_journey_says_the_language_that_the_environment_does() -> None:
    assert run("new", "X", env={"CJM_LANGUAGE": "nl"}).returncode == 0
    assert "language: nl\n" in Path("x.cjm.yaml").read_text(encoding="utf-8")
