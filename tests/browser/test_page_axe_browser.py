"""axe-core finds nothing on the page, whatever of it is open; whatever meets there can be told apart."""

from pathlib import Path

from axe_playwright_python.base import AXE_SCRIPT
from pages import built, opened
from playwright.sync_api import Browser, Page
from seen import seen, show_all, thin

from cjm.theme.builtin import BUILT_IN
from cjm.theme.tokens import DEFAULT, PAIRS

# A shape of the colour of a ground is one; hairlines and stems guide the eye, and a department's
# edge on its own tint stands beside its name.
TINTS = {token for token in DEFAULT.light if token.endswith("_t")}
GROUNDS = {"paper", "paper2", "hl", "line", "line2"} | TINTS
STEMS = {("ink3", "pos_t"), ("ink3", "neg_t")}

RUN = """([where, only]) => axe.run(where, { resultTypes: ["violations"], ...only }).then(
  ({ violations }) => violations.map(({ id, nodes: [at] }) => `${id}: ${at.target} ${at.failureSummary}`))"""
# How a thing looks takes four fifths of the time: that is for one of each kind, the rest for everything.
CONTRAST = {"runOnly": ["color-contrast"]}
ALL_BUT_CONTRAST = {"rules": {"color-contrast": {"enabled": False}}}
PAINT = """colours => Object.entries(colours).forEach(
  ([token, colour]) => document.documentElement.style.setProperty(`--${token}`, colour))"""


def broken(page: Page, where: str = "body", **rules: object) -> list[str]:
    """The rules that axe-core finds broken, with the first place of each: of all, or of those `rules`."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    # Dimmed on purpose, and for paper only.
    places = {"include": [[where]], "exclude": [[".dim"], [".sheets"]]}
    found: list[str] = page.evaluate(RUN, [places, rules])
    return found


def paint(page: Page, colours: dict[str, str]) -> None:
    """Give the page other colours, as another theme would."""
    page.evaluate(PAINT, colours)


def test_axe_finds_nothing(browser: Browser, rich: Path) -> None:
    with opened(browser, rich) as page:
        page.keyboard.press("?")
        assert broken(page, "#keys") == []
        page.keyboard.press("Escape")
        page.locator("[data-only]").first.click()
        page.get_by_label("Kanaal").select_option("Kassa")
        page.locator(".fold").nth(1).click()
        page.locator(".touchpoints a").nth(4).click()
        page.locator("#drawer-link").click()
        page.locator("#picture").evaluate("x => { x.open = true }")
        show_all(page)  # all tabs at once
        assert broken(page, **ALL_BUT_CONTRAST) == []
        thin(page)
        assert broken(page) == []
        page.set_viewport_size({"width": 390, "height": 900})
        page.emulate_media(color_scheme="dark")
        assert broken(page) == []


def test_axe_finds_nothing_in_any_theme(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "x.html"
    path.write_text(built(Path("examples/smallest.cjm.yaml").read_text(encoding="utf-8"), "canvas", "media"))
    with opened(browser, path) as page:
        page.locator(".touchpoints a").nth(1).click()
        show_all(page)
        assert broken(page) == []
        for theme in BUILT_IN.values():
            for colours in (theme.light, theme.dark):
                paint(page, colours)
                assert broken(page, **CONTRAST) == [], theme.name


def test_whatever_meets_on_the_page_is_held_to_a_contrast(browser: Browser, rich: Path) -> None:
    """`test_theme_tokens` holds every theme to `PAIRS`; here each token has a colour that tells its name."""
    needed = {frozenset(pair): least for *pair, least in reversed(PAIRS)}
    names = {f"rgb({number}, 0, 0)": token for number, token in enumerate(DEFAULT.light, 1)}
    with opened(browser, rich) as page:
        paint(page, dict(zip(names.values(), names, strict=True)))
        show_all(page, sheets=True)
        met = seen(page)
    assert len(met) > 50
    for kind, colour, back, where in met:
        front, ground = names[colour], names[back]
        if kind == "text":
            assert needed.get(frozenset((front, ground)), 0) >= 4.5, (front, ground, where)
        elif (
            front not in GROUNDS | {"line", "line2"}
            and (front, ground) not in STEMS
            and front + "_t" != ground
        ):
            assert needed.get(frozenset((front, ground)), 0) >= 3, (front, ground, where)
