"""Maps that are committed: how many lines of them a change of the journey changes, as git counts them.

The tables of docs/guides/git-outputs.md are measured here; `--accept` writes them anew.
"""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from running import below, run
from scenes import shopping

from cjm import pipeline
from cjm.offered import VIEWS
from cjm.shell.graphviz import run_dot
from cjm.source import Source

PAGE = Path("docs/guides/git-outputs.md")
TABLE = re.compile(r"(?<=<!-- measured -->\n\n).*?(?=\n\n<!-- end -->)", re.DOTALL)
DRAWN = tuple(view for view in VIEWS if view != "sheet")
NEW = """\
      - name: Een nieuw moment
        action: Ik kijk nog even om.
        channel: winkelvloer
        emotion: 0.5
        evidence: interviews

"""


class Change(NamedTuple):
    """What an author writes instead of what, and the most lines that it may take away in a drawing."""

    before: str
    after: str
    most: int


CHANGES = {
    "a word of a gain": Change("Vakwerk voor een", "Maatwerk voor een", 1),
    "a word of a touchpoint's name": Change("name: Twee maten", "name: Drie maten", 3),
    "a sentence that wraps once more": Change("en houd een heel", "en houd stralend van trots een heel", 2),
    "an emotion": Change("score: -0.3, feeling: uit", "score: -0.8, feeling: uit", 12),
    "a figure": Change("value: 4.7", "value: 4.6", 1),
    "a department's name": Change("name: Voorraadbeheer", "name: Magazijn", 1),
    "the name of the department that has most phases": Change("name: Winkel\n", "name: Verkoop\n", 12),
    "a touchpoint more in the middle": Change(
        "      - name: Op zoek naar contant", f"{NEW}      - name: Op zoek naar contant", 500
    ),
    "a touchpoint more at the end": Change("        next: end\n", f"        next: end\n\n{NEW}", 500),
}


def outputs(text: str) -> dict[str, str]:
    """Every drawing of a journey by its view, and the page, `map` being the sheet."""
    source = Source("x.cjm.yaml", text)
    checked = pipeline.check(pipeline.Workspace(".", None, (source,)), lambda _folder, _target: "")
    assert [found.message for found in checked.diagnostics] == []
    options = pipeline.Options(formats=("svg", "html", "md"), views=DRAWN)
    built = pipeline.build(checked, "x.cjm.yaml", options, run_dot).artefacts
    names = {"html": "the page", "md": "Markdown"}
    return {names.get(each.format, each.view): str(each.content) for each in built}


def changed(change: Change) -> str:
    """The shopping day with a change; a department that has a new name is called so everywhere."""
    text = shopping()
    assert change.before in text
    text = text.replace(change.before, change.after, 1)
    if "department" in next(name for name, each in CHANGES.items() if each is change):
        was, now = (words.removeprefix("name: ").strip() for words in (change.before, change.after))
        text = re.sub(rf"((?:responsible|consulted|informed|owner): \[?){was}\b", rf"\1{now}", text)
    return text


@pytest.fixture(scope="module")
def diffs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, tuple[int, int]]]:
    """For each change and output the lines that git sees added and removed."""
    folder = tmp_path_factory.mktemp("outputs")
    before = outputs(shopping())
    found = {}
    for name, change in CHANGES.items():
        after = outputs(changed(change))
        assert after.keys() == before.keys()
        found[name] = {each: numstat(folder, before[each], after[each]) for each in before}
    return found


def numstat(folder: Path, before: str, after: str) -> tuple[int, int]:
    """The lines added and removed between two texts."""
    (folder / "a").write_text(before, encoding="utf-8")
    (folder / "b").write_text(after, encoding="utf-8")
    command = ["git", "-c", "diff.algorithm=myers", "diff", "--no-index", "--numstat", "a", "b"]
    said = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stdout.split()
    return (int(said[0]), int(said[1])) if said else (0, 0)


def test_a_small_change_of_a_journey_is_a_small_change_of_its_maps(
    diffs: dict[str, dict[str, tuple[int, int]]],
) -> None:
    for name, counts in diffs.items():
        for output, lines in counts.items():
            if output != "the page":
                assert max(lines) <= CHANGES[name].most, f"{name}: {output} {lines}"
    assert diffs["a word of a gain"]["map"] == (1, 1)
    assert diffs["a word of a gain"]["flow"] == (0, 0)  # it shows no gains, and stays as it is
    assert diffs["a word of a gain"]["the page"] == (3, 3)  # its table, its story and its panel


def test_the_page_of_docs_tells_what_is_measured(
    diffs: dict[str, dict[str, tuple[int, int]]], matches: Callable[[Path, str], None]
) -> None:
    columns = list(next(iter(diffs.values())))
    rows = [
        f"| {name} | {' | '.join(_counted(*counts[each]) for each in columns)} |"
        for name, counts in diffs.items()
    ]
    head = [f"| what changes | {' | '.join(columns)} |", f"|---|{'---|' * len(columns)}"]
    matches(PAGE, TABLE.sub("\n".join([*head, *rows]), PAGE.read_text(encoding="utf-8")))


def _counted(added: int, removed: int) -> str:
    return f"+{added} −{removed}" if added or removed else "–"


@pytest.mark.parametrize("name", [name for name in CHANGES if "touchpoint more" in name])
def test_nobody_elses_id_changes_where_a_touchpoint_is_added(name: str) -> None:
    before, after = outputs(shopping()), outputs(changed(CHANGES[name]))
    for output in DRAWN:
        old, new = (re.findall(r'\bid="([^"]+)"', each[output]) for each in (before, after))
        assert set(new) - set(old) <= {"t-een-nieuw-moment"}
        assert [each for each in new if each != "t-een-nieuw-moment"] == old
    old, new = (set(re.findall(r'<\w+ id="(t-[^"]+)"', each["the page"])) for each in (before, after))
    assert new - old == {"t-een-nieuw-moment"}
    assert old <= new


def test_a_drawing_has_one_element_a_line_and_rounded_numbers() -> None:
    for output, text in outputs(shopping()).items():
        if output in DRAWN:
            assert max(line.count("<") for line in text.splitlines()) <= 3, output  # a text and its line
            lengths = re.findall(r' (?:[xy]|[cd][xy]|width|height|r|stroke-width)="([^"]*)"', text)
            assert lengths
            assert [each for each in lengths if not re.fullmatch(r"-?\d+(\.\d\d?)?", each)] == []
            [described] = re.findall(r"<desc.*?</desc>", text, re.DOTALL)
            assert described.count("\n") == 11  # twelve touchpoints


def test_of_committed_outputs_only_those_of_the_changed_journey_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before_text, after_text = shopping(), changed(CHANGES["a word of a gain"])
    monkeypatch.chdir(tmp_path)
    day, other = Path("day.cjm.yaml"), Path("other.cjm.yaml")
    day.write_text(before_text, encoding="utf-8")
    other.write_text("journey: Other\nphases: [{name: P, touchpoints: [A]}]\n", encoding="utf-8")
    assert run("build", "-q", "-o", "maps").returncode == 0
    before = {name: (Path("maps") / name).read_bytes() for name in below("maps")}
    manifest = Path("maps/manifest.json").read_text(encoding="utf-8")
    day.write_text(after_text, encoding="utf-8")
    assert run("build", "-q", "-o", "maps").returncode == 0
    after = {name: (Path("maps") / name).read_bytes() for name in below("maps")}
    assert [name for name in after if after[name] != before[name]] == ["day.html", "day.svg"]
    listed = Path("maps/manifest.json").read_text(encoding="utf-8")
    assert max(numstat(tmp_path, manifest, listed)) <= 8
