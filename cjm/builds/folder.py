"""The output folder: files put in it, compared with it, or removed from it.

In: names below the folder, with `/`. Out: stamps of what is there now.
"""

import contextlib
import os
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from cjm.builds.digests import content_digest, digest
from cjm.builds.state import Stamp, stands
from cjm.errors import UsageError
from cjm.offered import DRAWN
from cjm.shell import files

if TYPE_CHECKING:
    from cjm.contract import Artefact

# How files about all journeys begin: the manifest and JSON, the portfolio, CSV.
_MARKS = (
    b'"generator": "cjm',
    b'<meta name="generator" content="cjm">',
    b"\xef\xbb\xbfjourney,",
    b"\xef\xbb\xbfjourney;",
)

# There is no such file, and there needn't be.
NOTHING = Stamp("", 0, 0)


def named(stem: str, view: str, format_: str) -> str:
    """`x.svg`, `x.flow.svg`, `x.html`: the map, the page and texts go without the name of a view."""
    return f"{stem}.{format_}" if view == "map" or format_ not in DRAWN else f"{stem}.{view}.{format_}"


def contents(artefacts: "Iterable[Artefact]", stem: str) -> dict[str, bytes]:
    """The files of a journey by their names."""
    return {
        named(stem, each.view, each.format): each.content.encode()
        if isinstance(each.content, str)
        else each.content
        for each in artefacts
    }


def ours(place: str) -> bool:
    """Whether an earlier build wrote a file about all journeys: each begins with what tells."""
    try:
        with open(place, "rb") as file:
            begun = file.read(4096)
    except OSError:
        return False
    return any(mark in begun for mark in _MARKS)


class Folder:
    """Writes whole files below an output folder. Raises `UsageError` where it can't."""

    def __init__(self, path: str) -> None:
        self.path = path

    def place(self, name: str) -> str:
        """Where a file is, as the user names it."""
        return os.path.normpath(os.path.join(self.path, name)).replace(os.sep, "/")

    def holds(self, name: str, stamp: Stamp) -> bool:
        """Whether a file is as it was made, or isn't there as it shouldn't be."""
        return stamp == NOTHING or stands(self.place(name), stamp)

    def put(self, name: str, content: bytes) -> Stamp:
        """Write a file."""
        files.write(self.place(name), content)
        return Stamp(digest(content), len(content), os.stat(self.place(name)).st_mtime_ns)

    def put_all(self, contents: Mapping[str, bytes]) -> dict[str, Stamp]:
        """Write files by their names."""
        return {name: self.put(name, content) for name, content in contents.items()}

    def remove(self, name: str, stamp: Stamp) -> bool:
        """Remove a file that is still as it was made, and folders that it leaves empty."""
        place = self.place(name)
        if stamp == NOTHING or content_digest(place) != stamp.digest:
            return False
        try:
            os.unlink(place)
            folder = os.path.dirname(name)
            while folder:
                os.rmdir(self.place(folder))
                folder = os.path.dirname(folder)
        except FileNotFoundError:
            return False
        except OSError as error:
            if os.path.lexists(place):
                raise UsageError(f"cannot remove {place}: {files.reason(error)}") from None
        return True

    def vanish(self) -> None:
        """Remove the folder itself, where nothing is left in it."""
        with contextlib.suppress(OSError):
            os.rmdir(self.path)


class Mirror(Folder):
    """Compares instead: `differing` says of each file how it differs from what would be written."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.differing: dict[str, str] = {}

    def holds(self, name: str, stamp: Stamp) -> bool:
        """Told by the bytes alone."""
        return stamp == NOTHING or content_digest(self.place(name)) == stamp.digest

    def put(self, name: str, content: bytes) -> Stamp:
        """Look whether a file holds this."""
        found, wanted = content_digest(self.place(name)), digest(content)
        if found != wanted:
            self.differing[self.place(name)] = "is out of date" if found else "is missing"
        return Stamp(wanted, len(content), 0)

    def remove(self, name: str, stamp: Stamp) -> bool:
        """Look whether a file is there that shouldn't be."""
        there = stamp != NOTHING and os.path.lexists(self.place(name))
        if there:
            self.differing[self.place(name)] = "belongs to a journey that is gone"
        return there
