"""`--changed-since`: only the journeys whose meaning changed, whatever brought that about."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from running import GOOD, lay

from cjm.__main__ import main

IDENTITY = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
LIBRARY = "library: L\ndepartments: [{id: sales, name: Sales}, {id: it, name: IT}]\n"
BESIDE = GOOD.replace("phases", "benchmark: b\nphases")

Say = Callable[..., tuple[int, str, str]]


def git(*words: str) -> None:
    """A command of git that works."""
    subprocess.run(["git", *IDENTITY, *words], check=True, capture_output=True)


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Say:
    """Runs `cjm` in a repository of one commit: three journeys, a library and settings."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1793491200")
    git("init", "-q", "-b", "main")
    lay("cjm.yaml", "lint: {preset: minimal}\n")
    lay("library.cjm.yaml", LIBRARY)
    for name in ("a", "b"):
        lay(f"{name}.cjm.yaml", GOOD.replace("owner: Sales", "owner: sales"))
    lay("c.cjm.yaml", BESIDE.replace("owner: Sales", "owner: it"))
    git("add", "-A")
    git("commit", "-q", "-m", "one")

    def said(*words: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main(list(words))
        out, err = capsys.readouterr()
        return code, out, err

    return said


def changed(say: Say) -> list[str]:
    """The journeys that a build draws now, as of nothing built before."""
    code, _, err = say("build", "-f", "txt", "--force", "--changed-since", "HEAD", "-o", "out")
    assert code == 0, err
    found = sorted(path.stem for path in Path("out").glob("*.txt"))
    subprocess.run(["rm", "-r", "out"], check=False, capture_output=True)
    return found


def edit(path: str, old: str, new: str) -> None:
    """Write something else in a file."""
    text = Path(path).read_text(encoding="utf-8")
    assert old in text
    lay(path, text.replace(old, new))


@pytest.mark.parametrize(
    ("path", "old", "new", "wanted"),
    [
        ("a.cjm.yaml", "[A, B]", "[A, B, C]", ["a"]),
        ("a.cjm.yaml", "[A, B]", "[ A,  'B' ] # more", []),
        ("library.cjm.yaml", "name: IT", "name: Machines", ["c"]),
        ("library.cjm.yaml", "library: L", "library: Shared", []),
        ("cjm.yaml", "lint", "language: nl\nlint", ["a", "b", "c"]),
        ("cjm.yaml", "minimal", "strict", []),
        # Beside `c` stands `b`, so that `c` is another map.
        ("b.cjm.yaml", "name: P", "name: Q", ["b", "c"]),
    ],
)
def test_what_is_built(say: Say, path: str, old: str, new: str, wanted: list[str]) -> None:
    edit(path, old, new)
    assert changed(say) == wanted


def test_a_new_journey_and_one_that_was_broken(say: Say) -> None:
    lay("d.cjm.yaml", "journey: Another thing\nphases:\n  - name: Q\n    touchpoints: [Rides]\n")
    assert changed(say) == ["d"]
    edit("a.cjm.yaml", "phases", "phasen")
    git("commit", "-qam", "broken")
    edit("a.cjm.yaml", "phasen", "phases")
    assert changed(say) == ["a", "d"]


def test_what_names_a_changed_journey_is_looked_at(say: Say) -> None:
    lay("d.cjm.yaml", "journey: D\nphases:\n  - name: Q\n    touchpoints: [{name: Rides, detail: a}]\n")
    lay("e.cjm.yaml", "journey: E\nphases:\n  - name: Q\n    touchpoints: [Rides]\n")
    git("add", "-A")
    git("commit", "-qm", "more")
    edit("a.cjm.yaml", "journey: X", "journey: Y")
    # The title of `a` stands on the map of `d`.
    assert changed(say) == ["a", "d"]
    edit("a.cjm.yaml", "journey: Y", "journey: X")
    edit("a.cjm.yaml", "name: P", "name: Q")
    assert changed(say) == ["a"]


def test_what_was_wrong_before_and_still_is_is_not_told(say: Say) -> None:
    edit("a.cjm.yaml", "phases", "phasen")
    git("commit", "-qam", "broken")
    assert say("lint", "--format", "concise", "--changed-since", "HEAD")[:2] == (0, "")
    assert say("build", "-f", "txt", "--changed-since", "HEAD")[0] == 0


def test_another_picture_under_the_same_name(say: Say) -> None:
    edit("a.cjm.yaml", "[A, B]", "[{name: A, image: {file: a.svg, alt: A}}, B]")
    lay("a.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
    git("add", "-A")
    git("commit", "-qm", "picture")
    assert changed(say) == []
    lay("a.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='1'/>")
    assert changed(say) == ["a"]


def test_a_build_says_what_it_left_alone_and_keeps_it(say: Say) -> None:
    assert "3 journeys built" in say("build", "-f", "txt")[2]
    edit("a.cjm.yaml", "[A, B]", "[A, B, C]")
    edit("b.cjm.yaml", "name: P", "name: Q  # or")
    edit("b.cjm.yaml", "name: Q", "name: P")
    code, _, err = say("build", "-f", "txt", "--changed-since", "HEAD")
    assert code == 0
    assert "1 journey built, 2 the same as in HEAD" in err
    assert sorted(path.name for path in Path("build").glob("*.txt")) == ["a.txt", "b.txt", "c.txt"]


def test_lint_tells_what_is_about_changed_journeys(say: Say) -> None:
    for name in ("a", "b"):
        edit(f"{name}.cjm.yaml", "    owner: sales\n", "")
    git("commit", "-qam", "no owners")
    edit("a.cjm.yaml", "name: P", "name: Ordering")
    code, out, err = say("lint", "--format", "concise", "--changed-since", "HEAD")
    assert code == 1
    assert {line.partition(":")[0] for line in out.splitlines()} == {"a.cjm.yaml"}
    assert "1 of 3 journeys changed in meaning since HEAD" in err
    git("commit", "-qam", "renamed")
    assert say("lint", "--format", "concise", "--changed-since", "HEAD")[:2] == (0, "")
    # Errors of reading are told of what nobody could compare: `c` has `b` for its benchmark.
    edit("b.cjm.yaml", "name: P", "nam: P")
    code, out, _ = say("lint", "--format", "concise", "--changed-since", "HEAD")
    assert code == 1
    assert {line.partition(":")[0] for line in out.splitlines()} == {"b.cjm.yaml", "c.cjm.yaml"}


def test_since_a_branch_was_left(say: Say) -> None:
    git("checkout", "-q", "-b", "topic")
    edit("a.cjm.yaml", "name: P", "name: Ordering")
    git("commit", "-qam", "topic")
    git("checkout", "-q", "main")
    edit("b.cjm.yaml", "[A, B]", "[A, B, C]")
    git("commit", "-qam", "main")
    git("checkout", "-q", "topic")
    assert "3 of 3 journeys" in say("lint", "--changed-since", "main")[2]
    assert "1 of 3 journeys" in say("lint", "--changed-since", "main...")[2]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("build", "--changed-since", "nope"), "no commit is called 'nope'"),
        (("lint", "--changed-since", "--all"), "no commit is called '--all'"),
        (("lint", "--changed-since", "HEAD", "-"), "--changed-since compares files"),
        (("build", "--changed-since", "HEAD", "-"), "--changed-since compares files"),
        (("build", "--changed-since", "HEAD", "--merge"), "--changed-since compares files"),
        (("build", "--changed-since", "HEAD", "--shard", "1/2"), "which --shard doesn't go with"),
        (("lint", "--changed-since", "HEAD", "--write-baseline"), "--write-baseline settles"),
        (("build", "--changed-since", "HEAD", "nowhere"), "there is no file or folder 'nowhere'"),
    ],
)
def test_wrong_use_of_since(say: Say, words: tuple[str, ...], message: str) -> None:
    code, _, err = say(*words)
    assert code == 2
    assert message in err
