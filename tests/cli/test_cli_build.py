"""`cjm build`: what is written where, and what stays."""

import os
import re
import shutil
import sys
from pathlib import Path

import pytest
from running import BAD, GOOD, below, lay, run


def test_a_journey_becomes_a_map_a_page_and_a_flow() -> None:
    lay("maps/x.cjm.yaml")
    done = run("build", "maps")
    assert done.returncode == 0
    assert below("build") == ["maps/x.flow.svg", "maps/x.html", "maps/x.svg"]
    line = done.stdout.splitlines()[0]
    assert line.startswith("  maps/x.cjm.yaml → build/maps/x.")
    assert set(re.findall(r"[\w/.]*x(?:\.flow)?\.(?:svg|html)", line)) >= {"x.html", "x.flow.svg"} - {
        re.sub(r".*/", "", line.split("→")[1].split(",")[0])
    }
    assert re.fullmatch(r"1 journey built, 3 files in \d+\.\d\d s; \d+ warnings, \d+ notes\n", done.stderr)


def test_many_files_are_told_as_far_as_a_line_goes_and_verbosely_all() -> None:
    lay("maps/a-name-that-takes-room.cjm.yaml")
    asked = ("build", "maps", "-f", "svg,html,txt,md", "--view", "map,flow,blueprint,sheet")
    line = run(*asked).stdout.splitlines()[0]
    assert len(line) <= 100
    assert "→ build/maps/a-name-that-takes-room.svg and 5 more (" in line
    line = run(*asked, "-v", "--force").stdout.splitlines()[0]
    assert " more" not in line
    assert line.count("a-name-that-takes-room.") == 7
    assert "a-name-that-takes-room.sheet.svg" in line


def test_what_is_chosen_is_built() -> None:
    lay("x.cjm.yaml")
    for words, files in [
        (["-f", "svg", "--view", "map"], ["x.svg"]),
        (["-f", "html"], ["x.html"]),
        (["--view", "flow", "-f", "svg"], ["x.flow.svg"]),
        (["-f", "svg", "-f", "html", "--view", "map"], ["x.html", "x.svg"]),
    ]:
        shutil.rmtree("out", ignore_errors=True)
        assert run("build", "-o", "out", *words).returncode == 0
        assert below("out") == files


def test_sources_are_mirrored_below_the_settings(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay("cjm.yaml", "output: public\nformats: [svg]\nviews: [map]\n")
    lay("a/x.cjm.yaml")
    lay("a/b/y.cjm.yaml")
    assert run("build").returncode == 0
    assert below("public") == ["a/b/y.svg", "a/x.svg"]
    shutil.rmtree("public")
    monkeypatch.chdir(here / "a")
    done = run("build", "b")
    assert done.stdout.startswith("  b/y.cjm.yaml → ../public/a/b/y.svg")
    assert below("../public") == ["a/b/y.svg"]
    assert run("build", "x.cjm.yaml", "-o", "here").returncode == 0
    assert below("here") == ["a/x.svg"]


def test_a_folder_from_elsewhere_is_mirrored_with_its_folders(here: Path) -> None:
    lay("far/maps/one/x.cjm.yaml")
    lay("far/maps/two/x.cjm.yaml")
    lay("far/maps/three/cjm.yaml", "")
    lay("far/maps/three/deep/x.cjm.yaml")
    Path("stand").mkdir()
    os.chdir("stand")
    done = run("build", "../far/maps", "../far/maps/one", "-f", "html", "-o", "out")
    assert done.returncode == 0, done.stderr
    assert below("out") == ["one/x.html", "three/deep/x.html", "two/x.html"]
    assert run("build", str(here / "far/maps/three"), "-f", "html", "-o", "three").returncode == 0
    assert below("three") == ["deep/x.html"]
    assert run("build", "../far/maps/two/x.cjm.yaml", "-f", "html", "-o", "named").returncode == 0
    assert below("named") == ["x.html"]


def test_what_lies_in_the_output_folder_is_not_built() -> None:
    lay("x.cjm.yaml")
    lay("build/copy.cjm.yaml")
    run("build", "-f", "svg", "--view", "map")
    assert below("build") == ["copy.cjm.yaml", "x.svg"]


@pytest.mark.parametrize(
    ("first", "second", "target"),
    [
        ("x.cjm.yaml", "x.cjm.yml", "build/x.svg"),
        ("X.cjm.yaml", "x.cjm.yaml", "build/x.svg"),
        ("x.cjm.yaml", "x.flow.cjm.yaml", "build/x.flow.svg"),
        ("caf\u00e9.cjm.yaml", "cafe\u0301.cjm.yaml", "build/cafe\u0301.svg"),
    ],
)
def test_two_sources_of_one_name_are_refused_before_anything_is_built(
    first: str, second: str, target: str
) -> None:
    lay(first)
    lay(second)
    if len(os.listdir()) < 2:
        return  # this disk folds case itself
    done = run("build")
    assert done.returncode == 2
    assert first in done.stderr
    assert second in done.stderr
    assert "would both be built as build/" in done.stderr
    assert not Path("build").exists()


def test_a_source_is_never_built_over() -> None:
    lay("x.svg")
    done = run("build", "x.svg", "-o", ".")
    assert done.returncode == 2
    assert "x.svg would be built over the source x.svg" in done.stderr
    assert Path("x.svg").read_text() == GOOD


def test_a_journey_with_errors_is_skipped_and_its_maps_stay() -> None:
    lay("a.cjm.yaml")
    lay("b.cjm.yaml")
    assert run("build").returncode == 0
    before = {name: Path("build", name).read_bytes() for name in below("build")}
    lay("a.cjm.yaml", BAD)
    done = run("build")
    assert done.returncode == 1
    assert "  a.cjm.yaml: skipped\n" in done.stdout
    assert "a.cjm.yaml:2:1: error: " in done.stderr
    assert "1 skipped, 1 up to date in " in done.stderr
    assert {name: Path("build", name).read_bytes() for name in below("build")} == before


def test_quiet_prints_only_what_is_wrong() -> None:
    lay("a.cjm.yaml")
    for words in (["build", "-q"], ["--quiet", "build"]):
        done = run(*words)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    lay("b.cjm.yaml", BAD)
    done = run("build", "-q")
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith("b.cjm.yaml:2:1: error: ")


def test_standard_input_becomes_one_artefact() -> None:
    done = run("build", "-", "-f", "svg", given=GOOD)
    assert done.returncode == 0
    assert done.stdout.lstrip().startswith(("<svg", "<?xml"))
    assert done.stderr == ""
    page = run("build", "-", "-f", "html", given=GOOD)
    assert page.stdout.lower().startswith("<!doctype html")
    flow = run("build", "-", "-f", "svg", "--view", "flow", given=GOOD)
    assert flow.returncode == 0
    assert flow.stdout != done.stdout
    assert os.listdir() == []
    lay("library.cjm.yaml", "library: L\ndepartments: [Marketing]\n")
    wrong = run("build", "-", "-f", "svg", given=GOOD)
    assert (wrong.returncode, wrong.stdout) == (1, "")
    assert run("build", "-", "-f", "svg", given="library: L\n").returncode == 2


def test_libraries_alone_are_nothing_to_build() -> None:
    lay("l.cjm.yaml", "library: L\ndepartments: [Sales]\n")
    assert run("check").returncode == 0
    done = run("build")
    assert done.returncode == 2
    assert "no journey found, only libraries" in done.stderr


def test_a_missing_engine_is_2_and_the_map_needs_none() -> None:
    lay("x.cjm.yaml")
    done = run("build", "--engine", "no-such-engine")
    assert done.returncode == 2
    assert "cjm: error: the Graphviz engine 'no-such-engine' isn't installed" in done.stderr
    assert "--view map -f svg" in done.stderr
    assert run("build", "--engine", "no-such-engine", "--view", "map", "-f", "svg").returncode == 0


def test_rows_of_one_shape_are_laid_out_once_and_drawn_each() -> None:
    first, *_, last = [f"{number:02}" for number in range(20)]
    for number in range(20):
        lay(
            f"{number:02}.cjm.yaml",
            GOOD.replace("[A, B]", f"[Call {number}, {{name: Pay {number}, next: end}}]"),
        )
    lay("other.cjm.yaml", GOOD.replace("[A, B]", "[A, B, C]"))
    engine = Path(sys.executable).with_name("graphviz-pure")
    lay("engine", f'#!/bin/sh\ntee -a asked | "{engine}" "$@"\n')
    os.chmod("engine", 0o755)
    assert run("build", "--engine", "./engine", "--jobs", "1", "--view", "flow", "-f", "svg").returncode == 0
    assert Path("asked").read_text(encoding="utf-8").count("digraph") == 2
    drawings = [Path(f"build/{name}.flow.svg").read_text(encoding="utf-8") for name in (first, last)]
    assert drawings[1] == re.sub(r"(?<=all |all-|Pay |pay-)0", "19", drawings[0]).replace("00.", "19.")


def test_settings_can_not_make_it_run_a_program() -> None:
    lay("cjm.yaml", "engine: ./evil\n")
    lay("evil", "#!/bin/sh\ntouch ran\n")
    os.chmod("evil", 0o755)
    lay("x.cjm.yaml")
    done = run("build")
    assert done.returncode in {1, 2}
    assert not Path("ran").exists()


def test_a_folder_that_can_not_be_written_is_2() -> None:
    lay("x.cjm.yaml")
    lay("file")
    done = run("build", "-o", "file")
    assert done.returncode == 2
    assert done.stderr.startswith("cjm: error: cannot write file/x.")
    assert below(".") == ["file", "x.cjm.yaml"]


def test_a_report_never_takes_the_place_of_a_source() -> None:
    lay("x.cjm.yaml")
    before = Path("x.cjm.yaml").read_text()
    done = run("build", "--report", "json:./x.cjm.yaml")
    assert done.returncode == 2
    assert "a report can't go to ./x.cjm.yaml, which it is about" in done.stderr
    assert Path("x.cjm.yaml").read_text() == before
    assert run("build", "--report", "json:o", "--report", "sarif:./o").returncode == 2
    assert run("build", "-q", "--report", "json:out/o.json").returncode == 0
    assert '"version": 1' in Path("out/o.json").read_text()


def test_a_language_without_words_is_told() -> None:
    Path("x.cjm.yaml").write_text(
        "journey: Acheter un manteau\nlanguage: fr\nphases:\n  - name: Chercher\n    touchpoints: [Voit]\n",
        encoding="utf-8",
    )
    done = run("build", "x.cjm.yaml")
    assert "    no words for 'fr': its labels are English\n" in done.stdout
    page = Path("build/x.html").read_text(encoding="utf-8")
    assert '<html lang="fr"' in page
    assert ">Touchpoints<" in page
