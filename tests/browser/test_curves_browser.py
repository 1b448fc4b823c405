"""Several curves in a browser: no word runs into another, and no line runs through a word."""

from pathlib import Path

import pytest
from beside import TODAY, TOMORROW, checked, company
from overlaps import collisions
from pages import opened
from playwright.sync_api import Browser

from cjm import pipeline
from cjm.shell.graphviz import run_dot
from cjm.source import Source

COMPARED = {
    "two": (company(2), ""),
    "three": (company(3), ""),
    "four": (company(4), ""),
    "four with holes": (company(4, missing=True), ""),
    "benchmark": (TOMORROW, TODAY),
    "endless benchmark": (
        TOMORROW.replace("state: future\n", ""),
        TODAY.replace("journey: Today", "journey: " + "An endless title " * 12),
    ),
}


def built(text: str, other: str) -> dict[str, str]:
    """Map and strip as SVG, and the page."""
    options = pipeline.Options(views=("map", "strip"), formats=("svg", "html"))
    made = pipeline.build(checked(text, other), "x.cjm.yaml", options, run_dot).artefacts
    return {"page" if each.format == "html" else each.view: str(each.content) for each in made}


@pytest.mark.parametrize(("text", "other"), COMPARED.values(), ids=COMPARED)
def test_no_line_runs_through_a_word_and_no_word_into_another(
    browser: Browser, text: str, other: str
) -> None:
    found = built(text, other)
    curve = found["page"].partition('<tr class="curve"')[2].partition('<svg class="curve"')[2]
    inline = '<svg class="curve"' + curve.partition("</svg>")[0] + "</svg>"
    shown = {"map": found["map"], "strip": found["strip"], "page": inline}
    assert collisions(browser, shown, curves=True) == []


@pytest.mark.parametrize(
    "path", ["b2b-software/choosing-planning-software", "webshop/webshop-tomorrow"], ids=["personas", "to-be"]
)
def test_no_line_runs_through_a_word_of_an_example(browser: Browser, path: str) -> None:
    file = Path(f"examples/{path}.cjm.yaml")
    sources = [Source(str(each), each.read_text(encoding="utf-8")) for each in file.parent.glob("*.cjm.yaml")]
    asked = tuple(each for each in sources if each.path == str(file))
    others = tuple(each for each in sources if each.path != str(file))
    found = pipeline.check(pipeline.Workspace(".", None, asked, others), lambda _folder, _target: "")
    options = pipeline.Options(views=("map", "strip"), formats=("svg",))
    drawn = pipeline.build(found, str(file), options, run_dot).artefacts
    assert collisions(browser, {each.view: str(each.content) for each in drawn}, curves=True) == []


def test_words_of_eight_personas_run_into_none(browser: Browser) -> None:
    found = built(company(8), "")
    assert collisions(browser, {view: found[view] for view in ("map", "strip")}) == []


def test_a_page_tells_the_comparison_in_words(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "x.html"
    path.write_text(built(TOMORROW, TODAY)["page"], encoding="utf-8")
    with opened(browser, path) as page:
        cells = page.locator("tr.curve td .vh").all_text_contents()
        assert "Current state: −2 stuck" in cells[2]
        assert "Current state" not in cells[1], "what is new has no counterpart"
        assert "compared with Today" in page.locator("body").inner_text()
        low = page.locator(".figures > div", has_text="Lowest point").inner_text()
        assert "−2 → −0.5" in low
    with opened(browser, path, width=390) as page:
        assert page.locator("#t-walk .other").inner_text() == "Current state: −2 stuck"
    path.write_text(built(company(3), "")["page"], encoding="utf-8")
    with opened(browser, path, width=390) as page:
        for name in ("Ann", "Bob", "Cas"):
            assert page.locator("svg.strip.narrow text", has_text=name).is_visible()
