"""What YAML the language takes, what it refuses, and where things stand in the text."""

import pytest
from model_of import checked, errors, journey, kinds, point, with_point, with_top

from cjm.model.entities import Emotion, Pain
from cjm.source import Source, Span
from cjm.syntax import Mapping, Scalar, Sequence, parse


def texts(text: str) -> list[str]:
    """The text of every comment."""
    return [comment.text for comment in parse(Source("x", text)).comments]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_any_line_end(end: str) -> None:
    text = with_point("action: |\n  I try.\n  It fits.\nemotion: 7 # too much")
    project = checked(text.replace("\n", end))
    [found] = project.diagnostics
    assert (found.message, project.sources[found.path].position(found.span.start)) == (
        "'7' is outside the emotion scale",
        (10, 18),
    )
    assert project.project.journeys[0].touchpoints[0].action == "I try.\nIt fits."


def test_a_byte_order_mark_is_no_text() -> None:
    assert journey("\ufeff" + with_point("emotion: 1")).title == "X"
    [found] = checked("\ufeffjourney: X\nphasen: 1\nphases: [A]\n").diagnostics
    assert found.span == Span(12, 18)
    assert journey("journey: X\ufeffY\nphases: [A]\n").title == "X Y"


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\u2029"])
def test_a_line_ends_where_an_editor_ends_it(sign: str) -> None:
    # Pasted text holds these; YAML 1.1 would start a new line, and a new key.
    assert journey(f"journey: Buying{sign}a jacket\nphases: [A]\n").title == "Buying a jacket"
    assert kinds(f"journey: Buying{sign}phases: [A]\n") == ["syntax"]


def test_one_document_may_be_marked() -> None:
    assert journey("---\njourney: X\nphases: [A]\n...\n").title == "X"
    assert kinds("journey: X\nphases: [A]\n---\njourney: Y\n") == ["unsupported-yaml"]
    assert kinds("journey: X\nphases: [A]\n---\n: [broken\n") == ["unsupported-yaml"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("%YAML 1.1\n---\njourney: X\nphases: [A]\n", "unsupported-yaml"),
        ("%YAML 1.2\n---\njourney: X\nphases: [A]\n", "unsupported-yaml"),
        ("%TAG ! tag:x,2026:\n---\njourney: X\nphases: [A]\n", "unsupported-yaml"),
        ("# why\n%FOO\n---\njourney: X\nphases: [A]\n", "unsupported-yaml"),
        ("journey: !!binary aGk=\nphases: [A]\n", "unsupported-yaml"),
        ("journey: !own X\nphases: [A]\n", "unsupported-yaml"),
        ("journey: !<tag:x,2026:y> X\nphases: [A]\n", "unsupported-yaml"),
        ("journey: X\nphases: !!set {A}\n", "unsupported-yaml"),
        ("journey: X\nphases: !!omap [A]\n", "unsupported-yaml"),
        ("journey: X\nphases: [{<<: {name: A}}]\n", "unsupported-yaml"),
        ("journey: X\nphases: &a [{name: A, touchpoints: *a}]\n", "unsupported-yaml"),
        ("journey: X\nphases: [{name: A, [b]: c}]\n", "unsupported-yaml"),
        ("journey: X\nphases: [{name: A, ? {b: c} : d}]\n", "unsupported-yaml"),
        ("journey: *x\nphases: [A]\n", "syntax"),
        ("journey: X\nphases: [A]\nphases: [B]\n", "duplicate-key"),
        ("journey: X\nphases: [A]\n'phases': [B]\n", "duplicate-key"),
        ("journey: X\x01Y\nphases: [A]\n", "bad-character"),
        ("journey: X\x7fY\nphases: [A]\n", "bad-character"),
        ("journey: X\ud800Y\nphases: [A]\n", "bad-character"),
        ("journey: X\uffffY\nphases: [A]\n", "bad-character"),
        ('journey: "X\\0Y"\nphases: [A]\n', "bad-character"),
        ('journey: "X\\x1bY"\nphases: [A]\n', "bad-character"),
        ('journey: "X\\uFFFEY"\nphases: [A]\n', "bad-character"),
        ('"jour\\x00ney": X\njourney: Y\nphases: [A]\n', "bad-character"),
    ],
)
def test_what_is_refused(text: str, kind: str) -> None:
    found = kinds(text)
    assert kind in found
    assert set(found) <= {kind, "missing-key", "unknown-key"}


@pytest.mark.parametrize("tag", ["!!str", "!", "!!int", "!<tag:yaml.org,2002:str>"])
def test_core_tags_change_nothing(tag: str) -> None:
    assert point(f"action: {tag} 1.10\nthoughts: [{tag} a]").action == "1.10"


def test_bad_characters_next_to_each_other_are_one_message() -> None:
    assert errors("journey: X\x01\x02\x03Y\nphases: [A]\n") == [
        "bad-character: character U+0001 can't stand in a journey"
    ]


def test_an_alias_repeats_a_value() -> None:
    found = journey(
        """
        journey: X
        phases:
          - name: P
            owner: &sales {responsible: Sales, informed: IT}
            touchpoints:
              - {name: A, pains: &rain [Rain], emotion: &low -1}
              - {name: B, pains: *rain, emotion: *low, owner: *sales}
        """
    )
    first, second = found.touchpoints
    assert first.pains == second.pains == (Pain(text="Rain"),)
    assert first.emotion == second.emotion == Emotion(score=-1)
    assert second.owner == found.phases[0].owner


def test_a_later_anchor_of_the_same_name_holds() -> None:
    assert point("pains: [&a Rain, &a Wind, *a]").pains[2] == Pain(text="Wind")
    assert point("thoughts: [&a x, *a, *a]").thoughts == ("x", "x", "x")


def test_a_mistake_behind_two_aliases_is_told_once() -> None:
    assert kinds(with_point("pains: [&a {text: x, severity: 9}, *a, *a]")) == ["out-of-range"]


def test_names_of_anchors_may_hold_hyphens() -> None:
    assert point("thoughts: [&a_b-9 x, *a_b-9]").thoughts == ("x", "x")


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("[What now?, https://a.b]", ("What now?", "https://a.b")),
        ("[why?, 12:30, a:b]", ("why?", "12:30", "a:b")),
        ("['it''s', \"a\\tb\", plain]", ("it's", "a\tb", "plain")),
        ("[a#b, 'a #b']", ("a#b", "a #b")),
        ("[-1, -x]", ("-1", "-x")),
    ],
)
def test_texts_in_brackets(written: str, value: tuple[str, ...]) -> None:
    assert point(f"thoughts: {written}").thoughts == value


def test_json_is_yaml() -> None:
    text = '{"journey": "X", "phases": [{"name": "P", "touchpoints": [{"name": "A", "emotion": -1.5}]}]}'
    assert journey(text).touchpoints[0].emotion == Emotion(score=-1.5)


def test_comments_are_found_where_they_stand() -> None:
    text = "# one\na: b # two\nc: 'd # no'\ne: | # three\n  f # no\n# four\ng: #five\n  h#no\n"
    assert texts(text) == ["# one", "# two", "# three", "# four", "#five"]
    assert texts('a: "b\n  # no"\n#\n') == ["#"]
    assert texts("a: 'b #1 c' # one\nd: {e: \"#2\"} # two\n") == ["# one", "# two"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: |\n  b\n\n  c\n\n\nd: e", "|\n  b\n\n  c"),
        ("a: >-\n  b\n  c\n# not it\nd: e", ">-\n  b\n  c"),
        ("a: |\n  b\n  # of it\n # not it\nd: e", "|\n  b\n  # of it"),
        ("a: &x 'b'  # no\nd: e", "'b'"),
        ("a: !!str &x b\nd: e", "b"),
        ("a: [b, c]  \nd: e", "[b, c]"),
        ("a: {b: c}\nd: e", "{b: c}"),
        ("a:\n  - b\n  - c\n\nd: e", "- b\n  - c"),
        ("a:\n  b: c\n\n  # no\nd: e", "b: c"),
        ("a: &x\n  b: c\nd: e", "b: c"),
        ("a: [&x b, *x]\nd: e", "[&x b, *x]"),
        ("a:\n  b: &x c\n  d: *x\ne: f", "b: &x c\n  d: *x"),
        ("a: b\n  c\nd: e", "b\n  c"),
    ],
)
def test_a_value_is_as_long_as_an_author_thinks(text: str, value: str) -> None:
    root = parse(Source("x", text)).root
    assert isinstance(root, Mapping)
    span = root.entries[0].value.span
    assert span.of(text) == value


def test_the_tree_says_how_a_value_was_written() -> None:
    root = parse(Source("x", "a: ~\nb: '~'\nc: [d]\ne:\n  - |\n    f\n")).root
    assert isinstance(root, Mapping)
    empty, quoted, flow, block = (entry.value for entry in root.entries)
    assert isinstance(empty, Scalar) and isinstance(quoted, Scalar)  # noqa: PT018
    assert (empty.empty, quoted.empty) == (True, False)
    assert isinstance(flow, Sequence) and isinstance(block, Sequence)  # noqa: PT018
    assert (flow.flow, block.flow) == (True, False)
    assert isinstance(block.items[0], Scalar)
    assert block.items[0].block


def test_every_entity_knows_where_its_keys_stand() -> None:
    text = with_point(
        "channel: store\nemotions: {tom: {score: 1}}\nmetrics: {nps: 3}\npain: {text: Rain, severity: 9}"
    )
    found = checked(text).project.journeys[0].touchpoints[0]

    def said(key: str) -> str:
        return found.at(key).of(text)

    assert [said(key) for key in ("name", "channels", "pains")] == ["A", "store", "{text: Rain, severity: 9}"]
    assert found.emotions["tom"].at("persona").of(text) == "tom"
    assert found.metrics["nps"].at("metric").of(text) == "nps"
    assert found.metrics["nps"].at("value").of(text) == "3"
    assert found.wrote("channels")
    assert not found.wrote("devices")
    assert found.origin.failed == {"pains"}


def test_what_broke_off_is_called_neither_missing_nor_empty() -> None:
    for text in (
        "journey: X\nphases:\n  - name: [",
        "journey: X\nphases:\n  -",
        "phases: [",
        "journey",
        "library: [",
        'a: "',
    ):
        assert "missing-key" not in [kind for kind in kinds(text) if "syntax" in kinds(text)]


def test_a_text_without_content_says_so() -> None:
    for text in ("", "\n", "# only\n", "---\n", "~", "null\n", "---\n...\n"):
        assert errors(text) == ["missing-key: nothing is written here"]
    for text in ("words", "'quoted'", "[a]", "- a", "1"):
        assert kinds(text) == ["wrong-type"]
    assert kinds("...\n") == ["syntax"]
    assert kinds("{}") == ["missing-key"]


def test_key_like_texts_are_not_guessed() -> None:
    assert errors("journey: X\nphases: [name:A]\n") == ["syntax: a key needs a space behind its colon"]
    assert errors(with_point("pain: text:Rain")) == ["syntax: a key needs a space behind its colon"]
    assert point("pain: 'text:Rain'").pains == (Pain(text="text:Rain"),)
    assert point("pain: https://a.b").pains == (Pain(text="https://a.b"),)
    assert kinds(with_top("owner: {responsible:Sales}")) == ["syntax"]


def test_conflict_marks_are_called_what_they_are() -> None:
    marked = "journey: X\n<<<<<<< ours\nsummary: a\n=======\nsummary: b\n>>>>>>> theirs\nphases: [a]\n"
    [found] = checked(marked).diagnostics
    assert (found.rule, found.message) == ("syntax", "git left it to you to merge these lines")
    assert found.span.of(marked) == "<<<<<<<"
