"""Ids, and how journeys name one another: by path or by id.

In: names, paths, texts. Out: slugs, ids, paths. A glance at a text gives its id without
parsing it.
"""

import posixpath
import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from cjm.source import file_name

_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")
_ID = re.compile(r"""^id\s*:\s*['"]?([^\s'"#]+)""", re.MULTILINE)


@lru_cache(maxsize=1 << 11)
def slug(name: str, otherwise: str = "") -> str:
    """`Café & bar` → `cafe-bar`; `otherwise` where nothing is left, or what is left is reserved."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    made = _NOT_IN_SLUG.sub("-", plain).strip("-")[:80].rstrip("-")
    return made if made and made != "end" else otherwise


def file_id(path: str) -> str:
    """The id that a file's name gives: `maps/Een dag.cjm.yaml` → `een-dag`."""
    name = file_name(path)
    for ending in (".cjm.yaml", ".cjm.yml", ".yaml", ".yml"):
        name = name.removesuffix(ending)
    return slug(name, "journey")


def glanced_id(path: str, text: str) -> str:
    """The id of a journey: the one that its text says at the margin, else the one of its file's name."""
    found = _ID.search(text)
    return found[1] if found else file_id(path)


def beside(path: str, target: str) -> str:
    """The path of a file that a journey names relative to itself."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), target.replace("\\", "/")))


def leads_to(name: str, path: str, ids: Mapping[str, str]) -> list[str]:
    """The journeys that the one at `path` means by a name: the file of that path, else all of that id.

    `ids` are those of the project's journeys, by their paths.
    """
    file = beside(path, name)
    if file in ids and file != path:
        return [file]
    return [other for other, id in ids.items() if id == name and other != path]
