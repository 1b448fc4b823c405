"""What narrows the map: it dims the rest, counts what fits, and stands in the address."""

from pathlib import Path

import pytest
from pages import built, opened
from playwright.sync_api import Browser, Page

PHONE = 390
BRIGHT = ".touchpoints th:not(.dim):not(.name)"
TWO = """\
journey: X
personas: [Tom, Sanne]
departments: [Shop]
phases:
  - name: One
    owner: Shop
    touchpoints:
      - name: Alone
        channel: store
        emotions: {tom: 1, sanne: -1}
  - name: Two
    touchpoints:
      - name: Without Sanne
        channel: store
        emotions: {tom: 2}
"""


def shown(page: Page) -> list[str]:
    return page.locator(f"{BRIGHT} b").all_inner_texts()


@pytest.fixture
def two(tmp_path: Path) -> Path:
    path = tmp_path / "two.html"
    path.write_text(built(TWO), encoding="utf-8")
    return path


def test_lists_and_switches_narrow_together(browser: Browser, shopping: Path) -> None:
    with opened(browser, shopping) as page:
        page.get_by_label("Kanaal").select_option("Kassa")
        assert page.locator("#shown").inner_text() == "2 van 12 contactmomenten"
        assert shown(page) == ["Wachten voor de kassa", "Schade laten zien"]
        page.get_by_role("button", name="Alleen impactmomenten").click()
        assert shown(page) == ["Schade laten zien"]
        page.get_by_label("Eigenaar").select_option("Marketing")
        assert page.locator("#shown").inner_text() == "0 van 12 contactmomenten"
        opacity = page.locator(".touchpoints th.dim a").first
        page.wait_for_function("x => getComputedStyle(x).opacity === '0.36'", arg=opacity.element_handle())
        page.get_by_role("button", name="Wis filters").click()
        assert len(shown(page)) == 12
        assert page.get_by_label("Kanaal").input_value() == ""


def test_what_nobody_owns_can_be_chosen(browser: Browser, shopping: Path) -> None:
    with opened(browser, shopping) as page:
        page.get_by_label("Eigenaar").select_option("Geen eigenaar")
        assert shown(page) == ["Een knoop erbij zoeken", "Op zoek naar contant geld", "Knoop erop en betaald"]


def test_a_persona_is_offered_where_somebody_is_missing(browser: Browser, two: Path) -> None:
    with opened(browser, two) as page:
        page.get_by_role("combobox", name="Persona", exact=True).select_option("Sanne")
        assert shown(page) == ["Alone"]


def test_one_value_is_not_offered(browser: Browser, two: Path) -> None:
    with opened(browser, two) as page:
        offered = page.locator("select").evaluate_all("all => all.map(x => x.dataset.by)")
        assert offered == ["owner", "persona"]


def test_the_address_keeps_what_was_narrowed(browser: Browser, shopping: Path) -> None:
    with opened(browser, shopping) as page:
        page.get_by_label("Kanaal").select_option("Kassa")
        page.get_by_label("Zoek in deze reis").fill("draad & knoop?")
        page.get_by_label("Zoek in deze reis").fill("kassa")
        page.locator(BRIGHT).locator("a").first.click()
        address = page.url
        page.keyboard.press("Escape")
    assert address.endswith("#t-kassarij?q=kassa&channel=Kassa")
    with opened(browser, shopping, at=address[address.index("#") :]) as page:
        assert page.get_by_role("dialog", name="Wachten voor de kassa").is_visible()
        assert page.get_by_label("Kanaal").input_value() == "Kassa"
        assert page.get_by_label("Zoek in deze reis").input_value() == "kassa"


def test_an_address_of_another_map_narrows_by_what_is_known(browser: Browser, shopping: Path) -> None:
    with opened(browser, shopping, at="#map?channel=Zeppelin&only=nothing&q=%E0%A4%A") as page:
        assert page.get_by_label("Kanaal").input_value() == ""
        assert page.get_by_role("button", name="Alleen gaten").get_attribute("aria-pressed") == "false"
    with opened(browser, shopping, at="#%E0%A4%A") as page:
        assert len(shown(page)) == 12


def test_a_phone_leaves_out_the_rest(browser: Browser, shopping: Path) -> None:
    with opened(browser, shopping, width=PHONE) as page:
        page.get_by_label("Kanaal").select_option("Naaiwinkel")
        heads = page.locator(".story h3").filter(visible=True)
        assert page.locator("article").filter(visible=True).count() == 2
        assert heads.all_inner_texts() == ["4 Zelf oplossen"]


def test_a_phone_keeps_the_phase_in_view(browser: Browser, shopping: Path) -> None:
    with opened(browser, shopping, width=PHONE, at="#t-schade-laten-zien") as page:
        page.mouse.wheel(0, 300)
        page.wait_for_timeout(100)
        tabs = page.locator(".tabs").bounding_box()
        phase = page.locator(".story .phase").nth(2).bounding_box()
        assert tabs
        assert phase
        assert tabs["y"] == 0
        assert abs(phase["y"] - tabs["height"]) <= 3
