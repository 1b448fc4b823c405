"""What a journey says is text in every output, never markup, code or a request."""
# ruff: noqa: E501 (a field a line)

import re
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import sync_playwright

from cjm import pipeline
from cjm.board.arrange import arrange
from cjm.layout import flow
from cjm.shell.graphviz import run_dot
from cjm.source import Source
from cjm.syntax import parse

TEXTS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</script></style>]]>",
    "{{ 7*7 }} {% raw %} %s %(x)s {0}",
    r"back\slash \N \l a:b <b>x</b> \" ",
    "&amp; &#x41; <![CDATA[",
    "\u05e9\u05dc\u05d5\u05dd \u202e RTL \u200b zero",
    "Z\u0351\u0343\u034c algo e\u0301 👩‍👩‍👧 한국어",
    "wide" * 400,
    "javascript:alert(1)",
]
MARKUP = {"svg", "title", "desc", "style", "g", "text", "tspan", "path", "rect", "circle", "clipPath", "a"}


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def journey() -> str:
    points = "".join(
        f"      - name: {quoted(text)}\n        action: {quoted(text)}\n        channel: {quoted(text)}\n"
        f"        thought: {quoted(text)}\n        quote: {quoted(text)}\n"
        f"        emotion: {{score: {n % 5 - 2}, feeling: {quoted(text)}}}\n        pain: {quoted(text)}\n"
        f"        gain: {quoted(text)}\n        moment_of_truth: {quoted(text)}\n"
        f"        opportunity: {{text: {quoted(text)}, owner: {quoted(text)}, hypothesis: {quoted(text)}}}\n"
        f"        owner: {quoted(text)}\n        frontstage: {quoted(text)}\n        backstage: {quoted(text)}\n"
        f"        systems: {quoted(text)}\n        content: {quoted(text)}\n        notes: {quoted(text)}\n"
        f"        next: [{{to: t{n + 1}, when: {quoted(text)}}}, end]\n        id: t{n}\n"
        for n, text in enumerate(TEXTS[:-1])
    )
    last = f"      - {{name: {quoted(TEXTS[-1])}, id: t{len(TEXTS) - 1}}}\n"
    head = "".join(
        f"{key}: {quoted(TEXTS[n])}\n" for n, key in enumerate(["journey", "scenario", "goal", "summary"])
    )
    people = f"personas: {{name: {quoted(TEXTS[0])}, role: {quoted(TEXTS[1])}, quote: {quoted(TEXTS[2])}}}\n"
    phase = f"phases:\n  - name: {quoted(TEXTS[1])}\n    goal: {quoted(TEXTS[2])}\n    questions: {quoted(TEXTS[3])}\n"
    return f"{head}{people}{phase}    touchpoints:\n{points}{last}"


@pytest.fixture(scope="module")
def built() -> dict[tuple[str, str], str]:
    source = Source("x.cjm.yaml", journey())
    checked = pipeline.check(pipeline.Workspace(".", None, (source,)), lambda _folder, _target: "isn't there")
    assert [found.message for found in checked.diagnostics] == []
    artefacts, _ = pipeline.build(checked, source.path, pipeline.Options(), run_dot)
    return {(one.view, one.format): str(one.content) for one in artefacts}


@pytest.mark.parametrize("view", ["map", "flow"])
def test_a_drawing_holds_our_elements_only(built: dict[tuple[str, str], str], view: str) -> None:
    root = ElementTree.fromstring(built[view, "svg"])
    for element in root.iter():
        assert element.tag.split("}")[-1] in MARKUP
        for name, value in element.attrib.items():
            assert not name.lower().startswith("on")
            assert name != "href" or value.startswith("#t-")
    said = "".join(root.itertext())
    assert "alert(1)" in said
    assert "{{ 7*7 }}" in re.sub(r"\s+", " ", said)


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.scripts = 0
        self.attributes: list[tuple[str, str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.scripts += tag == "script"
        self.attributes += [(tag, name, value or "") for name, value in attrs]


def test_a_page_holds_one_script_and_no_address_but_its_own(built: dict[tuple[str, str], str]) -> None:
    page = _Page()
    page.feed(built["map", "html"])
    assert page.scripts == 1
    for tag, name, value in page.attributes:
        assert not name.startswith("on"), (tag, name, value)
        assert name != "style", (tag, value)
        if name in ("href", "src"):
            assert value.startswith("#"), (tag, name, value)


def test_the_engine_sees_no_text_of_the_authors() -> None:
    source = Source("x.cjm.yaml", journey())
    checked = pipeline.check(pipeline.Workspace(".", None, (source,)), lambda _folder, _target: "")
    sent = flow.dot(arrange(checked.project.journeys[0], []))
    assert "alert" not in sent
    assert "wide" not in sent
    assert re.fullmatch(r'[\w\s{}\[\]=".;,<>/#-]*', sent)


def test_a_browser_runs_nothing_and_asks_for_nothing(
    built: dict[tuple[str, str], str], tmp_path: Path
) -> None:
    from shutil import which

    asked: list[str] = []
    said: list[str] = []
    (tmp_path / "x.html").write_text(built["map", "html"], encoding="utf-8")
    browser = which("chromium") or which("chromium-browser") or which("google-chrome")
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
        page = chromium.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("dialog", lambda dialog: said.append(dialog.message))
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto((tmp_path / "x.html").as_uri())
        assert page.evaluate("document.images.length") == 0
        chromium.close()
    assert said == []
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []


@pytest.mark.parametrize(
    "link",
    ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "//evil.example/x"],
)
def test_a_link_that_could_run_is_an_error(link: str) -> None:
    text = f"journey: X\nphases:\n  - name: P\n    touchpoints:\n      - {{name: A, links: '{link}'}}\n"
    source = Source("x.cjm.yaml", text)
    assert parse(source).complete
    checked = pipeline.check(pipeline.Workspace(".", None, (source,)), lambda _folder, _target: "")
    assert [found.rule for found in checked.diagnostics] == ["unsafe-link"]
