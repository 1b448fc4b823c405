"""The JSON that other programs read has the shape that docs/*.schema.json promise."""

import json
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from hostile.everything import journey as everything
from running import BAD, GOOD, lay, run

from cjm.lint import baseline
from cjm.reporters import as_json

DOCS = Path(__file__).parents[2] / "docs"
EXAMPLES = DOCS.parent / "examples"

JOURNEYS = {
    "nothing wrong": "# cjm: ignore-file[unused-ignore] as it is\n" + GOOD,
    "errors": BAD,
    "two places": "journey: X\nphases:\n  - {name: P, id: p}\n  - {name: Q, id: p}\n",
    "no text": "",
    "a list": "- x\n",
    "broken": "journey: 'X\n",
    "nothing in it": "journey: X\nphases: []\n",
    "a draft": f"status: draft\n{GOOD}",
    "another language": "journey: Reis\nlanguage: nl\nphases:\n  - name: Begin\n    touchpoints: [Bellen]\n",
    "wide signs": "journey: 👩‍👩‍👧 東京\nphases:\n  - name: 👍\n    touchpoints: [{name: 東, emotion: 9}]\n",
    "markup": 'journey: <b>"&\\\nphases:\n  - name: "\\u202e</script>\\t"\n    touchpoints: [A]\n',
    "every key": everything(),
}


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of its own."""
    monkeypatch.chdir(tmp_path)


def schema(name: str) -> dict[str, Any]:
    """A schema of docs/, itself checked."""
    found: dict[str, Any] = json.loads((DOCS / name).read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(found)
    return found


def objects(part: Any) -> list[dict[str, Any]]:
    """Every schema of an object in a schema."""
    inner = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
    mine = [part] if isinstance(part, dict) and part.get("type") == "object" else []
    return mine + [each for value in inner for each in objects(value)]


def told(*words: str) -> list[dict[str, Any]]:
    """What a command finds, after its shape was held against the promise."""
    done = run(*words, "--format", "json")
    assert done.returncode in (0, 1), done.stderr
    document = json.loads(done.stdout)
    jsonschema.Draft7Validator(schema("diagnostics.schema.json")).validate(document)
    found: list[dict[str, Any]] = document["diagnostics"]
    return found


@pytest.mark.parametrize("command", ["check", "lint"])
@pytest.mark.parametrize("name", JOURNEYS)
def test_every_journey_is_told_in_that_shape(command: str, name: str) -> None:
    lay("x.cjm.yaml", JOURNEYS[name])
    for each in told(command, "x.cjm.yaml"):
        assert (each["line"], each["column"]) <= (each["end_line"], each["end_column"])


def test_bytes_that_are_no_text_have_a_place_too() -> None:
    Path("x.cjm.yaml").write_bytes("journey: X\n".encode("utf-16"))
    assert [(each["rule"], each["line"]) for each in told("check")] == [("encoding", 1)]


def test_settings_are_told_of_in_that_shape() -> None:
    lay("x.cjm.yaml")
    lay("cjm.yaml", "lint: {preset: strickt, ignore: [no-such-rule]}\n")
    assert {each["path"] for each in told("lint")} >= {"cjm.yaml"}


@pytest.mark.parametrize("preset", ["minimal", "strict"])
def test_the_examples_are_told_in_that_shape(preset: str) -> None:
    found = told("lint", str(EXAMPLES), "--preset", preset, "--today", "2026-11-01")
    assert {"phase-without-owner", "pain-without-opportunity"} <= {each["rule"] for each in found}


CARD = """
journey: Paying
phases:
  - name: Till
    touchpoints:
      - name: Pays at the till
        id: pay
        emotion: -1
        metrics: {duration: {value: 9 min, target: 2 min}}
        pain: The card is refused
      - name: Leaves
        pain: {text: The door is heavy, id: door}
"""


def test_a_finding_says_what_it_is_about_in_json_and_sarif() -> None:
    lay("x.cjm.yaml", CARD)
    subjects = {(each["rule"], *each["subject"].values()) for each in told("lint")}
    assert subjects >= {
        ("journey-without-goal", "journey", "x", "Paying"),
        ("phase-without-owner", "phase", "till", "Till"),
        ("below-target", "touchpoint", "pay", "Pays at the till"),
        ("pain-without-opportunity", "pain", "the-card-is-refused", "The card is refused"),
        ("pain-without-opportunity", "pain", "door", "The door is heavy"),
    }
    results = json.loads(run("lint", "--format", "sarif").stdout)["runs"][0]["results"]
    logical = {each["ruleId"]: each["locations"][0]["logicalLocations"] for each in results}
    assert logical["below-target"] == [
        {"kind": "touchpoint", "name": "Pays at the till", "fullyQualifiedName": "x/pay"}
    ]
    assert logical["pain-without-opportunity"] == [
        {"kind": "pain", "name": "The door is heavy", "fullyQualifiedName": "x/leaves/door"}
    ]


def test_an_error_of_reading_is_about_a_place_and_no_thing() -> None:
    lay("x.cjm.yaml", BAD)
    assert {each["subject"] for each in told("check")} == {None}
    results = json.loads(run("check", "--format", "sarif").stdout)["runs"][0]["results"]
    assert all("logicalLocations" not in each["locations"][0] for each in results)


def test_places_that_belong_to_a_finding_have_places_too() -> None:
    lay("x.cjm.yaml", JOURNEYS["two places"])
    (twice,) = [each for each in told("check") if each["rule"] == "duplicate-id"]
    assert [each["line"] for each in twice["related"]] == [3]


@pytest.mark.parametrize("name", ["diagnostics.schema.json", "baseline.schema.json"])
def test_nothing_but_what_is_promised(name: str) -> None:
    for each in objects(schema(name)):
        assert each["additionalProperties"] is False
        assert each["required"] == list(each["properties"])
        assert all("description" in part or "$ref" in part for part in each["properties"].values())


def test_versions_are_those_that_are_written() -> None:
    for name, version in (
        ("diagnostics.schema.json", as_json.VERSION),
        ("baseline.schema.json", baseline.VERSION),
    ):
        assert schema(name)["properties"]["version"]["const"] == version


@pytest.mark.parametrize("name", JOURNEYS)
def test_a_baseline_has_the_shape_that_is_promised(name: str) -> None:
    lay("x.cjm.yaml", JOURNEYS[name])
    run("lint", "x.cjm.yaml", "--write-baseline", "--preset", "strict")
    document = json.loads(Path(baseline.NAME).read_text(encoding="utf-8"))
    jsonschema.Draft7Validator(schema("baseline.schema.json")).validate(document)


def test_a_shape_that_is_not_promised_is_refused() -> None:
    check = jsonschema.Draft7Validator(schema("diagnostics.schema.json"))
    lay("x.cjm.yaml", BAD)
    (first, *_) = told("check")
    for wrong in ({**first, "subject": []}, {**first, "line": 0}, {**first, "severity": "fatal"}):
        assert not check.is_valid({"version": 1, "diagnostics": [wrong]})
    assert not check.is_valid({"version": 2, "diagnostics": []})
