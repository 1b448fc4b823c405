"""`cjm check`: what it prints where, and its exit code."""

import json
import os
import re
from pathlib import Path

import pytest
from running import BAD, GOOD, lay, run


def test_a_clean_project_is_0(here: Path) -> None:
    lay("a.cjm.yaml")
    lay("deep/b.cjm.yaml")
    done = run("check")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "2 files, nothing wrong\n")


def test_errors_are_1_at_their_place() -> None:
    lay("a.cjm.yaml")
    lay("deep/b.cjm.yaml", BAD)
    done = run("check", ".")
    assert done.returncode == 1
    assert re.search(r"^deep/b\.cjm\.yaml:2:1: error: .*phasen.* \[unknown-key\]$", done.stdout, re.MULTILINE)
    assert "  2 | phasen: 1\n    | ^^^^^^\n" in done.stdout
    assert re.search(r"^\d errors? in 1 of 2 files$", done.stderr, re.MULTILINE)
    assert run("-q", "check").stderr == ""
    assert run("check", "-q").stdout == done.stdout
    assert run("check", "a.cjm.yaml").returncode == 0


@pytest.mark.parametrize("name", ["concise", "json", "github", "sarif"])
def test_other_formats(name: str) -> None:
    lay("b.cjm.yaml", BAD)
    done = run("check", "--format", name)
    assert done.returncode == 1
    assert "phasen" in done.stdout
    if name in {"json", "sarif"}:
        json.loads(done.stdout)
    lay("b.cjm.yaml", GOOD)
    assert run("check", "--format", name).returncode == 0


def test_standard_input_is_checked_in_its_project() -> None:
    done = run("check", "-", given=BAD)
    assert done.returncode == 1
    assert done.stdout.startswith("<stdin>:2:1: error: ")
    assert run("check", "-", given=GOOD).returncode == 0
    assert (
        "<stdin>:1:10: error: byte 0xFF is not UTF-8 [encoding]"
        in run("check", "-", given=b"journey: \xff").stdout
    )


def test_a_wrong_byte_and_a_large_file_are_1_and_the_rest_is_checked() -> None:
    lay("a.cjm.yaml", BAD)
    Path("b.cjm.yaml").write_bytes(b"journey: caf\xe9\n")
    Path("c.cjm.yaml").write_bytes("journey: x\n".encode("utf-16"))
    with open("d.cjm.yaml", "wb") as file:
        file.truncate(200_000_000)
    done = run("check", "--format", "concise")
    assert done.returncode == 1
    assert "a.cjm.yaml:2:1: error: " in done.stdout
    assert "b.cjm.yaml:1:13: error: byte 0xE9 is not UTF-8 [encoding]" in done.stdout
    assert "c.cjm.yaml:1:1: error: the file is saved as UTF-16 [encoding]" in done.stdout
    assert "d.cjm.yaml:1:1: error: the file is larger than 2 MB [limit-exceeded]" in done.stdout


def test_an_unreadable_file_is_2_and_the_rest_is_checked() -> None:
    lay("a.cjm.yaml", BAD)
    os.mkfifo("b.cjm.yaml")
    done = run("check")
    assert done.returncode == 2
    assert "cjm: error: cannot read b.cjm.yaml: it is a named pipe\n" in done.stderr
    assert "a.cjm.yaml:2:1" in done.stdout
    assert run("check", "b.cjm.yaml").returncode == 2
    os.unlink("a.cjm.yaml")
    assert "0 files, 1 unreadable" in run("check").stderr


def test_an_unreadable_neighbour_is_a_warning() -> None:
    lay("a.cjm.yaml")
    os.mkfifo("b.cjm.yaml")
    Path("c.cjm.yaml").write_bytes(b"journey: \xff")
    done = run("check", "a.cjm.yaml")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.splitlines() == [
        "cjm: warning: cannot read b.cjm.yaml: it is a named pipe",
        "cjm: warning: c.cjm.yaml is left aside: byte 0xFF is not UTF-8",
        "1 file, nothing wrong",
    ]


def test_fifty_findings_are_printed_and_all_are_in_json() -> None:
    lay("a.cjm.yaml", GOOD + "".join(f"key{number}: 1\n" for number in range(2000)))
    done = run("check")
    assert done.stdout.count("[unknown-key]") == 50
    assert "and 1,950 more in a.cjm.yaml" in done.stdout
    assert len(json.loads(run("check", "--format", "json").stdout)["diagnostics"]) == 2000


def test_settings_are_checked_and_exclude_files() -> None:
    lay("cjm.yaml", "exclude: [old/]\n")
    lay("old/x.cjm.yaml", BAD)
    lay("y.cjm.yaml")
    assert run("check").returncode == 0
    assert run("check", "old/x.cjm.yaml").returncode == 1
    lay("cjm.yaml", "exclud: [old/]\n")
    assert "cjm.yaml:1:1: error: " in run("check", "y.cjm.yaml").stdout
