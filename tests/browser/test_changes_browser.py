"""The page of changes as somebody reads it: step by step with the keyboard, without a script, on a phone."""

from pathlib import Path

import pytest
from differing import versions
from pages import opened
from playwright.sync_api import Browser
from scenes import shopping
from test_page_axe_browser import broken

from cjm.board.history import History, Version, panel
from cjm.differ import Comparison, Difference
from cjm.languages import language
from cjm.render.changed import page as rendered
from cjm.render.history import page as history_page

REPLACED = (
    ("feeling: machteloos", "feeling: verrast"),
    ("      - name: Wachten voor de kassa\n", "      - name: Meteen aan de beurt\n"),
    ("{score: -2, feeling: verontwaardigd}", "{score: 1, feeling: tevreden}"),
    ("    owner: Marketing\n", "    owner: Winkel\n"),
)


@pytest.fixture(scope="module")
def difference() -> Difference:
    """Four changes."""
    text = before = shopping()
    for old, new in REPLACED:
        assert old in text
        text = text.replace(old, new, 1)
    return versions(before, text)


@pytest.fixture(scope="module")
def changes(difference: Difference, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of them."""
    path = tmp_path_factory.mktemp("changes") / "changes.html"
    path.write_text(rendered(Comparison("HEAD", "", (difference,))), encoding="utf-8")
    return path


def test_changes_are_stepped_through_with_the_keyboard(browser: Browser, changes: Path) -> None:
    with opened(browser, changes) as page:
        at = page.locator("#step-at")
        focused = "document.activeElement.id"
        assert at.get_attribute("aria-live") == "polite"
        seen = []
        for key in ("n", "ArrowRight", "n", "ArrowRight", "n", "p", "ArrowLeft"):
            page.keyboard.press(key)
            seen.append((at.inner_text(), page.evaluate(focused)))
        entries = page.locator(".change").evaluate_all("found => found.map(one => one.id)")
        order = [0, 1, 2, 3, 3, 2, 1]
        assert seen == [(f"{n + 1} van {len(entries)}", entries[n]) for n in order]
        assert page.evaluate("location.hash.slice(1)") == entries[1]
        page.get_by_label("Gebruik de toetsen n en p").press("Space")  # the page may still be scrolling
        page.evaluate("document.activeElement.blur()")
        page.keyboard.press("n")
        assert at.inner_text() == "2 van 4"
        page.keyboard.press("ArrowRight")
        assert at.inner_text() == "3 van 4"
        page.locator("svg.both a").first.click()
        assert at.inner_text() == "1 van 4"


def test_axe_finds_nothing_on_the_page_of_changes(browser: Browser, changes: Path) -> None:
    with opened(browser, changes) as page:
        assert broken(page) == []
        page.keyboard.press("n")
        assert broken(page) == []
        page.get_by_text("Voor en na, elk apart").click()
        assert page.get_by_text("Na (op schijf)", exact=True).is_visible()
        assert broken(page) == []
        page.set_viewport_size({"width": 390, "height": 900})
        page.emulate_media(color_scheme="dark")
        assert broken(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_changes_are_read_without_a_script(browser: Browser, changes: Path) -> None:
    with opened(browser, changes, script=False) as page:
        assert page.locator(".change").count() == 4
        assert page.locator("#stepper").is_hidden()
        assert page.get_by_text("Meteen aan de beurt").first.is_visible()


def test_axe_finds_nothing_on_the_page_of_a_history(
    browser: Browser, difference: Difference, tmp_path: Path
) -> None:
    version = Version(
        "a" * 40,
        "2026-09-01",
        "Noor",
        "Meteen aan de beurt",
        "x.cjm.yaml",
        "changed",
        changes=difference.changes,
        panel=panel(difference),
    )
    path = tmp_path / "history.html"
    found = History("x.cjm.yaml", "Een dagje shoppen", language("nl"), (version,))
    path.write_text(history_page(found), encoding="utf-8")
    with opened(browser, path) as page:
        assert page.locator("svg.version").count() == 1
        assert broken(page) == []
        page.set_viewport_size({"width": 390, "height": 900})
        page.emulate_media(color_scheme="dark")
        assert broken(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") == 390
