"""What a browser shows where: texts and shapes with the colours that they stand on."""

from pathlib import Path

from playwright.sync_api import Page

_SEEN = Path(__file__).with_name("seen.js").read_text(encoding="utf-8")


def seen(page: Page) -> list[tuple[str, str, str, str]]:
    """`text` or `shape`, its colour, that of its ground, and an example; each pair once."""
    return [tuple(found) for found in page.evaluate(_SEEN)]


def show_all(page: Page, *, sheets: bool = False) -> None:
    """Every tab's panel below each other, and the sheets that are for paper."""
    page.evaluate("document.querySelectorAll('.panel').forEach(panel => panel.classList.add('on'))")
    if sheets:
        page.evaluate("document.querySelectorAll('.sheets').forEach(x => { x.style.display = 'block' })")
