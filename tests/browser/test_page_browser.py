"""The page in a browser: what it does, with and without its script, wide and narrow."""

import re
from pathlib import Path

import pytest
from pages import built, opened
from playwright.sync_api import Browser, Page

FOCUSED = "document.activeElement.hash"
PHONE = 390

ENDLESS = f"""\
journey: {"Donaudampfschifffahrt" * 200}
persona: {"x" * 3000}
scenario: {"y" * 3000}
phases:
  - name: {"z" * 3000}
    owner: {"Afdeling" * 40}
    goal: {"w" * 2000}
    touchpoints:
      - name: {"شراء المعطف من المتجر " * 10}
        action: {"v" * 3000}
        emotion: {"u" * 1000} -2
        thoughts: [{"t" * 2000}]
        pains: [{"s" * 2000}]
        channel: {"r" * 500}
"""


def first(page: Page, name: str) -> Page:
    """Open the panel of the first touchpoint of that name."""
    page.locator(".touchpoints a", has_text=name).click()
    return page


def test_it_reads_the_same_without_a_script(browser: Browser, shopping: Path) -> None:
    with opened(browser, shopping, script=False) as page:
        assert page.locator("h1").inner_text() == "Een dagje shoppen"
        assert page.locator("table.map").is_visible()
        assert page.locator("article").count() == 12
        assert all(article.is_visible() for article in page.locator("article").all())
        assert page.locator("svg.flow").is_visible()
        assert not page.locator("button, input, .drawer").filter(visible=True).count()
        page.locator(".figures a").first.click()
        assert page.url.endswith("#t-jasje-passen")


def test_sections_are_tabs(browser: Browser, shopping: Path) -> None:
    with opened(browser, shopping) as page:
        tabs = page.get_by_role("tab")
        gaps, advice = (page.locator(each).count() for each in ("#gaps .gap", "#advice .piece"))
        tables = ["Eigenaren 5", "Kansen 11", "Cijfers 9", "Bewijs 5"]
        assert tabs.all_inner_texts() == ["Kaart", "Verloop", f"Gaten {gaps}", f"Advies {advice}", *tables]
        assert page.get_by_role("tabpanel").count() == 1
        tabs.first.focus()
        for key, panel in [
            ("ArrowRight", "flow"),
            ("ArrowRight", "gaps"),
            ("ArrowRight", "advice"),
            ("ArrowRight", "owners"),
            ("End", "evidence"),
            ("ArrowRight", "map"),
            ("ArrowLeft", "evidence"),
            ("Home", "map"),
        ]:
            page.keyboard.press(key)
            assert page.locator(".panel:visible").get_attribute("id") == panel
            assert page.locator("[role=tab][aria-selected=true]").evaluate("tab => tab.hash") == f"#{panel}"
            assert page.evaluate("document.activeElement.getAttribute('aria-selected')") == "true"


def test_a_touchpoint_opens_its_panel_and_gets_the_focus_back(browser: Browser, shopping: Path) -> None:
    with opened(browser, shopping) as page:
        link = page.locator(".touchpoints a").nth(5)
        link.focus()
        page.keyboard.press("Enter")
        panel = page.get_by_role("dialog", name="Schade laten zien")
        assert panel.is_visible()
        assert page.locator("#drawer-place").inner_text() == "6 van 12"
        assert page.url.endswith("#t-schade-laten-zien")
        shown = page.locator(".map .chosen").first.bounding_box()
        covered = panel.bounding_box()
        assert shown
        assert covered
        assert shown["x"] + shown["width"] <= covered["x"]
        page.keyboard.press("Escape")
        assert not panel.is_visible()
        assert not page.locator(".map .chosen").count()
        assert page.evaluate(FOCUSED) == "#t-schade-laten-zien"


def test_the_panel_steps_through_the_journey(browser: Browser, shopping: Path) -> None:
    with opened(browser, shopping) as page:
        page.locator(".touchpoints a").first.click()
        heading = page.locator("#drawer-title")
        assert page.locator("#drawer-previous").is_disabled()
        page.locator("#drawer-next").click()
        second = heading.inner_text()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowLeft")
        assert heading.inner_text() == second
        for _ in range(10):
            page.locator("#drawer-next").click()
        assert page.locator("#drawer-next").is_disabled()
        assert page.evaluate("document.activeElement.id") == "drawer-close"
        page.keyboard.press("Escape")
        assert page.evaluate(FOCUSED) == page.locator(".touchpoints a").last.evaluate("x => x.hash")


def test_an_address_opens_a_touchpoint(browser: Browser, shopping: Path) -> None:
    with opened(browser, shopping, at="#t-contant-geld") as page:
        assert page.locator("#drawer-title").inner_text() == "Op zoek naar contant geld"
        page.evaluate("location.hash = '#t-jasje-online'")
        page.wait_for_function("document.querySelector('#drawer-title').textContent.startsWith('Jasje')")
        page.evaluate("location.hash = '#flow'")
        page.locator("#flow").wait_for(state="visible")
    with opened(browser, shopping, at="#t-unheard-of") as page:
        assert page.locator("#map").is_visible()
        assert not page.locator("#drawer").is_visible()


@pytest.mark.parametrize("drawn", ["svg.curve .pt .hit", "svg.strip.wide .go .hit"])
def test_a_point_of_a_curve_opens_its_touchpoint(browser: Browser, shopping: Path, drawn: str) -> None:
    with opened(browser, shopping) as page:
        page.locator(drawn).nth(1).dispatch_event("click")
        assert page.locator("#drawer-title").inner_text() == "Twee maten passen"


def test_the_flow_leads_to_details(browser: Browser, shopping: Path) -> None:
    with opened(browser, shopping, at="#flow") as page:
        page.locator("svg.flow a").first.focus()
        page.keyboard.press("Enter")
        assert page.locator("#drawer").is_visible()
        assert page.locator("#flow").is_visible()
        page.keyboard.press("Escape")
        assert page.evaluate("document.activeElement.closest('svg.flow') !== null")


def test_the_curve_hangs_on_the_columns(browser: Browser, shopping: Path) -> None:
    with opened(browser, shopping) as page:
        edges = page.locator(".touchpoints b").evaluate_all(
            "all => all.map(x => x.getBoundingClientRect().x)"
        )
        points = page.locator("svg.curve .pt .hit").evaluate_all(
            "all => all.map(x => { const box = x.getBoundingClientRect(); return box.x + box.width / 2; })"
        )
        assert len(points) == 12
        assert [round(point - edge) for point, edge in zip(points, edges, strict=True)] == [9] * 12
        row = page.locator("tr.curve").bounding_box()
        curve = page.locator("svg.curve").bounding_box()
        assert row
        assert curve
        assert abs(row["height"] - curve["height"]) < 1
        assert page.locator("table.map").evaluate("x => x.scrollWidth") == round(
            page.locator("tr.curve").evaluate("x => x.getBoundingClientRect().width")
        )


def test_the_head_and_the_names_stay_in_view(browser: Browser, shopping: Path) -> None:
    with opened(browser, shopping) as page:
        head, name = page.locator(".touchpoints b").nth(7), page.locator("tr.curve .name")
        page.locator(".map-scroll").evaluate(
            "x => { x.scrollIntoView(); x.scrollTop = 500; x.scrollLeft = 700; }"
        )
        box, region = head.bounding_box(), page.locator(".map-scroll").bounding_box()
        assert box
        assert region
        assert region["y"] <= box["y"] < region["y"] + 120
        assert (name.bounding_box() or region)["x"] == region["x"]


def test_search_and_switches_dim_the_rest(browser: Browser, shopping: Path) -> None:
    with opened(browser, shopping) as page:
        page.keyboard.press("/")
        page.keyboard.type("naai")
        bright = page.locator(".touchpoints th:not(.dim):not(.name)")
        assert page.locator("#shown").inner_text().endswith("van 12 contactmomenten")
        assert 0 < bright.count() < 12
        page.get_by_role("button", name="Wis filters").click()
        assert bright.count() == 12
        assert page.locator("#shown").inner_text() == ""
        moments = page.get_by_role("button", name="Alleen impactmomenten")
        moments.click()
        assert moments.get_attribute("aria-pressed") == "true"
        assert bright.count() == 4
        assert page.locator("#shown").inner_text() == "4 van 12 contactmomenten"


def test_the_theme_is_remembered(browser: Browser, shopping: Path) -> None:
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    with opened(browser, shopping, scheme="dark") as page:
        assert page.evaluate(paper) == "rgb(18, 21, 23)"
        page.get_by_role("button", name="Licht").click()
        assert page.evaluate(paper) == "rgb(255, 255, 255)"
        page.reload()
        assert page.evaluate(paper) == "rgb(255, 255, 255)"
        assert page.get_by_role("button", name="Donker").is_visible()


@pytest.mark.parametrize("script", [True, False])
def test_a_phone_shows_the_story(browser: Browser, shopping: Path, script: bool) -> None:
    with opened(browser, shopping, width=PHONE, script=script, at="#t-contant-geld") as page:
        assert not page.locator("table.map").is_visible()
        assert page.locator("article").count() == 12
        assert page.locator("#t-contant-geld").is_visible()
        assert page.locator("svg.strip.narrow").is_visible()
        assert not page.locator("svg.strip.wide").is_visible()
        top = page.locator("#t-contant-geld").evaluate("x => x.getBoundingClientRect().top")
        assert 0 <= top < 200
        assert page.evaluate("document.documentElement.scrollWidth") == PHONE


@pytest.mark.parametrize("width", [320, PHONE, 761, 1440, 2560])
def test_the_page_is_never_wider_than_the_window(browser: Browser, tmp_path: Path, width: int) -> None:
    path = tmp_path / "x.html"
    path.write_text(built(ENDLESS), encoding="utf-8")
    with opened(browser, path, width=width) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        if width > 760:
            first(page, "شراء")
            drawer = page.locator("#drawer")
            assert drawer.evaluate("x => x.scrollWidth") <= drawer.evaluate("x => x.clientWidth")


@pytest.mark.parametrize("paper", ["A4", "A3", "Letter"])
def test_paper_takes_a_page_a_sheet(browser: Browser, shopping: Path, paper: str) -> None:
    with opened(browser, shopping, scheme="dark") as page:
        page.get_by_role("tab", name="Verloop").click()
        sheets = page.locator(".sheets").count()
        page.locator("main").evaluate("main => main.remove()")  # gaps and opportunities come after the map
        printed = page.pdf(format=paper, landscape=True)
        assert sheets > 1
        assert len(re.findall(rb"/Type\s*/Page\b", printed)) == sheets
        page.emulate_media(media="print")
        colour = page.locator("svg.sheet rect").first.evaluate("x => getComputedStyle(x).fill")
        assert colour == "rgb(255, 255, 255)"


def test_a_page_without_sheets_prints_its_story(browser: Browser, tmp_path: Path, shopping: Path) -> None:
    bare = re.sub(
        r'<div class="sheets".*?</svg>\s*</div>', "", shopping.read_text(encoding="utf-8"), flags=re.DOTALL
    )
    path = tmp_path / "x.html"
    path.write_text(bare.replace(' class="has-sheets"', ""), encoding="utf-8")
    with opened(browser, path) as page:
        page.emulate_media(media="print")
        assert all(article.is_visible() for article in page.locator("article").all())
        assert not page.locator(".tool, .filters button, table.map").filter(visible=True).count()


def test_paper_has_every_column_of_the_opportunities(browser: Browser, shopping: Path) -> None:
    with opened(browser, shopping, width=1046) as page:  # A4 in landscape, 10 mm from its edges
        page.emulate_media(media="print")
        table = page.locator("#opportunities table")
        box, around = table.bounding_box(), page.locator("#opportunities .chances").bounding_box()
        assert box
        assert around
        assert box["x"] + box["width"] <= around["x"] + around["width"] + 1
        assert table.locator("th").filter(has_text="Status").is_visible()
