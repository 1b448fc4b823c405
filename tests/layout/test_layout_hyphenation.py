"""Words are divided where pyphen, which owns the patterns, divides them."""

import pyphen
import pytest

from cjm.layout.hyphenation import _dictionary, divisions

WORDS = [
    "relationship",
    "representative",
    "communication",
    "arbeidsongeschiktheidsverzekering",
    "klantenservice",
    "Kundenzufriedenheitsbefragung",
    "Schifffahrt",
    "Wiederholung",
    "développement",
    "électroménager",
    "responsabilidad",
    "información",
    "soddisfazione",
    "doświadczenie",
    "zákaznický",
    "asiakaspalvelu",
    "kundeservice",
    "Ελληνικά",
    "обслуживание",
    "asszony",
    "hosszúság",
    "omaatje",
    "straße",
    "x",
    "ab",
    "ÉLECTROMÉNAGER",
]


@pytest.mark.parametrize(
    "language", ["en", "en-US", "nl", "nl-BE", "de", "fr", "es", "it", "pt", "pl", "el", "ru", "hu"]
)
def test_divisions_are_those_of_pyphen(language: str) -> None:
    known = pyphen.Pyphen(lang=language, left=1, right=1)
    expected = {word: [place for place in known.positions(word) if not place.data] for word in WORDS}
    assert {word: divisions(word, language) for word in WORDS} == expected


def test_a_language_has_the_dictionary_that_pyphen_gives_it() -> None:
    tags = [*pyphen.LANGUAGES, "de-XX", "NL_be", "pt-BR-x-old", "zz"]
    chosen = {tag: pyphen.LANGUAGES.get(pyphen.language_fallback(tag)) for tag in tags}
    assert {tag: _dictionary(tag) for tag in tags} == chosen


def test_a_word_is_not_respelled() -> None:
    assert divisions("asszony", "hu") == []


@pytest.mark.parametrize("word", ["relationship", "", "İstanbul", "a" * 10_000])
def test_without_patterns_or_a_word_there_is_no_place(word: str) -> None:
    assert divisions(word, "tlh") == []
    assert word == "relationship" or divisions(word, "tr") == []
