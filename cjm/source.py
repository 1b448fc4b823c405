"""A text with its name, and places in it.

In: the path as the user knows it, and the decoded text. Out: `Span`s, and what
people and editors call them (line and column).
"""

import re
from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

import msgspec

# A line ends where an editor ends it. YAML also breaks at NEL and U+2028,
# editors don't, and a position is for editors and people.
LINE_END = re.compile(r"\r\n|\n|\r")


class Span(msgspec.Struct, frozen=True, order=True, gc=False, array_like=True):
    """Half-open range of code-point offsets into one source's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """What stands there."""
        return text[self.start : self.end]


class Position(NamedTuple):
    """1-based line and column, in code points."""

    line: int
    column: int


def line_end(text: str) -> str:
    """How lines end in a text: as its first one does."""
    found = LINE_END.search(text)
    return found[0] if found else "\n"


def file_name(path: str) -> str:
    """The last part of a path as text, the same in every locale; what is no UTF-8 becomes `�`.

    Where the surroundings can't decode a name, Python holds its bytes as halves of surrogate pairs.
    """
    return readable(path.rsplit("/", 1)[-1])


def readable(name: str) -> str:
    """A path, or a part of one, as text that can be written anywhere."""
    try:
        return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    except UnicodeEncodeError:  # a half that holds no byte: Windows has names with them
        return name.encode("utf-8", "replace").decode()


class Source:
    """The text of one file and the path under which messages name it."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in LINE_END.finditer(self.text))]

    def position(self, offset: int) -> Position:
        """The place of an offset; one past the end of the text is allowed."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def utf16(self, offset: int) -> Position:
        """The same place as editors count it: columns in UTF-16 code units."""
        line, column = self.position(offset)
        start = self._starts[line - 1]
        wide = sum(ord(char) > 0xFFFF for char in self.text[start:offset])
        return Position(line, column + wide)

    def line(self, number: int) -> str:
        """The text of a 1-based line, without its line ending; empty past the last."""
        if number > len(self._starts):
            return ""
        end = self._starts[number] if number < len(self._starts) else len(self.text)
        return self.text[self._starts[number - 1] : end].rstrip("\r\n")

    @property
    def lines(self) -> int:
        """How many lines there are; a text that ends in a line break ends in an empty one."""
        return len(self._starts)
