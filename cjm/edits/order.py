"""The items of a list in another order: whole lines move, each item's comments with it.

In: a text, and where its items stand, in the order that they are to have. Out: one edit,
or none where lines can't move: in `[…]`, or where an alias would come before its anchor.
"""

import re
from typing import Any

from cjm.diagnostics import Edit, Order
from cjm.source import Source, Span, line_end
from cjm.syntax import Mapping, Node, Parsed, Scalar, parse

_DASH = re.compile(r"^( *)-(?=[ \t\r\n])", re.MULTILINE)
# What may stand between a dash and its item.
_BETWEEN = re.compile(r"-(?:\s|#[^\r\n]*|[&!]\S*+)*+\Z")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+\Z")
_REST = re.compile(r"[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r|\Z)")
_END = re.compile(r"(?:\r\n|\n|\r)\Z")


def reordered(source: Source, order: Order) -> Edit | None:
    """The edit that puts the items in that order; read again, and the same but for the order."""
    text = source.text
    spans = sorted(set(order.spans))
    befores = [0, *(span.end for span in spans)]
    items = [_lines_of(text, span, before) for before, span in zip(befores, spans, strict=False)]
    found = [each for each in items if each is not None]
    indents = {indent for indent, _ in found}
    if len(found) < len(order.spans) or len(indents) > 1:
        return None
    chunks, gaps, start, end = _chunks(text, [span for _, span in found], *indents)
    moved = [chunks[spans.index(span)] for span in order.spans]
    new = "".join(piece for pair in zip(moved, [*gaps, ""], strict=True) for piece in pair)
    if not _END.search(text, 0, end):  # the file's last line has no end, and should have none
        new = _END.sub("", new)
    mended = Source(source.path, text[:start] + new + text[end:])
    return Edit(Span(start, end), new) if _is_same(parse(source), parse(mended), order) else None


def _lines_of(text: str, span: Span, before: int) -> tuple[int, Span] | None:
    """The indentation of an item's dash, and its lines as a whole."""
    dashes = list(_DASH.finditer(text, before, span.start))
    rest = _REST.match(text, span.end)
    if not dashes or not rest or not _BETWEEN.match(text, dashes[-1].end() - 1, span.start):
        return None
    return len(dashes[-1][1]), Span(dashes[-1].start(), rest.end())


def _chunks(text: str, items: list[Span], indent: int) -> tuple[list[str], list[str], int, int]:
    """Each item with its comments, what stays between them, and where all of it starts and ends.

    Comments that are indented deeper than the dash end the item above them; others are
    about the item below. Empty lines between the two stay where they are.
    """
    first = items[0].start
    while (line := _line_before(text, first)).lstrip(" \t").startswith("#"):
        first -= len(line)
    chunks, gaps, start = [], [], first
    for number, item in enumerate(items):
        last = number == len(items) - 1
        between = _LINE.findall(text, item.end, len(text) if last else items[number + 1].start)
        end = item.end + len("".join(between[: _deeper(between, indent)]))
        chunk = text[start:end]
        chunks.append(chunk if _END.search(chunk) else chunk + line_end(text))
        start = end
        while not last and start < items[number + 1].start and not (line := _line_at(text, start)).strip():
            start += len(line)
        if not last:
            gaps.append(text[end:start])
    return chunks, gaps, first, start


def _deeper(lines: list[str], indent: int) -> int:
    """How many lines belong to the item above them."""
    count = 0
    for number, line in enumerate(lines, 1):
        words = line.lstrip(" \t")
        if words.startswith("#") and len(line) - len(words) > indent:
            count = number
        elif words.strip():
            break
    return count


def _line_at(text: str, start: int) -> str:
    found = _LINE.match(text, start)
    return found[0] if found else ""


def _line_before(text: str, end: int) -> str:
    """The line that ends at an offset."""
    start = max(text.rfind("\n", 0, max(0, end - 1)), text.rfind("\r", 0, max(0, end - 2))) + 1
    return text[start:end]


def _is_same(before: Parsed, after: Parsed, order: Order) -> bool:
    """Whether the second says what the first does, those items in that order, with every comment."""
    told = [sorted((each.rule, each.message) for each in parsed.diagnostics) for parsed in (before, after)]
    kept = [sorted(each.text for each in parsed.comments) for parsed in (before, after)]
    if not (before.complete and after.complete and before.root and after.root):
        return False
    return told[0] == told[1] and kept[0] == kept[1] and _said(before.root, order) == _said(after.root)


def _said(node: Node, order: Order | None = None) -> Any:
    """What a tree says, wherever it stands; the items of one list in another order."""
    if isinstance(node, Scalar):
        return node.value, node.empty
    if isinstance(node, Mapping):
        return {entry.key.value: _said(entry.value, order) for entry in node.entries}
    items = node.items
    if order and sorted(order.spans) == [item.span for item in items]:
        by_span = {item.span: item for item in items}
        items = tuple(by_span[span] for span in order.spans)
    return [_said(item, order) for item in items]
