"""What earlier builds made, and from what: one SQLite file, of which a build only trusts what it can prove.

A journey's `key` is a digest of all that its artefacts depend on but for what it looked
at by name; a file is known by its digest, and by its size and time while nobody touched
it. SQLite keeps the record whole when a build is killed or two write at once. Losing
it costs a full build and nothing else.
"""

import contextlib
import os
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Self

import msgspec
from msgspec.structs import astuple

from cjm.builds.digests import content_digest
from cjm.errors import UsageError

if TYPE_CHECKING:  # a build of one file keeps no record
    import sqlite3

FOLDER = ".cjm"
_FILE = "builds.sqlite"

# Another number: older records are dropped.
_VERSION = 5

_TABLES = """
CREATE TABLE project (output, root, request, settings, facts, looked, told,
    PRIMARY KEY (output, root, request));
CREATE TABLE journey (output, path, key, text, looked, counts, told, findings, entry, failed,
    PRIMARY KEY (output, path));
CREATE TABLE file (output, path, name, key, digest, size, time, PRIMARY KEY (output, name));
"""


class Stamp(msgspec.Struct, frozen=True):
    """A file as it was written: its digest, bytes, and time in nanoseconds."""

    digest: str
    size: int
    time: int


class File(msgspec.Struct, frozen=True):
    """An artefact of the journey at `path`, by its `name` below the output folder.

    Without a digest there is no such file: that view of the journey is empty.
    """

    path: str
    name: str
    key: str
    stamp: Stamp


class Record(msgspec.Struct, frozen=True):
    """What a journey gave, beside its files.

    `text` is the digest of its source; `looked` are the things that it looked at by name, as
    lines of kind, name and digest; `counts` how many errors, warnings and notes its findings
    are. Encoded are what is `told` of it at every build, its `findings`, and its `entry` in
    the portfolio. It has `failed` where it has errors since.
    """

    path: str
    key: str
    text: str
    looked: str
    counts: str
    told: bytes
    findings: bytes
    entry: bytes
    failed: bool = False


class Facts(msgspec.Struct, frozen=True):
    """What settings came to, as long as they and the files that they name are the same."""

    settings: str
    facts: str
    looked: str
    told: bytes


class State:
    """The record of one output folder."""

    def __init__(self, database: "sqlite3.Connection", output: str) -> None:
        self._database = database
        self._output = output

    @classmethod
    def is_kept(cls, base: str) -> bool:
        """Whether there is a record in a folder."""
        return os.path.exists(os.path.join(base, FOLDER, _FILE))

    @classmethod
    def open(cls, base: str, output: str = "") -> Self | None:
        """The record in the folder `base`; None where none can be kept. A damaged one starts anew."""
        import sqlite3

        folder = os.path.join(base, FOLDER)
        path = os.path.join(folder, _FILE)
        for _ in range(2):
            try:
                if not os.path.isdir(folder):
                    os.makedirs(folder, exist_ok=True)
                    with open(os.path.join(folder, ".gitignore"), "w", encoding="ascii") as ignored:
                        ignored.write("*\n")
                return cls(_connected(path), output)
            except OSError:
                return None
            except sqlite3.OperationalError:  # read-only, or locked for long
                return None
            except sqlite3.DatabaseError:
                with contextlib.suppress(OSError):
                    os.unlink(path)
        return None

    @classmethod
    def blank(cls, output: str) -> Self:
        """A record that nobody keeps."""
        return cls(_connected(":memory:"), output)

    def of(self, output: str) -> "State":
        """The record of another output folder."""
        return State(self._database, output)

    def copy(self, output: str) -> "State":
        """The record of another output folder, whose changes nobody keeps."""
        import sqlite3

        copied = sqlite3.connect(":memory:", isolation_level=None)
        self._database.backup(copied)
        return State(copied, output)

    @contextlib.contextmanager
    def together(self) -> Iterator[None]:
        """What is recorded meanwhile is recorded as one."""
        self._execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._execute("ROLLBACK")
            raise
        self._execute("COMMIT")

    def facts(self, root: str, request: str) -> Facts | None:
        """What the settings of a project came to under the options that a request stands for."""
        where = "root = ? AND request = ?"
        for row in self._rows("project", "settings, facts, looked, told", where, root, request):
            settings, facts, looked = map(_text, row[:3])
            return Facts(settings, facts, looked, row[3])
        return None

    def keep_facts(self, root: str, request: str, facts: Facts) -> None:
        """Record them."""
        self._put("project", (root, request, *astuple(facts)))

    def keys(self) -> dict[str, tuple[str, str, str, bool]]:
        """Of every journey its key, what it looked at, its counts, and whether it has errors since."""
        rows = self._rows("journey", "path, key, looked, counts, failed")
        return {
            _text(path): (_text(key), _text(looked), _text(counts), bool(failed))
            for path, key, looked, counts, failed in rows
        }

    def texts(self) -> dict[str, tuple[str, str]]:
        """Of every journey the digest of its source, and its counts."""
        rows = self._rows("journey", "path, text, counts")
        return {_text(path): (_text(text), _text(counts)) for path, text, counts in rows}

    def entries(self) -> Iterator[tuple[str, bool, bytes]]:
        """Of every journey the path, whether it has errors since, and the encoded entry; one at a time."""
        for path, failed, entry in self._rows("journey", "path, failed, entry", "1 ORDER BY path"):
            yield _text(path), bool(failed), entry

    def entry(self, path: str) -> bytes:
        """The encoded entry of a journey; empty where there is none."""
        return next((entry for (entry,) in self._rows("journey", "entry", "path = ?", path)), b"")

    def said(self, *, findings: bool) -> Iterator[tuple[str, bytes, bytes]]:
        """What is told of journeys, by path, where there is anything; with their findings, or without."""
        what, where = ("findings", "told || findings") if findings else ("x''", "told")
        for path, told, found in self._rows(
            "journey", f"path, told, {what}", f"{where} != x'' ORDER BY path"
        ):
            yield _text(path), told, found

    def paths(self) -> list[str]:
        """Of every journey the path."""
        return [_text(path) for (path,) in self._rows("journey", "path")]

    def files(self, *, shared: bool = False) -> list[File]:
        """Every artefact, or what is about all journeys, in order of names."""
        where = "path = x''" if shared else "1"
        rows = self._rows("file", "path, name, key, digest, size, time", f"{where} ORDER BY name")
        return [
            File(_text(path), _text(name), _text(key), Stamp(_text(digest), size, time))
            for path, name, key, digest, size, time in rows
        ]

    def holds(self, name: str) -> bool:
        """Whether there is a file of that name."""
        return any(self._rows("file", "name", "name = ?", name))

    def pages(self) -> dict[str, str]:
        """The name of each journey's page, by its path."""
        found = self._rows("file", "path, name", "path != x'' AND digest != x''")
        pages = ((_text(path), name) for path, name in found if name.endswith(b".html"))
        return {path: _text(name) for path, name in pages}

    def keep(self, record: Record, files: Iterable[File]) -> None:
        """Record a journey; artefacts that it had before and that aren't among these stay."""
        self._put("journey", astuple(record))
        for each in files:
            self.keep_file(each)

    def fail(self, path: str, *, failed: bool = True) -> bool:
        """Mark what is recorded of a journey as older than its errors, or not; whether that is news."""
        where = "WHERE output = ? AND path = ? AND failed != ?"
        values = (failed, _blob(self._output), _blob(path), failed)
        return self._execute(f"UPDATE journey SET failed = ? {where}", values).rowcount > 0

    def keep_file(self, file: File) -> None:
        """Record a file; its path is empty where it is about all journeys."""
        self._put("file", (file.path, file.name, file.key, *astuple(file.stamp)))

    def forget(self, path: str) -> None:
        """Drop a journey with its files."""
        for table in ("journey", "file"):
            self._drop(table, "path = ?", path)

    def forget_file(self, name: str) -> None:
        """Drop a file that is about all journeys."""
        self._drop("file", "path = x'' AND name = ?", name)

    def forget_all(self) -> None:
        """Drop everything about this output folder."""
        for table in ("project", "journey", "file"):
            self._drop(table, "1")

    def _execute(self, query: str, values: tuple[Any, ...] = ()) -> "sqlite3.Cursor":
        import sqlite3

        try:
            return self._database.execute(query, values)
        except sqlite3.Error as error:
            help = "remove it: a next build builds everything and starts another"
            raise UsageError(f"cannot use the record of builds {FOLDER}/{_FILE}: {error}", help) from None

    def _rows(self, table: str, columns: str, where: str = "1", *values: str) -> Iterator[tuple[Any, ...]]:
        # Before ORDER BY there is a condition.
        query = f"SELECT {columns} FROM {table} WHERE output = ? AND {where}"
        yield from self._execute(query, tuple(map(_blob, (self._output, *values))))

    def _put(self, table: str, values: Sequence[object]) -> None:
        row = tuple(_blob(each) if isinstance(each, str) else each for each in (self._output, *values))
        self._execute(f"INSERT OR REPLACE INTO {table} VALUES ({', '.join('?' * len(row))})", row)

    def _drop(self, table: str, where: str, *values: str) -> None:
        query = f"DELETE FROM {table} WHERE output = ? AND {where}"
        self._execute(query, tuple(map(_blob, (self._output, *values))))


# Most are paths, which may hold bytes that are no text.
_blob = os.fsencode
_text = os.fsdecode


def stands(path: str, stamp: Stamp) -> bool:
    """Whether a file is still as it was written: by size and time, else by its bytes."""
    try:
        found = os.stat(path)
    except OSError:
        return False
    if found.st_size != stamp.size:
        return False
    return found.st_mtime_ns == stamp.time or content_digest(path) == stamp.digest


def _connected(path: str) -> "sqlite3.Connection":
    import sqlite3

    database = sqlite3.connect(path, timeout=30, isolation_level=None)
    database.execute("PRAGMA synchronous = OFF")  # a lost record is no lost work
    (version,) = database.execute("PRAGMA user_version").fetchone()
    if version != _VERSION:
        database.execute("BEGIN IMMEDIATE")
        for (table,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            database.execute(f"DROP TABLE IF EXISTS {table}")
        for statement in filter(str.strip, _TABLES.split(";")):
            database.execute(statement)
        database.execute(f"PRAGMA user_version = {_VERSION}")
        database.execute("COMMIT")
    return database
