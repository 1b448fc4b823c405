"""Which journey files lie in folders, without those that git ignores.

In: absolute paths of folders. Out: absolute paths of files, in no order. Git is asked
where it knows the folder; elsewhere `.gitignore` files count as git would count them.
"""

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from cjm.errors import UsageError
from cjm.shell.files import read_bytes, reason

if TYPE_CHECKING:  # its 20 ms are for folders with a .gitignore that git doesn't know
    from pathspec import GitIgnoreSpec

SUFFIXES = (".cjm.yaml", ".cjm.yml")


def is_journey(name: str) -> bool:
    """Whether a file of this name is a journey or a library; hidden files are not."""
    return name.endswith(SUFFIXES) and not name.startswith(".")


def below(folder: str) -> list[str]:
    """Every journey file below a folder, hidden folders and links to folders left out."""
    found = _ask_git(folder, [f"*{suffix}" for suffix in SUFFIXES])
    if found is None:
        return list(_walk(folder))
    start = len(os.path.join(folder, ""))
    return [path for path in found if not any(name.startswith(".") for name in path[start:].split(os.sep))]


def beside(folder: str) -> list[str]:
    """The journey files in the folder itself."""
    try:
        with os.scandir(folder) as entries:
            files = [entry.path for entry in entries if is_journey(entry.name) and not entry.is_dir()]
    except OSError:
        return []
    if len(files) < 2:  # nothing beside the one that was asked for: git needn't be
        return files
    found = _ask_git(folder, [f":(glob)*{suffix}" for suffix in SUFFIXES])
    if found is None:
        rules = _rules_above(folder) + _rules_of(folder)
        return [path for path in files if not _ignored(path, rules)]
    return found


def _ask_git(folder: str, patterns: list[str]) -> list[str] | None:
    """What git lists below a folder; None where there is no git, or it doesn't know the folder."""
    if _checkout(folder) is None:
        return None
    import subprocess

    # Inside a hook GIT_DIR and GIT_INDEX_FILE point elsewhere; a file-system monitor
    # would be a program of the checkout's own choice.
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    command = [
        "git",
        "-C",
        folder,
        "-c",
        "core.fsmonitor=false",
        "ls-files",
        "-co",
        "--exclude-standard",
        "-z",
    ]
    try:
        done = subprocess.run([*command, "--", *patterns], capture_output=True, check=False, env=environment)
    except OSError:
        return None
    if done.returncode:
        return None
    names = {name for name in os.fsdecode(done.stdout).split("\0") if is_journey(name.rpartition("/")[2])}
    paths = (os.path.join(folder, *name.split("/")) for name in names)
    return [path for path in paths if os.path.lexists(path) and not os.path.isdir(path)]


def _checkout(folder: str) -> str | None:
    """The top folder of the checkout that a folder lies in."""
    while not os.path.lexists(os.path.join(folder, ".git")):
        folder, last = os.path.dirname(folder), folder
        if folder == last:
            return None
    return folder


class _Rules(msgspec.Struct, frozen=True):
    """What the .gitignore of one folder says."""

    folder: str
    spec: "GitIgnoreSpec"


def _walk(top: str) -> Iterator[str]:
    pending = [(top, _rules_above(top))]
    while pending:
        folder, rules = pending.pop()
        rules = rules + _rules_of(folder)
        for entry in _entries(folder, top):
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                if not _ignored(entry.path + os.sep, rules):
                    pending.append((entry.path, rules))
            elif is_journey(entry.name) and not os.path.isdir(entry.path) and not _ignored(entry.path, rules):
                yield entry.path


def _entries(folder: str, top: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError as error:
        if folder == top:
            raise UsageError(f"cannot read {top}: {reason(error)}") from None
        return []


def _rules_above(folder: str) -> tuple[_Rules, ...]:
    """The rules of the folders over this one, up to the checkout's top folder."""
    top = _checkout(folder) or folder
    rules: tuple[_Rules, ...] = ()
    while folder != top:
        folder = os.path.dirname(folder)
        rules = _rules_of(folder) + rules
    return rules


def _rules_of(folder: str) -> tuple[_Rules, ...]:
    try:
        text = read_bytes(os.path.join(folder, ".gitignore"), 1_000_000).decode(errors="replace")
    except OSError:
        return ()
    return (_Rules(folder, _spec(text.splitlines())),)


def matching(paths: Sequence[str], root: str, patterns: Sequence[str]) -> set[str]:
    """The paths that patterns match, written as in a `.gitignore` in `root`."""
    if not patterns:
        return set()
    spec = _spec(list(patterns))
    return {path for path in paths if spec.match_file(os.path.relpath(path, root))}


def passed_over(paths: Sequence[str], root: str, sources: Sequence[str], exclude: Sequence[str]) -> set[str]:
    """The paths that a project doesn't read: those that are none of its sources, and what it excludes."""
    beside = set(paths).difference(matching(paths, root, sources)) if sources else set()
    return beside | matching(paths, root, exclude)


def _spec(lines: list[str]) -> "GitIgnoreSpec":
    from pathspec import GitIgnoreSpec

    def readable(line: str) -> bool:
        try:
            GitIgnoreSpec.from_lines([line])
        except ValueError:  # git passes over a pattern that it can't read
            return False
        return True

    try:
        return GitIgnoreSpec.from_lines(lines)
    except ValueError:
        return GitIgnoreSpec.from_lines(filter(readable, lines))


def _ignored(path: str, rules: tuple[_Rules, ...]) -> bool:
    """Whether the nearest rule that says anything says so; a folder's path ends in a slash."""
    for each in reversed(rules):
        name = path[len(each.folder) :].lstrip(os.sep).replace(os.sep, "/")
        decided = each.spec.check_file(name).include
        if decided is not None:
            return decided
    return False
