"""Rules of a project's own, in CEL in `cjm.yaml`."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hostile.everything import journey as everything
from running import lay, run

from cjm import pipeline, syntax
from cjm.diagnostics import Diagnostic
from cjm.lint.custom import expressions
from cjm.lint.custom.values import filled, told
from cjm.model.binding import bind
from cjm.model.keys import JOURNEY
from cjm.source import Source

BUY = """\
journey: A day out
emotion_scale: [1, 5]
phases:
  - name: Buy
    owner: Sales
    duration: 3 d
    touchpoints:
      - name: Pays
        channels: [shop, web]
        emotion: {score: 1, feeling: cross}
        moment_of_truth: true
        metrics: {nps: 20, wait: 10 min, share: 31%}
        pains: [{text: Slow, severity: 4}]
        evidence: interviews
      - Leaves
  - name: Later
    touchpoints: [Returns]
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with one journey."""
    monkeypatch.chdir(tmp_path)
    lay("x.cjm.yaml", BUY)


def own(rules: str, more: str = "") -> None:
    """Settings with these rules, and none of the others."""
    lay("cjm.yaml", f"lint:\n  preset: minimal\n{more}  custom:\n{rules}")


def rule(must: str, on: str = "touchpoint", **more: str) -> str:
    """One rule, in YAML that needs no quotes."""
    written = {"on": on, "assert": must, **more}
    lines = "".join(f"      {key}: |-\n        {value}\n" for key, value in written.items())
    return f"    - name: own-rule\n{lines}"


def checked() -> pipeline.Checked:
    """The journey and the settings of this folder, read."""
    settings, asked = (Source(path, Path(path).read_text()) for path in ("cjm.yaml", "x.cjm.yaml"))
    workspace = pipeline.Workspace(".", settings, (asked,))
    return pipeline.check(workspace, lambda _folder, _target: "isn't there")


def told_of(found: Iterable[Diagnostic], source: Source) -> Iterator[tuple[str, Diagnostic]]:
    """The line and column of each message about a file."""
    for each in found:
        if each.path == source.path:
            line, column = source.position(each.span.start)
            yield f"{line}:{column}", each


def said(name: str = "own-rule") -> list[str]:
    """What a rule finds: line, severity and message."""
    project = checked()
    (journey,) = project.project.journeys
    found = told_of(pipeline.lint(project, journey), project.sources["x.cjm.yaml"])
    return [
        f"{place.partition(':')[0]} {each.severity}: {each.message}"
        for place, each in found
        if each.rule == name
    ]


def wrong() -> list[str]:
    """What is wrong with the settings: place, kind and message."""
    project = checked()
    found = told_of(project.diagnostics, project.sources["cjm.yaml"])
    return [f"{place} {each.rule}: {each.message}" for place, each in found]


def test_a_rule_says_where_its_expression_is_false() -> None:
    own(
        """\
    - name: two-channels
      on: touchpoint
      when: touchpoint.name != 'Returns'
      assert: size(touchpoint.channels) > 1
      message: "'{touchpoint.name}' of {phase.name} in {journey.journey} has one way out"
      help: say another
"""
    )
    done = run("lint", "x.cjm.yaml")
    assert done.returncode == 1
    assert (
        "x.cjm.yaml:15:9: warning: 'Leaves' of Buy in A day out has one way out [two-channels]\n"
        "  15 |       - Leaves\n"
        "     |         ^^^^^^\n"
        "     = help: say another\n"
    ) in done.stdout
    assert len(said("two-channels")) == 1


@pytest.mark.parametrize(
    ("must", "on"),
    [
        ("journey.journey == 'A day out' && journey.id == 'x' && journey.summary == ''", "journey"),
        ("journey.emotion_scale == [1.0, 5.0] && journey.phases.size() == 2", "journey"),
        ("journey.phases.exists(p, p.touchpoints.exists(t, t.name == 'Pays'))", "journey"),
        ("journey.scope.starts == '' && journey.reviewed == '' && journey.personas == []", "journey"),
        ("phase.owner.responsible == (phase.name == 'Buy' ? 'sales' : '')", "phase"),
        ("phase.duration == null || phase.duration > duration('71h')", "phase"),
        ("size(touchpoint.channels) >= 0 && touchpoint.owner.consulted == []", "touchpoint"),
        ("(touchpoint.emotion.score == null) == (touchpoint.name != 'Pays')", "touchpoint"),
        ("touchpoint.emotion.score == null || touchpoint.emotion.score == -2.0", "touchpoint"),
        ("(touchpoint.moment_of_truth != null) == (touchpoint.name == 'Pays')", "touchpoint"),
        ("!('nps' in touchpoint.metrics) || touchpoint.metrics.nps.value >= 20", "touchpoint"),
        ("!('wait' in touchpoint.metrics) || touchpoint.metrics.wait.value == 600.0", "touchpoint"),
        ("!has(touchpoint.metrics.share) || touchpoint.metrics.share.value < 0.32", "touchpoint"),
        ("touchpoint.pains.all(p, p.severity == 4 && p.accepted == '')", "touchpoint"),
        ("touchpoint.name.matches('^[A-Z][a-z]+$')", "touchpoint"),
        ("touchpoint.pains.map(p, p.text).filter(t, t == 'Slow').size() < 2", "touchpoint"),
    ],
)
def test_what_expressions_see(must: str, on: str) -> None:
    own(rule(must, on))
    assert (wrong(), said()) == ([], [])
    own(rule(f"!({must})", on))
    assert all("is not as it should be" in each for each in said())
    assert len(said()) == {"journey": 1, "phase": 2, "touchpoint": 3}[on]


@pytest.mark.parametrize("on", ["journey", "phase", "touchpoint"])
def test_every_key_is_there_in_every_journey(on: str) -> None:
    record = next(each for each in (JOURNEY, *JOURNEY.inner) if each.name == on)
    every = " && ".join(f"has({on}.{key.name})" for key in record.keys)
    own(rule(every, on))
    assert (wrong(), said()) == ([], [])


def test_the_journey_of_the_dry_run_has_the_shape_of_a_real_one() -> None:
    source = Source("x.cjm.yaml", everything())
    journey, _ = bind(source, syntax.parse(source))

    def same(real: Any, sample: Any, at: str) -> None:
        if real is None or at.endswith((".duration", ".review_every")):
            return
        if isinstance(sample, dict):
            assert isinstance(real, dict), at
            free = at.endswith((".metrics", ".emotions"))
            assert free or set(real) == set(sample), at
            for name in set(real) & set(sample):
                same(real[name], sample[name], f"{at}.{name}")
        elif isinstance(sample, list):
            for each in real:
                same(each, sample[0], f"{at}[]")
        else:
            assert type(real) is type(sample), at

    same(told(journey, JOURNEY), filled(JOURNEY, ()), "journey")


@pytest.mark.parametrize(
    ("must", "on", "expected"),
    [
        ("size(touchpoint.chanels) > 0", "touchpoint", "7:25 bad-expression: there is no key 'chanels'"),
        ("size(phase.goal", "phase", "7:23 bad-expression: the expression ends too early"),
        ("phase.goal = 'x'", "phase", "7:20 bad-expression: '=' is not understood here"),
        ("'é👍' == 'x' @ 1", "phase", "7:21 bad-expression: '@' is not understood here"),
        ("fase.goal == ''", "phase", "7:9 bad-expression: nothing is called 'fase'"),
        ("phase.goal == '' || false && nobody", "phase", "7:38 bad-expression: nothing is called 'nobody'"),
        ("touchpoint.name == ''", "phase", "7:9 bad-expression: a rule on a phase has no 'touchpoint'"),
        ("phase.goal", "phase", "7:9 bad-expression: an expression must be true or false"),
        ("phase.goal.lower() == 'x'", "phase", "7:20 bad-expression: there is no function 'lower'"),
        ("matches(phase.goal, 'x')", "phase", "7:9 bad-expression: `matches` has no text to look at"),
        (
            "touchpoint.name.matches('(')",
            "touchpoint",
            "7:9 bad-expression: fails even where every field is filled: this is no regular expression",
        ),
        (
            "touchpoint.emotion.score - 1 > 0",
            "touchpoint",
            "7:9 bad-expression: fails even where every field is filled: a value is of another kind than"
            " the expression wants",
        ),
        ("(" * 25 + "true" + ")" * 25, "phase", "7:33 bad-expression: brackets within more than 24 brackets"),
        (
            "true && " * 125 + "true",
            "phase",
            "7:7 limit-exceeded: an expression of more than 1,000 characters",
        ),
        ("true", "moment", "5:9 unknown-value: 'moment' is not a thing to look at"),
    ],
)
def test_what_means_nothing_is_an_error_at_its_place(must: str, on: str, expected: str) -> None:
    own(rule(must, on))
    found = wrong()
    if on == "moment":
        assert found[0].endswith(expected.partition(" ")[2])
    elif expected.endswith("characters"):
        assert [each.partition(" ")[2] for each in found] == [expected.partition(" ")[2]]
    else:
        assert [each.partition(":")[2] for each in found] == [expected.partition(":")[2]]
        assert found[0].startswith("8:")


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("'phase.name == ''x'' && nix'", "6:39"),
        ('"phase.name == \\"x\\" && nix"', "6:39"),
        ("phase.name == 'x' && nix", "6:36"),
        (">\n        phase.name == 'x'\n          && nix", "8:14"),
        ("|\n        phase.name == 'x' // why\n        && nix", "8:12"),
        ("phase.name == 'x'\n          && nix", "7:14"),
    ],
)
def test_places_are_right_however_yaml_writes_it(written: str, place: str) -> None:
    own(f"    - name: own-rule\n      on: phase\n      assert: {written}\n")
    assert wrong() == [f"{place} bad-expression: nothing is called 'nix'"]


def test_a_failure_on_real_data_is_a_warning_at_the_thing() -> None:
    for severity in ("info", "warning", "error"):
        own(rule("touchpoint.metrics.nps.value > 30.0", severity=severity))
        assert said() == [
            f"8 {severity}: touchpoint 'Pays' is not as it should be: touchpoint.metrics.nps.value > 30.0",
            "15 warning: the rule own-rule can't look at touchpoint 'Leaves': there is no key 'nps'",
            "17 warning: the rule own-rule can't look at touchpoint 'Returns': there is no key 'nps'",
        ]


def test_they_are_chosen_and_silenced_like_the_others() -> None:
    always = rule("false", "journey")
    for more in ("  ignore: own-rule\n", "  rules: {own-rule: off}\n"):
        own(always, more)
        assert (wrong(), said()) == ([], [])
    own(always, "  select: own-rule\n  rules: {own-rule: info}\n")
    assert (wrong(), said()) == ([], ["1 info: journey 'A day out' is not as it should be: false"])
    own(always)
    lay("x.cjm.yaml", BUY.replace("A day out", "A day out  # cjm: ignore[own-rule] as it is"))
    assert said() == []
    lay("x.cjm.yaml", f"# cjm: ignore-file[own-rule] as it is\n{BUY}")
    assert said() == []
    lay("x.cjm.yaml", f"status: draft\n{BUY}")
    assert said() == ["2 info: journey 'A day out' is not as it should be: false"]


def test_an_error_of_ones_own_fails_the_run() -> None:
    own(rule("false", "journey", severity="error"), "  fail_on: error\n")
    done = run("lint", "x.cjm.yaml")
    assert done.returncode == 1
    assert "x.cjm.yaml:1:10: error: journey 'A day out'" in done.stdout


def test_names_that_are_taken() -> None:
    own(rule("true").replace("own-rule", "phase-without-owner"))
    assert wrong() == ["4:13 duplicate-id: there is a rule called 'phase-without-owner' already"]
    own(rule("true") * 2)
    assert wrong() == ["9:13 duplicate-id: two rules are called 'own-rule'"]
    own(rule("true").replace("own-rule", "Own Rule"))
    assert wrong() == ["4:13 unknown-value: 'Own Rule' is not a rule's name"]
    own(rule("true"), "  ignore: own-rul\n")
    assert wrong() == ["3:11 unknown-reference: no rule is called 'own-rul'"]
    own(rule("true"), "  rules: {own-rule: {most: 3}}\n")
    assert wrong() == ["3:22 unknown-key: own-rule has no option 'most'"]


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("{touchpoint.name}: {touchpoint.emotion.score}, {touchpoint.channels}", "Pays: -2, shop, web"),
        ("{touchpoint.quote}{touchpoint.moment_of_truth.why}{touchpoint.metrics.nps.target}!", "!"),
        ("{phase.owner.responsible} of {journey.emotion_scale}", "sales of 1, 5"),
        ("100 % {} { x } {Pays} %s $1", "100 % {} { x } {Pays} %s $1"),
    ],
)
def test_messages_hold_values(message: str, expected: str) -> None:
    own(rule("touchpoint.name != 'Pays'", message=message))
    assert (wrong(), said()) == ([], [f"8 warning: {expected}"])


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("{touchpoint.nmae}", "{touchpoint.nmae} in the message: there is no 'nmae'"),
        ("{name}", "{name} in the message: there is no 'name'"),
        ("{touchpoint}", "{touchpoint} in the message is more than a text"),
        ("{touchpoint.pains}", "{touchpoint.pains} in the message is more than a text"),
        (
            "{touchpoint.name.__class__}",
            "{touchpoint.name.__class__} in the message: there is no '__class__'",
        ),
    ],
)
def test_messages_that_name_nothing(message: str, expected: str) -> None:
    own(rule("true", message=message))
    assert [each.partition(": ")[2] for each in wrong()] == [expected]


def test_without_the_extra_the_settings_say_what_to_install() -> None:
    own(rule("false"))
    without = "import sys; sys.modules['cel'] = None; from cjm.__main__ import main; sys.exit(main())"
    for command in ("check", "lint"):
        done = run(command, "x.cjm.yaml", program=("-c", without))
        assert done.returncode == 1
        assert "cjm.yaml:4:13: error: rules of one's own need a package that isn't installed" in done.stdout
        assert "pip install 'cjm-compiler[rules]'" in done.stdout
        assert "Traceback" not in done.stderr
    lay("cjm.yaml", "lint: {preset: minimal}\n")
    assert run("check", "x.cjm.yaml", program=("-c", without)).returncode == 0


def test_a_field_that_could_not_be_read_gives_one_message() -> None:
    lay("x.cjm.yaml", BUY.replace("score: 1,", "score: 9,"))
    own(rule("touchpoint.emotion.score > 3.0"))
    assert not any("Pays" in each for each in said())


@pytest.mark.parametrize(
    "text", ["journey: X\nphases: []\n", "journey: X\nphases: [{name: P}]\n", "- x\n", ""]
)
def test_journeys_with_nothing_in_them(text: str) -> None:
    own(rule("phase.goal != '' && touchpoint.name != ''"))
    lay("x.cjm.yaml", text)
    done = run("lint", "x.cjm.yaml")
    assert "Traceback" not in done.stderr
    assert "internal error" not in done.stderr


def test_the_program_that_runs_is_the_one_that_was_written() -> None:
    for text in (
        "[1, 2].all(x, x > 0)",
        "[[1]].exists(x, x.map(y, y + 1) == [2])",
        "'a.all(b, c)'.size() == 11",
    ):
        assert isinstance(expressions.compiled(text, "journey"), expressions.Compiled)
