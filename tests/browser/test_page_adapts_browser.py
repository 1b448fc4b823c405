"""The page for who looks at it otherwise: in colours of their own or in none, larger, or set wider."""

import re
from pathlib import Path

import pytest
from pages import built, opened
from playwright.sync_api import Browser, Page
from seen import seen, show_all

from cjm.layout.hatching import KINDS
from cjm.theme.builtin import BUILT_IN
from cjm.theme.tokens import contrast

CLEAR = "rgba(0, 0, 0, 0)"

IMAGES = "all => all.map(x => getComputedStyle(x).backgroundImage)"

# What WCAG 2.2 has readers set text in (1.4.12).
SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`:not(svg, svg *) { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important } p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""

# Texts that are cut off: by a box that hides what leaves it, or by the window where nothing scrolls.
CUT = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange(), found = [];
  while (walker.nextNode()) {
    const part = walker.currentNode.parentElement;
    if (!part.checkVisibility() || part.closest("svg, option, .vh, .skip, .data thead, #map > h2")) continue;
    range.selectNodeContents(walker.currentNode);
    const text = range.getBoundingClientRect();
    let box = part;
    while (box !== document.body && getComputedStyle(box).overflow === "visible") box = box.parentElement;
    if (getComputedStyle(box).overflow.includes("auto")) continue;
    const { left, right, top, bottom } = box.getBoundingClientRect();
    if (text.left < left - 1 || text.right > right + 1 || text.top < top - 1 || text.bottom > bottom + 1)
      found.push(part.textContent);
  }
  return found;
}"""


# What tokens come to, as a browser computes it.
COMPUTED = """tokens => tokens.map(token => {
  const part = document.body.appendChild(document.createElement("i"));
  part.style.color = `var(--${token})`;
  const { color } = getComputedStyle(part);
  part.remove();
  return color;
})"""


def hexadecimal(colour: str) -> str:
    """A computed colour as `#RRGGBB`; mixed ones are given from 0 to 1."""
    scale = 255 if colour.startswith("color") else 1
    return "#" + "".join(f"{round(float(part) * scale):02X}" for part in re.findall(r"[\d.]+", colour)[:3])


def least_contrasts(page: Page) -> tuple[float, float]:
    """Of all texts, and of all shapes but hairlines and areas."""
    show_all(page)
    pale = page.evaluate(COMPUTED, ["line", "line2", "paper", "pos_t"])
    ratios: dict[str, list[float]] = {"text": [], "shape": []}
    for kind, colour, back, _ in seen(page):
        if kind == "text" or colour not in pale:
            ratios[kind].append(contrast(hexadecimal(colour), hexadecimal(back)))
    return min(ratios["text"]), min(ratios["shape"])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_of_ones_own_leave_nothing_unseen(browser: Browser, rich: Path, scheme: str) -> None:
    with opened(browser, rich, scheme=scheme) as page:
        page.emulate_media(forced_colors="active")
        assert (
            page.locator(".tabs a").evaluate_all(
                f"all => all.filter(x => getComputedStyle(x).borderBottomColor !== '{CLEAR}').length"
            )
            == 1
        ), "one tab is chosen"
        pressed = page.locator("[data-only]").first
        before = pressed.evaluate("x => getComputedStyle(x).backgroundColor")
        pressed.click()
        assert pressed.evaluate("x => getComputedStyle(x).backgroundColor") != before
        assert page.locator(".map .lead").first.evaluate("x => getComputedStyle(x).borderLeftColor") == CLEAR
        for drawn, pseudo in ((".map .bar", ""), (".map .swatch", ""), (".map .pain", "::before")):
            ground = page.locator(drawn).first.evaluate(
                f"x => getComputedStyle(x, '{pseudo}').backgroundColor"
            )
            assert ground not in (CLEAR, page.evaluate("getComputedStyle(document.body).backgroundColor")), (
                drawn
            )
        page.locator("#theme").click()  # the page's own choice of light or dark has no say
        text, shapes = least_contrasts(page)
        assert text >= 4.5
        assert shapes >= 3


def test_who_wants_more_contrast_gets_it(browser: Browser, shopping: Path) -> None:
    grey = "getComputedStyle(document.documentElement).getPropertyValue('--ink3').trim()"
    high = BUILT_IN["high-contrast"]
    with opened(browser, shopping) as page:
        page.emulate_media(contrast="more")
        assert page.evaluate(grey) == high.light["ink3"]
        page.locator("#theme").click()
        assert page.evaluate(grey) == high.dark["ink3"]
        page.emulate_media(contrast="more", media="print")
        assert page.evaluate(grey) != high.dark["ink3"], "paper is light"


def test_signs_differ_without_their_colours(rich: Path) -> None:
    """Of the page's signs, and of those that its legend explains, no two have one shape."""
    page = rich.read_text(encoding="utf-8")
    for signs in (r'<symbol id="s-.*?">(.*?)</symbol>', r"<li>\s*(<svg.*?)</svg>"):
        shapes = [re.sub(' class=".*?"', "", sign) for sign in re.findall(signs, page, re.DOTALL)]
        assert len(set(shapes)) == len(shapes) > 3


def test_a_colour_stands_beside_its_words(browser: Browser, rich: Path) -> None:
    """What is tinted says why: departments their names, good and bad a sign or a word."""
    with opened(browser, rich) as page:
        show_all(page)
        for coloured, around in (
            (".swatch", "tr, .stay, .phase-about, dd"),
            (".band", ".band"),
            (".own, .nobody", "td"),
            (".scale", "p"),
            (".value.negative", "tr"),
        ):
            words = page.locator(f"main :is({coloured})").evaluate_all(
                f"all => all.map(x => x.closest({around!r}).innerText.trim())"
            )
            assert words, coloured
            assert all(re.search("[^\\W\\d]", each) for each in words), coloured
        missed = page.locator("tr:has(.value.negative)").all_inner_texts()
        assert all("haalt het doel niet" in each for each in missed)


def test_departments_without_hues_are_hatched_everywhere(browser: Browser, tmp_path: Path) -> None:
    """Ten of them, with colours of their own, in the theme of greys: as the drawings are."""
    text = "journey: X\ndepartments:\n"
    text += "".join(f"  - {{name: Team {n}, colour: '#8A{n}03{n}'}}\n" for n in range(10)) + "phases:\n"
    for n in range(10):
        text += f"  - {{name: P{n}, owner: Team {n}, touchpoints: [{{name: At {n}, emotion: 1}}]}}\n"
    path = tmp_path / "x.html"
    path.write_text(built(text, theme=BUILT_IN["mono"]), encoding="utf-8")
    angles = {"90deg": "|", "0deg": "-", "45deg": "\\"}
    with opened(browser, path) as page:
        show_all(page)
        slots = page.locator(".map .band").evaluate_all(
            "all => all.map(x => +x.className.match(/[0-9]+/)[0])"
        )
        assert len(set(slots)) == 10
        for place in (".map .band", ".map .swatch", ".who-owns .swatch", ".who-owns .own"):
            images = page.locator(place).evaluate_all(IMAGES)
            lines = [re.findall(r"repeating-linear-gradient\((\w+)", image) for image in images]
            found = [{angles[angle] for angle in each} for each in lines]
            assert found == [set(KINDS[slot % len(KINDS)]) for slot in slots], place


@pytest.mark.parametrize("size", [(1440, 900), (320, 256)])
def test_a_wider_set_text_is_whole(browser: Browser, rich: Path, size: tuple[int, int]) -> None:
    with opened(browser, rich, width=size[0]) as page:
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.evaluate(SPACED)
        show_all(page)
        assert page.evaluate(CUT) == []
        assert page.evaluate("document.documentElement.scrollWidth") == size[0]


def test_what_stays_leaves_room(browser: Browser, rich: Path) -> None:
    """Head and names of the table, in the smallest window in which they stay, cover less than half of it."""
    with opened(browser, rich, width=761) as page:
        page.set_viewport_size({"width": 761, "height": 561})
        page.evaluate(SPACED)
        region, head, names, tabs = (
            page.locator(part).first.evaluate("x => [x.offsetWidth, x.offsetHeight]")
            for part in (".map-scroll", ".map thead", ".map .name", ".tabs")
        )
        assert names[0] < region[0] / 2
        assert head[1] + tabs[1] < 561 / 2
