"""Drawn views in a browser: tabs that show them, with its own fonts, narrow and wide."""

from pathlib import Path

import pytest
from pages import built, opened
from playwright.sync_api import Browser
from scenes import journey
from scenes import shopping as shopping_day

VIEWS = ("blueprint", "canvas", "wheel", "media")
LONG = ("Donaudampfschifffahrtsgesellschaft" * 6)[:200]

# What the browser drew: each line of text with its box.
BOXES = """svg => [...svg.querySelectorAll("text")].flatMap(text => {
  const lines = [...text.childNodes].filter(line => line.textContent.trim());
  return lines.map(line => {
    const range = document.createRange();
    range.selectNodeContents(line);
    const box = range.getBoundingClientRect();
    return [line.textContent.trim(), box.left, box.top, box.right, box.bottom];
  });
})"""


@pytest.fixture(scope="module")
def viewed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the shopping day with every view."""
    path = tmp_path_factory.mktemp("pages") / "x.html"
    path.write_text(built(shopping_day(), *VIEWS), encoding="utf-8")
    return path


def test_a_tab_shows_its_drawing_and_a_marker_opens_its_touchpoint(browser: Browser, viewed: Path) -> None:
    with opened(browser, viewed, width=1440) as page:
        for view, words in zip(
            VIEWS, ["zichtlijn", "Verwachtingen", "volgende ronde", "Eigen media"], strict=True
        ):
            page.locator(f'.tabs a[href="#view-{view}"]').click()
            panel = page.locator(".panel:visible")
            assert panel.get_attribute("id") == f"view-{view}"
            assert panel.locator("svg.drawing text", has_text=words).first.is_visible()
            assert panel.locator(".scroll").evaluate("x => x.scrollWidth - x.clientWidth") <= 24
        for view in ("blueprint", "canvas", "wheel"):
            page.locator(f'.tabs a[href="#view-{view}"]').click()
            links = page.locator(f"#view-{view} svg a")
            assert links.count() == 12, view
            links.filter(
                has_text="Schade laten zien"
            ).click()  # in the middle, which the canvas has its curve in
            assert page.locator("#drawer h4").inner_text().endswith("Schade laten zien")
            page.keyboard.press("Escape")
            assert links.evaluate_all("all => all.indexOf(document.activeElement)") == 5, view


@pytest.mark.parametrize("width", [390, 1440])
def test_a_drawing_scrolls_and_the_page_doesnt(browser: Browser, viewed: Path, width: int) -> None:
    with opened(browser, viewed, width=width) as page:
        for view in VIEWS:
            page.locator(f'.tabs a[href="#view-{view}"]').click()
            assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("crowded", [False, True])
def test_no_text_of_a_drawing_runs_into_another_as_the_browser_sets_it(
    browser: Browser, viewed: Path, tmp_path: Path, crowded: bool
) -> None:
    path = viewed
    if crowded:
        text = journey(3, 4, f", action: {LONG}, frontstage: {LONG}, backstage: {LONG}, content: {LONG}")
        path = tmp_path / "x.html"
        path.write_text(built(text.replace("name: ", f"name: {LONG} "), *VIEWS), encoding="utf-8")
    with opened(browser, path, width=1440, script=False) as page:
        for view in VIEWS:
            boxes = page.locator(f"#view-{view} svg.drawing").evaluate(BOXES)
            assert len(boxes) > 20
            boxes.sort(key=lambda box: (box[1], box[2]))
            for line, left, top, right, bottom in boxes:
                for other, other_left, other_top, other_right, other_bottom in boxes:
                    if (line, left, top) >= (other, other_left, other_top):
                        continue
                    # A line's box is as high as its font, which is more than its letters.
                    across = min(right, other_right) - max(left, other_left)
                    down = min(bottom, other_bottom) - max(top, other_top)
                    assert across < 1 or down < 6, f"{view}: {line!r} runs into {other!r}"
