"""What a reader takes for one character, though it may be several code points."""

import unicodedata
from collections.abc import Iterator

from cjm.theme.metrics import takes_no_room

_JOINER = "\u200d"
_VIRAMA = 9  # canonical combining class: this consonant runs into the next


def clusters(text: str) -> Iterator[str]:
    """The text's grapheme clusters, in order; joined they are the text.

    A base keeps its marks, its invisible followers, its skin tone, what a zero-width
    joiner ties to it, the other half of its flag, the rest of its Hangul syllable or
    of its conjunct. Source: UAX #29, told from the categories that Python knows, which
    differs where the difference is invisible: a bidi control stays with what is before it.
    """
    if text.isascii():
        yield from text
        return
    start = 0
    for index in range(1, len(text)):
        if not _joined(text, start, index):
            yield text[start:index]
            start = index
    yield text[start:]


def _joined(text: str, start: int, index: int) -> bool:
    """Whether the character at `index` belongs to the cluster that starts at `start`."""
    before, char = text[index - 1], text[index]
    if char.isascii():
        return False
    category = unicodedata.category(char)
    if category == "Mc" or takes_no_room(char) or "\U0001f3fb" <= char <= "\U0001f3ff":
        return True
    if category == "So":
        return before == _JOINER or (_is_flag_half(char) and _is_flag_half(before) and index == start + 1)
    return category == "Lo" and unicodedata.combining(before) == _VIRAMA


def _is_flag_half(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"
