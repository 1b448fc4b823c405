"""What the layout looks like: each statement of docs/formatting.md, with a text before and after."""

from textwrap import dedent

import pytest
from strange import EXAMPLES

from cjm.config import SETTINGS
from cjm.formatter import Formatted, formatted, read
from cjm.formatter.proof import Side, same
from cjm.grammar.record import Record
from cjm.model.keys import JOURNEY, LIBRARY
from cjm.source import Source
from cjm.syntax import parse

LONG = (
    "Een dag die met een jasje begint en met een tas vol spijt eindigt, en niemand in de winkel die het "
    "ziet gebeuren"
)


def form(text: str, record: Record | None = None) -> str:
    """A text formatted; the same when that is formatted again."""
    made = result(text, record)
    assert (made.left, made.diagnostics) == ("", ())
    assert result(made.text, record).text == made.text
    return made.text


def result(text: str, record: Record | None = None) -> Formatted:
    return formatted(Source("x.cjm.yaml", dedent(text)), record)


def becomes(before: str, after: str, record: Record | None = JOURNEY) -> None:
    assert form(before, record) == dedent(after)


def stays(text: str, record: Record | None = JOURNEY) -> None:
    becomes(text, text, record)


def test_keys_stand_in_the_order_of_the_language() -> None:
    becomes(
        "phases: [a]\ngoal: g\nx-mine: 2\nx-a: 1\njourney: X\n",
        "journey: X\ngoal: g\nphases: [a]\nx-mine: 2\nx-a: 1\n",
    )
    becomes("channel: [a]\nlibrary: L\n", "library: L\nchannel: [a]\n", LIBRARY)
    becomes(
        "lint: {fail_on: error, preset: strict}\nlanguage: nl\n",
        "language: nl\nlint: {preset: strict, fail_on: error}\n",
        SETTINGS,
    )


def test_names_that_authors_choose_and_lists_keep_their_order() -> None:
    stays("journey: X\nphases:\n  - name: P\n    questions: [b, a]\n    metrics: {nps: 3, ces: 1}\n")


def test_without_a_table_a_text_is_ordered_by_the_one_that_fits() -> None:
    becomes("phases: [a]\njourney: X\n", "journey: X\nphases: [a]\n", None)
    becomes("views: [map]\noutput: maps\n", "output: maps\nviews: [map]\n", None)
    becomes("b: 1\na: 1\n", "b: 1\na: 1\n", None)


def test_no_alias_comes_before_its_anchor() -> None:
    stays("phases: &p [a]\ntags: *p\njourney: X\n".replace("journey: X\n", "", 1).join(["journey: X\n", ""]))
    becomes("goal: &g x\nsummary: *g\njourney: X\n", "journey: X\ngoal: &g x\nsummary: *g\n")


def test_an_anchor_that_is_given_twice_keeps_its_meaning() -> None:
    stays("journey: &a X\ngoal: *a\nscenario: &a Y\nsummary: *a\n")


def test_items_are_indented_below_their_key() -> None:
    becomes(
        "journey: X\nphases:\n- name: P\n  questions:\n      -   a\n",
        "journey: X\nphases:\n  - name: P\n    questions:\n      - a\n",
    )
    becomes("journey: X\nphases:\n  -\n    name: P\n", "journey: X\nphases:\n  - name: P\n")


def test_brackets_stay_while_they_fit() -> None:
    stays("journey: X\ntags: [a, b]\nscope: {starts: s, ends: e}\nphases:\n  - P\n")
    becomes(
        "journey: X\ntags: [ a,b , ]\nscope: {\n  starts: s,\n  ends: e }\n",
        "journey: X\ntags: [a, b]\nscope: {starts: s, ends: e}\n",
    )
    words = ["word"] * 15
    becomes(f"journey: X\ntags: [{', '.join(words)}]\n", f"journey: X\ntags: [{', '.join(words)}]\n")
    words += ["words"]
    becomes(
        f"journey: X\ntags: [{', '.join(words)}]\n",
        "journey: X\ntags:\n" + "".join(f"  - {each}\n" for each in words),
    )


def test_rows_in_braces_may_be_a_little_wider() -> None:
    row = "{id: i, title: " + "t" * (110 - len("  - {id: i, title: }")) + "}"
    stays(f"journey: X\nevidence:\n  - {row}\n")
    title = row[15:-1] + "t"
    becomes(
        f"journey: X\nevidence:\n  - {row[:-1]}t}}\n",
        f"journey: X\nevidence:\n  - id: i\n    title: {title}\n",
    )


def test_what_was_written_an_entry_a_line_stays_so() -> None:
    stays("journey: X\ntags:\n  - a\n  - b\n")


def test_brackets_with_comments_inside_are_written_out() -> None:
    becomes(
        "journey: X\ntags: [a, # one\n  # of two\n  b\n  # no more\n]\n",
        "journey: X\ntags:\n  - a  # one\n  # of two\n  - b\n  # no more\n",
    )


def test_brackets_with_a_comment_behind_stay_on_its_line() -> None:
    stays(f"journey: X\ntags: [{LONG}]  # cjm: ignore[a]\n")


def test_quotes_are_only_where_they_are_needed() -> None:
    becomes(
        """\
        "journey": 'It''s'
        tags: ['a', "b c", 'd, e']
        goal: "a, b"
        """,
        """\
        journey: It's
        tags: [a, b c, "d, e"]
        goal: a, b
        """,
    )


OTHER = ["no", "Yes", "on", "y", "1:30", "2026-05-12", "~", "null", "1_000", "0x1F", "1e3", ".inf", "5", ""]
SIGNS = [
    " a",
    "a: b",
    "a #b",
    "#1",
    "- a",
    "&a",
    "*a",
    "!a",
    "%a",
    "@a",
    "[a",
    "{a",
    "name:x",
    "a:",
    "<<",
    "=",
]


@pytest.mark.parametrize("text", [*OTHER, *SIGNS])
def test_what_could_be_something_else_keeps_its_quotes(text: str) -> None:
    stays(f'journey: X\ngoal: "{text}"\n')
    becomes(f"journey: X\ngoal: '{text}'\n", f'journey: X\ngoal: "{text}"\n')


def test_quotes_inside_quotes_stay_as_they_are() -> None:
    stays('journey: X\nsummary: "\\"b\\" \\t: a"\nscenario: \'a: \\b\'\ngoal: \'#1: "so"\'\n')


def test_long_text_is_folded_and_says_the_same() -> None:
    becomes(
        f'journey: X\nsummary: {LONG}\ngoal: "{LONG}"\n',
        f"""\
        journey: X
        summary: >-
          {LONG[:98]}
          {LONG[99:]}
        goal: >-
          {LONG[:98]}
          {LONG[99:]}
        """,
    )


def test_text_over_several_lines_is_joined_where_it_fits() -> None:
    becomes('journey: X\nsummary: a\n  b\ngoal: "c:\n   d"\n', 'journey: X\nsummary: a b\ngoal: "c: d"\n')
    becomes("journey: X\nsummary: a\n\n     b\n", "journey: X\nsummary: a\n\n  b\n")


@pytest.mark.parametrize("sign", ["|", "|-", "|+", ">", ">-", ">+"])
def test_text_blocks_stay_as_they_are(sign: str) -> None:
    stays(f"journey: X\nsummary: {sign}\n  a\n    b  \n\n  # c\n" + "\n" * ("+" in sign) + "goal: g\n")
    becomes(
        f"journey: X\nsummary: {sign}  # c\n      a\n",
        f"journey: X\nsummary: {sign if sign[1:] != '+' else sign[0]}  # c\n  a\n",
    )


def test_an_empty_line_parts_phases_and_touchpoints() -> None:
    becomes(
        """\
        journey: X
        phases:
          - name: P
            touchpoints:

              - A
              - B
              - name: C
                channel: store
              - name: D
                channel: store


              - E
          # about Q
          - name: Q
            goal: g
        """,
        """\
        journey: X
        phases:
          - name: P
            touchpoints:
              - A
              - B
              - name: C
                channel: store

              - name: D
                channel: store

              - E

          # about Q
          - name: Q
            goal: g
        """,
    )


def test_spaces_at_the_ends_go_and_the_file_ends_once() -> None:
    becomes("journey: X   \n# c  \nphases: [a]\n\n\n", "journey: X\n# c\nphases: [a]\n")
    becomes("journey: X", "journey: X\n")


def test_lines_end_as_the_first_one_does() -> None:
    assert result("phases: [a]\r\njourney: X\n").text == "journey: X\r\nphases: [a]\r\n"


def test_comments_move_with_what_they_are_about() -> None:
    becomes(
        """\
        # yaml-language-server: $schema=x
        # about the file

        # about phases
        phases: # beside
            # about P
          - name: P # here
            # cjm: ignore[a] why
            goal: g
              # deeper
          # between
          - Q
        # above journey
        journey: X
        # the end
        """,
        """\
        # yaml-language-server: $schema=x
        # about the file

        # above journey
        journey: X

        # about phases
        phases:  # beside
          # about P
          - name: P  # here
            # cjm: ignore[a] why
            goal: g
              # deeper
          # between
          - Q
        # the end
        """,
    )


def test_what_silences_a_rule_at_the_top_stays_with_its_key() -> None:
    becomes(
        "# file\n# cjm: ignore[a]\nphases: [a]\njourney: X\n",
        "# file\njourney: X\n# cjm: ignore[a]\nphases: [a]\n",
    )


def test_a_comment_above_an_item_stays_above_it_whichever_key_comes_first() -> None:
    becomes(
        "journey: X\nphases:\n  - goal: g\n    # its name\n    name: P\n",
        "journey: X\nphases:\n  # its name\n  - name: P\n    goal: g\n",
    )


def test_hints_below_an_empty_key_stay_below_it() -> None:
    stays(
        "journey: X\nphases:\n  - name: P\n    touchpoints:\n      # - name: A\n      #   action: b\n  - Q\n"
    )


def test_a_comment_between_a_key_and_its_text_stands_beside_it() -> None:
    becomes("journey:\n  # c\n  X\n", "journey: X  # c\n")


def test_single_and_plural_forms_stay_and_marks_of_documents_go() -> None:
    becomes("---\njourney: X\npersona: p\n...\n", "journey: X\npersona: p\n")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("? journey\n  # c\n: X\n", "inside a key"),
        ("? |\n  a\n: X\n", "a key that is empty"),
        ("journey: |1\n  # a\n", "indentation in figures"),
        ("journey: # a\n  # cjm: ignore[a]\n  X\n", "between a key and its value"),
    ],
)
def test_what_cannot_be_told_is_left_as_it_is(text: str, why: str) -> None:
    assert result(text).text == text
    assert why in result(text).left


def test_a_number_that_a_comma_tore_apart_stays_torn() -> None:
    stays("journey: X\nphases:\n  - name: P\n    metrics: {cost: {value: 3,1}}\n")


@pytest.mark.parametrize("text", ["journey: [\n", "journey: X\njourney: Y\n", "<<: a\n", "cjm: 9\n"])
def test_what_is_no_yaml_of_the_language_is_told_and_left(text: str) -> None:
    assert result(text).text == text
    assert result(text).diagnostics


@pytest.mark.parametrize("text", ["", "# c\n", "- a\n", "a", "{}  \n"])
def test_what_holds_no_keys_is_left(text: str) -> None:
    assert result(text) == Formatted(text)


def side(text: str) -> Side:
    source = Source("x.cjm.yaml", text)
    return read(source, parse(source), JOURNEY)


def test_texts_that_say_something_else_are_told_apart() -> None:
    text = "journey: X  # c\ngoal: &g true\nsummary: *g\ntags: [a, b]\n"
    for this, that in [
        ("X", "Y"),
        ("  # c", ""),
        ("  # c", "\n# c"),
        ("true", '"true"'),
        ("&g true", "&h true\nscenario: &g true"),
        ("*g", "true"),
        ("a, b", "b, a"),
        ("tags", "tag"),
        ("# c", "# d"),
    ]:
        assert not same(side(text), side(text.replace(this, that)))
    assert same(side(text), side("tags:\n- 'a'\n- b\ngoal: &g true\nsummary: *g\njourney: \"X\" # c\n"))


def test_large_and_deep_texts_are_formatted() -> None:
    touchpoints = "".join(f"      - name: T{number}  # c\n        channel: store\n" for number in range(4000))
    assert form(f"journey: X\nphases:\n  - name: P\n    touchpoints:\n{touchpoints}").count("# c") == 4000
    form(f"journey: X\nphases: {'[' * 60}a{']' * 60}\n")
    assert "limit-exceeded" in [each.rule for each in result(f"phases: {'[' * 70}").diagnostics]


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_are_in_this_layout(name: str) -> None:
    assert form(EXAMPLES[name]) == EXAMPLES[name]


def test_a_long_text_above_a_comment_of_its_own_is_not_folded_around_it() -> None:
    stays(f"journey: X\nsummary: {LONG}\n  # who said so\nphases:\n  - name: P\n")


def test_a_comment_behind_a_text_with_its_sign_is_kept() -> None:
    becomes(
        "phases: ['Room #12', b] # one\njourney: 'X #1' # two\n",
        'journey: "X #1"  # two\nphases: ["Room #12", b]  # one\n',
    )


def test_a_key_that_is_only_a_tag_is_left_as_it_is() -> None:
    assert result("journey: X\n!!str : a\n").left == "a key that is empty, of several lines or very long"
