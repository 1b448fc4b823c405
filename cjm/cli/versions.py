"""What a command line compares: two versions of some journeys, on disk or as git has them.

In: the words of `cjm diff`. Out: both `Version`s, read and checked as of then, and which of their
journeys are the same.
"""

import os
import re
from collections.abc import Sequence
from contextlib import ExitStack
from typing import NamedTuple

import msgspec

from cjm.cli.reading import Examined, examine, examined
from cjm.cli.terminal import Terminal
from cjm.diagnostics import Severity
from cjm.errors import NothingFound, UsageError
from cjm.model.entities import Journey
from cjm.shell.finding import displayed
from cjm.shell.git import Git
from cjm.shell.listing import SUFFIXES
from cjm.shell.revisions import Revision

_RANGE = re.compile(r"(.*?)(\.{2,3})(.*)", re.DOTALL)


class Version(msgspec.Struct, frozen=True):
    """One version: its name (`HEAD`; empty on disk), its projects, and the folder that paths count from.

    `revision` is the name again where git has it: it then stands before paths in messages.
    """

    name: str
    projects: Sequence[Examined]
    base: str = "."
    revision: str = ""

    def journeys(self) -> dict[str, tuple[Examined, Journey]]:
        """The journeys that were asked for and could be read, by their paths from the base."""
        return {
            os.path.relpath(journey.path, self.base): (project, journey)
            for project in self.projects
            for journey in project.checked.project.journeys
            if journey.path in project.asked and journey.path not in _misread(project)
        }

    def broken(self) -> list[str]:
        """The paths of the files whose errors leave it open what they say."""
        return sorted({path for project in self.projects for path in _misread(project)})

    def failed(self) -> bool:
        """Whether any file has errors."""
        return any(project.broken for project in self.projects)

    def places(self) -> list[str]:
        """The same, from the base."""
        return [os.path.relpath(path, self.base) for path in self.broken()]


def _misread(project: Examined) -> set[str]:
    """The files with errors, but for those that only refer to what isn't there: what they say is known."""
    errors = (each for each in project.diagnostics if each.severity is Severity.ERROR)
    return {each.path for each in errors if each.rule != "unknown-reference"}


class Versions(NamedTuple):
    """Both, the files that git knows were renamed (old path → new), and whether two files were named."""

    before: Version
    after: Version
    renamed: dict[str, str]
    named: bool = False


class Sides(msgspec.Struct, frozen=True):
    """What is to be compared: revisions (None: on disk; empty: the index), in which paths."""

    before: str | None
    after: str | None
    paths: tuple[str, ...]
    forked: bool = False


_INDEX = ""


def versions(words: Sequence[str], *, staged: bool, terminal: Terminal, within: ExitStack) -> Versions:
    """Read what `A`, `B` and `--staged` mean. Raises `UsageError`."""
    on_disk = [os.path.lexists(word) for word in words]
    if len(words) == 2 and all(on_disk):
        if staged:
            raise UsageError("--staged compares with the index, and two paths are two versions themselves")
        return _two_paths(words[0], words[1], terminal)
    git = within.enter_context(Git(folder_of(words)))
    places = [place for word in words if (place := _place(git, word))]
    if places and not staged:
        return _places(git, words, places, terminal)
    return of_revisions(git, _sides(git, words, staged=staged), terminal)


def folder_of(words: Sequence[str]) -> str:
    """The folder whose repository is meant: that of a path on disk, else the current one."""
    named = next((word for word in words if os.path.lexists(word)), ".")
    return named if os.path.isdir(named) else os.path.dirname(named) or "."


def _sides(git: Git, words: Sequence[str], *, staged: bool) -> Sides:
    """What words mean that name revisions and paths."""
    revisions = [word for word in words if not _is_path(word)]
    paths = tuple(word for word in words if _is_path(word))
    if len(paths) > 1 or (paths and words[-1] != paths[0]):
        help = f"cjm diff {' '.join((*revisions, *paths))}"
        raise UsageError("a revision comes first, then one path", help if len(paths) == 1 else "")
    for word in paths:
        if re.fullmatch(r"[\w-]+", word) and not revisions and _is_revision(git, word):
            raise UsageError(f"{word!r} is a revision and a path", f"write ./{word} or {word}^{{commit}}")
    if len(revisions) == 1 and (found := _RANGE.fullmatch(revisions[0])):
        if staged:
            raise UsageError("--staged takes one revision to compare with, not a range")
        return Sides(found[1] or "HEAD", found[3] or "HEAD", paths, len(found[2]) == 3)
    if staged:
        if len(revisions) > 1:
            raise UsageError("--staged takes one revision to compare with")
        return Sides((revisions or ["HEAD"])[0], _INDEX, paths)
    before, after = [*revisions, "HEAD"][0], (revisions[1] if len(revisions) > 1 else None)
    return Sides(before, after, paths)


def _is_path(word: str) -> bool:
    """Whether a word is a path: there now, or a journey's by its name, which may be gone."""
    return os.path.lexists(word) or (word.endswith(SUFFIXES) and ":" not in word)


def _is_revision(git: Git, word: str) -> bool:
    try:
        return bool(git.commit(word))
    except UsageError:
        return False


def of_revisions(git: Git, sides: Sides, terminal: Terminal) -> Versions:
    """Two versions of the same paths; the current folder where none is named."""
    paths = sides.paths or (git.folder,)
    scopes = [git.inside(path) for path in paths]
    name = sides.before or "HEAD"
    before = git.commit(name)
    if sides.forked:
        before = git.merge_base(before, git.commit(sides.after or "HEAD"))
        name = before[:10]
    if not before:
        terminal.note("nothing is committed yet: everything is new")
    first = _of_revision(Revision(git, git.tree(before, name)), scopes, name, terminal)
    after = None
    if sides.after is None:
        second = Version("", on_disk(paths, terminal))
    elif sides.after == _INDEX:
        index = git.index()
        for path in sorted(index.unmerged):
            terminal.warning(f"{git.shown(path)} is left aside: it isn't merged yet")
        second = _of_revision(Revision(git, index), scopes, "index", terminal)
    else:
        after = git.commit(sides.after)
        second = _of_revision(Revision(git, git.tree(after, sides.after)), scopes, sides.after, terminal)
    if not any(project.asked for side in (first, second) for project in side.projects):
        raise NothingFound(f"no journey found below {', '.join(map(displayed, paths))}, in either version")
    found = Versions(first, second, {})
    return found._replace(renamed=renamed(git, found, before, after, staged=sides.after == _INDEX))


def renamed(
    git: Git, found: Versions, before: str, after: str | None, *, staged: bool = False
) -> dict[str, str]:
    """New paths by old ones, where git knows; it is asked where files are gone and others are new."""
    asked = [{path for project in side.projects for path in project.asked} for side in found[:2]]
    if not (asked[0] - asked[1] and asked[1] - asked[0]):
        return {}
    names = git.renamed(before, after, staged=staged)
    return {git.shown(one): git.shown(other) for one, other in names.items()}


def _of_revision(revision: Revision, scopes: Sequence[str], name: str, terminal: Terminal) -> Version:
    named = [revision.git.shown(scope) for scope in scopes]  # read even where the settings exclude it
    reading = terminal, revision.read, revision.image
    projects = [examined(found, named, *reading) for found in revision.find(scopes)]
    return Version(name, projects, revision=name)


def on_disk(paths: Sequence[str], terminal: Terminal) -> list[Examined]:
    """The projects of paths as they are; none where nothing is left of them."""
    there = [path for path in paths if os.path.lexists(path)]
    try:
        return examine(there, terminal) if there else []
    except NothingFound:
        return []


def _two_paths(one: str, other: str, terminal: Terminal) -> Versions:
    """Two files, whatever they are called, or two folders."""
    if os.path.isdir(one) != os.path.isdir(other):
        raise UsageError(f"{one!r} and {other!r} are a file and a folder", "name two of a kind")
    named = not os.path.isdir(one)
    if named:
        sides = [Version(path, examine([path], terminal)) for path in (one, other)]
        return Versions(sides[0], sides[1], {displayed(one): displayed(other)}, named=True)
    sides = [Version(path, on_disk([path], terminal), path) for path in (one, other)]
    if not any(side.projects for side in sides):
        raise NothingFound(f"no journey found below {displayed(one)} or {displayed(other)}")
    return Versions(sides[0], sides[1], {})


def _place(git: Git, word: str) -> tuple[str, str] | None:
    """The revision and the path of `REV:path`; the revision is empty for the index."""
    if os.path.lexists(word) or ":" not in word or word.startswith(":/"):
        return None
    revision, _, path = word.partition(":")
    path = git.inside(os.path.join(git.folder, path)) if path.startswith(("./", "../")) else path.strip("/")
    return revision, path


def _places(
    git: Git, words: Sequence[str], places: Sequence[tuple[str, str]], terminal: Terminal
) -> Versions:
    """`REV:path` against the same path on disk, another `REV:path`, or a file."""
    found = []
    for word in words:
        place = _place(git, word)
        if place is None and not os.path.lexists(word):
            raise UsageError(f"{word!r} is no file to compare {words[0]} with", "name a path, or REV:path")
        found.append(_version(git, word, place, terminal))
    if len(found) == 1:
        path = git.shown(places[0][1])
        found.append(Version("", on_disk([path], terminal), _base(git, places[0][1], found[0])))
    one, other = (_single(version) for version in found)
    if one and other:
        return Versions(found[0], found[1], {one: other}, named=True)
    return Versions(found[0], found[1], {})


def _version(git: Git, word: str, place: tuple[str, str] | None, terminal: Terminal) -> Version:
    if place is None:
        return Version("", examine([word], terminal), word if os.path.isdir(word) else ".")
    revision, path = place
    tree = git.tree(git.commit(revision), revision) if revision else git.index()
    version = _of_revision(Revision(git, tree), [path], revision or "index", terminal)
    if not version.projects:
        message = f"no journey is at {path!r} in {revision or 'the index'}"
        raise NothingFound(message, "paths count from the top of the repository, or start with ./")
    return msgspec.structs.replace(version, base=_base(git, path, version))


def _base(git: Git, path: str, version: Version) -> str:
    """What the paths of a version count from: the folder that was named, if it is one."""
    return "." if _single(version) else git.shown(path)


def _single(version: Version) -> str:
    """The path of the one file that a version was named by."""
    asked = [path for project in version.projects for path in project.asked]
    return asked[0] if len(asked) == 1 else ""
