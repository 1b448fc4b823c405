"""Colours, pipes, terminals of another encoding, and the bar."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from running import BAD, GOOD, below, environment, lay, on_a_terminal, run


def test_colours_are_as_asked() -> None:
    lay("b.cjm.yaml", BAD)

    def painted(*words: str, **env: str) -> bool:
        return "\x1b[" in run(*words, env=env).stdout

    assert not painted("check")
    assert painted("check", "--color", "always")
    assert painted("--color", "always", "check")
    assert not painted("--color", "always", "check", "--color", "never")
    assert painted("check", FORCE_COLOR="1")
    assert not painted("check", FORCE_COLOR="1", NO_COLOR="1")
    assert painted("check", "--color=always", NO_COLOR="1")


def test_a_terminal_that_is_not_utf8_gets_escapes() -> None:
    lay("b.cjm.yaml", "journey: X\nphäsen: é\n")
    for encoding in ("ascii", "latin-1", "cp1252"):
        done = run("check", env={"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"})
        assert done.returncode == 1
    assert r"ph\xe4sen" in run("check", env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}).stdout
    lay("b.cjm.yaml", GOOD)
    done = run("build", env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert done.returncode == 0
    assert "b.cjm.yaml -> build/b." in done.stdout


def test_a_file_name_that_is_no_text_is_printed_somehow(here: Path) -> None:
    name = os.fsdecode(b"caf\xe9\x1b[2J.cjm.yaml")
    Path(name).write_text(BAD)
    done = run("check")
    assert done.returncode == 1
    assert "\x1b" not in done.stdout
    assert run("check", "--format", "json").returncode == 1


def test_a_pipe_that_nobody_reads_ends_nothing() -> None:
    lay("b.cjm.yaml", GOOD + "".join(f"key{number}: 1\n" for number in range(3000)))
    for words, code in (["check", "--format", "json"], 1), (["--help"], 0), (["schema"], 0):
        command = [sys.executable, "-m", "cjm", *words]
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
        ) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.close()
            said = process.stderr.read()
            assert process.wait() == code, words
        assert b"rror" not in said.replace(b"errors in", b""), words
    lay("b.cjm.yaml", GOOD)
    read, write = os.pipe()
    os.close(read)
    built = subprocess.run(
        [sys.executable, "-m", "cjm", "build"], stdout=write, check=False, env=environment()
    )
    os.close(write)
    assert built.returncode == 0
    assert len(below("build")) == 3


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_output_that_can_not_be_written_is_2() -> None:
    lay("b.cjm.yaml", BAD)
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "cjm", "check"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            env=environment(),
        )
    assert done.returncode == 2
    assert done.stderr == b"cjm: error: cannot write the output: No space left on device\n"


def test_closed_streams_are_survived() -> None:
    lay("b.cjm.yaml", BAD)
    for closed in (">&-", "2>&-", ">&- 2>&-", "<&-"):
        done = subprocess.run(
            ["/bin/sh", "-c", f'exec "$0" -m cjm check {closed}', sys.executable],
            check=False,
            capture_output=True,
            env=environment(),
        )
        assert done.returncode == 1, closed
        assert b"Traceback" not in done.stderr


def test_on_a_terminal_there_are_colours_and_no_bar_for_short_builds() -> None:
    lay("b.cjm.yaml", BAD)
    code, said = on_a_terminal("check")
    assert code == 1
    assert "\x1b[1;31m" in said
    assert "\x1b" not in on_a_terminal("check", env={"NO_COLOR": "1"})[1]
    assert "\x1b" not in on_a_terminal("check", env={"TERM": "dumb"})[1]


def test_a_long_build_shows_a_bar_and_every_line() -> None:
    """Patience is cut to nothing: waiting for a slow build would be slow."""
    for number in range(4):
        lay(f"{number}.cjm.yaml")
    lay(
        "impatient.py",
        "import sys\nfrom cjm.cli import progress\nprogress.PATIENCE = 0\n"
        "from cjm.__main__ import main\nsys.exit(main(sys.argv[1:]))\n",
    )
    code, said = on_a_terminal("build", "-f", "svg", "--view", "map", program=["impatient.py"])
    assert code == 0
    assert "building" in said
    assert "4 journeys built" in said
    assert all(f"{number}.cjm.yaml → build/{number}.svg" in said for number in range(4))
    assert len(below("build")) == 4
