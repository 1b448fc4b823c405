"""Changes of meaning as text: no line is too long, nothing is lost, and no author can break a format."""

import json
import re
from pathlib import Path

import jsonschema
import pytest
from model_of import checked, with_phase

from cjm.differ import Comparison
from cjm.pipeline import Checked, diff
from cjm.reporters.changes import FORMATS, reporter
from cjm.reporters.columns import width

CASES = Path(__file__).parents[1] / "differ" / "cases"
SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "diff.schema.json").read_text(encoding="utf-8"))
HOSTILE = "`]](x) | </td><script> ::error:: @all %0A \\x1b[31m #1 🙂 " + "very long " * 40


def comparison(before: Checked, after: Checked) -> Comparison:
    """Of the one journey of two projects."""
    found = diff(before, after, ("a.cjm.yaml", "a.cjm.yaml"))
    return Comparison("HEAD", "", (found,), before.sources, after.sources)


def of_case(name: str) -> Comparison:
    """That of a case of the differ."""
    sides = []
    for side in ("before", "after"):
        library = CASES / name / f"{side}-library.cjm.yaml"
        more = {"library": library.read_text(encoding="utf-8")} if library.exists() else {}
        sides.append(checked((CASES / name / f"{side}.cjm.yaml").read_text(encoding="utf-8"), **more))
    return comparison(*sides)


def hostile() -> Comparison:
    """Of texts that would like to be more than text."""
    quoted = json.dumps(HOSTILE)
    before = with_phase(f"owner: Sales\ntouchpoints: [{{name: {quoted}, action: A, pains: [{quoted}]}}]")
    after = with_phase(f"owner: {quoted}\ntouchpoints: [{{name: {quoted}, action: {quoted}}}, {quoted}]")
    return comparison(checked(before), checked(after))


@pytest.mark.parametrize("columns", [60, 80, 100])
def test_no_line_is_wider_than_the_terminal(columns: int) -> None:
    for found in (*map(of_case, sorted(path.name for path in CASES.iterdir())), hostile()):
        for line in reporter("human")(found, width=columns).splitlines():
            assert width(line) <= columns, line
            assert line == line.rstrip()


def test_every_change_is_told_in_every_format() -> None:
    found = of_case("everything-at-once")
    changes = found.differences[0].changes
    assert len(json.loads(reporter("json")(found))["journeys"][0]["changes"]) == len(changes)
    assert len(re.findall(r"^\| (?:\*\*)?(?:notable|minor)", reporter("markdown")(found), re.M)) == len(
        changes
    )
    assert len(re.findall(r"^(?:notable|minor)", reporter("human")(found), re.M)) == len(changes)
    assert reporter("github")(found).count("\n::") + 1 == len(changes)


def test_what_an_author_wrote_stays_text() -> None:
    found = hostile()
    markdown = reporter("markdown")(found)
    assert "<script" not in markdown
    rows = [line for line in markdown.splitlines() if line.startswith("| ")]
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {6}
    for line in reporter("github")(found).splitlines():
        assert re.match(r"::(error|warning|notice) file=[^:]*::", line)
    assert "\x1b" not in reporter("human")(found)
    assert "\x1b[" in reporter("human")(found, color=True)


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_to_compare_is_a_report_too(name: str) -> None:
    text = reporter(name)(Comparison("HEAD", "", ()))
    assert text.endswith("\n") or (name == "github" and text == "")
    if name == "json":
        jsonschema.validate(json.loads(text), SCHEMA)


def test_every_case_is_as_the_schema_says() -> None:
    validator = jsonschema.Draft7Validator(SCHEMA)
    for path in sorted(CASES.iterdir()):
        validator.validate(json.loads(reporter("json")(of_case(path.name))))
