"""What a journey says is text in every output, never markup, code, a request or a command."""

import json
import os
import re
import struct
import zlib
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from everything import SCRIPT, TEXTS, journey
from limited import limited
from playwright.sync_api import Browser
from running import GOOD, below, lay

from cjm import pipeline
from cjm.board.arrange import arrange
from cjm.layout import flow
from cjm.source import Source

# All that drawings and pages consist of. What is new here was put in by us, on purpose.
DRAWN = {"svg", "title", "desc", "style", "g", "a", "clipPath", "text", "tspan", "path", "rect", "circle"}
ON_THE_PAGE = {
    *("html", "head", "meta", "title", "style", "script", "body", "header", "main", "nav", "section"),
    *("article", "footer", "div", "span", "p", "b", "i", "small", "code", "bdi", "h1", "h2", "h3", "h4", "a"),
    *("ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "colgroup", "col", "thead", "tbody", "tr"),
    *("th", "td", "figure", "figcaption", "img", "form", "button", "input", "output", "label"),
    *(name.lower() for name in DRAWN),
    *("symbol", "use", "q", "blockquote", "em", "strong", "sup", "sub", "time", "details", "summary"),
    *("select", "option", "dialog", "kbd"),
}
PLAIN = {  # attributes whose values are numbers and words of ours
    *("id", "class", "role", "type", "scope", "colspan", "rowspan", "hidden", "tabindex", "lang", "charset"),
    *("autocomplete", "name", "http-equiv", "rel", "for", "x", "y", "cx", "cy", "r", "rx", "dy", "width"),
    *("height", "viewbox", "fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap"),
    *("stroke-linejoin", "font-size", "font-weight", "font-style", "letter-spacing", "text-anchor"),
    *("clip-path", "transform", "aria-hidden", "aria-pressed", "aria-live", "aria-labelledby", "data-t"),
    *("aria-controls", "aria-selected", "aria-expanded", "d", "font-family", "data-gap", "data-moment"),
    *("data-do", "data-as", "aria-sort", "aria-haspopup", "data-channel", "data-owner", "data-persona"),
    *("checked", "open", "selected", "download", "disabled"),
}
WORDED = {  # attributes that may say what an author wrote
    *("aria-label", "alt", "title", "placeholder", "content", "data-id", "data-words", "data-dark"),
    *(
        "data-light",
        "data-only",
        "data-name",
        "data-big",
        "data-held",
        "data-copied",
        "data-not",
        "data-by",
        "data-l",
    ),
    *("data-fold", "data-unfold", "data-v", "value"),
}
_PLAIN_VALUE = re.compile(r"[\w\s.,:;#()+/=%'*-]*")
_LINK = "https://x.example/"


def png() -> bytes:
    """A picture of one pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0\0\0\0")) + chunk(b"IEND", b"")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the journey has been built, with pictures that would run a script."""
    folder = tmp_path_factory.mktemp("hostile")
    picture = "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)' width='9' height='9'>"
    picture += f"<script>{SCRIPT}</script><image href='http://evil.example/x.png'/></svg>"
    (folder / "picture.svg").write_text(picture, encoding="utf-8")
    (folder / "x.cjm.yaml").write_text(journey("picture.svg"), encoding="utf-8")
    here = Path.cwd()
    os.chdir(folder)
    try:
        done = limited("build", "--verbose")  # with every finding, which quote the texts
    finally:
        os.chdir(here)
    assert done.returncode == 0, done.stderr
    assert "1 journey built, 3 files" in done.stderr
    assert "touchpoint '" in done.stderr
    return folder / "build"


class Page(HTMLParser):
    """What stands in a page: its elements, their attributes, and what it says."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.said: list[str] = []
        self.code: list[str] = []
        self._in = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element opens."""
        assert len(dict(attrs)) == len(attrs), f"an attribute twice in <{tag}>: {attrs}"
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        self._in = tag

    def handle_endtag(self, tag: str) -> None:
        """An element closes."""
        self._in = ""

    def handle_data(self, data: str) -> None:
        """Text, or the contents of a script or a style sheet."""
        (self.code if self._in in {"script", "style"} else self.said).append(data)

    def handle_comment(self, data: str) -> None:
        """A page has none; an author's would be markup."""
        raise AssertionError(f"a comment: {data[:80]}")

    def handle_pi(self, data: str) -> None:
        """Nor has it instructions."""
        raise AssertionError(f"an instruction: {data[:80]}")

    unknown_decl = handle_pi


def squeezed(text: str) -> str:
    """Without what wrapping and hyphenation put in or take out."""
    return re.sub(r"[\s\u00ad\u200b-\u200f\u2060\ufeff\u2066-\u2069\u202a-\u202e\u061c‐-]", "", text)


def refuse_foreign(elements: list[tuple[str, dict[str, str]]], known: set[str]) -> None:
    """Fail on an element, an attribute or an address that isn't ours."""
    for tag, attributes in elements:
        assert tag in known, tag
        for name, value in attributes.items():
            where = f"{name}={value[:80]!r} in <{tag}>"
            if name == "href":
                assert value.startswith(("#", _LINK, "index.html") if tag == "a" else "#"), where
            elif name == "src":
                assert re.fullmatch(r"data:image/(png|svg\+xml);base64,[\w+/=]+", value), where
            else:
                assert name in PLAIN | WORDED, where
                assert name in WORDED or _PLAIN_VALUE.fullmatch(value), where


@pytest.mark.parametrize("name", ["x.svg", "x.flow.svg"])
def test_a_drawing_consists_of_our_elements_and_says_what_was_written(hostile: Path, name: str) -> None:
    root = ElementTree.parse(hostile / name).getroot()
    elements = []
    for element in root.iter():
        space, _, tag = element.tag.rpartition("}")
        assert space == "{http://www.w3.org/2000/svg"
        attributes = {key.rpartition("}")[2].lower(): value for key, value in element.attrib.items()}
        elements.append((tag, attributes))
    refuse_foreign(elements, DRAWN)
    assert all(values["href"].startswith("#t-") for _, values in elements if "href" in values)
    said = squeezed(
        "".join(element.text or "" for element in root.iter() if not element.tag.endswith("style"))
    )
    for text in TEXTS.values():
        assert squeezed(text) in said
    [style] = [element.text or "" for element in root.iter() if element.tag.endswith("style")]
    assert re.fullmatch(r"[\w\s@(){}.:;#-]*", style)


def test_a_page_consists_of_our_elements_and_says_what_was_written(hostile: Path) -> None:
    page = Page((hostile / "x.html").read_text(encoding="utf-8"))
    refuse_foreign(page.elements, ON_THE_PAGE)
    said = squeezed("".join(page.said))
    for text in TEXTS.values():
        assert squeezed(text) in said
    assert sum(tag == "script" for tag, _ in page.elements) == 1
    assert not any(word in "".join(page.code) for word in (SCRIPT, "evil", "7*7", "onerror"))
    [policy] = [values["content"] for _, values in page.elements if "http-equiv" in values]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_nothing_written_is_evaluated(hostile: Path) -> None:
    for name in below(str(hostile)):
        text = (hostile / name).read_text(encoding="utf-8")
        assert "{{ 7*7 }}" in text
        assert "${7*7}" in text


def test_no_text_of_an_author_reaches_the_engine() -> None:
    source = Source("x.cjm.yaml", journey())
    checked = pipeline.check(pipeline.Workspace(".", None, (source,)), lambda _folder, _file: "isn't there")
    board = arrange(checked.project.journeys[0], [])
    sent = "".join(map(flow.dot, flow.rows(board)))
    words = set(re.findall(r"[^\W\d_]{2,}", re.sub(r"cluster_\d+", "", sent)))
    assert words <= {
        *("digraph", "subgraph", "graph", "node", "edge", "rankdir", "LR", "ranksep", "nodesep", "splines"),
        *("true", "shape", "box", "fixedsize", "label", "arrowhead", "none", "margin", "labelloc", "width"),
        *("height", "style", "invis", "weight", "id", "tailport", "headport", "constraint", "false"),
        *("TABLE", "TR", "TD", "FIXEDSIZE", "TRUE", "WIDTH", "HEIGHT"),
    }
    assert sent.isascii()


@pytest.mark.parametrize("name", ["x.html", "x.svg", "x.flow.svg"])
def test_a_browser_runs_nothing_of_it_and_asks_for_nothing(
    hostile: Path, browser: Browser, name: str
) -> None:
    happened: list[str] = []
    address = (hostile / name).as_uri()
    page = browser.new_page()
    page.on("dialog", lambda dialog: happened.append(f"dialog: {dialog.message}"))
    page.on("console", lambda message: happened.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: happened.append(f"error: {error}"))
    page.on("popup", lambda popup: happened.append(f"window: {popup.url}"))
    page.on("request", lambda asked: happened.append(f"request: {asked.url[:200]}"))
    page.goto(address)
    page.mouse.move(200, 200)
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelectorAll('script').length") == int(name == "x.html")
    page.close()
    others = [each for each in happened if each not in {f"request: {address}"} and "data:image/" not in each]
    assert others == []


POINT = "journey: X\nphases: {name: P, touchpoints: {name: A, MORE}}\n"
LINKED = {
    "a journey": "journey: X\nlinks: LINK\nphases: [P]\n",
    "a source": "journey: X\nevidence: [{id: e, link: LINK}]\nphases: [P]\n",
    "a touchpoint": POINT.replace("MORE", "links: [{url: LINK, text: x}]"),
    "a pain": POINT.replace("MORE", "pain: {text: x, link: LINK}"),
    "a gain": POINT.replace("MORE", "gain: {text: x, link: LINK}"),
    "an opportunity": POINT.replace("MORE", "opportunity: {text: x, link: LINK}"),
}
DISGUISED = [
    *("javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)"),
    *("java\tscript:alert(1)", "java\u200bscript:alert(1)", "\u202ejavascript:x", "javascript\u00ad:x"),
    *("data:text/html,<script>alert(1)</script>", "vbscript:x", "file:///etc/passwd", "blob:x", "ftp://x"),
    *("//evil.example/x", "\\\\evil.example\\x", "/\\evil.example", "view-source:javascript:x", "x:y", ":x"),
    *("ｊavascript:alert(1)", "javascript&colon;alert(1):", "java%0ascript:alert(1)", "feed:javascript:x"),
]


@pytest.mark.parametrize("place", LINKED)
def test_a_link_that_could_run_something_is_an_error(place: str) -> None:
    for number, link in enumerate(DISGUISED):
        written = LINKED[place].replace("LINK", json.dumps(link, ensure_ascii=False))
        lay(f"{number:02}.cjm.yaml", written)
    done = limited("check", "--format", "json")
    assert done.returncode == 1
    found = json.loads(done.stdout)["diagnostics"]
    assert [each["rule"] for each in found] == ["unsafe-link"] * len(DISGUISED)
    assert [each["path"] for each in found] == sorted(each["path"] for each in found)
    column = LINKED[place].splitlines()[found[0]["line"] - 1].index("LINK") + 1
    assert {each["column"] for each in found} == {column}


def pictures() -> dict[str, str]:
    """Pictures that can't be shown, and what is said of each."""
    Path("outside").mkdir()
    Path("outside/secret.png").write_bytes(png())
    Path("project/images").mkdir(parents=True)
    os.symlink("../../outside/secret.png", "project/images/out.png")
    os.symlink("../../outside", "project/images/folder")
    os.symlink("loop.png", "project/images/loop.png")
    os.symlink("/dev/zero", "project/images/zero.png")
    os.mkfifo("project/images/fifo.png")
    Path("project/images/cut.png").write_bytes(b"\x89PN")
    Path("project/images/page.png").write_text("<html><script>alert(1)</script></html>")
    Path("project/images/bomb.svg").write_text('<!DOCTYPE svg [<!ENTITY a "x">]><svg>&a;</svg>')
    with open("project/images/huge.png", "wb") as file:
        file.write(png())
        file.truncate(200_000_000)
    missing, outside = "isn't there, or can't be read", "is outside the project"
    unknown = "is not an image that cjm knows"
    return {
        "../../../../../../etc/passwd": outside,
        "../outside/secret.png": outside,
        "images/../../outside/secret.png": outside,
        "images/out.png": outside,
        "images/folder/secret.png": outside,
        "images/loop.png": missing,
        "images/zero.png": outside,
        "images/fifo.png": missing,
        "images": missing,
        "images/nowhere.png": missing,
        "images/" + "x" * 5000: missing,
        "images/huge.png": "is larger than 2 MB",
        "images/cut.png": unknown,
        "images/page.png": unknown,
        "images/bomb.svg": unknown,
        "x.cjm.yaml": unknown,
        "/etc/passwd": "",
        "~/x.png": "",
        "file:///etc/passwd": "",
        "https://evil.example/x.png": "",
        "C:\\x.png": "",
        "\\\\evil.example\\x.png": "",
        "": "",
    }


def test_a_picture_that_is_none_of_the_project_is_an_error_at_its_place() -> None:
    expected = {name: words for name, words in pictures().items() if name}
    lines = "".join(f"    - {{name: A{n}, image: {json.dumps(name)}}}\n" for n, name in enumerate(expected))
    lay("project/cjm.yaml", "")
    lay("project/x.cjm.yaml", f"journey: X\nphases:\n- name: P\n  touchpoints:\n{lines}")
    done = limited("check", "--format", "json", "project")
    assert done.returncode == 1
    found = {each["line"] - 5: each for each in json.loads(done.stdout)["diagnostics"]}
    assert sorted(found) == list(range(len(expected)))
    for number, words in enumerate(expected.values()):
        assert found[number]["rule"] == ("bad-image" if words else "unsafe-path")
        assert words in found[number]["message"]
    human = limited("build", "project")
    assert human.returncode == 1
    assert not Path("build").exists()


HOSTILE_NAMES = [
    *("\x1b[31mred", "a\nb", "a\rb", "\u202egpj", "zero\u200bwidth", "tab\there", "é\u0301", "漢字", " x "),
    *("--output=x", "-", '"><img src=x onerror=alert(1)>', "$(touch ran)", "`touch ran`", "'; touch ran;'"),
    *("%s%n", "{{7*7}}", "x" * 200, "con"),
]  # fmt: skip


def test_names_of_files_are_printed_without_what_a_terminal_obeys() -> None:
    for name in HOSTILE_NAMES:
        lay(f"in/{name}.cjm.yaml", GOOD)
    lay("in/broken\x1b[2J.cjm.yaml", "journey: X\n")
    done = limited("build", "in", "-f", "svg", "-v")
    assert done.returncode == 1
    assert below("build/in") == sorted(
        f"{name}{end}" for name in HOSTILE_NAMES for end in (".flow.svg", ".svg")
    )
    assert len(done.stdout.splitlines()) == len(HOSTILE_NAMES) + 1
    assert "  in/\\x1b[31mred.cjm.yaml → build/in/\\x1b[31mred.svg, \\x1b[31mred.flow.svg" in done.stdout
    for output in ("human", "concise", "json", "github", "sarif"):
        assert limited("check", "in", "--format", output).returncode == 1
    assert limited("build", "in/no\x1b[2J").returncode == 2
    assert limited("build", "in", "--engine", "no\x1b[2J").returncode == 2
    assert sorted(os.listdir()) == [".cjm", "build", "in"]
