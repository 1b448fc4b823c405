"""The same input gives the same bytes, whatever the machine is like around it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent

# Several at once: each of them is to make no difference.
SURROUNDINGS = {
    "hash seed, time zone": {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati"},
    "locale, optimised, terminal": {
        **{"LANG": "tr_TR.UTF-8", "LC_ALL": "C", "PYTHONUTF8": "1"},
        **{"PYTHONOPTIMIZE": "2", "COLUMNS": "40", "TERM": "dumb"},
    },
}


def build(folder: Path, **surroundings: str) -> dict[str, bytes]:
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "0"} | surroundings
    command = [sys.executable, "-m", "cjm", "build", ".", "-o", "out", "-q"]
    command += ["-f", "svg,html,png,pdf,md,txt", "--scale", "0.2"]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    out = folder / "out"
    return {
        str(path.relative_to(out)): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()
    }


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("a")
    shutil.copytree(ROOT / "examples", folder, dirs_exist_ok=True)
    return build(folder)


@pytest.mark.parametrize("name", SURROUNDINGS)
def test_examples_are_built_to_the_same_bytes(name: str, plain: dict[str, bytes], tmp_path: Path) -> None:
    folder = tmp_path / "somewhere else"
    shutil.copytree(ROOT / "examples", folder)
    again = build(folder, **SURROUNDINGS[name])
    assert len(plain) == 10 * 9 + 4  # the portfolio, its two files and the manifest
    assert again.keys() == plain.keys()
    assert [path for path in plain if plain[path] != again[path]] == []


def test_nothing_of_the_machine_is_in_what_is_built(plain: dict[str, bytes]) -> None:
    for path, content in plain.items():
        assert str(ROOT).encode() not in content, path
        assert b"/tmp" not in content, path
