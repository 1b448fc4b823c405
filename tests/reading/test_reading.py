"""Reading as a user meets it: twelve mistakes at once, any text at all, and what an editor's schema says."""
# ruff: noqa: E501 (a list of pieces reads best in one line)

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from cjm import pipeline
from cjm.board.arrange import arrange
from cjm.model.schema import schema
from cjm.source import Source
from cjm.syntax import Mapping, Node, Scalar, parse

ROOT = Path(__file__).parent.parent.parent
EXAMPLES = sorted((ROOT / "examples").rglob("*.cjm.yaml"))
SHOPPING = (ROOT / "examples/shopping-day/shopping-day.cjm.yaml").read_text(encoding="utf-8")


def check(text: str) -> pipeline.Checked:
    workspace = pipeline.Workspace(".", None, (Source("x.cjm.yaml", text),))
    return pipeline.check(workspace, lambda _folder, _target: "isn't there")


def test_twelve_mistakes_are_told_in_one_run_each_at_its_place() -> None:
    here = Path(__file__).parent
    done = subprocess.run(
        [sys.executable, "-m", "cjm", "check", "tests/reading/twelve-mistakes.cjm.yaml"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout == (here / "twelve-mistakes.out").read_text(encoding="utf-8")
    assert done.stdout.count(": error: ") == 12


def survives(text: str) -> None:
    """Parse, check, lint and arrange; every place lies inside the text."""
    source = Source("x.cjm.yaml", text)
    parsed = parse(source)
    checked = check(text)
    for found in (*parsed.diagnostics, *checked.diagnostics):
        assert 0 <= found.span.start <= found.span.end <= len(text), found
        assert source.position(found.span.start).line <= source.lines
    for journey in checked.project.journeys:
        board = arrange(journey, pipeline.lint(checked, journey))
        assert len(board.columns) == len(journey.touchpoints)


@settings(max_examples=150)
@given(st.text(max_size=80))
def test_no_text_brings_the_reader_down(text: str) -> None:
    survives(text)


PIECES = st.sampled_from(
    ["journey: X\n", "phases:\n", "  - name: P\n", "    touchpoints:\n", "      - A\n", "- ", "? ", ": ", "&a ", "*a\n", "<<: ", "{", "}", "[", "]", "|\n", ">-\n  x\n", "'", '"', "\t", "#c\n", "emotion: 2\n", "!!str ", "%YAML 1.1\n", "---\n", "😀", "\u2028", "\x00", "~", "\n", "  ", "end", ",", "next: [", "share: 110%\n"]
)  # fmt: skip


@settings(max_examples=150)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_no_yaml_brings_the_reader_down(text: str) -> None:
    survives(text)


@settings(max_examples=60)
@given(st.data())
def test_no_mutation_of_a_real_journey_brings_the_reader_down(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(SHOPPING)))
    end = data.draw(st.integers(start, min(len(SHOPPING), start + 400)))
    inserted = data.draw(st.sampled_from(["", SHOPPING[start:end] * 2, "\n", "x: [", "- ", "'", ": "]))
    survives(SHOPPING[:start] + inserted + SHOPPING[end:])


def as_json(node: Node) -> object:
    """What a YAML 1.2 reader in an editor makes of a file."""
    match node:
        case Scalar(plain=True):
            if node.empty:
                return None
            if node.value in ("true", "false"):
                return node.value == "true"
            try:
                return json.loads(node.value) if node.value[-1:].isdigit() else node.value
            except ValueError:
                return node.value
        case Scalar():
            return node.value
        case Mapping():
            return {entry.key.value: as_json(entry.value) for entry in node.entries}
        case _:
            return [as_json(item) for item in node.items]


def accepted_by_schema(text: str) -> bool:
    root = parse(Source("x", text)).root
    assert root is not None
    return bool(Draft7Validator(schema()).is_valid(as_json(root)))


def journey(touchpoint: str = "", top: str = "") -> str:
    return (
        f"journey: X\n{top}\nphases:\n  - name: P\n    touchpoints:\n      - name: A\n        {touchpoint}\n"
    )


GOOD = [
    journey(),
    "journey: X\nphases: [{name: P, touchpoints: A}]\n",
    journey("channel: store"),
    journey("channels: [store, app]"),
    journey("emotion: 2"),
    journey("emotion: boos"),
    journey("emotion: {score: 2, feeling: trots}"),
    journey("moment_of_truth: true"),
    journey("moment_of_truth: De knoop mist"),
    journey("owner: {responsible: Sales, consulted: [Service]}"),
    journey("metrics: {nps: 32, conversion: 31%, duration: 10 min, cost: € 38}"),
    journey("metrics: {nps: {value: 32, target: 40, date: 2026-09-01}}"),
    journey("next: end"),
    journey("next: [{to: end, when: it rains, share: 31%}]"),
    journey("importance: {customer: 5}"),
    journey("pains: [Queue, {text: Rain, severity: 3, accepted: weather}]"),
    journey("opportunity: {text: Better, move: skip, impact: 5, effort: 1, due: 2027-01-01}"),
    journey("links: [https://example.org, {url: mailto:a@b.nl, text: mail}]"),
    journey("name: 1.10".replace("name", "need")),
    journey("owner:"),
    journey(top="emotion_scale: [1, 5]"),
    journey(top="reviewed: 2026-05-12\nreview_every: 6 maanden"),
    journey(top="status: draft\nkind: buyer\nstate: future"),
    journey(top="expectations: {text: Fast, from: experience, level: 1}"),
    journey(top="personas: [{name: Ann, goals: [a, b]}, Bob]"),
    "library: L\ndepartments: [Sales]\nchannels: {id: app, icon: app}\ninclude_common: true\n",
]
BAD = [
    "journey: X\n",
    "phases: [{name: P}]\n",
    "journey: X\nphases: []\n",
    "journey: X\nphases: [{touchpoints: [A]}]\n",
    journey("emotoin: 2"),
    journey("emotion: [1, 2]"),
    journey("channel: store\n        channels: [app]"),
    journey("moment_of_truth: {impact: bad}"),
    journey("importance: {customer: 6}"),
    journey("importance: {customer: 2.5}"),
    journey("pain: {text: Queue, severity: high}"),
    journey("pain: {severity: 3}"),
    journey("opportunity: {text: x, status: maybe}"),
    journey("opportunity: {text: x, due: 1 mei 2027}"),
    journey("next: [{when: x}]"),
    journey("next: [{to: end, share: 130%}]"),
    journey("links: 'javascript:alert(1)'"),
    journey("links: '//evil.example'"),
    journey("metrics: [nps]"),
    journey("metrics: {nps: soon}"),
    journey("owner: {boss: Sales}"),
    journey("id: Not A Slug"),
    journey("id: end"),
    journey(top="status: final"),
    journey(top="reviewed: May 2026"),
    journey(top="review_every: often"),
    journey(top="language: dutch language"),
    journey(top="emotion_scale: 5"),
    journey(top="scope: all"),
    journey(top="personas: [{role: buyer}]"),
    "library: L\nphases: [{name: P}]\n",
    "library: L\nchannels: [{id: app, icon: unicorn}]\n",
]


def test_the_schema_is_draft_07_and_explains_every_key() -> None:
    made = schema()
    Draft7Validator.check_schema(made)
    silent = [
        f"{name}.{key}"
        for name, definition in made["definitions"].items()
        for key, value in definition.get("properties", {}).items()
        if not value.get("description")
    ]
    assert silent == []


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_schema_accepts_the_examples(path: Path) -> None:
    assert accepted_by_schema(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", GOOD)
def test_schema_and_checker_accept_the_same(text: str) -> None:
    assert [found.message for found in check(text).diagnostics] == []
    assert accepted_by_schema(text)


@pytest.mark.parametrize("text", BAD)
def test_schema_and_checker_refuse_the_same(text: str) -> None:
    assert check(text).diagnostics
    assert not accepted_by_schema(text)
