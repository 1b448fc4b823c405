"""A journey's life in git: what the commands say of each commit is what its author meant."""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from life.commits import BEGINNING, COMMITS, put
from running import lay

from cjm.__main__ import main

HERE = Path(__file__).parent
FILE = "moving.cjm.yaml"


def git(*words: str) -> None:
    """A command of git that works, always by the same person, a day after the last."""
    subprocess.run(["git", *words], check=True, capture_output=True)


@pytest.fixture
def life(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A repository with all commits of the journey, its file renamed before the last but two."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "Noor")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "noor@example.org")
    git("init", "-q", "-b", "main")
    text = BEGINNING
    for day, (message, edit) in enumerate((("a journey", lambda text: text), *COMMITS), 1):
        for who in ("AUTHOR", "COMMITTER"):
            monkeypatch.setenv(f"GIT_{who}_DATE", f"{date(2026, 1, 1) + timedelta(day)}T12:00:00Z")
        text = edit(text)
        lay(FILE, text)
        git("add", "-A")
        git("commit", "-q", "-m", message)


@pytest.mark.usefixtures("life")
def test_each_commit_says_what_its_author_meant(
    capsys: pytest.CaptureFixture[str], matches: Callable[[Path, str], None]
) -> None:
    told = []
    for back, (message, _) in zip(range(len(COMMITS), 0, -1), COMMITS, strict=True):
        words = ("diff", f"HEAD~{back}..HEAD~{back - 1}", "--today", "2026-11-01")
        code, out = said(*words, capsys=capsys)
        told.append(f"# {message} [{code}]\n{out}")
    matches(HERE / "told.out", "\n".join(told))
    # The same once more, as its history; and what a layout leaves of it.
    history = said("log", FILE, capsys=capsys)[1]
    assert all(f"\n  {message}\n" in history for message, _ in COMMITS[1:])
    assert COMMITS[0][0] not in history
    assert "1 more changed nothing in meaning" in history
    assert said("lint", "--changed-since", "HEAD~3", "--fail-on", "never", capsys=capsys)[0] == 0
    assert said("fmt", FILE, capsys=capsys)[0] == 0
    assert said("diff", capsys=capsys)[1].endswith("\n  no change in meaning\n")


@pytest.mark.usefixtures("life")
def test_two_people_go_on_from_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["git-setup", "--command", f"{sys.executable} -P -m cjm"]) == 0
    git("add", "-A")
    git("commit", "-q", "-m", "set up")
    text = Path(FILE).read_text(encoding="utf-8")
    asks = "\n      - name: Asks a neighbour\n        id: ask\n        emotion: 1\n"
    visits = "\n      - name: Visits the counter\n        id: visit\n        emotion: 0\n"
    on_branch("hers", put("emotion: 0\n", f"emotion: 0\n{asks}")(put("-1", "-1.5")(text)), "main")
    on_branch(
        "his", put("emotion: 0\n", f"emotion: 0\n{visits}")(put("Uploads the", "Hands in the")(text)), "main"
    )
    # Where git would ask at the two touchpoints that came to one place, nobody is asked.
    git("merge", "-q", "--no-edit", "hers")
    merged = Path(FILE).read_text(encoding="utf-8")
    assert asks.strip() in merged
    assert visits.strip() in merged
    assert "Hands in the lease" in merged
    assert "-1.5" in merged
    assert said("check", capsys=capsys) == (0, "1 file, nothing wrong\n")
    assert "Asks a neighbour" in said("diff", "HEAD^1..HEAD", capsys=capsys)[1]
    assert "Visits the counter" in said("diff", "HEAD^2..HEAD", capsys=capsys)[1]
    # Where both changed one thing people decide: both texts are there, and all else is merged.
    on_branch("left", put("-1.5", "-2")(put("Asks a neighbour", "Asks the neighbours")(merged)), "his")
    on_branch("right", put("-1.5", "1")(put("Visits the counter", "Queues at the counter")(merged)), "his")
    assert subprocess.run(["git", "merge", "-q", "left"], check=False, capture_output=True).returncode == 1
    open_ = Path(FILE).read_text(encoding="utf-8")
    assert open_.count("<<<<<<<") == 1
    assert "emotion: -2" in open_
    assert "emotion: 1" in open_
    assert "Asks the neighbours" in open_
    assert "Queues at the counter" in open_


def said(*words: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """The exit code of a command, and all that it says."""
    capsys.readouterr()
    code = main(list(words))
    return code, "".join(capsys.readouterr())


def on_branch(name: str, text: str, start: str) -> None:
    """The journey with that text, committed on a branch of its own."""
    git("checkout", "-q", "-b", name, start)
    lay(FILE, text)
    git("commit", "-q", "-a", "-m", name)
