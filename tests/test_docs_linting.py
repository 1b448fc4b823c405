"""docs/linting.md shows what really happens: its maps, settings and commands are run, section by section.

`--accept` writes anew what they print.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from played import BLOCK, ROOT, blocks, file_of, played, program, typed
from running import lay, run

from cjm import syntax
from cjm.cli.main import COMMANDS, cli
from cjm.reporters import REPORTERS
from cjm.source import Source

PAGE = ROOT / "docs" / "linting.md"
HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
PIPELINES = (".github/workflows/journeys.yml", ".gitlab-ci.yml")
BARE = "journey: X\nphases: [{name: P, touchpoints: [A]}]\n"


def sections() -> dict[str, str]:
    """Every section by its title, with its heading; a heading that a command prints is none."""
    text = PAGE.read_text(encoding="utf-8")
    headings = list(HEADING.finditer(BLOCK.sub(lambda block: " " * len(block[0]), text)))
    ends = [each.start() for each in headings[1:]] + [len(text)]
    return {each[1]: text[each.start() : end] for each, end in zip(headings, ends, strict=True)}


SECTIONS = list(sections())


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own, in which `cjm` is a command."""
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    return program(tmp_path / "bin")


def section(title: str) -> str:
    """The text of a section, as it stands now."""
    return sections()[title]


def files(title: str) -> Iterator[tuple[str, str]]:
    """The name and the text of each file of a section."""
    for block in blocks(section(title), "yaml"):
        yield file_of(block), block


@pytest.mark.parametrize("title", SECTIONS)
def test_what_a_section_shows_is_what_happens(title: str, here: Path, request: pytest.FixtureRequest) -> None:
    shown = section(title)
    told = played(shown, here)
    if request.config.getoption("--accept"):
        PAGE.write_text(PAGE.read_text(encoding="utf-8").replace(shown, told), encoding="utf-8")
    assert told == section(title)


@pytest.mark.parametrize("title", SECTIONS)
def test_its_maps_and_settings_are_read_without_errors(title: str) -> None:
    lay("x.cjm.yaml")
    for path, _ in files(title):
        if path in PIPELINES:
            continue
        mended = run("lint", "--fix") if "--fix" in section(title) else None
        done = run("check")
        assert done.returncode == 0, f"{done.stdout}{mended and mended.stderr}"


def test_its_pipelines_are_yaml_and_their_commands_run(here: Path) -> None:
    (title,) = [each for each in SECTIONS if PIPELINES[0] in section(each)]
    seen = {}
    for path, text in files(title):
        source = Source(path, text)
        assert syntax.parse(source).diagnostics in ([], ())
        seen[path] = re.findall(r"^ *-(?: run:)? (cjm .+)$", text, re.MULTILINE)
        lay("x.cjm.yaml", BARE)
        for line in seen[path]:
            typed(line, here)
            named = re.findall(r":(\S+\.\w+)", line)
            assert named
            assert [each for each in named if not Path(each).is_file()] == []
            rest = text.replace(line, "")
            assert [each for each in named if each not in rest] == [], "written, and used by nobody"
    assert all(seen[path] for path in PIPELINES)


def test_every_command_and_option_that_it_names_is_there() -> None:
    text = PAGE.read_text(encoding="utf-8")
    lines = re.findall(r"`(cjm [a-z][^`\n]*)`", text) + re.findall(r"^(cjm .*)$", text, re.MULTILINE)
    assert len(lines) > 20
    for line in lines:
        name, *words = line.partition("#")[0].partition("|")[0].split()[1:]
        assert name in COMMANDS, line
        command = cli.get_command(click.Context(cli), name)
        assert command is not None
        known = {option for each in command.params for option in each.opts}
        options = [word.partition("=")[0] for word in words if word.startswith("--")]
        assert [each for each in options if each not in known] == [], line


def test_every_format_is_told_of() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert [name for name in REPORTERS if f"\n| `{name}` | " not in text] == []


def test_its_links_lead_somewhere() -> None:
    text = BLOCK.sub("", PAGE.read_text(encoding="utf-8"))
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text)
    assert {"rules/README.md", "reference/settings.md", "diagnostics.schema.json"} <= set(links)
    assert [link for link in links if not (PAGE.parent / link).exists()] == []
    slugs = {re.sub(r"[^a-z0-9 -]", "", each.lower()).replace(" ", "-") for each in SECTIONS}
    assert [link for link in re.findall(r"\]\(#([^)]+)\)", text) if link not in slugs] == []


def test_every_field_of_the_json_is_explained() -> None:
    text = PAGE.read_text(encoding="utf-8")
    for name in ("diagnostics.schema.json", "baseline.schema.json"):
        schema = json.loads((PAGE.parent / name).read_text(encoding="utf-8"))
        parts = [schema, *schema.get("definitions", {}).values()]
        fields = {field for part in parts for field in part.get("properties", {})}
        assert [field for field in fields if f"`{field}`" not in text] == []


def rows() -> list[tuple[str, str]]:
    """What expressions see: what holds where something is written, and where it isn't."""
    found = re.findall(r"^\| .+? \| `(.+)` \| `(.+)` \|$", section("Rules of your own"), re.MULTILINE)
    assert len(found) > 8
    return found


@pytest.mark.parametrize("row", range(len(rows())))
@pytest.mark.parametrize("written", [True, False])
def test_expressions_see_what_the_table_says(row: int, written: bool) -> None:
    text = next(each for each in blocks(section("Rules of your own"), "yaml") if "emotion_scale" in each)
    lay("x.cjm.yaml", text if written else BARE)
    must = rows()[row][0 if written else 1].replace("\\|", "|")
    rules = {"holds": must, "fails": f"!({must})"}
    own = [{"name": name, "on": "touchpoint", "assert": each} for name, each in rules.items()]
    lay("cjm.yaml", json.dumps({"lint": {"preset": "minimal", "custom": own}}))
    done = run("lint", "x.cjm.yaml", "--format", "json")
    found = [each for each in json.loads(done.stdout)["diagnostics"] if each["rule"] in rules]
    assert [(each["rule"], each["severity"]) for each in found] == [("fails", "warning")], found
    assert "can't look" not in found[0]["message"]
