"""One key that was written twice, singular and plural: all of it in one list."""

import re

from cjm.diagnostics import Edit
from cjm.edits import in_place_of
from cjm.source import Span
from cjm.syntax import Entry, Node, Scalar, Sequence

_COLON = re.compile(r"['\"]?[ \t]*:[ \t]+\Z")
_LINE_END = re.compile(r"[ \t]*(?:\r\n|\n|\r|\Z)")


def merged(first: Entry, second: Entry, name: str, text: str) -> tuple[Edit, ...]:
    """The edits that put both into the first, under one name; none where each isn't a line of its own."""
    items = [_items(entry, text) for entry in (first, second)]
    line = max(text.rfind(end, 0, second.key.span.start) for end in "\r\n") + 1
    after = _LINE_END.match(text, second.value.span.end)
    if not all(items) or not after or text[line : second.key.span.start].strip(" "):
        return ()
    together = ", ".join(dict.fromkeys(items[0] + items[1]))
    place = Span(first.key.span.start, first.value.span.end)
    return (Edit(place, f"{name}: [{together}]"), Edit(Span(line, after.end()), ""))


def _items(entry: Entry, text: str) -> list[str]:
    """What an entry lists, as it can stand in `[…]`; empty where it doesn't stand on one line."""
    node = entry.value
    span = Span(entry.key.span.start, node.span.end)
    colon = _COLON.match(text, entry.key.span.end, node.span.start)
    if not colon or any(end in span.of(text) for end in "\r\n"):
        return []
    if isinstance(node, Scalar):
        return [_item(node, text)]
    written = node.span.of(text)
    if any(sign in written for sign in "&*!"):  # what an anchor or a tag is about can't be told from here
        return []
    return [_item(item, text) for item in node.items] if isinstance(node, Sequence) else [written]


def _item(node: Node, text: str) -> str:
    written = node.span.of(text)
    return in_place_of(written, node.value) if isinstance(node, Scalar) and node.plain else written
