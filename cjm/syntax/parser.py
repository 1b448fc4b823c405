"""Text → tree: in a `Source`, out a `Parsed`; never raises on any text."""

import re
from bisect import bisect_right
from itertools import islice
from typing import Any

import _ruamel_yaml
import msgspec
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from cjm.diagnostics import Diagnostic
from cjm.source import Source, Span
from cjm.syntax.builder import Builder, LimitExceeded, carried, uncarried
from cjm.syntax.nodes import Comment, Mapping, Node, Scalar

# The version of the language that this program knows.
VERSION = 1
# A file with more characters or lines of a wrong kind is no journey with mistakes.
MAX_REFUSED = 1000

_LINE = r"(?:^|(?<=\r))"  # Python's `^` knows no line that ends in \r alone
_DIRECTIVE = rf"(?m){_LINE}%[^\r\n]*"
_DOCUMENT = rf"(?m){_LINE}(?!%)[ \t]*[^#\s]"
_COMMENT = re.compile(r"(?:^|(?<=[\s]))#[^\r\n]*", re.MULTILINE)
_VERSION = re.compile(r"\+?\d{1,300}(?:\.\d*)?\Z")
# The C parser ends a line here too, as YAML 1.1 does; YAML 1.2 and editors don't.
NO_LINE_END = "\x85\u2028\u2029\ufeff"


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
    """Read YAML 1.2, one document, within the bounds of `builder`.

    A text of a later version of the language gives that one error and no tree.
    """
    builder = Builder(source)
    complete = _read(builder)
    if later := _later_version(builder.root):
        builder.diagnostics.clear()
        message = f"written in language version {later.value[:9]}; this program knows version {VERSION}"
        builder.error("unsupported-version", message, later.span, "upgrade: pipx upgrade cjm-compiler")
        return Parsed(None, (), False, tuple(builder.diagnostics))
    comments = _comments(source.text, builder.scalars) if complete else ()
    return Parsed(builder.root, comments, complete, tuple(builder.diagnostics))


def _later_version(root: Node | None) -> Scalar | None:
    """The value of a top-level `cjm:` that is greater than the version known here."""
    for entry in root.entries if isinstance(root, Mapping) else ():
        node = entry.value
        if entry.key.value == "cjm" and isinstance(node, Scalar) and _VERSION.match(node.value.strip()):
            return node if float(node.value) > VERSION else None
    return None


def _read(builder: Builder) -> bool:
    """Whether the text was read to its end."""
    complete = False
    try:
        text = _refuse_directives(builder, _refuse_characters(builder))
        complete = replay(builder, text)
    except LimitExceeded:
        pass
    except (MarkedYAMLError, YAMLError) as fault:
        from cjm.syntax.faults import explain  # most texts have none

        problem = explain(builder.source, fault, builder.before())
        builder.error("syntax", problem.message, problem.span, problem.help, problem.related)
        builder.drop(getattr(getattr(fault, "problem_mark", None), "index", 0), problem.span.start)
    if not complete:
        builder.finish()
    return complete


def replay(builder: Builder, text: str = "") -> bool:
    """Hand the events of its source to a builder, or those of a text in its place of the same length."""
    text = text or builder.source.text
    for sign in NO_LINE_END:
        text = text.replace(sign, " ")
    if builder.source.text.startswith("\ufeff"):  # a line's indentation must not count it
        text = "\n" + text[1:]
    return _take_all(builder, _shield(builder, text))


# YAML 1.2 lets `[What now?, https://a.b]` stand unquoted; the C parser, older than
# that, takes the signs for structure. A sign that follows text without a space can't
# be structure, so a private character stands in for it while the parser reads.
# Each way starts with the sign itself: so `re` skips at once to the next of the three.
_SHIELDED = re.compile(
    r"""!(?<![^\s,\[\]{}]!)(?:<[^>\s]*>|[^\s,\[\]{}]*)|\?(?<=[^\s,\[\]{}]\?)|:(?<=[^\s,\[\]{}"'?:]:)(?=[^\s,\[\]{}])"""
)


def _shield(builder: Builder, text: str) -> str:
    if "[" not in text and "{" not in text:
        return text
    free = [char for char in map(chr, range(0xF8D0, 0xF8FF)) if char not in text][:2]
    if len(free) < 2:
        return text
    instead = dict(zip("?:", free, strict=True))
    shielded = _SHIELDED.sub(lambda found: instead.get(found[0], found[0]), text)  # a tag stays
    builder.stand_ins = {char: sign for sign, char in instead.items() if char in shielded}
    return shielded


def _take_all(builder: Builder, text: str) -> bool:
    parser = _ruamel_yaml.CParser(text)
    documents = 0
    while (event := parser.get_event()) is not None:
        match type(event).__name__:
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
            case "DocumentStartEvent":
                documents += 1
                if documents > 1:
                    _second_document(builder, event)
                    return True
    return True


def _second_document(builder: Builder, event: Any) -> None:
    span = Span(event.start_mark.index, event.end_mark.index)
    help = "write one journey per file"
    builder.error("unsupported-yaml", "a second document starts here", span, help)


def _refuse_characters(builder: Builder) -> str:
    """Report what YAML or XML can't hold, and put a stand-in of the same length there."""
    text = builder.source.text
    for found in islice(uncarried(text), MAX_REFUSED):
        builder.error(
            "bad-character",
            f"character U+{ord(found[0][0]):04X} can't stand in a journey",
            Span(found.start(), found.end()),
            "delete it; it is invisible in most editors",
        )
    if len(builder.diagnostics) == MAX_REFUSED:
        _too_many(builder, "characters that can't stand in a journey", "is this a text file?")
    return carried(text) if builder.diagnostics else text


def _refuse_directives(builder: Builder, text: str) -> str:
    """Report `%` lines before the document: `%YAML 1.1` would change how values are read."""
    if not text.startswith("%") and "\n%" not in text and "\r%" not in text:
        return text
    start = re.search(_DOCUMENT, text)
    end = start.start() if start else len(text)
    for number, found in enumerate(re.finditer(_DIRECTIVE, text[:end])):
        span = Span(found.start(), found.end())
        message = "YAML directives are not part of the language"
        builder.error("unsupported-yaml", message, span, "delete this line")
        if number == MAX_REFUSED:
            _too_many(builder, "directives", "is this a journey?")
    return re.sub(_DIRECTIVE, lambda found: "#" + found[0][1:], text[:end]) + text[end:]


def _too_many(builder: Builder, what: str, help: str) -> None:
    """Stop reading: each of a million mistakes would cost a message."""
    builder.error("limit-exceeded", f"{MAX_REFUSED:,} or more {what}", builder.diagnostics[-1].span, help)
    raise LimitExceeded


def _comments(text: str, scalars: list[Span]) -> tuple[Comment, ...]:
    """What stands behind a `#`, outside every scalar."""
    if "#" not in text:
        return ()
    starts = [span.start for span in scalars]
    found = []
    match = _COMMENT.search(text)
    while match:
        before = bisect_right(starts, match.start()) - 1
        end = match.end()
        if before < 0 or scalars[before].end <= match.start():
            found.append(Comment(Span(*match.span()), match[0]))
        else:  # a text may hold a `#`, and have a comment behind it
            end = scalars[before].end
        match = _COMMENT.search(text, end)
    return tuple(found)
