"""Journeys in real repositories: what git shows of them and makes of two people's edits."""

import os
import subprocess
from pathlib import Path

import pytest
from played import program
from running import environment, lay, run

FILE = "jacket.cjm.yaml"
BASE = """\
journey: Buying a jacket
phases:
  - name: Orientation
    owner: Marketing
    touchpoints:
      - name: Sees the jacket
        emotion: 1
        owner: Marketing
      - name: Tries it on
        emotion: 2
  - name: Purchase
    owner: Sales
    touchpoints:
      - name: Pays
        channels: [store]
"""
TRIES = "      - name: Tries it on\n        emotion: 2\n"


class Repository:
    """A repository in the current folder, whose `main` has one commit of the journey, and `cjm`."""

    def __init__(self, programs: Path) -> None:
        path = f"{programs}{os.pathsep}{os.environ['PATH']}"
        nobody = {
            f"GIT_{who}_{what}": "a@b.c" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
        }
        alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "GIT_EDITOR": "true"}
        self.env = environment(PATH=path, **nobody, **alone)
        self.git("init", "-q", "-b", "main")
        self.commit(BASE)

    def git(self, *words: str, code: int = 0) -> str:
        """What git says; it exits with that code."""
        done = subprocess.run(["git", *words], capture_output=True, check=False, env=self.env)
        said = done.stdout.decode() + done.stderr.decode()
        assert done.returncode == code, said
        return said

    def commit(self, text: str, path: str = FILE) -> None:
        """The journey with that text, committed with all else."""
        lay(path, text)
        self.git("add", "--all")
        self.git("commit", "-q", "-m", "a change")

    def cjm(self, *words: str) -> subprocess.CompletedProcess[str]:
        """`cjm` as git would find it."""
        return run(*words, env=self.env)

    def both(self, ours: str, theirs: str) -> None:
        """`main` with one text, `topic` with another."""
        self.git("checkout", "-q", "-b", "topic")
        self.commit(theirs)
        self.git("checkout", "-q", "main")
        self.commit(ours)


@pytest.fixture
def bare(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """A repository of which git hasn't been told anything."""
    return Repository(program(tmp_path_factory.mktemp("bin")))


@pytest.fixture
def repository(bare: Repository) -> Repository:
    """One that `cjm git-setup` was run in."""
    assert bare.cjm("git-setup", "--command", "cjm").returncode == 0
    bare.git("add", "--all")
    bare.git("commit", "-q", "-m", "git-setup")
    return bare


def text() -> str:
    """The journey as it lies there."""
    return Path(FILE).read_text(encoding="utf-8")


def after_tries(*names: str) -> str:
    """The journey with touchpoints behind the second."""
    return BASE.replace(TRIES, TRIES + "".join(f"      - name: {name}\n" for name in names))


def test_two_branches_add_to_one_phase(repository: Repository) -> None:
    repository.both(after_tries("Asks"), after_tries("Waits"))
    repository.git("-c", "merge.cjm.driver=false", "merge", "topic", code=1)
    repository.git("merge", "--abort")
    repository.git("merge", "topic")
    assert text() == after_tries("Asks", "Waits")


def test_a_rebase_keeps_both(repository: Repository) -> None:
    repository.both(BASE.replace("emotion: 1", "emotion: 0"), BASE.replace("- name: Sees", "- name: Spots"))
    repository.git("rebase", "-q", "main", "topic")
    assert text() == BASE.replace("Sees", "Spots").replace("emotion: 1", "emotion: 0")


def test_a_cherry_pick_follows_what_moved(repository: Repository) -> None:
    moved = BASE.replace(TRIES, "") + TRIES
    repository.both(moved, BASE.replace("emotion: 2", "emotion: 1.5"))
    repository.git("cherry-pick", "topic")
    assert text() == moved.replace("emotion: 2", "emotion: 1.5")


def test_a_stash_pops_into_what_changed_meanwhile(repository: Repository) -> None:
    lay(FILE, BASE.replace("owner: Marketing\n      - name: Tries", "owner: Shop\n      - name: Tries"))
    repository.git("stash", "-q")
    repository.commit(BASE.replace("emotion: 1", "emotion: -1"))
    repository.git("stash", "pop", "-q")
    assert "        emotion: -1\n        owner: Shop\n" in text()


def test_what_one_removed_and_the_other_changed_is_left_to_people(repository: Repository) -> None:
    repository.both(BASE.replace(TRIES, ""), BASE.replace("emotion: 2", "emotion: 1.5"))
    assert f"CONFLICT (content): Merge conflict in {FILE}" in repository.git("merge", "topic", code=1)
    assert "=======\n      - name: Tries it on\n        emotion: 1.5\n>>>>>>> " in text()
    assert FILE in repository.git("diff", "--name-only", "--diff-filter=U")


def test_conflicts_look_as_git_is_set(repository: Repository) -> None:
    repository.git("config", "merge.conflictStyle", "diff3")
    repository.both(BASE.replace("emotion: 2", "emotion: 1"), BASE.replace("emotion: 2", "emotion: 0"))
    repository.git("merge", "topic", code=1)
    assert "        emotion: 1\n||||||| " in text()


def test_where_cjm_is_gone_git_merges_by_line(repository: Repository) -> None:
    Path(repository.env["PATH"].partition(os.pathsep)[0], "cjm").unlink()
    repository.both(BASE.replace("Buying", "Choosing"), BASE.replace("[store]", "[app]"))
    assert "cjm" in repository.git("merge", "topic")
    assert text() == BASE.replace("Buying", "Choosing").replace("[store]", "[app]")


def test_a_diff_names_the_phase_and_shows_what_changed_in_meaning(repository: Repository) -> None:
    lay(FILE, BASE.replace("[store]", "\n          - store\n          - 'app'"))
    shown = repository.git("diff")
    assert "@@   - name: Purchase\n" in shown
    assert [line for line in shown.splitlines() if line[0] in "+-"][2:] == ["+          - app"]
    assert "@@   - name: Purchase\n" in repository.git("diff", "--no-textconv", "-U0")
    lay(FILE, BASE.replace("[store]", "[store, app]"))
    assert "channels: [store{+, app+}]\n" in repository.git("diff", "--word-diff", "--no-textconv", "-U0")


def test_git_is_set_up_once_and_as_it_was_again(bare: Repository) -> None:
    lay(".gitattributes", "*.png binary")
    checked = bare.cjm("git-setup", "--check")
    assert (checked.returncode, checked.stderr) == (1, "`cjm git-setup` sets it up\n")
    assert ".gitattributes: *.cjm.yaml diff=cjm merge=cjm is missing\n" in checked.stdout
    before = Path(".git/config").read_text(encoding="utf-8")
    first = bare.cjm("git-setup", "--command", "cjm")
    assert "diff.cjm.textconv = cjm textconv\n" in first.stdout
    lines = "*.cjm.yaml diff=cjm merge=cjm\n*.cjm.yml diff=cjm merge=cjm\n"
    assert Path(".gitattributes").read_text(encoding="utf-8") == f"*.png binary\n{lines}"
    again = bare.cjm("git-setup", "--command", "cjm")
    assert (again.stdout, again.stderr) == ("", "nothing is left to do\n")
    assert bare.cjm("git-setup", "--command", "cjm", "--check").returncode == 0
    bare.git("config", "diff.cjm.xfuncname", "mine")
    removed = bare.cjm("git-setup", "--remove")
    assert "merge.cjm.driver is gone\n" in removed.stdout
    assert removed.stderr == "diff.cjm.xfuncname says something else, and stays as it is\n"
    assert Path(".gitattributes").read_text(encoding="utf-8") == "*.png binary\n"
    bare.git("config", "--unset", "diff.cjm.xfuncname")
    assert Path(".git/config").read_text(encoding="utf-8").split("[diff")[0] == before
    assert bare.cjm("git-setup", "--remove").stderr == "nothing is left to remove\n"


def test_git_calls_the_cjm_that_set_it_up(bare: Repository) -> None:
    said = bare.cjm("git-setup").stdout
    [command] = [
        line.removeprefix("diff.cjm.textconv = ") for line in said.splitlines() if "textconv = " in line
    ][:1]
    done = subprocess.run(f"{command} {FILE}", shell=True, capture_output=True, check=False, env=bare.env)
    assert done.stdout.decode().startswith("journey: Buying a jacket\n")


def test_git_needs_a_repository(bare: Repository) -> None:
    Path("away").mkdir()
    outside = {**bare.env, "GIT_CEILING_DIRECTORIES": str(Path.cwd().parent), "GIT_DIR": "nowhere"}
    done = run("git-setup", env=outside)
    assert (done.returncode, done.stderr) == (
        2,
        "cjm: error: this is no git repository with files\n  help: start one with `git init`\n",
    )
    done = run("git-setup", env={**bare.env, "PATH": str(Path("away"))})
    assert (done.returncode, done.stderr[:29]) == (2, "cjm: error: git doesn't start")
    done = run("git-setup", "--check", "--remove", env=bare.env)
    assert (done.returncode, done.stderr) == (2, "cjm: error: --check and --remove exclude each other\n")


def test_a_file_that_cannot_be_read_is_compared_as_it_is() -> None:
    lay("broken.cjm.yaml", "journey: [\n  'x'\n")
    assert run("textconv", "broken.cjm.yaml").stdout == "journey: [\n  'x'\n"
    Path("latin.cjm.yaml").write_bytes(b"journey: caf\xe9\n")
    assert run("textconv", "latin.cjm.yaml").stdout.startswith("journey: caf")
    assert run("textconv", "nowhere.cjm.yaml").returncode == 2


def test_what_is_no_text_is_left_as_ours(repository: Repository) -> None:
    repository.both(f"{BASE}# one\0\n", f"{BASE}# two\0\n")
    assert f"Merge conflict in {FILE}" in repository.git("merge", "topic", code=1)
    assert text() == f"{BASE}# one\0\n"


def test_a_diff_says_what_changed_in_meaning(bare: Repository) -> None:
    lay("library.cjm.yaml", "library: All\ndepartments: [Marketing, Sales, Shop]\n")
    bare.git("add", "--all")
    bare.git("commit", "-q", "-m", "a library")
    assert (
        "diff.cjm.command = cjm git-diff\n" in bare.cjm("git-setup", "--command", "cjm", "--meaning").stdout
    )
    lay(FILE, BASE.replace("owner: Sales", "owner: Shop").replace("[store]", "store"))
    shown = bare.git("diff")
    assert f"{FILE}  Buying a jacket\n            Purchase\nnotable     ~ owner: Sales → Shop\n" in shown
    assert "+    owner: Shop\n" in bare.git("diff", "--no-ext-diff")
    bare.git("mv", FILE, "coat.cjm.yaml")
    assert "~ id: jacket → coat" in bare.git("diff", "HEAD")
    bare.git("commit", "-q", "--all", "-m", "a coat")
    os.chmod("coat.cjm.yaml", 0o755)
    assert bare.git("diff") == "coat.cjm.yaml  mode 100644 → 100755\nno change in meaning\n"
    assert "diff.cjm.command is gone\n" in bare.cjm("git-setup", "--remove").stdout


def test_what_has_no_meaning_yet_is_compared_by_line(bare: Repository) -> None:
    lay("library.cjm.yaml", "library: All\n")
    bare.commit(BASE)
    bare.cjm("git-setup", "--command", "cjm", "--meaning")
    lay("library.cjm.yaml", "library: Everything\n")
    lay(FILE, BASE.replace("phases:", "phases: ["))
    shown = bare.git("diff")
    assert "--- a/library.cjm.yaml\n" in shown
    assert "-library: All\n+library: Everything\n" in shown
    assert "-phases:\n+phases: [\n" in shown
    lay("new.cjm.yaml", BASE)
    bare.git("add", "new.cjm.yaml")
    assert "+ Buying a jacket\n" in bare.git("diff", "--cached", "new.cjm.yaml")
    assert bare.cjm("git-diff", FILE).stdout == f"{FILE} isn't merged yet\n"
