"""Digests of texts and files, and of the program itself."""

import os
from functools import cache

import click

from cjm import __version__

# Packages, beside cjm itself, whose versions show in what is built.
_SEEN = ("graphviz", "jinja2", "markupsafe", "resvg_py", "typst", "fontpkg_arimo", "fonttools")


def digest(*parts: bytes | str) -> str:
    """Of several parts, each with its length, so that no two lists have one digest by shifting."""
    from hashlib import sha256  # which processors have built in; it brings OpenSSL

    made = sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        made.update(b"%d:" % len(data))
        made.update(data)
    return made.hexdigest()[:40]


def content_digest(path: str) -> str:
    """Of a file's bytes; empty where it can't be read."""
    try:
        with open(path, "rb") as file:
            return digest(file.read())
    except OSError:
        return ""


def folder_digest(folder: str) -> str:
    """Of the names and bytes of all files below a folder; empty where it isn't there."""
    found = [os.path.join(here, name) for here, _, names in os.walk(folder) for name in names]
    parts = [part for path in sorted(found) for part in (os.path.relpath(path, folder), content_digest(path))]
    return digest(*parts) if os.path.isdir(folder) else ""


@cache
def program() -> str:
    """What builds: the versions of cjm and what it draws with; of a checkout, its files' sizes and times."""
    site = os.path.dirname(os.path.dirname(click.__file__))
    versions = [name for name in os.listdir(site) if name.endswith(".dist-info")]
    kept = sorted(name for name in versions if name.lower().startswith(_SEEN))
    home = os.path.dirname(os.path.dirname(__file__))
    aside = os.path.join(os.path.dirname(home), "templates")
    if os.path.isdir(aside):
        kept += [stat for top in (home, aside) for stat in _stats(top)]
    return digest(__version__, *kept)


def _stats(top: str) -> list[str]:
    stats = []
    for folder, folders, names in os.walk(top):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            found = os.stat(os.path.join(folder, name))
            stats.append(f"{name} {found.st_size} {found.st_mtime_ns}")
    return stats
