"""No text leaves its cell or touches another: the examples, and journeys that are hard to draw."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.parsers import expat

import fontpkg_arimo
import pytest
import resvg_py
import torture
from measured import built, drawings, in_drawings, offenders, on_page, window
from playwright.sync_api import Browser, Page

from cjm import pipeline
from cjm.source import Source

EXAMPLES = sorted(path for path in Path("examples").rglob("*.cjm.yaml") if path.name != "library.cjm.yaml")
PARTS = 4
FONTS = [str(path) for path in sorted(Path(fontpkg_arimo.__file__).parent.rglob("*.ttf"))]

# All pairs; in the soak those of no pattern. A few have a page to measure, for it takes long.
CHOICES = torture.pairwise()
WITH_PAGE = [n for n, choice in enumerate(CHOICES) if choice["longest"] <= 3][::5]
EXPECTED = re.compile(r"No fonts with a |Fallback from |The @media rule is not supported")


@pytest.fixture(scope="module")
def shown(browser: Browser) -> Iterator[Page]:
    """One window for everything that is measured here."""
    opened = window(browser)
    yield opened
    opened.context.close()


def drawn_elsewhere(svgs: Iterable[str], said: pytest.CaptureFixture[str]) -> list[str]:
    """What another renderer has to say about drawings.

    Missing glyphs apart, and that it doesn't know the rule for dark viewers: it draws a light sheet.
    """
    said.readouterr()
    for svg in svgs:
        picture = resvg_py.svg_to_bytes(
            svg_string=svg, width=200, skip_system_fonts=True, font_files=FONTS, font_family="Arimo",
            log_information=True,
        )  # fmt: skip
        assert picture.startswith(b"\x89PNG")
    heard = said.readouterr()
    return [
        line for line in (heard.out + heard.err).splitlines() if line.strip() and not EXPECTED.search(line)
    ]


def ill_formed(folder: Path, svgs: dict[str, str]) -> list[str]:
    """What `xmllint` says of drawings, or where it isn't installed another parser; in CI it is."""
    paths = [folder / f"{number}.svg" for number in range(len(svgs))]
    for path, svg in zip(paths, svgs.values(), strict=True):
        path.write_text(svg, encoding="utf-8")
    program = shutil.which("xmllint")
    assert program or not os.environ.get("CI"), "no xmllint: install libxml2-utils"
    if program:
        command = [program, "--noout", "--nonet", *map(str, paths)]
        return subprocess.run(command, capture_output=True, text=True, check=False).stderr.splitlines()
    wrong = []
    for name, path in zip(svgs, paths, strict=True):
        try:
            expat.ParserCreate().Parse(path.read_bytes(), True)
        except expat.ExpatError as error:
            wrong.append(f"{name}: {error}")
    return wrong


def test_the_choices_hold_every_pair_of_values() -> None:
    assert list(torture.every_pair(torture.pairwise())) == []


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_no_text_of_an_example_leaves_its_cell_or_touches_another(
    shown: Page, tmp_path: Path, capfd: pytest.CaptureFixture[str], path: Path
) -> None:
    others = [each for each in sorted(path.parent.glob("*.cjm.yaml")) if each != path]
    beside = [Source(str(each), each.read_text(encoding="utf-8")) for each in others]
    found = built(str(path), path.read_text(encoding="utf-8"), *beside)
    assert offenders(shown, tmp_path, found) == []
    assert drawn_elsewhere(drawings(found).values(), capfd) == []
    assert ill_formed(tmp_path, drawings(found)) == []


@pytest.mark.parametrize("part", range(PARTS))
def test_no_text_of_a_hard_journey_leaves_its_cell_or_touches_another(
    shown: Page, tmp_path: Path, part: int
) -> None:
    wrong: list[str] = []
    svgs: dict[str, str] = {}
    for number in range(part, len(CHOICES), PARTS):
        name = torture.named(CHOICES[number])
        found = built("x.cjm.yaml", torture.journey(CHOICES[number]), page=number in WITH_PAGE)
        svgs |= {f"{name}: {view}": svg for view, svg in drawings(found).items()}
        wrong += [f"{name} {told}" for told in on_page(shown, tmp_path, found)]
    assert wrong + in_drawings(shown, tmp_path, svgs) == []
    assert ill_formed(tmp_path, svgs) == []


# The first twenty are short, so that more of them have a page.
@pytest.mark.soak
@pytest.mark.parametrize("seeds", [range(20), *(range(n, n + 50) for n in range(1000, 4000, 50))], ids=str)
def test_no_text_of_any_journey_leaves_its_cell_or_touches_another(
    shown: Page, tmp_path: Path, capfd: pytest.CaptureFixture[str], seeds: range
) -> None:
    wrong: list[str] = []
    svgs: dict[str, str] = {}
    for seed in seeds:
        choice = torture.at_random(seed, longest=6 if seed < 20 else 40)
        page = choice["longest"] <= 3 if seed < 20 else seed % 10 == 0
        found = built("x.cjm.yaml", torture.journey(choice), page=page)
        svgs |= {f"{seed} {view}": svg for view, svg in drawings(found).items()}
        wrong += [f"{seed} {told}" for told in on_page(shown, tmp_path, found)]
    assert wrong + in_drawings(shown, tmp_path, svgs) == []
    assert drawn_elsewhere(svgs.values(), capfd) == []
    assert ill_formed(tmp_path, svgs) == []


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
def test_what_is_wrong_with_a_drawing_is_found(shown: Page, tmp_path: Path, shapes: str, told: str) -> None:
    svg = f'<svg width="120" height="60" font-family="Arial" font-size="16">{shapes}</svg>'
    found = pipeline.Built((pipeline.Artefact("map", "svg", svg),), (), {})
    assert offenders(shown, tmp_path, found) == ([f"map: {told}"] if told else [])


def test_what_is_wrong_with_a_page_is_found(shown: Page, tmp_path: Path) -> None:
    cells = '<td style="width: 50px; white-space: nowrap">much too wide</td><td>next</td>'
    page = f'<!doctype html><main><table style="table-layout: fixed; width: 120px">{cells}</table></main>'
    found = pipeline.Built((pipeline.Artefact("map", "html", page),), (), {})
    wide, narrow = "at 1440: page", "at 390: page"
    assert set(offenders(shown, tmp_path, found)) == {
        f"{at}: ‘much too wide’ {wrong}"
        for at in (wide, narrow)
        for wrong in ("runs into ‘next’", "leaves its td")
    }


# Texts with a Hebrew letter whose line takes its direction from somewhere else than its first letter.
MISLED = """() => {
  const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    let each = node.parentElement
    if (!/[\u05d0-\u05ea]/.test(node.data) || each.closest('svg, script, style, i.monogram, .vh')) continue
    const own = () => getComputedStyle(each).unicodeBidi === 'plaintext'
    while (!own() && getComputedStyle(each).display.startsWith('inline')) each = each.parentElement
    if (!own()) found.push(`${each.tagName}: ${node.data.trim()}`)
  }
  return found
}"""


def test_every_text_of_a_page_runs_in_its_own_direction(shown: Page, tmp_path: Path) -> None:
    every = dict.fromkeys(torture.LANES, True) | {"script": "hebrew", "length": "name", "feelings": "all"}
    choice = torture.at_random(5, longest=6) | every | {"phases": 4, "personas": 2}
    found = built("x.cjm.yaml", torture.journey(choice))
    path = tmp_path / "page.html"
    path.write_text(next(str(each.content) for each in found.artefacts if each.format == "html"), "utf-8")
    shown.goto(path.as_uri())
    assert shown.evaluate(MISLED) == []
