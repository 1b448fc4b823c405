"""`cjm build -f png` and `-f pdf`: what comes out, with which fonts, and what stands in the way."""

import os
import re
import struct
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader
from running import GOOD, ROOT, below, lay, run

from cjm import offered
from cjm.cli import picturing
from cjm.layout.papers import FIT, PAPERS

SHOPPING = f"{ROOT}/examples/shopping-day/shopping-day.cjm.yaml"
MAP = ("--view", "map", "-o", "out")
FOREIGN = "journey: 購入\nphases:\n  - name: P\n    owner: Sales\n    touchpoints: [見る, 'a \\ 😀']\n"

# Run with a module in its way, as where an extra isn't installed.
WITHOUT = """\
import sys
sys.modules[sys.argv.pop(1)] = None
from cjm.__main__ import main
raise SystemExit(main())
"""

# The libraries, which refuse one journey's picture.
REFUSING = """\
import resvg_py, typst
paints, Typesets = resvg_py.svg_to_bytes, typst.Compiler
def painted(**given):
    if ">Huge<" in given["svg_string"]:
        raise ValueError("too large a page")
    return paints(**given)
def typeset(text, **given):
    if '"title":"Huge"' in given["sys_inputs"]["document"]:
        raise typst.TypstError("too large a page")
    return Typesets(text, **given)
resvg_py.svg_to_bytes, typst.Compiler = painted, typeset
from cjm.__main__ import main
raise SystemExit(main())
"""


def size(png: str) -> tuple[int, int]:
    """Width and height in pixels."""
    data = Path(png).read_bytes()
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    wide, tall = struct.unpack(">II", data[16:24])
    return wide, tall


def drawn(svg: str) -> tuple[float, float]:
    """Width and height in user units."""
    found = re.search(r'width="([\d.]+)" height="([\d.]+)"', Path(svg).read_text(encoding="utf-8"))
    assert found
    return float(found[1]), float(found[2])


def test_the_papers_are_those_of_the_layout() -> None:
    assert set(picturing.PAPERS) == {FIT, *PAPERS}
    assert set(offered.DRAWN) == {"svg", "png", "pdf"}


def test_a_png_has_as_many_pixels_as_asked() -> None:
    lay("x.cjm.yaml")
    run("build", *MAP, "-f", "svg")
    wide, tall = drawn("out/x.svg")
    for words, scale in ([], 2), (["--scale", "0.5"], 0.5):
        assert run("build", *MAP, "-f", "png", *words).returncode == 0
        assert size("out/x.png") == pytest.approx((wide * scale, tall * scale), abs=1)


def test_every_view_is_a_picture_of_its_own() -> None:
    lay("x.cjm.yaml")
    assert run("build", "-o", "out", "-f", "png,pdf,md,txt", "--view", "map,flow").returncode == 0
    assert below("out") == ["x.flow.pdf", "x.flow.png", "x.md", "x.pdf", "x.png", "x.txt"]


def test_a_picture_goes_to_standard_output() -> None:
    command = [sys.executable, "-m", "cjm", "build", "-", "-f", "png"]
    done = subprocess.run(command, input=GOOD.encode(), capture_output=True, check=False)
    assert done.returncode == 0
    assert done.stdout.startswith(b"\x89PNG")


def test_a_pdf_holds_text_to_select_in_bold_and_says_what_it_is() -> None:
    assert run("build", SHOPPING, *MAP, "-f", "pdf").returncode == 0
    reader = PdfReader("out/shopping-day.pdf")
    [page] = reader.pages
    text = page.extract_text()
    assert "Een dagje shoppen" in text
    assert "Laat de medewerker het" in text
    root = reader.root_object
    assert root["/Lang"] == "nl"
    assert root["/MarkInfo"]["/Marked"]
    assert reader.metadata is not None
    assert reader.metadata.title == "Een dagje shoppen"
    assert reader.metadata.author is None
    assert reader.metadata.creation_date is None
    assert "Twee maten passen (opgetogen, +2" in alternative(reader)


def alternative(reader: PdfReader) -> str:
    """What the tags say for the picture."""
    return " ".join(str(each["/Alt"]) for each in things(reader) if "/Alt" in each)


def test_bold_is_another_font_than_regular() -> None:
    text = "journey: X\nphases:\n  - name: P\n    touchpoints: [{name: A, thought: Why, action: I look}]\n"
    lay("x.cjm.yaml", text)
    run("build", *MAP, "-f", "pdf")
    found = [each["/BaseFont"] for each in things(PdfReader("out/x.pdf")) if each.get("/Subtype") == "/Type0"]
    # Two instances of the upright file, of different weights, and one of the slanted file.
    names = [re.sub(r"^/[A-Z]{6}\+", "", str(name)) for name in found]
    assert sorted(names) == ["Arimo-Italic", "Arimo-Regular", "Arimo-Regular"]


def things(reader: PdfReader) -> list[dict[str, object]]:
    """Every dictionary in a PDF."""
    found = [reader.get_object(number) for number in range(1, reader.trailer["/Size"])]
    return [each for each in found if isinstance(each, dict)]


def test_pages_are_as_large_as_their_paper() -> None:
    for paper, expected in {"a4": (842, 595), "a1": (2384, 1684), "letter": (792, 612)}.items():
        assert run("build", SHOPPING, *MAP, "-f", "pdf", "--page", paper).returncode == 0
        pages = PdfReader("out/shopping-day.pdf").pages
        assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in pages} == {expected}
        # A wall's paper holds the whole map; on a desk's it couldn't be read.
        assert (len(pages) == 1) == (paper == "a1")


def test_the_date_of_a_pdf_is_the_one_that_was_given() -> None:
    lay("x.cjm.yaml")
    run("build", *MAP, "-f", "pdf", env={"SOURCE_DATE_EPOCH": "86400"})
    found = PdfReader("out/x.pdf").metadata
    assert found is not None
    assert found.creation_date is not None
    assert found.creation_date.isoformat().startswith("1970-01-02")


def test_characters_without_a_glyph_are_told_with_their_place() -> None:
    lay("x.cjm.yaml", FOREIGN)
    for format_ in "png", "pdf":
        done = run("build", *MAP, "-f", format_)
        assert done.returncode == 0
        assert below("out") == [f"x.{format_}"]
        os.unlink(f"out/x.{format_}")
        assert "x.cjm.yaml:1:10: warning: PNG and PDF show a box for 購 (U+8CFC) 入 (U+5165)" in done.stderr
        assert "😀 (U+1F600)" in done.stderr
        assert "--font FILE" in done.stderr
    assert "a box" not in run("build", *MAP, "-f", "svg").stderr


def test_a_font_that_is_given_is_used_where_arimo_has_nothing() -> None:
    made_font("given.ttf", "購入見る")
    lay("x.cjm.yaml", FOREIGN)
    for format_ in "png", "pdf":
        run("build", *MAP, "-f", format_)
        before = Path(f"out/x.{format_}").read_bytes()
        done = run("build", *MAP, "-f", format_, "--font", "given.ttf")
        assert done.returncode == 0, done.stderr
        assert "購" not in done.stderr.split("[missing-glyph]")[0]
        assert Path(f"out/x.{format_}").read_bytes() != before
    assert "見る" in PdfReader("out/x.pdf").pages[0].extract_text()


def test_a_project_says_its_fonts_and_what_is_wrong_with_one_is_told_at_its_line() -> None:
    made_font("maps/fonts/given.ttf", "購入見る")
    lay("maps/x.cjm.yaml", FOREIGN)
    lay("maps/cjm.yaml", "formats: [svg]\nfonts:\n  - fonts/given.ttf\n")
    done = run("build", "maps", *MAP, "-f", "pdf")
    assert done.returncode == 0, done.stderr
    assert "購" not in done.stderr.split("[missing-glyph]")[0]
    assert "見る" in PdfReader("out/maps/x.pdf").pages[0].extract_text()
    lay("bad.ttf", "no font")
    os.symlink("../../bad.ttf", "maps/fonts/away.ttf")
    lay("maps/fonts/bad.ttf", "no font")
    lay(
        "maps/cjm.yaml",
        "fonts:\n  - fonts/none.ttf\n  - fonts/bad.ttf\n  - file: fonts/away.ttf\n  - cjm.yaml\n",
    )
    assert run("build", "maps", *MAP, "-f", "svg").returncode == 0, "they are for pictures"
    done = run("build", "maps", *MAP, "-f", "png")
    assert done.returncode == 2
    for line, told in (2, "cannot read the font"), (3, "damaged or no font"), (5, "is not a font"):
        assert re.search(rf"maps/cjm\.yaml:{line}:5: error: .*{told}", done.stderr)
    assert "maps/cjm.yaml:4:11: error: the font maps/fonts/away.ttf is outside the project" in done.stderr
    assert "the fonts of maps/cjm.yaml can't be used" in done.stderr
    assert below("out") == ["maps/x.pdf", "maps/x.svg"]


def made_font(path: str, chars: str) -> None:
    """A font with a square for each of these characters."""
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    names = [f"u{ord(char):04X}" for char in chars]
    pen = TTGlyphPen(None)
    for move, point in zip("mlll", [(0, 0), (0, 700), (700, 700), (700, 0)], strict=True):
        (pen.moveTo if move == "m" else pen.lineTo)(point)
    pen.closePath()
    square = pen.glyph()
    font = FontBuilder(1000)
    font.setupGlyphOrder([".notdef", *names])
    font.setupCharacterMap({ord(char): name for char, name in zip(chars, names, strict=True)})
    font.setupGlyf(dict.fromkeys([".notdef", *names], square))
    font.setupHorizontalMetrics(dict.fromkeys([".notdef", *names], (800, 0)))
    font.setupHorizontalHeader(ascent=800, descent=-200)
    font.setupNameTable({"familyName": "Given", "styleName": "Regular", "psName": "Given"})
    font.setupOS2()
    font.setupPost()
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    font.save(path)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["-f", "png", "--font", "none.ttf"], "cannot read the font"),
        (["-f", "png", "--font", "x.cjm.yaml"], "is not a font"),
        (["-f", "pdf", "--font", "bad.ttf"], "it is damaged or no font"),
        (["-f", "pdf", "--font", "bad.ttc"], "it is damaged or no font"),
        (["-f", "svg", "--font", "bad.ttf"], "--font is about PNG and PDF"),
        (["-f", "pdf", "--scale", "3"], "--scale is about PNG"),
        (["-f", "png", "--page", "a4"], "--page is about PDF"),
        (["-f", "png", "--scale", "11"], "11.0 is not in the range"),
        (["-f", "png", "--scale", "nan"], "nan is no number"),
        (["-f", "pdf", "--page", "a9"], "'a9' is not one of"),
    ],
)
def test_wishes_that_can_not_be_met_are_wrong_use(words: list[str], message: str) -> None:
    lay("x.cjm.yaml")
    lay("bad.ttf", "no font")
    lay("bad.ttc", "ttcf no font at all")
    done = run("build", *MAP, *words)
    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert not Path("out").exists()


def test_a_picture_of_too_many_pixels_is_its_journeys_error_with_a_scale_that_fits() -> None:
    lay("large.cjm.yaml", Path(SHOPPING).read_text(encoding="utf-8"))
    lay("x.cjm.yaml")
    done = run("build", *MAP, "-f", "svg,png", "--scale", "4")
    assert done.returncode == 1
    assert "large.cjm.yaml:18:10: error: 'Een dagje shoppen' would be" in done.stderr
    assert "cjm paints up to 100,000,000" in done.stderr
    assert re.search(r"help: --scale 3\.\d+ fits", done.stderr)
    assert "  large.cjm.yaml: skipped\n" in done.stdout
    assert "1 journey built, 1 skipped, 2 files" in done.stderr
    assert below("out") == ["x.png", "x.svg"]


@pytest.mark.parametrize("format_", ["png", "pdf"])
def test_a_picture_that_a_library_refuses_is_its_journeys_error(format_: str) -> None:
    lay("a.cjm.yaml", GOOD.replace("X", "Huge"))
    lay("x.cjm.yaml")
    lay("refusing.py", REFUSING)
    done = run("build", *MAP, "-f", format_, "--report", "json:out.json", program=("refusing.py",))
    assert done.returncode == 1
    assert "a.cjm.yaml:1:10: error:" in done.stderr
    assert "can't make this picture: too large a page" in done.stderr
    assert "Traceback" not in done.stderr
    assert below("out") == [f"x.{format_}"]
    assert '"unpainted"' in Path("out.json").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("format_", "module", "package"),
    [("png", "resvg_py", "resvg-py"), ("pdf", "typst", "typst"), ("pdf", "fontpkg_arimo", "fontpkg-arimo")],
)
def test_a_missing_extra_is_told_before_anything_is_built(format_: str, module: str, package: str) -> None:
    lay("x.cjm.yaml")
    lay("without.py", WITHOUT)
    done = run("build", *MAP, "-f", f"svg,{format_}", program=("without.py", module))
    assert done.returncode == 2
    assert f"-f {format_} needs {package}, which isn't installed" in done.stderr
    assert f"pip install 'cjm-compiler[{format_}]'" in done.stderr
    assert f"pipx inject cjm-compiler {package}" in done.stderr
    assert not Path("out").exists()
    assert run("build", *MAP, "-f", "svg,md,txt", program=("without.py", module)).returncode == 0


def test_hostile_words_are_pictures_of_words(tmp_path: Path) -> None:
    name = '#eval("1") $x$ *b* @ref <l> \\\\ "q" ]] // </text><script>'
    lay("x.cjm.yaml", f"journey: '{name}'\nphases:\n  - name: '{name}'\n    touchpoints: ['{name}']\n")
    assert run("build", *MAP, "-f", "png,pdf").returncode == 0
    found = PdfReader("out/x.pdf")
    assert found.metadata is not None
    assert found.metadata.title == name
    assert '#eval("1")' in found.pages[0].extract_text()
