"""Text → what stands in it: the tree as it is written, with anchors, aliases, tags, brackets and quotes.

`Parsed` says what a text means; this says how that was put, for whoever writes it anew.
"""

import re
from itertools import repeat
from typing import Any

import msgspec

from cjm.source import Source, Span
from cjm.syntax.builder import Builder
from cjm.syntax.parser import replay

_PROPERTY = re.compile(r"[&!]\S*")
# Anchors, tags, and the comments between them and what they belong to.
_PROPERTIES = re.compile(r"(?:[&!]\S*|\s+|#[^\r\n]*)*+")
_COMMENT = re.compile(r"#[^\r\n]*")


class Written(msgspec.Struct, eq=False):
    """One value or key. `span` starts at its anchor or tag, `own` is where it starts itself.

    `style` is one of `'`, `"`, `|`, `>`, `*` for an alias (`value` is its name), `{` and `[`
    for collections, empty for plain text; `flow` where a collection stands in brackets.
    """

    span: Span
    own: int
    style: str
    value: str = ""
    anchor: str = ""
    properties: str = ""
    flow: bool = False
    children: list["Written"] = []  # of a mapping keys and values in turn

    @property
    def holds(self) -> bool:
        """Whether it is a list or a mapping."""
        return self.style in ("{", "[")

    @property
    def empty(self) -> bool:
        """Whether nothing stands here: `key:` alone."""
        return not self.style and self.own == self.span.end

    def pairs(self) -> "list[tuple[Written | None, Written]]":
        """Keys with their values; items have no key."""
        if self.style == "[":
            return list(zip(repeat(None), self.children, strict=False))
        return list(zip(self.children[::2], self.children[1::2], strict=True))


def written(source: Source) -> Written | None:
    """The tree of a text that `parse` reads to its end without an error; None where there is nothing."""
    scribe = _Scribe(source)
    replay(scribe)
    return scribe.top


class _Scribe(Builder):
    """Takes the same events, and forgets nothing."""

    def __init__(self, source: Source) -> None:
        super().__init__(source)
        self.top: Written | None = None
        self._stack: list[Written] = []

    def scalar(self, event: Any) -> None:
        """A text."""
        node = self._node(event, event.style or "")
        node.value = self._as_written(event.value)
        self._put(node)

    def alias(self, event: Any) -> None:
        """An alias, by its name."""
        span = Span(event.start_mark.index, event.end_mark.index)
        self._put(Written(span, span.start, "*", event.anchor))

    def start(self, event: Any, is_map: bool) -> None:
        """A collection opens."""
        node = self._node(event, "{" if is_map else "[")
        node.children = []
        node.flow = bool(event.flow_style)
        self._put(node)
        self._stack.append(node)

    def end(self, at: int | None = None) -> None:
        """The innermost collection closes."""
        node = self._stack.pop()
        if not node.flow:
            at = node.children[-1].span.end
        node.span = Span(node.span.start, node.span.end if at is None else at)

    def _node(self, event: Any, style: str) -> Written:
        start, end = event.start_mark.index, event.end_mark.index
        own, properties = start, ""
        if event.tag is not None or event.anchor is not None:
            found = _PROPERTIES.match(self.source.text, start, end)
            own = found.end() if found else start
            properties = " ".join(_PROPERTY.findall(_COMMENT.sub("", self.source.text[start:own])))
        if style in ("|", ">"):
            end = self._block_end(own, end)
        return Written(Span(start, end), own, style, "", event.anchor or "", properties)

    def _put(self, node: Written) -> None:
        if self._stack:
            self._stack[-1].children.append(node)
        elif self.top is None:
            self.top = node
