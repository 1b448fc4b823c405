"""The projects of a tree in git: which files there are as of a revision, found as they are on disk.

In: a repository, one of its trees, paths from its top. Out: `Found`, and files and images as of then.
Paths are told as they would be on disk now, from where the user stands.
"""

import posixpath
from collections.abc import Sequence
from typing import TYPE_CHECKING

from cjm.board.picture import Image
from cjm.errors import UsageError
from cjm.shell import assets, files
from cjm.shell.finding import SETTINGS, Found
from cjm.shell.git import Git, Tree
from cjm.shell.listing import is_journey
from cjm.source import Source

if TYPE_CHECKING:
    from cjm.diagnostics import Diagnostic


class Revision:
    """A tree of a repository, read like a folder."""

    def __init__(self, git: Git, tree: Tree) -> None:
        self.git, self.tree = git, tree
        self.names = {git.shown(path): path for path in tree.entries if _matters(path)}

    def find(self, scopes: Sequence[str]) -> list[Found]:
        """The projects of paths from the top, in order of their roots; a folder stands for all below it."""
        journeys = [
            path
            for path in self.names.values()
            if is_journey(posixpath.basename(path)) and self._is_file(path)
        ]
        asked = [path for path in journeys if any(_stands_for(scope, path) for scope in scopes)]
        asked += [
            path for path in scopes if path in self.tree.entries and path not in asked and self._is_file(path)
        ]
        roots: dict[str, list[str]] = {}
        for path in asked:
            if posixpath.basename(path) not in SETTINGS:
                roots.setdefault(self._root(path), []).append(path)
        return [self._found(root, roots[root], journeys) for root in sorted(roots)]

    def read(self, path: str) -> "tuple[Source | None, list[Diagnostic]]":
        """The text of a file as of then. Raises `UsageError` where it can't be read."""
        entry = self.git.file(self.tree, self.names.get(path, self.git.inside(path)))
        try:
            if entry is None:
                raise OSError("it is no file there")
            return files.decode(path, self.git.blob(entry, files.MAX_BYTES + 1))
        except OSError as error:
            raise UsageError(f"cannot read {self.tree.name}:{path}: {error}") from None

    def holds(self, path: str, data: bytes) -> bool:
        """Whether a file was the same then, by the name that git has for its bytes."""
        entry = self.tree.entries.get(self.names.get(path, ""))
        return entry is not None and entry.object == _object(data, len(entry.object))

    def image(self, root: str, folder: str, target: str) -> Image | str:
        """An image as of then, or what is wrong with it; nothing outside the project is read."""
        if not posixpath.isabs(target):
            path = posixpath.normpath(posixpath.join(folder, target))
            inside = posixpath.relpath(path, root)
            if inside == ".." or inside.startswith("../"):
                return "is outside the project"
            try:
                entry = self.git.file(self.tree, self.git.inside(path))
                return assets.image(self.git.blob(entry, files.MAX_BYTES + 1)) if entry else "isn't there"
            except (OSError, UsageError):
                return "isn't there, or can't be read"
        return "must be a path relative to the file that names it"

    def _is_file(self, path: str) -> bool:
        return self.git.file(self.tree, path) is not None

    def _found(self, root: str, asked: Sequence[str], journeys: Sequence[str]) -> Found:
        settings = self._settings(root)
        if settings:
            family = [path for path in journeys if _stands_for(root, path) and self._root(path) == root]
        else:
            family = [path for path in journeys if posixpath.dirname(path) == root]
        shown = self.git.shown
        others = sorted(shown(path) for path in family if path not in asked)
        return Found(
            shown(root),
            shown(settings) if settings else None,
            tuple(sorted(map(shown, asked))),
            tuple(others),
        )

    def _root(self, path: str) -> str:
        """The nearest folder upwards with settings; without any, the file's own."""
        folder = own = posixpath.dirname(path)
        while not self._settings(folder):
            if not folder:
                return own
            folder = posixpath.dirname(folder)
        return folder

    def _settings(self, folder: str) -> str:
        places = (posixpath.join(folder, name) for name in SETTINGS)
        return next((place for place in places if place in self.tree.entries), "")


def _object(data: bytes, digits: int) -> str:
    """Git's name of a blob: SHA-1, or SHA-256 in repositories that are made so."""
    from hashlib import sha1, sha256

    made = (sha256 if digits > 40 else sha1)(b"blob %d\0" % len(data) + data)
    return made.hexdigest()


def _matters(path: str) -> bool:
    name = posixpath.basename(path)
    return is_journey(name) or name in SETTINGS


def _stands_for(scope: str, path: str) -> bool:
    """Whether a path is one that was named, or lies below it with nothing hidden between them."""
    if path == scope:
        return True
    inside = path if not scope else path.removeprefix(f"{scope}/")
    return (not scope or inside != path) and not any(part.startswith(".") for part in inside.split("/"))
