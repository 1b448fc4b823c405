"""Keys, a link to a touchpoint, and a page that is zoomed in on."""

from pathlib import Path

import pytest
from pages import opened
from playwright.sync_api import Browser

# The element with the focus: its place among all, its outline, how many of nine points of it are in the
# window, and what sticks to an edge and lies over one of them.
FOCUSED = """() => {
  const part = document.activeElement;
  if (part === document.body) return null;
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(part);
  const { left, top, width, height } = part.getBoundingClientRect();
  const seen = [0.04, 0.5, 0.96].flatMap((x) => [0.1, 0.5, 0.9].map(
    (y) => document.elementFromPoint(left + x * width, top + y * height))).filter((each) => each);
  const over = seen.map((each) => each.closest(".name, thead, .tabs, .phase, .drawer"))
    .filter((each) => each && !each.contains(part) && !part.contains(each));
  return {
    at: [...document.querySelectorAll("*")].indexOf(part),
    name: part.id || part.textContent.trim() || part.className,
    outline: [outlineStyle, outlineWidth, outlineColor], big: height > innerHeight / 2,
    seen: seen.length, over: over.map((each) => each.className || each.tagName),
  };
}"""


def test_a_walk_with_the_tab_key_sees_where_it_is(browser: Browser, rich: Path) -> None:
    """All that takes the focus shows it and is not covered, in the order of the page, to its end."""
    with opened(browser, rich, width=1000) as page:
        ring = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--focus')")
        colour = f"rgb{tuple(bytes.fromhex(ring.strip()[1:]))}"
        stops = 0
        for number, tab in enumerate(page.get_by_role("tab").all()):
            if number:
                tab.click()
            at = -1
            while True:
                page.keyboard.press("Tab")
                found = page.evaluate(FOCUSED)
                assert found, "the footer's button is the last"
                assert found["at"] > at, found
                assert found["outline"] == ["solid", "3px", colour], found
                assert found["over"] == [], found
                assert found["big"] or found["seen"] == 9, found
                stops += 1
                if found["name"] == "keys-open":
                    break
                at = found["at"]
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUSED) is None, "and then the browser's own"
        assert stops > 200


def test_one_key_skips_to_the_map(browser: Browser, shopping: Path) -> None:
    with opened(browser, shopping) as page:
        for key in ("Tab", "Enter", "Tab"):
            page.keyboard.press(key)
        assert page.evaluate("document.activeElement.closest('#map') !== null")


def test_a_question_mark_tells_the_keys(browser: Browser, shopping: Path) -> None:
    with opened(browser, shopping) as page:
        page.locator(".touchpoints a").first.focus()
        page.keyboard.press("?")
        dialog = page.get_by_role("dialog", name="Toetsen")
        assert dialog.is_visible()
        assert "Zoeken" in dialog.inner_text()
        page.keyboard.press("Escape")
        assert not dialog.is_visible()
        assert page.evaluate("document.activeElement.hash").startswith("#t-")
        page.get_by_role("button", name="Toetsen ?").click()
        page.get_by_role("button", name="Sluiten").click()
        assert not dialog.is_visible()


def test_single_keys_can_be_switched_off(browser: Browser, shopping: Path) -> None:
    with opened(browser, shopping) as page:
        page.keyboard.press("?")
        page.get_by_label("Gebruik de toetsen / en ?").click()
        page.keyboard.press("Escape")
        for _ in range(2):
            page.keyboard.press("/")
            page.keyboard.press("?")
            assert not page.locator("#keys").is_visible()
            assert page.evaluate("document.activeElement.id") != "query"
            page.reload()
        page.get_by_role("button", name="Toetsen ?").click()
        assert not page.get_by_label("Gebruik de toetsen / en ?").is_checked()


def test_what_is_typed_is_no_key(browser: Browser, shopping: Path) -> None:
    with opened(browser, shopping) as page:
        page.keyboard.press("/")
        page.keyboard.type("a/?")
        assert page.locator("#query").input_value() == "a/?"
        assert not page.locator("#keys").is_visible()


def test_a_link_to_a_touchpoint_is_copied(browser: Browser, shopping: Path) -> None:
    with opened(browser, shopping, at="#map?only=moment") as page:
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.locator(".touchpoints a").nth(5).click()
        page.get_by_role("button", name="Kopieer link").click()
        page.get_by_text("Gekopieerd").wait_for()
        assert page.evaluate("navigator.clipboard.readText()") == f"{shopping.as_uri()}#t-schade-laten-zien"
        assert page.locator("#drawer").is_visible()


@pytest.mark.parametrize("height", [256, 900])
def test_a_page_at_four_times_its_size_scrolls_one_way(browser: Browser, shopping: Path, height: int) -> None:
    with opened(browser, shopping, width=320) as page:
        page.set_viewport_size({"width": 320, "height": height})
        wide = "document.documentElement.scrollWidth"
        page.locator("#picture summary").click()
        menu = page.locator("#picture ul").bounding_box()
        assert menu
        assert 0 <= menu["x"] <= menu["x"] + menu["width"] <= 320
        page.keyboard.press("Escape")
        for tab in page.get_by_role("tab").all():
            tab.click()
            assert page.evaluate(wide) == 320
        page.keyboard.press("?")
        keys = page.locator("#keys").bounding_box()
        assert keys
        assert keys["x"] >= 0
        assert keys["width"] <= 320
        assert keys["height"] <= height
        page.keyboard.press("Escape")
        stuck = page.locator(".tabs").evaluate("x => getComputedStyle(x).position")
        assert stuck == ("static" if height < 400 else "sticky")


def test_nothing_moves_for_who_wants_no_motion(browser: Browser, shopping: Path) -> None:
    moving = (
        "[...document.querySelectorAll('*')].filter(x => getComputedStyle(x).transitionDuration !== '0s'"
        " || getComputedStyle(x).animationName !== 'none').length"
    )
    with opened(browser, shopping) as page:
        assert page.evaluate(moving)
        page.emulate_media(reduced_motion="reduce")
        assert not page.evaluate(moving)


def test_folded_lanes_are_whole_on_paper(browser: Browser, shopping: Path) -> None:
    with opened(browser, shopping) as page:
        page.locator(".fold-all").click()
        page.locator("[data-only]").first.click()
        page.emulate_media(media="print")
        words = page.locator(".sheets").evaluate_all("all => all.map(x => x.textContent).join(' ')")
        assert page.locator(".sheets").first.is_visible()
        assert not page.locator(".told, .keys, .menu, .drawer").filter(visible=True).count()
        assert "Pijnpunten" in words
