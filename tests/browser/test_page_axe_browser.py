"""axe-core finds nothing on the page, whatever of it is open."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from pages import opened
from playwright.sync_api import Browser, Page


def broken(page: Page) -> list[str]:
    """The rules that axe-core finds broken, with the first place of each."""
    # Dimmed on purpose, and for paper only.
    found = Axe().run(page, context={"exclude": [[".dim"], [".sheets"]]})
    return [f"{rule['id']}: {rule['nodes'][0]['target']}" for rule in found.response["violations"]]


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, shopping: Path, width: int, scheme: str) -> None:
    with opened(browser, shopping, width=width, scheme=scheme) as page:
        page.keyboard.press("?")
        assert broken(page) == []
        page.keyboard.press("Escape")
        page.locator("[data-only]").first.click()
        page.get_by_label("Kanaal").select_option("Kassa")
        if width > 760:
            page.locator(".fold-all").click()
            page.locator(".touchpoints a").nth(4).click()
            page.locator("#drawer-link").click()
        page.locator("#picture").evaluate("x => { x.open = true }")
        assert broken(page) == []
