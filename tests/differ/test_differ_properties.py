"""Whatever becomes of a journey: nothing differs from itself, and every touchpoint is accounted for."""

from typing import Any

from differing import from_itself
from hypothesis import given
from hypothesis import strategies as st
from model_of import checked

from cjm.differ import Side, compare
from cjm.model.entities import Journey
from cjm.project import Project

WORDS = ("waits", "pays", "at the till", "tries on", "in the store", "and", "reads", "mail", "rides home")
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
POINTS = st.fixed_dictionaries(
    {"name": NAMES},
    optional={
        "id": st.sampled_from(("a", "b", "c", "d")),
        "was": st.sampled_from(("a", "b", "x", "waits", "pays")),
        "emotion": st.sampled_from(("-1", "0", "1.5")),
        "pain": NAMES,
        "gain": NAMES,
        "next": st.sampled_from(("end", "waits", "pays")),
    },
)
PHASES = st.lists(st.tuples(NAMES, st.lists(POINTS, max_size=5)), min_size=1, max_size=4)


def journey(phases: list[tuple[str, list[dict[str, str]]]]) -> Journey:
    """A journey of these, mistakes and all: what couldn't be read is left out."""
    lines = ["journey: X", "phases:"]
    for name, points in phases:
        lines += [f"  - name: {name}", f"    touchpoints: [{', '.join(map(_flow, points))}]"]
    (found,) = checked("\n".join(lines)).project.journeys
    return found


def _flow(point: dict[str, str]) -> str:
    return f"{{{', '.join(f'{key}: {value}' for key, value in point.items())}}}"


@given(PHASES)
def test_nothing_differs_from_itself(phases: list[tuple[str, list[dict[str, str]]]]) -> None:
    found = journey(phases)
    assert from_itself(found, Project(())) == []
    assert compare(found, journey(phases)).changes == ()


@given(PHASES, PHASES)
def test_every_touchpoint_is_the_same_new_gone_split_or_merged(
    before: list[tuple[str, list[dict[str, str]]]], after: list[tuple[str, list[dict[str, str]]]]
) -> None:
    old, new = journey(before), journey(after)
    difference = compare(old, new)
    ids = {point.id for point in old.touchpoints}, {point.id for point in new.touchpoints}
    if len(ids[0]) < len(old.touchpoints) or len(ids[1]) < len(new.touchpoints):
        return  # ids that are used twice are an error, and told as that
    gone = ids[0] - difference.touchpoints.keys() - difference.merged.keys()
    come = ids[1] - {*difference.touchpoints.values()} - difference.split.keys()
    removed = {ids_of(change.before) for change in difference.changes if _is_whole(change, "removed")}
    added = {ids_of(change.after) for change in difference.changes if _is_whole(change, "added")}
    became = [change for change in difference.changes if change.kind == "changed-kind" and not change.key]
    assert gone == removed | {ids_of(each.before) for each in became if _was_point(each)}
    assert come == added | {ids_of(each.after) for each in became if not _was_point(each)}
    assert len({change.fingerprint for change in difference.changes}) == len(difference.changes)


def ids_of(side: Side | None) -> str:
    """The id of the thing on a side."""
    assert side
    return side.ids[1]


def _is_whole(change: Any, kind: str) -> bool:
    return change.kind == kind and change.thing == "touchpoint" and not change.key


def _was_point(change: Any) -> bool:
    return bool(change.before.value == "touchpoint")
