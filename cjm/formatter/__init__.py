"""One layout for every text of the language, with the same meaning.

In: a `Source`. Out: its text anew, every comment and anchor at what it is about. What can't be
written anew with certainty is left as it stands. docs/formatting.md tells what it looks like.
"""

import msgspec

from cjm.config import SETTINGS
from cjm.diagnostics import Diagnostic
from cjm.formatter.entries import Unclear, entries
from cjm.formatter.layout import Layout
from cjm.formatter.order import arrange
from cjm.formatter.proof import Side, same
from cjm.grammar.record import Record
from cjm.model.binding import record_of
from cjm.source import Source, Span, line_end
from cjm.syntax import Mapping, Parsed, parse
from cjm.syntax.written import written


class Fault(Exception):
    """The text that was made says something else: a mistake of the formatter's."""


class Formatted(msgspec.Struct, frozen=True):
    """A text in the layout of the language.

    `diagnostics` are the errors for which it was left as it was; `left` says for what else, and where.
    """

    text: str
    diagnostics: tuple[Diagnostic, ...] = ()
    left: str = ""
    at: Span = Span(0, 0)


def formatted(source: Source, record: Record | None = None) -> Formatted:
    """The text in one layout, with keys in the order of that table; of the one that they fit, without.

    Raises `Fault` where that would change what it says.
    """
    parsed = parse(source)
    if parsed.diagnostics:
        return Formatted(source.text, parsed.diagnostics)
    if not isinstance(parsed.root, Mapping) or not parsed.root.entries:
        return Formatted(source.text)
    record = record or _record({entry.key.value for entry in parsed.root.entries})
    try:
        side = read(source, parsed, record)
        lines = Layout(source.text).file(side.root)
    except Unclear as unclear:
        return Formatted(source.text, (), str(unclear), unclear.span)
    end = line_end(source.text)
    made = Source(source.path, end.join(lines) + end)
    again = parse(made)
    # What stands behind a `#` may be a comment that nobody found.
    kept = source.text.count("#") == made.text.count("#")
    if not kept or again.diagnostics or not same(side, read(made, again, record)):
        raise Fault(f"{source.path} would say something else; nothing was written")
    return Formatted(made.text)


def _record(keys: set[str]) -> Record | None:
    """The table of a journey, a library or settings."""
    return record_of(keys) or (SETTINGS if keys <= SETTINGS.spellings.keys() else None)


def read(source: Source, parsed: Parsed, record: Record | None) -> Side:
    """A text in entries, with its keys in the order of that table. Raises `Unclear`."""
    top = written(source)
    if top is None or top.style != "{" or not top.children:
        raise Unclear("no keys", Span(0, 0))
    root = entries(source, top, parsed.comments)
    Layout(source.text).mark(root)
    arrange(root, record)
    return Side(parsed, root)
