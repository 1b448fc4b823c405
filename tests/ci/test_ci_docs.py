"""What docs/guides say of pipelines: files that GitHub, GitLab and pre-commit take, and a script."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from played import ROOT, blocks, program
from running import BAD, GOOD, environment, lay

GUIDE = (ROOT / "docs" / "guides" / "ci.md").read_text(encoding="utf-8")
HOOKS = (ROOT / "docs" / "guides" / "pre-commit.md").read_text(encoding="utf-8")
SCRIPT = ROOT / "ci" / "pipeline.sh"
SCHEMAS = {
    ".github": ["check_jsonschema", "--builtin-schema", "vendor.github-workflows"],
    ".gitlab-ci.yml": ["check_jsonschema", "--builtin-schema", "vendor.gitlab-ci"],
    ".pre-commit-config.yaml": ["pre_commit", "validate-config"],
}
FILES = [block for text in (GUIDE, HOOKS) for block in blocks(text, "yaml")]


@pytest.mark.parametrize("number", range(len(FILES)))
def test_a_file_for_a_server_is_what_it_takes(number: int, tmp_path: Path) -> None:
    name = FILES[number].partition("\n")[0].removeprefix("# ")
    [command] = [command for start, command in SCHEMAS.items() if name.startswith(start)]
    lay(str(tmp_path / "x.yaml"), FILES[number])
    done = subprocess.run(
        [sys.executable, "-m", *command, str(tmp_path / "x.yaml")],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONWARNINGS": "default"},
    )
    assert done.returncode == 0, done.stdout


def test_the_script_stands_there_as_it_is() -> None:
    assert SCRIPT.read_text(encoding="utf-8") in blocks(GUIDE, "bash")


@pytest.mark.parametrize(("text", "code"), [(f"status: draft\n{GOOD}", 0), (GOOD, 1), (BAD, 1)])
def test_the_script_draws_reports_and_tells(text: str, code: int, tmp_path: Path) -> None:
    programs = program(tmp_path / "bin")
    for name in ("python3", "pip"):  # what they would install is this cjm
        lay(str(programs / name), f'#!/bin/sh\necho {name} "$@" >> "{tmp_path}/asked"\n')
        (programs / name).chmod(0o755)
    lay(str(tmp_path / "work" / "x.cjm.yaml"), text)
    lay(str(tmp_path / "work" / "fine.cjm.yaml"), f"status: draft\n{GOOD}")
    env = environment(
        PATH=f"{programs}{os.pathsep}{os.environ['PATH']}",
        TMPDIR=str(tmp_path),
        CJM_INSTALL="cjm-compiler==9",
    )
    done = subprocess.run(["sh", SCRIPT], cwd=tmp_path / "work", env=env, capture_output=True, check=False)
    assert done.returncode == code, done.stderr.decode()
    asked = (tmp_path / "asked").read_text(encoding="utf-8").splitlines()
    assert asked == [f"python3 -m venv {tmp_path}/cjm-venv", "pip install --quiet cjm-compiler==9"]
    kept = {str(path.relative_to(tmp_path / "work" / "cjm-out")) for path in tmp_path.rglob("cjm-out/**/*")}
    assert {"gaps.xml", "gaps.html", "maps/index.html", "maps/fine.svg"} <= kept
