"""A git repository as it was: which files a revision or the index holds, and their bytes.

In: a folder, and revisions as a user writes them. Out: `Tree`s of paths from the repository's top.
Git itself is asked, by few calls: every blob of a run comes through one `git cat-file --batch`, to
which revisions are data and never options. Nothing that a repository configures is run.
"""

import os
import subprocess
from collections.abc import Mapping
from functools import cached_property
from types import TracebackType
from typing import IO, Self

import msgspec

from cjm.errors import MissingTool, UsageError

LINK, MODULE = "120000", "160000"
_FOLLOWED = 8  # links to links, as far as anybody means it
# What git may be told by whoever calls: where it looks for settings, and how far up.
_KEPT = ("GIT_CONFIG", "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM", "GIT_EXEC_PATH")


class Entry(msgspec.Struct, frozen=True):
    """A file of a tree: its mode, and the object that holds its bytes."""

    mode: str
    object: str


class Tree(msgspec.Struct, frozen=True):
    """The files of a commit or of the index, by their paths from the top; `name` is what it is called.

    `commit` is empty for the index; `unmerged` are paths of which the index has two versions.
    """

    name: str
    entries: Mapping[str, Entry]
    commit: str = ""
    unmerged: frozenset[str] = frozenset()


class Git:
    """One repository, seen from a folder of it. Raises `UsageError` where there is none."""

    def __init__(self, folder: str = ".") -> None:
        self.folder = folder
        self._environment = _environment()
        wanted = ("rev-parse", "--is-shallow-repository", "--absolute-git-dir", "--show-prefix")
        try:
            said = self._ask(*wanted)
        except MissingTool:
            raise
        except UsageError:
            if "GIT_DIR" not in os.environ:
                raise
            self._environment |= {key: value for key, value in os.environ.items() if key[:4] == "GIT_"}
            said = self._ask(*wanted)
        shallow, self._place, prefix = os.fsdecode(said).split("\n", 2)
        self.prefix = prefix.removesuffix("\n")
        self.shallow = shallow == "true"
        self._keep_index()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        if "_reader" in self.__dict__:
            for stream in (self._reader.stdin, self._reader.stdout):
                if stream:
                    stream.close()
            self._reader.wait()

    def commit(self, revision: str) -> str:
        """The id of the commit that a revision means; empty for HEAD where nothing is committed yet.

        Raises `UsageError` where it means none.
        """
        found = self._object(f"{revision or 'HEAD'}^{{commit}}", 1 << 20)
        if found is not None:
            return found[0]
        if revision in ("", "HEAD", "@") and self._is_unborn():
            return ""
        help = "this clone is shallow: `git fetch --unshallow` gets the rest" if self.shallow else ""
        raise UsageError(
            f"no commit is called {revision!r}", help or "`git log` and `git branch -a` list them"
        )

    def tree(self, commit: str, name: str) -> Tree:
        """The files of a commit; none of no commit."""
        if not commit:
            return Tree(name, {})
        said = self._ask("ls-tree", "-r", "-z", "--full-tree", commit)
        rows = (row.partition("\t") for row in os.fsdecode(said).split("\0") if row)
        return Tree(name, {path: Entry(*head.split(" ")[0::2]) for head, _, path in rows}, commit)

    def index(self) -> Tree:
        """What is staged."""
        said = self._ask("ls-files", "--stage", "-z", "--full-name", "--", ":/")
        entries, unmerged = {}, set()
        for row in os.fsdecode(said).split("\0"):
            head, _, path = row.partition("\t")
            if path:
                mode, object, stage = head.split(" ")
                if stage == "0":
                    entries[path] = Entry(mode, object)
                else:
                    unmerged.add(path)
        return Tree("index", entries, "", frozenset(unmerged))

    def merge_base(self, one: str, other: str) -> str:
        """The commit from which two others go apart. Raises `UsageError` where there is none."""
        done = self._run("merge-base", one, other)
        if done.returncode == 0:
            return os.fsdecode(done.stdout).strip()
        help = "they have no history in common: compare them with two points, A..B"
        if self.shallow:
            help = "this clone is shallow: `git fetch --unshallow`, or `fetch-depth: 0` in a workflow"
        raise UsageError("no commit is found from which both sides go apart", help)

    def renamed(self, before: str, after: str | None, *, staged: bool = False) -> dict[str, str]:
        """New paths by the old ones, as git finds them; after is a commit, or None for what lies on disk."""
        if not before:
            return {}
        options = ("-r", "-z", "-M", "--name-status", "--diff-filter=R", "--no-ext-diff", "--no-textconv")
        if after is None:
            cached = ("--cached",) if staged else ()
            done = self._run("diff-index", *cached, *options[1:], before, "--")
        else:
            done = self._run("diff-tree", *options, before, after, "--")
        words = os.fsdecode(done.stdout).split("\0") if done.returncode == 0 else []
        return {words[at + 1]: words[at + 2] for at in range(0, len(words) - 2, 3)}

    def blob(self, entry: Entry, most: int) -> bytes:
        """The first bytes of a blob. Raises `OSError` where it isn't there, as in a partial clone."""
        found = self._object(entry.object, most)
        if found is None:
            raise OSError("this clone doesn't hold it")
        return found[1]

    def file(self, tree: Tree, path: str) -> Entry | None:
        """What a path leads to, links followed as long as they stay inside; None for anything else."""
        for _ in range(_FOLLOWED):
            entry = tree.entries.get(path)
            if entry is None or entry.mode == MODULE:
                return None
            if entry.mode != LINK:
                return entry
            target = os.fsdecode(self.blob(entry, 4096))
            path = os.path.normpath(os.path.join(os.path.dirname(path), target)).replace(os.sep, "/")
        return None

    def asked(self, *words: str) -> bytes:
        """What git says. Raises `UsageError` where it refuses."""
        return self._ask(*words)

    def shown(self, path: str) -> str:
        """A path from the top, as seen from where the user stands."""
        from cjm.shell.finding import displayed

        return displayed(os.path.join(self.folder, os.path.relpath(path or ".", self.prefix or ".")))

    def inside(self, path: str) -> str:
        """The path from the top of a file on disk. Raises `UsageError` for one outside."""
        found = os.path.normpath(os.path.join(self.prefix, os.path.relpath(path, self.folder)))
        found = found.replace(os.sep, "/")
        if found == ".." or found.startswith("../") or os.path.isabs(found):
            raise UsageError(f"{path!r} is outside the repository", "call cjm where that one is")
        return "" if found == "." else found

    def _object(self, name: str, most: int) -> tuple[str, bytes] | None:
        """The id and the first bytes of an object; None where there is none of that name."""
        if "\n" in name or "\0" in name:
            return None
        ours, its = self._pipes
        try:
            ours.write(os.fsencode(name) + b"\n")
            ours.flush()
            head = its.readline()
        except OSError:
            head = b""
        if not head:
            raise MissingTool("git stopped while it was asked for a file", "look at `git fsck`")
        words = head.rsplit(b" ", 2)
        if len(words) != 3 or not words[2].strip().isdigit():  # `… missing`, `… ambiguous`
            return None
        size = int(words[2])
        data = its.read(min(size, most))
        left = size - len(data)
        while left > 0 and (more := its.read(min(left, 1 << 20))):
            left -= len(more)
        its.read(1)
        return words[0].decode(), data

    @cached_property
    def _reader(self) -> "subprocess.Popen[bytes]":
        command = [*self._command(), "cat-file", "--batch"]
        pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
        return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=nowhere, env=self._environment)

    @property
    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        ours, its = self._reader.stdin, self._reader.stdout
        if ours is None or its is None:
            raise MissingTool("git can't be asked for files")
        return ours, its

    def _is_unborn(self) -> bool:
        return self._run("rev-parse", "--verify", "--quiet", "HEAD").returncode != 0

    def _command(self) -> list[str]:
        return ["git", "-C", self.folder, "-c", "core.fsmonitor=false", "-c", "core.quotePath=false"]

    def _run(self, *words: str) -> "subprocess.CompletedProcess[bytes]":
        try:
            return subprocess.run(
                [*self._command(), *words], capture_output=True, check=False, env=self._environment
            )
        except OSError:
            help = "install it, or name two files or two folders: cjm diff OLD NEW"
            raise MissingTool("git isn't there, or can't be run", help) from None

    def _ask(self, *words: str) -> bytes:
        done = self._run(*words)
        if done.returncode == 0:
            return done.stdout
        said = os.fsdecode(done.stderr).strip().splitlines() or ["it doesn't say why"]
        first = said[0].removeprefix("fatal: ")
        if "not a git repository" in first:
            help = "name two files or two folders to compare: cjm diff OLD NEW"
            raise UsageError(f"{self.folder!r} is in no git repository", help)
        help = next((line.strip() for line in said if "safe.directory" in line), "")
        raise UsageError(f"git refuses: {first}", help and f"if it is yours: {help}")

    def _keep_index(self) -> None:
        """Mind the index that a hook of this very repository is called with: a commit may have its own.

        A hook is told of its repository in a worktree only; else the index lies in it.
        """
        said, index = os.environ.get("GIT_DIR"), os.environ.get("GIT_INDEX_FILE")
        if not index:
            return
        place = os.path.realpath(self._place)
        index = os.path.abspath(index)
        if (said and os.path.realpath(said) == place) or os.path.realpath(index).startswith(
            f"{place}{os.sep}"
        ):
            self._environment["GIT_INDEX_FILE"] = index


def _environment() -> dict[str, str]:
    """The surroundings without what a hook of another repository would lead astray with."""
    kept = {key: value for key, value in os.environ.items() if key[:4] != "GIT_" or key.startswith(_KEPT)}
    return {
        **kept,
        "LC_ALL": "C",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_TERMINAL_PROMPT": "0",
    }
