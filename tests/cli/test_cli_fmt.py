"""`cjm fmt` as it is called: what it writes, what it says, and what it leaves alone."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from running import lay, run

from cjm.cli.fmt import fmt

GOOD = "journey: X\nphases:\n  - P\n"
MESSY = "phases: \n- 'P'\njourney: \"X\"\n"
BROKEN = "journey: [\n"


def called(*words: str, given: str | bytes = "") -> Result:
    """The command in this process, its two streams apart."""
    return CliRunner().invoke(fmt, words, input=given)


def text(path: str) -> str:
    return Path(path).read_bytes().decode()


def test_every_text_below_a_folder_is_formatted_and_named() -> None:
    lay("maps/a.cjm.yaml", MESSY)
    lay("maps/b.cjm.yaml", GOOD)
    lay("maps/deep/library.cjm.yaml", "departments: ['Sales']\nlibrary: L\n")
    lay("maps/cjm.yaml", "language: 'nl'\nrequired_version: '0.1'\n")
    done = run("fmt", "maps")
    assert (done.returncode, done.stdout) == (0, "")
    changed = ["maps/a.cjm.yaml", "maps/cjm.yaml", "maps/deep/library.cjm.yaml"]
    assert sorted(done.stderr.splitlines()[:3]) == changed
    assert done.stderr.splitlines()[3] == "3 files formatted, 1 left as they were"
    assert text("maps/a.cjm.yaml") == GOOD
    assert text("maps/cjm.yaml") == 'required_version: "0.1"\nlanguage: nl\n'
    assert text("maps/deep/library.cjm.yaml") == "library: L\ndepartments: [Sales]\n"
    assert called("maps").stderr == "4 files, nothing to change\n"


def test_check_lists_and_diff_shows_and_neither_writes() -> None:
    lay("a.cjm.yaml", MESSY)
    lay("b.cjm.yaml", GOOD)
    listed = called("--check")
    assert (listed.exit_code, listed.stdout) == (1, "a.cjm.yaml\n")
    shown = called("--diff")
    assert shown.exit_code == 1
    assert shown.stdout.startswith("--- a.cjm.yaml\n+++ a.cjm.yaml\n@@ -1,3 +1,3 @@\n")
    assert "+  - P\n" in shown.stdout
    assert text("a.cjm.yaml") == MESSY
    assert [called("b.cjm.yaml", way).exit_code for way in ("--check", "--diff")] == [0, 0]


def test_a_named_file_is_formatted_alone_and_settings_only_by_name() -> None:
    lay("cjm.yaml", "views: map\noutput: 'm'\nexclude: b.cjm.yaml\n")
    lay("a.cjm.yaml", MESSY)
    lay("b.cjm.yaml", MESSY)
    assert called("b.cjm.yaml").exit_code == 0
    assert (text("a.cjm.yaml"), text("b.cjm.yaml")) == (MESSY, GOOD)
    lay("b.cjm.yaml", MESSY)
    assert called("cjm.yaml").exit_code == 0
    assert text("cjm.yaml") == "exclude: b.cjm.yaml\noutput: m\nviews: map\n"
    assert called(".").exit_code == 0
    assert (text("a.cjm.yaml"), text("b.cjm.yaml")) == (GOOD, MESSY)


def test_standard_input_comes_back_formatted_byte_for_byte() -> None:
    assert called("-", given=MESSY).stdout_bytes == GOOD.encode()
    assert called("-", given=GOOD).stdout_bytes == GOOD.encode()
    windows = MESSY.replace("\n", "\r\n").encode()
    assert run("fmt", "-", given=windows).stdout == GOOD.replace("\n", "\r\n")
    assert called("-", given="views: map\noutput: 'm'\n").stdout == "output: m\nviews: map\n"
    assert called("-", "--check", given=MESSY).exit_code == 1


def test_what_is_no_yaml_is_told_and_left_and_the_others_are_formatted() -> None:
    lay("a.cjm.yaml", MESSY)
    lay("broken.cjm.yaml", BROKEN)
    done = called()
    assert (done.exit_code, done.stdout) == (1, "")
    assert "broken.cjm.yaml:1:10" in done.stderr
    assert (text("a.cjm.yaml"), text("broken.cjm.yaml")) == (GOOD, BROKEN)
    piped = called("-", given=BROKEN)
    assert (piped.exit_code, piped.stdout) == (1, "")
    assert "never closed" in piped.stderr


def test_bytes_that_are_no_text_are_told() -> None:
    Path("a.cjm.yaml").write_bytes(b"journey: \xff\n")
    done = called()
    assert done.exit_code == 1
    assert "0xFF is not UTF-8" in done.stderr


def test_a_mistyped_key_stops_nothing() -> None:
    lay("a.cjm.yaml", "phasen: 1\n" + MESSY)
    assert called().exit_code == 0
    assert text("a.cjm.yaml") == GOOD + "phasen: 1\n"


def test_what_cannot_be_told_apart_is_left_with_a_warning() -> None:
    lay("a.cjm.yaml", "? journey\n  # c\n: X\n")
    done = called()
    assert done.exit_code == 0
    assert "a.cjm.yaml:2:3 is left as it is: a comment inside a key" in done.stderr


def test_mode_link_and_byte_order_mark_stay() -> None:
    Path("real").mkdir()
    Path("real/a.yaml").write_bytes(b"\xef\xbb\xbf" + MESSY.encode())
    os.chmod("real/a.yaml", 0o640)
    os.symlink("real/a.yaml", "a.cjm.yaml")
    assert called("a.cjm.yaml").exit_code == 0
    assert Path("a.cjm.yaml").is_symlink()
    assert Path("real/a.yaml").read_bytes() == b"\xef\xbb\xbf" + GOOD.encode()
    assert Path("real/a.yaml").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("missing.cjm.yaml",), "there is no file or folder 'missing.cjm.yaml'"),
        (("-", "a.cjm.yaml"), "stands alone"),
        (("--chek",), "there is no option '--chek'"),
    ],
)
def test_wrong_use_of_fmt_exits_with_2(words: tuple[str, ...], why: str) -> None:
    done = run("fmt", *words)
    assert done.returncode == 2
    assert why in done.stderr


def test_a_file_that_cannot_be_written_is_said() -> None:
    lay("a.cjm.yaml", MESSY)
    os.chmod("a.cjm.yaml", 0o440)
    done = run("fmt")
    assert done.returncode == 2
    assert "cannot format a.cjm.yaml: it is read-only" in done.stderr
    assert text("a.cjm.yaml") == MESSY


def test_a_file_alone_that_is_no_yaml_is_said_to_be_left_alone() -> None:
    lay("broken.cjm.yaml", BROKEN)
    assert called("broken.cjm.yaml").stderr.endswith("\n1 file left alone, nothing to change\n")
