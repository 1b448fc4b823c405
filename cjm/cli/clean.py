"""`cjm clean`: what builds made goes, and nothing else."""

import click

from cjm.cli.terminal import Terminal, on_terminal
from cjm.cli.twins import twin
from cjm.counting import counted
from cjm.errors import UsageError


@click.command()
@twin(
    "CJM_OUTPUT",
    "-o",
    "--output",
    metavar="DIR",
    type=click.Path(),
    default="",
    help="The folder that was built into; build, or what cjm.yaml says, where absent.",
)
@on_terminal
def clean(*, output: str, terminal: Terminal) -> int:
    """Remove what builds wrote.

    Only files that are still as a build of this project wrote them: what somebody
    changed, or put beside them, stays and is told of.
    """
    import os

    from cjm.builds.folder import NOTHING, Folder
    from cjm.builds.state import State
    from cjm.cli.runs import folders

    base, where = folders(output)
    state = State.open(base) if State.is_kept(base) else None
    if state is None:
        raise UsageError("there is no record of a build here", "remove the output folder by hand")
    state = state.of(os.path.relpath(where, base))
    folder = Folder(where)
    files = [each for each in state.files() if each.stamp != NOTHING]
    removed = [each for each in files if folder.remove(each.name, each.stamp)]
    kept = [folder.place(each.name) for each in files if each not in removed]
    state.forget_all()
    folder.vanish()
    for path in (path for path in kept if os.path.lexists(path)):
        terminal.warning(f"{path} stays: it isn't what was built")
    terminal.note(f"{counted(len(removed), 'file')} removed")
    return 0
