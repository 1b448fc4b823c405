"""The page as text: nothing of a journey's is markup, and nothing runs but the page's own script."""

import base64
import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markupsafe import Markup

from cjm import pipeline
from cjm.board.arrange import arrange
from cjm.board.sheet import Board
from cjm.layout import page, strip
from cjm.layout.pages import pages
from cjm.render import page as html
from cjm.render.svg import fragment
from cjm.source import Source
from cjm.theme.tokens import DEFAULT

SHOPPING = (Path(__file__).parents[2] / "examples/shopping-day/shopping-day.cjm.yaml").read_text("utf-8")
HOSTILE = [
    "</script><script>alert(1)</script>",
    "</style><style>*{display:none}</style>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "<!-- --><svg onload=alert(1)>",
    "{{ 7*7 }}{% raw %}",
    "]]>&amp;&#60;%s\\",
    "javascript:alert(1)",
]
EVERYWHERE = """\
journey: {x}
persona: {{name: {x}, role: {x}, segment: {x}, quote: {x}, goals: [{x}]}}
scenario: {x}
goal: {x}
expectations: [{x}]
departments: [{{id: sales, name: {x}}}]
channels: [{{id: shop, name: {x}}}]
evidence: [{{id: asked, kind: interview, title: {x}}}]
metrics: [{{id: mine, name: {x}, unit: {x}}}]
phases:
  - name: {x}
    owner: sales
    goal: {x}
    questions: [{x}]
    content: [{x}]
    touchpoints:
      - name: {x}
        id: first
        action: {x}
        channel: shop
        emotion: {{feeling: {x}, score: -2}}
        moment_of_truth: {{why: {x}, success: {x}}}
        thoughts: [{x}]
        quote: {x}
        pains: [{x}]
        gains: [{x}]
        frontstage: [{x}]
        backstage: [{x}]
        systems: [{x}]
        metrics: {{mine: 3}}
        opportunities: [{{text: {x}, hypothesis: {x}, impact: 4, effort: 2}}]
        evidence: [asked]
        next: [{{to: second, when: {x}}}, end]
      - {{name: Second, id: second}}
  - name: Empty
"""


class Parsed(HTMLParser):
    """What a browser would find in a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.raw: dict[str, list[str]] = {"style": [], "script": []}
        self.words = ""
        self._open = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        self._open = tag
        if tag in self.raw:
            self.raw[tag].append("")

    def handle_endtag(self, tag: str) -> None:
        self._open = ""

    def handle_data(self, data: str) -> None:
        if self._open in self.raw:
            self.raw[self._open][-1] += data
        else:
            self.words += data

    def values(self, name: str) -> list[str]:
        """Every value of an attribute."""
        return [attributes[name] for _, attributes in self.tags if name in attributes]


def board(text: str) -> Board:
    source = Source("x.cjm.yaml", text)
    checked = pipeline.check(pipeline.Workspace(".", None, (source,)), lambda _folder, _file: "isn't there")
    assert [found.message for found in checked.diagnostics] == []
    journey = checked.project.journeys[0]
    return arrange(journey, pipeline.lint(checked, journey))


def painted(text: str, mode: str = "auto") -> str:
    """The page with every drawing that needs no engine."""
    drawn = board(text)
    scenes = {
        "s": strip.place(drawn, 1280),
        "n": strip.place(drawn, 350, narrow=True),
        "e": page.curve(drawn),
    }
    wide, narrow, curve = (
        fragment(scene, prefix=prefix, classes=prefix, hidden=True) if scene else Markup("")
        for prefix, scene in scenes.items()
    )
    sheets = tuple(
        fragment(sheet, prefix=f"p{number}-", classes="sheet", hidden=True)
        for number, sheet in enumerate(pages(drawn))
    )
    return html.render(drawn, html.Drawings(wide, narrow, curve, Markup(""), sheets), DEFAULT, mode)


def written(text: str) -> str:
    """A text as a YAML scalar."""
    return "'" + text.replace("'", "''") + "'"


JOURNEYS = {
    "shopping": SHOPPING,
    "everywhere": EVERYWHERE.format(x="words"),
    "smallest": "journey: X\nphases:\n  - name: P\n    touchpoints: [A]\n",
    "phases only": "journey: X\nphases:\n  - name: P\n  - name: Q\n",
    "no curve": "journey: X\nphases:\n  - name: P\n    touchpoints: [{name: A, channel: store}, B]\n",
    "a hole": "journey: X\nphases:\n  - name: P\n  - name: Q\n    touchpoints: [{name: A, emotion: 1}, B]\n",
}


@pytest.fixture(params=JOURNEYS.values(), ids=JOURNEYS)
def parsed(request: pytest.FixtureRequest) -> Parsed:
    """The page of each of them."""
    return Parsed(painted(request.param))


@pytest.mark.parametrize("mode", ["auto", "light", "dark"])
def test_the_policy_names_the_hashes_of_style_and_script(mode: str) -> None:
    found = Parsed(painted(SHOPPING, mode))
    [policy] = [attributes["content"] for _, attributes in found.tags if "http-equiv" in attributes]
    for kind, directive in [("style", "style-src"), ("script", "script-src")]:
        [text] = found.raw[kind]
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; img-src data:;")
    assert "unsafe" not in policy


def test_the_page_runs_and_loads_nothing_else(parsed: Parsed) -> None:
    names = {name for _, attributes in parsed.tags for name in attributes}
    assert not {name for name in names if name == "style" or name.startswith("on")}
    assert not {"link", "iframe", "object", "embed", "base"} & {tag for tag, _ in parsed.tags}
    assert all(value.startswith(("data:", "#")) for value in parsed.values("src"))
    addresses = [value for value in parsed.values("href") if not value.startswith("#")]
    assert all(value.startswith("https://") for value in addresses)


def test_ids_are_unique_and_links_within_the_page_lead_somewhere(parsed: Parsed) -> None:
    ids = parsed.values("id")
    assert sorted(ids) == sorted(set(ids))
    assert {value[1:] for value in parsed.values("href") if value.startswith("#")} <= set(ids)
    for name in ("aria-labelledby", "aria-controls"):
        assert set(parsed.values(name)) <= {*ids, "drawer-title"}  # the script names that heading


def test_it_is_one_document(parsed: Parsed) -> None:
    tags = [tag for tag, _ in parsed.tags]
    for tag in ("html", "head", "body", "h1", "main", "footer", "table", "style", "script"):
        assert tags.count(tag) == 1, tag
    assert parsed.values("lang")[0] in ("en", "nl")


@pytest.mark.parametrize("text", JOURNEYS.values(), ids=JOURNEYS)
def test_every_touchpoint_has_its_anchor_and_a_cell_in_each_row(text: str) -> None:
    drawn, found = board(text), Parsed(painted(text))
    articles = [attributes["id"] for tag, attributes in found.tags if tag == "article"]
    assert articles == [column.anchor for column in drawn.columns]
    rows = re.findall(r"<tr class=\"(?:lane|action|curve)[^\"]*\">.*?</tr>", painted(text), re.DOTALL)
    slots = page.columns(drawn).slots
    assert all(len(re.findall("<td", row)) == len(slots) for row in rows)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_is_never_markup(text: str) -> None:
    harmless, hostile = (Parsed(painted(EVERYWHERE.format(x=written(x)))) for x in ("words", text))
    shape = [(tag, sorted(attributes)) for tag, attributes in hostile.tags if not _wraps(tag)]
    assert shape == [(tag, sorted(attributes)) for tag, attributes in harmless.tags if not _wraps(tag)]
    assert hostile.raw == harmless.raw
    assert hostile.words.count(text) >= 20


def _wraps(tag: str) -> bool:
    """Whether how many there are depends on how long a text is, or on the signs in it."""
    return tag in ("text", "tspan", "code")


def test_a_fixed_mode_has_no_switch() -> None:
    assert "theme" in Parsed(painted(SHOPPING)).values("id")
    for mode in ("light", "dark"):
        found = Parsed(painted(SHOPPING, mode))
        assert "theme" not in found.values("id")
        [style] = found.raw["style"]
        assert "prefers-color-scheme" not in style
        assert (DEFAULT.dark["paper"] in style) == (mode == "dark")


def test_every_token_has_its_classes_in_both_themes() -> None:
    [style] = Parsed(painted(SHOPPING)).raw["style"]
    for token, colour in DEFAULT.light.items():
        assert f".f-{token}{{fill:var(--{token})}}.s-{token}{{stroke:var(--{token})}}" in style
        assert f"--{token}:{colour}" in style
        assert style.count(f"--{token}:{DEFAULT.dark[token]}") >= 2
    assert set(re.findall(r"var\(--([a-z]+\d?(?:_t)?)\)", style)) <= {
        *DEFAULT.light,
        *re.findall(r"--([a-z]+):", style),
    }


def test_the_columns_are_as_wide_as_the_style_sheet_says() -> None:
    [style] = Parsed(painted(SHOPPING)).raw["style"]
    for touchpoints, name in [(1, "w330"), (4, "w330"), (5, "w250"), (6, "w176"), (30, "w176")]:
        rows = "".join(f"\n  - name: P\n    touchpoints: [A{n}]" for n in range(touchpoints))
        found = page.columns(board(f"journey: X\nphases:{rows}\n"))
        assert found.size == name
        if touchpoints > 1:
            first, second = (slot.x for slot in found.slots[:2])
            assert f".{name} .one.lead {{ width: {second - first:.0f}px }}" in style
            assert f".{name} .one {{ width: {second - first - page.PHASE_GAP:.0f}px }}" in style


def test_the_same_board_gives_the_same_page() -> None:
    assert painted(SHOPPING) == painted(SHOPPING)
