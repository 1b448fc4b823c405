"""`cjm log`: what is told of a journey's life in git, and what of it is drawn."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from running import lay

from cjm.__main__ import main

JOURNEY = """\
journey: Buying a jacket
id: jacket
phases:
  - name: Looking
    touchpoints:
      - {name: Sees it, emotion: 1}
      - {name: Tries it on, emotion: {score: SCORE, feeling: FEELING}}
"""
EVIL = "<img src=x>\x1b[31m"

Say = Callable[..., tuple[int, str, str]]


class Life:
    """A repository that is written by one `git fast-import`: commits, with their parents' numbers."""

    def __init__(self) -> None:
        self.stream = b""
        self.count = 0

    def commit(
        self,
        subject: str,
        files: dict[str, str | None] | None = None,
        *,
        parents: tuple[int, ...] | None = None,
        author: str = "Ann",
    ) -> int:
        """One commit, after the last one if nothing else is said; None removes a file. Its number."""
        self.count += 1
        day = 1793491200 + 86400 * self.count
        parents = ((self.count - 1,) if self.count > 1 else ()) if parents is None else parents
        message = subject.encode()
        told = [f"commit refs/heads/main\nmark :{self.count}\n".encode()]
        told += [f"{who} {author} <a@example.org> {day} +0000\n".encode() for who in ("author", "committer")]
        told.append(b"data %d\n%s\n" % (len(message), message))
        told += [f"{'merge' if at else 'from'} :{one}\n".encode() for at, one in enumerate(parents)]
        for path, text in (files or {}).items():
            if text is None:
                told.append(f"D {path}\n".encode())
            else:
                told.append(f"M 644 inline {path}\ndata {len(text.encode())}\n{text}\n".encode())
        self.stream += b"".join(told) + b"\n"
        return self.count

    def written(self, folder: str = ".") -> None:
        """The repository on disk, checked out."""
        for words in (("init", "-q", "-b", "main"), ("fast-import", "--quiet"), ("reset", "-q", "--hard")):
            stream = self.stream if words[0] == "fast-import" else None
            subprocess.run(["git", *words], cwd=folder, input=stream, check=True, capture_output=True)


def journey(score: float = 1, feeling: str = "fine", more: str = "") -> str:
    """The journey with other feelings."""
    return JOURNEY.replace("SCORE", str(score)).replace("FEELING", feeling) + more


@pytest.fixture
def log(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Say:
    """Runs `cjm log` here; its exit code, its output and its messages."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)

    def said(*words: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main(["log", *words])
        out, err = capsys.readouterr()
        return code, out, err

    return said


@pytest.fixture
def life(log: Say) -> Say:
    """A journey that begins, is reformatted, renamed, broken, mended and changed by its library."""
    story = Life()
    story.commit("begins", {"a.cjm.yaml": journey()})
    story.commit("only a comment", {"a.cjm.yaml": journey(more="# x\n")})
    story.commit("something else", {"README.md": "hello"})
    story.commit("worse", {"a.cjm.yaml": journey(-1, "sad")})
    story.commit("another name", {"a.cjm.yaml": None, "b.cjm.yaml": journey(-1, "sad")})
    story.commit("broken", {"b.cjm.yaml": "journey: [\n"})
    story.commit(f"mended {EVIL}", {"b.cjm.yaml": journey(2, "glad")}, author="Eve [31m")
    story.commit("a neighbour", {"c.cjm.yaml": journey().replace("jacket", "hat")})
    story.written()
    return log


def subjects(out: str) -> list[tuple[str, str]]:
    """The commits of a report in JSON, and what each did."""
    return [(each["subject"], each["state"]) for each in json.loads(out)["commits"]]


def test_the_history_of_a_journey_is_told_the_newest_first(life: Say) -> None:
    code, out, err = life("b.cjm.yaml")
    assert code == 0
    assert out.index("mended") < out.index("broken") < out.index("worse") < out.index("begins")
    assert "has errors, and isn't compared" in out
    assert "~ Looking › Tries it on › emotion: sad (-1) → glad (2)" in out
    assert "curve: mean 0 → +1.5" in out
    assert "something else" not in out
    assert "a neighbour" not in out
    assert "2 more changed nothing in meaning: --all shows them" in err


def test_every_format_tells_the_same_commits(life: Say) -> None:
    told = subjects(life("b.cjm.yaml", "-f", "json")[1])
    assert [state for _, state in told] == ["changed", "broken", "changed", "added"]
    every = subjects(life("b.cjm.yaml", "-f", "json", "--all")[1])
    assert [state for _, state in every] == ["changed", "broken", "same", "changed", "same", "added"]
    markdown = life("b.cjm.yaml", "-f", "markdown")[1]
    assert markdown.count("\n## ") == 4
    page = life("b.cjm.yaml", "-f", "html")[1]
    assert page.count("<article") == 4
    assert page.count('class="version"') == 3
    svg = life("b.cjm.yaml", "-f", "svg")[1]
    ElementTree.fromstring(svg)
    assert svg.index("begins") < svg.index("worse") < svg.index("mended")
    assert svg == life("b.cjm.yaml", "-f", "svg")[1]


def test_what_an_author_wrote_is_obeyed_by_nothing(life: Say) -> None:
    for format_ in ("human", "markdown", "html", "svg", "json"):
        out = life("b.cjm.yaml", "-f", format_)[1]
        assert "\x1b" not in out, format_
        assert format_ in ("human", "json") or "<img" not in out, format_


def test_as_much_of_the_history_as_is_asked_for(life: Say) -> None:
    assert len(subjects(life("b.cjm.yaml", "-f", "json", "-n", "2")[1])) == 2
    told = subjects(life("b.cjm.yaml", "-f", "json", "--since", "2026-11-06T12:00:00Z")[1])
    assert [state for _, state in told] == ["changed", "broken"]
    assert life("b.cjm.yaml", "-o", "log.txt")[1] == ""
    assert "mended" in Path("log.txt").read_text(encoding="utf-8")


def test_a_name_of_before_and_a_journey_that_is_gone_have_their_history(log: Say) -> None:
    story = Life()
    story.commit("begins", {"sub/a.cjm.yaml": journey()})
    story.commit("worse", {"sub/a.cjm.yaml": journey(-1)})
    story.commit("gone", {"sub/a.cjm.yaml": None})
    story.written()
    told = subjects(log("sub/a.cjm.yaml", "-f", "json")[1])
    assert told == [("gone", "removed"), ("worse", "changed"), ("begins", "added")]
    code, _, err = log("never.cjm.yaml")
    assert code == 2
    assert "no commit has a journey at 'never.cjm.yaml'" in err


def test_what_a_library_and_the_settings_changed_is_told(log: Say) -> None:
    story = Life()
    library = "library: Shared\ndepartments: [{id: shop, name: Shop}]\n"
    mine = journey().replace("  - name: Looking\n", "  - name: Looking\n    owner: shop\n")
    story.commit("begins", {"cjm.yaml": "cjm: 1\n", "lib.cjm.yaml": library, "a.cjm.yaml": mine})
    story.commit("another department", {"lib.cjm.yaml": library.replace("Shop", "Store")})
    story.commit("a comment in it", {"lib.cjm.yaml": library.replace("Shop", "Store") + "# x\n"})
    story.written()
    told = subjects(log("a.cjm.yaml", "-f", "json", "--all")[1])
    assert told == [("another department", "changed"), ("begins", "added")]


def test_a_merge_tells_only_what_it_changed_itself(log: Say) -> None:
    two = journey() + "      - {name: Pays, emotion: 0}\n"
    story = Life()
    first = story.commit("begins", {"a.cjm.yaml": two})
    one = story.commit("here", {"a.cjm.yaml": two.replace("Pays, emotion: 0", "Pays, emotion: 1")})
    other = story.commit("there", {"a.cjm.yaml": two.replace("fine", "glad")}, parents=(first,))
    both = two.replace("fine", "glad").replace("Pays, emotion: 0", "Pays, emotion: 1")
    story.commit("clean", {"a.cjm.yaml": both}, parents=(one, other))
    third = story.commit("on", {"a.cjm.yaml": both.replace("glad", "sad")})
    fourth = story.commit("off", {"a.cjm.yaml": both.replace("glad", "cross")}, parents=(third - 1,))
    story.commit("settled", {"a.cjm.yaml": both.replace("glad", "bored")}, parents=(third, fourth))
    story.written()
    out = log("a.cjm.yaml", "-f", "json", "--all")[1]
    told = {each["subject"]: each for each in json.loads(out)["commits"]}
    assert told["settled"]["merge"]
    assert [change["after"].split()[0] for change in told["settled"]["changes"]] == ["bored"]
    assert [len(told[name]["changes"]) for name in ("here", "there", "on", "off")] == [1, 1, 1, 1]
    assert told.get("clean", {"state": "same"})["state"] == "same"


def test_a_shallow_clone_says_how_far_it_goes(log: Say) -> None:
    story = Life()
    story.commit("begins", {"a.cjm.yaml": journey()})
    story.commit("worse", {"a.cjm.yaml": journey(-1)})
    story.commit("better", {"a.cjm.yaml": journey(2)})
    Path("origin").mkdir()
    story.written("origin")
    words = ["git", "clone", "-q", "--depth", "2", Path("origin").absolute().as_uri(), "here"]
    subprocess.run(words, check=True, capture_output=True)
    code, out, err = log("here/a.cjm.yaml", "-f", "json")
    assert code == 0
    assert subjects(out) == [("better", "changed"), ("worse", "first")]
    assert "this clone is shallow" in err


def test_a_folder_has_no_history_of_its_own(log: Say) -> None:
    lay("sub/a.cjm.yaml")
    assert log("sub")[0] == 2
    code, _, err = log("sub/a.cjm.yaml")
    assert code == 2
    assert "is in no git repository" in err
    assert "cjm diff" not in err
