"""No text leaves its cell or touches another: the examples, and journeys that are hard to draw."""

import os
import re
import shutil
import subprocess
from pathlib import Path
from xml.parsers import expat

import fontpkg_arimo
import pytest
import resvg_py
import torture
from measured import built, drawings, offenders, window
from playwright.sync_api import Browser

from cjm import pipeline
from cjm.source import Source

EXAMPLES = sorted(path for path in Path("examples").rglob("*.cjm.yaml") if path.name != "library.cjm.yaml")
PARTS = 6
FONTS = [str(path) for path in sorted(Path(fontpkg_arimo.__file__).parent.rglob("*.ttf"))]

# All pairs, and some more of no pattern; of the long ones a few have a page to measure, for it takes long.
CHOICES = [*torture.pairwise(), *(torture.at_random(seed, longest=6) for seed in range(20))]
LONG_PAGES = 2
EXPECTED = re.compile(r"No fonts with a |Fallback from |The @media rule is not supported")


def drawn_elsewhere(folder: Path, svgs: dict[str, str], said: pytest.CaptureFixture[str]) -> list[str]:
    """What an XML parser and another renderer have to say about drawings.

    Missing glyphs apart, and that it doesn't know the rule for dark viewers: it draws a light sheet.
    """
    paths = []
    said.readouterr()
    for name, svg in svgs.items():
        paths.append(folder / f"{name}.svg")
        paths[-1].write_text(svg, encoding="utf-8")
        picture = resvg_py.svg_to_bytes(
            svg_string=svg, width=200, skip_system_fonts=True, font_files=FONTS, font_family="Arimo",
            log_information=True,
        )  # fmt: skip
        assert picture.startswith(b"\x89PNG")
    heard = said.readouterr()
    told = [
        line for line in (heard.out + heard.err).splitlines() if line.strip() and not EXPECTED.search(line)
    ]
    return [*told, *ill_formed(paths)]


def ill_formed(paths: list[Path]) -> list[str]:
    """What `xmllint` says, or where it isn't installed another parser; in CI it is."""
    program = shutil.which("xmllint")
    assert program or not os.environ.get("CI"), "no xmllint: install libxml2-utils"
    if program:
        command = [program, "--noout", "--nonet", *map(str, paths)]
        return subprocess.run(command, capture_output=True, text=True, check=False).stderr.splitlines()
    wrong = []
    for path in paths:
        try:
            expat.ParserCreate().Parse(path.read_bytes(), True)
        except expat.ExpatError as error:
            wrong.append(f"{path.name}: {error}")
    return wrong


def test_the_choices_hold_every_pair_of_values() -> None:
    assert list(torture.every_pair(torture.pairwise())) == []


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_no_text_of_an_example_leaves_its_cell_or_touches_another(
    browser: Browser, tmp_path: Path, capfd: pytest.CaptureFixture[str], path: Path
) -> None:
    others = [each for each in sorted(path.parent.glob("*.cjm.yaml")) if each != path]
    beside = [Source(str(each), each.read_text(encoding="utf-8")) for each in others]
    found = built(str(path), path.read_text(encoding="utf-8"), *beside)
    assert offenders(window(browser), tmp_path, found) == []
    assert drawn_elsewhere(tmp_path, drawings(found), capfd) == []


@pytest.mark.soak
@pytest.mark.parametrize("part", range(PARTS))
def test_no_text_of_a_hard_journey_leaves_its_cell_or_touches_another(
    browser: Browser, tmp_path: Path, capfd: pytest.CaptureFixture[str], part: int
) -> None:
    shown = window(browser)
    wrong: dict[str, list[str]] = {}
    for number, choice in enumerate(CHOICES[part::PARTS]):
        found = built("x.cjm.yaml", torture.journey(choice))
        page = choice["longest"] <= 3 or (part < LONG_PAGES and number == part)
        told = offenders(shown, tmp_path, found, page=page)
        told += drawn_elsewhere(tmp_path, drawings(found), capfd)
        if told:
            wrong[torture.named(choice)] = told
    assert wrong == {}


@pytest.mark.soak
@pytest.mark.parametrize("first", range(0, 3000, 50))
def test_no_text_of_any_journey_leaves_its_cell_or_touches_another(
    browser: Browser, tmp_path: Path, capfd: pytest.CaptureFixture[str], first: int
) -> None:
    shown = window(browser)
    wrong: dict[int, list[str]] = {}
    for seed in range(first, first + 50):
        choice = torture.at_random(1000 + seed)
        found = built("x.cjm.yaml", torture.journey(choice))
        told = offenders(shown, tmp_path, found, page=seed % 10 == 0)
        told += drawn_elsewhere(tmp_path, drawings(found), capfd)
        if told:
            wrong[1000 + seed] = told
    assert wrong == {}


@pytest.mark.parametrize(
    ("shapes", "told"),
    [
        ('<text x="9" y="20">first</text><text x="30" y="22">second</text>', "‘first’ runs into ‘second’"),
        ('<text x="9" y="20">one<tspan x="9" dy="4">two</tspan></text>', "‘one’ runs into ‘two’"),
        ('<text x="90" y="20">out of it</text>', "‘out of it’ leaves the sheet"),
        (
            '<rect width="40" height="30" fill="red"/><text x="9" y="20">too wide</text>',
            "‘too wide’ leaves its cell",
        ),
        (
            '<path class="s-line" d="M0 15H99"/><text x="9" y="20">struck</text>',
            "‘struck’ is struck through by a line",
        ),
        (
            '<g class="curve"><g class="pt" data-t="x"><circle cx="30" cy="15" r="8"/></g>'
            '<text x="9" y="20">caption</text></g>',
            "‘caption’ lies on the marker of x",
        ),
        ('<text x="9" y="20">first</text><text x="9" y="40">second</text>', ""),
        (
            '<path class="s-line" d="M0 15H99"/><rect width="99" height="30" fill="red"/>'
            '<text x="9" y="20">hides it</text>',
            "",
        ),
    ],
    ids=["touch", "lines", "sheet", "cell", "line", "marker", "apart", "pill"],
)
def test_what_is_wrong_with_a_drawing_is_found(
    browser: Browser, tmp_path: Path, shapes: str, told: str
) -> None:
    svg = f'<svg width="120" height="60" font-family="Arial" font-size="16">{shapes}</svg>'
    found = pipeline.Built((pipeline.Artefact("map", "svg", svg),), (), {})
    assert offenders(window(browser), tmp_path, found) == ([f"map: {told}"] if told else [])


def test_what_is_wrong_with_a_page_is_found(browser: Browser, tmp_path: Path) -> None:
    cells = '<td style="width: 50px; white-space: nowrap">much too wide</td><td>next</td>'
    page = f'<!doctype html><main><table style="table-layout: fixed; width: 120px">{cells}</table></main>'
    found = pipeline.Built((pipeline.Artefact("map", "html", page),), (), {})
    wide, narrow = "at 1440: page", "at 390: page"
    assert set(offenders(window(browser), tmp_path, found)) == {
        f"{at}: ‘much too wide’ {wrong}"
        for at in (wide, narrow)
        for wrong in ("runs into ‘next’", "leaves its td")
    }
