"""`cjm build --view sheet --framework ID`: an empty map to draw on, without a journey."""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from cjm.cli.terminal import Terminal
from cjm.errors import UsageError

if TYPE_CHECKING:
    from cjm.cli.asked import Asked


def write(
    paths: Sequence[str], asked: "Asked", framework: str, language: str, output: str, terminal: Terminal
) -> int:
    """Write the sheet below the folder `output`; the current folder's libraries may declare it."""
    from cjm import pipeline
    from cjm.builds.folder import named
    from cjm.cli.drawing import options, tell, theme_of, tools
    from cjm.cli.progress import told
    from cjm.cli.reading import exit_code, surroundings
    from cjm.config import Settings
    from cjm.offered import DRAWN
    from cjm.render.dressing import dressed
    from cjm.shell import files

    if paths:
        raise UsageError("--framework draws an empty map and takes no PATH", "leave one of them out")
    if asked.views not in ((), ("sheet",)):
        raise UsageError("a framework has one view", "write --view sheet")
    asked = asked._replace(formats=asked.formats or ("svg",))
    unfit = [name for name in asked.formats if name not in DRAWN]
    if unfit:
        message = f"an empty map is to write on, and -f {unfit[0]} tells what a journey says"
        raise UsageError(message, f"write one or more of -f {', '.join(DRAWN)}")
    wish = options(asked, Settings())
    project = surroundings(terminal)
    pictures = tools([project], asked, terminal).get(project.root)
    tell(project.diagnostics, project, terminal)
    with dressed(theme_of(project, asked, terminal)):
        built = pipeline.sheet(project.checked, framework, language, wish, pictures)
    tell(built.unseen, project, terminal)
    paths = [named(os.path.join(output, framework), each.view, each.format) for each in built.artefacts]
    for path, each in zip(paths, built.artefacts, strict=True):
        files.write(path, each.content)
    terminal.result(f"{told(framework, paths, terminal)}\n")
    return exit_code([project])
