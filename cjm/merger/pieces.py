"""What merging gives: text, and places where people must decide; and how git writes those.

In: pieces, or a text with conflict marks. Out: the other of the two.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import msgspec

from cjm.merger.lines import lines

STYLES = ("merge", "diff3", "zdiff3")
SIZE = 7
_MARK = re.compile(r"^(?:<+|\|+|=+|>+)", re.MULTILINE)


class Conflict(msgspec.Struct, frozen=True):
    """What either side wants at a place; `base` is None where nobody tells what was there before."""

    ours: str
    base: str | None
    theirs: str


class Labels(NamedTuple):
    """What the three versions are called behind conflict marks."""

    ours: str = "ours"
    base: str = "base"
    theirs: str = "theirs"


Piece = str | Conflict


class Marks(msgspec.Struct, frozen=True):
    """How conflicts are written: `style` is one of `STYLES`, `size` how long their marks are."""

    style: str = "merge"
    size: int = SIZE
    labels: Labels = Labels()


# (base, ours, theirs) as `git merge-file` merges them by line, and whether conflicts are left.
MergeLines = Callable[[str, str, str, Marks], tuple[str, bool]]


def by_lines(base: str, ours: str, theirs: str, style: str, merge: MergeLines) -> list[Piece]:
    """Three texts merged by line; what only one side changed needs no asking."""
    if theirs in (base, ours):
        return [ours]
    if ours == base:
        return [theirs]
    longest = max((len(mark) for text in (base, ours, theirs) for mark in _MARK.findall(text)), default=0)
    marks = Marks(style, max(SIZE, longest + 1), Labels("", "", ""))
    return _read(merge(base, ours, theirs, marks)[0], marks.size)


def _read(text: str, size: int) -> list[Piece]:
    """The pieces of a text with marks that are longer than any that it held before."""
    pieces: list[Piece] = []
    parts: dict[str, str] = {}
    at = ""
    for line in lines(text):
        sign = line[:1]
        if sign in set("<|=>") and line[:size] == sign * size:
            if sign == ">":
                pieces.append(Conflict(parts["<"], parts.get("|"), parts["="]))
            if sign in "<>":
                parts = {}
            at = "" if sign == ">" else sign
            if at:
                parts[at] = ""
        elif at:
            parts[at] += line
        else:
            pieces.append(line)
    return pieces


def written(pieces: Iterable[Piece], marks: Marks) -> str:
    """The text, with git's marks round what people must decide."""
    size, labels = marks.size, marks.labels
    parts = []
    for piece in pieces:
        if isinstance(piece, str):
            parts.append(piece)
            continue
        parts += [_mark("<" * size, labels.ours), piece.ours]
        if marks.style != "merge" and piece.base is not None:
            parts += [_mark("|" * size, labels.base), piece.base]
        parts += [f"{'=' * size}\n", piece.theirs, _mark(">" * size, labels.theirs)]
    return "".join(parts)


def resolved(pieces: Sequence[Piece], side: str) -> str:
    """The text as it is where a person takes `ours`, or `theirs`, of every conflict."""
    return "".join(piece if isinstance(piece, str) else getattr(piece, side) for piece in pieces)


def _mark(sign: str, label: str) -> str:
    return f"{sign} {label}".rstrip() + "\n"
