"""Edits of a text that leave all else byte for byte as it was.

In: a text and diagnostics that say how to mend it. Out: the mended text. Whoever
writes it reads it again first: an edit is a proposal until then.
"""

import re
from bisect import bisect, insort
from collections.abc import Iterable
from difflib import SequenceMatcher

from cjm.diagnostics import Diagnostic, Edit, NewId, Order
from cjm.edits.ids import with_id
from cjm.edits.order import reordered
from cjm.source import Source, Span

# A text that YAML reads as itself without quotes, in a flow collection too.
_PLAIN = re.compile(r"[\w€$£¥](?:[\w€$£¥%./+ -]|(?<! )#)*(?<! )\Z")
_NO_TEXT = {"", "~", "null", "true", "false", "yes", "no", "on", "off"}

# A word this like another one is that word mistyped; less alike it is a guess.
_CLOSE = 0.75
# What reads a value as it was meant, only spelled otherwise or as it was called before.
_SPELLINGS = {"bad-date", "bad-duration", "bad-number", "bad-id", "renamed-reference"}


def mending(found: Diagnostic, source: Source) -> tuple[Edit, ...]:
    """The edits that mend what a diagnostic is about; none where that takes a person."""
    if found.edits:
        return found.edits
    if found.guess is not None:
        edit = _guessed(found.guess, source)
        return (edit,) if edit else ()
    instead = getattr(found.help, "instead", "")
    if not instead:
        return ()
    written = found.span.of(source.text)
    return (Edit(found.span, in_place_of(written, instead)),)


def _guessed(guess: Edit | NewId | Order, source: Source) -> Edit | None:
    match guess:
        case NewId():
            return with_id(source, guess)
        case Order():
            return reordered(source, guess)
        case _:
            return guess


def is_safe(found: Diagnostic, source: Source) -> bool:
    """Whether nobody could have meant something else."""
    if found.edits or found.rule in _SPELLINGS:
        return True
    if found.guess is not None:
        return False
    written = found.span.of(source.text).strip("'\"")
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
    taken, count = _taken(proposals)
    pieces, at = [], 0
    for span, new in taken:
        pieces += [text[at : span.start], new]
        at = span.end
    return "".join([*pieces, text[at:]]), count


def landed(proposals: Iterable[tuple[Edit, ...]]) -> dict[Span, int]:
    """Where the edits that `applied` takes begin in its text, by the spans that they replace."""
    starts, moved = {}, 0
    for span, new in _taken(proposals)[0]:
        starts[span] = span.start + moved
        moved += len(new) - (span.end - span.start)
    return starts


def _taken(proposals: Iterable[tuple[Edit, ...]]) -> tuple[list[Edit], int]:
    taken: list[Edit] = []
    count = 0
    for edits in proposals:
        if edits and not any(_touches(edit, taken) for edit in edits):
            for edit in edits:
                insort(taken, edit)
            count += 1
    return taken, count


def _touches(edit: Edit, taken: list[Edit]) -> bool:
    """Whether it touches one of them; they are in order and apart, so only its neighbours can."""
    at = bisect(taken, edit)
    return any(
        edit.span.start <= other.span.end and other.span.start <= edit.span.end
        for other in taken[max(0, at - 1) : at + 1]
    )
