"""How wide text is on a terminal, and what to show for characters that a terminal would obey.

In: text as an author wrote it. Out: text that is safe to print, and its width in columns.
"""

import re
from collections.abc import Iterable, Iterator
from unicodedata import category, east_asian_width

import msgspec

TAB = "    "

# Controls, line and paragraph separators, what turns the direction of writing, what
# is not seen at all, and halves of surrogate pairs. Joiners stay: emoji and Persian
# are written with them.
_UNSAFE = (
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff\ufff9-\ufffb]"
)

# Marks and joiners take no column of their own; neither do the vowels and finals of
# decomposed Korean (U+1160 to U+11FF). The soft hyphen does.
_ON_TOP = {"Mn", "Me", "Cf"}


class Window(msgspec.Struct, frozen=True):
    """A part of a line: its text, the columns before the caret, and the carets."""

    text: str
    before: int
    carets: int


def width(text: str) -> int:
    """Columns that a terminal gives to text without tabs and control characters."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(char: str) -> int:
    if (category(char) in _ON_TOP and char != "\xad") or "\u1160" <= char <= "\u11ff":
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


def inert(text: str) -> str:
    """Text on one line with nothing in it that a terminal would obey: `\\x1b`, `\\u202e`."""
    if text.isprintable():  # as nearly all is: the pattern needn't be compiled
        return text
    return re.sub(_UNSAFE, lambda found: found[0].encode("unicode_escape").decode(), text)


def shown(text: str) -> str:
    """A source line as it is printed: tabs as four spaces, `�` for what would be obeyed."""
    return re.sub(_UNSAFE, "�", text.replace("\t", TAB))


def wrapped(text: str, room: int, first: str = "", further: str = "") -> Iterator[str]:
    """Lines of at most `room` columns, with these margins; a word that is longer has one of its own."""
    line, empty = first, True
    for word in inert(text).split(" "):
        if not empty and width(line) + 1 + width(word) > room:
            yield line
            line, empty = further, True
        line += word if empty else f" {word}"
        empty = False
    yield line


def window(line: str, start: int, end: int, room: int) -> Window:
    """The part of a line around `start` that fits into `room` columns, cut off with `…`.

    `start` and `end` are 0-based offsets into the line; at its end there is place for
    one caret more.
    """
    left, right = 0, len(line)
    if right > room or width(shown(line)) >= room:
        left = _back(line, start, room // 3)
        right = _forth(line, left, room - 3)
        if right == len(line):
            left = _back(line, right, room - 3)
    head = "…" if left else ""
    tail = "…" if right < len(line) else ""
    before = width(head + shown(line[left:start]))
    carets = width(shown(line[start : min(end, right)]))
    return Window(head + shown(line[left:right]) + tail, before, max(carets, 1))


def _forth(line: str, at: int, room: int) -> int:
    return at + _fitting((line[i] for i in range(at, len(line))), room)


def _back(line: str, at: int, room: int) -> int:
    return at - _fitting((line[i] for i in range(at - 1, -1, -1)), room)


def _fitting(chars: Iterable[str], room: int) -> int:
    """How many characters fit; marks that take no column are bounded too."""
    count = used = 0
    for char in chars:
        used += width(shown(char))
        if used > room or count == 4 * room:
            break
        count += 1
    return count
