"""What the programs that take a report make of it.

JUnit is read by junitparser and Markdown by GitHub's own renderer. No package holds the
schema of reviewdog's format or of GitLab's: there the test knows the fields, taken from
reviewdog.proto and from GitLab's page on Code Quality, and refuses every other.
"""

import re
from html.parser import HTMLParser
from typing import Literal
from xml.etree import ElementTree

import cmarkgfm  # type: ignore[import-untyped]
import msgspec
import pytest
from cmarkgfm.cmark import Options  # type: ignore[import-untyped]
from junitparser import JUnitXml, TestCase, TestSuite
from running import lay, run

from cjm.diagnostics import Diagnostic, Related, Severity
from cjm.links import SITE
from cjm.reporters import reporter
from cjm.reporters.human import clip
from cjm.reporters.markdown import escaped
from cjm.source import Source, Span

PATH = "maps/x.cjm.yaml"
TEXT = "journey: 漢 X\nphases:\n  - name: P\n"
MARK = Span(9, 10)
# The elements that a report is made of.
OWN = {"details", "summary", "p", "strong", "table", "thead", "tbody", "tr", "th", "td", "a", "br", "code"}
HOSTILE = [
    "[click](https://evil.example) ![x](https://evil.example/x.png) <https://evil.example>",
    "https://evil.example www.evil.example WWW.evil.example mailto:a@evil.example a@evil.example",
    "ftp://evil.example xmpp:a@evil.example [x]: https://evil.example",
    "<script>alert(1)</script><img src=x onerror=alert(1)></td></table></details>",
    "</failure></testcase>]]> <!-- --> <![CDATA[ & &amp; &#60; &lt;b&gt; \"'",
    "a | b \\| c \\\\| d || |",
    "**bold** _italic_ ~~gone~~ *a*b* __c__ # heading > quote - item 1. one",
    "one ` backtick, `` two, ``` three ` and `[x](https://evil.example)|` in code",
    "first\nsecond\r\nthird\n\n| a | b |\n|---|---|\n<div>\n\n\x00\x1b[31m\u2028\u202e",
    "@somebody @org/team #12 GH-12 org/repo#12 :tada: $E=mc^2$ $$x$$",
    "\ud800\udfff\ufffe\uffff\x7f\x85",
    "*" * 5_000,
    "<&" * 2_500,
    "`" * 4_999,
    "",
]


def about(
    message: str,
    *,
    help: str = "",
    severity: Severity = Severity.WARNING,
    path: str = PATH,
    span: Span = MARK,
    subject: tuple[str, ...] = ("x",),
    related: tuple[Related, ...] = (),
) -> Diagnostic:
    """A finding that says so; without a subject it is an error of reading."""
    return Diagnostic("a-rule", severity, message, path, span, help, related, subject)


def told(format: str, *diagnostics: Diagnostic, text: str = TEXT, **look: int) -> str:
    """The report."""
    return reporter(format)(diagnostics, {PATH: Source(PATH, text)}, **look)  # type: ignore[arg-type]


class Rendered(HTMLParser):
    """A comment as GitHub shows it, before anything is taken out of it."""

    def __init__(self, markdown: str) -> None:
        super().__init__()
        options = Options.CMARK_OPT_UNSAFE  # what GitHub filters afterwards must not be there at all
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.tables: list[list[list[str]]] = []
        self.text = ""
        self.cell = False
        self.feed(cmarkgfm.github_flavored_markdown_to_html(markdown, options))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.tables[-1][-1].append("")
            self.cell = True
        elif tag == "br":
            self.handle_data("\n")

    def handle_endtag(self, tag: str) -> None:
        self.cell = self.cell and tag not in ("td", "th")

    def handle_data(self, data: str) -> None:
        self.text += data
        if self.cell:
            self.tables[-1][-1][-1] += data


class Lines(msgspec.Struct, forbid_unknown_fields=True):
    begin: int
    end: int


class Location(msgspec.Struct, forbid_unknown_fields=True):
    path: str
    lines: Lines


class Issue(msgspec.Struct, forbid_unknown_fields=True):
    """What GitLab reads of an issue."""

    description: str
    check_name: str
    fingerprint: str
    severity: Literal["info", "minor", "major", "critical", "blocker"]
    location: Location


class At(msgspec.Struct, forbid_unknown_fields=True):
    line: int
    column: int


class Range(msgspec.Struct, forbid_unknown_fields=True):
    start: At
    end: At


class Where(msgspec.Struct, forbid_unknown_fields=True):
    path: str
    range: Range


class Named(msgspec.Struct, forbid_unknown_fields=True):
    url: str = ""
    name: str = ""
    value: str = ""


class Beside(msgspec.Struct, forbid_unknown_fields=True):
    message: str
    location: Where


class Remark(msgspec.Struct, forbid_unknown_fields=True):
    message: str
    location: Where
    severity: Literal["ERROR", "WARNING", "INFO"]
    code: Named
    related_locations: list[Beside] = []


class Result(msgspec.Struct, forbid_unknown_fields=True):
    """`reviewdog.rdf.DiagnosticResult`."""

    diagnostics: list[Remark]
    source: Named
    severity: Literal["ERROR", "WARNING", "INFO"]


def gitlab(*diagnostics: Diagnostic) -> list[Issue]:
    return msgspec.json.decode(told("gitlab", *diagnostics), type=list[Issue])


def rdjson(*diagnostics: Diagnostic, text: str = TEXT) -> Result:
    return msgspec.json.decode(told("rdjson", *diagnostics, text=text), type=Result)


def junit(*diagnostics: Diagnostic) -> tuple[JUnitXml, list[TestSuite], list[TestCase]]:
    read = JUnitXml.fromstring(told("junit", *diagnostics).encode())
    suites = list(read)
    return read, suites, [case for suite in suites for case in suite]


# JUnit


def test_junit_is_a_suite_a_file_and_a_failure_a_finding() -> None:
    other = about("elsewhere", path="y.cjm.yaml", severity=Severity.ERROR)
    read, suites, cases = junit(about("no owner", help="name one"), about("no owner"), other)
    assert (read.tests, read.failures, read.errors) == (3, 3, 0)
    assert [(suite.name, suite.tests, suite.failures) for suite in suites] == [
        (PATH, 2, 2),
        ("y.cjm.yaml", 1, 1),
    ]
    assert [case.name for case in cases] == ["a-rule: no owner", "a-rule: no owner (2)", "a-rule: elsewhere"]
    assert [case.classname for case in cases] == [PATH, PATH, "y.cjm.yaml"]
    [failure] = cases[0].result
    assert (failure.type, failure.message) == ("warning", "no owner")
    assert failure.text == f"{PATH}:1:10: warning: no owner [a-rule]\nhelp: name one"
    first = ElementTree.fromstring(told("junit", about("x"))).find("testsuite/testcase")
    assert first is not None
    assert (first.get("file"), first.get("line")) == (PATH, "1")


def test_junit_without_findings_is_a_case_that_passed() -> None:
    read, _, [case] = junit()
    assert (read.tests, read.failures) == (1, 0)
    assert (case.name, case.is_passed) == ("nothing wrong", True)


@pytest.mark.parametrize("text", HOSTILE)
def test_junit_carries_every_text(text: str) -> None:
    _, suites, cases = junit(about(text, help=text, path=f"{text}.cjm.yaml"))
    assert len(suites) == len(cases) == 2
    [failure] = cases[1].result
    carried = re.sub("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", text)
    assert failure.message == carried
    assert failure.text.endswith(f"help: {carried}") or not text


# GitLab


def test_gitlab_gets_an_issue_a_finding() -> None:
    span = Span(TEXT.index("phases"), len(TEXT) - 1)
    [one, two, three] = gitlab(
        about("no owner", help="name one", span=span),
        about("no owner", severity=Severity.ERROR),
        about("x", severity=Severity.INFO, path="./maps/../y.cjm.yaml"),
    )
    assert one.description == "no owner (name one)"
    assert (one.location.lines.begin, one.location.lines.end) == (2, 3)
    assert [each.severity for each in (one, two, three)] == ["minor", "major", "info"]
    assert len({each.fingerprint for each in (one, two, three)}) == 3
    assert [each.location.path for each in (one, three)] == [PATH, "y.cjm.yaml"]
    assert gitlab() == []


@pytest.mark.parametrize("text", HOSTILE)
def test_gitlabs_descriptions_are_one_short_line(text: str) -> None:
    [issue] = gitlab(about(text, help=text))
    assert "\n" not in issue.description
    assert len(issue.description) < 1_000


def test_a_gitlab_fingerprint_outlives_an_edit_above() -> None:
    assert [each.fingerprint for each in gitlab(about("x", span=Span(0, 1)), about("x"))] == [
        each.fingerprint for each in gitlab(about("x"), about("x", span=Span(0, 1)))
    ]


# reviewdog


def test_rdjson_counts_columns_in_bytes_and_ends_behind_the_last() -> None:
    [remark] = rdjson(about("no owner", help="name one", span=Span(9, 12))).diagnostics
    assert (remark.message, remark.severity) == ("no owner\nhelp: name one", "WARNING")
    assert remark.code == Named(value="a-rule", url=f"{SITE}/rules/a-rule/")
    assert remark.location == Where(PATH, Range(At(1, 10), At(1, 15)))  # 漢 takes three
    crossing = rdjson(about("x", span=Span(11, 14)), text="a: '漢漢漢 b\r\nc: d'\n").diagnostics[0]
    assert crossing.location.range == Range(At(2, 1), At(2, 4))


def test_rdjson_tells_other_places_and_links_rules_only() -> None:
    error = about("twice", subject=(), related=(Related("first here", PATH, Span(0, 7)),))
    result = rdjson(error)
    assert (result.source.name, result.source.url) == ("cjm", SITE)
    [remark] = result.diagnostics
    assert remark.code == Named(value="a-rule")
    assert remark.related_locations == [Beside("first here", Where(PATH, Range(At(1, 1), At(1, 8))))]
    assert rdjson().diagnostics == []


@pytest.mark.parametrize("text", HOSTILE)
def test_rdjson_carries_every_text(text: str) -> None:
    [remark] = rdjson(about(text, path=text)).diagnostics
    assert remark.message == re.sub("[\ud800-\udfff]", "�", text) == remark.location.path


# Markdown


def cells(finding: Diagnostic) -> list[str]:
    """The one row about it, without what keeps references apart."""
    [[head, row]] = Rendered(told("markdown", finding)).tables
    assert head == ["line", "", "what", "rule"]
    return [cell.replace("\u200b", "") for cell in row]


def shown(text: str) -> str:
    """What a reader sees of a text: pairs of backticks have become code."""
    parts = clip(text).split("`")
    odd = "`" + parts.pop() if len(parts) % 2 == 0 else ""
    return "".join(parts) + odd


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_shows_a_hostile_text_as_text(text: str) -> None:
    finding = about(text, help=text, path=f"{text}.cjm.yaml")
    page = Rendered(told("markdown", finding))
    assert page.links == [f"{SITE}/rules/a-rule/"]
    assert page.tags <= OWN
    line, severity, what, rule = cells(finding)
    assert (line, severity, rule) == ("1", "warning", "a-rule")
    assert what == (f"{shown(text)}\n{shown(text)}" if text else "")
    assert clip(f"{text}.cjm.yaml") in page.text.replace("\u200b", "")
    assert not re.search(r"@\w|#\w|GH-\d|:tada:", page.text)


def test_markdown_marks_code() -> None:
    report = told("markdown", about("no owner", help="name one with `owner:`, or `a` and ` b"))
    assert "<br>name one with <code>owner:</code>, or <code>a</code> and \\` b |" in report


@pytest.mark.parametrize(
    "text", ["- a", "+ a", "* a", "1. a", "12) a", "# a", "> a", "===", "---", "    a", "~~~"]
)
def test_markdown_starts_nothing_at_the_start_of_a_line(text: str) -> None:
    page = Rendered(f"{escaped(text)}\n\nb\n{escaped(text)}\n")
    assert page.tags == {"p"}
    assert page.text.split() == [*text.split(), "b", *text.split()]


def test_markdown_links_rules_and_not_errors_of_reading() -> None:
    assert Rendered(told("markdown", about("x", subject=()))).links == []


def test_markdown_counts_what_it_tells_and_what_it_doesnt() -> None:
    assert told("markdown") == "**cjm**: nothing wrong\n"
    error = about("x", severity=Severity.ERROR)
    note = about("y", severity=Severity.INFO, path="y.cjm.yaml")
    text = Rendered(told("markdown", error, error, note)).text
    assert text.startswith("cjm: 2 errors, 1 note")
    assert f"{PATH} (2)" in text
    page = Rendered(told("markdown", *[error] * 7, limit=3))
    assert [len(table) for table in page.tables] == [4]
    assert "and 4 more" in page.text


@pytest.mark.parametrize("text", ["<&" * 2_500, "@" * 5_000, "\\" * 5_000, "x"])
@pytest.mark.parametrize("files", [1, 40, 3_000])
def test_markdown_fits_into_a_comment(text: str, files: int) -> None:
    found = [
        about(text, help=text, path=f"{text}{file}") for file in range(files) for _ in range(3_000 // files)
    ]
    report = told("markdown", *found, limit=10_000)
    assert 20_000 < len(report) < 65_536
    page = Rendered(report)
    rows = sum(len(table) - 1 for table in page.tables)
    assert all(len(row) == 4 for table in page.tables for row in table)
    rest = sum(int(number.replace(",", "")) for number in re.findall(r"and ([\d,]+) more", page.text))
    assert rows + rest == len(found)
    assert page.text.rstrip().endswith("more" if files == 1 else "files")


@pytest.mark.parametrize("format", ["gitlab", "junit", "rdjson", "markdown"])
def test_the_command_writes_what_the_reporter_says(
    format: str, tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(str(tmp_path))
    lay("x.cjm.yaml", "journey: X\nlanguage: nl\nphases:\n  - {name: '|`@x`|', touchpoints: [A]}\n")
    done = run("lint", "--select", "phase-without-owner", "--format", format)
    assert done.returncode == 1
    assert "phase-without-owner" in done.stdout
    assert run("lint", "--format", format).stdout == run("lint", "--format", format).stdout
