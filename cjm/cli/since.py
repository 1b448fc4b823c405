"""`--changed-since`: the journeys whose meaning changed since a revision."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import click

from cjm.cli.terminal import Terminal
from cjm.counting import counted
from cjm.errors import UsageError

if TYPE_CHECKING:  # the help of a command needs none of it
    from cjm.cli.reading import Examined

option = click.option(
    "--changed-since",
    metavar="REV",
    default="",
    help="Only journeys whose meaning changed since that revision; since this left main with main...",
)


class Since(NamedTuple):
    """The revision, the journeys that changed since, and those that didn't, by their paths."""

    revision: str
    changed: frozenset[str]
    unchanged: frozenset[str]

    def told(self) -> str:
        """`2 of 14 journeys changed in meaning since main`."""
        journeys = counted(len(self.changed | self.unchanged), "journey")
        return f"{len(self.changed):,} of {journeys} changed in meaning since {self.revision}"


def since(revision: str, paths: Sequence[str], terminal: Terminal) -> Since:
    """Compare what lies below some paths with what it was; with `...` behind it, with where this left it.

    What can't be compared, because one of its versions has errors, counts as changed. Raises `UsageError`.
    """
    from cjm.cli.candidates import narrowed
    from cjm.cli.pairing import compared
    from cjm.cli.versions import folder_of
    from cjm.shell.git import Git

    if "-" in paths:
        raise UsageError("--changed-since compares files, and `-` is none", "leave one of them out")
    name = revision.removesuffix("...")
    quiet = terminal._replace(quiet=True)  # whoever reads the files next says what can't be read
    with Git(folder_of(paths)) as git:
        commit = git.commit(name)
        if name != revision:
            commit = git.merge_base(commit, git.commit("HEAD"))
        found, same = narrowed(git, commit, name, tuple(paths) or (git.folder,), quiet)
        comparison = compared(found, None, judged=False)
    now = [(each.after.path, bool(each.changes)) for each in comparison.differences if each.after]
    changed = {path for path, is_changed in now if is_changed} | {path for _, path in comparison.broken}
    return Since(revision, frozenset(changed), same.union(path for path, _ in now) - changed)


def only(project: "Examined", found: Since | None) -> "Examined":
    """A linted project without what is about journeys that didn't change."""
    if found is None:
        return project
    from msgspec.structs import replace

    return replace(
        project,
        asked=tuple(path for path in project.asked if path not in found.unchanged),
        diagnostics=[each for each in project.diagnostics if each.path not in found.unchanged],
        checked=replace(project.checked, whole=False),
        broken=project.broken - found.unchanged,
    )
