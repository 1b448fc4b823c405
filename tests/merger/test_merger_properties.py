"""What holds of any two edits of any journey: nothing is lost, what only one side did is taken whole."""

from collections import Counter
from copy import deepcopy
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from strange import ANY_TEXT, EXAMPLES, JOURNEYS, YAMLISH

from cjm.merger import Marks, Merged, merge
from cjm.merger.chunks import Chunk, cut
from cjm.merger.pieces import Piece, resolved, written
from cjm.merger.weaving import woven
from cjm.shell.merging import merge_lines
from cjm.source import Source

WORDS = ("Sees", "Asks", "Pays", "Waits", "Calls", "Gets it", "Tells", "Pécs", "Returns", "Signs")
VALUES = ("Sales", "Shop", "[a, b]", '"x: y"', "{score: 1, feeling: fine}", "|\n{}  two\n{}  lines")
FIELDS = ("owner", "emotion", "action", "pains", "notes")
REMARKS = ("", "", "", "\n", "{}# above\n", "\n{}# above\n{}# and more\n")
BELOW = ("", "", "", "{}  # deeper\n")

# Merging takes a process of git now and then: a third of the usual examples will do.
SOME = settings(max_examples=settings().max_examples // 3)

# A point is its fields, with `above` and `below` for what stands round it; a phase has `points` too.
Point = dict[str, Any]


def text_of(phases: list[Point], head: str, indent: int) -> str:
    """The file."""
    pad = " " * indent
    lines = [head, "phases:\n"]
    for phase in phases:
        lines.append(_item(phase, pad))
        if phase["points"]:
            lines.append(f"{pad}  touchpoints:\n")
            lines += [_item(point, f"{pad}    ") for point in phase["points"]]
    return "".join(lines)


def _item(item: Point, pad: str) -> str:
    keys = [(key, value) for key, value in item.items() if key not in {"above", "below", "points"}]
    above = item["above"].replace("{}", pad)
    if item.get("bare"):
        return f"{above}{pad}- {item['name']}\n"
    said = [f"{pad}  {key}: {value.replace('{}', pad + '  ')}\n" for key, value in keys if key != "bare"]
    first = said[0][len(pad) + 2 :]
    return f"{above}{pad}- {first}{''.join(said[1:])}{item['below'].replace('{}', pad + '  ')}"


@st.composite
def points(draw: st.DrawFn) -> Point:
    """A phase or a touchpoint, without what stands in it."""
    made: Point = {"above": draw(st.sampled_from(REMARKS)), "below": draw(st.sampled_from(BELOW))}
    if draw(st.integers(0, 4)) == 0:
        return {**made, "name": draw(st.sampled_from(WORDS)), "bare": True}
    if draw(st.booleans()):
        made["id"] = f"i{draw(st.integers(0, 99))}"
    made["name"] = draw(st.sampled_from(WORDS))
    for field in draw(st.lists(st.sampled_from(FIELDS), unique=True, max_size=3)):
        made[field] = draw(st.sampled_from(VALUES))
    return made


@st.composite
def phases(draw: st.DrawFn) -> list[Point]:
    """The phases of a journey, of which none is bare."""
    made = draw(st.lists(points(), min_size=1, max_size=4))
    for phase in made:
        phase.pop("bare", None)
        phase["points"] = draw(st.lists(points(), max_size=4))
    return made


@st.composite
def edited(draw: st.DrawFn, before: list[Point]) -> list[Point]:
    """The phases as somebody leaves them."""
    after = deepcopy(before)
    for _ in range(draw(st.integers(0, 4))):
        lists = [after, *(phase["points"] for phase in after)]
        at = draw(st.integers(0, len(lists) - 1))
        items = lists[at]
        whole = items is after
        deed = draw(st.sampled_from(("add", "leave out", "rename", "say", "move", "remark")))
        if deed == "add":
            made = draw(points())
            if whole:
                made.pop("bare", None)
                made["points"] = draw(st.lists(points(), max_size=2))
            items.insert(draw(st.integers(0, len(items))), made)
            continue
        if not items:
            continue
        item = items[draw(st.integers(0, len(items) - 1))]
        if deed == "leave out" and (len(items) > 1 or not whole):
            items.remove(item)
        elif deed == "rename":
            item["name"] = draw(st.sampled_from(WORDS))
        elif deed == "say" and not item.get("bare"):
            item[draw(st.sampled_from(FIELDS))] = draw(st.sampled_from(VALUES))
        elif deed == "remark":
            item["above"] = draw(st.sampled_from(REMARKS))
        elif deed == "move":
            items.remove(item)
            target = after if whole else lists[draw(st.integers(1, len(lists) - 1))]
            target.insert(draw(st.integers(0, len(target))), item)
    return after


@st.composite
def versions(draw: st.DrawFn) -> tuple[str, str, str]:
    """A journey, and what two people made of it."""
    base = draw(phases())
    head = draw(st.sampled_from(("journey: X\n", "# top\n\njourney: X\nowner: Sales\n")))
    indent = draw(st.sampled_from((0, 2)))
    sides = [draw(edited(base)) for _ in range(2)]
    return (
        text_of(base, head, indent),
        text_of(sides[0], head, indent),
        text_of(
            sides[1], head.replace("journey: X", draw(st.sampled_from(("journey: X", "journey: Y")))), indent
        ),
    )


def tree(text: str) -> Chunk:
    """A text that can be cut."""
    found = cut(Source("x.cjm.yaml", text))
    assert found
    return found


def pieces(base: str, ours: str, theirs: str) -> list[Piece]:
    """What merging by id gives, before anything is proven of it."""
    return woven(tree(base), tree(ours), tree(theirs), "merge", merge_lines)


def merged(base: str, ours: str, theirs: str) -> Merged:
    """What a driver gives."""
    return merge(base, ours, theirs, "x.cjm.yaml", Marks(), merge_lines)


def said(text: str) -> Counter[str]:
    """The lines, wherever their dash is."""
    return Counter(line.strip().removeprefix("- ") for line in text.splitlines() if line.strip())


def whole(chunk: Chunk) -> str:
    """The text of a chunk, put together again."""
    return chunk.head + "".join(map(whole, chunk.children)) + chunk.tail if chunk.children else chunk.text


@SOME
@given(versions())
def test_chunks_are_the_text(texts: tuple[str, str, str]) -> None:
    for text in texts:
        said_again = whole(tree(text))
        assert len(said_again) == len(text)
        assert said(said_again) == said(text)


@SOME
@given(versions())
def test_what_one_side_did_is_taken_as_it_is(texts: tuple[str, str, str]) -> None:
    base, changed, _ = texts
    assert written(pieces(base, base, changed), Marks()) == changed
    assert written(pieces(base, changed, base), Marks()) == changed
    assert written(pieces(base, changed, changed), Marks()) == changed


@SOME
@given(versions())
def test_nothing_that_a_side_did_is_lost(texts: tuple[str, str, str]) -> None:
    base, *sides = texts
    result = said(merged(*texts).text)
    for side in sides:
        assert not (said(side) - said(base)) - result


@SOME
@given(versions())
def test_a_merge_by_id_is_seldom_given_up(texts: tuple[str, str, str]) -> None:
    made = pieces(*texts)
    for side in ("ours", "theirs"):
        assert cut(Source("x", resolved(made, side)))


@SOME
@given(versions())
def test_sides_are_equal(texts: tuple[str, str, str]) -> None:
    base, ours, theirs = texts
    one, other = merged(base, ours, theirs), merged(base, theirs, ours)
    assert one.conflict == other.conflict
    if not one.conflict:
        assert said(one.text) == said(other.text)


@st.composite
def apart(draw: st.DrawFn) -> tuple[str, str, str, str]:
    """A journey, what two people made of different things in it, and what it is with both."""
    base = draw(phases())
    number = 0
    for phase in base:
        for item in (phase, *phase["points"]):
            number += 1
            item["name"] = f"{item['name']} {number}"
            item.pop("id", None)
    sides = [deepcopy(base) for _ in range(3)]
    for at, phase in enumerate(base):
        places = [(at, None), *((at, inner) for inner in reversed(range(len(phase["points"]))))]
        for place in places:
            who = draw(st.sampled_from((0, 1)))
            deed = draw(st.sampled_from(("", "say", "remark", "leave out")))
            value, field = draw(st.sampled_from(VALUES)), draw(st.sampled_from(FIELDS))
            for side in (sides[who], sides[2]):
                _do(side, place, deed, field, value)
    one, other, both = (text_of(side, "journey: X\n", 2) for side in sides)
    return text_of(base, "journey: X\n", 2), one, other, both


def _do(side: list[Point], place: tuple[int, int | None], deed: str, field: str, value: str) -> None:
    phase, inner = side[place[0]], place[1]
    item = phase if inner is None else phase["points"][inner]
    if deed == "say" and not item.get("bare"):
        item[field] = value
    elif deed == "remark":
        item["above"] = f"{{}}# {field}\n"
    elif deed == "leave out" and inner:
        phase["points"].remove(item)


@SOME
@given(apart())
def test_edits_of_different_things_need_nobody(texts: tuple[str, str, str, str]) -> None:
    base, ours, theirs, both = texts
    done = merged(base, ours, theirs)
    assert not done.conflict
    assert said(done.text) == said(both)
    assert cut(Source("x", done.text)) == cut(Source("x", both))


def decoded(text: str) -> bool:
    """Whether a file can say this that git takes for a text."""
    return "\0" not in text and text.encode("utf-8", "replace") == text.encode("utf-8", "surrogatepass")


STRANGE = st.one_of(YAMLISH, JOURNEYS, ANY_TEXT).filter(decoded)


@SOME
@given(st.lists(STRANGE, min_size=3, max_size=3))
def test_no_three_texts_are_too_strange(texts: list[str]) -> None:
    base, *sides = texts
    done = merged(*texts)
    for side in sides:
        assert done.by_line or not (said(side) - said(base)) - said(done.text)


@st.composite
def worked_on(draw: st.DrawFn) -> tuple[str, str, str]:
    """An example, and what two people left of it: lines gone, changed, said twice and moved."""
    base = EXAMPLES[draw(st.sampled_from(sorted(EXAMPLES)))]
    return base, _worked(draw, base), _worked(draw, base)


def _worked(draw: st.DrawFn, text: str) -> str:
    lines = text.split("\n")
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, max(len(lines) - 1, 0)))
        size = draw(st.integers(1, 12))
        some = lines[at : at + size]
        deed = draw(st.sampled_from(("leave out", "change", "move")))
        if deed == "change" and some:
            lines[at] += "x"
            continue
        del lines[at : at + size]
        if deed == "move":
            to = draw(st.integers(0, len(lines)))
            lines[to:to] = some
    return "\n".join(lines)


@SOME
@given(worked_on())
def test_no_edits_of_an_example_are_lost(texts: tuple[str, str, str]) -> None:
    base, *sides = texts
    result = said(merged(*texts).text)
    for side in sides:
        assert not (said(side) - said(base)) - result
