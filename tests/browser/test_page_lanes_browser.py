"""Lanes that fold to a line, and a table whose edges stay in view."""

from pathlib import Path

import pytest
from pages import built, opened
from playwright.sync_api import Browser

GAPS = """\
journey: X
phases:
  - name: One
    touchpoints:
      - {name: A, channel: store, emotion: 1}
      - {name: B, emotion: -1}
"""


def test_a_lane_folds_to_a_line(browser: Browser, shopping: Path) -> None:
    with opened(browser, shopping) as page:
        pains = page.get_by_role("button", name="Pijnpunten")
        row = page.locator("tr.lane-pains")
        assert pains.get_attribute("aria-expanded") == "true"
        tall = row.evaluate("x => x.offsetHeight")
        pains.focus()
        page.keyboard.press("Enter")
        assert pains.get_attribute("aria-expanded") == "false"
        count = page.locator("tr.lane-pains .pain").count()
        assert row.inner_text().split() == ["Pijnpunten", str(count), "onderdelen"]
        assert row.evaluate("x => x.offsetHeight") < 45 < tall
        page.keyboard.press("Space")
        assert row.evaluate("x => x.offsetHeight") == tall


def test_all_lanes_fold_and_unfold(browser: Browser, shopping: Path) -> None:
    with opened(browser, shopping) as page:
        page.get_by_role("button", name="Alles inklappen").click()
        open_ones = page.locator(".fold[aria-expanded=true]")
        heights = page.locator("tr.folded").evaluate_all("all => all.map(x => x.offsetHeight)")
        assert not open_ones.count()
        assert len(heights) == page.locator(".fold").count() > 10
        assert max(heights) <= 75
        page.locator("[role=tab]").nth(1).click()
        page.locator("[role=tab]").first.click()
        assert not open_ones.count()
        page.get_by_role("button", name="Alles uitklappen").click()
        assert not page.locator("tr.folded, td.held").count()


def test_a_folded_lane_tells_its_gaps(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "x.html"
    path.write_text(built(GAPS), encoding="utf-8")
    with opened(browser, path) as page:
        page.get_by_role("button", name="Channel").click()
        assert page.locator("tr.lane-channels .held").inner_text() == "1 item · 1 gap"


def test_without_a_script_nothing_folds(browser: Browser, shopping: Path) -> None:
    with opened(browser, shopping, script=False) as page:
        assert not page.locator(".fold, .fold-all").count()
        assert page.locator("tr.lane-pains .name").inner_text() == "Pijnpunten"


@pytest.mark.parametrize("width", [761, 1440, 2560])
def test_the_edges_of_the_table_stay(browser: Browser, shopping: Path, width: int) -> None:
    with opened(browser, shopping, width=width) as page:
        page.locator(".fold").nth(1).click()
        page.locator(".fold").nth(5).click()
        page.locator(".map-scroll").evaluate(
            "x => { x.scrollIntoView(); x.scrollTop = 350; x.scrollLeft = 300 }"
        )
        region = page.locator(".map-scroll").bounding_box()
        head = page.locator(".map thead").bounding_box()
        assert region
        assert head
        assert abs(head["y"] - region["y"]) <= 1
        edges = page.locator(".map tbody .name").evaluate_all(
            "all => all.map(x => Math.round(x.getBoundingClientRect().x))"
        )
        assert set(edges) == {0}


def test_the_arrow_keys_move_the_map(browser: Browser, shopping: Path) -> None:
    with opened(browser, shopping, width=900) as page:
        region = page.get_by_role("region", name="De klantreis als tabel")
        region.focus()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowDown")
        page.wait_for_function("x => x.scrollLeft > 0 && x.scrollTop > 0", arg=region.element_handle())


def test_what_gets_the_focus_is_not_behind_the_edges(browser: Browser, shopping: Path) -> None:
    with opened(browser, shopping, width=900) as page:
        page.locator(".map-scroll").evaluate("x => { x.scrollTop = 9999; x.scrollLeft = 9999 }")
        for link in page.locator(".map tbody a, .fold").all():
            link.focus()
            above = page.locator(".map thead").bounding_box()
            here = link.bounding_box()
            assert above
            assert here
            assert here["y"] >= above["y"] + above["height"] - 1
