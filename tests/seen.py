"""What a browser shows where: texts and shapes with the colours that they stand on."""

from pathlib import Path

from playwright.sync_api import Page

# A row or a point of a list is of a kind with another where all of it has the same elements and classes,
# in the same places: what it says differs, how it looks doesn't.
_THINNED = """() => {
  const names = ["class", "style", "lang", "dir"];
  const kind = (each) => [each.tagName, ...names.map((name) => each.getAttribute(name))].join();
  const seen = new Set();
  for (const each of document.querySelectorAll(".sheets")) each.remove();
  for (const each of document.querySelectorAll("main tr, main li")) {
    const all = [...each.querySelectorAll("*")].map(kind);
    for (let up = each; up; up = up.parentElement) all.push(kind(up));
    if (seen.has(all.join())) each.remove();
    seen.add(all.join());
  }
}"""
_SEEN = Path(__file__).with_name("seen.js").read_text(encoding="utf-8")


def seen(page: Page) -> list[tuple[str, str, str, str]]:
    """`text` or `shape`, its colour, that of its ground, and an example; each pair once."""
    return [tuple(found) for found in page.evaluate(_SEEN)]


def show_all(page: Page, *, sheets: bool = False) -> None:
    """Every tab's panel below each other, and the sheets that are for paper."""
    page.evaluate("document.querySelectorAll('.panel').forEach(panel => panel.classList.add('on'))")
    if sheets:
        page.evaluate("document.querySelectorAll('.sheets').forEach(x => { x.style.display = 'block' })")


def thin(page: Page) -> None:
    """Leave one row and one point of a list of each kind, and nothing for paper."""
    page.evaluate(_THINNED)
