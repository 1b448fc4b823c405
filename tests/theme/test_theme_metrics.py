"""The widths in the table are those of the font that a map is drawn with."""

import runpy
import unicodedata
from importlib.resources import as_file, files
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from cjm.theme.metrics import UNITS_PER_EM, measured, width

ROOT = Path(__file__).parents[2]

FACES = {
    (False, False): ("Arimo[wght].ttf", 400),
    (True, False): ("Arimo[wght].ttf", 700),
    (False, True): ("Arimo-Italic[wght].ttf", 400),
    (True, True): ("Arimo-Italic[wght].ttf", 700),
}

SENTENCES = [
    "Sale: 50 % korting op álles (t/m 31 mei)!",
    "Ik lees dat mijn jasje € 38 goedkoper is … “te laat”.",
    "Größe, Öffnungszeiten – naïef, ça va, señor, Łódź, žluťoučký kůň",
    "Πελάτης: πολύ καλή εξυπηρέτηση",
    "Клиент ждёт ответа, їжак, џез",
    "Khách hàng rất hài lòng → 4,2 ≥ 4,0",
]


@pytest.fixture(scope="module", params=FACES, ids=str)
def face(request: pytest.FixtureRequest) -> tuple[bool, bool, dict[str, int]]:
    """Bold, italic, and the advance of every character in Arimo itself."""
    bold, italic = request.param
    file, weight = FACES[bold, italic]
    with as_file(files("fontpkg_arimo") / "files" / file) as path, TTFont(path) as font:
        glyphs = font.getGlyphSet(location={"wght": weight})
        return bold, italic, {chr(code): glyphs[name].width for code, name in font.getBestCmap().items()}


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_is_as_wide_as_in_the_font(face: tuple[bool, bool, dict[str, int]], sentence: str) -> None:
    bold, italic, advances = face
    drawn = sum(advances[char] for char in sentence) * 14.5 / 2048
    assert width(sentence, 14.5, bold, italic) == pytest.approx(drawn)


def test_no_letter_of_the_font_is_measured_too_narrow(face: tuple[bool, bool, dict[str, int]]) -> None:
    bold, italic, advances = face
    cased = [char for char in advances if unicodedata.category(char) in {"Lu", "Ll", "Nd", "Sc", "Po"}]
    common = [char for char in cased if char < "\u0250" or "\u0370" <= char < "\u0530"]
    assert len(common) > 800
    assert {char for char in common if measured(bold, italic)(char) != advances[char]} == set()


def test_the_table_is_what_the_tool_writes() -> None:
    tool = runpy.run_path(str(ROOT / "tools" / "make_widths.py"))
    assert (ROOT / "cjm" / "theme" / "widths.py").read_text(encoding="utf-8") == tool["module"]()


@pytest.mark.parametrize(
    ("text", "ems"),
    [
        ("", 0),
        ("漢字カナ한글", 6),
        ("ＡＢ", 2),
        ("😀", 1),
        ("❤\ufe0f", 1),
        ("e\u0301", width("e", 1)),
        ("ver\u00adkoop", width("verkoop", 1)),
        ("\u200b\u200d\u2066\u2069\ufeff", 0),
        ("\u1112\u1161\u11ab", 1),  # a Hangul syllable of three jamo
        ("🛈", 1),
    ],
)
def test_what_the_font_does_not_hold(text: str, ems: float) -> None:
    assert width(text, 10) == pytest.approx(10 * ems)


@pytest.mark.parametrize("text", ["مرحبا", "नमस्ते", "สวัสดี", "გამარჯობა"])
def test_foreign_letters_are_given_room(text: str) -> None:
    bases = sum(unicodedata.category(char)[0] == "L" for char in text)
    assert 0.6 * bases <= width(text, 1) <= len(text)


def test_tracking_is_in_em() -> None:
    assert width("Titel", 76, bold=True, tracking=-0.028) == pytest.approx(
        width("Titel", 76, bold=True) - 5 * 0.028 * 76
    )


@given(st.text(), st.text(), st.booleans(), st.booleans())
def test_parts_add_up_exactly(before: str, after: str, bold: bool, italic: bool) -> None:
    whole = measured(bold, italic)(before + after)
    assert whole == measured(bold, italic)(before) + measured(bold, italic)(after)
    assert 0 <= whole <= 2 * UNITS_PER_EM * len(before + after)
