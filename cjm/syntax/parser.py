"""Text → tree: in a `Source`, out a `Parsed`; never raises on any text."""

import re
from bisect import bisect_right
from typing import Any

import _ruamel_yaml
import msgspec
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from cjm.diagnostics import Diagnostic
from cjm.source import Source, Span
from cjm.syntax.builder import UNCARRIED, Builder, LimitExceeded
from cjm.syntax.faults import explain
from cjm.syntax.nodes import Comment, Node

_DIRECTIVE = re.compile(r"^%[^\r\n]*", re.MULTILINE)
_DOCUMENT = re.compile(r"^(?:---|[^#%\s])", re.MULTILINE)
_COMMENT = re.compile(r"(?:^|(?<=[\s]))#[^\r\n]*", re.MULTILINE)


class Parsed(msgspec.Struct, frozen=True):
    """What one text says.

    `root` is None for a text without content; `complete` is False where reading
    stopped early, and then `root` holds what came before.
    """

    root: Node | None
    comments: tuple[Comment, ...]
    complete: bool
    diagnostics: tuple[Diagnostic, ...]


def parse(source: Source) -> Parsed:
    """Read YAML 1.2, one document, within the bounds of `builder`."""
    builder = Builder(source)
    text = _refuse_directives(builder, _refuse_characters(builder, source.text))
    complete = _read(builder, _shield(builder, text))
    if not complete:
        builder.finish()
    comments = _comments(text, builder.scalars) if complete else ()
    return Parsed(builder.root, comments, complete, tuple(builder.diagnostics))


# YAML 1.2 lets `[What now?, https://a.b]` stand unquoted; the C parser, older than
# that, takes the signs for structure. A sign that follows text without a space can't
# be structure, so a private character stands in for it while the parser reads.
_SHIELDED = re.compile(r"""(?<=[^\s,\[\]{}])\?|(?<=[^\s,\[\]{}"'?:]):(?=[^\s,\[\]{}])""")


def _shield(builder: Builder, text: str) -> str:
    if "[" not in text and "{" not in text:
        return text
    free = [char for char in map(chr, range(0xF8D0, 0xF8FF)) if char not in text][:2]
    if len(free) < 2:
        return text
    builder.stand_ins = dict(zip(free, "?:", strict=True))
    question, colon = free
    return _SHIELDED.sub(lambda found: question if found[0] == "?" else colon, text)


def _read(builder: Builder, text: str) -> bool:
    parser = _ruamel_yaml.CParser(text)
    documents = 0
    try:
        while parser.check_event():
            event = parser.get_event()
            kind = type(event).__name__
            if kind == "DocumentStartEvent":
                documents += 1
                if documents > 1:
                    _second_document(builder, event)
                    return True
            else:
                _take(builder, kind, event)
    except LimitExceeded:
        return False
    except (MarkedYAMLError, YAMLError) as fault:
        problem = explain(builder.source, fault)
        builder.error("syntax", problem.message, problem.span, problem.help)
        return False
    return True


def _take(builder: Builder, kind: str, event: Any) -> None:
    match kind:
        case "ScalarEvent":
            builder.scalar(event)
        case "MappingStartEvent":
            builder.start(event, is_map=True)
        case "SequenceStartEvent":
            builder.start(event, is_map=False)
        case "MappingEndEvent" | "SequenceEndEvent":
            builder.end(event.end_mark.index)
        case "AliasEvent":
            builder.alias(event)


def _second_document(builder: Builder, event: Any) -> None:
    span = Span(event.start_mark.index, event.end_mark.index)
    builder.error("unsupported-yaml", "a second document starts here", span, "one journey per file")


def _refuse_characters(builder: Builder, text: str) -> str:
    """Report what YAML or XML can't hold, and put a stand-in of the same length there."""
    for found in UNCARRIED.finditer(text):
        builder.error(
            "bad-character",
            f"character U+{ord(found[0]):04X} can't stand in a journey",
            Span(found.start(), found.end()),
            "delete it; it is invisible in most editors",
        )
    return UNCARRIED.sub("\ufffd", text) if builder.diagnostics else text


def _refuse_directives(builder: Builder, text: str) -> str:
    """Report `%` lines before the document: `%YAML 1.1` would change how values are read."""
    if "%" not in text:
        return text
    start = _DOCUMENT.search(text)
    end = start.start() if start else len(text)
    for found in _DIRECTIVE.finditer(text, 0, end):
        span = Span(found.start(), found.end())
        builder.error(
            "unsupported-yaml", "YAML directives are not part of the language", span, "delete this line"
        )
    return _DIRECTIVE.sub(lambda found: "#" + found[0][1:], text[:end]) + text[end:]


def _comments(text: str, scalars: list[Span]) -> tuple[Comment, ...]:
    starts = [span.start for span in scalars]
    found = []
    for match in _COMMENT.finditer(text):
        before = bisect_right(starts, match.start()) - 1
        if before < 0 or scalars[before].end <= match.start():
            found.append(Comment(Span(*match.span()), match[0]))
    return tuple(found)
