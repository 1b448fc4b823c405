"""The page's Gaps: every finding once, at its place, in the map's language."""

import re
from html.parser import HTMLParser

import pytest

from cjm import pipeline
from cjm.board.arrange import arrange
from cjm.board.sheet import Board
from cjm.diagnostics import Diagnostic, Severity
from cjm.render import page as html
from cjm.source import Source, Span

HOSTILE = [
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "`a` & `b",
    "{{ 7*7 }}",
    "x" * 5_000,
]
ALL = "lint: {preset: strict}\n"
TEXT = """\
journey: {journey}
language: {language}
phases:
  - name: Kijken
    owner: Winkel
    touchpoints:
      - name: Etalage
        channel: store
  - name: {name}
    touchpoints:
      - {{name: Kassa, id: till, pains: [{pain}], opportunities: [{{text: Meer, status: planned}}]}}
      - {{name: Deur, channel: store}}
"""


class Parsed(HTMLParser):
    """The Gaps of a page: regions with their spots, and each spot's gaps as words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.headings: list[str] = []
        self.gaps: list[str] = []
        self.tab = ""
        self.within: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        self.ids.append(named.get("id", ""))
        if tag == "a" and named.get("href") == "#gaps":
            self.within = ["tab"]
        elif named.get("id") == "gaps":
            self.within = ["gaps"]
        elif self.within[:1] == ["gaps"]:
            if tag in ("h3", "h4"):
                self.headings.append(tag + " ")
                self.within = ["gaps", "heading"]
            elif tag == "li":
                self.gaps.append("")
                self.within = ["gaps", "gap"]
            elif tag == "a":
                self.links.append(named["href"])

    def handle_endtag(self, tag: str) -> None:
        if tag in ("h3", "h4", "li", "main", "nav"):
            self.within = self.within[:1] if tag not in ("main", "nav") else []

    def handle_data(self, data: str) -> None:
        if self.within == ["tab"]:
            self.tab += data
        elif self.within == ["gaps", "heading"]:
            self.headings[-1] += data
        elif self.within == ["gaps", "gap"]:
            self.gaps[-1] += data


def board(text: str, settings: str = ALL) -> Board:
    source = Source("x.cjm.yaml", text)
    workspace = pipeline.Workspace(".", Source("cjm.yaml", settings), (source,))
    checked = pipeline.check(workspace, lambda _folder, _file: "isn't there")
    assert not checked.diagnostics, [found.message for found in checked.diagnostics]
    return arrange(checked.project.journeys[0], pipeline.lint(checked, checked.project.journeys[0]))


def painted(drawn: Board) -> Parsed:
    return Parsed(html.render(drawn, html.Drawings()))


def text(journey: str = "X", language: str = "nl", name: str = "Kopen", pain: str = "Druk") -> str:
    quoted = (one if one.isalpha() and len(one) < 99 else f"'{one}'" for one in (journey, name, pain))
    first, second, third = quoted
    return TEXT.format(journey=first, language=language, name=second, pain=third)


def test_gaps_stand_in_the_order_of_the_journey_and_lead_to_their_touchpoints() -> None:
    found = painted(board(text(), "lint: {preset: minimal, select: [opportunity-without-owner]}"))
    assert [heading.strip() for heading in found.headings if heading.startswith("h3")][-1] == "h3 2 Kopen"
    assert "h4 Fase" in found.headings
    assert "h4 2.1 Kassa" in found.headings
    assert "#t-till" in found.links
    assert set(found.links) <= {f"#{id}" for id in found.ids}


@pytest.mark.parametrize(
    ("language", "tab", "label"), [("nl", "Gaten", "Geen eigenaar"), ("en", "Gaps", "No owner")]
)
def test_the_tab_counts_them_in_the_maps_language(language: str, tab: str, label: str) -> None:
    drawn = board(text(language=language))
    found = painted(drawn)
    assert found.tab.strip() == f"{tab} {len(found.gaps)}"
    assert sum(len(spot.gaps) for region in drawn.gaps for spot in region.spots) == len(found.gaps)
    [gap] = [gap for gap in found.gaps if "has no responsible department" in gap]
    assert gap.startswith(label)
    assert gap.endswith("ame one with owner:")


def test_every_finding_is_there_once() -> None:
    source = Source("x.cjm.yaml", text())
    workspace = pipeline.Workspace(".", Source("cjm.yaml", ALL), (source,))
    checked = pipeline.check(workspace, lambda _folder, _file: "isn't there")
    findings = pipeline.lint(checked, checked.project.journeys[0])
    drawn = arrange(checked.project.journeys[0], findings)
    told = [gap.message for region in drawn.gaps for spot in region.spots for gap in spot.gaps]
    assert sorted(told) == sorted(finding.message for finding in findings)


def found_by_hand(*subjects: tuple[str, ...]) -> Board:
    """A board with a finding about each of them, whatever the rules say."""
    source = Source("x.cjm.yaml", text())
    checked = pipeline.check(pipeline.Workspace(".", None, (source,)), lambda _folder, _file: "isn't there")
    return arrange(
        checked.project.journeys[0],
        [
            Diagnostic(
                "a-rule", Severity.INFO, f"about {'/'.join(ids)}", "x.cjm.yaml", Span(0, 0), subject=ids
            )
            for ids in subjects
        ],
    )


def test_what_is_about_the_whole_journey_stands_first() -> None:
    drawn = found_by_hand(("x", "till", "druk"), ("x", "kopen"), ("x", "nobody-s"), ("x",), ())
    first = drawn.gaps[0]
    assert (first.number, first.name) == (0, "De hele reis")
    assert [gap.message for gap in first.spots[0].gaps] == ["about x/nobody-s", "about x", "about "]
    found = painted(drawn)
    assert found.headings == ["h3 De hele reis", "h3 2 Kopen", "h4 Fase", "h4 2.1 Kassa"]
    assert found.gaps[0].startswith("a-rule")
    assert found.links == ["#t-till"]


def test_the_worst_of_a_place_stands_first() -> None:
    drawn = board(text(), f"{ALL[:-2]}, rules: {{opportunity-without-owner: error}}}}\n")
    spots = {spot.anchor: spot.gaps for region in drawn.gaps for spot in region.spots}
    ranks = [["error", "warning", "info"].index(gap.severity) for gap in spots["t-till"]]
    assert ranks == sorted(ranks)
    assert ranks[0] == 0


def test_nothing_missing_is_no_tab() -> None:
    drawn = found_by_hand()
    assert drawn.gaps == ()
    found = painted(drawn)
    assert found.tab == ""
    assert "gaps" not in found.ids


def test_a_journey_without_touchpoints_has_gaps_at_its_phases() -> None:
    drawn = board("journey: X\nphases:\n  - name: P\n  - name: Q\n")
    found = painted(drawn)
    assert {"h3 1 P", "h3 2 Q"} <= set(found.headings)
    assert found.links == []


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_text_is_never_markup(hostile: str) -> None:
    found, harmless = (painted(board(text(journey=one, name=one, pain=one))) for one in (hostile, "word"))
    plain = [tag for tag in found.tags if tag not in ("code", "text", "tspan")]
    if "`" not in hostile and len(hostile) < 100:
        assert sorted(set(plain)) == sorted({tag for tag in harmless.tags if tag != "code"})
    assert {"img", "script"} & set(plain) == {"script"}
    assert plain.count("script") == 1
    assert any(f"h3 2 {hostile}" == heading for heading in found.headings)
    assert any(re.sub("`", "", hostile)[:60] in re.sub("`", "", gap) for gap in found.gaps)
