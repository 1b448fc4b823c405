# ruff: noqa: E501 (the table reads better in one line a fault)
"""What libyaml says of a broken text → what an author can act on.

In: its fault, and what was read before it. Out: message, place and advice, in an
author's words and where the mending is to be done.
"""

import re
from typing import Any

import msgspec

from cjm.diagnostics import Related
from cjm.source import Source, Span


class Fault(msgspec.Struct, frozen=True):
    """Message, place and advice for one broken text, and the other place that belongs to it."""

    message: str
    span: Span
    help: str = ""
    related: tuple[Related, ...] = ()


class Before(msgspec.Struct, frozen=True):
    """What was read before a fault: the last value, and where the innermost open bracket stands."""

    last: Span | None
    bracket: int | None


# (words in libyaml's context, words in its problem, our message, our help, point at where it began)
_FAULTS = (
    ("quoted scalar", "end of stream", "this quote is never closed", "close it with the same quote", True),
    ("quoted scalar", "document indicator", "this quote is never closed", "close it with the same quote", True),
    ("quoted scalar", "Unicode", "this escape is no character", "write the character itself", False),
    ("simple key", "could not find expected ':'", "expected `: ` after this key", "write `key: value`, or `- item` for a list", True),
    ("anchor", "", "an anchor needs a name of letters and digits", "quote the text if it is meant to start with `&`", False),
    ("alias", "", "an alias needs a name of letters and digits", "quote the text if it is meant to start with `*`", False),
    ("block scalar", "comment or line break", "a text can't start on the line of its `|` or `>`", "start it on the next line, indented", False),
    ("block scalar", "", "this is not how a text block starts", "write `|` or `>`, and indent the text below it", False),
    ("tag", "", "this tag can't be read", "quote the text if it is meant to start with `!`", False),
    ("", "block sequence entries are not allowed", "a list can't start on the line of its key", "start each `- item` on a line of its own", False),
    ("", "document start", "this can't follow what stands above it", "a journey starts with `journey:` at the left margin", False),
)  # fmt: skip


_CONFLICT = re.compile(r"^<{7,}(?= |$)", re.MULTILINE)


def explain(source: Source, fault: Any, before: Before) -> Fault:
    """The fault in the author's terms, at the place where to mend it."""
    if mark := _CONFLICT.search(source.text):
        help = "keep what is right of both sides, and take the lines with marks out"
        return Fault("git left it to you to merge these lines", Span(*mark.span()), help)
    context = getattr(fault, "context", None) or ""
    problem = getattr(fault, "problem", None) or getattr(fault, "reason", None) or "this is not YAML"
    at = _index(getattr(fault, "problem_mark", None), getattr(fault, "position", 0), source)
    began = _index(getattr(fault, "context_mark", None), at, source)
    if "tab character" in problem or source.text[at : at + 1] == "\t":
        tab = source.text.find("\t", _line_start(source, at))
        return Fault("a tab can't indent YAML", Span(tab, tab + 1), "indent with spaces")
    if ("escape" in problem and "Unicode" not in problem) or "hexdecimal" in problem:
        at = source.text.rfind("\\", 0, at + 1)
        help = "write \\\\ for a backslash, or use single quotes"
        return Fault("unknown escape in a double-quoted text", Span(at, at + 2), help)
    if "start any token" in problem or "node content" in problem or "mapping keys are not" in problem:
        return _bad_start(source, at, before)
    if "flow" in context:
        return _in_brackets(source, began, at, before)
    if "mapping values are not allowed" in problem:
        return _second_colon(source, at)
    if "simple key" in context and re.search(r"[|>][-+0-9]*$", _above(source, began).of(source.text)):
        return Fault("this text block is not indented", _word(source, began), "indent it below its key")
    if context.startswith("while parsing a block"):
        return _behind(source, at, before) or _misplaced(source, at)
    for in_context, in_problem, message, help, where_it_began in _FAULTS:
        if in_context in context and in_problem in problem:
            return Fault(message, _word(source, began if where_it_began else at), help)
    return Fault(problem, _word(source, at))


def _bad_start(source: Source, at: int, before: Before) -> Fault:
    char = source.text[at : at + 1].strip()
    if not char and before.bracket is not None:
        return _unclosed(source, before.bracket, at)
    if not char or source.text.startswith("...", at):
        return Fault("a value is missing here", _word(source, at))
    return Fault(f"a text can't start with {char!r}", Span(at, at + 1), "put the text in quotes")


def _in_brackets(source: Source, began: int, at: int, before: Before) -> Fault:
    """A `[` or `{` that doesn't close, or something in it that isn't parted by a comma."""
    sign = _closing(source, began)
    if _line_start(source, at) != _line_start(source, began) or at >= len(source.text.rstrip()):
        return _unclosed(source, began, at)
    behind = _behind(source, at, before)
    if behind and source.text[at] not in "\"'[{":
        return behind
    related = (Related("opened here", source.path, Span(began, began + 1)),)
    return Fault(f"expected a comma or `{sign}`", _word(source, at), "part the items with commas", related)


def _unclosed(source: Source, began: int, at: int) -> Fault:
    what = "mapping" if source.text[began : began + 1] == "{" else "list"
    message = f"this {what} is never closed, or a comma is missing in it"
    help = f"close it with `{_closing(source, began)}`"
    related: tuple[Related, ...] = ()
    if at < len(source.text.rstrip()):
        line = _line_start(source, at)
        line += len(source.text[line:at]) - len(source.text[line:at].lstrip())
        related = (Related("not closed before this", source.path, _word(source, line)),)
    return Fault(message, Span(began, began + 1), help, related)


def _closing(source: Source, began: int) -> str:
    return "}" if source.text[began : began + 1] == "{" else "]"


def _second_colon(source: Source, at: int) -> Fault:
    """A `: ` inside a value; or the first one of its line, where the line was taken for more text."""
    start = _line_start(source, at)
    before = source.text[start:at]
    if re.search(r":\s", before):
        help = "quote the text, or start a new line for the key"
        return Fault("a second `: ` in one value", Span(at, at + 1), help)
    if at - start > 1000:
        return Fault("a key can't be longer than 1,000 characters", Span(start, at))
    key = Span(start + len(before) - len(before.lstrip("- ")), at)
    above = _above(source, at)
    text = above.of(source.text)
    if found := re.match(r"([^\W\d]\w*):(\S.*)", text):
        help = f"write `{found[1]}: {found[2][:40]}`"
        return Fault(
            "a key needs a space behind its colon", Span(above.start, above.start + found.end(1) + 1), help
        )
    related = (Related("the text that it continues", source.path, above),)
    if re.search(r":(\s|$)", text):
        return Fault(
            "this line is indented as if it were more text", key, "line it up with the key above it", related
        )
    if source.text[_line_start(source, above.start) : above.start].strip() == "-":
        help = f"write `- name: {text[:40]}` to give it keys"
        return Fault("a text in a list can't have keys below it", key, help, related)
    return Fault(
        "expected `: ` after this key",
        _word(source, above.start),
        "write `key: value`, or `- item` for a list",
    )


def _behind(source: Source, at: int, before: Before) -> Fault | None:
    """Something on the same line behind a closing quote or bracket."""
    end = len(source.text[:at].rstrip(" "))
    closing = source.text[end - 1 : end]
    if at >= len(source.text) or end == 0 or source.text[at] in "\r\n":
        return None
    if closing in "]}":
        help = "put the whole text in quotes"
        return Fault(f"text stands behind a closing `{closing}`", _word(source, at), help)
    if closing not in "\"'" or before.last is None or before.last.end != end:
        return None
    opened = Span(before.last.start, before.last.start + 1)
    related = (Related("the quote that it closes", source.path, opened),)
    help = "write '' for a quote inside, or put the whole text in double quotes"
    if closing == '"':
        help = 'write \\" for a quote inside, or put the whole text in single quotes'
    return Fault("text stands behind a closing quote", _word(source, at), help, related)


def _misplaced(source: Source, at: int) -> Fault:
    """A line whose indentation fits nothing above it."""
    text = source.text
    if text[at : at + 2] in ("- ", "-\n"):
        help = "indent it below the key whose list it is in"
        return Fault("this list item fits nothing above it", _word(source, at), help)
    help = "line it up with the keys that it belongs to; quote a text that starts with a sign"
    return Fault("this line fits nothing above it", _word(source, at), help)


def _above(source: Source, at: int) -> Span:
    """What the nearest line above says, without its indentation and its dash."""
    start = _line_start(source, at)
    while start > 0:
        end = start
        start = _line_start(source, end - 1)
        line = source.text[start:end]
        said = line.strip()
        if said and not said.startswith("#"):
            text = re.sub(r"^(?:-\s+)+", "", said)
            begin = start + line.index(said) + len(said) - len(text)
            return Span(begin, begin + len(text))
    return Span(start, start)


def _line_start(source: Source, at: int) -> int:
    return max(source.text.rfind("\n", 0, at), source.text.rfind("\r", 0, at)) + 1


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
