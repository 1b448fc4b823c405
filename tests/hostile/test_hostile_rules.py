"""Rules of one's own that mean harm: they must end, in little memory, with a message."""

import json
from pathlib import Path

import pytest
from hostile.everything import TEXTS, journey
from limited import limited
from running import lay

GROWING = ".map(v, v + v + v + v + v + v)" * 30


def rule(must: str, on: str = "journey", message: str = "") -> None:
    """Settings with this rule."""
    lay("cjm.yaml", f"lint:\n  custom:\n{written('own-rule', must, on, message)}")


def written(name: str, must: str, on: str = "journey", message: str = "") -> str:
    """A rule of that name, four lines and one more where it has a message."""
    text = must.replace("'", "''")
    said = f"      message: '{message}'\n" if message else ""
    return f"    - name: {name}\n      on: {on}\n      assert: '{text}'\n{said}"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with a journey of 300 touchpoints."""
    monkeypatch.chdir(tmp_path)
    points = "".join(f"      - {{name: T{n}, thoughts: [a, b, c]}}\n" for n in range(300))
    lay("x.cjm.yaml", f"journey: X\nphases:\n  - name: P\n    touchpoints:\n{points}")


@pytest.mark.parametrize(
    "must",
    [
        f"['a']{GROWING}.size() == 1",
        "['a']" + ".map(v, [v, v, v, v])" * 40 + " == []",
        "['a']" + ".map(v, {'a': v, 'b': v})" * 30 + ".size() == 1",
        "journey.phases.all(p, p.touchpoints.all(a, p.touchpoints.all(b, p.touchpoints.all(c, a != c))))",
        "journey.phases.all(p, p.touchpoints.map(a, p.touchpoints.map(b, p.touchpoints)).size() > 0)",
        "".join(f"[1,2,3,4,5,6,7,8,9].all(x{n}, " for n in range(12)) + "x11 > 0" + ")" * 12,
        "journey.phases.all(p, p.touchpoints.all(t, t.name.matches('(\\\\w{50}){50}')))",
        "journey.phases.all(p, p.touchpoints.all(a, journey != journey && journey.phases == journey.phases))",
        "'a'.matches('((((a{1000}){1000}){1000}){1000})')",
        "'" + "a" * 400 + "b'.matches('^(a+)+$')",
        "cjm_step(0, 0) && cjm_made(journey) == journey && cjm_pattern('x') == 'y'",
        "cjm_spent",
    ],
)
def test_no_expression_hangs_or_eats_memory(must: str) -> None:
    rule(must)
    said = limited("lint", "x.cjm.yaml").stdout
    assert "[own-rule]" in said or "[bad-expression]" in said or "[limit-exceeded]" in said


def test_what_is_no_expression_or_fails_is_told_of_every_rule() -> None:
    wrong = (
        "9223372036854775807 + 1 > 0",
        "journey.journey.__class__ == 'x'",
        "__import__('os').system('x')",
        "\\",
        "'",
        "((((",
        "]]]]",
        "@{#}%",
        "\u202e",
        "-" * 901 + "1 == 1",
        "!" * 901 + "true",
        "1" + " + 1" * 240 + " < 0",
        "journey" + ".a" * 450 + " == 1",
    )
    rules = "".join(written(f"own-{'abcdefghijklmnop'[n]}", must) for n, must in enumerate(wrong))
    lay("cjm.yaml", f"lint:\n  custom:\n{rules}")
    told = json.loads(limited("lint", "x.cjm.yaml", "--format", "json").stdout)["diagnostics"]
    unread = {found["line"] for found in told if found["rule"] in {"bad-expression", "limit-exceeded"}}
    named = {found["rule"] for found in told}
    for n, must in enumerate(wrong):
        assert 5 + 3 * n in unread or f"own-{'abcdefghijklmnop'[n]}" in named, must


def test_loops_that_are_too_much_are_told_once() -> None:
    rule("journey.phases.all(p, p.touchpoints.all(a, p.touchpoints.all(b, journey != a)))", on="touchpoint")
    said = limited("lint", "x.cjm.yaml").stdout
    assert said.count("the journey is too large for its loops [own-rule]") == 1


def test_every_text_in_a_message() -> None:
    lay("x.cjm.yaml", journey())
    rule("false", on="touchpoint", message="{touchpoint.name} {touchpoint.thoughts} {journey.journey}")
    said = limited("lint", "x.cjm.yaml", "--format", "json").stdout
    assert said.count('"own-rule"') == len(TEXTS)
    lay("build.cjm.yaml", journey())
    limited("build", "build.cjm.yaml")


def test_hostile_texts_as_expressions() -> None:
    names = {name: f"own-{'a' * n}" for n, name in enumerate(TEXTS, 1)}
    rules = "".join(written(own, TEXTS[name]) for name, own in names.items())
    lay("cjm.yaml", f"lint:\n  custom:\n{rules}")
    told = json.loads(limited("check", "x.cjm.yaml", "--format", "json").stdout)["diagnostics"]
    lines = {found["line"] for found in told if found["path"] == "cjm.yaml"}
    assert [name for n, name in enumerate(TEXTS) if 5 + 3 * n not in lines] == []


def test_a_thousand_rules() -> None:
    rules = "".join(f"    - {{name: r{'a' * n}, on: journey, assert: 'true'}}\n" for n in range(1, 1001))
    lay("cjm.yaml", f"lint:\n  custom:\n{rules}")
    said = limited("check", "x.cjm.yaml").stdout
    assert "more than 100 rules of one's own [limit-exceeded]" in said
