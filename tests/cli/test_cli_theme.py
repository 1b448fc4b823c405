"""Themes, fonts and templates from the command line and from settings."""

import re
from base64 import b64encode
from hashlib import sha256
from html import unescape
from importlib.resources import as_file, files
from pathlib import Path

import pytest
from running import below, lay, run

from cjm import __version__, templating
from cjm.cli import build
from cjm.config import theming
from cjm.theme.builtin import BUILT_IN


def page(folder: str = "build") -> str:
    return Path(folder, "x.html").read_text(encoding="utf-8")


def svg(folder: str = "build") -> str:
    return Path(folder, "x.svg").read_text(encoding="utf-8")


def test_themes_and_modes_are_those_of_the_settings() -> None:
    assert tuple(BUILT_IN) == theming.THEMES
    assert build.MODES == theming.MODES


def test_a_theme_is_chosen_in_settings_or_for_one_build() -> None:
    lay("x.cjm.yaml")
    lay("cjm.yaml", "theme: mono\n")
    assert run("build").returncode == 0
    assert BUILT_IN["mono"].light["ink"] in svg()
    assert "repeating-linear-gradient(45deg" in page()
    assert run("build", "--theme", "high-contrast", "--mode", "dark", "-o", "out").returncode == 0
    assert 'fill="#000000" class="f-paper"' in svg("out")
    assert "prefers-color-scheme" not in svg("out")


def test_a_theme_in_a_file_of_its_own_finds_its_logo_and_font_beside_it() -> None:
    lay("x.cjm.yaml")
    lay("brand/logo.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>')
    lay("brand/brand.yaml", 'accent: "#E2001A"\nlogo: {file: logo.svg, alt: Acme}\nfont: Brand Sans\n')
    done = run("build", "--theme", "brand/brand.yaml")
    assert done.returncode == 0
    assert "Brand Sans is measured as Arial: its `metrics:` aren't given" in done.stderr
    assert 'class="f-accent"' in svg()
    assert 'alt="Acme"' in page()


def test_what_is_wrong_with_a_theme_is_told_at_its_line() -> None:
    lay("x.cjm.yaml")
    lay("brand.yaml", "accent: #E2001A\ndensity: tight\nlogo: nowhere.png\n")
    done = run("build", "--theme", "brand.yaml")
    assert done.returncode == 2
    for line in (
        "brand.yaml:1:9: error: #E2001A is a comment here, not a colour",
        "brand.yaml:2:10: error: 'tight' is not a density",
        "brand.yaml:3:7: error: logo 'nowhere.png' isn't there",
    ):
        assert line in done.stderr
    assert not Path("build").exists()
    lay("cjm.yaml", "theme: {logo: ../logo.png, colours: {pos: blauw}}\n")
    done = run("check")
    assert done.returncode == 1
    assert "cjm.yaml:1:15: error: logo '../logo.png' is" in done.stdout
    assert "cjm.yaml:1:43: error: 'blauw' is not a colour" in done.stdout
    assert run("build", "--theme", "noir").returncode == 2


def test_a_pale_colour_in_a_themes_file_is_told_and_drawn() -> None:
    lay("x.cjm.yaml")
    lay("brand.yaml", 'colours: {ink3: "#BBBBBB"}\n')
    done = run("build", "--theme", "brand.yaml")
    assert done.returncode == 0
    assert "brand.yaml:1:17: warning: ink3 on paper2 has a contrast of 1.7" in done.stderr
    assert "#BBBBBB" in svg()


def test_a_font_is_measured_by_its_file() -> None:
    lay("x.cjm.yaml", "journey: Wawawawawawawawawawawawawawawa\nphases: [{name: P, touchpoints: [A]}]\n")
    lay("cjm.yaml", "theme: {font: {family: Arimo, metrics: fonts/arimo.json}}\n")
    done = run("build", "-f", "svg")
    assert "Arimo is measured as Arial: fonts/arimo.json isn't there" in done.stderr
    before = svg()
    with as_file(files("fontpkg_arimo") / "files") as fonts:
        upright, slanted = fonts / "Arimo[wght].ttf", fonts / "Arimo-Italic[wght].ttf"
        given = ("--italic", str(slanted), "--bold-italic", str(slanted))
        assert run("theme", "metrics", str(upright), *given, "-o", "fonts/arimo.json").returncode == 0
    done = run("build", "-f", "svg")
    assert "measured" not in done.stderr
    assert svg() == before  # the font that every theme starts with is measured as what it is


@pytest.mark.parametrize(
    "text", ["{}", "[1]", '{"version": 1, "font": "x", "widths": {}}', "\xff", "{" * 9999]
)
def test_a_file_that_holds_no_widths_is_told(text: str) -> None:
    lay("x.cjm.yaml")
    lay("w.json", text)
    lay("cjm.yaml", "theme: {font: {family: F, metrics: w.json}}\n")
    done = run("build")
    assert done.returncode == 2
    assert "w.json is no file of font widths" in done.stderr
    assert "cjm theme metrics" in done.stderr


def test_what_is_no_font_is_told() -> None:
    lay("font.ttf", "nothing")
    done = run("theme", "metrics", "font.ttf")
    assert done.returncode == 2
    assert "cannot read font.ttf as a font" in done.stderr


def test_templates_count_only_where_settings_say_so() -> None:
    lay("x.cjm.yaml")
    lay("templates/page.html.j2", "<p>Ours: {{ board.title }}</p>\n")
    lay("cjm.yaml", "")
    assert run("build").returncode == 0
    assert "Ours" not in page()
    assert "doesn't say `templates: true`" in run("templates", "list").stdout
    lay("cjm.yaml", "templates: true\n")
    assert run("build").returncode == 0
    assert page() == "<p>Ours: X</p>\n"
    assert "page.html.j2  (own)\n" in run("templates", "list").stdout
    lay("brand/page.html.j2", "<p>Brand</p>")
    lay("cjm.yaml", "templates: brand\n")
    assert run("build").returncode == 0
    assert page() == "<p>Brand</p>"


def test_what_is_ejected_draws_the_same_and_says_its_version() -> None:
    lay("x.cjm.yaml")
    lay("cjm.yaml", "")
    assert run("build").returncode == 0
    before = page(), svg()
    for name in ("page.css", "page.html.j2", "map.svg.j2"):
        assert run("templates", "eject", name).returncode == 0
    for name in templating.names():  # the others by hand: a command takes its time
        if not Path("templates", name).exists():
            lay(f"templates/{name}", templating.text(name))
    assert below("templates") == templating.names()
    assert f"page.css of cjm {__version__}" in Path("templates/page.css").read_text(encoding="utf-8")
    done = run("templates", "eject", "page.css")
    assert done.returncode == 2
    assert "is there already" in done.stderr
    lay("cjm.yaml", "templates: true\n")
    assert run("build").returncode == 0
    assert svg() == before[1]
    without = re.sub(r"/\* \S+ of cjm [^*]*\*/\n|content=\"default-src[^\"]*\"", "", page())
    assert without == re.sub(r"content=\"default-src[^\"]*\"", "", before[0])
    assert "did you mean 'page.css'" in run("templates", "eject", "pages.css").stderr


def test_the_policy_follows_the_projects_own_style_and_script() -> None:
    lay("x.cjm.yaml")
    lay("cjm.yaml", "templates: true\n")
    lay("templates/page.css", "body { color: red }\n")
    lay("templates/page.js", "let own = 1;\n")
    assert run("build").returncode == 0
    found = page()
    for element in ("style", "script"):
        text = re.search(rf"<{element}>(.*?)</{element}>", found, re.DOTALL)
        assert text
        assert f"'sha256-{b64encode(sha256(text[1].encode()).digest()).decode()}'" in unescape(found)
    assert "color: red" in found


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a\n{% for x in %}", ":2: Expected an expression"),
        ("a\n\n{{ nothing }}", ":3: 'nothing' is undefined"),
        ("{{ ''.__class__ }}", ":1: access to attribute '__class__' of 'str' object is unsafe"),
        ("{{ board.render.__globals__ }}", ":1: "),
        ("{{ 'a' * 999999 }}", ":1: what is repeated gets too long"),
        ("{{ 9 ** 9 ** 9 }}", ":1: the power is too large"),
        ("{% for n in range(9999999) %}{% endfor %}", ":1: OverflowError: Range too big"),
        ("{% include 'other.j2' %}", ":1: there is no template 'other.j2'"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", ":1: RecursionError"),
        ("{{ names.append(1) }}", ":1: "),
        ("{{ 1 / 0 }}", ":1: ZeroDivisionError"),
    ],
)
def test_what_goes_wrong_in_a_template_is_told_with_its_file_and_line(text: str, message: str) -> None:
    lay("x.cjm.yaml")
    lay("cjm.yaml", "templates: true\n")
    lay("templates/page.html.j2", text)
    done = run("build")
    assert done.returncode == 2
    assert f"cjm: error: templates/page.html.j2{message}" in done.stderr
    assert "Traceback" not in done.stderr
    assert below("build") == []


def test_texts_of_a_journey_are_escaped_in_a_projects_template_too() -> None:
    lay("x.cjm.yaml", "journey: <script>alert(1)</script>\nphases: [{name: P, touchpoints: [A]}]\n")
    lay("cjm.yaml", "templates: true\n")
    lay("templates/page.html.j2", "{{ board.title }}")
    assert run("build").returncode == 0
    assert page() == "&lt;script&gt;alert(1)&lt;/script&gt;"


def test_templates_outside_the_project_are_not_read(here: Path) -> None:
    lay("secret/page.css", "secret")
    lay("p/x.cjm.yaml")
    lay("p/cjm.yaml", "templates: true\n")
    Path("p/templates").mkdir()
    Path("p/templates/page.css").symlink_to(here / "secret/page.css")
    done = run("build", "p", "-o", "out")
    assert done.returncode == 2
    assert "is outside the project" in done.stderr
    lay("p/cjm.yaml", "templates: ../secret\n")
    assert run("check", "p").returncode == 1
