"""`cjm new`: a journey to fill in."""

import os
from typing import TYPE_CHECKING

import click

from cjm.cli.terminal import Terminal, on_terminal
from cjm.cli.twins import twin
from cjm.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cjm.languages import Language
    from cjm.model.entities import Persona

FRAMEWORK = "five-phase"

# Names that Windows keeps for devices, whatever follows the point.
_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}


@click.command()
@click.argument("name")
@click.option(
    "--framework",
    metavar="ID",
    default=FRAMEWORK,
    show_default=True,
    help="The phase model: one that cjm knows, or one of a library.",
)
@click.option("--persona", "personas", metavar="NAME", multiple=True, help="Who travels; several times over.")
@twin(
    "CJM_LANGUAGE", "--language", metavar="TAG", default="", help="Its language; what cjm.yaml says, or en."
)
@click.option("--id", metavar="ID", default="", help="The file's name; made of NAME where absent.")
@click.option(
    "--to", "folder", metavar="DIR", type=click.Path(), default="", help="The folder to write it to."
)
@on_terminal
def new(
    name: str,
    *,
    framework: str,
    personas: tuple[str, ...],
    language: str,
    id: str,
    folder: str,
    terminal: Terminal,
) -> int:
    """Write a journey to fill in: the phases of a framework, with hints.

    NAME is its title; `cjm new "Buying a jacket"` writes buying-a-jacket.cjm.yaml. Each
    phase comes with what happens in it, what the customer asks and who usually owns it,
    as comments. `cjm lint` then tells what is left to do. A file that is there already
    is left as it is.
    """
    from cjm.cli.drawing import tell
    from cjm.cli.reading import exit_code, settings_in, surroundings
    from cjm.project.frameworks import phase_model
    from cjm.reporters.columns import inert
    from cjm.scaffold.journey import Draft, journey
    from cjm.scaffold.yaml import refuse_unwritable
    from cjm.shell import planting

    refuse_unwritable("name", name)
    file = f"{file_name(name, id)}.cjm.yaml"
    path = os.path.join(folder, file)
    if os.path.lexists(path):
        raise UsageError(f"{path} is there already", "give the journey another NAME, or another --id")
    project = surroundings(terminal, folder=folder or ".")
    tell(project.diagnostics, project, terminal)
    if code := exit_code([project]):
        return code
    libraries = project.checked.project.libraries
    declared = [each for library in libraries for each in library.personas]
    # What the environment says isn't in the project, so the journey says it.
    settled = settings_in(project.workspace.settings).language or "en"
    draft = Draft(
        name.strip(),
        phase_model(project.checked.project.frameworks, framework),
        spoken(language or settled, terminal),
        language if language != settled else "",
        travelling(personas, declared),
        tuple(each.name for each in declared),
        tuple(each for library in libraries for each in library.departments),
    )
    planting.plant(folder, {file: journey(draft)})
    terminal.result(f"  {inert(path)}\n")
    terminal.note(f"`cjm lint {inert(path)}` tells what is left to do")
    return 0


def file_name(title: str, id: str = "") -> str:
    """The name of a journey's file without its ending. Raises `UsageError` where there can be none."""
    from cjm.naming import slug

    if not id and set("/\\") & set(title):
        raise UsageError(
            f"{title!r} is no name for a file", "name the folder with --to, or the file with --id"
        )
    made = slug(id or title)
    if not made or made in _DEVICES or (id and made != id):
        help = (
            f"write {made!r}"
            if id and made and made not in _DEVICES
            else "give one with --id: --id my-journey"
        )
        raise UsageError(f"{id or title!r} makes no name for a file", help)
    return made


def spoken(tag: str, terminal: Terminal) -> "Language":
    """The words of a language, English where there are none. Raises `UsageError` for what is no tag."""
    from cjm.grammar.scalars import LANGUAGE_TAG
    from cjm.languages import known, language

    if not LANGUAGE_TAG.fits(tag):
        raise UsageError(f"{tag!r} is not a language tag", LANGUAGE_TAG.help)
    if not known(tag):
        terminal.note(f"no words for {tag!r}: hints and labels are English")
    return language(tag)


def travelling(names: "Iterable[str]", declared: "Iterable[Persona]") -> tuple[str, ...]:
    """Personas by what a journey calls them. Raises `UsageError` for one that a closed list lacks."""
    from cjm.grammar.binder import Suggestions, listing
    from cjm.scaffold.yaml import refuse_unwritable

    names = tuple(dict.fromkeys(name.strip() for name in names))
    for name in names:
        refuse_unwritable("persona", name)
    known = [word for each in declared for word in dict.fromkeys((each.name or each.id, each.id))]
    for name in names if known else ():
        if name not in known:
            shown = [each.name or each.id for each in declared]
            help = Suggestions().nearest(name, known, f"declared: {listing(shown)}")
            raise UsageError(f"{name!r} is not a persona that the library knows", help)
    return names
