"""Ids, and how journeys name one another: by path or by id.

In: names, paths, texts. Out: slugs, ids, paths, addresses of pages. A glance at a text gives
its ids without parsing it.
"""

import posixpath
import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache

import msgspec

from cjm.source import file_name

_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")
_ID = re.compile(r"""^(id|was)\s*:\s*['"]?([^\s'"#]+)""", re.MULTILINE)
_ENDINGS = (".cjm.yaml", ".cjm.yml")


class Ids(msgspec.Struct, frozen=True):
    """What a journey is called by others: its id, and the one that it had before."""

    id: str
    was: str = ""


@lru_cache(maxsize=1 << 11)
def slug(name: str, otherwise: str = "") -> str:
    """`Café & bar` → `cafe-bar`; `otherwise` where nothing is left, or what is left is reserved."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    made = _NOT_IN_SLUG.sub("-", plain).strip("-")[:80].rstrip("-")
    return made if made and made != "end" else otherwise


def file_id(path: str) -> str:
    """The id that a file's name gives: `maps/Een dag.cjm.yaml` → `een-dag`."""
    name = file_name(path)
    for ending in (*_ENDINGS, ".yaml", ".yml"):
        name = name.removesuffix(ending)
    return slug(name, "journey")


def glanced(path: str, text: str) -> Ids:
    """The ids of a journey: those that its text says at the margin, else the one of its file's name."""
    found = dict(reversed(_ID.findall(text)))
    return Ids(found.get("id") or file_id(path), found.get("was", ""))


def beside(path: str, target: str) -> str:
    """The path of a file that a journey names relative to itself."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), target.replace("\\", "/")))


def is_file(name: str) -> bool:
    """Whether a name is the path of a journey's file rather than an id."""
    return name.lower().endswith(_ENDINGS)


class Called(dict[str, Ids]):
    """What the journeys of a project are called, by their paths; nothing is added later."""

    @cached_property
    def paths(self) -> Mapping[str, Sequence[str]]:
        """The other way round: who has or had an id."""
        found: dict[str, list[str]] = {}
        for path, ids in self.items():
            for id in filter(None, {ids.id, ids.was}):
                found.setdefault(id, []).append(path)
        return found


def leads_to(name: str, path: str, called: Called) -> list[str]:
    """The journeys that the one at `path` means by a name: the file of that path, else all of that id.

    Where no journey has the id, it means those that had it.
    """
    file = beside(path, name)
    if file in called and file != path:
        return [file]
    others = [other for other in called.paths.get(name, ()) if other != path]
    return [other for other in others if called[other].id == name] or others


def page(path: str, other: str, anchor: str = "") -> str:
    """The address of a journey's page from another's: pages lie to one another as their sources do."""
    from urllib.parse import quote

    ending = next((ending for ending in _ENDINGS if other.endswith(ending)), posixpath.splitext(other)[1])
    way = posixpath.relpath(other.removesuffix(ending), posixpath.dirname(path) or ".")
    return quote(f"{way}.html") + (f"#{quote(anchor)}" if anchor else "")
