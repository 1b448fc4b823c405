"""Runs `cjm` in a process of its own and gives back what a user would see."""

import os
import pty
import select
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from forked import Forked

import cjm

ROOT = str(Path(cjm.__file__).parents[1])
PROGRAM = ("-m", "cjm")
PORTFOLIO = ("index.html", "opportunities.csv", "opportunities.json")
GOOD = "journey: X\nphases:\n  - name: P\n    owner: Sales\n    touchpoints: [A, B]\n"
BAD = "journey: X\nphasen: 1\nphases:\n  - name: P\n    touchpoints: [A]\n"

# What changes output, and is set only by the tests that are about it.
_SILENT = {
    "PYTHONDONTWRITEBYTECODE",
    "NO_COLOR",
    "FORCE_COLOR",
    "SOURCE_DATE_EPOCH",
    "PYTHONIOENCODING",
    "_CJM_COMPLETE",
}


def lay(path: str, text: str = GOOD) -> None:
    """A file, with its folders."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


def below(folder: str) -> list[str]:
    """Every file below a folder, but for a build's record and what is about all journeys."""
    found = (path.relative_to(folder) for path in Path(folder).rglob("*") if path.is_file())
    return sorted(str(path) for path in found if path.parts[0] not in {"manifest.json", ".cjm", *PORTFOLIO})


def environment(**more: str) -> dict[str, str]:
    """The surroundings in which output is plain UTF-8."""
    kept = {key: value for key, value in os.environ.items() if key not in _SILENT and key[:4] != "CJM_"}
    return {**kept, "PYTHONPATH": ROOT, "PYTHONUTF8": "1", **more}


_FORKED = Forked(environment())


def run(
    *words: str,
    given: str | bytes = b"",
    env: dict[str, str] | None = None,
    program: Sequence[str] = PROGRAM,
    fresh: bool = False,
) -> subprocess.CompletedProcess[str]:
    """`cjm` with those words: its output, its messages and its exit code.

    A fork of a process that has imported it, unless it is to be `fresh` or another program.
    """
    data = given.encode() if isinstance(given, str) else given
    surroundings = environment(**env or {})
    command = [sys.executable, *program, *words]
    done = None if fresh or program is not PROGRAM else _FORKED.done(words, data, surroundings)
    if done is None:
        begun = subprocess.run(command, input=data, capture_output=True, check=False, env=surroundings)
        done = begun.returncode, begun.stdout, begun.stderr
    code, out, err = done
    return subprocess.CompletedProcess(
        command, code, out.decode("utf-8", "replace"), err.decode("utf-8", "replace")
    )


def on_a_terminal(
    *words: str, env: dict[str, str] | None = None, program: Sequence[str] = PROGRAM
) -> tuple[int, str]:
    """The exit code, and what stands on a terminal that both streams go to."""
    ours, its = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, *program, *words],
        stdin=subprocess.DEVNULL,
        stdout=its,
        stderr=its,
        env=environment(**{"TERM": "xterm", **(env or {})}),
    )
    os.close(its)
    said = b""
    while select.select([ours], [], [], 60)[0]:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # so Linux says that the other end is closed
            break
        if not piece:
            break
        said += piece
    os.close(ours)
    return process.wait(), said.decode()
