"""For people: message, source line, carets under the exact span, advice, other places."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from cjm.diagnostics import Diagnostic, Severity
from cjm.reporters.columns import inert, window, wrapped
from cjm.reporters.places import Place, page_of, place
from cjm.source import Source

_RESET = "\x1b[0m"
_COLORS = {
    Severity.ERROR: "\x1b[1;31m",
    Severity.WARNING: "\x1b[1;33m",
    Severity.INFO: "\x1b[1;36m",
    "path": "\x1b[1m",
    "gutter": "\x1b[34m",
    "rule": "\x1b[2m",
}

# Advice and messages quote the author; a key of a megabyte is quoted in part.
_LONGEST = 400


class _Look(msgspec.Struct, frozen=True):
    """What every snippet needs: the texts, and how to print."""

    sources: Mapping[str, Source]
    color: bool
    width: int
    links: bool = False


def report(
    diagnostics: Sequence[Diagnostic],
    sources: Mapping[str, Source],
    *,
    color: bool = False,
    limit: int = 50,
    width: int = 100,
    links: bool = False,
) -> str:
    """One block a diagnostic, an empty line between them, at most `limit` a file.

    With `links` the name of a rule leads to its page, in terminals that can (OSC 8).
    """
    look = _Look(sources, color, width, links)
    files: dict[str, list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        files.setdefault(diagnostic.path, []).append(diagnostic)
    blocks = []
    for path, found in files.items():
        blocks += ["".join(_block(each, look)) for each in found[:limit]]
        if len(found) > limit:
            blocks.append(f"and {len(found) - limit:,} more in {inert(path)}\n")
    return "\n".join(blocks)


def clip(text: str) -> str:
    """Text safe to print on one line, and not longer than people read."""
    text = inert(text[: _LONGEST + 1])
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


def headline(diagnostic: Diagnostic, at: Place, color: bool = False, links: bool = False) -> str:
    """`path:line:col: error: message [rule]`, the line that tools look for."""
    where = _paint(f"{inert(at.path)}:{at.start.line}:{at.start.column}:", "path", color)
    severity = _paint(f"{diagnostic.severity}:", diagnostic.severity, color)
    rule = _paint(f"[{diagnostic.rule}]", "rule", color)
    page = page_of(diagnostic) if links else ""
    if page:
        rule = f"\x1b]8;;{page}\x1b\\{rule}\x1b]8;;\x1b\\"
    return f"{where} {severity} {clip(diagnostic.message)} {rule}"


def _block(diagnostic: Diagnostic, look: _Look) -> Iterator[str]:
    at = place(diagnostic, look.sources)
    others = [(related, place(related, look.sources)) for related in diagnostic.related]
    digits = len(str(max([at.start.line, *(other.start.line for _, other in others)])))
    yield headline(diagnostic, at, look.color, look.links) + "\n"
    yield from _snippet(at, look, digits, diagnostic.severity)
    margin = _paint(f"  {'':{digits}} =", "gutter", look.color)
    if diagnostic.help:
        yield from _told(f"help: {clip(diagnostic.help)}", margin, digits + 5, look.width)
    for related, other in others:
        where = f"{inert(other.path)}:{other.start.line}:{other.start.column}"
        yield from _told(f"note: {where}: {clip(related.message)}", margin, digits + 5, look.width)
        yield from _snippet(other, look, digits, "gutter")


def _told(text: str, margin: str, indent: int, width: int) -> Iterator[str]:
    """What stands below a snippet; its further lines begin below the first one's words."""
    first, *rest = wrapped(text, width - indent, further=" " * len("help: "))
    yield f"{margin} {first}\n"
    yield from (f"{'':{indent}}{line}\n" for line in rest)


def _snippet(at: Place, look: _Look, digits: int, caret: str) -> Iterator[str]:
    """The line and the carets; a span over several lines is shown to the end of its first."""
    source = look.sources.get(at.path)
    if source is None:
        return
    line = source.line(at.start.line)
    start = min(at.start.column - 1, len(line))
    end = at.end.column - 1 if at.end.line == at.start.line else len(line)
    seen = window(line, start, end, look.width - digits - 5)
    bar = _paint("|", "gutter", look.color)
    number = _paint(f"{at.start.line:{digits}}", "gutter", look.color)
    carets = _paint("^" * seen.carets, caret, look.color)
    yield f"  {number} {bar} {seen.text}".rstrip() + "\n"
    yield f"  {'':{digits}} {bar} {' ' * seen.before}{carets}\n"


def _paint(text: str, role: str, color: bool) -> str:
    return f"{_COLORS[role]}{text}{_RESET}" if color else text
