"""`cjm config`: every setting, what it is, and who says so."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click
import msgspec

from cjm.cli.terminal import Terminal, on_terminal

if TYPE_CHECKING:
    from cjm.config import Settings
    from cjm.grammar.record import Record
    from cjm.source import Source

FORMATS = ("human", "json")
# What an absent setting comes to.
_DEFAULTS = {"engine": "graphviz-pure", "language": "en", "theme": "default"}
_NOTHING: tuple[Any, ...] = (None, "", [], {})
_NAME_ROOM = 22


class Row(msgspec.Struct, frozen=True):
    """A setting in force, as JSON would have it, and where it comes from."""

    name: str
    value: Any
    origin: str


@click.command()
@click.option(
    "--format", "format_", type=click.Choice(FORMATS), default="human", help="For people, or as JSON."
)
@on_terminal
def config(*, format_: str, terminal: Terminal) -> int:
    """Show the settings that are in force here, and where each comes from.

    That is a line of the nearest cjm.yaml upwards, a variable of the environment, or
    cjm's own default. Options of a command come before all of them.
    """
    import json
    import os

    from cjm.cli.drawing import tell
    from cjm.cli.reading import exit_code, surroundings
    from cjm.reporters.columns import inert, wrapped

    project = surroundings(terminal)
    settings = project.workspace.settings
    told = [each for each in project.diagnostics if settings and each.path == settings.path]
    tell(told, project, terminal)
    rows = list(_in_force(project.checked.project.settings, settings))
    if format_ == "json":
        said = [{"name": row.name, "value": row.value, "from": row.origin} for row in rows]
        document = {"root": project.root, "settings": said}
        terminal.result(f"{json.dumps(document, indent=2, ensure_ascii=False)}\n".encode())
        return exit_code([project])
    where = max(len(row.origin) for row in rows)
    room = max(min(terminal.columns(), 80) - _NAME_ROOM - where - 4, 20)
    for row in rows:
        first, *further = wrapped(_spelled(row.value), room) or [""]
        name = inert(row.name)
        terminal.result(f"{name:<{_NAME_ROOM}}  {first:<{room}}  {inert(row.origin)}\n")
        terminal.result("".join(f"{'':<{_NAME_ROOM}}  {line}\n" for line in further))
    if settings is None:
        terminal.note(
            f"no cjm.yaml in {os.path.basename(os.getcwd()) or 'here'} or above: `cjm init` writes one"
        )
    return exit_code([project])


def _in_force(settings: "Settings", source: "Source | None") -> Iterator[Row]:
    from cjm.config import SETTINGS

    given = _environment()
    for row in _rows(settings, SETTINGS, source, ""):
        name = next((name for name in given if f"{row.name}.".startswith(f"{name}.")), "")
        if not name:
            yield row
        elif name in given and row.name.startswith(name):
            value, variable = given.pop(name)
            yield Row(name, value, variable)
    for name, (value, variable) in given.items():
        yield Row(name, value, variable)


def _rows(entity: Any, record: "Record", source: "Source | None", prefix: str) -> Iterator[Row]:
    """The keys of a mapping of settings; those of a mapping within it by dotted names."""
    from cjm.grammar.entity import Entity

    for key in record.keys:
        name, value = f"{prefix}{key.name}", getattr(entity, key.attribute)
        inner: Any = getattr(key.type, "record", key.type)
        if isinstance(value, Entity) and not prefix:
            yield from _rows(value, inner, source, f"{name}.")
            continue
        origin = "default"
        if source is not None and entity.wrote(key.attribute):
            origin = f"{source.path}:{source.position(entity.at(key.attribute).start).line}"
        yield Row(name, _plain(value) or _DEFAULTS.get(name, _plain(value)), origin)


def _plain(value: Any) -> Any:
    """A value as JSON has it; of an entity what it says."""
    from cjm.grammar.entity import Entity

    match value:
        case Entity():
            said = {name: _plain(getattr(value, name)) for name in value.__struct_fields__}
            hidden = {"origin", "named"}
            return {name: each for name, each in said.items() if name not in hidden and each not in _NOTHING}
        case list() | tuple():
            return [_plain(each) for each in value]
        case dict():
            return {name: _plain(each) for name, each in value.items()}
        case str() | int() | float() | bool() | None:
            return value
        case _:
            return str(value)


def _spelled(value: Any) -> str:
    """A value for people, on one line."""
    if value in _NOTHING:
        return "–"
    match value:
        case list():
            return ", ".join(map(_spelled, value))
        case dict():
            return ", ".join(f"{name}: {_spelled(each)}" for name, each in value.items())
        case _:
            return str(value)


def _environment() -> dict[str, tuple[Any, str]]:
    """What the environment says, by the setting's name, with the variable. Raises for a wrong one."""
    from cjm.cli.build import build
    from cjm.cli.lint import lint
    from cjm.cli.twins import LANGUAGE, Twin, from_environment, language

    found: dict[str, tuple[Any, str]] = {}
    commands: Sequence[click.Command] = (build, lint)
    for command in commands:
        context = command.make_context(f"cjm {command.name}", [])
        for option in command.params:
            if isinstance(option, Twin) and option.setting and from_environment(option, context):
                value = context.params[option.name or ""]
                words = [word for each in value for word in each.split(",")] if option.multiple else value
                found[option.setting] = words, str(option.envvar)
    if tag := language():
        found["language"] = tag, LANGUAGE
    return found
