"""Pages of docs/ whose files and commands are tried: blocks of Markdown, laid and run as they are written.

A `yaml` block is a file, named in its first line. A `sh` block is run where those files and
the examples are, and a `text`, `diff` or `json` block behind it is what it prints.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from running import environment, lay

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PRINTED = {"text", "diff", "json"}
# The day on which the pages were written: reviews and evidence are in time or late against it.
WRITTEN = {"SOURCE_DATE_EPOCH": "1793491200"}


def program(folder: Path) -> Path:
    """A folder with `cjm` as a command."""
    lay(str(folder / "cjm"), f'#!/bin/sh\nexec "{sys.executable}" -m cjm "$@"\n')
    (folder / "cjm").chmod(0o755)
    return folder


def blocks(text: str, kind: str) -> list[str]:
    """What stands in the blocks of a kind."""
    return [found[2] for found in BLOCK.finditer(text) if found[1] == kind]


def typed(line: str, programs: Path) -> str:
    """What stands in a terminal after a line was typed; it fails where the line is wrong use."""
    path = f"{programs}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["/bin/sh", "-c", line],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        env=environment(PATH=path, **WRITTEN),
    )
    said = done.stdout.decode()
    assert done.returncode in (0, 1), f"{line}\n{said}"
    return said


def file_of(block: str) -> str:
    """The file that a block of YAML is, laid where its first line says."""
    first, _, _ = block.partition("\n")
    assert re.fullmatch(r"# \S+\.ya?ml", first), f"its first line names no file: {first}"
    path = first.removeprefix("# ")
    lay(path, block)
    return path


def played(part: str, programs: Path) -> str:
    """A text with what its commands really print."""
    said = ""
    written = []
    end = 0
    if "examples/" in part:
        shutil.copytree(ROOT / "examples", "examples")
    for found in BLOCK.finditer(part):
        kind, text = found[1], found[2]
        if kind == "yaml":
            file_of(text)
        elif kind == "sh":
            said = "".join(typed(line, programs) for line in text.splitlines())
        elif kind in PRINTED:
            written += [part[end : found.start(2)], said]
            end = found.end(2)
    return "".join([*written, part[end:]])
