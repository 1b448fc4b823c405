"""A text cut into chunks: keys and the items of lists, down to what only reads as a whole.

In: a source. Out: a tree of `Chunk`s whose texts, one behind the other, are the source's. A
chunk is whole lines; it owns the comments and blank lines above it, and comments below it that
are indented deeper.
"""

from typing import Literal

import msgspec

from cjm.merger.lines import lines, moved, says
from cjm.naming import slug
from cjm.source import Source
from cjm.syntax import Entry, Mapping, Node, Scalar, Sequence, parse

# What a list's items are told apart by where they have no id, the first that is there.
_NAMES = ("name", "title", "text", "to", "url", "file", "from")

Kind = Literal["leaf", "map", "item", "list"]


class Chunk(msgspec.Struct, frozen=True):
    """A key with its value, or an item of a list.

    A `leaf` is text alone; the others are `head`, `children` and `tail`. An `item` is a mapping
    whose first key stands behind its dash, at `column`: there that child has a space.
    `key` tells it from its siblings; of an item, `given` is whether its file says that id.
    `start` is where its text begins in the source, and stays that when it is changed.
    """

    key: str
    text: str
    column: int
    start: int = 0
    kind: Kind = "leaf"
    head: str = ""
    children: tuple["Chunk", ...] = ()
    tail: str = ""
    name: str = ""
    was: str = ""
    given: bool = False


def cut(source: Source) -> Chunk | None:
    """The tree of a text whose lines end in line feeds; None where YAML finds a fault or no mapping in it."""
    parsed = parse(source)
    if parsed.diagnostics or not parsed.complete or not isinstance(parsed.root, Mapping):
        return None
    made = _Cutter(source.text).inside(Chunk("", source.text, -1), parsed.root, 0)
    return made if made.kind == "map" else None


def shifted(chunk: Chunk, column: int) -> Chunk:
    """The same chunk at another column; comments that stand further left stay there."""
    by = column - chunk.column
    return _shifted(chunk, by) if by else chunk


def _shifted(chunk: Chunk, by: int) -> Chunk:
    return msgspec.structs.replace(
        chunk,
        column=chunk.column + by,
        text=moved(chunk.text, by),
        head=moved(chunk.head, by),
        tail=moved(chunk.tail, by),
        children=tuple(_shifted(child, by) for child in chunk.children),
    )


class _Part(msgspec.Struct, frozen=True):
    """A child to be: where its own lines start and its value ends, and what it is."""

    start: int
    end: int
    column: int
    node: Node
    entry: Entry | None = None


class _Cutter:
    def __init__(self, text: str) -> None:
        self.text = text

    def inside(self, chunk: Chunk, node: Node, top: int, dash: int = -1) -> Chunk:
        """The chunk with its children, if its value can be cut.

        Its value begins somewhere behind `top`; a blank stands in for the `dash`.
        """
        parts = self._parts(node, top)
        if not parts:
            return chunk
        start, column = chunk.start, parts[0].column
        end = start + len(chunk.text)
        item = chunk.kind == "item"
        first = parts[0].start if item else top + _above(self.text[top : parts[0].start])
        bounds = [first]
        for part, following in zip(parts, [*parts[1:], None], strict=True):
            last = self._line_end(part.end - 1) if part.end > part.start else part.start
            gap = self.text[last : following.start if following else end]
            bounds.append(last + _below(gap, column))
        children = []
        for number, part in enumerate(parts):
            mine = part.start + chunk.column if item and not number else -1
            children.append(self._child(part, bounds[number], bounds[number + 1], mine))
        head = _hidden(self.text[start:first], dash - start)
        return msgspec.structs.replace(
            chunk,
            kind="list" if isinstance(node, Sequence) else "item" if item else "map",
            head=head,
            children=_numbered(children) if isinstance(node, Sequence) else tuple(children),
            tail=self.text[bounds[-1] : end],
        )

    def _child(self, part: _Part, start: int, end: int, dash: int) -> Chunk:
        text = _hidden(self.text[start:end], dash - start)
        if part.entry is not None:
            chunk = Chunk(part.entry.key.value, text, part.column, start)
            return self.inside(chunk, part.node, self._line_end(part.entry.key.span.end - 1), dash)
        id, name, was, given = _identity(part.node, self.text)
        chunk = Chunk(id, text, part.column, start, name=name, was=was, given=given)
        node = part.node
        if isinstance(node, Mapping) and part.start < node.span.start < self._line_end(part.start):
            cut = self.inside(msgspec.structs.replace(chunk, kind="item"), node, part.start)
            return cut if cut.children else chunk
        return chunk

    def _parts(self, node: Node, top: int) -> list[_Part]:
        """What a block is made of; nothing where it isn't one, or is another one's alias."""
        if isinstance(node, Scalar) or node.span.start < top or self.text[node.span.start] in "[{":
            return []
        return self._entries(node) if isinstance(node, Mapping) else self._items(node)

    def _entries(self, node: Mapping) -> list[_Part]:
        parts = []
        for number, entry in enumerate(node.entries):
            at = entry.key.span.start
            start = self._line_start(at)
            before = self.text[start:at]
            if before.strip(" ") and (number or before.strip(" ") != "-"):
                return []
            end = entry.value.span.end if entry.value.span.start >= at else entry.key.span.end
            parts.append(_Part(start, max(end, entry.key.span.end), at - start, entry.value, entry))
        return parts if len({part.column for part in parts}) == 1 else []

    def _items(self, node: Sequence) -> list[_Part]:
        at = node.span.start
        start = self._line_start(at)
        column = at - start
        if self.text[at] != "-" or self.text[start:at].strip(" "):
            return []
        dashes = []
        while start < node.span.end:
            end = self._line_end(start)
            line = self.text[start:end]
            if line[:column].isspace() is bool(column) and line[column : column + 2] in ("- ", "-\n"):
                dashes.append(start)
            start = end
        if len(dashes) != len(node.items):
            return []
        parts = []
        for item, start, end in zip(node.items, dashes, [*dashes[1:], len(self.text)], strict=True):
            here = start <= item.span.start < end
            parts.append(_Part(start, item.span.end if here else start + column + 1, column, item))
        return parts

    def _line_start(self, at: int) -> int:
        return self.text.rfind("\n", 0, at) + 1

    def _line_end(self, at: int) -> int:
        """Behind the line feed of the line of an offset."""
        return self.text.find("\n", at) + 1 or len(self.text)


def _hidden(text: str, at: int) -> str:
    return f"{text[:at]} {text[at + 1 :]}" if 0 <= at < len(text) else text


def _above(gap: str) -> int:
    """How much of what stands above the first child belongs to the whole: to the last blank line."""
    at = mine = 0
    for line in lines(gap):
        at += len(line)
        if not line.lstrip().startswith("#"):
            mine = at
    return mine


def _below(gap: str, column: int) -> int:
    """How much of what follows a child belongs to it: comments deeper than it, and the rest of a value."""
    at = mine = 0
    for line in lines(gap):
        at += len(line)
        if says(line) or (line.strip() and len(line) - len(line.lstrip(" ")) > column):
            mine = at
    return mine


def _identity(node: Node, text: str) -> tuple[str, str, str, bool]:
    """The id of an item, its name, the id that it had, and whether the file says the id."""
    if isinstance(node, Mapping):
        said = {
            entry.key.value: entry.value.value for entry in node.entries if isinstance(entry.value, Scalar)
        }
        name = next((said[key] for key in _NAMES if said.get(key)), "")
        id = said.get("id", "")
        written = node.span.of(text)
        return id or slug(name, name or written), name, said.get("was", ""), bool(id)
    name = node.value if isinstance(node, Scalar) else node.span.of(text)
    return slug(name, name), name, "", False


def _numbered(children: list[Chunk]) -> tuple[Chunk, ...]:
    """Items of the same id told apart by how many came before."""
    seen: dict[str, int] = {}
    made = []
    for child in children:
        count = seen[child.key] = seen.get(child.key, 0) + 1
        key = child.key if count == 1 else f"{child.key} {count}"
        made.append(msgspec.structs.replace(child, key=key))
    return tuple(made)
