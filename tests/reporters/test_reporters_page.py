"""The report as a page: what it shows, that nothing in it is markup, and that it loads nothing."""

import base64
import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from pages import opened
from playwright.sync_api import Browser
from running import lay, run

from cjm.diagnostics import Diagnostic, Related, Severity
from cjm.links import SITE
from cjm.reporters import reporter
from cjm.source import Source, Span
from cjm.theme.tokens import DEFAULT

PATH = "maps/x.cjm.yaml"
TEXT = "journey: X\nphases:\n  - name: Kopen\n    touchpoints: [A]\n"
HOSTILE = [
    "</style><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "<!-- --><svg onload=alert(1)>]]>&amp;&#60;",
    "{{ 7*7 }}{% raw %}",
    "javascript:alert(1)",
    "\x00\x1b[2J\u202e\u2028\ud800",
    "one ` two `` three",
    "x" * 5_000,
    "",
]


def about(
    mark: str,
    message: str = "something is wrong",
    *,
    text: str = TEXT,
    help: str = "",
    severity: Severity = Severity.WARNING,
    path: str = PATH,
    subject: tuple[str, ...] = ("x",),
    related: tuple[Related, ...] = (),
) -> Diagnostic:
    """A finding about the first place of `mark`."""
    start = text.index(mark)
    return Diagnostic(
        "a-rule", severity, message, path, Span(start, start + len(mark)), help, related, subject
    )


class Parsed(HTMLParser):
    """What a browser would find in a report."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.words: dict[str, list[str]] = {}
        self.text = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in ("meta", "path", "circle", "use"):
            self.open.append(tag)
            self.words.setdefault(tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text += data
        for tag in set(self.open):
            self.words[tag][-1] += data

    def values(self, name: str) -> list[str]:
        """Every value of an attribute."""
        return [attributes[name] for _, attributes in self.tags if name in attributes]


def told(*diagnostics: Diagnostic, text: str = TEXT, **look: int) -> Parsed:
    return Parsed(page(*diagnostics, text=text, **look))


def page(*diagnostics: Diagnostic, text: str = TEXT, **look: int) -> str:
    return reporter("html")(diagnostics, {PATH: Source(PATH, text)}, **look)  # type: ignore[arg-type]


def test_it_shows_message_help_line_and_the_marked_words() -> None:
    found = told(about("Kopen", "phase 'Kopen' has no owner", help="name one with `owner:`"))
    assert found.words["h1"] == ["1 finding"]
    assert found.words["title"] == ["1 finding · lint report"]
    assert found.words["h2"] == [f"{PATH} 1 warning"]
    assert found.words["h3"] == ["warning: phase 'Kopen' has no owner"]
    assert found.words["pre"] == ["3- name: Kopen"]
    assert found.words["mark"] == ["Kopen"]
    assert found.words["code"] == ["owner:", "- name: Kopen"]
    assert f"{PATH}:3:11 · a-rule" in found.text
    assert found.values("href")[-1] == f"{SITE}/rules/a-rule/"


def test_it_counts_by_severity_and_lists_the_files() -> None:
    error = about("X", severity=Severity.ERROR)
    found = told(error, error, about("Kopen"), about("A", severity=Severity.INFO, path="y.cjm.yaml"))
    tally = " ".join(found.text.split())
    assert "4 findings 2 errors 1 warning 1 note" in tally
    assert found.words["h2"] == [f"{PATH} 2 errors, 1 warning", "y.cjm.yaml 1 note"]
    assert [value for value in found.values("href") if value.startswith("#file")] == ["#file-1", "#file-2"]
    assert {"file-1", "file-2"} <= set(found.values("id"))


def test_nothing_wrong_says_so_and_in_what() -> None:
    found = told()
    assert found.words["h1"] == ["Nothing wrong"]
    assert found.words["bdi"] == [PATH]
    assert "article" not in found.words
    both = told(about("A", path="y.cjm.yaml"))
    assert both.words["h2"] == ["y.cjm.yaml 1 warning", "Nothing wrong in"]


def test_another_place_is_shown_too() -> None:
    first = Related("first used here", PATH, Span(0, 7))
    found = told(about("Kopen", "twice", subject=(), related=(first,)))
    assert f"first used here: {PATH}:1:1" in found.text
    assert found.words["mark"] == ["Kopen", "journey"]
    assert not [value for value in found.values("href") if "rules" in value]


def test_a_file_without_text_has_no_line() -> None:
    found = told(about("X", path="too-large.cjm.yaml"))
    assert "pre" not in found.words
    assert "too-large.cjm.yaml:1:1" in found.text


@pytest.mark.parametrize(
    ("line", "mark", "expected"),
    [
        ("a: b", "", "a"),
        ("\t\tname:\tx y", "x", "name:    x y"),
        (f"name: {'w' * 300} x {'v' * 300}", "x", f"…{'w' * 89} x {'v' * 139}…"),
        (f"name: {'w' * 900}", "w" * 900, f"name: {'w' * 400}…"),
        ("quote: 'open\n  more'", "'open\n  more'", "quote: 'open"),
    ],
)
def test_a_line_is_cut_around_its_mark(line: str, mark: str, expected: str) -> None:
    found = told(about(mark, text=line), text=line)
    assert found.words["code"][-1].startswith(expected)
    assert len(found.words["code"][-1]) < 700


def test_it_is_one_page_that_allows_itself_nothing_but_its_style() -> None:
    text = page(about("Kopen"))
    found = Parsed(text)
    [policy] = [attributes["content"] for _, attributes in found.tags if "http-equiv" in attributes]
    [style] = re.findall("<style>(.*?)</style>", text, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert dict(part.split(" ", 1) for part in policy.split("; ")) == {
        **dict.fromkeys(["default-src", "img-src", "script-src", "base-uri", "form-action"], "'none'"),
        "style-src": f"'sha256-{digest}'",
    }
    names = {name for _, attributes in found.tags for name in attributes}
    assert not {name for name in names if name in ("style", "src") or name.startswith("on")}
    assert not {"script", "link", "img", "iframe", "base"} & {tag for tag, _ in found.tags}
    addresses = [value for value in found.values("href") if not value.startswith("#")]
    assert all(value.startswith("https://") for value in addresses)
    ids = found.values("id")
    assert {value[1:] for value in found.values("href") if value.startswith("#")} <= set(ids)
    assert len(ids) == len(set(ids))
    used = set(re.findall(r"var\(--([a-z]+\d?(?:_t)?)\)", style)) - {"font", "pad", "mono"}
    assert used <= set(DEFAULT.light)
    assert all(style.count(f"--{token}:{DEFAULT.dark[token]}") == 1 for token in used)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_is_never_markup(text: str) -> None:
    line = f"{text} X"
    finding = about("X", text, text=line, help=text or "x", path=PATH)
    hostile, harmless = (
        told(finding, text=line),
        told(about("X", "word", text="word X", help="word"), text="word X"),
    )
    shape = [(tag, sorted(attributes)) for tag, attributes in hostile.tags if tag != "code"]
    assert shape == [(tag, sorted(attributes)) for tag, attributes in harmless.tags if tag != "code"]
    assert not re.search("[\x00-\x08\x0b-\x1f\u2028\u202e\ud800-\udfff]", hostile.text)
    assert "alert(1)" not in text or hostile.text.count("alert(1)") == 3


def test_a_path_is_never_markup() -> None:
    path = '"><img src=x>\udcff.cjm.yaml'
    found = told(about("X", path=path))
    assert "img" not in {tag for tag, _ in found.tags}
    assert "<img src=x>" in found.words["h2"][0]


def test_many_findings_are_counted() -> None:
    found = told(*[about("X")] * 7, limit=3)
    assert len(found.words["article"]) == 3
    assert "and 4 more in this file" in found.text
    assert "7 findings" in found.text


def test_the_command_writes_it_the_same_each_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    lay("x.cjm.yaml", "journey: X\nlanguage: nl\nphases:\n  - {name: Kopen, touchpoints: [A]}\n")
    for name in ("one.html", "two.html"):
        done = run("lint", "--select", "phase-without-owner", "--format", f"html:{name}")
        assert done.returncode == 1
        assert done.stdout == ""
    assert Path("one.html").read_bytes() == Path("two.html").read_bytes()
    assert "Kopen" in Parsed(Path("one.html").read_text(encoding="utf-8")).words["mark"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 901, 1440, 2560])
def test_it_fits_every_window(browser: Browser, tmp_path: Path, width: int, scheme: str) -> None:
    long = "w" * 3_000
    path = tmp_path / "x.html"
    finding = about(long, long, text=f"journey: {long}", help=long)
    path.write_text(page(finding, finding, text=f"journey: {long}"), encoding="utf-8")
    with opened(browser, path, width=width, scheme=scheme) as shown:
        assert shown.evaluate("document.documentElement.scrollWidth") <= width
        paper = shown.evaluate("getComputedStyle(document.documentElement).backgroundColor")
        assert paper == ("rgb(18, 21, 23)" if scheme == "dark" else "rgb(255, 255, 255)")
        shown.emulate_media(media="print", color_scheme="dark")
        paper = shown.evaluate("getComputedStyle(document.documentElement).backgroundColor")
        assert paper == "rgb(255, 255, 255)"
