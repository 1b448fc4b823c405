"""Two people's edits of one journey, and what becomes of them."""

import pytest

from cjm.merger import Labels, Marks, Merged, merge
from cjm.shell.merging import merge_lines

BASE = """\
# a jacket

journey: Buying a jacket
owner: Sales
phases:
  - name: Orientation
    owner: Marketing
    touchpoints:
      - name: Sees the jacket
        emotion: 1
        owner: Marketing
        thought: Mine
        # pains: too dear

      - name: Tries it on
        id: fitting
        emotion: 2
  - name: Purchase
    touchpoints:
      - Pays
      - name: Takes it home
        channels: [car]
"""
FITTING = "      - name: Tries it on\n        id: fitting\n        emotion: 2\n"


def merged(ours: str, theirs: str, base: str = BASE, style: str = "merge") -> Merged:
    """What the driver gives, by git's own way with lines."""
    return merge(base, ours, theirs, "jacket.cjm.yaml", Marks(style), merge_lines)


def edit(old: str, new: str, text: str = BASE) -> str:
    """A text with one thing put otherwise."""
    assert text.count(old) == 1, old
    return text.replace(old, new)


def added(name: str) -> str:
    """The base with a touchpoint behind the fitting."""
    return edit(FITTING, f"{FITTING}      - name: {name}\n        emotion: 0\n")


BOTH = [
    (
        "touchpoints at one place",
        added("Asks"),
        added("Waits"),
        edit(
            FITTING,
            f"{FITTING}      - name: Asks\n        emotion: 0\n      - name: Waits\n        emotion: 0\n",
        ),
    ),
    (
        "keys of one touchpoint, line by line",
        edit("emotion: 1", "emotion: -1"),
        edit("        owner: Marketing\n        thought", "        owner: Shop\n        thought"),
        edit("emotion: 1\n        owner: Marketing", "emotion: -1\n        owner: Shop"),
    ),
    (
        "a touchpoint that one renamed",
        edit("name: Tries it on", "name: Puts it on"),
        edit("emotion: 2", "emotion: 1.5"),
        edit(
            "Tries it on\n        id: fitting\n        emotion: 2",
            "Puts it on\n        id: fitting\n        emotion: 1.5",
        ),
    ),
    (
        "an id that one changed",
        edit("id: fitting", "id: mirror\n        was: fitting"),
        edit("emotion: 2", "emotion: 1.5"),
        edit("id: fitting\n        emotion: 2", "id: mirror\n        was: fitting\n        emotion: 1.5"),
    ),
    (
        "a name without an id that one changed",
        edit("name: Sees the jacket", "name: Sees a jacket"),
        edit("emotion: 1", "emotion: -1"),
        edit("Sees the jacket\n        emotion: 1", "Sees a jacket\n        emotion: -1"),
    ),
    (
        "a touchpoint that one gave an id",
        edit("- name: Sees the jacket", "- id: seen\n        name: Sees the jacket"),
        edit("emotion: 1", "emotion: -1"),
        edit(
            "- name: Sees the jacket\n        emotion: 1",
            "- id: seen\n        name: Sees the jacket\n        emotion: -1",
        ),
    ),
    (
        "a touchpoint that one moved to another phase",
        edit(FITTING, "") + FITTING,
        edit("emotion: 2", "emotion: 1.5"),
        edit(FITTING, "") + FITTING.replace("2", "1.5"),
    ),
    (
        "a phase that one split",
        edit(FITTING, "  - name: Fitting\n    touchpoints:\n" + FITTING),
        edit("emotion: 2", "emotion: 1.5"),
        edit(FITTING, "  - name: Fitting\n    touchpoints:\n" + FITTING.replace("2", "1.5")),
    ),
    (
        "comments and keys",
        edit("# pains: too dear", "# pains: far too dear"),
        edit("thought: Mine", "thought: Mine!"),
        edit("Mine\n        # pains: too", "Mine!\n        # pains: far too"),
    ),
    (
        "phases that both added at the end",
        BASE + "  - name: Wearing\n",
        BASE + "  - name: Returning\n",
        BASE + "  - name: Wearing\n  - name: Returning\n",
    ),
    (
        "one left a touchpoint out, one added one",
        edit("      - Pays\n", ""),
        edit("      - Pays\n", "      - Pays\n      - Signs\n"),
        edit("      - Pays\n", "      - Signs\n"),
    ),
]


@pytest.mark.parametrize(
    ("ours", "theirs", "result"), [each[1:] for each in BOTH], ids=[each[0] for each in BOTH]
)
def test_what_can_be_both_is_both(ours: str, theirs: str, result: str) -> None:
    assert merged(ours, theirs) == Merged(result, conflict=False)


@pytest.mark.parametrize(
    ("ours", "theirs", "result"), [each[1:] for each in BOTH], ids=[each[0] for each in BOTH]
)
def test_it_is_so_whoever_calls_it_ours(ours: str, theirs: str, result: str) -> None:
    done = merged(theirs, ours)
    assert not done.conflict
    assert sorted(done.text.splitlines()) == sorted(result.splitlines())


def test_phases_in_another_order_and_an_edit() -> None:
    first, second, third = "  - name: A\n", "  - name: B\n    owner: Sales\n", "  - name: C\n"
    top = "journey: X\nphases:\n"
    done = merged(
        top + third + first + second,
        top + first + second.replace("Sales", "Shop") + third,
        top + first + second + third,
    )
    assert done.text == top + third + first + second.replace("Sales", "Shop")


def test_git_alone_would_have_asked() -> None:
    asked = [name for name, ours, theirs, _ in BOTH if merge_lines(BASE, ours, theirs, Marks())[1]]
    assert len(asked) > len(BOTH) / 2
    assert "keys of one touchpoint, line by line" in asked


def test_one_key_that_both_changed_is_asked_about() -> None:
    done = merged(edit("emotion: 2", "emotion: 1"), edit("emotion: 2", "emotion: 0"), style="diff3")
    marks = (
        "<<<<<<< ours\n        emotion: 1\n||||||| base\n        emotion: 2\n"
        "=======\n        emotion: 0\n>>>>>>> theirs\n"
    )
    assert done == Merged(edit("        emotion: 2\n", marks), conflict=True)


def test_a_name_that_both_changed_keeps_its_dash() -> None:
    done = merged(
        edit("- name: Sees the jacket", "- name: Sees a coat"),
        edit("- name: Sees the jacket", "- name: Wants it"),
    )
    marks = "<<<<<<< ours\n      - name: Sees a coat\n=======\n      - name: Wants it\n>>>>>>> theirs\n"
    assert done == Merged(edit("      - name: Sees the jacket\n", marks), conflict=True)


def test_what_one_left_out_and_the_other_changed_is_asked_about() -> None:
    done = merged(edit(FITTING, ""), edit("emotion: 2", "emotion: 1.5"))
    assert done.conflict
    marks = f"<<<<<<< ours\n=======\n{FITTING.replace('2', '1.5')}>>>>>>> theirs\n"
    assert done.text.replace("\n\n", "\n") == edit(FITTING, marks).replace("\n\n", "\n")


def test_what_both_moved_elsewhere_is_asked_about_at_either_place() -> None:
    top = "journey: X\nphases:\n  - name: P\n    touchpoints:\n"
    a, b, c, d, e = (f"      - {name}\n" for name in "ABCDE")
    done = merged(top + b + c + a + d + e, top + b + c + d + e + a, top + a + b + c + d + e)
    ours, theirs = (
        f"<<<<<<< ours\n{a}=======\n>>>>>>> theirs\n",
        f"<<<<<<< ours\n=======\n{a}>>>>>>> theirs\n",
    )
    assert done == Merged(top + b + c + ours + d + e + theirs, conflict=True)


def test_marks_are_as_git_wants_them() -> None:
    marks = Marks("merge", 9, Labels("HEAD", "before", "other"))
    done = merge(
        BASE, edit("emotion: 2", "emotion: 1"), edit("emotion: 2", "emotion: 0"), "x", marks, merge_lines
    )
    assert (
        "\n<<<<<<<<< HEAD\n        emotion: 1\n=========\n        emotion: 0\n>>>>>>>>> other\n" in done.text
    )


def test_a_reference_to_what_the_other_side_left_out_is_told_of() -> None:
    done = merged(edit(FITTING, ""), edit("emotion: 1", "emotion: 1\n        next: [fitting, end]"))
    assert not done.conflict
    assert [each.rule for each in done.errors] == ["unknown-reference"]
    assert merged(BASE + "oops: 1\n", edit("emotion: 1", "emotion: -1")).errors == ()


def test_the_same_id_of_both_is_one_touchpoint() -> None:
    new = FITTING + "      - name: Asks\n        id: asks\n"
    done = merged(edit(FITTING, new + "        emotion: 1\n"), edit(FITTING, new + "        owner: Shop\n"))
    assert done == Merged(edit(FITTING, new + "        emotion: 1\n        owner: Shop\n"), conflict=False)


@pytest.mark.parametrize("end", ["\r\n", "\n"])
@pytest.mark.parametrize("last", [True, False])
def test_lines_end_as_they_did(end: str, last: bool) -> None:
    def written(text: str) -> str:
        return (text if last else text.removesuffix("\n")).replace("\n", end)

    for _, ours, theirs, result in BOTH:
        assert merged(written(ours), written(theirs), written(BASE)).text == written(result)


def test_line_ends_that_one_side_changed_are_changed() -> None:
    name, ours, theirs, result = BOTH[1]
    assert name.startswith("keys")
    assert merged(ours.replace("\n", "\r\n"), theirs).text == result.replace("\n", "\r\n")
    assert merged("\ufeff" + ours, theirs.removesuffix("\n")).text == "\ufeff" + result.removesuffix("\n")


def test_indentation_that_one_side_changed_is_changed() -> None:
    deeper = "".join(
        "  " + line if line.startswith("  ") else line for line in BASE.splitlines(keepends=True)
    )
    done = merged(deeper, edit("emotion: 2", "emotion: 1.5"))
    assert done == Merged(deeper.replace("emotion: 2", "emotion: 1.5"), conflict=False)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("phases:", "phases: ["),  # no YAML
        ("emotion: 1\n", "emotion: 1\r\n"),  # lines end in two ways
        ("emotion: 1", "emotion: \udcff"),  # no UTF-8
        ("owner: Sales", "owner: Sales\nowner: Shop"),  # a key twice
    ],
)
def test_what_cannot_be_merged_by_id_is_merged_by_line(old: str, new: str) -> None:
    ours, theirs = edit(old, new), edit("channels: [car]", "channels: [bus]")
    assert merged(ours, theirs) == Merged(
        edit("channels: [car]", "channels: [bus]", ours), False, by_line=True
    )


def test_an_alias_stays_behind_its_anchor() -> None:
    top = "journey: X\nphases:\n"
    a, b = "  - name: A\n    owner: &who Sales\n", "  - name: B\n    goal: G\n    owner: *who\n"
    done = merged(top + a + b.replace("G", "H"), top + a.replace("Sales", "Shop") + b, top + a + b)
    assert done.text == top + a.replace("Sales", "Shop") + b.replace("G", "H")
    c = "  - name: C\n    goal: G\n"
    assert merged(top + c + a, top + a + c + "    owner: *who\n", top + a + c).by_line


def test_flow_style_and_bare_names_are_merged_by_line() -> None:
    base = "journey: X\nphases: [{name: P, touchpoints: [A]}]\nowner: Sales\n"
    done = merged(edit("[A]", "[A, B]", base), edit("owner: Sales", "owner: Shop", base), base)
    assert done == Merged(base.replace("[A]", "[A, B]").replace("Sales", "Shop"), conflict=False)
    asked = merged(edit("[A]", "[A, B]", base), edit("[A]", "[A, C]", base), base)
    assert asked.conflict
    assert not asked.by_line


def test_texts_that_look_like_marks_are_text() -> None:
    note = "    notes: |\n      <<<<<<< here\n      =======\n"
    base = edit("    owner: Marketing\n    touchpoints", f"    owner: Marketing\n{note}    touchpoints")
    done = merged(
        edit("here", "there", base), edit("      =======\n", "      =======\n      more\n", base), base
    )
    assert not done.by_line
    assert "<<<<<<< there" in done.text
    assert "more" in done.text


def test_signs_that_only_python_ends_lines_at_are_text() -> None:
    base = edit("thought: Mine", "thought: Mi\u2028ne")
    ours, theirs = edit("emotion: 2", "emotion: -2", base), edit("emotion: 1", "emotion: 0", base)
    assert merged(ours, theirs, base).text == edit("emotion: 1", "emotion: 0", ours)


def test_signs_of_a_conflict_at_the_margin_are_text() -> None:
    base = 'journey: X\nsummary: "one\n<<<<<<< two\n=======\nthree"\nphases:\n  - name: P\n'
    done = merged(edit("two", "2", base), edit("two", "zwei", base), base)
    marks = "<<<<<<< ours\n<<<<<<< 2\n=======\n<<<<<<< zwei\n>>>>>>> theirs\n"
    assert done == Merged(edit("<<<<<<< two\n", marks, base), conflict=True)


def test_what_theirs_moved_stands_where_they_put_it() -> None:
    top, a, b, c = "journey: X\nphases:\n", "  - name: A\n", "  - name: B\n", "  - name: C\n    goal: G\n"
    done = merged(top + a + b + edit("G", "H", c), top + c + a + b, top + a + b + c)
    assert done == Merged(top + edit("G", "H", c) + a + b, conflict=False)


def test_what_one_left_out_and_the_other_moved_is_asked_about() -> None:
    done = merged(edit(FITTING, ""), edit(FITTING, "") + FITTING)
    assert done == Merged(
        edit(FITTING, "") + f"<<<<<<< ours\n=======\n{FITTING}>>>>>>> theirs\n", conflict=True
    )


def test_a_first_key_that_may_go_leaves_the_dash() -> None:
    done = merged(edit("- name: Tries it on\n        id", "- id"), edit("Tries it on", "Wears it"))
    marks = "      -\n<<<<<<< ours\n=======\n        name: Wears it\n>>>>>>> theirs\n"
    assert done == Merged(edit("      - name: Tries it on\n", marks), conflict=True)


def test_an_edit_is_not_lost_in_a_phase_that_the_editor_left_out() -> None:
    top, p, q = "journey: X\nphases:\n", "  - name: P\n    touchpoints:\n", "  - name: Q\n    touchpoints:\n"
    a, b, c = "      - name: A\n        emotion: 1\n", "      - name: B\n", "      - name: C\n"
    base = top + p + a + b + q + c
    done = merged(top + p + b + q + c + a, top + p + edit("1", "-1", a) + b, base)
    assert done.conflict
    assert "emotion: -1\n" in done.text
    assert "emotion: 1\n" in done.text


def test_a_touchpoint_of_the_same_name_in_another_phase_is_another_one() -> None:
    base = edit("      - Pays\n", "      - name: Pays\n        emotion: 0\n")
    another = edit(FITTING, FITTING + "      - name: Pays\n        emotion: 2\n", base)
    done = merged(another, edit("emotion: 0", "emotion: -1", base), base)
    assert done == Merged(edit("emotion: 0", "emotion: -1", another), conflict=False)
    back = merged(base, edit("emotion: 0", "emotion: -1", another), another)
    assert back == Merged(edit("emotion: 0", "emotion: -1", base), conflict=False)
