"""Builds shared among machines: each writes what it did as a part, and the parts make one folder.

In: the record of a part. Out: `manifest.2-of-4.json`; from all parts, one record.
"""

import re
from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence

import msgspec

from cjm import __version__
from cjm.builds.folder import Folder
from cjm.builds.state import File, Record, Stamp, State
from cjm.errors import UsageError
from cjm.source import readable

NAME = re.compile(r"manifest\.(\d+)-of-(\d+)\.json")


class Done(msgspec.Struct, frozen=True):
    """A journey of a part: its record but for what only the machine that made it can use, and its files."""

    source: str
    digest: str
    counts: str
    entry: str
    files: tuple[tuple[str, str, int], ...]
    failed: bool = False


class Part(msgspec.Struct, frozen=True):
    """What one of `parts` machines did. `whole` is the digest of all journeys and options."""

    version: int
    generator: str
    part: int
    parts: int
    whole: str
    journeys: tuple[Done, ...]
    skipped: tuple[str, ...]


def name(part: int, parts: int) -> str:
    """`manifest.2-of-4.json`."""
    return f"manifest.{part}-of-{parts}.json"


def written(state: State, names: Sequence[str], shard: tuple[int, int], whole: str) -> bytes:
    """A part, of the journeys of these names; those that have no record, or errors since, were skipped."""
    files: dict[str, list[File]] = {}
    for each in state.files():
        files.setdefault(each.path, []).append(each)
    texts, entries = state.texts(), {path: (failed, entry) for path, failed, entry in state.entries()}
    done = tuple(
        Done(
            readable(path),
            *texts[path],
            b64encode(entries[path][1]).decode("ascii"),
            tuple((readable(each.name), each.stamp.digest, each.stamp.size) for each in files.get(path, ())),
            entries[path][0],
        )
        for path in names
        if path in texts
    )
    skipped = tuple(readable(path) for path in names if path not in texts or entries[path][0])
    part = Part(1, f"cjm {__version__}", *shard, whole, done, skipped)
    return msgspec.json.format(msgspec.json.encode(part), indent=1) + b"\n"


def read(texts: Mapping[str, bytes]) -> list[Part]:
    """The parts in files, by their names, in order. Raises `UsageError` where they don't make a whole."""
    if not texts:
        help = "build them with --shard 1/2, --shard 2/2, and put what comes of it into one folder"
        raise UsageError("there are no parts to merge in the output folder", help)
    parts = []
    for path, text in texts.items():
        try:
            parts.append(msgspec.json.decode(text, type=Part))
        except msgspec.MsgspecError as error:
            raise UsageError(f"{path} is no part of a build: {error}") from None
    parts.sort(key=lambda part: part.part)
    first = parts[0]
    for part in parts:
        if part.generator != first.generator:
            raise UsageError(f"the parts were built by {first.generator} and by {part.generator}")
        if (part.parts, part.whole) != (first.parts, first.whole):
            two = f"parts {first.part} and {part.part}"
            raise UsageError(f"{two} were built from different journeys or with other options")
    missing = sorted({*range(1, first.parts + 1)}.difference(part.part for part in parts))
    if missing:
        raise UsageError(f"part {missing[0]} of {first.parts} is missing")
    return parts


def merged(parts: Sequence[Part], state: State, folder: Folder) -> None:
    """Record what all parts made. Raises `UsageError` for a file that isn't as it was made."""
    for each in (done for part in parts for done in part.journeys):
        files = [File(each.source, name, "", Stamp(digest, size, -1)) for name, digest, size in each.files]
        for file in files:
            if file.stamp.digest and not folder.holds(file.name, file.stamp):
                raise UsageError(f"{folder.place(file.name)} isn't there, or isn't what its part built")
        state.keep(
            Record(
                each.source, "", each.digest, "", each.counts, b"", b"", b64decode(each.entry), each.failed
            ),
            files,
        )
