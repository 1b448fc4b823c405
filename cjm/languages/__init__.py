"""What differs per language: words that authors write, words that maps show.

In: a BCP 47 tag, a word, or a value. Out: a `Language`, what the word means, or
the value as it is drawn. A language is a folder here; its data is loaded on use.

An author may write the words of any language in any file, so that no word may
mean two things in two languages (`tests/languages` holds it).
"""

from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, TypeVar

import msgspec

if TYPE_CHECKING:
    import datetime

LANGUAGES: dict[str, str] = {
    "en": "cjm.languages.en:ENGLISH",
    "nl": "cjm.languages.nl:DUTCH",
}

_Meaning = TypeVar("_Meaning")


class Language(msgspec.Struct, frozen=True):
    """The words and the signs of one language.

    - `emotions`: lower-case word → score −2…2; the first word of each score is
      its main one, drawn where a touchpoint has a score and no feeling.
    - `units`: lower-case spelling → the English plural (`minutes`).
    - `unit_names`: that plural → singular and plural as drawn.
    - `months`: twelve short names as drawn in a date; `month_names` in full.
    - `pronouns`: lower-case words that an action told by the customer starts
      with, with straight apostrophes.
    - `labels`: identifier → words on maps and pages; some hold `{placeholders}`.
    - `plurals`: identifier → text for one, text for any other number, with `{n}`.
    """

    code: str
    name: str
    emotions: dict[str, float]
    units: dict[str, str]
    unit_names: dict[str, tuple[str, str]]
    months: tuple[str, ...]
    month_names: tuple[str, ...]
    decimal: str
    thousands: str
    quotes: tuple[str, str]
    pronouns: tuple[str, ...]
    labels: dict[str, str]
    plurals: dict[str, tuple[str, str]]


def language(tag: str) -> Language:
    """The language of a BCP 47 tag (`nl-BE` is Dutch); English where it is unknown."""
    return _load(_primary(tag) if known(tag) else "en")


def known(tag: str) -> bool:
    """Whether maps in this language get labels of their own."""
    return _primary(tag) in LANGUAGES


def emotion(word: str) -> float | None:
    """The score of an emotion word of any language."""
    return _first(_emotions, folded(word))


def emotion_words() -> list[str]:
    """Every emotion word of every language, as it is spelled; for suggestions."""
    return sorted({word for code in LANGUAGES for word in _load(code).emotions})


def unit(word: str) -> str | None:
    """The unit that a word of any language names: `minutes` for "min." or "minuten"."""
    return _first(_units, folded(word.strip().removesuffix(".")))


def month(word: str) -> int | None:
    """The number of a month by its name in any language, in full or as it is shortened: 5 for "mei"."""
    wanted = folded(word)
    for code in LANGUAGES:
        found = _load(code)
        for number, names in enumerate(zip(found.months, found.month_names, strict=True), 1):
            if wanted in map(folded, names):
                return number
    return None


def folded(word: str) -> str:
    """A word without what authors vary: case, accents, hyphens, spaces, apostrophes."""
    plain = word.casefold().replace("’", "'").replace("-", " ").replace("_", " ")
    if not plain.isascii():
        import unicodedata

        decomposed = unicodedata.normalize("NFKD", plain)
        plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(plain.split())


def indexed(spellings: Mapping[_Meaning, str]) -> dict[str, _Meaning]:
    """Meaning → "word, word" turned round: word → meaning, in the order written."""
    return {word: meaning for meaning, words in spellings.items() for word in words.split(", ")}


def number(value: float, language: Language) -> str:
    """A number as drawn: at most two decimals, thousands grouped, a real minus sign."""
    text = f"{abs(value):,.2f}".rstrip("0").rstrip(".")
    drawn = text.translate({ord(","): language.thousands, ord("."): language.decimal})
    return f"−{drawn}" if value < 0 and text != "0" else drawn


def signed(value: float, language: Language) -> str:
    """A number with its sign, as a score is drawn: `+1`, `0`, `−0,5`."""
    drawn = number(value, language)
    return drawn if drawn == "0" or value < 0 else f"+{drawn}"


def date(day: "datetime.date", language: Language) -> str:
    """A date as drawn: `12 May 2026`, `12 mei 2026`."""
    return f"{day.day} {language.months[day.month - 1]} {day.year}"


def plural(key: str, n: int, language: Language) -> str:
    """A number and what it counts: `1 phase`, `12 phases`."""
    one, other = language.plurals[key]
    return (one if n == 1 else other).format(n=number(n, language))


def feeling(score: float, language: Language) -> str:
    """The word for a score that was given without one.

    The main word of the nearest whole score; halfway it is the stronger one, so
    that a point off the baseline never reads as neutral for want of a rounding.
    """
    whole = min(2, int(abs(score) + 0.5)) * (1 if score > 0 else -1)
    return next(word for word, value in language.emotions.items() if value == whole)


def _primary(tag: str) -> str:
    return tag.strip().replace("_", "-").partition("-")[0].lower()


@cache
def _load(code: str) -> Language:
    module, _, attribute = LANGUAGES[code].partition(":")
    found = getattr(import_module(module), attribute)
    assert isinstance(found, Language)
    return found


def _first(words: Callable[[str], dict[str, _Meaning]], word: str) -> _Meaning | None:
    """What a word means in the first language that has it; those behind it needn't be loaded."""
    return next((found[word] for found in map(words, LANGUAGES) if word in found), None)


@cache
def _emotions(code: str) -> dict[str, float]:
    return {folded(word): score for word, score in _load(code).emotions.items()}


@cache
def _units(code: str) -> dict[str, str]:
    return {folded(word): name for word, name in _load(code).units.items()}
