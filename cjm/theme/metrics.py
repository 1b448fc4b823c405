"""How wide a text is, without a font on the machine.

In: a text and its style. Out: its width, in the font of the theme that is being drawn
in; without widths of its own, that of the family that every theme starts with (Arial,
Helvetica, Liberation Sans, Arimo: one set of advance widths). Kerning is left out: with
it nearly every text is a little narrower.
"""

import struct
import unicodedata
from binascii import a2b_base64
from collections.abc import Callable
from functools import cache, lru_cache

from cjm.theme import widths
from cjm.theme.tokens import Widths, current

UNITS_PER_EM = widths.UNITS_PER_EM
_ARIAL = Widths(UNITS_PER_EM, widths.RUNS, widths.REGULAR, widths.BOLD, widths.ITALIC, widths.BOLD_ITALIC)

# Marks sit on their base; formats (joiners, variation selectors, soft hyphen, bidi
# controls) draw nothing.
_WITHOUT_WIDTH = {"Mn", "Me", "Cf"}

# Arabic, Devanagari, Thai …: another font draws them; few of their letters are wider.
_FOREIGN_LETTER = UNITS_PER_EM * 3 // 4


def is_wide(char: str) -> bool:
    """Whether it is a full em wide: ideographs, kana, Hangul, fullwidth forms, emoji.

    Source: the classes W and F of Unicode's East Asian Width (UAX #11).
    """
    return unicodedata.east_asian_width(char) in "WF"


def foreign(text: str) -> set[str]:
    """The characters whose width isn't in the table; the map's font lacks most of them."""
    return set() if text.isascii() else set(text).difference(characters(_ARIAL.runs))


def takes_no_room(char: str) -> bool:
    """Whether it is drawn on or in its base, or not at all."""
    if "\u1160" <= char <= "\u11ff" or "\ud7b0" <= char <= "\ud7ff":
        return True  # a Hangul vowel or final consonant, inside its syllable's square
    return unicodedata.category(char) in _WITHOUT_WIDTH


def _guess(char: str) -> int:
    """Units of a character that isn't in the table, on the safe side."""
    if takes_no_room(char):
        return 0
    if unicodedata.category(char)[0] in "LMN" and not is_wide(char):
        return _FOREIGN_LETTER
    return UNITS_PER_EM


class _Face(dict[str, int]):
    """Character → units, filled in as characters outside the table turn up."""

    def __missing__(self, char: str) -> int:
        self[char] = units = _guess(char)
        return units


@lru_cache(maxsize=16)
def _face(font: Widths | None, bold: bool, italic: bool) -> _Face:
    """The widths of one face, unpacked when the first text asks for it."""
    own = _ARIAL if font is None else font
    packed = {
        (False, False): own.regular,
        (True, False): own.bold,
        (False, True): own.italic,
        (True, True): own.bold_italic,
    }[bold, italic]
    chars = characters(own.runs)
    units = struct.unpack(f">{len(chars)}H", a2b_base64(packed))
    if own.units_per_em != UNITS_PER_EM:
        units = tuple(round(each * UNITS_PER_EM / own.units_per_em) for each in units)
    return _Face(zip(chars, units, strict=True))


@cache
def characters(runs: str) -> str:
    """The characters in a table, in the order of their widths."""
    ends = (run.split("-") for run in runs.split())
    return "".join(chr(code) for first, last in ends for code in range(int(first, 16), int(last, 16) + 1))


def measured(bold: bool = False, italic: bool = False) -> Callable[[str], int]:
    """From a text to its width in units of 1/`UNITS_PER_EM` em: whole numbers, so parts add up exactly."""
    return _measured(current().widths, bold, italic)


@lru_cache(maxsize=16)
def _measured(font: Widths | None, bold: bool, italic: bool) -> Callable[[str], int]:
    face = _face(font, bold, italic)

    @lru_cache(maxsize=1 << 14)
    def units(text: str) -> int:
        return sum(map(face.__getitem__, text))

    return units


def width(text: str, size: float, bold: bool = False, italic: bool = False, tracking: float = 0.0) -> float:
    """The width in px of a text on one line.

    `size` is the font size in px; `tracking` is letter-spacing in em, added after
    every character.
    """
    return (measured(bold, italic)(text) / UNITS_PER_EM + tracking * len(text)) * size
