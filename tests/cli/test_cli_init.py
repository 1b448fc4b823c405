"""`cjm init`: a project from nothing, and never over what is there."""

import os
import pty
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from running import PROGRAM, below, environment, lay, run

import cjm

WRITTEN = [
    ".gitattributes",
    ".github/workflows/maps.yml",
    ".pre-commit-config.yaml",
    "cjm.yaml",
    "journeys/first-journey.cjm.yaml",
    "library.cjm.yaml",
]


def asked(*words: str, answers: str) -> tuple[int, str]:
    """`cjm` on a terminal where somebody types: the exit code, and what stands there."""
    ours, its = pty.openpty()
    command = [sys.executable, *PROGRAM, *words]
    process = subprocess.Popen(
        command, stdin=its, stdout=its, stderr=its, env=environment(TERM="dumb"), start_new_session=True
    )
    os.close(its)
    said, left, stopped = b"", answers.splitlines(), False
    for _ in range(60):
        if not select.select([ours], [], [], 2)[0]:
            if stopped:  # the first one came before Python waited for an answer
                os.killpg(process.pid, signal.SIGINT)
            continue
        try:
            piece = os.read(ours, 65536)
        except OSError:  # so Linux says that the other end is closed
            break
        if not piece:
            break
        said += piece
        if left and said.rstrip(b" ").endswith(b":"):  # a question waits
            line = left.pop(0)
            stopped = line == "^C"
            if stopped:
                os.killpg(process.pid, signal.SIGINT)
            else:
                os.write(ours, f"{line}\n".encode())
    os.close(ours)
    return process.wait(), said.decode()


def test_a_project_in_one_go_builds_and_has_no_warnings() -> None:
    done = run("init", "maps")
    assert (done.returncode, done.stdout.splitlines()) == (
        0,
        [
            f"  maps/{name}"
            for name in ("cjm.yaml", *WRITTEN[1:3], WRITTEN[0], "library.cjm.yaml", WRITTEN[4])
        ],
    )
    assert below("maps") == WRITTEN
    assert run("check", "maps").stderr == "2 files, nothing wrong\n"
    assert run("lint", "maps").returncode == 0
    assert run("build", "maps", "-o", "out").returncode == 0
    assert "out/maps/journeys/first-journey.html" in [f"out/{name}" for name in below("out")]


@pytest.mark.parametrize("where", [(), (".",)])
def test_without_a_folder_it_is_the_current_one(where: tuple[str, ...]) -> None:
    assert run("init", *where).returncode == 0
    assert below(".") == WRITTEN


def test_options_say_what_it_is_about() -> None:
    words = ("--journey", 'Een "jas": kopen', "--persona", "Sanne", "--framework", "aida", "--language", "nl")
    assert run("init", *words).returncode == 0
    text = Path("journeys/een-jas-kopen.cjm.yaml").read_text(encoding="utf-8")
    assert 'journey: "Een \\"jas\\": kopen"\n' in text
    assert "personas:\n  - Sanne\n" in text
    assert "framework: aida\nphases:\n" in text
    assert "language: nl\n" in Path("cjm.yaml").read_text(encoding="utf-8")
    assert run("check").stderr == "2 files, nothing wrong\n"


def test_a_file_that_is_there_stays_as_it_is() -> None:
    lay(".gitattributes", "* binary\n")
    Path(".pre-commit-config.yaml").symlink_to("nowhere.yaml")
    done = run("init")
    assert "  .gitattributes is there already, and stays as it is\n" in done.stdout
    assert "  .pre-commit-config.yaml is there already, and stays as it is\n" in done.stdout
    assert Path(".gitattributes").read_text(encoding="utf-8") == "* binary\n"
    assert not Path("nowhere.yaml").exists()
    assert Path("cjm.yaml").exists()


@pytest.mark.parametrize("name", ["cjm.yaml", "cjm.yml"])
def test_a_project_is_not_started_twice(name: str) -> None:
    lay(name, "language: nl\n")
    done = run("init")
    assert done.returncode == 2
    assert f"{name} is there already: this is a project" in done.stderr
    assert below(".") == [name]


def test_a_folder_with_journeys_gets_no_others() -> None:
    lay("old/x.cjm.yaml")
    done = run("init")
    assert done.returncode == 0
    assert "no first one is written" in done.stderr
    assert below(".") == [*WRITTEN[:4], "old/x.cjm.yaml"]
    assert run("check").stderr == "1 file, nothing wrong\n"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--framework", "five-fase"), "no framework is called 'five-fase'"),
        (("--language", "dutch"), "'dutch' is not a language tag"),
        (("--journey", ""), "the name is empty"),
        (("--journey", "a/b"), "'a/b' is no name for a file"),
        (("--journey", "a\x07b"), "the name holds a character that no map can show, U+0007"),
        (("--persona", " "), "the persona is empty"),
        (("taken",), "taken is a file, not a folder"),
        (("taken/below",), "cannot write taken/below/cjm.yaml"),
    ],
)
def test_what_cannot_be_is_refused_before_anything_is_written(words: tuple[str, ...], message: str) -> None:
    lay("taken", "")
    done = run("init", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr
    assert below(".") == ["taken"]


def test_what_cannot_be_written_to_its_end_leaves_nothing() -> None:
    lay(".github", "a file")
    done = run("init", "--yes")
    assert done.returncode == 2
    assert "cannot write" in done.stderr
    assert below(".") == [".github"]
    assert [path.name for path in Path().iterdir()] == [".github"]


def test_nobody_is_asked_where_nobody_can_answer() -> None:
    done = run("init", given="Mine\n")
    assert done.returncode == 0
    assert ":" not in done.stderr.replace("`cjm", "")
    assert below(".") == WRITTEN


def test_on_a_terminal_it_asks_what_no_option_says() -> None:
    code, said = asked("init", "--framework", "flywheel", answers="dutch\nnl\n\nSanne: de 1e\n")
    assert code == 0
    assert "'dutch' is not a language tag" in said
    assert "Phase model" not in said
    assert "First journey [Eerste klantreis]:" in said
    text = Path("journeys/eerste-klantreis.cjm.yaml").read_text(encoding="utf-8")
    assert 'personas:\n  - "Sanne: de 1e"\n' in text
    assert "framework: flywheel\nphases:\n" in text


def test_with_yes_it_asks_nothing() -> None:
    code, said = asked("init", "--yes", answers="")
    assert (code, "[" in said) == (0, False)
    assert below(".") == WRITTEN


@pytest.mark.parametrize("answers", ["^C", "nl\n^C", "nl\n\x04"])
def test_who_stops_answering_has_nothing_written(answers: str) -> None:
    code, said = asked("init", answers=answers)
    assert code == 130, said
    assert "Traceback" not in said
    assert below(".") == []


def test_the_workflow_and_the_hooks_are_what_github_and_pre_commit_take() -> None:
    run("init")
    for command in (
        ["check_jsonschema", "--builtin-schema", "vendor.github-workflows", ".github/workflows/maps.yml"],
        ["pre_commit", "validate-config", ".pre-commit-config.yaml"],
    ):
        done = subprocess.run(
            [sys.executable, "-m", *command],
            capture_output=True,
            text=True,
            check=False,
            env=environment(PYTHONWARNINGS="default"),
        )
        assert done.returncode == 0, done.stdout + done.stderr


def test_the_workflow_calls_this_repositorys_action() -> None:
    run("init")
    text = Path(".github/workflows/maps.yml").read_text(encoding="utf-8")
    assert text.endswith(f"- uses: cjm-compiler/cjm@v{cjm.__version__.partition('.')[0]}\n")
