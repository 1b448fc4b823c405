"""The commits of a journey: which there are, and what each did to the journeys and settings of a repository.

In: a repository and a path from its top. Out: `Commit`s, the newest first, whose parents are commits of
the same list. Git is asked twice, however long the history is.
"""

import os
import re
from collections.abc import Iterator, Mapping

import msgspec

from cjm.shell.finding import SETTINGS
from cjm.shell.git import Git
from cjm.shell.listing import SUFFIXES

_HASH = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_FIELDS = ("%H", "%P", "%ad", "%an", "%s")
# What a repository's settings may change in the output.
_PLAIN = ("--no-show-signature", "--no-color", "--no-notes", "--no-mailmap", "--no-ext-diff", "--no-textconv")
_WALK = ("--topo-order", "--parents", "--date=short", "-z", "-M", "--root", *_PLAIN)


class Touched(msgspec.Struct, frozen=True):
    """A file that a commit wrote, removed or renamed: `M`, `A`, `D`, `R` …, its old path and its new one."""

    status: str
    old: str
    new: str


class Commit(msgspec.Struct, frozen=True):
    """A commit: `parents` are the nearest ones behind it that did anything to a journey or to settings.

    A merge says nothing of what it `touched`.
    """

    hash: str
    parents: tuple[str, ...]
    date: str
    author: str
    subject: str
    touched: tuple[Touched, ...]


def commits(git: Git, path: str, since: str = "") -> list[Commit]:
    """The history up to HEAD, children before their parents."""
    if not git.commit("HEAD"):
        return []
    kinds = [f":(top)*{suffix}" for suffix in SUFFIXES]
    kinds += [f":(top,glob)**/{name}" for name in SETTINGS]
    where = ("HEAD", "--", *kinds, f":(top,literal){path}")
    walk = (*_WALK, f"--since={since}") if since else _WALK
    touched = dict(_touched(git.asked("log", *walk, "--format=%H", "--name-status", *where)))
    said = os.fsdecode(git.asked("log", *walk, f"--format={'%x00'.join(_FIELDS)}", *where)).split("\0")
    rows = zip(*[iter(said)] * len(_FIELDS), strict=False)
    return [
        Commit(hash, tuple(parents.split()), date, author, subject, touched.get(hash, ()))
        for hash, parents, date, author, subject in rows
    ]


def paths(found: list[Commit], path: str) -> Mapping[str, tuple[str, str]]:
    """What a journey is called in each commit, and in the one before it: renames are followed both ways."""
    later: dict[str, str] = {}
    names: dict[str, tuple[str, str]] = {}
    for commit in found:
        after = before = later.get(commit.hash, path)
        for each in commit.touched:
            if each.status[0] == "R" and each.new == after:
                before = each.old
            elif each.status[0] == "R" and each.old == after:
                after, before = each.new, each.old
        names[commit.hash] = after, before
        for parent in commit.parents:
            later.setdefault(parent, before)
    return names


def _touched(said: bytes) -> Iterator[tuple[str, tuple[Touched, ...]]]:
    words = iter(os.fsdecode(said).split("\0"))
    hash, files = "", list[Touched]()
    for raw in words:
        word = raw.strip("\n")
        if _HASH.fullmatch(word):
            yield hash, tuple(files)
            hash, files = word, []
        elif word:
            old = next(words, "")
            files.append(Touched(word, old, next(words, "") if word[0] in "RC" else old))
    yield hash, tuple(files)
