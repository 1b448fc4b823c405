"""`sources:` in `cjm.yaml`: which files a project reads."""

from pathlib import Path

from running import below, lay, run


def project(sources: str) -> None:
    lay("cjm.yaml", f"sources: {sources}\nformats: svg\nviews: map\n")
    for name in ("journeys/a", "journeys/old/b", "drafts/c", "d"):
        lay(f"{name}.cjm.yaml")


def test_only_sources_are_read() -> None:
    project("[journeys/, '!journeys/old/']")
    assert run("check").stderr == "1 file, nothing wrong\n"
    assert run("build").returncode == 0
    assert below("build") == ["journeys/a.svg"]


def test_a_build_minds_that_the_sources_change() -> None:
    project("journeys")
    run("build")
    assert below("build") == ["journeys/a.svg", "journeys/old/b.svg"]
    Path("cjm.yaml").write_text("sources: /d.cjm.yaml\nformats: svg\nviews: map\n", encoding="utf-8")
    run("build")
    assert below("build") == ["d.svg"]


def test_sources_can_be_excluded_and_what_is_named_is_read() -> None:
    project("journeys/\nexclude: old/")
    assert run("check").stderr == "1 file, nothing wrong\n"
    assert run("check", "drafts/c.cjm.yaml").stderr == "1 file, nothing wrong\n"


def test_a_library_outside_the_sources_is_not_read() -> None:
    project("journeys/")
    lay("library.cjm.yaml", "library: L\ndepartments: [Service]\n")
    assert run("check").stderr == "2 files, nothing wrong\n"
    lay("cjm.yaml", "sources: [journeys/, library.cjm.yaml]\n")
    assert "'Sales' is not a department" in run("check").stdout


def test_standard_input_is_read_whatever_the_sources_are() -> None:
    project("journeys/\nexclude: '*'")
    done = run("build", "-f", "txt", "-", given="journey: Typed\nphases: [{name: P, touchpoints: [A]}]\n")
    assert done.returncode == 0
    assert done.stdout.startswith("Typed\n")
