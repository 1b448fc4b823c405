"""What the lines of a text are, for whoever cuts and joins them.

A line ends in a line feed and nowhere else: other signs that Python ends lines at are text.
"""

import re
from collections.abc import Iterator

_LINE = re.compile(r"[^\n]*\n|[^\n]+")


def lines(text: str) -> list[str]:
    """The lines with their ends."""
    return _LINE.findall(text)


def told(text: str) -> Iterator[str]:
    """The lines that aren't blank, wherever they are indented to."""
    return filter(None, (line.strip() for line in lines(text)))


def says(line: str) -> bool:
    """Whether a line is neither blank nor a comment."""
    return bool(line.strip()) and not line.lstrip().startswith("#")


def has_content(text: str) -> bool:
    """Whether there is a line that is neither blank nor a comment."""
    return any(map(says, lines(text)))


def above(text: str) -> int:
    """How much of a text stands above its first line that is neither blank nor a comment."""
    at = 0
    for line in lines(text):
        if says(line):
            return at
        at += len(line)
    return 0


def dashed(text: str, column: int) -> str:
    """A text with a dash at a column of its first line that is neither blank nor a comment."""
    at = above(text) + column
    return f"{text[:at]}-{text[at + 1 :]}" if has_content(text) else text


def moved(text: str, by: int) -> str:
    """A text so many columns further right, or left; what stands further left already stays there."""
    return "".join(
        line if not line.strip() else " " * by + line if by > 0 else line.removeprefix(" " * -by)
        for line in lines(text)
    )
