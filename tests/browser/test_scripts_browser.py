"""Scripts from right to left, ideographs and emoji in a browser: in order, and within their cells."""

from typing import Any

import pytest
from pages import built
from playwright.sync_api import Browser

from cjm import pipeline
from cjm.shell.graphviz import run_dot
from cjm.source import Source

JOURNEYS = {
    "ar": ("شراء معطف (جديد)!", "أقارن الأسعار في المتجر، ثم أقرر."),
    "he": ("קניית מעיל (חדש)!", "אני משווה מחירים ב-Google ואז מחליטה."),
    "ja": ("新しいコートを買う", "店でサイズを確かめてから、スマートフォンで値段を比べます。"),
    "emoji": ("👩🏽‍🦰👨‍👩‍👧‍👦🇳🇱", "👩🏽‍🦰👨‍👩‍👧‍👦🇳🇱🏳️‍🌈" * 12),
}

# Left and right of the first and of the last letter of the first line, and what stands around it.
ENDS = """name => {
    const text = [...document.querySelectorAll('svg text')].find(text => text.textContent.startsWith(name))
    const box = text.getBBox(), line = text.firstChild.data
    return {
        first: text.getStartPositionOfChar(0).x,
        last: text.getStartPositionOfChar(line.length - 1).x,
        x: +text.getAttribute('x'), left: box.x, right: box.x + box.width,
    }
}"""

WIDER = """() => [...document.querySelectorAll('svg text')].map(text => {
    const sheet = document.querySelector('svg').getBoundingClientRect(), box = text.getBoundingClientRect()
    return [text.textContent, box.left - sheet.left, sheet.right - box.right]
}).filter(([, left, right]) => left < -1 || right < -1)"""


def journey(code: str) -> str:
    name, action = JOURNEYS[code]
    points = "".join(
        f"      - {{name: {name!r}, action: {action!r}, emotion: {score}, channel: {name!r}}}\n"
        for score in (2, -1, -2, 1)
    )
    language = "en" if code == "emoji" else code
    return f"journey: {name!r}\nlanguage: {language}\nphases:\n  - name: {name!r}\n    touchpoints:\n{points}"


def drawings(text: str) -> dict[str, str]:
    source = Source("a.cjm.yaml", text)
    checked = pipeline.check(pipeline.Workspace(".", None, (source,), ()), lambda _folder, _target: "")
    options = pipeline.Options(formats=("svg",), views=("map", "flow", "strip"))
    found = pipeline.build(checked, "a.cjm.yaml", options, run_dot)
    return {each.view: str(each.content) for each in found.artefacts}


@pytest.mark.parametrize("code", JOURNEYS)
def test_no_script_leaves_the_sheet(browser: Browser, code: str) -> None:
    page: Any = browser.new_page()
    for svg in drawings(journey(code)).values():
        page.set_content(svg)
        assert page.evaluate(WIDER) == []
    page.close()


@pytest.mark.parametrize("code", ["ar", "he"])
def test_a_text_from_right_to_left_starts_on_its_right(browser: Browser, code: str) -> None:
    page: Any = browser.new_page()
    page.set_content(next(iter(drawings(journey(code)).values())))
    ends = page.evaluate(ENDS, JOURNEYS[code][0].split()[0])
    assert ends["first"] > ends["last"]
    assert ends["left"] == pytest.approx(ends["x"], abs=2), "it stands where any text of its column does"
    page.close()


def test_every_line_from_right_to_left_stands_at_the_left_edge_of_its_cell(browser: Browser) -> None:
    page: Any = browser.new_page()
    page.set_content(next(iter(drawings(journey("ar")).values())))
    edges = page.evaluate(
        """() => [...document.querySelectorAll('svg text[direction=rtl]:has(tspan)')].map(text => {
            const first = document.createRange(); first.selectNodeContents(text.firstChild)
            const last = document.createRange(); last.selectNodeContents(text.lastElementChild)
            return [first, last].map(line => line.getBoundingClientRect().left)
        })"""
    )
    assert edges
    assert all(first == pytest.approx(last, abs=1.5) for first, last in edges), edges
    page.close()


@pytest.mark.parametrize(("code", "tag"), [("ar", "ar"), ("he", "he"), ("ja", "ja")])
def test_a_page_says_which_language_its_words_are(code: str, tag: str) -> None:
    assert f'<html lang="{tag}"' in built(journey(code))
