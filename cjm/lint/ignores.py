"""Comments that silence a rule: `# cjm: ignore[a, b] why`, `# cjm: ignore-file[a] why`.

In: a text and its comments. Out: whether a finding is silenced, and which names in
which comments silenced nothing.
"""

import re
from collections.abc import Sequence

import msgspec

from cjm.diagnostics import Diagnostic, Edit
from cjm.source import Source, Span
from cjm.syntax import Comment

_IGNORE = r"#\s*cjm:\s*(ignore|ignore-file)\[([^\]]*)\]"
_NAME = r"[^\s,]+"


class Named(msgspec.Struct, frozen=True):
    """One rule's name in one comment, and the line it speaks of: 0 for the whole file."""

    rule: str
    span: Span
    comment: Span
    line: int


class Ignores:
    """The names in the comments of one text; those that silenced something are in `used`."""

    def __init__(self, source: Source, comments: Sequence[Comment]) -> None:
        self.source = source
        self.names = [named for comment in comments for named in _names(source, comment)]
        self.used: set[Span] = set()

    def silences(self, finding: Diagnostic) -> bool:
        """Whether a comment on its line, above it or for the file names its rule."""
        mine = [named for named in self.names if named.rule == finding.rule]
        if not mine:
            return False
        line = self.source.position(finding.span.start).line
        found = [named for named in mine if named.line in (0, line)]
        self.used.update(named.span for named in found)
        return bool(found)

    def unused(self) -> list[Named]:
        """The names that silenced nothing, in the order of the text."""
        return [named for named in self.names if named.span not in self.used]


def removal(source: Source, named: Named) -> Edit:
    """The edit that takes a name out of its comment; the last one takes the comment with it, and its line."""
    text = source.text
    start, end = named.comment.start, named.comment.end
    listed = text[text.index("[", start) + 1 : text.index("]", start)]
    if len(re.findall(_NAME, listed)) > 1:
        start, end = named.span.start, named.span.end
        behind = re.compile(r"\s*,\s*").match(text, end)
        before = re.compile(r"\s*,\s*\Z").search(text, 0, start)
        if behind:
            end = behind.end()
        elif before:
            start = before.start()
        return Edit(Span(start, end), "")
    line = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    if not text[line:start].strip():
        start = line
        end += len(re.compile(r"\r\n|\n|\r|").match(text, end)[0])  # type: ignore[index]
    else:
        start -= len(text[line:start]) - len(text[line:start].rstrip())
    return Edit(Span(start, end), "")


def _names(source: Source, comment: Comment) -> list[Named]:
    found = "cjm:" in comment.text and re.match(_IGNORE, comment.text)
    if not found:
        return []
    line = 0
    if found[1] == "ignore":
        line = source.position(comment.span.start).line
        if source.line(line).lstrip().startswith("#"):  # alone on its line, it speaks of the next
            line = _next_written(source, line)
    start = comment.span.start + found.start(2)
    return [
        Named(name[0], Span(start + name.start(), start + name.end()), comment.span, line)
        for name in re.finditer(_NAME, found[2])
    ]


def _next_written(source: Source, line: int) -> int:
    """The next line that says something."""
    line += 1
    while line <= source.lines and (not (text := source.line(line).strip()) or text.startswith("#")):
        line += 1
    return line
