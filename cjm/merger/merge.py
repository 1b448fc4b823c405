"""Three texts → one: merged by id where all are journeys or libraries, else by line.

A merge by id is proven before it is given: whatever people decide, it can be read, and no line
that a side added is missing. Else lines are merged, as without cjm.
"""

import re
from collections import Counter
from typing import NamedTuple

import msgspec

from cjm.diagnostics import Diagnostic, Severity
from cjm.merger.chunks import cut
from cjm.merger.lines import told
from cjm.merger.pieces import Marks, MergeLines, Piece, resolved, written
from cjm.merger.weaving import woven
from cjm.source import Source
from cjm.syntax import parse

_OTHER_END = re.compile(r"\r(?!\n)")
_BARE_END = re.compile(r"(?<!\r)\n")


class Merged(msgspec.Struct, frozen=True):
    """The text, whether it has conflict marks, and whether it was merged by line only.

    `errors` are those that a text without conflict marks has, and neither side had.
    """

    text: str
    conflict: bool
    by_line: bool = False
    errors: tuple[Diagnostic, ...] = ()


class _Style(NamedTuple):
    """What is the same for all lines of a file."""

    mark: str
    end: str
    last: str


def merge(base: str, ours: str, theirs: str, path: str, marks: Marks, by_line: MergeLines) -> Merged:
    """The merged text of a journey or a library; `path` is what its errors call it."""
    if theirs in (base, ours):
        return Merged(ours, False)
    if ours == base:
        return Merged(theirs, False)
    styles = [_style(text) for text in (base, ours, theirs)]
    plain = (_plain(base), _plain(ours), _plain(theirs))
    pieces = _by_id(plain, path, marks, by_line) if all(styles) else None
    if pieces is None:
        return Merged(*by_line(base, ours, theirs, marks), by_line=True)
    conflict = any(not isinstance(piece, str) for piece in pieces)
    text = written(pieces, marks)
    found = () if conflict else _new_errors(plain, text, path)
    return Merged(_styled(text, *styles), conflict, errors=found)


def _by_id(texts: tuple[str, str, str], path: str, marks: Marks, by_line: MergeLines) -> list[Piece] | None:
    """The pieces of the merged text; None where only lines can be merged."""
    base, ours, theirs = (cut(Source(path, text)) for text in texts)
    if not base or not ours or not theirs:
        return None
    pieces = woven(base, ours, theirs, marks.style, by_line)
    for side in ("ours", "theirs"):
        read = parse(Source(path, resolved(pieces, side)))
        if read.diagnostics or not read.complete:
            return None
    kept = _lines("".join(part for piece in pieces for part in _parts(piece)))
    lost = any((_lines(text) - _lines(texts[0])) - kept for text in texts[1:])
    return None if lost else pieces


def _parts(piece: Piece) -> tuple[str, ...]:
    return (piece,) if isinstance(piece, str) else (piece.ours, piece.theirs)


def _lines(text: str) -> Counter[str]:
    """How often each line stands there, wherever it is indented to and whatever has the dash."""
    return Counter(filter(None, (line.removeprefix("-").lstrip() for line in told(text))))


def _style(text: str) -> _Style | None:
    """How lines end, the mark at the start and the end of the last line; None where lines differ."""
    bare = len(_BARE_END.findall(text))
    ends = text.count("\n")
    if _OTHER_END.search(text) or bare not in (0, ends):
        return None
    last = "\n" if text.endswith("\n") or not text else ""
    return _Style("\ufeff" * text.startswith("\ufeff"), "\n" if bare or not ends else "\r\n", last)


def _plain(text: str) -> str:
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    return text if text.endswith("\n") else f"{text}\n"


def _styled(text: str, base: _Style | None, ours: _Style | None, theirs: _Style | None) -> str:
    """The text in the style of the side that changed it."""
    assert base
    assert ours
    assert theirs
    mark, end, last = (o if b == t else t for b, o, t in zip(base, ours, theirs, strict=True))
    whole = text if last else text.removesuffix("\n")
    return mark + whole.replace("\n", end)


def _new_errors(sides: tuple[str, str, str], text: str, path: str) -> tuple[Diagnostic, ...]:
    """What is wrong with the merged text and was so on no side: a second id, a way to what is gone."""
    known = {(each.rule, each.message) for side in sides[1:] for each in _errors(side, path)}
    return tuple(each for each in _errors(text, path) if (each.rule, each.message) not in known)


def _errors(text: str, path: str) -> list[Diagnostic]:
    """What is wrong with a text by itself; what it refers to in libraries is taken for granted."""
    from cjm.config import Settings
    from cjm.diagnostics import ordered
    from cjm.model.binding import bind
    from cjm.model.entities import Journey
    from cjm.naming import glanced
    from cjm.project import resolve

    source = Source(path, text)
    subject, found = bind(source, parse(source))
    if isinstance(subject, Journey):
        found += resolve([subject], [], Settings(), {path: glanced(path, text)})[1]
    return [each for each in ordered(found) if each.severity is Severity.ERROR]
