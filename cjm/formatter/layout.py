"""Entries → lines: two spaces for each level, what is in brackets stays there while it fits.

A collection in brackets with comments inside is written out, an entry a line.
"""

import re
from itertools import pairwise
from sys import maxsize

from cjm.formatter.entries import Entry, Remark, Unclear
from cjm.formatter.scalars import WIDTH, inline, lines
from cjm.syntax.written import Written

_MAX_KEY = 1000
# A mapping in braces is a row of a table: a little wider is better than broken.
_ROOM = {"[": WIDTH, "{": WIDTH + 10}
_LINE_END = re.compile(r"[\r\n]")
_BESIDE = "  "


class Layout:
    """Writes the entries of one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._flat: dict[int, str | None] = {}

    def file(self, root: Entry) -> list[str]:
        """The lines of a whole file."""
        if root.whole or root.value.properties:
            raise Unclear("something before the first key", root.value.span)
        found = [*_remarks(root.before, "")]
        body = self._entries(root, 0, None)
        first = root.entries[0]
        if found and (first.before or first.blank):
            found.append("")
        return [*found, *body, *_remarks(root.trailing, "", first=True)]

    def _entries(self, owner: Entry, column: int, lead: str | None) -> list[str]:
        """The lines of a collection that is written out; `lead` stands before its first entry."""
        found: list[str] = []
        several = False
        for number, each in enumerate(owner.entries):
            margin = " " * column
            body = self._entry(each, column, lead if lead is not None and not number else margin)
            remarks = _remarks(each.before, margin)
            above = each.before[0].blank if each.before else each.blank
            if owner.apart and several and len(body) > 1:
                above = True
            if number and above and found[-1]:  # a text block that keeps its last empty lines has one
                found.append("")
            found += remarks
            if remarks and each.blank:
                found.append("")
            found += body
            several = len(body) > 1
        return found

    def _entry(self, each: Entry, column: int, start: str) -> list[str]:
        """The lines of an entry, and of what is below and behind it."""
        below = " " * (column + 2)
        start += "-" if each.key is None else self._key(each.key) + ":"
        value = each.value
        said = self._in_line(each, start) if value.holds else None
        if value.holds and said is None:
            head = " ".join(filter(None, [start, value.properties])) + (each.beside and _BESIDE + each.beside)
            if each.key is None and head == start and not each.entries[0].before:
                found = self._entries(each, column + 2, f"{start} ")
            else:
                found = [head, *self._entries(each, column + 2, None)]
        else:
            first, *more = [said] if said is not None else self._text(each, start, column)
            found = [f"{start} {first}" if first else start, *more]
            if each.beside:
                at = 0 if value.style in ("|", ">") or first == ">-" else -1
                found[at] += _BESIDE + each.beside
        return found + _remarks(each.trailing or each.below, below, first=bool(found[-1]))

    def _text(self, each: Entry, start: str, column: int) -> list[str]:
        value = each.value
        if value.empty:
            return [value.properties]
        # A comment below a folded text would be part of it.
        room = maxsize if each.below else WIDTH - len(start) - 1
        return lines(self.text, value, room, column + 2)

    def _key(self, key: Written) -> str:
        said = inline(self.text, key, flow=True)
        if not said or key.empty or len(said) > _MAX_KEY:
            raise Unclear("a key that is empty, of several lines or very long", key.span)
        return said + " " * (key.style == "*")

    def _in_line(self, each: Entry, start: str) -> str | None:
        """A collection as it stands behind its key in brackets; None where it is written out."""
        value = each.value
        if not value.flow or (each.forced and not each.whole):
            return None
        said = self._bracketed(each)
        if said is None or len(start) + 1 + len(said) <= _ROOM[value.style] or each.whole or not each.entries:
            return said
        broken = _LINE_END.search(self.text, value.own, value.span.end)
        return said if each.beside and not broken else None

    def _bracketed(self, each: Entry) -> str | None:
        """A value in one line; a collection with its brackets."""
        value = each.value
        if not value.holds:
            return (
                value.properties + " " * bool(value.properties)
                if value.empty
                else inline(self.text, value, True)
            )
        if id(each) not in self._flat:
            self._flat[id(each)] = self._collected(each)
        return self._flat[id(each)]

    def _collected(self, each: Entry) -> str | None:
        remarked = each.forced or any(one.is_remarked for one in each.entries)
        if each.whole and remarked:
            raise Unclear("a comment inside a number with a comma", each.value.span)
        if remarked:
            return None
        parts: list[str] = []
        for number, one in enumerate(each.entries):
            said = self._bracketed(one)
            if said is None:
                return None
            if one.key:
                key = self._key(one.key)
                said = f"{key}: {said}" if said else key.rstrip()
            if number:
                parts.append("," if self.is_torn(each.entries[number - 1], one) else ", ")
            parts.append(said)
        opened, closed = "{}" if each.value.style == "{" else "[]"
        properties = f"{each.value.properties} " if each.value.properties else ""
        return f"{properties}{opened}{''.join(parts)}{closed}"

    def mark(self, root: Entry) -> None:
        """Note the mappings in braces that a decimal comma tore apart: `{cost: 3,1}` must stay so."""
        for each in root.inner():
            if each.value.style == "{" and each.value.flow:
                each.whole = any(self.is_torn(*pair) for pair in pairwise(each.entries))

    def is_torn(self, before: Entry, each: Entry) -> bool:
        """Whether two entries are the parts of one number."""
        return (
            each.key is not None
            and each.value.empty
            and self.text[before.value.span.end : each.key.span.start] == ","
            and before.value.value[-1:].isdigit()
            and each.key.value[:1].isdigit()
        )


def _remarks(remarks: list[Remark], margin: str, first: bool = False) -> list[str]:
    """Comments on lines of their own; above the `first` too an empty line stays."""
    found: list[str] = []
    for number, each in enumerate(remarks):
        if each.blank and (number or first):
            found.append("")
        found.append(margin + each.text)
    return found
