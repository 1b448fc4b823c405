"""Words of all languages together, labels side by side, and values as they are drawn."""

import datetime
import re
from collections import defaultdict
from importlib import import_module
from itertools import chain

import pytest

from cjm.diagnostics import Severity
from cjm.languages import (
    Kind,
    Language,
    Named,
    date,
    emotion,
    emotion_words,
    feeling,
    folded,
    known,
    language,
    languages,
    named,
    number,
    percent,
    plural,
    signed,
    unit,
)

EN, NL, DE = language("en"), language("nl"), language("de")
ALL = [language(code) for code in languages()]
SCORES = {-2.0, -1.0, 0.0, 1.0, 2.0}
UNITS = {"seconds", "minutes", "hours", "days", "weeks", "months", "years"}
THE_TEN_MOVES = (
    "soften_pain amplify_peak strengthen_moment_of_truth start_strong end_with_a_smile "
    "extend skip reorder personalise redesign"
)


@pytest.mark.parametrize(
    ("tag", "code"),
    [("en", "en"), ("nl", "nl"), ("NL", "nl"), ("nl-BE", "nl"), ("nl_BE", "nl"), ("en-GB", "en")],
)
def test_a_tag_finds_its_language(tag: str, code: str) -> None:
    assert known(tag)
    assert language(tag).labels is language(code).labels


def test_a_map_keeps_its_own_tag() -> None:
    assert [language(tag).code for tag in ("nl", "nl_BE", "zh-Hant", "")] == ["nl", "nl-BE", "zh-Hant", "en"]


@pytest.mark.parametrize("tag", ["fr", "nds", "nlx", "", "-", "x-klingon"])
def test_an_unknown_tag_is_english(tag: str) -> None:
    assert not known(tag)
    assert language(tag).labels is EN.labels


@pytest.mark.parametrize(
    ("word", "score"),
    [
        ("delighted", 2),
        ("Happy", 1),
        ("neutral", 0),
        ("annoyed", -1),
        ("ANGRY", -2),
        ("blij", 1),
        ("teleurgesteld", -1),
        ("boos", -2),
        ("geïrriteerd", -1),
        ("geirriteerd", -1),
        ("gei\u0308rriteerd", -1),  # as some editors write it: the letter, then the dots
        (" in  de wolken ", 2),
        ("at my wits’ end", -2),
        ("let-down", -1),
    ],
)
def test_an_emotion_word_has_a_score(word: str, score: float) -> None:
    assert emotion(word) == score


@pytest.mark.parametrize("word", ["", "purple", "surprised", "2"])
def test_any_other_word_has_none(word: str) -> None:
    assert emotion(word) is None


def test_emotion_words_are_spelled_as_people_spell_them() -> None:
    words = emotion_words()
    assert {"delighted", "geïrriteerd", "boos"} <= set(words)
    assert words == sorted(set(words))


@pytest.mark.parametrize("words", ["emotions", "units"])
def test_no_word_means_two_things_across_languages(words: str) -> None:
    meanings = defaultdict(set)
    for each in ALL:
        for word, meaning in getattr(each, words).items():
            meanings[folded(word)].add(meaning)
    assert {word: found for word, found in meanings.items() if len(found) > 1} == {}


@pytest.mark.parametrize("kind", ["channels", "devices", "departments"])
def test_no_spelling_means_two_things(kind: Kind) -> None:
    meanings = defaultdict(set)
    for each in ALL:
        for id, words in getattr(each, kind).items():
            spelled = [folded(word) for word in words.split(", ")]
            assert len(spelled) == len(set(spelled)), words
            for word in spelled:
                meanings[word].add(id)
    assert {word: found for word, found in meanings.items() if len(found) > 1} == {}


def test_a_word_is_a_name_or_another_spelling() -> None:
    assert named("channels", "Geschäft") == Named("store", True)
    assert named("channels", "STORE") == Named("store", True)
    assert named("channels", "filiaal") == Named("store", False)
    assert named("channels", "fitting room mirror") is None


@pytest.mark.parametrize("each", ALL, ids=languages())
def test_no_word_is_written_twice(each: Language) -> None:
    module = import_module(f"cjm.languages.{each.code}")
    for table in (module.FEELINGS, module.UNITS):
        words = [folded(word) for line in table.values() for word in line.split(", ")]
        assert sorted(words) == sorted(set(words))


@pytest.mark.parametrize("each", ALL, ids=languages())
def test_a_language_is_complete(each: Language) -> None:
    by_score = list(each.emotions.values())
    assert set(by_score) == SCORES
    assert all(by_score.count(score) >= 15 for score in SCORES)
    assert set(each.units.values()) == set(each.unit_names) == UNITS
    categories = len(each.formats.plurals) + 1
    assert {len(forms) for forms in (*each.unit_names.values(), *each.plurals.values())} == {categories}
    kinds: tuple[Kind, ...] = ("channels", "devices", "departments")
    for kind in kinds:
        assert list(getattr(each, kind)) == list(getattr(EN, kind))
    assert {id: list(model.stages) for id, model in each.frameworks.items()} == {
        id: list(model.stages) for id, model in EN.frameworks.items()
    }
    for word in chain(each.emotions, each.units, each.pronouns):
        assert word == word.lower().strip()
        assert word


@pytest.mark.parametrize("each", ALL, ids=languages())
def test_labels_are_those_of_english(each: Language) -> None:
    assert list(each.labels) == list(EN.labels)
    assert list(each.plurals) == list(EN.plurals)
    for key, label in each.labels.items():
        assert re.fullmatch(r"[a-z][a-z0-9_]*", key)
        assert label == label.strip() != ""
        assert "'" not in label, "a typographic apostrophe, please"
        assert placeholders(label) == placeholders(EN.labels[key]), key
    assert all(placeholders(form) == {"n"} for forms in each.plurals.values() for form in forms)


@pytest.mark.parametrize("each", ALL, ids=languages())
def test_no_label_hides_another(each: Language) -> None:
    module = import_module(f"cjm.languages.{each.code}")
    assert len(module.LABELS) + len(module.PAGES) + len(module.GAPS) == len(each.labels)


def test_all_moves_and_gaps_have_a_label() -> None:
    assert all(f"move_{move}" in EN.labels for move in THE_TEN_MOVES.split())
    assert EN.labels["gap_phase_without_owner"] == "No owner"
    assert NL.labels["gap_unguarded_moment_of_truth"] == "Geen kans"


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"{(.*?)}", text))


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        ("min", "minutes"),
        ("min.", "minutes"),
        ("Minuten", "minutes"),
        ("d", "days"),
        ("dagen", "days"),
        ("uur", "hours"),
        ("weeks", "weeks"),
        ("jaar", "years"),
        ("m", None),  # minutes or months? nobody knows
        ("", None),
    ],
)
def test_units(word: str, meaning: str | None) -> None:
    assert unit(word) == meaning


@pytest.mark.parametrize(
    ("value", "en", "nl"),
    [
        (0, "0", "0"),
        (-0.001, "0", "0"),
        (3.1, "3.1", "3,1"),
        (0.125, "0.12", "0,12"),
        (100, "100", "100"),
        (1840, "1,840", "1.840"),
        (1234567.891, "1,234,567.89", "1.234.567,89"),
        (-32, "−32", "−32"),
        (-0.5, "−0.5", "−0,5"),
    ],
)
def test_numbers(value: float, en: str, nl: str) -> None:
    assert number(value, EN) == en
    assert number(value, NL) == nl


def test_signed_numbers() -> None:
    assert [signed(score, NL) for score in (2, 0.5, 0, -0.001, -1)] == ["+2", "+0,5", "0", "0", "−1"]


def test_percentages() -> None:
    assert [percent(0.314, each) for each in (EN, NL, DE)] == ["31.4%", "31,4%", "31,4\u00a0%"]


def test_dates() -> None:
    assert date(datetime.date(2026, 5, 12), DE) == "12. Mai 2026"
    assert date(datetime.date(2026, 5, 12), EN) == "12 May 2026"
    assert date(datetime.date(2026, 3, 1), NL) == "1 mrt 2026"


def test_plurals() -> None:
    assert plural("touchpoints", 1, EN) == "1 touchpoint"
    assert plural("touchpoints", 12, NL) == "12 contactmomenten"
    assert plural("phases", 0, NL) == "0 fasen"
    assert plural("journeys", 1200, EN) == "1,200 journeys"


def test_a_score_without_a_feeling_gets_the_nearest_word() -> None:
    scores = (2, 1, 0, -1, -2)
    assert [feeling(score, EN) for score in scores] == ["delighted", "happy", "neutral", "annoyed", "angry"]
    assert [feeling(score, NL) for score in scores] == ["verrukt", "blij", "neutraal", "geïrriteerd", "boos"]
    assert [feeling(score, EN) for score in (1.4, 0.5, 0.49, -0.5, -1.5, 9)] == [
        *("happy", "happy", "neutral", "annoyed", "angry", "delighted"),
    ]


@pytest.mark.parametrize("severity", Severity)
def test_a_page_calls_a_finding_what_the_terminal_calls_it(severity: Severity) -> None:
    assert EN.labels[f"severity_{severity}"].lower() == severity.word
    assert plural(f"{severity.word}s", 2, EN) == f"2 {severity.word}s"
    assert plural(f"{severity.word}s", 1, EN) == f"1 {severity.word}"
