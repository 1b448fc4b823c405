"""`cjm build` again: what a change reaches is built, everything else stays as it is."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from running import BAD, GOOD, below, environment, lay, run

LIBRARY = "library: L\ndepartments: [{id: sales, name: Sales}]\n"
SHARED = GOOD.replace("owner: Sales", "owner: sales")
PNG = bytes.fromhex("89504e470d0a1a0a") + b"\0" * 8
FAST = ("-f", "svg", "--view", "map")


def built(*words: str) -> list[str]:
    """The sources that a build draws."""
    done = run("build", *FAST, *words)
    assert done.returncode == 0, done.stderr
    return re.findall(r"^  (\S+) →", done.stdout, re.MULTILINE)


def test_nothing_is_built_twice() -> None:
    lay("a.cjm.yaml")
    lay("b.cjm.yaml")
    assert built() == ["a.cjm.yaml", "b.cjm.yaml"]
    before = {name: os.stat(Path("build", name)).st_mtime_ns for name in below("build")}
    done = run("build", *FAST)
    assert done.stdout == ""
    assert re.fullmatch(r"2 journeys up to date in \d\.\d\d s; 14 warnings, 8 notes\n", done.stderr)
    assert {name: os.stat(Path("build", name)).st_mtime_ns for name in below("build")} == before
    assert built("--force") == ["a.cjm.yaml", "b.cjm.yaml"]


def test_a_change_reaches_what_depends_on_it() -> None:
    lay("cjm.yaml", "")
    lay("lib.cjm.yaml", LIBRARY)
    lay("a.cjm.yaml", SHARED)
    lay("b.cjm.yaml", SHARED + "benchmark: c\n")
    lay("deep/c.cjm.yaml", SHARED + "id: c\n")
    everything = ["a.cjm.yaml", "b.cjm.yaml", "deep/c.cjm.yaml"]
    assert built() == everything
    lay("a.cjm.yaml", SHARED.replace("[A, B]", "[A, B, C]"))
    assert built() == ["a.cjm.yaml"]
    lay("deep/c.cjm.yaml", SHARED.replace("[A, B]", "[A, B, C]") + "id: c\n")
    assert built() == ["b.cjm.yaml", "deep/c.cjm.yaml"]
    lay("lib.cjm.yaml", LIBRARY.replace("name: Sales", "name: Verkoop"))
    assert built() == everything
    assert "Verkoop" in Path("build/a.svg").read_text()
    lay("cjm.yaml", "language: nl\n")
    assert built() == everything
    assert built() == []
    Path("deep/c.cjm.yaml").rename("deep/d.cjm.yaml")  # its id is the same
    assert built() == ["b.cjm.yaml", "deep/d.cjm.yaml"]


def test_images_themes_and_templates_are_depended_on() -> None:
    lay("cjm.yaml", "theme: {logo: logo.png}\ntemplates: true\n")
    Path("logo.png").write_bytes(PNG)
    Path("face.png").write_bytes(PNG)
    Path("templates").mkdir()
    lay("a.cjm.yaml")
    lay("b.cjm.yaml", GOOD + "personas: [{id: p, name: P, image: {file: face.png, alt: Face}}]\n")
    assert built() == ["a.cjm.yaml", "b.cjm.yaml"]
    Path("face.png").write_bytes(PNG + b"1")
    assert built() == ["b.cjm.yaml"]
    Path("logo.png").write_bytes(PNG + b"1")
    assert built() == ["a.cjm.yaml", "b.cjm.yaml"]
    lay("templates/page.css", "body {}\n")
    assert built() == ["a.cjm.yaml", "b.cjm.yaml"]
    assert built() == []
    lay("brand.yaml", "accent: '#aa0055'\n")
    assert len(built("--theme", "brand.yaml")) == 2
    lay("brand.yaml", "accent: '#0055aa'\n")
    assert len(built("--theme", "brand.yaml")) == 2
    assert built("--theme", "brand.yaml") == []


def test_what_was_changed_or_removed_in_the_output_is_built_again() -> None:
    lay("a.cjm.yaml")
    lay("b.cjm.yaml")
    built()
    whole = Path("build/a.svg").read_bytes()
    for spoil in (lambda path: path.unlink(), lambda path: path.write_bytes(whole + b" ")):
        spoil(Path("build/a.svg"))
        assert built() == ["a.cjm.yaml"]
        assert Path("build/a.svg").read_bytes() == whole
    os.utime("build/a.svg", (1, 1))  # another time, the same bytes
    assert built() == []


def test_further_formats_and_views_are_added_to_what_is_there() -> None:
    lay("a.cjm.yaml")
    run("build")
    done = run("build", "-f", "svg,html", "--view", "map,flow,owners")
    assert "a.cjm.yaml →" in done.stdout
    assert below("build") == ["a.flow.svg", "a.html", "a.owners.svg", "a.svg"]
    assert run("build", "-f", "svg", "--view", "owners").stdout == ""
    assert "1 journey up to date" in run("build", "-f", "svg", "--view", "map").stderr


def test_what_is_up_to_date_is_told_of_all_the_same() -> None:
    lay("cjm.yaml", "lint: {rules: {phase-without-owner: error}}\n")
    lay("bad.cjm.yaml", BAD)
    lay("ok.cjm.yaml")
    first = run("build", "--report", "json:one.json")
    again = run("build", "--report", "json:two.json")
    assert first.returncode == again.returncode == 1
    assert "bad.cjm.yaml:2:1: error" in again.stderr
    assert Path("one.json").read_text() == Path("two.json").read_text()
    assert first.stderr.split(" s; ")[1] == again.stderr.split(" s; ")[1]
    verbose = run("build", "-v")
    assert "ok.cjm.yaml:" in verbose.stderr
    assert run("build", "--fail-on", "warning", "ok.cjm.yaml").returncode == 1


def test_a_broken_library_is_told_of_at_every_build() -> None:
    lay("cjm.yaml", "")
    lay("lib.cjm.yaml", LIBRARY + "colour: red\n")
    lay("a.cjm.yaml", SHARED)
    for _ in range(2):
        done = run("build", *FAST)
        assert done.returncode == 1
        assert "lib.cjm.yaml:3:1: error" in done.stderr


def test_maps_of_journeys_that_are_gone_are_removed_and_said() -> None:
    for name in ("a", "deep/er/b", "deep/c"):
        lay(f"{name}.cjm.yaml")
    run("build")
    Path("build/a.html").write_text("mine now")
    shutil.rmtree("deep/er")
    Path("a.cjm.yaml").unlink()
    done = run("build")
    assert "deep/er/b.cjm.yaml is gone: removed build/deep/er/b.flow.svg" in done.stderr
    assert below("build") == ["a.html", "deep/c.flow.svg", "deep/c.html", "deep/c.svg"]
    assert not Path("build/deep/er").exists()
    assert [each["source"] for each in json.loads(Path("build/manifest.json").read_text())["journeys"]] == [
        "deep/c.cjm.yaml"
    ]


def test_naming_a_file_touches_nothing_else_and_leaves_no_record() -> None:
    lay("a.cjm.yaml")
    lay("b.cjm.yaml")
    run("build", "a.cjm.yaml", *FAST)
    assert sorted(os.listdir()) == ["a.cjm.yaml", "b.cjm.yaml", "build"]
    assert os.listdir("build") == ["a.svg"]
    run("build", *FAST)
    Path("b.cjm.yaml").unlink()
    run("build", "a.cjm.yaml", *FAST)
    assert below("build") == ["a.svg", "b.svg"]


def test_a_build_that_was_killed_before_it_could_record_is_not_believed() -> None:
    lay("a.cjm.yaml")
    built()
    first = Path("build/a.svg").read_bytes()
    shutil.copy(".cjm/builds.sqlite", "before")
    lay("a.cjm.yaml", GOOD.replace("[A, B]", "[A, B, C]"))
    built()
    shutil.copy("before", ".cjm/builds.sqlite")  # the files of the second build, the record of the first
    lay("a.cjm.yaml")
    assert built() == ["a.cjm.yaml"]
    assert Path("build/a.svg").read_bytes() == first


def test_a_build_that_is_killed_while_processes_write_leaves_no_more_than_another_draws_again() -> None:
    for number in range(60):
        lay(f"{number:02}.cjm.yaml", GOOD.replace("[A, B]", f"[A, B, C{number}]"))
    program = [sys.executable, "-m", "cjm", "build", "--jobs", "2", *FAST]
    with subprocess.Popen(program, env=environment(), stdout=subprocess.PIPE) as building:
        assert building.stdout
        building.stdout.readline()  # some are recorded, and others under way
        building.kill()
    assert building.returncode == -signal.SIGKILL, "it was done before it could be killed"
    for number in range(60):
        lay(f"{number:02}.cjm.yaml", GOOD.replace("[A, B]", f"[A, B, D{number}]"))
    assert len(built("--jobs", "1")) == 60
    before = {name: Path("build", name).read_bytes() for name in below("build")}
    time.sleep(1)  # longer than a process takes for what it had begun
    assert {name: Path("build", name).read_bytes() for name in below("build")} == before
    assert run("build", "-o", "anew", *FAST).returncode == 0
    assert {name: Path("anew", name).read_bytes() for name in below("anew")} == before


@pytest.mark.parametrize("damage", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 3000])
def test_a_damaged_record_costs_a_full_build_and_nothing_else(damage: bytes) -> None:
    lay("a.cjm.yaml")
    built()
    Path(".cjm/builds.sqlite").write_bytes(damage)
    assert built() == ["a.cjm.yaml"]
    assert built() == []


def test_a_manifest_lists_what_is_there() -> None:
    lay("a.cjm.yaml")
    lay("maps/b.cjm.yaml")
    run("build")
    listed = json.loads(Path("build/manifest.json").read_text())
    assert listed["version"] == 1
    files = [file for journey in listed["journeys"] for file in journey["files"]]
    assert sorted(file["path"] for file in files) == below("build")
    assert all(os.stat(Path("build", file["path"])).st_size == file["bytes"] for file in files)
    assert listed["journeys"][0]["findings"] == {"error": 0, "warning": 7, "info": 4}


def test_somebody_elses_manifest_is_not_written_over() -> None:
    lay("a.cjm.yaml")
    lay("site/manifest.json", "{}\n")
    done = run("build", "-o", "site")
    assert done.returncode == 2
    assert "site/manifest.json isn't cjm's" in done.stderr
    assert Path("site/manifest.json").read_text() == "{}\n"


def test_check_says_what_is_out_of_date_and_writes_nothing() -> None:
    lay("a.cjm.yaml")
    lay("b.cjm.yaml")
    done = run("build", "--check", *FAST)
    assert done.returncode == 1
    assert (
        done.stdout
        == "  build/a.svg is missing\n  build/b.svg is missing\n  build/manifest.json is missing\n"
    )
    assert sorted(os.listdir()) == ["a.cjm.yaml", "b.cjm.yaml"]
    built()
    assert (run("build", "--check", *FAST).returncode, run("build", "--check", *FAST).stdout) == (0, "")
    shutil.rmtree(".cjm")  # as in a fresh clone of committed maps
    assert run("build", "--check", *FAST).returncode == 0
    assert not Path(".cjm").exists()
    text = Path("build/a.svg").read_text()
    Path("build/a.svg").write_text(text.replace("A", "Z"))
    lay("b.cjm.yaml", GOOD.replace("[A, B]", "[A, C]"))
    done = run("build", "--check", *FAST)
    assert done.returncode == 1
    assert done.stdout.splitlines()[:2] == [
        "  build/a.svg is out of date",
        "  build/b.svg is out of date",
    ]
    assert "3 files out of date" in done.stderr


def test_shards_make_one_folder() -> None:
    for name in "abcde":
        lay(f"{name}.cjm.yaml")
    run("build", "-o", "whole")
    shutil.rmtree(".cjm")
    for part in (3, 1, 2):
        assert run("build", "-o", "out", "--shard", f"{part}/3", "-q").returncode == 0
        shutil.rmtree(".cjm")
    assert "manifest.2-of-3.json" in below("out")
    done = run("build", "-o", "out", "--merge")
    assert done.returncode == 0, done.stderr
    assert "3 parts merged: 5 journeys in out" in done.stderr
    assert below("out") == below("whole")
    for name in [*below("whole"), "manifest.json"]:
        assert Path("out", name).read_bytes() == Path("whole", name).read_bytes()


def test_what_was_wrong_elsewhere_and_is_mended_draws_nothing_again() -> None:
    lay("a.cjm.yaml", GOOD + "benchmark: x-4\n")
    lay("b.cjm.yaml", GOOD + "id: x-4\n")
    run("build")
    Path("b.cjm.yaml").rename("b")
    for _ in range(2):
        assert "a.cjm.yaml: skipped" in run("build").stdout
        assert "Has errors since" in Path("build/index.html").read_text()
    Path("b").rename("b.cjm.yaml")
    done = run("build")
    assert "1 journey built, 1 up to date" in done.stderr
    assert "  a.cjm.yaml" not in done.stdout
    assert "Has errors since" not in Path("build/index.html").read_text()
    assert "2 journeys up to date" in run("build").stderr


def test_parts_tell_of_journeys_with_errors_since() -> None:
    for name in "abc":
        lay(f"{name}.cjm.yaml")
    run("build")
    lay("b.cjm.yaml", BAD)
    for part in (1, 2):
        run("build", "--shard", f"{part}/2")
    done = run("build", "--merge")
    assert (done.returncode, "  b.cjm.yaml: skipped" in done.stderr) == (1, True)
    assert Path("build/index.html").read_text().count("Has errors since") == 1
    assert "build/b.svg" not in done.stderr
    assert Path("build/b.svg").exists()


def test_parts_that_make_no_whole_are_refused() -> None:
    for name in "abc":
        lay(f"{name}.cjm.yaml")
    assert "no parts to merge" in run("build", "--merge").stderr
    run("build", "--shard", "1/2", *FAST)
    done = run("build", "--merge")
    assert (done.returncode, "part 2 of 2 is missing" in done.stderr) == (2, True)
    lay("d.cjm.yaml")
    run("build", "--shard", "2/2", *FAST)
    assert "from different journeys or with other options" in run("build", "--merge").stderr
    run("build", "--shard", "1/2", *FAST)
    Path("build/d.svg").write_text("")
    done = run("build", "--merge")
    assert (done.returncode, "build/d.svg isn't there, or isn't what its part built" in done.stderr) == (
        2,
        True,
    )
    for wrong in ("0/2", "3/2", "x", "1/", "1/2/3"):
        assert run("build", "--shard", wrong).returncode == 2


def test_processes_build_the_same_bytes() -> None:
    for number in range(10):
        lay(f"{number}.cjm.yaml", GOOD.replace("[A, B]", f"[A, B, {number}]"))
    lay("3.cjm.yaml", GOOD + "benchmark: x-4\n")
    lay("4.cjm.yaml", GOOD + "id: x-4\n")
    lay("5.cjm.yaml", BAD)
    one = run("build", "-o", "one", "--jobs", "1")
    two = run("build", "-o", "two", "--jobs", "2")
    assert one.returncode == two.returncode == 1
    assert one.stdout.replace("one/", "two/") == two.stdout
    assert "5.cjm.yaml:2:1: error" in two.stderr
    assert [Path("one", name).read_bytes() for name in below("one")] == [
        Path("two", name).read_bytes() for name in below("two")
    ]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_fail_fast_stops_at_the_first(jobs: str) -> None:
    lay("a.cjm.yaml", BAD)
    for number in range(20):
        lay(f"b{number:02}.cjm.yaml")
    done = run("build", "--fail-fast", "--jobs", jobs, *FAST)
    assert done.returncode == 1
    assert "a.cjm.yaml: skipped" in done.stdout
    assert len(below("build")) < 8


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_file_that_can_not_be_written_is_told(jobs: str) -> None:
    for number in range(10):
        lay(f"{number}.cjm.yaml")
    lay("build/7.svg/in-the-way")
    done = run("build", "--jobs", jobs, *FAST)
    assert done.returncode == 2
    assert "cannot write build/7.svg: Is a directory" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_build_of_processes_that_fails_leaves_no_thread_to_its_end() -> None:
    # A pool that closes while Python ends prints a traceback, once in a thousand times.
    for number in range(20):
        lay(f"{number:02}.cjm.yaml")
    lay("build/00.svg/in-the-way")
    program = (
        "import cjm.__main__, threading as t; print(cjm.__main__.main(), [e.name for e in t.enumerate()])"
    )
    command = [sys.executable, "-c", program, "build", "--jobs", "2", *FAST]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "cannot write build/00.svg" in done.stderr
    assert done.stdout.splitlines()[-1:] == ["2 ['MainThread']"]


def test_clean_removes_what_was_built_and_nothing_else() -> None:
    lay("a.cjm.yaml")
    run("build")
    lay("build/notes.txt", "mine")
    Path("build/a.svg").write_text("changed")
    done = run("clean")
    assert done.returncode == 0
    assert "build/a.svg stays: it isn't what was built" in done.stderr
    assert "4 files removed" in done.stderr
    assert below("build") == ["a.svg", "notes.txt"]
    shutil.rmtree("build")
    assert "a.cjm.yaml →" in run("build").stdout
    run("clean")
    assert not Path("build").exists()
    shutil.rmtree(".cjm")
    assert run("clean").returncode == 2


def test_a_file_that_can_not_be_read_is_told_once() -> None:
    lay("a.cjm.yaml")
    Path("b.cjm.yaml").symlink_to("nowhere")
    done = run("build", *FAST)
    assert done.returncode == 2
    assert done.stderr.count("cannot read b.cjm.yaml") == 1
    assert "cjm: error: cannot read b.cjm.yaml: No such file or directory\n" in done.stderr
    assert below("build") == ["a.svg"]


def test_a_theme_that_is_not_there_is_told_as_such() -> None:
    lay("a.cjm.yaml")
    for name, told in [
        ("neon", "there is no theme 'neon'"),
        ("no.yaml", "cannot read no.yaml: No"),
    ]:
        done = run("build", "--theme", name)
        assert (done.returncode, told in done.stderr) == (2, True), done.stderr
