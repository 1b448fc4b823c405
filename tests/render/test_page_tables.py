"""The page's tables: owners, opportunities, metrics, evidence, and the source where it is published."""

import re
from html import unescape
from pathlib import Path

import pytest
from pages import opened
from playwright.sync_api import Browser
from running import lay, run

from cjm import pipeline
from cjm.board.script import lines
from cjm.shell.graphviz import run_dot
from cjm.source import Source
from cjm.syntax import parse

EXAMPLES = Path(__file__).parents[2] / "examples"
SHOPPING = (EXAMPLES / "shopping-day/shopping-day.cjm.yaml").read_text(encoding="utf-8")
# A rule of the style sheet ends in the word too.
INTERNAL = re.compile(r"(?:[A-Z]\w+|link|comment)-inside")
INSIDE = """\
journey: Kettle  # comment-inside
owner: Owner-inside
departments: [Owner-inside, Other-inside]
business_goal: Money-inside
links: [https://example.org/link-inside]
evidence: [{id: talks, kind: interview, title: Talks-inside}]
phases:
  - name: Use
    owner: Owner-inside
    crm: Crm-inside
    metrics: {nps: {value: 32, target: 41, source: talks}}
    touchpoints:
      - name: Boil
        id: boil
        action: Outside-action
        emotion: -2
        thoughts: [Outside-thought]
        pains:
          - {text: Outside-pain, severity: 4, accepted: Accepted-inside}
        gains: [Outside-gain]
        frontstage: [Outside-stage]
        backstage: [Backstage-inside]
        systems: [System-inside]
        importance: {customer: 5, organisation: 3}
        moment_of_truth: {impact: negative, success: Success-inside}
        opportunities:
          - {text: Later-inside, impact: 2, effort: 4, owner: Other-inside, due: 2027-03-01}
          - {text: Chance-inside, impact: 5, effort: 1}
          - {text: Vague-inside}
        evidence: [talks]
        next:
          - {to: tea, share: 73%}
          - {to: end, when: Outside-branch, share: 27%}
      - name: Tea
        id: tea
        emotion: 1
        owner: {informed: [Other-inside]}
        metrics: {conversion: {value: 31%, target: 30%}}
"""


def files(text: str, **wishes: object) -> dict[str, str]:
    """What a journey gives, by view and format."""
    source = Source("x.cjm.yaml", text)
    checked = pipeline.check(pipeline.Workspace(".", None, (source,)), lambda _folder, _file: "isn't there")
    assert not checked.diagnostics, checked.diagnostics
    found = pipeline.build(checked, source.path, pipeline.Options(**wishes), run_dot)  # type: ignore[arg-type]
    return {f"{each.view}.{each.format}": str(each.content) for each in found.artefacts}


def panel(page: str, id: str) -> str:
    """A section's HTML."""
    [found] = re.findall(
        rf'<section class="panel[^>]*id="{id}">(.*?)\n</section>\n(?=<section class="panel|</main>)',
        page,
        re.DOTALL,
    )
    return str(found)


def words(markup: str) -> str:
    """What is read of it."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", markup)).split())


def rows(markup: str) -> list[str]:
    """Each row of its table's body, as words."""
    return [words(row) for row in re.findall(r"<tr.*?</tr>", markup.partition("</thead>")[2], re.DOTALL)]


@pytest.fixture(scope="module")
def page() -> str:
    return files(INSIDE)["map.html"]


def test_departments_have_their_phases_touchpoints_and_figures(page: str) -> None:
    first, second = rows(panel(page, "owners"))
    assert first == "Owner-inside Owner of the phase 1.1 Boil, moment of truth 1.2 Tea 2 −0.5 1 3"
    assert second == "Other-inside Informed: 1.2 0 – 0 0"
    assert 'class="own"' in panel(page, "owners")


def test_opportunities_stand_by_impact_less_effort_and_the_vague_ones_last(page: str) -> None:
    told = panel(page, "opportunities")
    assert [row.split()[0] for row in rows(told)] == ["O2", "O1", "O3"]
    assert "Other-inside idea due 1 Mar 2027" in rows(told)[1]
    assert "Not estimated yet: O3" in words(told)
    plot = told.partition("</svg>")[0]
    assert re.findall(r">(O\d)</text>", plot) == ["O2", "O1"]


def test_a_metric_is_held_against_its_target_in_words_too(page: str) -> None:
    told = rows(panel(page, "metrics"))
    assert told[1] == "NPS whole phase 32 41 misses its target Talks-inside"
    assert told[2] == "Conversion 1.2 Tea 31% 30% meets its target"
    first, second = re.findall(r'<svg class="bar-line".*?</svg>', page)
    assert "f-neg" in first
    assert "f-neg" not in second


def test_a_source_has_what_rests_on_it_and_what_rests_on_nothing_is_said(page: str) -> None:
    told = panel(page, "evidence")
    assert rows(told.partition("</table>")[0]) == ["Talks-inside Interview 1.1 Boil"]
    assert "1.2 Tea rests on nothing" in words(told)


@pytest.mark.parametrize("id", ["owners", "opportunities", "metrics", "evidence", "source"])
def test_an_empty_table_has_no_tab(id: str, page: str) -> None:
    bare = files("journey: X\nphases: [{name: P, touchpoints: [A]}]\n")["map.html"]
    assert f'id="{id}"' not in bare
    assert (f'href="#{id}"' in page) is (id != "source")


def test_the_source_is_published_where_it_is_asked_for_with_its_gaps(page: str) -> None:
    assert "comment-inside" not in page
    told = files(INSIDE, with_source=True)["map.html"]
    written = panel(told, "source")
    text = [unescape(re.sub(r"<[^>]*>", "", code)) for code in re.findall(r"<code>(.*?)</code>", written)]
    assert text == INSIDE.splitlines()
    assert '<span class="key">journey</span>: Kettle' in written
    assert '<span class="comment"># comment-inside</span>' in written
    notes = re.findall(r'<li id="(l-\d+)">((?:<a class="note".*?</a>)+)', written)
    assert notes
    for line, links in notes:
        for anchor in re.findall(r'href="#(g-\d+)"', links):
            assert (
                f'href="#{line}"' in panel(told, "gaps").partition(f'id="{anchor}"')[2].partition("</li>")[0]
            )


@pytest.mark.parametrize(
    "text", [SHOPPING, INSIDE, "a: &x {b: 1}\r\nc: *x\r\n", "", 'a: "</script>"', "a: |\n  b\n\n  c"]
)
def test_every_character_of_a_source_is_shown_once(text: str) -> None:
    source = Source("x", text)
    shown = ["".join(part for _, part in line.pieces) for line in lines(source, parse(source))]
    assert shown == text.splitlines()


def test_a_journey_for_people_outside_holds_nothing_from_inside() -> None:
    whole = files(INSIDE, share=False, views=("map", "flow", "blueprint", "owners", "strip", "sheet"))
    shared = files(INSIDE, share=True, views=("map", "flow", "blueprint", "owners", "strip", "sheet"))
    assert {"Owner-inside", "Chance-inside", "Backstage-inside", "Success-inside", "73%"} <= set(
        re.findall(r"[\w-]+%?", "".join(whole.values()))
    )
    assert {"map.svg", "map.html", "flow.svg"} <= set(shared)
    for name, content in shared.items():
        assert not INTERNAL.findall(content), name
        assert not re.findall(r"73%|27%|severity 4|NPS|data-gap|id=\"gaps\"", content), name
    told = shared["map.html"]
    for kept in ("action", "thought", "pain", "gain", "stage", "branch"):
        assert f"Outside-{kept}" in told


def test_a_view_that_is_withheld_says_so_and_the_canvas_keeps_the_customers_part(tmp_path: Path) -> None:
    said = """expectations: [{text: Outside-hope, from: advertising, level: 1}]
channels: [{id: own, name: Outside-channel, kind: owned}]
phases:
  - engagement: {behaviour: Behaviour-inside, metric: nps}
"""
    text = INSIDE.replace("phases:\n  - ", said + "    ").replace(
        "id: boil", "id: boil\n        channel: own"
    )
    lay(str(tmp_path / "x.cjm.yaml"), text)
    asked = ("build", str(tmp_path / "x.cjm.yaml"), "-o", str(tmp_path / "out"), "-f", "svg")
    done = run(*asked, "--view", "owners,media,canvas,blueprint", "--profile", "share")
    assert done.returncode == 0, done.stderr
    assert "no owners view: owners isn't shared\n" in done.stdout
    assert "no media view: media isn't shared\n" in done.stdout
    canvas = (tmp_path / "out/x.canvas.svg").read_text(encoding="utf-8")
    assert "Outside-hope" in canvas
    assert "Worse than expected" in canvas
    assert "inside" not in canvas
    assert "Nothing said" not in canvas, "what is withheld isn't called missing"
    lay(str(tmp_path / "x.cjm.yaml"), re.sub(r" +(frontstage|channel|next|- .to): .*\n| +next:\n", "", text))
    done = run(*asked, "--view", "blueprint", "--profile", "share")
    assert "no blueprint view: blueprint isn't shared\n" in done.stdout


def test_the_command_writes_for_people_outside(tmp_path: Path) -> None:
    lay(str(tmp_path / "x.cjm.yaml"), INSIDE)
    asked = ("build", str(tmp_path / "x.cjm.yaml"), "-o", str(tmp_path / "out"))
    assert run(*asked, "--profile", "share").returncode == 0
    for path in (tmp_path / "out").rglob("x.*"):
        assert not INTERNAL.search(path.read_text(encoding="utf-8"))
    done = run(*asked, "--profile", "share", "--with-source")
    assert done.returncode == 2
    assert "--with-source publishes what --profile share leaves out" in done.stderr


def test_a_heading_sorts_the_table(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "x.html"
    path.write_text(files(INSIDE)["map.html"], encoding="utf-8")
    keys = "rows => rows.map(row => row.cells[0].textContent)"
    with opened(browser, path, at="#opportunities") as page:
        body = page.locator("#opportunities tbody tr")
        effort = page.get_by_role("columnheader", name="Effort")
        effort.get_by_role("button").click()
        assert effort.get_attribute("aria-sort") == "ascending"
        assert body.evaluate_all(keys) == ["O2", "O1", "O3"]
        effort.get_by_role("button").click()
        assert effort.get_attribute("aria-sort") == "descending"
        assert body.evaluate_all(keys) == ["O1", "O2", "O3"]
        address = page.url.partition("#")[2]
        assert address == "opportunities?sort=-5"
    with opened(browser, path, at=f"#{address}") as page:
        assert page.locator("#opportunities tbody tr").evaluate_all(keys) == ["O1", "O2", "O3"]
    for odd in ("9", "-0", "x", "1e9", "2.5"):
        with opened(browser, path, at=f"#opportunities?sort={odd}") as page:
            assert page.locator("#opportunities tbody tr").evaluate_all(keys) == ["O2", "O1", "O3"]
    with opened(browser, path, script=False) as page:
        assert page.locator("#opportunities tbody tr").evaluate_all(keys) == ["O2", "O1", "O3"]
        assert not page.locator("#opportunities button").count()


def test_a_gap_leads_to_its_line_and_back(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "x.html"
    path.write_text(files(INSIDE, with_source=True)["map.html"], encoding="utf-8")
    with opened(browser, path, at="#gaps") as page:
        page.locator("#gaps .at").first.click()
        page.locator("#source").wait_for(state="visible")
        page.locator("#source .note").first.click()
        page.locator("#gaps").wait_for(state="visible")


@pytest.mark.parametrize("width", [390, 1440])
def test_no_table_widens_the_page(browser: Browser, tmp_path: Path, width: int) -> None:
    path = tmp_path / "x.html"
    text = re.sub(r"(\w+-inside|Boil|Use)", r"\1" + "w" * 300, INSIDE.replace("https://", "https://x"))
    path.write_text(files(text, with_source=True)["map.html"], encoding="utf-8")
    with opened(browser, path, width=width) as page:
        for id in ("owners", "opportunities", "metrics", "evidence", "source"):
            page.locator(f'.tabs a[href="#{id}"]').click()
            assert page.evaluate("document.documentElement.scrollWidth") == width
