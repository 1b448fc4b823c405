"""What differs per language: words that authors write, words that maps show.

In: a BCP 47 tag, a word, or a value. Out: a `Language`, what the word means, or
the value as it is drawn. A language is a module here that is called by its code; it is
loaded when it is needed.

An author may write the words of any language in any file, so that no word may
mean two things in two languages (`tests/languages` holds it).
"""

from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Literal, TypeVar

import msgspec

from cjm.languages.plurals import holds

if TYPE_CHECKING:
    import datetime

_Meaning = TypeVar("_Meaning")

# What has a name and other spellings in each language.
Kind = Literal["channels", "devices", "departments"]


class Formats(msgspec.Struct, frozen=True):
    """How a language writes numbers and dates; CLDR's, by `tools/make_locales.py`.

    - `percent` holds `{n}`; `date` holds `{day}`, `{month}` and `{year}`.
    - `months`: twelve short names as drawn in a date; `month_names` in full.
    - `plurals`: plural category → when a number has it, in the syntax of UTS #35;
      any other number is of the category `other`.
    """

    decimal: str = "."
    group: str = ","
    percent: str = "{n}%"
    date: str = "{day} {month} {year}"
    months: tuple[str, ...] = ()
    month_names: tuple[str, ...] = ()
    plurals: dict[str, str] = {}


class StageWords(msgspec.Struct, frozen=True):
    """A stage: what it is called, what happens there, and what the customer asks there."""

    name: str
    meaning: str
    question: str


class PhaseModel(msgspec.Struct, frozen=True):
    """The words of a framework; those of its stages by their ids."""

    name: str
    stages: dict[str, StageWords]


class Language(msgspec.Struct, frozen=True):
    """The words and the signs of one language.

    - `code`: its BCP 47 tag; for a map of another language that map's tag.
    - `emotions`: lower-case word → score −2…2; the first word of each score is
      its main one, drawn where a touchpoint has a score and no feeling.
    - `units`: lower-case spelling → the English plural (`minutes`).
    - `unit_names`: that plural → how it is drawn, for each plural category.
    - `pronouns`: lower-case words that an action told by the customer starts
      with, with straight apostrophes.
    - `labels`: identifier → words on maps and pages; some hold `{placeholders}`.
    - `plurals`: identifier → a text with `{n}` for each plural category.
    - `scaffold`: identifier → what a new file says or hints at, in its comments.
    - `channels`, `devices`, `departments`: id → its name and what else people call
      it; a device as it follows "on".
    """

    code: str
    name: str
    emotions: dict[str, float]
    units: dict[str, str]
    unit_names: dict[str, tuple[str, ...]]
    quotes: tuple[str, str]
    pronouns: tuple[str, ...]
    labels: dict[str, str]
    plurals: dict[str, tuple[str, ...]]
    scaffold: dict[str, str]
    channels: dict[str, str]
    devices: dict[str, str]
    departments: dict[str, str]
    frameworks: dict[str, PhaseModel]
    formats: Formats

    def called(self, kind: Kind, id: str) -> str:
        """The name of a common channel, device or department."""
        found: str = getattr(self, kind)[id]
        return found.partition(", ")[0]


class Named(msgspec.Struct, frozen=True):
    """What a word stands for; `exactly` where it is the name and not another spelling."""

    id: str
    exactly: bool


@cache
def languages() -> tuple[str, ...]:
    """The code of every language that there are words for; English first, the others as in the alphabet."""
    from pkgutil import iter_modules

    found = {module.name for module in iter_modules(__path__) if len(module.name) <= 3}
    return ("en", *sorted(found - {"en"}))


@cache
def language(tag: str) -> Language:
    """The language of a BCP 47 tag (`nl-BE` is Dutch).

    Where there are no words for it they are English; the tag stays, by which the
    author's own words are hyphenated and read aloud.
    """
    found = _load(_primary(tag) if known(tag) else "en")
    code = tag.strip().replace("_", "-") or "en"
    return found if code.lower() == found.code else msgspec.structs.replace(found, code=code)


def known(tag: str) -> bool:
    """Whether maps in this language get labels of their own."""
    return _primary(tag) in languages()


def emotion(word: str) -> float | None:
    """The score of an emotion word of any language."""
    return _first(_emotions, folded(word))


def emotion_words() -> list[str]:
    """Every emotion word of every language, as it is spelled; for suggestions."""
    return sorted({word for code in languages() for word in _load(code).emotions})


def unit(word: str) -> str | None:
    """The unit that a word of any language names: `minutes` for "min." or "minuten"."""
    return _first(_units, folded(word.strip().removesuffix(".")))


def named(kind: Kind, word: str) -> Named | None:
    """The common channel, device or department that a word of any language stands for."""
    wanted = folded(word)
    return _english(kind).get(wanted) or _foreign().get(f"{kind} {wanted}")


def stage(framework: str, word: str) -> str | None:
    """The id of the stage that a name in any language stands for, in a phase model that cjm knows."""
    wanted = folded(word)
    found = _english(framework).get(wanted) or _foreign().get(f"{framework} {wanted}")
    return found.id if found else None


def month(word: str) -> int | None:
    """The number of a month by its name in any language, in full or shortened: 5 for "mei"."""
    return _first(_months, folded(word).removesuffix("."))


@lru_cache(maxsize=1 << 11)  # names of channels, stages and the like: a project has few of them
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
    text = _plain(value)
    formats = language.formats
    drawn = text.translate({ord(","): formats.group, ord("."): formats.decimal})
    return f"−{drawn}" if value < 0 and text != "0" else drawn


def signed(value: float, language: Language) -> str:
    """A number with its sign, as a score is drawn: `+1`, `0`, `−0,5`."""
    drawn = number(value, language)
    return drawn if drawn == "0" or value < 0 else f"+{drawn}"


def percent(value: float, language: Language) -> str:
    """A ratio as drawn in running text: `31%`, in German `31 %`."""
    return language.formats.percent.format(n=number(round(value * 100, 2), language))


def date(day: "datetime.date", language: Language) -> str:
    """A date as drawn: `12 May 2026`, `12 mei 2026`, `12. Mai 2026`."""
    formats = language.formats
    return formats.date.format(day=day.day, month=formats.months[day.month - 1], year=day.year)


def plural(key: str, n: int, language: Language) -> str:
    """A number and what it counts: `1 phase`, `12 phases`."""
    return plural_form(language.plurals[key], n, language).format(n=number(n, language))


def plural_form(forms: tuple[str, ...], value: float, language: Language) -> str:
    """The form, of one for each plural category, that goes with a number as it is drawn."""
    rules = language.formats.plurals
    drawn = _plain(value).replace(",", "")
    return next(
        (form for form, rule in zip(forms, rules.values(), strict=False) if holds(rule, drawn)), forms[-1]
    )


def feeling(score: float, language: Language) -> str:
    """The word for a score that was given without one.

    The main word of the nearest whole score; halfway it is the stronger one, so
    that a point off the baseline never reads as neutral for want of a rounding.
    """
    whole = min(2, int(abs(score) + 0.5)) * (1 if score > 0 else -1)
    return next(word for word, value in language.emotions.items() if value == whole)


def _plain(value: float) -> str:
    return f"{abs(value):,.2f}".rstrip("0").rstrip(".")


def _primary(tag: str) -> str:
    return tag.strip().replace("_", "-").partition("-")[0].lower()


@cache
def _load(code: str) -> Language:
    found = import_module(f"cjm.languages.{code}").LANGUAGE
    assert isinstance(found, Language)
    return found


def _first(words: Callable[[str], dict[str, _Meaning]], word: str) -> _Meaning | None:
    """What a word means in the first language that has it; those behind it needn't be loaded."""
    return next((found[word] for found in map(words, languages()) if word in found), None)


@cache
def _emotions(code: str) -> dict[str, float]:
    return {folded(word): score for word, score in _load(code).emotions.items()}


@cache
def _units(code: str) -> dict[str, str]:
    return {folded(word): name for word, name in _load(code).units.items()}


@cache
def _months(code: str) -> dict[str, int]:
    formats = _load(code).formats
    short = tuple(name[:3] for name in formats.month_names)
    spelled = (short, formats.months, formats.month_names)
    return {folded(name).removesuffix("."): at for names in spelled for at, name in enumerate(names, 1)}


@cache
def _english(kind: str) -> dict[str, Named]:
    return spellings(language("en"), kind)


@cache
def _foreign() -> dict[str, Named]:
    """Kind and spelling → what it stands for, in all languages but English, none of them loaded."""
    from cjm.languages.foreign import SPELLINGS

    entries = (entry.rsplit(" ", 2) for entry in " ".join(SPELLINGS.split()).split("; "))
    return {spelled: Named(id, sign == "=") for spelled, sign, id in entries}


def spellings(words: Language, kind: str) -> dict[str, Named]:
    """A language's words for channels, devices, departments or a framework's stages; ids are English."""
    model = words.frameworks.get(kind)
    table = {id: said.name for id, said in model.stages.items()} if model else getattr(words, kind)
    found: dict[str, Named] = {}
    for id, written in table.items():
        name, *more = [written] if model else written.split(", ")
        found |= {folded(word): Named(id, False) for word in more} | {folded(name): Named(id, True)}
        if words.code == "en":
            found[folded(id)] = Named(id, True)
    return found
