"""Two versions of a journey as a page and as a drawing: what of it a reader sees."""

import re
from pathlib import Path
from xml.etree import ElementTree

from differing import versions
from scenes import shopping

from cjm.board.arrange_changed import arrange
from cjm.differ import Comparison, Difference, compare
from cjm.languages import language
from cjm.layout import changed as layout
from cjm.layout.scene import Group, Shape, lines
from cjm.layout.scene import Path as Drawn
from cjm.render.changed import drawing, page
from cjm.theme.metrics import width

CASES = Path(__file__).parents[1] / "differ/cases"
JOURNEY = """\
journey: Buying a jacket
departments: [Marketing, Shop]
evidence:
  - {id: talks, kind: interview}
  - {id: guess, kind: assumption}
phases:
  - name: Looking
    owner: Marketing
    touchpoints:
      - {name: Sees it, emotion: {score: 1, feeling: curious}, evidence: talks}
      - {name: Reads about it, emotion: {score: -1, feeling: puzzled}, evidence: talks}
  - name: Buying
    owner: Shop
    touchpoints:
      - {name: Tries it on, emotion: {score: 2, feeling: thrilled}, evidence: talks}
      - {name: Waits at the till, emotion: {score: -2, feeling: angry}, evidence: talks}
      - {name: Walks home, emotion: {score: 0.5, feeling: content}, evidence: talks}
"""


def changed(*replaced: tuple[str, str]) -> Difference:
    """The difference between the journey and the journey with other words."""
    text = JOURNEY
    for old, new in replaced:
        assert old in text, old
        text = text.replace(old, new)
    return versions(JOURNEY, text)


def shown(*differences: Difference) -> str:
    """The page of some differences."""
    return page(Comparison("HEAD", "", differences))


def of_case(name: str) -> Difference:
    """The difference of a case of the differ's."""
    before, after = (CASES / name / f"{side}.cjm.yaml" for side in ("before", "after"))
    return versions(before.read_text(encoding="utf-8"), after.read_text(encoding="utf-8"))


def plain(markup: str) -> str:
    """What of markup is read, without style and script."""
    body = re.sub(r"<(style|script)>.*?</\1>", "", markup, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", body).split())


def tints(shapes: tuple[Shape, ...]) -> set[str]:
    """The tints of the areas that are drawn."""
    found: set[str] = set()
    for shape in shapes:
        if isinstance(shape, Group):
            found |= tints(shape.items)
        elif isinstance(shape, Drawn) and shape.paint.fill.endswith("_t"):
            found.add(shape.paint.fill)
    return found


NEW = "      - {name: Asks a friend, emotion: {score: 1, feeling: helped}, evidence: guess}\n"
MANY = (
    ("  - name: Buying\n", f"{NEW}  - name: Buying\n"),
    ("      - {name: Walks home, emotion: {score: 0.5, feeling: content}, evidence: talks}\n", ""),
    ("-2, feeling: angry", "1, feeling: content"),
    ("    owner: Shop\n", "    owner: Marketing\n"),
)


def test_a_column_for_every_touchpoint_of_either_version() -> None:
    board = arrange(changed(*MANY), ("HEAD", ""))
    told = [(step.number, step.name, step.badge) for step in board.steps]
    assert told == [
        ("1.1", "Sees it", ""),
        ("1.2", "Reads about it", ""),
        ("1.3", "Asks a friend", "added"),
        ("2.1", "Tries it on", ""),
        ("2.2", "Waits at the till", "changed"),
        ("2.3", "Walks home", "removed"),
    ]
    assert [(stage.first, stage.end, stage.badge) for stage in board.stages] == [
        (0, 3, ""),
        (3, 6, "changed"),
    ]


def test_what_moved_stands_where_it_was_and_where_it_is() -> None:
    board = arrange(of_case("moved-to-another-phase"), ("", ""))
    there = [step for step in board.steps if step.badge]
    assert [step.badge for step in there] == ["left", "moved"]
    assert there[0].name == there[1].name
    assert (there[0].after, there[1].before) == (None, None)
    assert there[0].anchor == there[1].anchor != ""


def test_a_phase_that_moved_takes_its_touchpoints_with_it() -> None:
    board = arrange(of_case("phases-moved"), ("", ""))
    anchors = {entry.anchor for entry in board.entries}
    assert {stage.badge for stage in board.stages} >= {"left", "moved"}
    assert all(step.anchor in {"", *anchors} for step in board.steps)
    assert all(stage.anchor in {"", *anchors} for stage in board.stages)


def test_areas_say_what_is_better_and_what_is_worse() -> None:
    better = arrange(changed(("-2, feeling: angry", "1, feeling: content")), ("", ""))
    worse = arrange(changed(("2, feeling: thrilled", "-1, feeling: sad")), ("", ""))
    reworded = arrange(changed(("puzzled", "lost")), ("", ""))
    assert [tints(layout.place(each).items) for each in (better, worse, reworded)] == [
        {"pos_t"},
        {"neg_t"},
        set(),
    ]
    assert "better" in lines_of(better)
    assert "better" not in lines_of(reworded)


def lines_of(board: object) -> list[str]:
    """All that is written in a drawing."""
    return list(lines(layout.place(board).items))  # type: ignore[arg-type]


def test_the_page_tells_both_values_and_what_they_did() -> None:
    found = changed(*MANY)
    text = plain(shown(found))
    assert "before: angry (-2) → after: content (1)" in text
    assert "2.3 Walks home gone" in text
    assert "1.3 Asks a friend new" in text
    assert "before: Shop → after: Marketing" in text
    assert "HEAD → on disk" in text


def test_each_version_is_drawn_by_itself_too() -> None:
    found = changed(*MANY)
    markup = shown(found)
    drawn = re.findall(r"<figcaption>(.*?)</figcaption>(.*?)</figure>", markup, re.DOTALL)
    assert [told for told, _ in drawn] == ["Before (HEAD)", "After (on disk)"]
    before, after = (plain(figure) for _, figure in drawn)
    assert "angry" in before
    assert "helped" not in before
    assert "angry" not in after
    assert "helped" in after
    alone = plain(drawing(Comparison("HEAD", "", (found,))))
    assert alone.index("Before (HEAD)") < alone.index("After (on disk)")
    new = compare(None, found.after)
    assert "by itself" not in plain(shown(new))


def test_a_page_leads_to_each_of_its_changes() -> None:
    markup = shown(changed(*MANY), of_case("phases-moved"), of_case("split-with-was"))
    ids = re.findall(r' id="([^"]+)"', markup)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', markup)) <= {*ids}
    assert "Changes in 3 journeys" in plain(markup)


def test_a_journey_is_new_or_gone_whole() -> None:
    found = changed(("-2, feeling: angry", "1, feeling: content"))
    new, gone = compare(None, found.after), compare(found.before, None)
    for each, badge, word in ((new, "added", "new"), (gone, "removed", "gone")):
        board = arrange(each, ("", ""))
        assert {step.badge for step in board.steps} == {badge}
        assert len(board.entries) == len(board.steps) + len(board.stages)
        assert f"Sees it {word}" in plain(shown(each))


def test_nothing_changed_is_said() -> None:
    same = compare(changed(MANY[0]).before, changed(MANY[0]).before)
    assert "Nothing changed in meaning." in plain(shown(same))
    assert "Nothing changed in meaning." in drawing(Comparison("HEAD", "", (same,)))
    broken = page(Comparison("HEAD", "", (), broken=(("HEAD", "x.cjm.yaml"),)))
    assert "Nothing changed" not in plain(broken)
    assert "HEAD:x.cjm.yaml" in plain(broken)


def test_the_drawing_is_one_document_that_asks_for_nothing() -> None:
    made = drawing(Comparison("HEAD", "", (changed(*MANY),)))
    root = ElementTree.fromstring(made)
    assert root.find("{http://www.w3.org/2000/svg}title") is not None
    assert "angry −2 becomes content +1" in made
    assert "http" not in made.replace("http://www.w3.org/2000/svg", "")
    assert made == drawing(Comparison("HEAD", "", (changed(*MANY),)))


def test_words_of_an_author_are_never_markup() -> None:
    evil = "<img src=x onerror=alert(1)>"
    found = changed(("Waits at the till", f'"{evil}"'), ("journey: Buying", f"journey: '{evil}' #"))
    for made in (shown(found), drawing(Comparison(evil, evil, (found,)))):
        assert "<img" not in made
        assert "&lt;img" in made


def test_the_page_is_in_the_language_of_the_journey() -> None:
    text = shopping()
    old = versions(text, text.replace("feeling: machteloos", "feeling: verrast"))
    assert language("nl").labels["gaps_whole"]
    told = plain(shown(old))
    assert "Wijzigingen" in told
    assert "machteloos" in told


def test_a_long_journey_wraps_into_systems() -> None:
    rows = "".join(f"      - {{name: Step {n}, emotion: {n % 3 - 1}}}\n" for n in range(40))
    text = f"journey: X\nphases:\n  - name: One\n    touchpoints:\n{rows}"
    board = arrange(versions(text, text.replace("Step 7,", "Stop 7,")), ("", ""))
    scene = layout.place(board)
    assert scene.width < 1800
    assert scene.height > 1200
    assert [*lines(scene.items)].count("One (continued)") == 3


def test_no_version_is_called_longer_than_the_drawing_is_wide() -> None:
    name = "a-folder-with-a-long-name/" * 20
    scene = layout.sheet([arrange(changed(("-2, feeling: angry", "1, feeling: content")), (name, name))], "")
    assert max(width(line, 15) for line in lines(scene.items)) <= scene.width
