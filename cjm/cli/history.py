"""A journey's commits → its history: each version is read once, and only the last few are kept.

In: a repository and a path. Out: a `History`. What a commit is compared with is its parent, or the
nearest one behind that which can be read; a merge, with all of its parents.
"""

import os
from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec
from msgspec.structs import replace

from cjm import pipeline
from cjm.board.history import History, State, Version, panel
from cjm.cli.reading import Examined, examined
from cjm.cli.terminal import Terminal
from cjm.cli.versions import Version as Read
from cjm.diagnostics import Diagnostic
from cjm.differ import Change, Difference, compare, effects
from cjm.errors import NothingFound
from cjm.languages import language
from cjm.model.entities import Journey
from cjm.project import Project
from cjm.reporters.columns import inert
from cjm.reporters.places import well_formed
from cjm.shell.finding import SETTINGS
from cjm.shell.git import Git
from cjm.shell.history import Commit, commits, paths
from cjm.shell.revisions import Revision

# Versions that are kept: a branch goes back to one that is some commits away.
_KEPT = 16
_NOTHING = Project(())
# How far back to look for a version that can be read.
_FAR = 100


class _Known(msgspec.Struct, frozen=True):
    """A journey as of a commit, what the linter finds in it, and the paths that it depends on.

    The journey is None where it isn't there; `broken` where what it says can't be known. Where it
    refers to what isn't there, its findings are None.
    """

    journey: Journey | None
    project: Project
    findings: list[Diagnostic] | None
    needs: frozenset[str]
    broken: bool = False


_ABSENT = _Known(None, _NOTHING, [], frozenset())


def history(git: Git, path: str, *, since: str, most: int, everything: bool, drawn: bool) -> History:
    """The history of a path from the top; `drawn` keeps the curve of each version.

    Raises `NothingFound` where no commit has such a journey.
    """
    found = commits(git, path, since)
    reader = _Reader(git, found, path)
    versions: list[Version] = []
    same = 0
    for version in reader.versions(drawn):
        if version.state == "same" and not everything:
            same += 1
        else:
            versions.append(version)
        if most and len(versions) == most:
            break
    if not (versions or same):
        message = f"no commit{' since then' if since else ''} has a journey at {git.shown(path)!r}"
        help = "this clone is shallow: `git fetch --unshallow` gets the rest" if git.shallow else ""
        raise NothingFound(message, help)
    words = language(reader.language)
    return History(_plain(git.shown(path)), reader.title, words, tuple(versions), same, git.shallow)


class _Reader:
    def __init__(self, git: Git, found: Sequence[Commit], path: str) -> None:
        self.git = git
        self.commits = {commit.hash: commit for commit in found}
        self.names = paths(list(found), path)
        self.title = self.language = ""
        self.needs: frozenset[str] = frozenset()
        self.known = lru_cache(_KEPT)(self._known)

    def versions(self, drawn: bool) -> Iterator[Version]:
        """The commits that did something to the journey or to what it depends on, the newest first."""
        for commit in self.commits.values():
            if not self.title:  # what it depends on is known once it has been read
                self._remember(self.known(commit.hash, self.names[commit.hash][0]))
            after, before = self.names[commit.hash]
            touched = {path for each in commit.touched for path in (each.old, each.new)}
            if len(commit.parents) < 2 and touched.isdisjoint({after, before, *self.needs}):
                continue
            if (found := self._version(commit, own=bool(touched & {after, before}), drawn=drawn)) is not None:
                yield found

    def _version(self, commit: Commit, *, own: bool, drawn: bool) -> Version | None:
        after = self.known(commit.hash, self.names[commit.hash][0])
        self._remember(after)
        told = Version(
            commit.hash,
            commit.date,
            _plain(commit.author),
            _plain(commit.subject),
            _plain(self.git.shown(self.names[commit.hash][0])),
            "same",
            len(commit.parents) > 1,
        )
        if after.broken:
            return replace(told, state="broken") if own else None
        before = self.names[commit.hash][1]
        befores = [self._readable(parent, before) for parent in commit.parents] or [_ABSENT]
        if any(before.broken for before in befores):
            befores = [_ABSENT]
        if after.journey is None and all(before.journey is None for before in befores):
            return None
        found, changes = self._difference(befores, after)
        self._remember(befores[0])
        state = self._state(found, changes, commit)
        if state == "same":
            return told if own else None
        if state == "first":
            changes = ()
        findings = befores[0].findings, after.findings
        gaps = None
        if state == "changed" and findings[0] is not None and findings[1] is not None:
            gaps = effects(found, findings[0], findings[1])
        return replace(
            told, state=state, changes=changes, effects=gaps, panel=panel(found) if drawn else None
        )

    def _state(self, found: Difference, changes: Sequence[Change], commit: Commit) -> State:
        if found.after is None:
            return "removed"
        if found.before is None:
            return "first" if self.git.shallow and not commit.parents else "added"
        return "changed" if changes else "same"

    def _difference(self, befores: Sequence[_Known], after: _Known) -> tuple[Difference, tuple[Change, ...]]:
        """What changed since the first parent; of a merge, only what is otherwise than in all of them."""
        first, *others = [
            compare(before.journey, after.journey, before.project, after.project) for before in befores
        ]
        changes = first.changes
        for other in others:
            told = {_said(change) for change in other.changes}
            changes = tuple(change for change in changes if _said(change) in told)
        return first, changes

    def _readable(self, hash: str, path: str) -> _Known:
        """The version of a commit, or of the nearest one behind it that can be read."""
        for _ in range(_FAR):
            if hash not in self.names:  # before the day that was asked for
                return self.known(hash, path)
            known = self.known(hash, self.names[hash][0])
            parents = self.commits[hash].parents
            if not known.broken or not parents:
                return known
            hash = parents[0]
        return _ABSENT

    def _remember(self, known: _Known) -> None:
        if known.journey is not None:
            self.needs = known.needs
            self.title = self.title or known.journey.title
            self.language = self.language or known.journey.language

    def _known(self, hash: str, path: str) -> _Known:
        tree = self.git.tree(hash, hash[:10])
        if path not in tree.entries:
            return _ABSENT
        revision = Revision(self.git, tree)
        shown = self.git.shown(path)
        quiet = Terminal("never", quiet=True)
        projects = [
            examined(found, [shown], quiet, revision.read, revision.image) for found in revision.find([path])
        ]
        there = Read("", projects).journeys().get(os.path.relpath(shown, "."))
        if there is None:
            return msgspec.structs.replace(_ABSENT, broken=True)
        project, journey = there
        findings = None if project.broken else pipeline.lint(project.checked, journey)
        return _Known(journey, project.checked.project, findings, self._needs(project, journey))

    def _needs(self, project: Examined, journey: Journey) -> frozenset[str]:
        """The paths, from the top, that the journey's meaning depends on beside its own."""
        found = [library.path for library in project.checked.project.libraries]
        benchmark = project.checked.project.benchmarks.get(journey.path)
        found += [benchmark.path] if benchmark else []
        found += [os.path.join(project.root, name) for name in SETTINGS]
        return frozenset(self.git.inside(path) for path in found)


def _plain(text: str) -> str:
    """What git gives as a text that can be written anywhere and that nothing obeys."""
    return inert(well_formed(text))


def _said(change: Change) -> tuple[str, tuple[str, ...], str]:
    """What a change comes to, whatever was there before."""
    return change.key, change.words, change.after.value if change.after else ""
