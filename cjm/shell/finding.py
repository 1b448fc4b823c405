"""What a command line asks for: which files, and which project each belongs to.

In: the paths that were given. Out: `Found`, one for each project, with paths relative
to where the user stands.
"""

import contextlib
import os
from collections.abc import Iterable, Sequence

import msgspec

from cjm.errors import NothingFound, UsageError
from cjm.shell import listing

SETTINGS = ("cjm.yaml", "cjm.yml")


class Found(msgspec.Struct, frozen=True):
    """The files of one project.

    `root` is the folder of the nearest settings upwards, or the journey's own where
    there are none; `others` are the project's further files, which were not asked for
    but may be referred to.
    """

    root: str
    settings: str | None
    asked: tuple[str, ...]
    others: tuple[str, ...]


def find(paths: Sequence[str], output: str = "") -> list[Found]:
    """The projects of files and folders, in order of their roots.

    A folder stands for every journey below it, except what git ignores, what is hidden
    and what lies in the folder `output`; a file that is named is taken as it is. Raises
    `UsageError` where a path doesn't exist or no journey is found.
    """
    catalogue = _Catalogue()
    projects: dict[str, set[str]] = {}
    for path in paths:
        full = _absolute(path)
        if path and os.path.isdir(full):
            for file in _without(output, full, catalogue.below(full)):
                projects.setdefault(catalogue.root(os.path.dirname(file)), set()).add(file)
        elif path and os.path.lexists(full):
            members = projects.setdefault(catalogue.root(os.path.dirname(full)), set())
            if os.path.basename(full) not in SETTINGS:  # they are checked with every project
                members.add(full)
        else:
            raise NothingFound(f"there is no file or folder {path!r}")
    if not projects:
        where = ", ".join(paths)
        help = "a journey is a file named NAME.cjm.yaml; files that git ignores are passed over"
        raise NothingFound(f"no journey found below {where}", help=help)
    found = [_found(root, members, catalogue) for root, members in projects.items()]
    return sorted(found, key=lambda each: each.root)


def around(folder: str) -> Found:
    """The project of a folder with nothing asked for: what standard input may refer to."""
    catalogue = _Catalogue()
    return _found(catalogue.root(_absolute(folder)), set(), catalogue)


def settings_above(folder: str) -> str | None:
    """The nearest settings of a folder or those above it, without looking for journeys."""
    catalogue = _Catalogue()
    found = catalogue.settings(catalogue.root(_absolute(folder)))
    return displayed(found) if found else None


def displayed(path: str) -> str:
    """A path as messages name it: relative to the current folder, with forward slashes."""
    path, here = _absolute(path), os.path.join(os.getcwd(), "")
    if path.startswith(here):  # most do, and `relpath` takes ten times as long
        return path[len(here) :].replace(os.sep, "/")
    with contextlib.suppress(ValueError):  # another drive
        path = os.path.relpath(path)
    return path.replace(os.sep, "/")


def relative(path: str, folder: str) -> str:
    """A path as `displayed`, from a folder."""
    above = os.path.isabs(path) or path.startswith(os.pardir)
    return os.path.relpath(path, folder) if above or folder != os.curdir else path.replace("/", os.sep)


def _absolute(path: str) -> str:
    try:
        return os.path.abspath(path)
    except OSError:
        raise UsageError("the current folder doesn't exist any more") from None


def _found(root: str, members: set[str], catalogue: "_Catalogue") -> Found:
    settings = catalogue.settings(root)
    if settings is None:
        family: Iterable[str] = catalogue.beside(root)
    else:
        family = (path for path in catalogue.below(root) if catalogue.root(os.path.dirname(path)) == root)
    return Found(
        displayed(root),
        displayed(settings) if settings else None,
        tuple(sorted(map(displayed, members))),
        tuple(sorted(displayed(path) for path in family if path not in members)),
    )


def _without(output: str, folder: str, files: list[str]) -> list[str]:
    """The files but for those in an output folder that is met on the way down.

    Who asks for the output folder itself, or writes beside the sources, gets them all.
    """
    place = _absolute(output) if output else folder
    if not place.startswith(os.path.join(folder, "")):
        return files
    return [file for file in files if not file.startswith(place + os.sep)]


class _Catalogue:
    """What lies where; each tree is listed once."""

    def __init__(self) -> None:
        self._settings: dict[str, str | None] = {}
        self._trees: dict[str, list[str]] = {}
        self._folders: dict[str, list[str]] = {}

    def settings(self, folder: str) -> str | None:
        """The settings in the folder itself."""
        if folder not in self._settings:
            places = (os.path.join(folder, name) for name in SETTINGS)
            self._settings[folder] = next((place for place in places if os.path.lexists(place)), None)
        return self._settings[folder]

    def root(self, folder: str) -> str:
        """The nearest folder upwards with settings; without any, the folder itself."""
        at = folder
        while self.settings(at) is None:
            at, last = os.path.dirname(at), at
            if at == last:
                return folder
        return at

    def below(self, folder: str) -> list[str]:
        """Every journey file below a folder; the whole project is listed where there is one."""
        top = self._tree_over(folder) or self._top(folder)
        if top not in self._trees:
            self._trees[top] = listing.below(top)
            for file in self._trees[top]:
                self._folders.setdefault(os.path.dirname(file), []).append(file)
        inside = os.path.join(folder, "")
        return [file for file in self._trees[top] if file.startswith(inside)]

    def beside(self, folder: str) -> list[str]:
        """The journey files in the folder itself."""
        if self._tree_over(folder):
            return self._folders.get(folder, [])
        return listing.beside(folder)

    def _top(self, folder: str) -> str:
        root = self.root(folder)
        return folder if _hides(root, folder) else root

    def _tree_over(self, folder: str) -> str | None:
        """A listed tree that holds the folder."""
        over = (top for top in self._trees if folder == top or folder.startswith(os.path.join(top, "")))
        return next((top for top in over if not _hides(top, folder)), None)


def _hides(top: str, folder: str) -> bool:
    """Whether the way from one folder down to the other leads through a hidden one."""
    return any(name.startswith(".") and name != "." for name in os.path.relpath(folder, top).split(os.sep))
