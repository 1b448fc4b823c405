"""`cjm lint --unsafe-fixes`: phases in the framework's order, with all that belongs to them."""
# ruff: noqa: E501 (a list of pieces reads best in a few lines)

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from linting import findings
from running import lay, run

from cjm.edits import applied, mending
from cjm.rules import ALL_RULES
from cjm.source import Source
from cjm.syntax import parse

RULE = [each for each in ALL_RULES if each.name == "stage-out-of-order"]
HEAD = "journey: X\nframework: service-periods\nphases:\n"
BEFORE = "  - name: B\n    stage: before\n"
DURING = "  - name: D\n    stage: during\n"
AFTER = "  - name: A\n    stage: after\n"

# What stands below `phases:`, and what is to stand there.
MOVED = {
    "a comment above": (f"  # d\n{DURING}  # b\n{BEFORE}", f"  # b\n{BEFORE}  # d\n{DURING}"),
    "a comment further in": (f"{DURING}    # d\n{BEFORE}    # b\n", f"{BEFORE}    # b\n{DURING}    # d\n"),
    "a comment behind": (
        f"{DURING[:-1]} # d\n{BEFORE[:-1]} # b\n",
        f"{BEFORE[:-1]} # b\n{DURING[:-1]} # d\n",
    ),
    "a comment on the list": (f"  # all\n\n{DURING}{BEFORE}", f"  # all\n\n{BEFORE}{DURING}"),
    "a comment at the end": (f"{DURING}{BEFORE}# end\n", f"{BEFORE}{DURING}# end\n"),
    "empty lines": (f"{AFTER}\n\n{DURING}\n{BEFORE}", f"{BEFORE}\n\n{DURING}\n{AFTER}"),
    "an empty line behind a comment": (
        f"{DURING}\n  # b\n\n{BEFORE}",
        f"{BEFORE}\n{DURING}".replace(BEFORE, f"  # b\n\n{BEFORE}"),
    ),
    "no end of the last line": (f"{DURING}{BEFORE}"[:-1], f"{BEFORE}{DURING}"[:-1]),
    "no end of a comment": (f"{DURING}{BEFORE}    # b", f"{BEFORE}    # b\n{DURING}"[:-1]),
    "a phase without a stage goes with the one above it": (
        f"{DURING}  - name: N\n{BEFORE}",
        f"{BEFORE}{DURING}  - name: N\n",
    ),
    "a text block": (
        "  - stage: during\n    name: |\n      D\n      # no comment\n\n" + BEFORE,
        BEFORE + "\n  - stage: during\n    name: |\n      D\n      # no comment\n",
    ),
    "a phase in brackets": (
        f"  - {{name: D, stage: during}}  # d\n{BEFORE}",
        f"{BEFORE}  - {{name: D, stage: during}}  # d\n",
    ),
    "a dash alone": (f"  -  # d\n    {DURING[4:]}{BEFORE}", f"{BEFORE}  -  # d\n    {DURING[4:]}"),
    "another indentation": (
        f"{DURING}{BEFORE}".replace("\n  ", "\n")[2:] + "# end\n",
        f"{BEFORE}{DURING}".replace("\n  ", "\n")[2:] + "# end\n",
    ),
    "an anchor and its alias in one": (
        f"{DURING}    goal: &g x\n    crm: *g\n{BEFORE}",
        f"{BEFORE}{DURING}    goal: &g x\n    crm: *g\n",
    ),
    "what follows": (f"{DURING}{BEFORE}goal: x  # y\n", f"{BEFORE}{DURING}goal: x  # y\n"),
}


@pytest.mark.parametrize("name", MOVED)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_phases_move_whole(name: str, end: str) -> None:
    before, after = ((HEAD + text).replace("\n", end).encode() for text in MOVED[name])
    Path("x.cjm.yaml").write_bytes(b"\xef\xbb\xbf" + before)
    assert "0 findings mended" in run("lint", "--fix").stderr  # it is a guess
    run("lint", "--unsafe-fixes")
    assert Path("x.cjm.yaml").read_bytes() == b"\xef\xbb\xbf" + after
    assert "0 findings mended in 0 files" in run("lint", "--unsafe-fixes").stderr


STAYS = {
    "a list in brackets": "  [{name: D, stage: during}, {name: B, stage: before}]\n",
    "a list in brackets on lines": "  [\n  {name: D, stage: during},\n  {name: B, stage: before}\n  ]\n",
    "an alias that would come before its anchor": f"{DURING}    goal: &g x\n{BEFORE}    goal: *g\n",
    "an alias that would get another anchor": (
        f"{DURING}    goal: &g x\n{BEFORE}    goal: &g y\n    crm: *g\n{AFTER}    goal: *g\n"
    ),
    "a phase that is an alias": f"  - &p {{name: D, stage: during}}\n{BEFORE}  - *p\n",
    "a text block that keeps its empty lines": (
        f"  - stage: during\n    name: D\n    goal: |+\n      x\n\n{BEFORE}"
    ),
    "a tab behind the dash": f"  -\t{DURING[4:]}{BEFORE}",
}


@pytest.mark.parametrize("name", STAYS)
def test_phases_that_no_line_can_move_stay(name: str) -> None:
    lay("x.cjm.yaml", before := HEAD + STAYS[name])
    run("lint", "--unsafe-fixes")
    assert Path("x.cjm.yaml").read_text() == before


def test_a_circle_starts_where_it_did() -> None:
    stages = ["engage", "attract", "delight"]
    text = "journey: X\nframework: flywheel\nphases:\n"
    items = {stage: f"  - {{name: {stage}, stage: {stage}}}\n" for stage in stages}
    lay("x.cjm.yaml", text + "".join(items.values()) + items["engage"])
    run("lint", "--unsafe-fixes")
    moved = text + items["engage"] * 2 + items["delight"] + items["attract"]
    assert Path("x.cjm.yaml").read_text() == moved


COMMENT = st.sampled_from(["", "  # one\n", "# two\n", "\n", "    # three\n", "\n  # four\n\n", "  \n"])
BODY = st.sampled_from([
    "", "    goal: |\n      x\n      # no comment\n", "    goal: >-\n      y\n\n      z\n", "    touchpoints: [P, Q]  # five\n",
    "    touchpoints:\n      - P  # six\n      # seven\n      - name: 'Q # no'\n", '    crm: "a\n      b"\n', "    goal:\n",
    "    goal: &g x\n", "    goal: *g\n", "    goal: |+\n      x\n\n", "    goal: x\u2028y\n",
])  # fmt: skip
PHASE = st.tuples(COMMENT, st.sampled_from(["before", "during", "after", ""]), BODY, COMMENT)


@given(st.lists(PHASE, min_size=2, max_size=5), COMMENT, st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_moving_phases_changes_nothing_but_their_order(
    phases: list[tuple[str, str, str, str]], tail: str, end: str, whole: bool
) -> None:
    text = HEAD
    for number, (above, stage, body, below) in enumerate(phases):
        said = f"    stage: {stage}\n" if stage else ""
        text += f"{above}  - name: N{number}\n{said}{body}{below}"
    text = (text + tail).replace("\n", end)
    text = text if whole else text.rstrip("\r\n")
    source = Source("x.cjm.yaml", text)
    if parse(source).diagnostics:
        return
    found = findings(text, RULE)
    edits = [mending(each, source) for each in found]
    mended, count = applied(text, edits)
    if not count:
        assert not found or "&g" in text or "|+" in text or not whole
        return
    assert findings(mended, RULE) == []
    assert sorted(mended.splitlines()) == sorted(text.splitlines())
    assert len(mended) == len(text)
    assert remarks(mended) == remarks(text)


def remarks(text: str) -> list[str]:
    """The comments of a text."""
    return sorted(each.text for each in parse(Source("x.cjm.yaml", text)).comments)
