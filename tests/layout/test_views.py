"""The views beyond map and flow: what stands where in them, what is missing, and that it can be read."""

import re
from collections.abc import Iterator

import pytest
from scenes import assert_readable, board, flat, journey, shopping, texts

from cjm.layout import views
from cjm.layout.scene import Path, Rect, Scene

BEYOND = ("blueprint", "canvas", "media", "owners")
LONG = ("Donaudampfschifffahrtsgesellschaft" * 6)[:200]

SERVICE = """\
journey: A repair
expectations:
  - {text: Mended while I wait, from: advertising, level: 1.5}
  - {text: A long queue, from: word-of-mouth, level: -0.5}
  - Somebody who listens
phases:
  - name: Bringing
    owner: {responsible: Desk, accountable: Board, consulted: Workshop}
    engagement: {behaviour: Tells a neighbour, metric: nps}
    touchpoints:
      - name: Hands it over
        action: I put the bag on the counter.
        channel: counter
        emotion: -1
        expectation: {text: A smile, level: 1}
        frontstage: Writes a ticket
        backstage: Carries it upstairs
        systems: Ticket printer
        content: {text: Price list, media: owned}
        metrics: {nps: 12}
      - name: Sees a poster
        channel: advertising
        emotion: 0
        owner: {responsible: Marketing, informed: Desk}
  - name: Waiting
    touchpoints:
      - name: Rings to ask
        channel: phone
        emotion: -1.5
        systems: Planner
      - name: Asks around
        channel: word of mouth
        moment_of_truth: true
        owner: Marketing
"""

TOUCHING = """\
journey: A bicycle
framework: touch-tell-sell-care
phases:
  - {name: Seeing, stage: touch, touchpoints: [{name: A film, channel: advertising}]}
  - {name: Reading, stage: tell, touchpoints: [{name: A test, channel: pigeon}]}
  - {name: Riding, touchpoints: [{name: A service, channel: store}]}
"""


def crowded() -> str:
    """40 touchpoints with names of 200 letters and no space, in 8 phases."""
    name = f"name: {LONG}"
    said = f"action: {LONG}, frontstage: {LONG}, backstage: [{LONG}, {LONG}], systems: {LONG}"
    more = f"thought: {LONG}, content: {{text: {LONG}, media: earned}}, expectation: {{text: x, level: 1}}"
    text = journey(5, 8, f", {said}, {more}").replace("name: Touchpoint", name)
    text = re.sub(r"emotion: (-?\d)", rf"emotion: {{score: \1, feeling: {LONG}}}", text)
    text = text.replace(
        "    owner: Sales", f"    engagement: {{behaviour: {LONG}}}\n    owner: Sales {LONG}", 7
    )
    return text.replace("name: Phase", name).replace(
        "phases:", f"expectations: [{{text: {LONG}, from: experience, level: 2}}, {LONG}]\nphases:"
    )


def drawn(view: str, text: str) -> Scene:
    """The view as a sheet of its own."""
    scene = views.place(view, board(text, view))
    assert isinstance(scene, Scene), scene
    return scene


def box(scene: Scene, line: str) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the only text that has this line."""
    (found,) = (each[:4] for each in texts(scene) if each[4] == line)
    return found


def lines(scene: Scene) -> list[str]:
    """Every line of text, in the order in which it is drawn."""
    return [line for *_, line in texts(scene)]


def hatched(scene: Scene) -> Iterator[tuple[float, float]]:
    """The middles of the outlines that say that something is missing."""
    for item, x, y in flat(scene.items):
        if isinstance(item, Rect) and item.paint.stroke == "neg" and item.paint.dash == "6 4":
            yield x + item.x + item.width / 2, y + item.y + item.height / 2


@pytest.mark.parametrize("view", BEYOND)
@pytest.mark.parametrize("text", [SERVICE, shopping(), crowded()], ids=["small", "shopping", "crowded"])
def test_everything_in_a_view_can_be_read(view: str, text: str) -> None:
    given = board(text, view)
    for scene in (views.place(view, given), views.inline(view, given)):
        assert isinstance(scene, Scene)
        assert len(texts(scene)) > 10
        assert_readable(scene)


@pytest.mark.parametrize("view", BEYOND)
def test_a_view_has_the_head_of_the_map_and_its_source_and_the_page_has_them_already(view: str) -> None:
    given = board(SERVICE, view)
    sheet, part = views.place(view, given), views.inline(view, given)
    assert isinstance(sheet, Scene)
    assert isinstance(part, Scene)
    assert lines(sheet)[:2] == [f"Customer journey · {given.label(view).lower()}", "A repair"]
    assert "Made with cjm · x.cjm.yaml" in lines(sheet)
    assert not {"A repair", "Made with cjm · x.cjm.yaml"} & set(lines(part))


@pytest.mark.parametrize(
    ("view", "text", "why"),
    [
        ("blueprint", journey(2), "no touchpoint says what staff do or with which systems"),
        (
            "canvas",
            "journey: X\nphases: [A]\n",
            "nothing says what customers expect, feel or do afterwards",
        ),
        ("media", "journey: X\nphases: [A]\n", "no channel or content is said to be owned, paid or earned"),
        ("owners", "journey: X\nphases: [A]\n", "no phase or touchpoint has an owner"),
    ],
)
def test_a_view_without_content_says_why(view: str, text: str, why: str) -> None:
    assert views.place(view, board(text, view)) == why
    assert views.inline(view, board(text, view)) == why


def test_the_blueprint_has_its_layers_between_its_three_lines() -> None:
    scene = drawn("blueprint", SERVICE)
    order = [
        "Physical",
        "Customer",
        "line of interaction",
        "Front stage",
        "line of visibility",
        "Back stage",
        "line of internal",
        "Support",
    ]
    tops = [box(scene, line)[1] for line in order]
    assert tops == sorted(tops)
    between = {"Writes a ticket": 2, "Carries it upstairs": 4, "Ticket printer": 6}
    left = box(scene, "Hands it over")[0]
    for line, above in between.items():
        assert box(scene, line)[0] == left
        assert tops[above] < box(scene, line)[1]
        assert above == 6 or box(scene, line)[3] < tops[above + 2]
    assert box(scene, "Service desk")[1] < box(scene, "Hands it over")[1] < tops[2]


def test_an_arrow_crosses_a_line_where_the_work_goes_on() -> None:
    scene = drawn("blueprint", SERVICE)
    arrows = [
        (x + item.x, y)
        for item, x, y in flat(scene.items)
        if isinstance(item, Path) and "M-4 4.5" in item.data
    ]
    over, back, inside = (box(scene, line)[1] for line in ("Front stage", "Back stage", "Support"))
    printed, planned = (box(scene, line)[0] for line in ("Ticket printer", "Planner"))
    crossing = {
        layer: sorted(round(x - printed) for x, y in arrows if 0 < top - y < 40)
        for layer, top in (("front", over), ("back", back), ("support", inside))
    }
    assert crossing == {"front": [5], "back": [5], "support": [5, round(planned - printed) + 5]}


def test_a_long_blueprint_wraps_and_every_row_of_it_has_the_three_lines() -> None:
    text = journey(6, 8, ", backstage: Works")
    sheet, part = drawn("blueprint", text), views.inline("blueprint", board(text))
    assert isinstance(part, Scene)
    assert sheet.width <= 2800
    assert part.width <= 1400
    assert lines(part).count("line of visibility") > lines(sheet).count("line of visibility") > 1
    for scene in (sheet, part):
        assert lines(scene).count("line of interaction") == lines(scene).count("line of visibility")


def test_the_canvas_says_where_expectations_come_from() -> None:
    scene = drawn("canvas", SERVICE)
    column = [line for left, *_, line in sorted(texts(scene), key=lambda each: each[1]) if left < 60]
    start = column.index("Advertising and PR")
    assert column[start:][:11] == [
        "Advertising and PR",
        "Mended while I wait",
        "+1.5 delighted",
        "Word of mouth",
        "A long queue",
        "−0.5 annoyed",
        "Past experiences",
        "nothing named",
        "Competitors",
        "nothing named",
        "Source not said",
    ]
    assert "Expectation" not in lines(scene), "the head doesn't say it again"


def test_the_canvas_has_the_experiences_in_order_each_beside_its_score() -> None:
    scene = drawn("canvas", SERVICE)
    names = ["Hands it over", "Sees a poster", "Rings to ask", "Asks around"]
    said = ["−1 annoyed", "0 neutral", "−1.5 angry", "no score"]
    at = [texts_at(scene, name) for name in names]
    assert at == sorted(at)
    for name, score in zip(names, said, strict=True):
        assert abs(texts_at(scene, name) - texts_at(scene, score)) < 3, name


def texts_at(scene: Scene, line: str) -> float:
    """The bottom of the first text with this line."""
    return min(bottom for *_, bottom, found in texts(scene) if found == line)


def test_the_canvas_weighs_satisfaction_against_expectation() -> None:
    scene = drawn("canvas", SERVICE)
    found = lines(scene)
    assert "Worse than expected" in found
    assert found[found.index("expected") - 1] == "+0.5"
    assert found[found.index("experienced") - 1] == "−0.8"
    assert found[found.index("1.1 Hands it over") - 1] == "−2"
    assert {"Tells a neighbour", "NPS: 12"} <= set(found)
    kinder = SERVICE.replace("emotion: -1\n", "emotion: 2\n").replace("emotion: -1.5", "emotion: 2")
    assert "Better than expected" in lines(drawn("canvas", kinder))
    even = SERVICE.replace("emotion: -1\n", "emotion: 1\n").replace("emotion: -1.5", "emotion: 0.5")
    assert "As expected" in lines(drawn("canvas", even))


def test_missing_expectations_are_a_gap_where_the_linter_says_so() -> None:
    settings = "lint: {preset: strict}"
    scene = views.place("canvas", board(journey(3), "canvas", settings=settings))
    assert isinstance(scene, Scene)
    assert "No expectations" in lines(scene)
    assert len(list(hatched(scene))) == 1
    ignored = "lint: {preset: strict, ignore: journey-without-expectations}"
    scene = views.place("canvas", board(journey(3), "canvas", settings=ignored))
    assert isinstance(scene, Scene)
    assert "No expectations" not in lines(scene)
    assert "nothing named" in lines(scene)


def test_media_stand_beside_their_kind_and_below_their_phase() -> None:
    scene = drawn("media", SERVICE)
    rows = [box(scene, kind)[1] for kind in ("Own media", "Paid media", "Earned media")]
    assert rows == sorted(rows)
    bringing, waiting = box(scene, "Bringing")[0], box(scene, "Waiting")[0]
    assert bringing <= box(scene, "Price list")[0] < waiting
    assert rows[0] <= box(scene, "Price list")[1] < rows[1]
    assert rows[1] <= box(scene, "Advertising")[1] < rows[2]
    assert waiting <= box(scene, "Word of mouth")[0]
    assert rows[2] <= box(scene, "Word of mouth")[1]
    assert {"1.1", "1.2", "2.1", "2.2"} <= set(lines(scene))


def test_media_follow_the_framework_and_show_which_it_would_use() -> None:
    scene = drawn("media", TOUCHING)
    found = lines(scene)
    assert {"Touch", "Tell"} <= set(found)
    assert "Care" not in found, "the third phase names no stage"
    assert "usual: paid media, earned media" in found
    seeing, reading, riding = (box(scene, name)[0] for name in ("Seeing", "Reading", "Riding"))
    blank = [(left, top) for left, top, *_, line in texts(scene) if line.startswith("usual here")]
    own, paid, earned, unsaid = (
        box(scene, kind)[1] for kind in ("Own media", "Paid media", "Earned media", "Not said")
    )
    where = {(left < reading - 30, sum(top > row - 5 for row in (own, paid, earned))) for left, top in blank}
    assert where == {(True, 3), (False, 1), (False, 2), (False, 3)}
    assert box(scene, "Pigeon")[1] >= unsaid
    assert seeing < reading < riding


def test_owners_have_a_row_each_and_their_touchpoints_stand_below_the_phase() -> None:
    scene = drawn("owners", SERVICE)
    rows = {name: box(scene, name)[1] for name in ("Desk", "Board", "Workshop", "Marketing")}
    bringing, waiting = box(scene, "Bringing")[0], box(scene, "Waiting")[0]

    def row(line: str) -> tuple[str, str]:
        left, top, *_ = box(scene, line)
        department = max((name for name in rows if rows[name] <= top + 4), key=rows.__getitem__)
        return department, "Waiting" if left >= waiting - 30 else "Bringing"

    assert bringing < waiting
    assert row("1.1 Hands it over") == ("Desk", "Bringing")
    assert row("1.2 Sees a poster") == ("Marketing", "Bringing")
    assert row("2.2 Asks around") == ("Marketing", "Waiting")
    assert row("Owner") == ("Desk", "Bringing")
    assert row("Informed: 1.2") == ("Desk", "Bringing")
    assert row("Accountable") == ("Board", "Bringing")
    assert row("Consulted") == ("Workshop", "Bringing")
    tints = [
        item for item, *_ in flat(scene.items) if isinstance(item, Rect) and item.paint.fill.endswith("_t")
    ]
    assert len(tints) == 1, "the cell of the phase's owner"


def test_what_nobody_owns_is_a_gap_and_an_ignored_one_isnt() -> None:
    scene = drawn("owners", SERVICE)
    (hole,) = hatched(scene)
    orphan = box(scene, "2.1 Rings to ask")
    assert abs(hole[0] - orphan[0]) < 200
    assert lines(scene).count("No owner") == 2, "the row's name and the cell's"
    ignored = views.place("owners", board(SERVICE, "owners", settings="lint: {ignore: phase-without-owner}"))
    assert isinstance(ignored, Scene)
    assert list(hatched(ignored)) == []
    assert "2.1 Rings to ask" in lines(ignored)


def test_a_view_is_in_the_language_of_the_map() -> None:
    dutch = SERVICE.replace("journey: A repair", "journey: Een reparatie\nlanguage: nl")
    found = {view: set(lines(drawn(view, dutch))) for view in BEYOND}
    assert {"interactielijn", "zichtlijn"} <= found["blueprint"]
    assert {"Verwachtingen", "Mond-tot-mondreclame", "Slechter dan verwacht"} <= found["canvas"]
    assert {"Eigen media", "Betaalde media", "Verdiende media"} <= found["media"]
    assert {"Eigenaar", "Eindverantwoordelijk", "Geen eigenaar"} <= found["owners"]
