"""What a build starts from: the digests of a project's texts, before anything is parsed.

In: which files there are. Out: `Survey`. Nothing here imports what reads YAML: a build
that finds everything up to date never does.
"""

import os
import re
from collections.abc import Iterable, Mapping

import msgspec

from cjm.builds.digests import content_digest, digest
from cjm.naming import Called, Ids, file_id, glanced, leads_to
from cjm.shell import files
from cjm.shell.finding import Found

_LIBRARY = re.compile(rb"^library\s*:", re.MULTILINE)

# What was looked at by name: a journey by path or id, a file such as an image, a folder of templates.
JOURNEY, FILE, FOLDER = "journey", "file", "folder"


class Survey(msgspec.Struct, frozen=True):
    """A project's texts by path: their digests, those that may be libraries, and ids that are written out.

    A file that can't be read has an empty digest.
    """

    root: str
    settings: str | None
    settings_digest: str
    asked: tuple[str, ...]
    digests: Mapping[str, str]
    libraries: tuple[str, ...]
    ids: Mapping[str, Ids]

    def without(self, excluded: set[str]) -> "Survey":
        """The project without some of its files."""
        if not excluded:
            return self
        return msgspec.structs.replace(
            self,
            asked=tuple(path for path in self.asked if path not in excluded),
            digests={path: each for path, each in self.digests.items() if path not in excluded},
            libraries=tuple(path for path in self.libraries if path not in excluded),
        )

    def shared(self) -> str:
        """The digest of what all journeys depend on: settings and libraries."""
        parts = [part for path in self.libraries for part in (path, self.digests[path])]
        return digest(self.settings_digest, *parts)

    def called(self) -> Called:
        """What every journey is called, without parsing one."""
        libraries = {*self.libraries}
        return Called(
            (path, self.ids.get(path) or Ids(file_id(path))) for path in self.digests if path not in libraries
        )


def survey(found: Found, *, digests: bool) -> Survey:
    """Read the files of a project once; without `digests` every one that can be read has the same."""
    made: dict[str, str] = {}
    libraries: list[str] = []
    ids: dict[str, Ids] = {}
    for path in sorted((*found.asked, *found.others)):
        try:
            data = files.read_bytes(path, files.MAX_BYTES + 1)
        except OSError:
            made[path] = ""
            continue
        made[path] = digest(data) if digests else "there"
        if (b"\nlibrary" in data or data.startswith(b"library")) and _LIBRARY.search(data):
            libraries.append(path)
        elif data.startswith((b"id", b"was")) or b"\nid" in data or b"\nwas" in data:
            ids[path] = glanced(path, data.decode(errors="replace"))
    said = content_digest(found.settings) if found.settings and digests else ""
    return Survey(found.root, found.settings, said, found.asked, made, tuple(libraries), ids)


class Looked(msgspec.Struct, frozen=True, order=True):
    """A thing that was looked at, and its digest then; empty where there was none."""

    kind: str
    name: str
    digest: str


def looked_at(lines: str) -> list[Looked]:
    """From the lines in a record."""
    return [Looked(kind, unquoted(name), digest) for kind, name, digest in map(_fields, lines.splitlines())]


def lines(looked: Iterable[Looked]) -> str:
    """The lines of a record."""
    return "\n".join(f"{each.kind}\t{quoted(each.name)}\t{each.digest}" for each in sorted(set(looked)))


def quoted(name: str) -> str:
    """A name without tabs and line breaks, whatever bytes there are in it."""
    return name.encode("unicode_escape").decode("ascii")


def unquoted(text: str) -> str:
    """The name."""
    return text.encode("ascii").decode("unicode_escape")


def _fields(line: str) -> list[str]:
    return line.split("\t")


def look(kind: str, name: str, path: str, project: Survey, called: Called, base: str) -> Looked:
    """A thing as it is now: a file by its path from `base`, a journey by what the one at `path` calls it."""
    if kind == FILE:
        return Looked(kind, name, content_digest(os.path.join(base, name)))
    found = leads_to(name, path, called)
    parts = [part for other in sorted(found) for part in (other, project.digests[other])]
    return Looked(kind, name, digest(*parts) if parts else "")
