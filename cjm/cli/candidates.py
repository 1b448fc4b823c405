"""Which journeys may have changed since a revision, told from bytes: few have, and only they are parsed.

In: a repository, a commit, paths on disk. Out: both versions of those journeys, and the others.
"""

import os
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from cjm.cli.reading import examined, excluded
from cjm.cli.terminal import Terminal
from cjm.cli.versions import Version, Versions, renamed
from cjm.errors import UsageError
from cjm.naming import glanced
from cjm.project.gather import LIBRARY
from cjm.shell import assets, files, finding
from cjm.shell.finding import Found
from cjm.shell.git import Git
from cjm.shell.revisions import Revision


class Narrowed(NamedTuple):
    """Both versions of the journeys that may differ, and the paths of those that can't."""

    versions: Versions
    same: frozenset[str]


def narrowed(git: Git, commit: str, name: str, paths: Sequence[str], terminal: Terminal) -> Narrowed:
    """What may have changed below some paths since a commit. Raises `UsageError` as `finding.find` does."""
    revision = Revision(git, git.tree(commit, name))
    now = finding.find(paths)
    then = revision.find([git.inside(path) for path in paths])
    some = _candidates(revision, then, now)
    named = [finding.displayed(path) for path in paths if not os.path.isdir(path)]
    before = [examined(found, named, terminal, revision.read, revision.image) for found in _only(then, some)]
    after = [examined(found, named, terminal, files.read, assets.load) for found in _only(now, some)]
    versions = Versions(Version(name, before, revision=name), Version("", after), {})
    versions = versions._replace(renamed=renamed(git, versions, commit, None))
    same = {path for found in now for path in _journeys(found, named) if path not in some}
    return Narrowed(versions, frozenset(same))


def _only(projects: Iterable[Found], some: set[str]) -> list[Found]:
    """The projects with nothing asked for but these; the other files may be referred to."""
    result = []
    for found in projects:
        asked = tuple(path for path in found.asked if path in some)
        if asked:
            others = (*found.others, *(path for path in found.asked if path not in some))
            result.append(msgspec.structs.replace(found, asked=asked, others=others))
    return result


def _candidates(revision: Revision, then: Sequence[Found], now: Sequence[Found]) -> set[str]:
    """The paths of the journeys that changed, or that name what did, or that all of their project did."""
    data = {path: _bytes(path) for found in now for path in _files(found)}
    old = {path for found in then for path in _files(found)}
    changed = {path for path, text in data.items() if path not in old or not revision.holds(path, text)}
    changed |= old - data.keys()
    some: set[str] = set()
    for found in (*then, *now):
        own = changed.intersection(_files(found))
        texts = {path: [text for text in (data.get(path), _old(revision, path, old)) if text] for path in own}
        every = any(path == found.settings or _is_library(texts[path]) for path in own)
        words = {word for path in own for word in _names(path, texts[path])}
        for path in found.asked:
            text = data.get(path, b"")
            if every or path in own or b"image" in text or any(word in text for word in words):
                some.add(path)
    return some


def _files(found: Found) -> list[str]:
    return [*found.asked, *found.others, *filter(None, [found.settings])]


def _bytes(path: str) -> bytes:
    try:
        return files.read_bytes(path, files.MAX_BYTES + 1)
    except OSError:
        return b""  # as no revision has it: whoever reads it next says why


def _old(revision: Revision, path: str, old: set[str]) -> bytes:
    try:
        source = revision.read(path)[0] if path in old else None
    except UsageError:
        source = None
    return source.text.encode(errors="replace") if source else b""


def _is_library(texts: Iterable[bytes]) -> bool:
    return any(LIBRARY.search(text.decode(errors="replace")) for text in texts)


def _names(path: str, texts: Iterable[bytes]) -> set[bytes]:
    """What others may call a journey by: its ids of then and now, and its file."""
    found = {os.fsencode(os.path.basename(path))}
    for text in texts:
        ids = glanced(path, text.decode(errors="replace"))
        found |= {id.encode() for id in (ids.id, ids.was) if id}
    return found


def _journeys(found: Found, named: Sequence[str]) -> list[str]:
    """The journeys of a project that are looked at: no libraries, nothing that the settings exclude."""
    said = files.read(found.settings)[0] if found.settings else None
    out = excluded(said, found.root, [*found.asked, *found.others], named)
    return [path for path in found.asked if path not in out and not _is_library([_bytes(path)])]
