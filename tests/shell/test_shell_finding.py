"""Which files a command line means, with git and without, through links and loops."""

import os
import subprocess
from pathlib import Path

import pytest

from cjm.errors import UsageError
from cjm.shell import files, listing
from cjm.shell.finding import around, find, settings_above


def lay(*paths: str, text: str = "journey: X\n") -> None:
    """Files with something in them."""
    for path in paths:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(text, encoding="utf-8")


def git(*words: str) -> None:
    """Git, with nothing of the surroundings."""
    subprocess.run(["git", *words], check=True, capture_output=True)


def test_every_journey_below_a_folder_in_order(here: Path) -> None:
    lay("b.cjm.yaml", "a/z.cjm.yml", "a/b/c.cjm.yaml", "a/other.yaml", ".hidden/x.cjm.yaml", ".x.cjm.yaml")
    Path("d.cjm.yaml/deep").mkdir(parents=True)
    lay("d.cjm.yaml/deep/e.cjm.yaml")
    found = find(["."])
    assert [(each.root, each.asked, each.others) for each in found] == [
        (".", ("b.cjm.yaml",), ()),
        ("a", ("a/z.cjm.yml",), ()),
        ("a/b", ("a/b/c.cjm.yaml",), ()),
        ("d.cjm.yaml/deep", ("d.cjm.yaml/deep/e.cjm.yaml",), ()),
    ]


def test_settings_make_a_project_and_nested_ones_another(here: Path) -> None:
    lay("cjm.yaml", "a.cjm.yaml", "deep/b.cjm.yaml", "deep/own/cjm.yaml", "deep/own/x/c.cjm.yaml")
    outer, inner = find(["."])
    assert (outer.root, outer.settings, outer.asked, outer.others) == (
        ".",
        "cjm.yaml",
        ("a.cjm.yaml", "deep/b.cjm.yaml"),
        (),
    )
    assert (inner.root, inner.settings, inner.asked) == (
        "deep/own",
        "deep/own/cjm.yaml",
        ("deep/own/x/c.cjm.yaml",),
    )
    (one,) = find(["deep/b.cjm.yaml"])
    assert (one.root, one.asked, one.others) == (".", ("deep/b.cjm.yaml",), ("a.cjm.yaml",))
    assert find(["deep"])[0].others == ("a.cjm.yaml",)
    assert around("deep").others == ("a.cjm.yaml", "deep/b.cjm.yaml")
    assert settings_above("deep/own/x") == "deep/own/cjm.yaml"
    (only_settings,) = find(["cjm.yaml"])
    assert only_settings.asked == ()


def test_paths_are_told_from_where_the_user_stands(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay("cjm.yaml", "a/x.cjm.yaml", "b/y.cjm.yaml")
    monkeypatch.chdir(here / "a")
    for asked in ("..", str(here)):
        (found,) = find([asked])
        assert (found.root, found.settings) == ("..", "../cjm.yaml")
        assert found.asked == ("../b/y.cjm.yaml", "x.cjm.yaml")


def test_a_file_asked_for_twice_is_there_once(here: Path) -> None:
    lay("a/x.cjm.yaml")
    (found,) = find(["a/x.cjm.yaml", "./a/../a/x.cjm.yaml", "a", str(here / "a")])
    assert found.asked == ("a/x.cjm.yaml",)


def test_a_named_file_is_taken_as_it_is(here: Path) -> None:
    lay("notes.txt", ".hidden/x.cjm.yaml", "ignored.cjm.yaml")
    lay(".gitignore", text="ignored*\n")
    found = find(["notes.txt", ".hidden/x.cjm.yaml", "ignored.cjm.yaml"])
    assert [path for each in found for path in each.asked] == [
        "ignored.cjm.yaml",
        "notes.txt",
        ".hidden/x.cjm.yaml",
    ]
    assert [each.asked for each in find([".hidden"])] == [(".hidden/x.cjm.yaml",)]


def test_without_settings_the_family_is_the_folder(here: Path) -> None:
    lay("a/x.cjm.yaml", "a/library.cjm.yaml", "a/deep/no.cjm.yaml", "a/.no.cjm.yaml", "no.cjm.yaml")
    assert find(["a/x.cjm.yaml"])[0].others == ("a/library.cjm.yaml",)


@pytest.mark.parametrize("paths", [["."], ["empty"], ["empty", "."]])
def test_no_journey_is_said(here: Path, paths: list[str]) -> None:
    Path("empty").mkdir()
    with pytest.raises(UsageError, match="no journey found below") as caught:
        find(paths)
    assert "NAME.cjm.yaml" in caught.value.help


@pytest.mark.parametrize("path", ["nowhere", "nowhere/x.cjm.yaml", "", "file/x"])
def test_a_path_that_is_not_there_is_said(here: Path, path: str) -> None:
    lay("file", "x.cjm.yaml")
    with pytest.raises(UsageError, match="there is no file or folder"):
        find([".", path])


def test_loops_and_dangling_links_end(here: Path) -> None:
    lay("a/x.cjm.yaml")
    os.symlink("..", "a/up")
    os.symlink("self", "self")
    os.symlink("self.cjm.yaml", "self.cjm.yaml")
    found = find(["."])
    assert [path for each in found for path in each.asked] == ["self.cjm.yaml", "a/x.cjm.yaml"]
    with pytest.raises(UsageError, match="symbolic links"):
        files.read("self.cjm.yaml")
    assert find(["a/up/a"])[0].asked == ("a/up/a/x.cjm.yaml",)


def test_the_output_folder_is_passed_over_unless_it_is_asked_for(here: Path) -> None:
    lay("x.cjm.yaml", "build/x.cjm.yaml", "builder/y.cjm.yaml")

    def asked(output: str, *paths: str) -> list[str]:
        return [path for each in find(paths, output) for path in each.asked]

    assert asked("build", ".") == ["x.cjm.yaml", "builder/y.cjm.yaml"]
    assert asked("build", "build") == ["build/x.cjm.yaml"]
    assert asked(".", ".") == ["x.cjm.yaml", "build/x.cjm.yaml", "builder/y.cjm.yaml"]


IGNORED = "*.tmp.cjm.yaml\n/out/\n# a comment\nlib/*\n!lib/keep.cjm.yaml\n\\\n"
FILES = (
    "a.cjm.yaml",
    "b.tmp.cjm.yaml",
    "out/c.cjm.yaml",
    "sub/out/d.cjm.yaml",
    "sub/e.cjm.yaml",
    "sub/here.cjm.yaml",
    "lib/keep.cjm.yaml",
    "lib/drop.cjm.yaml",
)
SEEN = ["a.cjm.yaml", "lib/keep.cjm.yaml", "sub/here.cjm.yaml", "sub/out/d.cjm.yaml"]


@pytest.mark.parametrize("how", ["git", "no git", "git fails", "no checkout"])
def test_what_git_ignores_is_passed_over(here: Path, monkeypatch: pytest.MonkeyPatch, how: str) -> None:
    lay(*FILES)
    lay(".gitignore", text=IGNORED)
    lay("sub/.gitignore", text="e*\n")
    if how != "no checkout":
        git("init", "-q")
    if how == "no git":
        monkeypatch.setenv("PATH", str(here))
    if how == "git fails":
        Path(".git/config").write_text("[broken")

    def asked(*paths: str) -> list[str]:
        return sorted(path for each in find(paths) for path in each.asked)

    assert asked(".") == SEEN
    assert asked("sub") == [path for path in SEEN if path.startswith("sub")]
    assert find(["sub/e.cjm.yaml"])[0].others == ("sub/here.cjm.yaml",)
    if how != "no checkout":
        assert find(["a.cjm.yaml", "b.tmp.cjm.yaml"])[0].others == ()
        with pytest.raises(UsageError, match="no journey found"):
            find(["out"])
    lay("cjm.yaml")
    assert find(["a.cjm.yaml"])[0].others == tuple(SEEN[1:])


def test_git_lists_what_is_there_now(here: Path) -> None:
    git("init", "-q")
    lay("gone.cjm.yaml", "é 顧.cjm.yaml", "forced.cjm.yaml", "sub/.hid/x.cjm.yaml", 'quo"te.cjm.yaml')
    git("add", "-A")
    os.unlink("gone.cjm.yaml")
    lay(".gitignore", text="forced*")
    lay("new.cjm.yaml")
    assert sorted(os.path.relpath(path, here) for path in listing.below(str(here))) == [
        "forced.cjm.yaml",
        "new.cjm.yaml",
        'quo"te.cjm.yaml',
        "é 顧.cjm.yaml",
    ]


def test_inside_a_hook_git_is_still_asked_about_the_folder(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay("a/x.cjm.yaml", "a/y.cjm.yaml")
    lay(".gitignore", text="y*")
    git("init", "-q")
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    monkeypatch.setenv("GIT_INDEX_FILE", "nothing")
    assert find(["a"])[0].asked == ("a/x.cjm.yaml",)


def test_a_checkout_runs_no_program_of_its_own(here: Path) -> None:
    lay("x.cjm.yaml", "y.cjm.yaml")
    git("init", "-q")
    lay("evil.sh", text="#!/bin/sh\ntouch ran\n")
    os.chmod("evil.sh", 0o755)
    git("config", "core.fsmonitor", str(here / "evil.sh"))
    find(["."])
    assert not Path("ran").exists()


def test_a_hostile_gitignore_harms_nothing(here: Path) -> None:
    lay("x.cjm.yaml", "sub/y.cjm.yaml")
    os.mkfifo(".gitignore")
    Path("sub/.gitignore").write_bytes(b"\xff\xfe\n!\n[\n" + b"*" * 1000)
    assert sum(len(each.asked) for each in find(["."])) >= 1


def test_a_thousand_files_are_listed_once(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(1000):
        lay(f"{number % 100}/{number}.cjm.yaml")
    calls = []
    real = listing.below

    def counting(folder: str) -> list[str]:
        calls.append(folder)
        return real(folder)

    monkeypatch.setattr(listing, "below", counting)
    found = find([".", "5", "7/7.cjm.yaml"])
    assert len(found) == 100
    assert sum(len(each.asked) for each in found) == 1000
    assert all(each.others == () for each in found)
    assert len(calls) == 1
