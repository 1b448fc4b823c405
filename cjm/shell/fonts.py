"""A font's advance widths, read with fonttools: what `cjm` measures text by.

In: font files, static or variable. Out: the widths of a regular, a bold, an italic and a
bold italic face, of the characters that all of them have.
"""

import struct
import unicodedata
from base64 import b64encode
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import msgspec

from cjm.errors import MissingTool, UsageError
from cjm.theme.tokens import Widths

# What people write in the scripts that a text font has, and the signs between; phonetic
# alphabets, old letterforms and private use are left to the fallback of `metrics`.
BLOCKS = (
    (0x0020, 0x024F),  # Latin
    (0x02B9, 0x02DD),  # modifier letters: apostrophes, primes
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x052F),  # Cyrillic
    (0x05BE, 0x05F4),  # Hebrew
    (0x1E00, 0x1FFF),  # Latin Extended Additional (Vietnamese), Greek Extended
    (0x2000, 0x20CF),  # punctuation, superscripts, currency
    (0x2100, 0x26FF),  # letterlike, fractions, arrows, mathematics, boxes, symbols
    (0xFB00, 0xFB06),  # ligatures
)

# Marks, formats (soft hyphen, joiners, bidi) and controls take no room of their
# own or aren't text; `metrics` knows them by category.
NOT_MEASURED = {"Mn", "Me", "Cf", "Cc", "Zl", "Zp"}


class Face(msgspec.Struct, frozen=True):
    """Code point → width in units of 1/`em` em; the family's name and the font's version."""

    widths: dict[int, int]
    em: int
    family: str
    version: str


def face(path: Path, weight: int) -> Face:
    """The widths of a font file, of a variable one at a weight.

    Raises `MissingTool` without fonttools, `UsageError` for what is no font.
    """
    try:
        from fontTools.ttLib import TTFont, TTLibError
    except ImportError:
        help = "pipx inject cjm-compiler fonttools, or pip install 'cjm-compiler[fonts]'"
        raise MissingTool("reading a font needs fonttools", help) from None
    try:
        with TTFont(path, lazy=True, fontNumber=0) as font:
            glyphs = font.getGlyphSet(location={"wght": weight} if "fvar" in font else None)
            widths = {
                code: round(glyphs[name].width)
                for code, name in sorted(font.getBestCmap().items())
                if any(first <= code <= last for first, last in BLOCKS)
                and unicodedata.category(chr(code)) not in NOT_MEASURED
            }
            family = str(font["name"].getDebugName(16) or font["name"].getDebugName(1) or path.stem)
            return Face(widths, font["head"].unitsPerEm, family, f"{font['head'].fontRevision:.3f}")
    except (OSError, TTLibError, KeyError, AttributeError, ValueError, struct.error, AssertionError) as error:
        raise UsageError(f"cannot read {path} as a font: {error}") from None


def table(faces: Iterable[Face]) -> Widths:
    """Four faces (regular, bold, italic, bold italic) as one table, in the units of the first."""
    found = tuple(faces)
    codes = sorted(set.intersection(*(set(each.widths) for each in found)))
    em = found[0].em
    packed = [_packed([round(each.widths[code] * em / each.em) for code in codes]) for each in found]
    return Widths(em, " ".join(runs(codes)), *packed)


def runs(codes: Iterable[int]) -> Iterator[str]:
    """Neighbouring code points as `20-7e`."""
    for _, numbered in groupby(enumerate(codes), lambda pair: pair[1] - pair[0]):
        run = [code for _, code in numbered]
        yield f"{run[0]:x}-{run[-1]:x}"


def document(found: Widths, family: str, version: str) -> Any:
    """The file that `font: {metrics: …}` names, as JSON can hold it."""
    return {"version": 1, "font": f"{family} {version}", "widths": found}


def _packed(widths: list[int]) -> str:
    return b64encode(struct.pack(f">{len(widths)}H", *widths)).decode()
