"""The hooks for pre-commit: a repository names them, and they do what they say."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from played import ROOT
from ruamel.yaml import YAML
from running import GOOD, lay, run

from cjm.languages import language
from cjm.model.frameworks import FRAMEWORKS
from cjm.scaffold.project import HOOKS, Plan, project

HOOKS_FILE = ROOT / ".pre-commit-hooks.yaml"
OFFERED = {each["id"]: each for each in YAML(typ="safe").load(HOOKS_FILE)}
# What an installed cjm is built from.
PACKAGE = ("cjm", "templates", "pyproject.toml", "hatch_build.py", "README.md", "LICENSE", HOOKS_FILE.name)
FINE = GOOD.replace("phases:", "status: draft\nphases:")
NAMES = ["a/x.cjm.yaml", "x.cjm.yml", "cjm.yaml", "a/cjm.yml", "a.yaml", "xcjm.yaml", "cjm.yaml.bak", "x.svg"]


def pre_commit(*words: str, cache: Path) -> subprocess.CompletedProcess[str]:
    """What pre-commit says, in a cache of its own."""
    return subprocess.run(
        [sys.executable, "-m", "pre_commit", *words],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PRE_COMMIT_HOME": str(cache), "PYTHONWARNINGS": "default"},
    )


def commit(folder: Path, *files: str) -> str:
    """The id of a new commit of those files."""
    me = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    for words in (["init", "-q"], ["add", "-A", *files], ["commit", "-qm", "x"]):
        subprocess.run(["git", *me, *words], cwd=folder, check=True, capture_output=True)
    said = subprocess.run(["git", "rev-parse", "HEAD"], cwd=folder, check=True, capture_output=True)
    return said.stdout.decode().strip()


def test_pre_commit_takes_the_hooks(tmp_path: Path) -> None:
    done = pre_commit("validate-manifest", str(HOOKS_FILE), cache=tmp_path)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("hook", "files"),
    [
        ("cjm-fmt", ["a/x.cjm.yaml", "x.cjm.yml"]),
        ("cjm-lint", ["a/x.cjm.yaml", "x.cjm.yml", "cjm.yaml", "a/cjm.yml"]),
        ("cjm-build-check", ["a/x.cjm.yaml", "x.cjm.yml", "cjm.yaml", "a/cjm.yml", "x.svg"]),
    ],
)
def test_a_hook_runs_for_its_files(hook: str, files: list[str]) -> None:
    assert [name for name in NAMES if re.search(OFFERED[hook]["files"], name)] == files


@pytest.mark.parametrize("hook", OFFERED)
def test_a_hook_calls_what_there_is(hook: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, *words = shlex.split(OFFERED[hook]["entry"])
    monkeypatch.chdir(tmp_path)
    lay("x.cjm.yaml", FINE)
    run("build", "-q")
    given = ["x.cjm.yaml"] if OFFERED[hook].get("pass_filenames", True) else []
    done = run(*words, *given)
    assert (done.returncode, "unknown" in done.stderr) == (0, False), done.stderr


def test_a_new_project_names_hooks_that_there_are() -> None:
    plan = Plan("One", FRAMEWORKS["aida"], language("en"), "en", (), "2.5.1")
    [repo] = YAML(typ="safe").load(project(plan)[HOOKS])["repos"]
    assert (repo["repo"], repo["rev"]) == ("https://github.com/cjm-compiler/cjm", "v2.5.1")
    assert {each["id"] for each in repo["hooks"]} <= OFFERED.keys()


@pytest.mark.soak  # it installs cjm and all that it needs
def test_pre_commit_runs_them_from_this_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = tmp_path / "cjm", tmp_path / "maps"
    for name in PACKAGE:
        copied = ["cp", "-r", ROOT / name, ours / name]
        ours.mkdir(exist_ok=True)
        subprocess.run(copied, check=True)
    theirs.mkdir()
    monkeypatch.chdir(theirs)
    lay("x.cjm.yaml", FINE)
    assert run("build", "-q", "-o", "maps").returncode == 0
    lay("cjm.yaml", "output: maps\n")
    lay(".gitignore", ".cjm/\n")
    lay(
        ".pre-commit-config.yaml",
        f"repos: [{{repo: {ours}, rev: {commit(ours)}, "
        "hooks: [{id: cjm-fmt}, {id: cjm-lint}, {id: cjm-build-check}]}]\n",
    )
    commit(theirs)
    done = pre_commit("run", "--all-files", "--color=never", cache=tmp_path / "cache")
    assert done.returncode == 0, done.stdout
    assert re.findall(r"\.+(\w+)$", done.stdout, re.MULTILINE) == ["Passed", "Passed", "Passed"]
    lay("x.cjm.yaml", f"{FINE}phasen: 1\n")
    done = pre_commit("run", "--all-files", "--color=never", cache=tmp_path / "cache")
    assert done.returncode == 1
    assert "x.cjm.yaml:7:1: error: unknown key 'phasen'" in done.stdout
