"""An `id:` written for a thing that has none yet.

In: a text, and where the thing stands. Out: one edit, or none where it stands in no line of
its own.
"""

import re

from cjm.diagnostics import Edit, NewId
from cjm.source import Source, Span, line_end

# An item or a mapping on a line of its own.
_ALONE = re.compile(r"[ ]*(?:-[ ]+)*\Z")
_NOT_IN_FLOW = re.compile(r"[,\[\]{}:#\r\n]")


def with_id(source: Source, new: NewId) -> Edit | None:
    """The edit that gives what stands there that id."""
    text = source.text
    start, end = new.span.start, new.span.end
    line = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    name = "name: " if new.bare else ""
    if text[start : start + 1] == "{":
        return Edit(Span(start + 1, start + 1), f"id: {new.id}, ")
    if _ALONE.match(text, line, start):
        return Edit(Span(start, start), f"id: {new.id}{line_end(text)}{' ' * (start - line)}{name}")
    written = text[start:end]
    if not new.bare or (written[:1] not in tuple("'\"") and _NOT_IN_FLOW.search(written)):
        return None
    return Edit(new.span, f"{{id: {new.id}, name: {written}}}")
