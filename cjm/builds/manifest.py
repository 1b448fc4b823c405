"""The manifest: what is in an output folder, and from what it was made, for other tools.

In: the record of a folder. Out: `manifest.json`, the same bytes for the same folder.
"""

from collections.abc import Mapping, Sequence

import msgspec

from cjm import __version__
from cjm.builds.state import File
from cjm.source import readable

NAME = "manifest.json"


class Listed(msgspec.Struct, frozen=True):
    """A file below the output folder: its name, bytes, and digest (BLAKE2b of 20 bytes)."""

    path: str
    bytes: int
    digest: str


class Findings(msgspec.Struct, frozen=True):
    """How many there are of each severity."""

    error: int = 0
    warning: int = 0
    info: int = 0


class Journey(msgspec.Struct, frozen=True):
    """A journey by its source's path, with what was made of it.

    `digest` is that of the source's bytes.
    """

    source: str
    digest: str
    findings: Findings
    files: tuple[Listed, ...]


class Manifest(msgspec.Struct, frozen=True):
    """All journeys, by their paths, and the files that are about all of them."""

    version: int
    generator: str
    journeys: tuple[Journey, ...]
    files: tuple[Listed, ...] = ()


def manifest(texts: Mapping[str, tuple[str, str]], files: Sequence[File]) -> Manifest:
    """Of journeys by path, with their texts' digests and counts; a file of none of them is about all."""
    listed: dict[str, list[Listed]] = {}
    for each in files:
        if each.stamp.digest:
            listed.setdefault(each.path, []).append(
                Listed(readable(each.name), each.stamp.size, each.stamp.digest)
            )
    journeys = tuple(
        Journey(readable(path), text, Findings(*map(int, counts.split())), tuple(listed.get(path, ())))
        for path, (text, counts) in sorted(texts.items())
    )
    own = tuple(each for each in listed.get("", ()) if each.path != NAME)
    return Manifest(1, f"cjm {__version__}", journeys, own)


def written(found: Manifest) -> bytes:
    """As JSON with a line for each field, so that a diff of it reads well."""
    encoded = msgspec.json.encode(found, order="deterministic")
    return msgspec.json.format(encoded, indent=1) + b"\n"
