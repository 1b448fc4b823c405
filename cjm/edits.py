"""Edits of a text that leave all else byte for byte as it was.

In: a text and diagnostics that say how to mend it. Out: the mended text. Whoever
writes it reads it again first: an edit is a proposal until then.
"""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from cjm.diagnostics import Diagnostic, Edit
from cjm.source import Source

# A text that YAML reads as itself without quotes, in a flow collection too.
_PLAIN = re.compile(r"[\w€$£¥][\w€$£¥%./+ -]*(?<! )\Z")
_NO_TEXT = {"", "~", "null", "true", "false", "yes", "no", "on", "off"}

# A word this like another one is that word mistyped; less alike it is a guess.
_CLOSE = 0.75
# What reads a value as it was meant, only spelled otherwise.
_SPELLINGS = {"bad-date", "bad-duration", "bad-number", "bad-id"}


def mending(found: Diagnostic, source: Source) -> tuple[Edit, ...]:
    """The edits that mend what a diagnostic is about; none where that takes a person."""
    if found.edits:
        return found.edits
    instead = getattr(found.help, "instead", "")
    if not instead:
        return ()
    written = source.text[found.span.start : found.span.end]
    return (Edit(found.span, in_place_of(written, instead)),)


def is_safe(found: Diagnostic, source: Source) -> bool:
    """Whether nobody could have meant something else."""
    if found.edits or found.rule in _SPELLINGS:
        return True
    written = source.text[found.span.start : found.span.end].strip("'\"")
    likeness = SequenceMatcher(None, written.casefold(), str(getattr(found.help, "instead", "")).casefold())
    return likeness.ratio() >= _CLOSE


def in_place_of(written: str, value: str) -> str:
    """A value in the quotes of the one that stands there, or in quotes where it needs them."""
    if written[:1] == "'":
        return "'" + value.replace("'", "''") + "'"
    if written[:1] != '"' and _PLAIN.match(value) and value.lower() not in _NO_TEXT:
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def applied(text: str, proposals: Iterable[tuple[Edit, ...]]) -> tuple[str, int]:
    """The text with all proposals that don't touch one already taken, and how many those were."""
    taken: list[Edit] = []
    count = 0
    for edits in proposals:
        if edits and not any(_touches(edit, other) for edit in edits for other in taken):
            taken += edits
            count += 1
    for span, new in sorted(taken, reverse=True):
        text = text[: span.start] + new + text[span.end :]
    return text, count


def _touches(edit: Edit, other: Edit) -> bool:
    return edit.span.start <= other.span.end and other.span.start <= edit.span.end
