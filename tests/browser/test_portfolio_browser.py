"""The page of all journeys, used: on a screen and on a phone, with keys, and without a script."""

from pathlib import Path

import pytest
from pages import opened
from playwright.sync_api import Browser
from running import GOOD, lay, run
from seen import show_all, thin
from test_page_axe_browser import ALL_BUT_CONTRAST, broken

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def overview(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The portfolio of the examples, and of a journey whose worst moment nobody owns."""
    folder = tmp_path_factory.mktemp("portfolio")
    lay(
        str(folder / "in/cup.cjm.yaml"),
        "journey: A broken cup\nphases:\n  - name: Use\n    touchpoints:\n"
        "      - {name: Drinks, emotion: 1}\n"
        "      - {name: Unpacks the cup, id: unpack, emotion: -1.9, moment_of_truth: Whole?}\n",
    )
    for path in EXAMPLES.rglob("*.cjm.yaml"):
        lay(str(folder / "in" / path.relative_to(EXAMPLES)), path.read_text(encoding="utf-8"))
    asked = ("build", str(folder / "in"), "-o", str(folder / "out"), "-f", "html", "--view", "map")
    done = run(*asked, "--today", "2027-01-01", env={"PWD": str(folder)})
    assert (folder / "out/index.html").is_file(), done.stderr
    return folder / "out/index.html"


@pytest.mark.parametrize("width", [390, 1440])
def test_the_worst_moment_without_an_owner_is_found(browser: Browser, overview: Path, width: int) -> None:
    with opened(browser, overview, width=width) as page:
        page.locator("[data-narrowed*=unowned]").click()
        rows = page.locator("#table-moments tbody tr:visible")
        assert "Unpacks the cup" in rows.first.inner_text()
        assert "No owner" in rows.first.inner_text()
        assert all("No owner" in text for text in rows.all_inner_texts())
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert rows.first.locator("a").first.get_attribute("href") == "cup.html#t-unpack"
        address = page.url
    with opened(browser, overview, width=width, at=f"#{address.partition('#')[2]}") as page:
        assert "Unpacks the cup" in page.locator("#table-moments tbody tr:visible").first.inner_text()
        page.locator("#moments .clear").click()
        assert page.locator("#table-moments tbody tr:visible").count() > 10
        assert "only" not in page.url


def test_the_list_narrows_and_sorts(browser: Browser, overview: Path) -> None:
    with opened(browser, overview) as page:
        rows = page.locator("#table-journeys tbody tr:visible")
        total = rows.count()
        form = page.locator("#journeys form")
        form.get_by_label("Persona").select_option("Jonas Reyes")
        assert rows.count() == 2
        assert form.locator("output").inner_text() == f"2 of {total}"
        form.get_by_role("searchbox").fill("next year")
        assert rows.count() == 1
        assert page.url.endswith("#journeys?q=next+year&persona=Jonas+Reyes")
        form.get_by_role("button", name="Clear filters").click()
        ending = page.get_by_role("columnheader", name="Ending")
        ending.get_by_role("button").click()
        assert "Een dagje shoppen" in rows.first.inner_text()
        ending.get_by_role("button").click()
        fallen = rows.all_inner_texts()
        assert "Een dagje shoppen" not in fallen[0]
        address = page.url.partition("#")[2]
        page.get_by_role("tab", name="Pains").focus()
        page.keyboard.press("ArrowRight")
        assert page.locator("#channels").is_visible()
        assert not page.locator("#pains").is_visible()
    with opened(browser, overview, at=f"#{address}") as page:
        rows = page.locator("#table-journeys tbody tr:visible")
        assert rows.all_inner_texts() == fallen
        assert page.get_by_role("columnheader", name="Ending").get_attribute("aria-sort") == "descending"
        page.evaluate("location.hash = '#journeys?q=shoppen'")
        page.evaluate("location.hash = '#journeys?'")
        assert rows.all_inner_texts() != fallen
        assert not page.locator("#journeys [aria-sort]").count()


def test_headings_stay_below_the_tabs_with_nothing_between(browser: Browser, overview: Path) -> None:
    with opened(browser, overview, width=1440, at="#pains") as page:
        page.evaluate("scrollTo(0, 1200)")
        place = "found => { const { top, bottom } = found.getBoundingClientRect(); return [top, bottom] }"
        (tabs, below), (heads, _) = (page.locator(name).evaluate(place) for name in (".tabs", "#pains thead"))
        assert tabs == 0
        assert below - 2 < heads <= below


def test_without_a_script_everything_is_there(browser: Browser, overview: Path) -> None:
    with opened(browser, overview, script=False) as page:
        for section in ("journeys", "moments", "owners", "opportunities", "pains", "channels", "evidence"):
            assert page.locator(f"#{section} table").first.is_visible()
        assert not page.locator("form:visible").count()
        assert not page.locator("thead button").count()


def test_a_page_leads_back(browser: Browser, overview: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto((overview.parent / "webshop/webshop-today.html").as_uri())
    page.get_by_role("link", name="All customer journeys").click()
    assert page.url == overview.as_uri()
    context.close()


def test_axe_finds_nothing_on_the_portfolio(browser: Browser, overview: Path) -> None:
    with opened(browser, overview) as page:
        page.locator(".tabs a").first.click()
        assert broken(page, **ALL_BUT_CONTRAST) == []
        show_all(page)
        assert broken(page, **ALL_BUT_CONTRAST) == []
        for width in (1440, 390):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth") == width
        thin(page)
        for width, scheme in ((1440, "light"), (800, "dark"), (390, "light"), (390, "dark")):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            assert broken(page) == []


def test_a_long_table_shows_more_on_demand(browser: Browser, tmp_path: Path) -> None:
    pains = ", ".join(f"{{text: Pain {n}, severity: {1 + n % 5}}}" for n in range(150))
    lay(str(tmp_path / "in/x.cjm.yaml"), GOOD.replace("[A, B]", f"[{{name: A, pains: [{pains}]}}]"))
    run("build", str(tmp_path / "in"), "-o", str(tmp_path / "out"), "-f", "html", "--view", "map")
    path = tmp_path / "out/index.html"
    with opened(browser, path, at="#pains") as page:
        rows = page.locator("#table-pains-table tbody tr:visible")
        assert rows.count() == 100
        page.get_by_role("searchbox").locator("visible=true").fill("Pain 14")
        assert rows.count() == 11
        assert not page.get_by_role("button", name="Show").is_visible()
        page.locator("#pains .clear").click()
        assert rows.count() == 100
        page.get_by_role("columnheader", name="Severity").get_by_role("button").click()
        assert rows.count() == 100
        assert rows.first.locator("td").first.inner_text() == "1"
        page.get_by_role("button", name="Show 50 more").click()
        assert rows.count() == 150
    with opened(browser, path, script=False) as page:
        assert page.locator("#table-pains-table tbody tr:visible").count() == 150


@pytest.mark.parametrize("width", [390, 1100, 1440])
def test_the_word_of_an_ending_stays_on_one_line(browser: Browser, tmp_path: Path, width: int) -> None:
    points = "".join(f"{{name: Punt {score}, emotion: {score}}}, " for score in (1, 0.5, 1.5))
    ending = "{name: Einde, emotion: {score: -2, feeling: teleurgesteld}}"
    for number in range(2):
        lay(
            str(tmp_path / f"{number}.cjm.yaml"),
            f"journey: Een reis met een lange naam {number}\nlanguage: nl\nowner: Verkoop en advies\n"
            f"status: review\nreviewed: 2026-01-01\nphases:\n  - name: A\n"
            f"    touchpoints: [{points}{ending}]\n",
        )
    out = tmp_path / "out"
    done = run("build", str(tmp_path), "-o", str(out), "-f", "html", "--view", "map", "--today", "2026-11-20")
    assert (out / "index.html").is_file(), done.stderr
    with opened(browser, out / "index.html", width=width) as page:
        word = page.get_by_text("teleurgesteld").first
        assert (
            word.evaluate("each => each.offsetHeight / parseFloat(getComputedStyle(each).lineHeight)") < 1.5
        )
