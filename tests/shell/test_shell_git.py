"""What git is asked, and what it may answer: strange names, links, modules, hooks, broken clones."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from running import ROOT

from cjm.errors import MissingTool, UsageError
from cjm.shell.git import Entry, Git, Tree
from cjm.shell.revisions import Revision

JOURNEY = "journey: X\nphases:\n  - name: P\n    touchpoints: [A]\n"
IDENTITY = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")


def git(*words: str, folder: str = ".") -> str:
    """What git says."""
    command = ["git", "-C", folder, *IDENTITY, *words]
    return subprocess.run(command, check=True, capture_output=True).stdout.decode("utf-8", "surrogateescape")


def lay(path: str | bytes, text: str | bytes = JOURNEY) -> None:
    """A file, with its folders."""
    folder = os.path.dirname(path)
    if folder:
        os.makedirs(folder, exist_ok=True)
    with open(path, "wb") as file:
        file.write(text.encode() if isinstance(text, str) else text)


def commit(message: str = "more") -> None:
    """Everything there is, committed."""
    git("add", "-A")
    git("commit", "-q", "--allow-empty", "-m", message)


@pytest.fixture
def repository(here: Path) -> Iterator[Git]:
    """A repository with one commit of two journeys, seen from its top."""
    git("init", "-q", "-b", "main")
    lay("a.cjm.yaml")
    lay("sub/b.cjm.yaml")
    commit()
    with Git() as opened:
        yield opened


def test_one_process_reads_every_blob(repository: Git) -> None:
    tree = repository.tree(repository.commit("HEAD"), "HEAD")
    assert set(tree.entries) == {"a.cjm.yaml", "sub/b.cjm.yaml"}
    reader = repository._reader.pid
    for entry in tree.entries.values():
        assert repository.blob(entry, 9) == JOURNEY.encode()[:9]
    # What is left of a blob isn't taken for the next one.
    assert repository.blob(tree.entries["a.cjm.yaml"], 10_000) == JOURNEY.encode()
    assert repository._reader.pid == reader


@pytest.mark.parametrize(
    "name", ["nope", "--upload-pack=x", "-h", "HEAD\nHEAD", "", "HEAD:a.cjm.yaml", "a b"]
)
def test_what_is_no_commit(repository: Git, name: str) -> None:
    if not name:
        assert repository.commit(name) == repository.commit("HEAD")
        return
    with pytest.raises(UsageError, match="no commit is called"):
        repository.commit(name)
    assert repository.commit("main~0") == repository.commit("@")


def test_no_git_no_repository_no_commit(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(here.parent))
    with pytest.raises(UsageError, match="in no git repository"):
        Git()
    git("init", "-q")
    with Git() as unborn:
        assert unborn.commit("HEAD") == ""
        assert unborn.tree("", "HEAD").entries == {}
        assert unborn.renamed("", None) == {}
        with pytest.raises(UsageError, match="no commit is called 'main'"):
            unborn.commit("main")
    monkeypatch.setenv("PATH", str(here))
    with pytest.raises(MissingTool, match="git isn't there"):
        Git()


def test_somebody_elses_repository_is_refused_in_gits_words(
    repository: Git, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Only root can give a repository away, so git itself is told that this one is another's.
    git = here / "bin" / "git"
    lay(str(git), f'#!/bin/sh\nGIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec {shutil.which("git")} "$@"\n')
    git.chmod(0o755)
    monkeypatch.setenv("PATH", f"{git.parent}{os.pathsep}{os.environ['PATH']}")
    with pytest.raises(UsageError, match="git refuses: detected dubious ownership") as told:
        Git()
    assert "safe.directory" in told.value.help


def test_names_of_any_bytes_links_and_modules(repository: Git, here: Path) -> None:
    lay("a b/new\nline.cjm.yaml")
    lay(b"caf\xe9.cjm.yaml")
    os.symlink("a.cjm.yaml", "link.cjm.yaml")
    os.symlink("../outside.cjm.yaml", "away.cjm.yaml")
    os.symlink("round.cjm.yaml", "round.cjm.yaml")
    git("init", "-q", "module")
    lay("module/c.cjm.yaml")
    git("-C", "module", *IDENTITY, "add", "-A")
    git("-C", "module", *IDENTITY, "commit", "-q", "-m", "x")
    lay(".hidden/d.cjm.yaml")
    commit()
    revision = Revision(repository, repository.tree(repository.commit("HEAD"), "HEAD"))
    asked = [path for found in revision.find([""]) for path in found.asked]
    latin = os.fsdecode(b"caf\xe9.cjm.yaml")
    assert sorted(asked) == sorted(
        ["a b/new\nline.cjm.yaml", "a.cjm.yaml", "link.cjm.yaml", "sub/b.cjm.yaml", latin]
    )
    for path in asked:
        source, problems = revision.read(path)
        assert source is not None
        assert source.text == JOURNEY
        assert problems == []
    with pytest.raises(UsageError, match="cannot read HEAD:away"):
        revision.read("away.cjm.yaml")


def test_a_huge_or_binary_blob_is_told_as_on_disk(repository: Git) -> None:
    lay("huge.cjm.yaml", "#" * 2_000_001)
    lay("binary.cjm.yaml", b"\xff\xfe\x00\x00abc")
    commit()
    revision = Revision(repository, repository.tree(repository.commit("HEAD"), "HEAD"))
    assert [each.rule for each in revision.read("huge.cjm.yaml")[1]] == ["limit-exceeded"]
    assert [each.rule for each in revision.read("binary.cjm.yaml")[1]] == ["encoding"]
    assert revision.read("a.cjm.yaml")[0] is not None


def test_a_missing_object_is_told(repository: Git) -> None:
    tree = Tree("HEAD", {"x.cjm.yaml": Entry("100644", "0" * 40)})
    with pytest.raises(UsageError, match="this clone doesn't hold it"):
        Revision(repository, tree).read("x.cjm.yaml")


def test_projects_are_found_as_on_disk(repository: Git) -> None:
    lay("shop/cjm.yaml", "exclude: old\n")
    lay("shop/deep/c.cjm.yaml")
    lay("shop/library.cjm.yaml", "library: L\n")
    commit()
    revision = Revision(repository, repository.tree(repository.commit("HEAD"), "HEAD"))
    (found,) = revision.find(["shop/deep"])
    assert found.root == "shop"
    assert found.settings == "shop/cjm.yaml"
    assert found.asked == ("shop/deep/c.cjm.yaml",)
    assert found.others == ("shop/library.cjm.yaml",)
    assert [each.root for each in revision.find([""])] == [".", "shop", "sub"]
    assert revision.find(["nowhere"]) == []


def test_from_a_subfolder_a_worktree_and_inside_a_hook(
    repository: Git, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git("worktree", "add", "-q", "../other", "-b", "topic")
    with Git(str(here.parent / "other")) as other:
        assert other.commit("topic") == repository.commit("main")
    os.chdir("sub")
    with Git() as inside:
        assert inside.shown("a.cjm.yaml") == "../a.cjm.yaml"
        assert inside.inside("b.cjm.yaml") == "sub/b.cjm.yaml"
        assert inside.inside("..") == ""
        with pytest.raises(UsageError, match="outside the repository"):
            inside.inside("../../x")
    os.chdir("..")
    lay("a.cjm.yaml", JOURNEY.replace("X", "Y"))
    index = here / ".git" / "another"
    monkeypatch.setenv("GIT_INDEX_FILE", str(index))
    git("read-tree", "HEAD")
    git("add", "a.cjm.yaml")
    # A commit of some paths has an index of its own, which its hook is called with.
    monkeypatch.setenv("GIT_DIR", ".git")
    with Git() as hooked:
        entry = hooked.index().entries["a.cjm.yaml"]
        assert hooked.blob(entry, 11) == b"journey: Y\n"
    # That of another repository's hook is not minded.
    monkeypatch.setenv("GIT_DIR", str(here / "elsewhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(here / "another"))
    index.rename("another")
    with Git() as other:
        assert other.blob(other.index().entries["a.cjm.yaml"], 11) == b"journey: X\n"


def test_the_hook_of_a_commit_of_one_file_sees_the_index_of_that_commit(repository: Git) -> None:
    lay("a.cjm.yaml", JOURNEY.replace("X", "Y"))
    lay("sub/b.cjm.yaml", JOURNEY.replace("X", "Z"))
    said = "import sys; from cjm.__main__ import main; sys.exit(main(['diff', '--staged', '-o', '../said']))"
    lay(".git/hooks/pre-commit", f'#!/bin/sh\nPYTHONPATH={ROOT} {sys.executable} -c "{said}"\n')
    os.chmod(".git/hooks/pre-commit", 0o755)
    git("commit", "-m", "one", "a.cjm.yaml")
    assert Path("../said").read_text().startswith("a.cjm.yaml  Y\nminor     ~ title: X → Y\n")


def test_a_bare_repository_has_revisions(repository: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    git("clone", "-q", "--bare", ".", "../bare.git")
    with Git("../bare.git") as bare:
        assert set(bare.tree(bare.commit("main"), "main").entries) == {"a.cjm.yaml", "sub/b.cjm.yaml"}


def test_what_git_knows_was_renamed(repository: Git) -> None:
    first = repository.commit("HEAD")
    git("mv", "a.cjm.yaml", "A.cjm.yaml")
    assert repository.renamed(first, None) == {"a.cjm.yaml": "A.cjm.yaml"}
    assert repository.renamed(first, None, staged=True) == {"a.cjm.yaml": "A.cjm.yaml"}
    commit()
    assert repository.renamed(first, repository.commit("HEAD")) == {"a.cjm.yaml": "A.cjm.yaml"}


def test_where_two_branches_go_apart(repository: Git, here: Path) -> None:
    base = repository.commit("HEAD")
    git("checkout", "-q", "-b", "topic")
    commit("one")
    git("checkout", "-q", "main")
    commit("two")
    assert repository.merge_base(repository.commit("main"), repository.commit("topic")) == base
    git("checkout", "-q", "--orphan", "alone")
    commit("three")
    with pytest.raises(UsageError, match="no commit is found") as told:
        repository.merge_base(repository.commit("main"), repository.commit("alone"))
    assert "two points" in told.value.help
    git("clone", "-q", "--depth", "1", "--no-single-branch", f"file://{here}", "../shallow")
    with Git("../shallow") as shallow:
        assert shallow.shallow
        with pytest.raises(UsageError) as told:
            shallow.merge_base(shallow.commit("origin/main"), shallow.commit("origin/topic"))
        assert "fetch-depth: 0" in told.value.help
        with pytest.raises(UsageError) as told:
            shallow.commit("origin/main~1")
        assert "--unshallow" in told.value.help


def test_an_index_in_the_middle_of_a_merge(repository: Git) -> None:
    for branch, title in (("one", "1"), ("two", "2")):
        git("checkout", "-q", "-b", branch, "main")
        lay("a.cjm.yaml", JOURNEY.replace("X", title))
        commit()
    subprocess.run(["git", *IDENTITY, "merge", "-q", "one"], capture_output=True, check=False)
    index = repository.index()
    assert index.unmerged == {"a.cjm.yaml"}
    assert set(index.entries) == {"sub/b.cjm.yaml"}
