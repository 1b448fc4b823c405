"""`cjm git-diff`: changes of meaning, as git's external diff."""

import os
from functools import partial
from typing import TYPE_CHECKING

import click
import msgspec

from cjm.cli.terminal import Terminal, on_terminal

if TYPE_CHECKING:
    from cjm.cli.versions import Version
    from cjm.diagnostics import Diagnostic
    from cjm.source import Source


@click.command(name="git-diff")
@click.argument("words", metavar="PATH OLD HEX MODE NEW HEX MODE", nargs=-1, required=True)
@on_terminal
def git_diff(words: tuple[str, ...], *, terminal: Terminal) -> int:
    """Say what changed in meaning, as git's external diff.

    Git calls this with a path and its two versions, and `cjm git-setup --meaning` makes it do so;
    it says what `cjm diff` says. The rest of the project counts for both versions as it lies there
    now. What is no journey, or can't be read, is compared by line.
    """
    import datetime

    from cjm.cli.pairing import compared
    from cjm.cli.today import given
    from cjm.cli.versions import Versions
    from cjm.reporters.changes import reporter
    from cjm.reporters.columns import inert
    from cjm.shell import repository

    if len(words) < 7:
        terminal.result(f"{inert(words[0])} isn't merged yet\n")
        return 0
    path, old, new = words[0], words[1], words[4]
    after = words[7] if len(words) > 7 else path  # git found that it was renamed
    sides = _version(path, old, terminal), _version(after, new, terminal)
    found = Versions(*sides, {path: after})
    comparison = compared(found, given(None) or datetime.date.today())
    width, arrow = min(terminal.columns(), 100), terminal.arrow()
    modes = words[3], words[6]
    if modes[0] != modes[1] and os.devnull not in (old, new):
        terminal.result(f"{inert(after)}  mode {modes[0]} {arrow} {modes[1]}\n")
    if comparison.broken or not comparison.differences:
        terminal.result(repository.by_line(after, old, new))
    else:
        report = reporter("human")
        terminal.result(report(comparison, color=terminal.paints(), width=width, arrow=arrow))
    return 0  # git stops at any other


def _version(path: str, file: str, terminal: Terminal) -> "Version":
    """A journey in its project, with the text that a file holds; none where git says that there is none."""
    from cjm.cli.reading import examined
    from cjm.cli.versions import Version
    from cjm.shell import assets, finding

    if file == os.devnull:
        return Version("", [])
    path = finding.displayed(path)
    folder = os.path.dirname(path) or "."
    around = finding.around(folder if os.path.isdir(folder) else ".")
    others = tuple(other for other in around.others if other != path)
    found = msgspec.structs.replace(around, asked=(path,), others=others)
    return Version("", [examined(found, [path], terminal, partial(_read, path, file), assets.load)])


def _read(path: str, file: str, wanted: str) -> "tuple[Source | None, list[Diagnostic]]":
    from cjm.shell import files

    if wanted != path:
        return files.read(wanted)
    return files.decode(path, files.read_bytes(file, files.MAX_BYTES + 1))
