"""`cjm textconv`: a journey as git compares it."""

import click

from cjm.cli.terminal import Terminal, on_terminal
from cjm.errors import UsageError


@click.command()
@click.argument("path", type=click.Path())
@on_terminal
def textconv(path: str, *, terminal: Terminal) -> int:
    """Print a journey one fact a line, as git's textconv.

    Lists, mappings and long texts are laid out alike however they are written, and comments
    stay, so that only what a file says can differ. A file that can't be read is printed as it
    is. `cjm git-setup` makes git call this.
    """
    from cjm.reporters.facts import facts
    from cjm.shell import files

    try:
        data = files.read_bytes(path, -1)
    except OSError as error:
        raise UsageError(f"cannot read {path}: {files.reason(error)}") from None
    source, problems = files.decode(path, data)
    told = facts(source) if source is not None and not problems else None
    terminal.result(data if told is None else told.encode())
    return 0
