"""docs/projects.md shows what really holds: its commands are run, its settings tried."""

import re
import shlex
from pathlib import Path

import pytest
from running import run

from cjm import config
from cjm.source import Source
from cjm.syntax import parse

PAGE = (Path(__file__).parents[1] / "docs" / "projects.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^(cjm .*)$", PAGE, re.MULTILINE)
FILES = re.findall(r"^\| `(\S+)` \|", PAGE, re.MULTILINE)


@pytest.fixture
def followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which somebody did what the page says."""
    monkeypatch.chdir(tmp_path)
    inits = [command for command in COMMANDS if command.startswith("cjm init")]
    assert run(*shlex.split(inits[-1])[1:]).returncode == 0
    monkeypatch.chdir("maps")
    for command in COMMANDS:
        if command not in inits:
            done = run(*shlex.split(command)[1:])
            assert done.returncode == 0, done.stderr
    return tmp_path / "maps"


def test_the_commands_of_the_page_on_projects_give_what_it_says(followed: Path) -> None:
    for name in FILES[:6]:
        assert (followed / name).is_file()
    blocks = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    assert blocks[0] in (followed / "journeys/een-jas-ruilen.cjm.yaml").read_text(encoding="utf-8")
    assert (followed / "build/journeys/een-jas-ruilen.html").is_file()


def test_the_settings_of_the_page_on_projects_are_right() -> None:
    blocks = re.findall(r"```yaml\n# cjm.yaml\n(.*?)```", PAGE, re.DOTALL)
    assert blocks
    for text in blocks:
        source = Source("cjm.yaml", text)
        assert config.bind(source, parse(source), "99")[1] == []


def test_its_links_lead_to_pages() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", PAGE)
    docs = Path(__file__).parents[1] / "docs"
    assert [link for link in links if not (docs / link).exists()] == []


def test_the_variables_that_it_lists_are_those_of_the_commands() -> None:
    import click

    from cjm.cli.main import COMMANDS, cli

    there = {
        (str(option.envvar), f"cjm {name}")
        for name in COMMANDS
        for option in getattr(cli.get_command(click.Context(cli), name), "params", [])
        if option.envvar
    }
    rows = re.findall(r"^\| (`CJM_.*?) \| .* \| (.*?) \|$", PAGE, re.MULTILINE)
    said = {
        (variable, command)
        for variables, commands in rows
        for variable in re.findall(r"`(CJM_\w+)`", variables)
        for command in re.findall(r"`(cjm \w+)`", commands)
    }
    assert said == there
