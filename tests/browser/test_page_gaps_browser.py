"""The tab with everything that is missing: each name leads to its touchpoint, and back."""

from pathlib import Path

from pages import built, opened
from playwright.sync_api import Browser

PHONE = 390
NAME = "Op zoek naar contant geld"
LONG = "w" * 3_000


def test_a_gap_opens_its_touchpoint_over_the_tab(browser: Browser, shopping: Path) -> None:
    with opened(browser, shopping, at="#gaps") as page:
        assert page.locator("#gaps").is_visible()
        assert not page.locator("#map").is_visible()
        page.locator("#gaps a", has_text=NAME).click()
        panel = page.get_by_role("dialog", name=NAME)
        assert "Berust op een aanname" in panel.inner_text()
        assert page.locator("#gaps").is_visible()
        page.keyboard.press("Escape")
        assert page.evaluate("document.activeElement.closest('#gaps') !== null")
        assert page.url.endswith("#gaps")


def test_on_a_phone_a_gap_leads_into_the_story(browser: Browser, shopping: Path) -> None:
    with opened(browser, shopping, width=PHONE, at="#gaps") as page:
        page.locator("#gaps a", has_text=NAME).click()
        top = page.locator("#t-contant-geld").evaluate("x => x.getBoundingClientRect().top")
        assert 0 <= top < 200


def test_without_a_script_all_gaps_stand_below_the_map(browser: Browser, shopping: Path) -> None:
    with opened(browser, shopping, script=False) as page:
        found = page.locator("#gaps .gap").all()
        assert len(found) >= 10
        assert all(gap.is_visible() for gap in found)


def test_no_gap_widens_the_page(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "x.html"
    text = f"journey: X\nphases:\n  - name: {LONG}\n    touchpoints: [{{name: {LONG}, pains: [{LONG}]}}]\n"
    path.write_text(built(text), encoding="utf-8")
    for width in (320, PHONE, 761, 1440):
        with opened(browser, path, width=width, at="#gaps") as page:
            assert page.locator("#gaps .gap").count() >= 2
            assert page.evaluate("document.documentElement.scrollWidth") <= width
