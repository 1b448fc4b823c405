# ruff: noqa: E501 (the table reads better in one line a fault)
"""What libyaml says of a broken text → what an author can act on."""

from typing import Any, NamedTuple

from cjm.source import Source, Span


class Fault(NamedTuple):
    """Message, place and advice for one broken text."""

    message: str
    span: Span
    help: str


# (words in libyaml's context, words in its problem, our message, our help, point at where it began)
_FAULTS = (
    ("quoted scalar", "end of stream", "this quote is never closed", "close it with the same quote", True),
    ("quoted scalar", "escape", "unknown escape in a double-quoted text", "write \\\\ for a backslash, or use single quotes", False),
    ("quoted scalar", "document indicator", "this quote is never closed", "close it with the same quote", True),
    ("flow sequence", "", "this list is never closed, or a comma is missing in it", "close it with `]`", True),
    ("flow mapping", "", "this mapping is never closed, or a comma is missing in it", "close it with `}`", True),
    ("simple key", "could not find expected ':'", "expected `: ` after this key", "write `key: value`, or `- item` for a list", True),
    ("anchor", "", "an anchor or alias needs a name of letters and digits", "", False),
    ("alias", "", "an anchor or alias needs a name of letters and digits", "quote the text if it is meant to start with `*`", False),
    ("block scalar", "", "the line after `|` or `>` is not a text block", "indent the text below it", False),
    ("tag", "", "this tag can't be read", "quote the text if it is meant to start with `!`", False),
    ("block mapping", "expected key", "this line doesn't fit the lines above it", "check its indentation; quote text that holds `: ` or starts with a sign", False),
    ("block collection", "'-' indicator", "this line doesn't fit the list above it", "check its indentation; every item starts with `- `", False),
    ("", "mapping values are not allowed", "a second `: ` in one value", "quote the text, or start a new line for the key", False),
    ("", "block sequence entries are not allowed", "a list can't start on the line of its key", "start each `- item` on a line of its own", False),
    ("", "document start", "this can't follow what stands above it", "a journey starts with `journey:` at the left margin", False),
)  # fmt: skip


def explain(source: Source, fault: Any) -> Fault:
    """The fault in the author's terms, at the place where to mend it."""
    context = getattr(fault, "context", None) or ""
    problem = getattr(fault, "problem", None) or getattr(fault, "reason", None) or "this is not YAML"
    at = _index(getattr(fault, "problem_mark", None), getattr(fault, "position", 0), source)
    if "cannot start any token" in problem:
        return _bad_start(source, at)
    for in_context, in_problem, message, help, where_it_began in _FAULTS:
        if in_context in context and in_problem in problem:
            if where_it_began:
                at = _index(getattr(fault, "context_mark", None), at, source)
            return Fault(message, _word(source, at), help)
    return Fault(problem, _word(source, at), "")


def _bad_start(source: Source, at: int) -> Fault:
    char = source.text[at : at + 1]
    if char == "\t":
        return Fault("a tab can't indent YAML", Span(at, at + 1), "indent with spaces")
    return Fault(f"a text can't start with {char!r}", Span(at, at + 1), "put the text in quotes")


def _index(mark: Any, otherwise: int, source: Source) -> int:
    index = getattr(mark, "index", otherwise)
    return max(0, min(int(index), len(source.text)))


def _word(source: Source, at: int) -> Span:
    """From a place to the end of the word there; at the end of the text its last line's end."""
    text = source.text
    if at >= len(text):
        at = len(text.rstrip())
        return Span(at, at)
    end = at
    while end < len(text) and not text[end].isspace():
        end += 1
    return Span(at, max(end, at))
