"""The page's Advice: the same as `cjm advise` tells, in the map's language, with links to its places."""

import json
import re
from html import unescape
from pathlib import Path

import pytest
from pages import built, opened
from playwright.sync_api import Browser
from running import lay, run

from cjm.advice import Weight
from cjm.board.advised import PARTS

EXAMPLES = Path(__file__).parents[2] / "examples"
SHOPPING = (EXAMPLES / "shopping-day/shopping-day.cjm.yaml").read_text(encoding="utf-8")
HOSTILE = [
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "`a` & `b",
    "{{ 7*7 }}",
    "{n}{0.__class__}",
    "x" * 5_000,
]
HURTS = """\
journey: Kettle
language: {language}
phases:
  - name: Use
    touchpoints:
      - {{name: {name}, emotion: -1.5, pains: [{{text: {pain}, severity: 4}}]}}
      - {{name: Calls, emotion: 1}}
      - {{name: Tea, emotion: 2, opportunities: [{{text: {idea}, move: amplify-peak, status: planned, \
due: 2027-03-01}}]}}
"""
STEP = "      - {name: S%d, emotion: -1, pains: [p]}\n"


def advice(page: str) -> str:
    """The section's HTML."""
    [found] = re.findall(
        r'<section class="panel[^>]*id="advice">.*?(?=</main>|<section class="panel)', page, re.DOTALL
    )
    return str(found)


def words(markup: str) -> str:
    """What is read of it."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", markup)).split())


def pieces(page: str, sort: str = "piece") -> list[str]:
    """Each piece of advice of a sort, as HTML."""
    found = re.split(r'<li class="spot (?=piece|under-way|unknown)', advice(page))
    return [each for each in found if each.startswith(f'{sort}"')]


def written(text: str) -> str:
    """A text as a YAML scalar."""
    return "'" + text.replace("'", "''") + "'"


def hurts(language: str = "en", name: str = "Boils", pain: str = "Whistles", idea: str = "A mug") -> str:
    return HURTS.format(language=language, name=written(name), pain=written(pain), idea=written(idea))


def test_a_piece_says_what_where_why_and_what_to_try() -> None:
    first = pieces(built(hurts()))[0]
    assert words(first.partition(">")[2]).startswith(
        "1 Soften the pain 1.1 Boils Weight 6.6 depth 3, severity 1.6, remembered 2 "
        "Why the lowest point, -1.5"
    )
    assert '<a href="#t-boils">' in first
    assert "1 pain: 'Whistles' (severity 4 of 5)" in words(first)
    assert "What to try explain it" in words(first)


def test_dutch_maps_have_dutch_words_and_figures() -> None:
    page = built(hurts("nl"))
    told = words(advice(page))
    assert "Verzacht de pijn 1.1 Boils Gewicht 6,6 diepte 3, ernst 1,6, blijft bij 2 Waarom" in told
    assert "gepland, klaar op 1 mrt 2027" in told
    assert words(re.findall(r'<a href="#advice">.*?</a>', page)[0]) == f"Advies {len(pieces(page))}"


def test_what_is_under_way_stands_behind_with_its_key() -> None:
    page = built(hurts())
    [found] = pieces(page, "under-way")
    assert words(found.partition(">")[2]).startswith(
        "Amplify the peak 1.3 Tea O1 A mug planned, due 1 Mar 2027"
    )
    assert '<span class="key">O1</span>' in found
    told = advice(page)
    assert told.index("What would help most") < told.index("Under way") < told.index("What the map doesn’t")


def test_what_the_map_lacks_names_the_moves_that_wait_for_it() -> None:
    found = [words(each.partition(">")[2]) for each in pieces(built(hurts()), "unknown")]
    assert "no moment of truth is marked" in found[0]
    assert "Opens up: Strengthen the moment of truth" in found[0]
    assert "<code>moment_of_truth:</code>" in pieces(built(hurts()), "unknown")[0]


def test_the_bar_shows_each_part_of_the_weight() -> None:
    first = pieces(built(hurts()))[0]
    bars = re.findall(r'<rect class="f-ink" x="([\d.]+)" y="0" width="([\d.]+)"', first)
    assert bars == [("0", "37.5"), ("39", "19.3"), ("59.8", "24.5")]
    assert "style=" not in advice(built(hurts()))


def test_every_part_of_a_weight_is_drawn() -> None:
    assert Weight.__struct_fields__ == PARTS


@pytest.mark.parametrize("folder", ["shopping-day", "webshop"])
def test_the_page_tells_what_the_command_tells(folder: str, tmp_path: Path) -> None:
    for path in sorted((EXAMPLES / folder).glob("*.cjm.yaml")):
        lay(str(tmp_path / path.name), path.read_text(encoding="utf-8"))
        done = run("advise", str(tmp_path / path.name), "--format", "json")
        [journey] = json.loads(done.stdout)["journeys"]
        page = built(path.read_text(encoding="utf-8"))
        told = pieces(page)
        assert len(told) == len(journey["advice"])
        for piece, each in zip(told, journey["advice"], strict=True):
            assert all(" ".join(why.split()) in words(piece) for why in [*each["why"], *each["hints"]])
            assert f'href="#t-{each["subject"]["id"]}"' in piece
        assert len(pieces(page, "under-way")) == len(journey["under_way"])
        assert len(pieces(page, "unknown")) == len(journey["missing"])


@pytest.mark.parametrize(("steps", "told"), [(11, 11), (12, 12), (13, 12)])
def test_a_long_list_stops_at_twelve_and_says_so(steps: int, told: int) -> None:
    head = "journey: Long\nphases:\n  - name: P\n    touchpoints:\n      - {name: Start, emotion: 1}\n"
    text = head + "".join(STEP % number for number in range(steps))
    text += "      - {name: End, emotion: 2, opportunities: [{text: x, move: amplify-peak}, "
    text += "{text: y, move: redesign}]}\n"
    page = built(text)
    assert len(pieces(page)) == told
    more = re.findall(r"And (\d+) more that weigh less; <code>cjm advise --verbose</code>", advice(page))
    assert more == ([] if steps == told else [str(steps - told)])


def test_a_scale_of_ones_own_is_told() -> None:
    own = "journey: X\nemotion_scale: [1, 7]\nphases: [{name: P, touchpoints: [{name: A, emotion: 2}]}]\n"
    assert "from 1 to 7; weights count it from −2 to +2" in words(advice(built(own)))
    assert "own scale" not in advice(built(hurts()))


def test_a_journey_that_says_nothing_says_so() -> None:
    told = words(advice(built("journey: X\nphases: [{name: P, touchpoints: [A]}]\n")))
    assert "The map doesn’t say enough to advise on, or asks for nothing." in told
    page = built("journey: X\nphases: [{name: P}]\n")
    assert "no phase has a touchpoint" in words(advice(page))
    assert words(re.findall(r'<a href="#advice">.*?</a>', page)[0]) == "Advice"


def test_a_move_of_the_whole_journey_says_where_its_opportunity_stands() -> None:
    head = "journey: X\nphases:\n  - name: P\n    touchpoints:\n"
    steps = "".join(STEP % number for number in range(4))
    text = head + steps + "      - {name: Z, opportunities: [{text: Anew, move: redesign}]}\n"
    [found] = (each for each in pieces(built(text), "under-way") if "Redesign" in each)
    assert "The whole journey" in found
    assert "O1 Anew idea, 1.5 Z" in words(found)


@pytest.mark.parametrize("text", HOSTILE)
def test_an_authors_words_are_text(text: str) -> None:
    page = built(hurts(name=text, pain=text, idea=text))
    told = advice(page)
    tags = set(re.findall(r"<([a-z0-9]+)", told))
    assert tags <= {
        *("section", "div", "h2", "h3", "h4", "p", "ol", "ul", "li", "i", "b", "bdi", "a", "span", "small"),
        *("svg", "rect", "use", "code"),
    }
    assert text[:60] in unescape(told)


def test_the_same_journey_gives_the_same_page() -> None:
    assert built(SHOPPING) == built(SHOPPING)


@pytest.mark.parametrize(("format_", "asks"), [("svg", False), ("html", True)])
def test_only_a_page_asks_for_advice(format_: str, asks: bool, tmp_path: Path) -> None:
    lay(str(tmp_path / "x.cjm.yaml"), hurts())
    words = ("build", str(tmp_path / "x.cjm.yaml"), "-f", format_, "--output", str(tmp_path / "out"))
    done = run(*words, program=("-X", "importtime", "-m", "cjm"))
    assert done.returncode == 0, done.stderr
    assert ("cjm.advice" in done.stderr) is asks


def test_a_place_opens_its_touchpoint_over_the_tab(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "x.html"
    path.write_text(built(SHOPPING), encoding="utf-8")
    with opened(browser, path, at="#advice") as page:
        page.locator("#advice a", has_text="Terug naar de winkel").first.click()
        assert page.get_by_role("dialog", name="Terug naar de winkel").is_visible()
        assert page.locator("#advice").is_visible()
        page.keyboard.press("Escape")
        assert page.url.endswith("#advice")
    with opened(browser, path, script=False) as page:
        assert all(piece.is_visible() for piece in page.locator("#advice .spot").all())


@pytest.mark.parametrize("width", [390, 1440])
def test_no_advice_widens_the_page(browser: Browser, tmp_path: Path, width: int) -> None:
    path = tmp_path / "x.html"
    path.write_text(built(hurts(name="w" * 3_000, pain="v" * 3_000, idea="u" * 3_000)), encoding="utf-8")
    with opened(browser, path, width=width, at="#advice") as page:
        assert page.evaluate("document.documentElement.scrollWidth") == width
        for spot in page.locator("#advice .spot > *").all():
            box = spot.bounding_box()
            assert box
            assert box["x"] + box["width"] <= width
