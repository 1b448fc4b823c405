"""The event stream of ruamel.yaml's C parser → nodes, iteratively.

Its own composer recurses (deep nesting takes the process down), reports only the
first duplicate key and expands aliases without end; this one is bounded.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from cjm.diagnostics import Diagnostic, Related, Severity
from cjm.source import Source, Span
from cjm.syntax.nodes import Entry, Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from cjm.syntax.faults import Before

MAX_DEPTH = 64
MAX_NODES = 200_000

_CORE_TAGS = frozenset(
    ["!", *(f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "map", "seq"))]
)
# An anchor or a tag before a scalar; the library counts them as part of it.
_PROPERTIES = re.compile(r"(?:[&!]\S*(?:\s+(?:#[^\r\n]*\s+)?|$))+")
_TAG = re.compile(r"!\S*")
_LINE_END = re.compile(r"[\r\n]")
# All but the intersection of YAML's and XML's characters.
_UNCARRIED = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]+"


class LimitExceeded(Exception):
    """A bound was passed; the diagnostic that says so is already noted."""


def uncarried(text: str) -> Iterator[re.Match[str]]:
    """Where a text holds characters that YAML or XML can't, each run of them."""
    if all(map(str.isprintable, text.split("\n"))):  # nearly every text, and the pattern is never compiled
        return iter(())
    return re.finditer(_UNCARRIED, text)


def carried(text: str) -> str:
    """The text with a stand-in for each of them."""
    return re.sub(_UNCARRIED, lambda found: "\ufffd" * len(found[0]), text)


class _Open:
    """A collection that is being read."""

    def __init__(self, start: int, is_map: bool, anchor: str | None, flow: bool) -> None:
        self.start = self.end = start
        self.is_map = is_map
        self.anchor = anchor
        self.flow = flow
        self.children: list[Node] = []
        self.size = 1  # of all that is in it, and itself


class Builder:
    """Holds the collections that are open while events come in."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.diagnostics: list[Diagnostic] = []
        self.scalars: list[Span] = []
        self.root: Node | None = None
        self.stand_ins: dict[str, str] = {}
        self._open: list[_Open] = []
        self._anchors: dict[str, tuple[Node, int]] = {}
        self._nodes = 0

    def error(
        self, rule: str, message: str, span: Span, help: str = "", related: tuple[Related, ...] = ()
    ) -> None:
        """Note one error of this file."""
        self.diagnostics.append(
            Diagnostic(rule, Severity.ERROR, message, self.source.path, span, help, related)
        )

    def scalar(self, event: Any) -> None:
        """A text, with its span cut to what an author would point at."""
        start, end = event.start_mark.index, event.end_mark.index
        tag, anchor, style, value = event.ctag, event.anchor, event.style, event.value
        if tag is not None:
            self._check_tag(str(tag), Span(start, end))
        if tag is not None or anchor is not None:
            start = self._past_properties(start, end)
        block = style in ("|", ">")
        if block:
            end = self._block_end(start, end)
            # A comment may stand on the header line: it is not part of the text.
            header = _LINE_END.search(self.source.text, start, end)
            self.scalars.append(Span(header.start() if header else end, end))
        span = Span(start, end)
        if not block:
            self.scalars.append(span)
        if style == '"' and (found := next(uncarried(value), None)):
            self.error(
                "bad-character",
                f"this text holds a character (U+{ord(found[0][0]):04X}) that no map can carry",
                span,
                "leave its escape out",
            )
            value = carried(value)
        if self.stand_ins and not value.isascii():
            value = self._as_written(value)
        node = Scalar(span, value, plain=not style, block=block)
        if anchor:
            self._anchors[anchor] = (node, 1)
        self._add(node, 1, span)

    def before(self) -> "Before":
        """What explains a fault: the last text, and the innermost bracket that is open."""
        from cjm.syntax.faults import Before

        innermost = self._open[-1] if self._open else None
        bracket = innermost.start if innermost is not None and innermost.flow else None
        return Before(self.scalars[-1] if self.scalars else None, bracket)

    def drop(self, at: int, told: int) -> None:
        """Forget the value that ends at a fault, or the empty text block above the place that is told."""
        children = self._open[-1].children if self._open else []
        last = children[-1] if children else self.root
        if last is None:
            return
        end = last.span.end
        touches = end <= at and not self.source.text[end:at].strip(" ")
        hollow = isinstance(last, Scalar) and last.block and not last.value
        if touches or (hollow and end <= told and not self.source.text[end:told].strip()):
            if children:
                children.pop()
            else:
                self.root = None

    def alias(self, event: Any) -> None:
        """The same node again; its size counts again, so that no bomb goes off."""
        span = Span(event.start_mark.index, event.end_mark.index)
        name = event.anchor
        said = self._as_written(name)
        node: Node = Scalar(span, "", plain=True)
        size = 1
        if name in self._anchors:
            node, size = self._anchors[name]
        elif any(collection.anchor == name for collection in self._open):
            help = "write the value out"
            self.error("unsupported-yaml", f"alias *{said} stands inside what it repeats", span, help)
        else:
            help = "quote the text if it is meant to start with `*`"
            self.error("syntax", f"alias *{said} has no anchor &{said} before it", span, help)
        self._add(node, size, span)

    def start(self, event: Any, is_map: bool) -> None:
        """A collection opens."""
        end = event.end_mark.index
        if event.tag is not None:
            self._check_tag(event.tag, Span(event.start_mark.index, end))
        start = self._past_properties(event.start_mark.index, end)
        if len(self._open) >= MAX_DEPTH:
            message = f"nested more than {MAX_DEPTH} levels deep"
            help = "is a closing bracket missing?"
            self.error("limit-exceeded", message, Span(start, start + 1), help)
            raise LimitExceeded
        self._count(1, Span(start, start + 1))
        self._anchors.pop(event.anchor, None)
        self._open.append(_Open(start, is_map, event.anchor, bool(event.flow_style)))

    def end(self, at: int | None = None) -> None:
        """The innermost collection closes: at `at` in flow style, else where its last child ends."""
        collection = self._open.pop()
        children = collection.children
        start, end = collection.start, collection.end
        if collection.flow and at is not None:
            end = at
        if children and not collection.flow and collection.anchor:
            start = min(end, children[0].span.start)
        node: Node
        if collection.is_map:
            node = Mapping(Span(start, end), self._entries(children))
        else:
            node = Sequence(Span(start, end), tuple(children), collection.flow)
        if collection.anchor:
            self._anchors[collection.anchor] = (node, collection.size)
        # It was counted when it opened, its children as they came.
        self._attach(node, collection.size, end)

    def finish(self) -> None:
        """Close what is still open where reading stopped early: what was understood stays."""
        while self._open:
            self.end()

    def _add(self, node: Node, size: int, place: Span) -> None:
        """A value that stands at a place: for an alias that is another one than its node's."""
        self._count(size, place)
        self._attach(node, size, place.end)

    def _count(self, size: int, place: Span) -> None:
        self._nodes += size
        if self._nodes > MAX_NODES:
            help = "split it into journeys of their own; an alias counts as all that it repeats"
            self.error("limit-exceeded", f"more than {MAX_NODES:,} values in one file", place, help)
            raise LimitExceeded

    def _attach(self, node: Node, size: int, end: int) -> None:
        if self._open:
            collection = self._open[-1]
            collection.children.append(node)
            collection.size += size
            collection.end = end
        else:
            self.root = node

    def _entries(self, children: list[Node]) -> tuple[Entry, ...]:
        first: dict[str, Scalar] = {}
        entries = []
        for key, value in zip(children[::2], children[1::2], strict=False):
            if not isinstance(key, Scalar):
                help = "write the key as a word; put a text that starts with a bracket in quotes"
                message = "a key must be plain text, not a list or a mapping"
                self.error("unsupported-yaml", message, key.span, help)
            elif key.plain and key.value == "<<":
                self.error(
                    "unsupported-yaml",
                    "merge keys (<<) are not part of the language",
                    key.span,
                    "repeat the value with an alias, or write it out",
                )
            elif key.value in first:
                self._duplicate(key, first[key.value])
            else:
                first[key.value] = key
                entries.append(Entry(key, value))
        return tuple(entries)

    def _duplicate(self, key: Scalar, first: Scalar) -> None:
        self.error(
            "duplicate-key",
            f"key {key.value!r} stands here a second time",
            key.span,
            "keep one of them",
            (Related("first written here", self.source.path, first.span),),
        )

    def _as_written(self, text: str) -> str:
        for stand_in, sign in self.stand_ins.items():
            if stand_in in text:
                text = text.replace(stand_in, sign)
        return text

    def _past_properties(self, start: int, end: int) -> int:
        """Behind the anchor and the tag, which the library counts as part of a value."""
        if start < end and self.source.text[start] in "&!":
            found = _PROPERTIES.match(self.source.text, start, end)
            return found.end() if found else start
        return start

    def _check_tag(self, tag: str, span: Span) -> None:
        if tag not in _CORE_TAGS:
            written = _TAG.search(self.source.text, span.start, span.end)
            place = Span(*written.span()) if written else span
            message = f"tag {written[0] if written else tag!r} is not part of the language"
            help = "leave the tag out: the key decides how a value is read"
            self.error("unsupported-yaml", message, place, help)

    def _block_end(self, start: int, end: int) -> int:
        """Where a block scalar's last line of text ends.

        The library lets it run to the next token, over comments and empty lines.
        """
        lines = self.source.text[start:end].splitlines(keepends=True)
        indent = next((len(line) - len(line.lstrip(" ")) for line in lines[1:] if line.strip()), 0)
        while len(lines) > 1:
            last = lines[-1]
            comment = last.lstrip(" ").startswith("#") and len(last) - len(last.lstrip(" ")) < indent
            if last.strip() and not comment:
                break
            lines.pop()
        return start + len("".join(lines).rstrip("\r\n"))
