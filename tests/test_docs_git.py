"""docs/git.md shows what really happens: its journey is committed, its commands are run, from top to bottom.

`--accept` writes anew what they print.
"""

import os
from pathlib import Path

import pytest
from played import ROOT, played, program, typed

from cjm.scaffold.git import meaning, settings

PAGE = ROOT / "docs" / "git.md"


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository of nobody's, in which `cjm` is a command."""
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    for name in ("AUTHOR_NAME", "AUTHOR_EMAIL", "COMMITTER_NAME", "COMMITTER_EMAIL"):
        monkeypatch.setenv(f"GIT_{name}", "a@b.c")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    monkeypatch.setenv("GIT_EDITOR", "true")
    made = program(tmp_path / "bin")
    typed("git init --quiet --initial-branch main", made)
    return made


def test_what_the_page_on_git_shows_is_what_happens(programs: Path, request: pytest.FixtureRequest) -> None:
    shown = PAGE.read_text(encoding="utf-8")
    told = played(shown, programs)
    if request.config.getoption("--accept"):
        PAGE.write_text(told, encoding="utf-8")
    assert told == PAGE.read_text(encoding="utf-8")


def test_the_page_on_git_tells_of_every_setting() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert [each.key for each in (*settings("cjm"), meaning("cjm")) if f"`{each.key}`" not in page] == []
