"""docs/themes.md shows what really holds: its settings, its journey and its commands are tried."""

import re
import shlex
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from cjm import config, pipeline
from cjm.cli.main import cli
from cjm.source import Source
from cjm.syntax import parse

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "themes.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```yaml\n# (\S+)\n(.*?)```", PAGE, re.DOTALL)
COMMANDS = re.findall(r"^(cjm .*)$", PAGE, re.MULTILINE)


@pytest.mark.parametrize(("name", "text"), BLOCKS)
def test_the_settings_and_journeys_of_the_themes_page_are_right(name: str, text: str) -> None:
    source = Source(name, text)
    if name == "cjm.yaml":
        assert config.bind(source, parse(source), "99")[1] == []
    else:
        checked = pipeline.check(pipeline.Workspace(".", None, (source,)), lambda _folder, _file: "no")
        assert checked.diagnostics == []


def test_the_colours_that_the_themes_page_shows_can_be_read() -> None:
    from linting import findings

    from cjm.rules.access.unreadable_colour import unreadable_colour

    for name, text in BLOCKS:
        journey, settings = (text, "") if name != "cjm.yaml" else ("phases: [{name: P}]", text)
        assert findings(journey, (unreadable_colour,), settings=settings) == []


@pytest.mark.parametrize("command", COMMANDS)
def test_the_commands_of_the_themes_page_are_there(command: str) -> None:
    words = shlex.split(command)[1:]
    group: click.Command = cli
    context = click.Context(cli)
    while isinstance(group, click.Group):
        found = group.get_command(context, words.pop(0))
        assert found is not None
        group = found
    options = {option for each in group.params for option in each.opts}
    assert {word for word in words if word.startswith("-")} <= options
    assert CliRunner().invoke(group, ["--help"]).exit_code == 0
