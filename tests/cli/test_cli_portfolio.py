"""The page of all journeys as `cjm build` writes it, and the opportunities as files."""

import csv
import json
import os
import re
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path

import pytest
from running import GOOD, PORTFOLIO, below, lay, run

LIBRARY = """library: Shared
departments: [{id: sales, name: Sales}, {id: care, name: Aftercare}]
"""
# Its moments of truth: −1 of sales, −2 of nobody.
FIRST = """journey: A broken cup
persona: Ada
status: approved
reviewed: 2026-01-05
owner: sales
evidence: [{id: calls, kind: complaint, title: Calls in spring, date: 2025-11-20}]
phases:
  - name: Buy
    touchpoints:
      - {name: Sees it, owner: sales, channel: website, emotion: 1}
      - {name: Pays, owner: sales, channel: website, emotion: -1, moment_of_truth: The price, evidence: calls}
  - name: Use
    touchpoints:
      - name: Unpacks the cup
        id: unpack
        emotion: {score: -2, feeling: gutted}
        moment_of_truth: Is it whole?
        pains: [{text: It is in pieces, severity: 5}]
        opportunities: [{text: A stronger box, impact: 4, effort: 2, due: 2026-10-01}]
        metrics: {csat: {value: 2.1, target: 4}}
"""
SECOND = """journey: A new cup
language: nl
state: future
phases:
  - name: Gebruik
    owner: care
    touchpoints:
      - {name: Krijgt een nieuwe, channel: website, emotion: 2, moment_of_truth: Op tijd}
      - {name: Drinkt eruit, emotion: 1}
      - {name: Wast hem af, emotion: 0.5}
"""


def built(*words: str) -> str:
    """The page after a build of the current folder."""
    done = run("build", "-f", "html", "--view", "map", *words)
    assert done.returncode == 0, done.stderr
    return Path("build/index.html").read_text(encoding="utf-8")


def two() -> None:
    """Two journeys with a library."""
    lay("cjm.yaml", "")
    lay("lib.cjm.yaml", LIBRARY)
    lay("a.cjm.yaml", FIRST)
    lay("deep/er/b.cjm.yaml", SECOND)


class Rows(HTMLParser):
    """Of each table, by its id, the text of every row's cells."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tables: dict[str, list[list[str]]] = {}
        self.links: list[str] = []
        self._table: list[list[str]] = []
        self._cell: list[str] | None = None
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag == "table":
            self._table = self.tables[(named["id"] or "").removeprefix("table-")] = []
        elif tag == "tr":
            self._table.append([])
        elif tag in ("td", "th"):
            self._cell = []
        elif tag == "a":
            self.links.append(named["href"] or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th") and self._cell is not None:
            self._table[-1].append(" ".join(" ".join(self._cell).split()))
            self._cell = None

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(data)


def test_all_journeys_stand_in_one_table() -> None:
    two()
    page = Rows(built("--today", "2026-11-22"))
    head, *rows = page.tables["journeys"]
    assert head[1:] == [
        "Customer journey",
        "Owner",
        "Status",
        "Reviewed",
        "Ending",
        "Moments of truth",
        "Gaps",
    ]
    by_name = {row[1].split(" · ")[0]: row[2:] for row in rows}
    first = by_name["A broken cup Ada"]
    assert first[:3] == ["Sales", "approved", "5 Jan 2026 10 months ago, overdue"]
    assert first[3:5] == ["−2 gutted", "2 1 without owner"]
    second = by_name["A new cup 3 touchpoints"]
    assert second[0] == "No owner"
    assert second[3] == "+0.5 blij"
    assert {"a.html", "deep/er/b.html", "a.html#t-unpack"} <= set(page.links)
    for link in page.links:
        path, _, anchor = link.partition("#")
        assert not path or Path("build", path).is_file(), link
        if anchor and path:
            assert f'id="{anchor}"' in Path("build", path).read_text(encoding="utf-8"), link


def test_the_worst_moment_of_truth_without_an_owner_is_the_first_of_those() -> None:
    two()
    page = built()
    assert [row[:3] for row in Rows(page).tables["moments"][1:]] == [
        ["2.1 Unpacks the cup", "−2 gutted", "No owner"],
        ["1.2 Pays", "−1 annoyed", "Sales"],
        ["1.1 Krijgt een nieuwe", "+2 verrukt", "Aftercare"],
    ]
    assert re.search(
        r"Moments without owner</dt>\s*<dd class=\"negative\"><a href=\"#moments\"[^>]*>1<small>", page
    )


def test_a_journey_is_in_the_language_that_the_page_isnt() -> None:
    two()
    assert '<html lang="en">' in (page := built())
    assert '<bdi lang="nl">A new cup</bdi>' in page
    lay("cjm.yaml", "language: nl\n")
    page = built()
    assert '<html lang="nl">' in page
    assert Rows(page).tables["journeys"][0][1] == "Klantreis"
    assert "cjm.yaml" not in page
    Path("deep/er/b.cjm.yaml").unlink()
    lay("cjm.yaml", "")
    lay("a.cjm.yaml", FIRST + "language: de\n")
    assert '<html lang="de">' in built(), "what all journeys are in"


def test_only_what_changes_is_written() -> None:
    two()
    built()
    before = {name: os.stat(f"build/{name}").st_mtime_ns for name in PORTFOLIO}
    built()
    run("build", "-f", "svg")
    assert {name: os.stat(f"build/{name}").st_mtime_ns for name in PORTFOLIO} == before
    lay("deep/er/b.cjm.yaml", SECOND.replace("A new cup", "A second cup"))
    assert "A second cup" in built("deep/er/b.cjm.yaml")
    assert "A broken cup" in built("deep/er/b.cjm.yaml"), "what isn't asked for stays"
    Path("deep/er/b.cjm.yaml").unlink()
    assert "A second cup" not in built()
    assert run("build", "-f", "html", "--view", "map", "--check").returncode == 0
    Path("build/index.html").unlink()
    assert "build/index.html is missing" in run("build", "-f", "html", "--view", "map", "--check").stdout
    built()
    lay(
        "a.cjm.yaml",
        FIRST.replace("opportunities:", "gains:").replace(", impact: 4, effort: 2, due: 2026-10-01", ""),
    )
    built()
    assert not Path("build/opportunities.csv").exists(), "no opportunity is left"


def test_the_same_journeys_make_the_same_page_in_any_order_and_number_of_processes() -> None:
    two()
    whole = [built() and Path("build", name).read_bytes() for name in PORTFOLIO]
    assert [built("--force", "-j", "2") and Path("build", name).read_bytes() for name in PORTFOLIO] == whole
    lay("a.cjm.yaml", FIRST.replace("A broken cup", "Another"))
    built()
    lay("a.cjm.yaml", FIRST)
    assert [built() and Path("build", name).read_bytes() for name in PORTFOLIO] == whole
    run("clean")
    for part in ("1/2", "2/2"):
        assert run("build", "-f", "html", "--view", "map", "--shard", part).returncode == 0
    assert not Path("build/index.html").exists()
    assert run("build", "--merge").returncode == 0
    assert [Path("build", name).read_bytes() for name in PORTFOLIO] == whole


def test_a_journey_with_errors_keeps_its_row_and_says_so() -> None:
    two()
    built()
    lay("a.cjm.yaml", FIRST.replace("phases:", "phasen:"))
    for _ in range(2):
        assert run("build", "-f", "html", "--view", "map").returncode == 1
        row = next(
            row for row in Rows(Path("build/index.html").read_text()).tables["journeys"] if "broken" in row[1]
        )
        assert "Has errors since" in row[1]
    lay("a.cjm.yaml", FIRST)
    assert "Has errors since" not in built()


def test_the_portfolio_can_be_left_out() -> None:
    two()
    assert '<a href="../../index.html">' in (built() and Path("build/deep/er/b.html").read_text())
    run("build", "-f", "html", "--view", "map", "--no-portfolio")
    assert not any(Path("build", name).exists() for name in PORTFOLIO)
    assert "index.html" not in Path("build/deep/er/b.html").read_text()
    assert "index.html" not in Path("build/manifest.json").read_text()
    built()
    assert "index.html" in Path("build/manifest.json").read_text()
    lay("cjm.yaml", "portfolio: false\n")
    run("build", "-f", "html", "--view", "map")
    assert not Path("build/index.html").exists()


def test_a_page_built_by_itself_leads_to_no_portfolio() -> None:
    lay("x.cjm.yaml", GOOD)
    assert run("build", "x.cjm.yaml", "-f", "html").returncode == 0
    assert os.listdir("build") == ["x.html"]
    assert "index.html" not in Path("build/x.html").read_text()


def test_what_isnt_the_portfolio_isnt_written_over() -> None:
    two()
    lay("build/index.html", "<p>cjm is mine")
    done = run("build", "-f", "html", "--view", "map")
    assert done.returncode == 2
    assert "build/index.html isn't cjm's" in done.stderr
    assert below("build") == []
    Path("build/index.html").unlink()
    lay("index.cjm.yaml", GOOD)
    done = run("build", "-f", "html", "--view", "map")
    assert "no page of all journeys: a journey is built as index.html" in done.stderr
    assert "<title>X</title>" in Path("build/index.html").read_text()


def test_people_outside_see_nothing_of_the_house() -> None:
    two()
    page = built("--profile", "share")
    assert list(Rows(page).tables) == ["journeys", "moments", "channels-table"]
    assert not re.search(
        r"Sales|Aftercare|No owner|without owner|stronger box|in pieces|Calls in spring|warning\"", page
    )
    assert not Path("build/opportunities.csv").exists()
    assert "gutted" in page


HOSTILE = """journey: '</script><img src=x onerror=alert(1)>'
persona: '"><b onclick=x>'
owner: '<i>&amp;'
summary: x
tags: ['" onmouseover="x']
phases:
  - name: 'שלב ראשון'
    owner: '<i>&amp;'
    touchpoints:
      - name: LONG
        id: a
        channel: '</td><script>'
        emotion: {score: -2, feeling: '<svg onload=x>'}
        moment_of_truth: x
        pains: [{text: '</table><script>alert(1)</script>', severity: 5}]
        opportunities:
          - {text: '=HYPERLINK("http://x")', impact: 5, effort: 1, owner: '<i>&amp;'}
          - {text: '@SUM(1)', impact: 5, effort: 1}
          - {text: '-1+1', impact: 5}
          - {text: 'a "quoted", text; here'}
        metrics: {'<u>': {value: 1, target: 2}}
      - {name: B, emotion: 1, evidence: '<em>'}
""".replace("LONG", "wide " * 40 + "x")


def test_texts_of_journeys_stay_texts_among_others() -> None:
    lay("x.cjm.yaml", HOSTILE)
    lay("plain.cjm.yaml", "journey: Nothing felt\nphases:\n  - name: P\n    touchpoints: [A]\n")
    page = built()
    found = re.findall(r"<(\w+)((?:\s[\w-]+(?:=\"[^\"]*\")?)*)\s*/?>", page.partition("</script>")[2])
    assert {tag for tag, _ in found}.isdisjoint({"script", "img", "b", "u", "em"})
    assert not [name for _, names in found for name in re.findall(r"\son\w+", names)]
    assert page.count("<script") == 1
    assert " style=" not in page
    names = [row[1] for row in Rows(page).tables["journeys"]]
    assert any(name.startswith("</script><img src=x onerror=alert(1)>") for name in names)


def test_a_spreadsheet_takes_no_text_for_a_formula() -> None:
    lay("x.cjm.yaml", HOSTILE)
    built()
    data = Path("build/opportunities.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfjourney,journey_id,page,")
    rows = list(csv.DictReader(StringIO(data.decode("utf-8-sig"), newline="")))
    assert [row["opportunity"] for row in rows] == [
        '\'=HYPERLINK("http://x")',
        "'@SUM(1)",
        "'-1+1",
        'a "quoted", text; here',
    ]
    assert rows[0]["page"] == "x.html#t-a"
    assert (rows[2]["impact"], rows[2]["effort"], rows[2]["owner"]) == ("5", "", "")
    told = json.loads(Path("build/opportunities.json").read_text(encoding="utf-8"))
    assert told["version"] == 1
    assert [each["opportunity"] for each in told["opportunities"]][1] == "@SUM(1)"
    assert list(told["opportunities"][0]) == list(rows[0])
    lay("cjm.yaml", "language: nl\n")
    built()
    assert Path("build/opportunities.csv").read_bytes().startswith(b"\xef\xbb\xbfjourney;journey_id;page;")


@pytest.mark.parametrize("count", [1, 320])
def test_a_table_says_how_much_of_it_there_is(count: int) -> None:
    pains = ", ".join(f"{{text: Pain {n}, severity: {1 + n % 5}}}" for n in range(count))
    lay("x.cjm.yaml", GOOD.replace("[A, B]", f"[{{name: A, pains: [{pains}]}}]"))
    page = built()
    assert len(Rows(page).tables["pains-table"]) - 1 == min(count, 300)
    assert ("The first 300 of 320." in page) == (count > 300)
