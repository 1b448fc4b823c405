"""docs/linting.md shows what really happens: its maps, settings and commands are run, section by section.

A `yaml` block is a file, named in its first line. A `sh` block is run where those files and
the examples are, and the block behind it is what it prints; `--accept` writes that anew.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from running import environment, lay, run

from cjm import syntax
from cjm.cli.main import COMMANDS, cli
from cjm.reporters import REPORTERS
from cjm.source import Source

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "linting.md"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
PIPELINES = (".github/workflows/journeys.yml", ".gitlab-ci.yml")
# The day on which the page was written: reviews and evidence are in time or late against it.
WRITTEN = {"SOURCE_DATE_EPOCH": "1793491200"}
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
    monkeypatch.chdir(tmp_path)
    program = tmp_path / "bin" / "cjm"
    lay(str(program), f'#!/bin/sh\nexec "{sys.executable}" -m cjm "$@"\n')
    program.chmod(0o755)
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    return program.parent


def section(title: str) -> str:
    """The text of a section, as it stands now."""
    return sections()[title]


def blocks(text: str, kind: str) -> list[str]:
    """What stands in the blocks of a kind."""
    return [found[2] for found in BLOCK.finditer(text) if found[1] == kind]


def typed(line: str, programs: Path) -> str:
    """What stands in a terminal after a line was typed; it fails where the line is wrong use."""
    path = f"{programs}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["/bin/sh", "-c", line],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        env=environment(PATH=path, **WRITTEN),
    )
    said = done.stdout.decode()
    assert done.returncode in (0, 1), f"{line}\n{said}"
    return said


def file_of(block: str) -> str:
    """The file that a block of YAML is, laid where its first line says."""
    first, _, _ = block.partition("\n")
    assert re.fullmatch(r"# \S+\.ya?ml", first), f"its first line names no file: {first}"
    path = first.removeprefix("# ")
    lay(path, block)
    return path


def played(part: str, programs: Path) -> str:
    """A section with what its commands really print."""
    said = ""
    written = []
    end = 0
    if "examples/" in part:
        shutil.copytree(ROOT / "examples", "examples")
    for found in BLOCK.finditer(part):
        kind, text = found[1], found[2]
        if kind == "yaml":
            file_of(text)
        elif kind == "sh":
            said = "".join(typed(line, programs) for line in text.splitlines())
        else:
            written += [part[end : found.start(2)], said]
            end = found.end(2)
    return "".join([*written, part[end:]])


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
