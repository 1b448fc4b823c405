"""`cjm build --view sheet --framework ID`: an empty map to draw on, without a journey."""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from cjm.cli.terminal import Terminal
from cjm.errors import UsageError

if TYPE_CHECKING:
    from cjm.cli.drawing import Asked


def write(
    paths: Sequence[str], asked: "Asked", framework: str, language: str, output: str, terminal: Terminal
) -> int:
    """Write the sheet below the folder `output`; the current folder's libraries may declare it."""
    from cjm import pipeline
    from cjm.cli.drawing import tell, theme_of
    from cjm.cli.reading import exit_code, surroundings
    from cjm.cli.targets import named
    from cjm.render.dressing import dressed
    from cjm.reporters.columns import inert
    from cjm.shell import files

    if paths:
        raise UsageError("--framework draws an empty map and takes no PATH", "leave one of them out")
    if asked.views not in ((), ("sheet",)):
        raise UsageError("a framework has one view", "write --view sheet")
    if asked.formats not in ((), ("svg",)):
        raise UsageError("a framework is drawn as SVG", "write -f svg, or leave it out")
    project = surroundings(terminal)
    tell(project.diagnostics, project, terminal)
    with dressed(theme_of(project, asked, terminal)):
        artefact = pipeline.sheet(project.checked, framework, language)
    path = named(os.path.join(output, framework), artefact.view, artefact.format)
    files.write(path, artefact.content)
    terminal.result(f"  {framework} {terminal.arrow()} {inert(path)}\n")
    return exit_code([project])
