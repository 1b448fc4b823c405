"""The page's drawings as files and on the clipboard, without a server."""

import struct
import xml.etree.ElementTree as ET
from pathlib import Path

import msgspec
import pytest
from pages import built, opened
from playwright.sync_api import Browser, Page

from cjm.theme.tokens import DEFAULT, drawing_in

SVG = "{http://www.w3.org/2000/svg}"


def saved(page: Page, kind: str) -> tuple[str, bytes]:
    """The name and the content of what the menu offers to keep."""
    page.locator("#picture summary").click()
    with page.expect_download() as download:
        page.get_by_role("button", name=f"Download {kind}").click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def test_a_map_is_kept_as_one_picture(browser: Browser, shopping: Path) -> None:
    with opened(browser, shopping, scheme="dark") as page:
        name, content = saved(page, "SVG")
        sheets = page.locator(".sheets").count()
        names = page.locator(".touchpoints b").all_inner_texts()
    picture = ET.fromstring(content)
    words = " ".join(" ".join(text.itertext()) for text in picture.iter(f"{SVG}text"))
    assert name == "shopping-day.svg"
    assert len(picture.findall(f"{SVG}svg")) == sheets > 1
    assert all(word in words for name in names for word in name.split())
    assert picture.find(f"{SVG}rect[@fill='#121517']") is not None
    assert not {key for part in picture.iter() for key in part.attrib} & {"class", "style", "data-t", "href"}
    tops = [float(sheet.get("y", "")) for sheet in picture.findall(f"{SVG}svg")]
    assert tops == sorted(set(tops))


def test_a_logo_is_in_the_picture_that_is_kept(browser: Browser, tmp_path: Path) -> None:
    mark = "data:image/png;base64,AA=="
    with drawing_in(msgspec.structs.replace(DEFAULT, logo=(mark, "Acme"))):
        text = built("journey: X\nphases:\n  - {name: P, touchpoints: [A, B]}\n")
    path = tmp_path / "x.html"
    path.write_text(text, encoding="utf-8")
    with opened(browser, path) as page:
        _, content = saved(page, "SVG")
    images = [image.get("href") for image in ET.fromstring(content).iter(f"{SVG}image")]
    assert images == [mark]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_shape_has_its_colour(browser: Browser, shopping: Path, scheme: str) -> None:
    with opened(browser, shopping, scheme=scheme) as page:
        _, content = saved(page, "SVG")
    shapes = ET.fromstring(content).iter()
    assert all("fill" in shape.attrib for shape in shapes if shape.tag in (f"{SVG}text", f"{SVG}circle"))


def test_a_picture_in_pixels_is_twice_as_large(browser: Browser, shopping: Path) -> None:
    with opened(browser, shopping, at="#flow") as page:
        name, png = saved(page, "PNG")
        _, svg = saved(page, "SVG")
    root = ET.fromstring(svg)
    assert name == "shopping-day.flow.png"
    assert png.startswith(b"\x89PNG")
    assert struct.unpack(">II", png[16:24]) == tuple(
        2 * int(root.get(key, "0")) for key in ("width", "height")
    )


def test_pictures_are_copied(browser: Browser, shopping: Path) -> None:
    with opened(browser, shopping) as page:
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.locator("#picture summary").click()
        page.get_by_role("button", name="Kopieer als SVG").click()
        page.get_by_text("Gekopieerd").wait_for()
        assert page.evaluate("navigator.clipboard.readText()").startswith("<svg ")
        page.locator("#told").evaluate("x => { x.textContent = '' }")
        page.locator("#picture summary").click()
        page.get_by_role("button", name="Kopieer als PNG").click()
        page.get_by_text("Gekopieerd").wait_for()
        kinds = page.evaluate("navigator.clipboard.read().then(([item]) => item.types)")
        assert kinds == ["image/png"]


def test_where_nothing_can_be_copied_the_files_are_left(browser: Browser, shopping: Path) -> None:
    with opened(browser, shopping) as page:
        page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
        page.reload()
        page.locator("#picture summary").click()
        offered = page.locator("#picture button").all_inner_texts()
        assert offered == ["Kopieer als SVG", "Download PNG", "Download SVG"]
        page.get_by_role("button", name="Kopieer als SVG").click()
        page.get_by_text("Gekopieerd").wait_for()
        page.locator("#query").focus()
        page.keyboard.press("Control+V")
        assert page.locator("#query").input_value().startswith("<svg")


def test_hostile_names_stay_text_in_a_picture(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "x.html"
    bad = "</text><script>alert(1)</script>&amp;\"'"
    text = f"journey: |\n  {bad}\nphases: [{{name: One, touchpoints: [{{name: A, emotion: 1}}]}}]\n"
    path.write_text(built(text), encoding="utf-8")
    with opened(browser, path) as page:
        _, content = saved(page, "SVG")
    root = ET.fromstring(content)
    assert root.findtext(f"{SVG}title") == bad
    assert root.find(f".//{SVG}script") is None


def test_the_menu_closes_by_escape_and_elsewhere(browser: Browser, shopping: Path) -> None:
    with opened(browser, shopping) as page:
        summary = page.locator("#picture summary")
        summary.focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.press("Escape")
        assert not page.locator("#picture ul").is_visible()
        assert page.evaluate("document.activeElement.matches('#picture summary')")
        summary.click()
        page.locator("h1").click()
        assert not page.locator("#picture ul").is_visible()
