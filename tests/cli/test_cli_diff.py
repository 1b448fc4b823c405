"""`cjm diff`: every input, format and exit code, as a user meets them."""

import json
import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from running import GOOD, lay, run

from cjm.__main__ import main
from cjm.cli.diff import LEVELS
from cjm.config import LEVELS as KNOWN
from cjm.reporters.changes import FORMATS
from cjm.reporters.changes.as_markdown import MARK

DOCS = Path(__file__).parents[2] / "docs"
IDENTITY = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
OTHER = GOOD.replace("Sales", "Shop")

Say = Callable[..., tuple[int, str, str]]


def git(*words: str) -> None:
    """A command of git that works."""
    subprocess.run(["git", *IDENTITY, *words], check=True, capture_output=True)


def commit(message: str = "more") -> None:
    """Everything there is, committed."""
    git("add", "-A")
    git("commit", "-q", "--allow-empty", "-m", message)


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Say:
    """Runs `cjm diff` here; its exit code, its output and its messages."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1793491200")

    def said(*words: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main(["diff", *words])
        out, err = capsys.readouterr()
        return code, out, err

    return said


@pytest.fixture
def repository(say: Say) -> Say:
    """The same in a repository: `a` and `sub/b` in one commit, and on disk an `a` with another owner."""
    git("init", "-q", "-b", "main")
    lay("a.cjm.yaml")
    lay("sub/b.cjm.yaml")
    commit()
    lay("a.cjm.yaml", OTHER)
    return say


CHANGED = "~ owner: Sales → Shop"


def test_the_worktree_against_the_last_commit(repository: Say) -> None:
    code, out, err = repository()
    assert code == 0
    assert out.startswith("a.cjm.yaml  X\n")
    assert CHANGED in out
    assert "sub/b" not in out
    assert "1 notable in 1 of 2 journeys" in err
    assert repository("-q")[2] == ""


def test_what_is_staged(repository: Say) -> None:
    assert repository("--staged")[1] == "no change in meaning\n"
    git("add", "a.cjm.yaml")
    lay("a.cjm.yaml")
    assert CHANGED in repository("--staged")[1]
    assert repository()[1] == "no change in meaning\n"
    assert CHANGED in repository("--staged", "HEAD", "a.cjm.yaml")[1]


def test_revisions_and_ranges(repository: Say) -> None:
    commit("two")
    git("checkout", "-q", "-b", "topic", "HEAD~1")
    lay("sub/b.cjm.yaml", OTHER)
    commit("three")
    assert CHANGED in repository("HEAD~1")[1]
    assert CHANGED in repository("HEAD~1..main")[1]
    assert repository("HEAD~1", "main")[1] == repository("HEAD~1..main")[1]
    assert repository("main..HEAD~1")[1].count("Shop → Sales") == 1
    two, three = repository("main..topic")[1], repository("main...topic")[1]
    assert "a.cjm.yaml" in two
    assert "a.cjm.yaml" not in three
    assert "sub/b.cjm.yaml" in three
    assert repository("..main")[1] == repository("HEAD..main")[1]
    assert "sub/b" not in repository("main..topic", "a.cjm.yaml")[1]


def test_a_file_as_it_was(repository: Say) -> None:
    assert CHANGED in repository("HEAD:a.cjm.yaml")[1]
    assert CHANGED in repository("HEAD:sub/b.cjm.yaml", "a.cjm.yaml")[1]
    assert repository("HEAD:sub/b.cjm.yaml", "HEAD:a.cjm.yaml")[1] == "no change in meaning\n"
    assert repository("HEAD:sub")[1] == "no change in meaning\n"
    assert CHANGED in repository(":a.cjm.yaml")[1]
    code, _, err = repository("HEAD:nope.cjm.yaml")
    assert code == 2
    assert "no journey is at 'nope.cjm.yaml' in HEAD" in err


def test_two_files_whatever_they_are_called_and_two_folders(say: Say) -> None:
    lay("one.cjm.yaml")
    lay("entirely-different.cjm.yaml", OTHER)
    code, out, _ = say("one.cjm.yaml", "entirely-different.cjm.yaml")
    assert code == 0
    assert "one.cjm.yaml → entirely-different.cjm.yaml" in out
    assert out.count("notable") == 1
    lay("old/x.cjm.yaml")
    lay("new/x.cjm.yaml", OTHER)
    lay("new/y.cjm.yaml", GOOD.replace("journey: X", "journey: Another"))
    out = say("old", "new")[1]
    assert CHANGED in out
    assert "+ Another" in out
    code, _, err = say("old", "one.cjm.yaml")
    assert code == 2
    assert "a file and a folder" in err


def test_a_journey_that_is_new_or_gone_or_has_another_name(repository: Say) -> None:
    os.remove("sub/b.cjm.yaml")
    lay("c.cjm.yaml", "journey: Quite another thing\nphases:\n  - name: Q\n    touchpoints: [Rides, Stops]\n")
    out = repository()[1]
    assert "breaking  - X" in out
    assert "notable   + Quite another thing" in out
    assert "breaking  - X" in repository("HEAD", "sub/b.cjm.yaml")[1]
    commit()
    os.rename("c.cjm.yaml", "d.cjm.yaml")
    out = repository()[1]
    assert "c.cjm.yaml → d.cjm.yaml" in out
    assert "minor     ~ id: c → d (write `was: c`)" in out


def test_a_journey_that_makes_room_for_another_is_found_by_its_id(repository: Say) -> None:
    own = GOOD.replace("journey: X", "journey: X\nid: x")
    lay("a.cjm.yaml", own)
    commit()
    os.rename("a.cjm.yaml", "old.cjm.yaml")
    lay("a.cjm.yaml", "journey: Quite another thing\nid: y\nphases:\n  - {name: Q, touchpoints: [Rides]}\n")
    assert repository()[1] == "a.cjm.yaml  Quite another thing\nnotable   + Quite another thing\n"


def test_libraries_and_settings_are_those_of_then(repository: Say) -> None:
    lay("cjm.yaml", "exclude: sub\n")
    lay("library.cjm.yaml", "library: L\ndepartments:\n  - {id: shop, name: Shop, lead: Ann}\n")
    lay("a.cjm.yaml", OTHER)
    commit()
    lay("library.cjm.yaml", "library: L\ndepartments:\n  - {id: shop, name: Shop floor, lead: Ann}\n")
    lay("a.cjm.yaml", OTHER.replace("owner: Shop", "owner: shop"))
    lay("cjm.yaml", "exclude: sub\ndiff: {levels: {renamed: breaking}}\n")
    code, out, err = repository("--fail-on", "breaking")
    assert "breaking    ~ Shop → Shop floor" in out
    assert "owner" not in out
    assert "1 breaking in 1 of 1 journey" in err
    assert code == 1


def test_a_subfolder_and_a_repository_that_lies_elsewhere(
    repository: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Path.cwd()
    os.chdir("sub")
    assert repository()[1] == "no change in meaning\n"
    assert "../a.cjm.yaml" in repository("HEAD", "..")[1]
    assert CHANGED in repository("HEAD:./../a.cjm.yaml")[1]
    elsewhere = home.parent / f"{home.name}-elsewhere"
    elsewhere.mkdir()
    os.chdir(elsewhere)
    assert CHANGED in repository("HEAD", str(home))[1]


def test_errors_on_one_side_are_told_with_their_revision(repository: Say) -> None:
    lay("sub/b.cjm.yaml", GOOD.replace("phases", "phasen"))
    code, out, err = repository()
    assert code == 1
    assert CHANGED in out
    assert out.endswith("\nsub/b.cjm.yaml has errors and isn't compared\n")
    assert "\nsub/b.cjm.yaml:2:1: error: unknown key 'phasen'" in f"\n{err}"
    commit()
    lay("sub/b.cjm.yaml")
    code, out, err = repository()
    assert code == 1
    assert "HEAD:sub/b.cjm.yaml:2:1: error: unknown key 'phasen'" in err
    assert out == "HEAD:sub/b.cjm.yaml has errors and isn't compared\n"
    # Nothing is said of what nobody knows: neither that it changed nor that it didn't.
    assert "sub/b.cjm.yaml has errors" in repository("-f", "markdown")[1]


def test_errors_in_a_file_that_is_named_say_neither_that_the_other_is_gone_nor_new(say: Say) -> None:
    lay("one.cjm.yaml")
    lay("two.cjm.yaml", GOOD.replace("phases", "phasen"))
    for words in (("one.cjm.yaml", "two.cjm.yaml"), ("two.cjm.yaml", "one.cjm.yaml")):
        code, out, err = say(*words)
        assert (code, out) == (1, "two.cjm.yaml has errors and isn't compared\n")
        assert err.startswith("two.cjm.yaml:2:1: error")
    assert "**cjm diff**: no journey to compare\n" in say(*words, "--format", "markdown")[1]


def test_errors_of_a_revision_that_is_named_with_a_path_are_told_with_it(repository: Say) -> None:
    lay("a.cjm.yaml", GOOD.replace("phases", "phasen"))
    commit()
    lay("a.cjm.yaml")
    code, out, err = repository("HEAD:a.cjm.yaml")
    assert (code, out) == (1, "HEAD:a.cjm.yaml has errors and isn't compared\n")
    assert err.startswith("HEAD:a.cjm.yaml:2:1: error")


def test_a_folder_without_journeys_is_a_version_of_which_all_is_gone_or_new(say: Say) -> None:
    lay("full/x.cjm.yaml")
    os.mkdir("empty")
    assert say("full", "empty")[:2] == (0, "full/x.cjm.yaml  X\nbreaking  - X\n")
    assert say("empty", "full")[:2] == (0, "full/x.cjm.yaml  X\nnotable   + X\n")
    code, _, err = say("empty", "empty")
    assert code == 2
    assert "no journey found below empty" in err


def test_libraries_alone_are_no_journeys_to_compare(say: Say) -> None:
    lay("one/l.cjm.yaml", "library: L\nchannels: [a]\n")
    lay("two/l.cjm.yaml", "library: L\nchannels: [b]\n")
    assert say("one", "two")[:2] == (0, "no journey to compare\n")


def test_nothing_is_committed_yet(say: Say) -> None:
    git("init", "-q")
    lay("a.cjm.yaml")
    git("add", "-A")
    code, out, err = say("--staged")
    assert code == 0
    assert "notable   + X" in out
    assert "nothing is committed yet" in err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("nope",), "no commit is called 'nope'"),
        (("a", "b", "c"), "diff compares two versions"),
        (("--staged", "HEAD..HEAD"), "--staged takes one revision"),
        (("--staged", "HEAD", "main"), "--staged takes one revision"),
        (("--staged", "a.cjm.yaml", "sub/b.cjm.yaml"), "--staged compares with the index"),
        (("a.cjm.yaml", "HEAD"), "a revision comes first, then one path"),
        (("HEAD", "../outside.cjm.yaml"), "is outside the repository"),
        (("HEAD", "gone.cjm.yaml"), "no journey found below gone.cjm.yaml, in either version"),
        (("main",), "'main' is a revision and a path"),
        (("--fail-on", "grave"), "'grave' is not one of"),
    ],
)
def test_wrong_use(repository: Say, words: tuple[str, ...], message: str) -> None:
    if words == ("main",):
        os.mkdir("main")
    code, out, err = repository(*words)
    assert (code, out) == (2, "")
    assert message in err


def test_without_git_and_outside_a_repository(say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    lay("a.cjm.yaml")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(Path.cwd().parent))
    code, _, err = say()
    assert code == 2
    assert "in no git repository" in err
    assert "cjm diff OLD NEW" in err
    monkeypatch.setenv("PATH", "")
    code, _, err = say()
    assert code == 2
    assert "git isn't there" in err


def test_exit_codes(repository: Say) -> None:
    assert repository("--exit-code")[0] == 1
    assert repository("--fail-on", "notable")[0] == 1
    assert repository("--fail-on", "breaking")[0] == 0
    assert repository("--exit-code", "HEAD", "sub")[0] == 0
    assert LEVELS == KNOWN


def test_json_is_as_its_schema_says(repository: Say) -> None:
    schema = json.loads((DOCS / "diff.schema.json").read_text(encoding="utf-8"))
    lay("sub/b.cjm.yaml", "journey: [\n")
    lay("new.cjm.yaml", "journey: Quite another thing\nphases:\n  - name: Q\n    touchpoints: [Rides]\n")
    lay(
        "a.cjm.yaml",
        OTHER.replace("[A, B]", "[{name: A, pain: {text: 'Süß \\u2028', severity: 3}, emotion: -1}]"),
    )
    code, out, _ = repository("-f", "json")
    document = json.loads(out)
    jsonschema.validate(document, schema)
    assert code == 1
    assert document["broken"] == [{"revision": "", "path": "sub/b.cjm.yaml"}]
    journeys = {each["after"]["path"]: each for each in document["journeys"]}
    (owner, *_) = journeys["a.cjm.yaml"]["changes"]
    assert owner["where"] == ["P", "owner"]
    assert (owner["before"]["value"], owner["before"]["line"], owner["before"]["column"]) == ("Sales", 4, 12)
    assert owner["after"]["value"] == "Shop"
    assert journeys["new.cjm.yaml"]["before"] is None
    assert {each["rule"] for each in journeys["a.cjm.yaml"]["effects"]["opened"]} >= {
        "pain-without-opportunity"
    }
    for key in schema["definitions"]["change"]["properties"]:
        assert key in owner


def test_markdown_fits_into_a_comment_and_is_text(repository: Say) -> None:
    evil = "</details><script>@everyone | `x` [y](javascript:z)"
    points = "".join(f"      - name: Touchpoint {number} {'word ' * 20}\n" for number in range(1500))
    lay("a.cjm.yaml", f"journey: X\nphases:\n  - name: {json.dumps(evil)}\n    touchpoints:\n{points}")
    out = repository("-f", "markdown")[1]
    assert out.startswith(f"{MARK}\n")
    assert len(out) < 65_536
    assert re.search(r"\nand [0-9,]+ more\n", out)
    assert "<script" not in out
    assert "@everyone" not in out
    assert out.count("<details") == out.count("</details>") == 1


def test_annotations_stand_in_the_new_version(repository: Say) -> None:
    lay("a.cjm.yaml", "# more\n" + OTHER.replace("[A, B]", "[A]"))
    lines = repository("-f", "github")[1].splitlines()
    assert lines[0].startswith("::warning file=a.cjm.yaml,line=5,endLine=5,col=12,")
    assert "title=notable%3A P › owner::changed: Sales → Shop" in lines[0]
    # What is gone is told at what it was a part of.
    assert any("P › B::gone" in line for line in lines)
    many = "".join(f"      - T{number}\n" for number in range(30))
    lay("a.cjm.yaml", f"journey: X\nphases:\n  - name: P\n    owner: Sales\n    touchpoints:\n{many}")
    lines = repository("-f", "github")[1].splitlines()
    assert sum(line.startswith("::warning") for line in lines) == 10
    assert lines[-1] == "and 22 more of this level, which GitHub would not show"


def test_colours_width_and_terminals_without_utf_8(repository: Say) -> None:
    long = "A sentence that goes on and on and on until it fits on no line of a terminal of eighty columns."
    lay("a.cjm.yaml", OTHER.replace("[A, B]", f"[{{name: A, action: {long}}}, B]"))
    out = repository("--color", "always")[1]
    assert "\x1b[1;33mnotable" in out
    plain = repository("--color", "never")[1]
    assert re.sub(r"\x1b\[[0-9;]*m", "", out) == plain
    assert max(map(len, plain.splitlines())) <= 100
    done = run("diff", env={"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii", "LC_ALL": "C"})
    assert "owner: Sales -> Shop" in done.stdout


def test_a_hostile_name_stays_text(repository: Say) -> None:
    lay("a.cjm.yaml", OTHER.replace("name: P", 'name: "P \\e[31m \\u202e"'))
    out = repository()[1]
    assert "\x1b" not in out
    assert "\u202e" not in out


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_goes_to_a_file(repository: Say, name: str) -> None:
    code, out, _ = repository("-f", name, "-o", "out/report")
    assert (code, out) == (0, "")
    written = Path("out/report").read_text(encoding="utf-8")
    os.remove("out/report")
    assert written == repository("-f", name, "--color", "never")[1]
    assert "Shop" in written
