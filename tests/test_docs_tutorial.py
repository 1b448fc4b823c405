"""docs/tutorial.md shows what really happens: all of it is followed, from top to bottom, in one folder.

`--accept` writes anew what its commands print.
"""

import re
from pathlib import Path

import pytest
from played import ROOT, blocks, played, program
from running import below, run

import cjm
from cjm import syntax
from cjm.source import Source

PAGE = ROOT / "docs" / "tutorial.md"
PIPELINE = ".github/workflows/maps.yml"  # which the tutorial has `cjm init` write
INSTALLING = "## Install"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own, in which `cjm` is a command."""
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    return program(tmp_path / "bin")


def followed(programs: Path) -> tuple[str, str]:
    """What stands behind the installation, and the same with what its commands really print."""
    _, _, installed = PAGE.read_text(encoding="utf-8").partition(INSTALLING)
    part = installed[installed.index("\n## ") :]
    return part, played(part, programs)


def test_the_tutorial_shows_what_happens_to_who_follows_it(
    here: Path, request: pytest.FixtureRequest
) -> None:
    shown, told = followed(here)
    if request.config.getoption("--accept"):
        PAGE.write_text(PAGE.read_text(encoding="utf-8").replace(shown, told), encoding="utf-8")
        shown = told
    assert told == shown
    assert {"bicycle.html", "bicycle.svg", "bicycle.flow.svg"} <= set(below("build"))
    assert run("lint").returncode == 0


def test_what_the_tutorial_installs_is_this_command() -> None:
    text = PAGE.read_text(encoding="utf-8").partition(INSTALLING)[2]
    installing, version = blocks(text, "sh")[0].splitlines()
    assert f'name = "{installing.split()[-1]}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert run(*version.split()[1:]).returncode == 0


def test_the_pipeline_of_the_tutorial_runs(here: Path) -> None:
    followed(here)
    text = Path(PIPELINE).read_text(encoding="utf-8")
    assert list(syntax.parse(Source(PIPELINE, text)).diagnostics) == []
    [action] = re.findall(r"uses: cjm-compiler/cjm@(.+)$", text, re.MULTILINE)  # tests/ci plays it
    assert action == f"v{cjm.__version__.partition('.')[0]}"
