"""`cjm templates`: what a project can have its own of, and cjm's own to start from."""

import os

import click

from cjm.cli.terminal import Terminal, on_terminal
from cjm.errors import UsageError


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def templates() -> None:
    """List cjm's templates, or write one to change it.

    A project uses its own where `cjm.yaml` says `templates: true`; then the folder
    `templates` beside it holds those that differ, under the same names.
    """


@templates.command("list")
@on_terminal
def list_(terminal: Terminal) -> int:
    """List the templates and style sheets, and which of them are this project's own."""
    from cjm import templating

    folder, wanted = _folder()
    own = {name for name in templating.names() if os.path.isfile(os.path.join(folder, name))}
    for name in templating.names():
        note = (
            ""
            if name not in own
            else "  (own)"
            if wanted
            else "  (own, but cjm.yaml doesn't say `templates: true`)"
        )
        terminal.result(f"{name}{note}\n")
    return 0


@templates.command()
@click.argument("name")
@click.option(
    "--to", "folder", metavar="DIR", type=click.Path(), default="", help="The folder to write it to."
)
@on_terminal
def eject(name: str, *, folder: str, terminal: Terminal) -> int:
    """Write a template of cjm, to change it.

    It goes to the folder that cjm.yaml names, or `templates`, and says which version of
    cjm it comes from. A file that is there already is left as it is.
    """
    from cjm import __version__, templating
    from cjm.grammar.binder import Suggestions
    from cjm.reporters.columns import inert
    from cjm.shell import files

    names = templating.names()
    if name not in names:
        help = Suggestions().nearest(name, names, "`cjm templates list` lists them")
        raise UsageError(f"no template is called {name!r}", help)
    said, wanted = _folder()
    path = os.path.join(folder or said, name)
    if os.path.lexists(path):
        raise UsageError(f"{path} is there already", "write it elsewhere with --to, or remove it")
    begin, end = ("{#", "-#}") if name.endswith(".j2") else ("/*", "*/")
    head = f"{begin} {name} of cjm {__version__}: another version may need other contents. {end}\n"
    files.write(path, head + templating.text(name))
    terminal.result(f"  {name} {terminal.arrow()} {inert(path)}\n")
    if not wanted:
        terminal.note("write `templates: true` into cjm.yaml, for cjm to use it")
    return 0


def _folder() -> tuple[str, bool]:
    """The folder of the project's templates, and whether its settings say to use it."""
    from cjm.cli.reading import settings_in
    from cjm.shell import files, finding

    above = finding.settings_above(".")
    if above is None:
        return "templates", False
    source, problems = files.read(above)
    said = settings_in(None if problems else source).templates
    return os.path.join(os.path.dirname(above), said or "templates"), bool(said)
