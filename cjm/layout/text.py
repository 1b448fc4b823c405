"""Text into lines that fit a column, with nothing lost and nothing shrunk.

In: a text, a width, a style, a language. Out: the lines. A line breaks at spaces;
a word that is wider than the column breaks where its author or its language allows
it, and at last anywhere between two graphemes.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from itertools import accumulate, chain, pairwise

import msgspec

from cjm.layout.graphemes import clusters
from cjm.layout.hyphenation import divisions
from cjm.theme.metrics import UNITS_PER_EM, is_wide, measured, width
from cjm.theme.tokens import Widths, current

# Viewers may draw with a font that is a little wider than the one measured.
_SLACK = 1.02

_HYPHEN = "-"
_SOFT_HYPHEN = "\u00ad"
_ZERO_WIDTH_SPACE = "\u200b"

# Beside these a word doesn't break as long as there is another way.
_GLUE = "\u00a0\u2007\u202f\u2011\u2060\ufeff"

# Where a line may break without more ado: all white space but the no-break spaces. Not as a set of them:
# one with signs beyond Latin-1 costs a tenth of a millisecond to compile.
_SPACES = re.compile(r"(?:(?!\u2007)(?!\u202f)[^\S\u00a0])+")

# Behind these a word breaks as it is written, if both sides hold something (-5 stays
# whole): slashes, hyphens and dashes, what divides an address, the zero-width space.
_WRITTEN = (
    rf"(?<=[^-/‐–—{_GLUE}])(?:/+(?=[^/{_GLUE}])|[-‐–—]+(?=[^-/‐–—{_GLUE}]))"
    rf"|(?<=\w)[@._:?&=](?=\w)|{_ZERO_WIDTH_SPACE}+(?=.)"
)

# A line of Chinese or Japanese starts with no closing sign or small kana and ends with
# no opening one. Source: JIS X 4051, the commonest of its signs.
_NOT_FIRST = "、。，．・：；？！）］｝」』】〉》〕〗ーっゃゅょぁぃぅぇぉッャュョァィゥェォ々"
_NOT_LAST = "（［｛「『【〈《〔〖"

# Latin letters and their punctuation: in a text with others a line may break elsewhere than at spaces.
_USUAL = frozenset(
    map(chr, chain(range(0xAD), range(0xAE, 0x370), range(0x2000, 0x200B), range(0x2010, 0x2028)))
)

_LETTERS = re.compile(r"[^\W\d_]+")
_LEAST = 3  # letters that stay together on either side of a hyphen that is added


class _Break(msgspec.Struct, frozen=True):
    """A place in a text where a line may end, and the sign which that line then gets."""

    offset: int
    sign: str


class _Piece(msgspec.Struct, frozen=True):
    """A part of a word that stays whole, and the sign of the break behind it."""

    text: str
    sign: str


def wrap(
    text: str,
    max_width: float,
    size: float,
    bold: bool = False,
    italic: bool = False,
    *,
    language: str = "en",
) -> tuple[str, ...]:
    """The text in lines of at most `max_width` px, at a font size in px; at least one line.

    Only a single grapheme may be wider than that. `language` (`nl`, `pt-BR`) says by
    which patterns a word is hyphenated that is wider than a line.
    """
    return _wrap(text, max_width, size, bold, italic, language, current().widths)


def cut(
    text: str, max_width: float, size: float, most: int, bold: bool = False, *, language: str = "en"
) -> tuple[str, ...]:
    """As `wrap`, in `most` lines: the last ends in an ellipsis where there is more."""
    lines = wrap(text, max_width, size, bold, language=language)
    if len(lines) <= most:
        return lines
    kept = list(clusters(lines[most - 1]))
    while len(kept) > 1 and width("".join(kept) + "…", size, bold) * _SLACK > max_width:
        kept.pop()
    return (*lines[: most - 1], "".join(kept).rstrip(" -") + "…")


@lru_cache(maxsize=1 << 13)
def _wrap(
    text: str, max_width: float, size: float, bold: bool, italic: bool, language: str, _font: Widths | None
) -> tuple[str, ...]:
    """`wrap`, in what is the current font."""
    limit = int(max_width / _SLACK / size * UNITS_PER_EM)
    measure = measured(bold, italic)
    space = measure(" ")
    if text.isascii() or _USUAL.issuperset(text):
        words, ends, widest = _in_one_line(text, measure)
        if widest <= limit:  # nearly every text
            return tuple(_cut(words, ends, limit, space)) or ("",)
    lines: list[str] = []
    line, used, sign = "", 0, ""
    for word in _words(text):
        glue, gap = (" ", space) if line else ("", 0)
        wide = measure(word)
        if wide <= limit and word.isascii():
            if used + gap + wide <= limit:
                line, used = line + glue + word, used + gap + wide
            else:
                lines.append(line)
                line, used = word, wide
            continue
        for part in _pieces(word, limit, measure, language):
            piece, end = part.text, part.sign
            wide = measure(piece)
            longer = used + gap + wide
            if line and longer + measure(end) > limit:
                # Where not even the sign has room the line goes without.
                lines.append(line + sign if used + measure(sign) <= limit else line)
                line, used = piece, wide
            else:
                line, used = line + glue + piece, longer
            sign, glue, gap = end, "", 0
    return (*lines, line)


@lru_cache(maxsize=1 << 10)  # a sheet for paper wraps what the map did, at another width
def _in_one_line(text: str, measure: Callable[[str], int]) -> tuple[list[str], list[int], int]:
    """The words of a text, where each ends with its space in a line of all, and the width of the widest."""
    words = _words(text)
    widths = [measure(word) for word in words]
    space = measure(" ")
    return words, list(accumulate([wide + space for wide in widths])), max(widths, default=0)


def _cut(words: list[str], ends: list[int], limit: int, space: int) -> Iterator[str]:
    """Such a line cut at spaces, into lines as full as can be."""
    first = left = 0
    while first < len(words):
        after = bisect_right(ends, left + limit + space, first)
        yield " ".join(words[first:after])
        first, left = after, ends[after - 1]


def _words(text: str) -> list[str]:
    if text.isascii():  # there every space is one to break at
        return text.split()
    return [word for word in _SPACES.split(text) if word.strip(_SOFT_HYPHEN)]


def _pieces(word: str, limit: int, measure: Callable[[str], int], language: str) -> Iterator[_Piece]:
    """The word whole where it fits on a line, else in the largest pieces that do; the last has no sign."""
    if measure(word) <= limit and not _breaks_freely(word):
        yield _Piece(word.replace(_SOFT_HYPHEN, ""), "")
        return
    *parts, last = [part for part in word.split(_SOFT_HYPHEN) if part]
    ways = (partial(_divisions, language), _gentle, _unglued, _anywhere)
    for part in (*(_Piece(part, _HYPHEN) for part in parts), _Piece(last, "")):
        for piece in _split(part, _written(part.text)):
            yield from _fitting(piece, limit, measure, ways)


def _fitting(
    piece: _Piece,
    limit: int,
    measure: Callable[[str], int],
    ways: tuple[Callable[[str], Iterable[_Break]], ...],
) -> Iterator[_Piece]:
    """The piece whole where it fits, else broken in the first way, its parts where needed in the next."""
    if not ways or measure(piece.text) + measure(piece.sign) <= limit:
        yield piece
        return
    for part in _split(piece, ways[0](piece.text)):
        yield from _fitting(part, limit, measure, ways[1:])


def _split(piece: _Piece, breaks: Iterable[_Break]) -> Iterator[_Piece]:
    start = 0
    for each in breaks:
        yield _Piece(piece.text[start : each.offset], each.sign)
        start = each.offset
    yield _Piece(piece.text[start:], piece.sign)


def _breaks_freely(word: str) -> bool:
    """Whether it is text of a script that writes no spaces."""
    return not word.isascii() and any(is_wide(char) or char == _ZERO_WIDTH_SPACE for char in word)


def _written(text: str) -> Iterator[_Break]:
    """Behind the signs of `_WRITTEN`, and between wide characters."""
    offsets = set() if text.isalpha() else {match.end() for match in re.finditer(_WRITTEN, text)}
    if _breaks_freely(text):
        offsets.update(offset for offset, before, after in _borders(text) if _parts_wide(before, after))
    return (_Break(offset, "") for offset in sorted(offsets))


def _parts_wide(before: str, after: str) -> bool:
    """Whether a line may end between two neighbouring clusters because both are wide."""
    if not (is_wide(before[0]) and is_wide(after[0])):
        return False
    return before[0] not in _NOT_LAST and after[0] not in _NOT_FIRST


def _divisions(language: str, text: str) -> Iterator[_Break]:
    """Where the language divides the words in the text."""
    for match in _LETTERS.finditer(text):
        word = match[0]
        if len(word) >= 2 * _LEAST and _takes_hyphen(word[0]):
            inner = (place for place in divisions(word, language) if _LEAST <= place <= len(word) - _LEAST)
            yield from (_Break(match.start() + place, _HYPHEN) for place in inner)


def _gentle(text: str) -> Iterator[_Break]:
    """Inside runs of letters, well away from their ends, and between other letters and digits."""
    letters = [_takes_hyphen(cluster[0]) for cluster in clusters(text)]
    for index, (offset, before, after) in enumerate(_borders(text), start=1):
        sign = _sign(before, after)
        around = letters[max(index - _LEAST, 0) : index + _LEAST]
        inside = len(around) == 2 * _LEAST and all(around)
        if inside if sign else before[0].isalnum() and after[0].isalnum():
            yield _Break(offset, sign)


def _unglued(text: str) -> Iterator[_Break]:
    """Between any two graphemes but beside a no-break space."""
    return (
        _Break(offset, _sign(before, after))
        for offset, before, after in _borders(text)
        if before[-1] not in _GLUE and after[0] not in _GLUE
    )


def _anywhere(text: str) -> Iterator[_Break]:
    """Between any two graphemes, when there is nothing else left."""
    return (_Break(offset, _sign(before, after)) for offset, before, after in _borders(text))


def _borders(text: str) -> Iterator[tuple[int, str, str]]:
    """Every place between two grapheme clusters, with both of them."""
    offset = 0
    for before, after in pairwise(clusters(text)):
        offset += len(before)
        yield offset, before, after


def _sign(before: str, after: str) -> str:
    return _HYPHEN if _takes_hyphen(before[0]) and _takes_hyphen(after[0]) else ""


def _takes_hyphen(char: str) -> bool:
    """Whether it is a letter of Latin, Greek, Cyrillic or Armenian: other scripts break without a sign."""
    return char.isalpha() and (char < "\u0590" or "\u1e00" <= char <= "\u1fff")
