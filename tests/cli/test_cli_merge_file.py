"""`cjm merge-file`: what it writes, says and exits with."""

from pathlib import Path

from running import lay, run

BASE = (
    "journey: X\nphases:\n  - name: P\n    owner: Sales\n    touchpoints:\n      - name: A\n      - name: B\n"
)


def laid(ours: str, theirs: str) -> tuple[str, str, str]:
    """Three files."""
    lay("base", BASE)
    lay("ours", ours)
    lay("theirs", theirs)
    return "base", "ours", "theirs"


def test_ours_becomes_the_merged_file() -> None:
    done = run("merge-file", *laid(BASE + "      - name: C\n", BASE + "      - name: D\n"))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert Path("ours").read_text(encoding="utf-8") == BASE + "      - name: C\n      - name: D\n"


def test_conflicts_are_printed_and_counted_as_wrong() -> None:
    files = laid(BASE.replace("Sales", "Shop"), BASE.replace("Sales", "Service"))
    words = ("-p", "--marker-size", "3", "--ours-label", "%X", "--theirs-label", "topic")
    done = run("merge-file", *files, *words)
    assert done.returncode == 1
    assert "<<< ours\n    owner: Shop\n===\n    owner: Service\n>>> topic\n" in done.stdout
    assert Path("ours").read_text(encoding="utf-8") == BASE.replace("Sales", "Shop")


def test_an_error_that_neither_side_had_is_told_of() -> None:
    ours = BASE.replace("      - name: B\n", "")
    theirs = BASE.replace("- name: A\n", "- name: A\n        next: b\n")
    done = run("merge-file", *laid(ours, theirs), "--path", "maps/x.cjm.yaml")
    assert done.returncode == 1
    assert done.stderr == (
        "maps/x.cjm.yaml: merged, but there is something wrong that was so on neither side\n"
        "maps/x.cjm.yaml:7:15: error: no touchpoint is called 'b' [unknown-reference]\n"
    )
    assert Path("ours").read_text(encoding="utf-8") == theirs.replace("      - name: B\n", "")


def test_what_is_no_journey_is_merged_by_line() -> None:
    done = run("merge-file", *laid("[" + BASE, BASE.replace("name: B", "name: C")))
    assert (done.returncode, done.stderr) == (0, "ours: merged by line, for it can't be merged by id\n")
    assert Path("ours").read_text(encoding="utf-8") == "[" + BASE.replace("name: B", "name: C")


def test_a_file_that_is_not_there_leaves_ours_alone() -> None:
    laid(BASE, BASE)
    done = run("merge-file", "nowhere", "ours", "theirs")
    assert (done.returncode, done.stderr) == (
        2,
        "cjm: error: cannot read nowhere: No such file or directory\n",
    )
    assert Path("ours").read_text(encoding="utf-8") == BASE
