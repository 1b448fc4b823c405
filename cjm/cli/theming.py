"""The theme to draw a project in: what the command line says, else the project's settings."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from cjm.board.picture import embedded, unshown
from cjm.cli.reading import Examined
from cjm.cli.terminal import Terminal
from cjm.config import theming
from cjm.diagnostics import Diagnostic, Severity
from cjm.errors import UsageError
from cjm.shell import assets, files
from cjm.shell.theming import templates, widths
from cjm.source import Source
from cjm.syntax import parse
from cjm.theme.brand import themed, unreadable_ones
from cjm.theme.builtin import BUILT_IN
from cjm.theme.tokens import DEFAULT, Theme

Tell = Callable[[Sequence[Diagnostic], Mapping[str, Source], Terminal], None]

_ENDINGS = (".yaml", ".yml")


def chosen(project: Examined, name: str, mode: str, terminal: Terminal, tell: Tell) -> Theme:
    """The theme of a name or a file, else of the settings; `tell` shows what is wrong with a file.

    Raises `UsageError` for a theme, a template or a file of widths that can't be used.
    """
    settings = project.checked.project.settings
    if name in BUILT_IN:
        theme = BUILT_IN[name]
    elif name:
        theme = _from_file(name, terminal, tell)
    elif isinstance(settings.theme, theming.Theme):
        picture = project.checked.logo
        logo = (picture.uri, picture.alt) if picture else None
        theme = _made(settings.theme, project.root, logo, terminal)
    else:
        theme = DEFAULT
    own = templates(project.root, settings.templates) if settings.templates else None
    return replace(theme, mode=mode or theme.mode, templates=own)


def parts(project: Examined, name: str) -> Iterator[str]:
    """The files that a theme is made of: its own, its logo, its widths."""
    said = project.checked.project.settings.theme
    if name and name not in BUILT_IN:
        yield name
        if not os.path.isfile(name):  # whoever needs the theme is told
            return
        source, problems = files.read(name)
        said = None if source is None or problems else theming.bind(source, parse(source))[0]
    if isinstance(said, theming.Theme) and name not in BUILT_IN:
        folder = os.path.dirname(said.origin.path)
        named = [said.logo.file if said.logo else "", said.font.metrics if said.font else ""]
        yield from (os.path.join(folder, each) for each in named if each)


def _from_file(path: str, terminal: Terminal, tell: Tell) -> Theme:
    """The theme in a file of its own; beside it lie its logo and widths."""
    if not path.endswith(_ENDINGS):
        help = f"write one of {', '.join(theming.THEMES)}, or the path of a theme's file, brand.yaml"
        raise UsageError(f"there is no theme {path!r}", help)
    source, problems = files.read(path)
    if source is None or problems:
        raise UsageError(f"cannot read {path}: {problems[0].message}")
    said, problems = theming.bind(source, parse(source))
    problems += [
        Diagnostic(
            "unreadable-colour", Severity.WARNING, each.message, path, each.part.at(each.key), each.help
        )
        for each in unreadable_ones(said)
    ]
    logo, folder = None, os.path.dirname(path)
    if said.logo is not None:
        found = assets.load(folder or ".", folder, said.logo.file)
        if isinstance(found, str):
            problems.append(unshown(f"logo {said.logo.file!r} {found}", said.logo))
        else:
            logo = (embedded(found, "").uri, said.logo.alt)
    tell(problems, {path: source}, terminal)
    if any(each.severity is Severity.ERROR for each in problems):
        raise UsageError(f"the theme {path} can't be used")
    return _made(said, folder or ".", logo, terminal)


def _made(said: theming.Theme, root: str, logo: tuple[str, str] | None, terminal: Terminal) -> Theme:
    found = None
    if said.font is not None:
        folder = os.path.dirname(said.origin.path)
        found = widths(root, folder, said.font.metrics) if said.font.metrics else None
        if found is None:
            why = f"{said.font.metrics} isn't there" if said.font.metrics else "its `metrics:` aren't given"
            terminal.note(f"{said.font.family} is measured as Arial: {why}")
    return replace(themed(said, found, logo), mode=said.mode)
