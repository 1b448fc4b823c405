"""Text fits its column and loses nothing."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.layout.graphemes import clusters
from cjm.layout.text import cut, wrap
from cjm.theme.metrics import width

SPACES = re.compile(r"[^\S\u00a0\u2007\u202f]")

FAMILY = "👩\u200d👩\u200d👧\u200d👦"
NASTY = st.text(
    st.sampled_from(
        "abcdeMWil -/.,@5\n\t\u00a0\u00ad\u200b\u200d\u0301\ufe0f\u202e\u2069"
        "éß漢字、。「」っ한😀👩🏽🇳🇱❤مرحباकि्षไทย"
    ),
    max_size=60,
)

CASES = [
    # Greedy, at spaces; line breaks in the file count as spaces.
    ("Ik trek de laatste jumpsuit aan", 148, "nl", ["Ik trek de laatste", "jumpsuit aan"]),
    ("  two\n\n  lines\tin  YAML ", 148, "en", ["two lines in YAML"]),
    ("", 148, "en", [""]),
    (" \n ", 148, "en", [""]),
    # A no-break space holds together what belongs together.
    ("terug naar €\u00a038", 80, "nl", ["terug naar", "€\u00a038"]),
    ("koopt toch →\u00a03.2", 85, "nl", ["koopt toch", "→\u00a03.2"]),
    # A word that is too wide: first at its own signs, then by its language.
    ("e-mail", 148, "en", ["e-mail"]),
    ("customer-relationship/management", 100, "en", ["customer-", "relationship/", "management"]),
    ("De arbeidsongeschiktheidsverzekering", 148, "nl", ["De arbeidsongeschikt-", "heidsverzekering"]),
    ("Kundenzufriedenheitsbefragung", 110, "de", ["Kundenzufrie-", "denheitsbefra-", "gung"]),
    ("-5/-6 °C", 24, "en", ["-5/", "-6", "°C"]),
    ("klantenservice@voorbeeldbedrijf.nl", 120, "nl", ["klantenservice@", "voorbeeldbedrijf.", "nl"]),
    # An author's soft hyphens win, and show only where they are needed.
    ("Kran\u00adken\u00adver\u00adsicherung", 200, "de", ["Krankenversicherung"]),
    ("Krankenversi\u00adcherung", 100, "de", ["Krankenversi-", "cherung"]),
    # A language without patterns is broken with three letters left on both sides.
    ("abcdefghij", 66, "tlh", ["abcdefg-", "hij"]),
    # Chinese and Japanese break between any two signs, with their punctuation in its place.
    ("私は店で商品を買いました。", 80, "ja", ["私は店で商", "品を買いま", "した。"]),
    ("在手機上付款很方便", 80, "zh", ["在手機上付", "款很方便"]),
    # Other scripts take no hyphen.
    ("ประเทศไทยสวยงาม", 60, "th", ["ประเท", "ศไทยส", "วยงาม"]),
    ("12345678901234567890", 60, "en", ["1234567", "8901234", "567890"]),
    # What a reader takes for one character stays one.
    (FAMILY + "🇳🇱👍🏽", 5, "en", [FAMILY, "🇳🇱", "👍🏽"]),
    ("e\u0301e\u0301", 5, "en", ["e\u0301", "e\u0301"]),
]


@pytest.mark.parametrize(("text", "room", "language", "lines"), CASES)
def test_lines(text: str, room: float, language: str, lines: list[str]) -> None:
    assert list(wrap(text, room, 14.5, language=language)) == lines


def assert_kept(text: str, lines: tuple[str, ...]) -> None:
    """Every character is on a line, in order; what is added are hyphens at line ends."""
    drawn = [re.escape(SPACES.sub("", line)) for line in lines]
    kept = "".join(re.sub(r"\\-$", "-?", line) for line in drawn)
    assert re.fullmatch(kept, SPACES.sub("", text).replace("\u00ad", ""))


@given(NASTY, st.floats(1, 300), st.sampled_from(["en", "nl", "de", "xx"]), st.booleans())
def test_nothing_is_lost_and_nothing_is_too_wide(text: str, room: float, language: str, bold: bool) -> None:
    lines = wrap(text, room, 14.5, bold, language=language)
    assert_kept(text, lines)
    assert len(lines) == 1 or all(lines)
    for line in lines:
        assert width(line, 14.5, bold) <= room or len(list(clusters(line))) == 1


@given(st.lists(st.text("abcdefg", min_size=1, max_size=9), min_size=1, max_size=30), st.floats(90, 400))
def test_lines_of_short_words_are_their_words_and_stay_as_they_are(words: list[str], room: float) -> None:
    lines = wrap(" ".join(words), room, 14.5)
    assert " ".join(lines) == " ".join(words)
    assert wrap(" ".join(lines), room, 14.5) == lines
    assert all(wrap(line, room, 14.5) == (line,) for line in lines)


@given(st.text("abcdeWil-/5漢é ", max_size=40), st.floats(45, 300))
def test_a_line_never_breaks_at_a_no_break_space(text: str, room: float) -> None:
    sentence = f"aan\u00a0{text.strip() or '→'}\u00a0uit"
    for line in wrap(sentence, room, 14.5):
        assert line.strip("\u00a0") == line


@given(NASTY)
def test_clusters_joined_are_the_text(text: str) -> None:
    assert "".join(clusters(text)) == text


@pytest.mark.parametrize(
    "monster",
    [
        "a",
        "\u200d",
        "a\u200d",
        "\u0301",
        "👩\u200d",
        "م",
        "漢",
        "\u00a0",
        "a\u00a0",
        "a\u00ad",
        "/",
        "a/",
        "🇳",
        "\u202e",
        "っ",
        "क्",
        "a ",
    ],
    ids=ascii,
)
def test_ten_thousand_characters_without_a_space(monster: str) -> None:
    text = monster * (10_000 // len(monster))
    lines = wrap(text, 148, 14.5)
    assert_kept(text, lines)
    for line in lines:
        assert width(line, 14.5) <= 148 or len(list(clusters(line))) == 1


def test_what_is_cut_ends_in_an_ellipsis_within_its_width() -> None:
    whole = "terug naar de winkel, en dan nog eens"
    assert cut(whole, 300, 14, 1) == wrap(whole, 300, 14) == (whole,)
    lines = cut(whole, 80, 14, 2)
    assert len(lines) == 2
    assert whole.startswith(" ".join(lines).removesuffix("…"))
    assert max(width(line, 14) for line in lines) <= 80


def test_a_cut_never_parts_a_grapheme() -> None:
    (line,) = cut(FAMILY * 9, 140, 14, 1)
    assert set(clusters(line.removesuffix("…"))) == {FAMILY}
