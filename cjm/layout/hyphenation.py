"""Where a language divides its words, by the hyphenation patterns that come with `pyphen`.

In: a word and a language. Out: offsets. pyphen itself reads a whole dictionary into
objects before the first answer, a second for German; here a pattern is only looked at
when the word holds its letters.
"""

import re
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

_DIGITS = b"0123456789"

# No word is longer, and the work grows with the square of the length.
_LONGEST = 100


@lru_cache(maxsize=1 << 10)  # a column's long word stands in the map, the strip and the sheets
def divisions(word: str, language: str) -> list[int]:
    """Offsets in a word of letters at which a line may end in a hyphen; none for an unknown language.

    Where the language would change the spelling (Hungarian asszony, asz-szony) there is
    none: a map keeps its author's letters. Source: F. M. Liang, "Word Hy-phen-a-tion by
    Com-put-er" (1983): every pattern found in the word gives its levels to the places
    between letters, the highest wins, and odd ones allow a break.
    """
    dotted = f".{word.lower()}."
    if len(dotted) != len(word) + 2 or len(word) > _LONGEST:
        return []
    patterns = _patterns(language)
    levels = [(0, False)] * (len(dotted) + 1)
    for start in range(len(dotted) - 1):
        for end in range(start + 1, len(dotted) + 1):
            pattern = patterns.get(dotted[start:end])
            if pattern is not None:
                _raise(levels, start, pattern)
    return [place for place in range(1, len(word)) if levels[place + 1][0] % 2 and not levels[place + 1][1]]


def _raise(levels: list[tuple[int, bool]], place: int, pattern: str) -> None:
    """Lift the levels under a pattern that stands at a place: `3tion/…` lifts the one before the t."""
    pattern, respelled, _ = pattern.partition("/")
    for char in pattern:
        if char.isdigit():
            if int(char) >= levels[place][0]:
                levels[place] = (int(char), bool(respelled))
        else:
            place += 1


@lru_cache(maxsize=8)
def _patterns(language: str) -> dict[str, str]:
    """Letters → pattern: `tion` → `3tion`. The settings and comments in a file match no word."""
    path = _dictionary(language)
    if path is None:
        return {}
    raw = path.read_bytes()
    if any(ending in raw for ending in (b" \n", b"\t\n", b"\r\n")):  # most have none, and looking is dear
        raw = re.sub(rb"[ \t\r]+(?=\n)", b"", raw)
    encoding = raw.partition(b"\n")[0].decode("ascii").strip()
    lines = raw.decode(encoding).split("\n")
    letters = raw.translate(None, _DIGITS).decode(encoding).split("\n")
    # What has no digit is no pattern, and a German word among them would hide one.
    patterns = {key: line for key, line in zip(letters, lines, strict=True) if key != line}
    if b"=" in raw:  # `schif1fahrt/ff=f,5,2`
        patterns |= {key.partition("/")[0]: line for key, line in patterns.items() if "=" in key}
    return patterns


def _dictionary(language: str) -> Path | None:
    """The file of pyphen's for a language, chosen as pyphen does: its region's, else the language's first.

    The package isn't imported for it: that lists and wraps its files at the cost of a fortieth of a build.
    """
    package = find_spec("pyphen")
    assert package is not None
    assert package.origin is not None
    known: dict[str, Path] = {}
    for path in sorted((Path(package.origin).parent / "dictionaries").glob("hyph_*.dic")):
        tag = path.stem.removeprefix("hyph_").lower()
        known[tag] = path
        known.setdefault(tag.partition("_")[0], path)
    parts = language.replace("-", "_").lower().split("_")
    tags = ("_".join(parts[:many]) for many in range(len(parts), 0, -1))
    return next((known[tag] for tag in tags if tag in known), None)
