"""A forked run and one that begins say and leave the same, byte for byte."""

import re
from pathlib import Path

import pytest
from running import BAD, GOOD, below, lay, run

TODAY = ("--today", "2026-11-01")


@pytest.mark.parametrize(
    "words",
    [
        ["check"],
        ["check", "good.cjm.yaml", "--quiet"],
        ["lint", "good.cjm.yaml", "--format", "json", *TODAY],
        ["build", "good.cjm.yaml", "-f", "html,svg,md", "-v"],
        ["build", "--jobs", "2", "more", "-f", "txt"],
        ["show", "good.cjm.yaml", "--color", "always"],
        ["stats", "-"],
        ["--help"],
        ["buidl"],
        ["show", "nowhere.cjm.yaml"],
    ],
    ids=" ".join,
)
def test_a_forked_run_and_one_that_begins_are_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    ends = []
    for fresh in (False, True):
        folder = tmp_path / str(fresh) / "x"
        for name, text in ("good", GOOD), ("bad", BAD), ("more/1", GOOD), ("more/2", GOOD), ("more/3", GOOD):
            lay(str(folder / f"{name}.cjm.yaml"), text)
        monkeypatch.chdir(folder)
        done = run(*words, given=GOOD, fresh=fresh)
        left = {path: Path(path).read_bytes() for path in below(".")}
        said = re.sub(r" in [\d.]+ s\b", "", done.stderr)  # a build tells how long it took
        ends.append((done.returncode, done.stdout, said, left))
    assert ends[0] == ends[1]


def test_a_forked_run_begins_with_nothing_of_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    lay("x.cjm.yaml")
    said = run("config", env={"CJM_LANGUAGE": "nl", "FORCE_COLOR": "1"}).stdout
    assert "nl" in said
    assert run("config").stdout == run("config", fresh=True).stdout != said
    assert run("completion", "bash").stdout == run("completion", "bash", fresh=True).stdout
    completing = {"_CJM_COMPLETE": "bash_complete", "COMP_WORDS": "cjm ch", "COMP_CWORD": "1"}
    assert run(env=completing).stdout == run(env=completing, fresh=True).stdout != ""


def test_a_run_that_python_would_begin_otherwise_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    lay("x.cjm.yaml", BAD.replace("phasen", "phäsen"))
    plain = {"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    assert r"ph\xe4sen" in run("check", env=plain).stdout
    assert "phäsen" in run("check").stdout
