"""Where a message points: its path, line and columns, for every format alike."""

import re
from collections.abc import Mapping

import msgspec

from cjm.diagnostics import Diagnostic, Related
from cjm.links import rule_page
from cjm.source import Position, Source


class Place(msgspec.Struct, frozen=True):
    """A path with 1-based positions in code points; `end` is one past the last character."""

    path: str
    start: Position
    end: Position


def place(message: Diagnostic | Related, sources: Mapping[str, Source]) -> Place:
    """Where a message points; the file's first place where there is no text (too large, UTF-16)."""
    source = sources.get(message.path)
    if source is None:
        return Place(message.path, Position(1, 1), Position(1, 1))
    return Place(message.path, source.position(message.span.start), source.position(message.span.end))


def well_formed(text: str) -> str:
    """Text that UTF-8 can carry: the undecodable bytes of a file's name become `�`."""
    return re.sub("[\ud800-\udfff]", "�", text)


def page_of(diagnostic: Diagnostic) -> str:
    """The address of its rule's page; none for an error of reading, which is no rule."""
    return rule_page(diagnostic.rule) if diagnostic.subject else ""
