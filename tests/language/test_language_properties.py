"""What holds for any text at all: reading never fails, every place is in the text, twice is the same."""
# ruff: noqa: E501 (a list of pieces reads best in a few lines)

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm import pipeline
from cjm.board.arrange import arrange
from cjm.grammar.entity import Entity
from cjm.grammar.record import Key, ListOf, MapOf, Record
from cjm.grammar.scalars import Choice
from cjm.model.keys import JOURNEY, LIBRARY
from cjm.model.types import Point
from cjm.pipeline import Checked, Workspace
from cjm.reporters.human import report
from cjm.source import Source, Span
from cjm.syntax import Mapping, Node, Scalar, Sequence, parse

ROOT = Path(__file__).parents[2]
EXAMPLES = {
    path.name: path.read_text(encoding="utf-8") for path in sorted((ROOT / "examples").rglob("*.cjm.yaml"))
}

# Everything that a text can hold, halves of surrogate pairs and what ends a line among it.
ANY_TEXT = st.text(
    st.one_of(
        st.characters(exclude_categories=()),
        st.sampled_from("\t\n\r\x00\x85\u2028\ufeff:#-[]{}'\"&*!|>%@`?,"),
    ),
    max_size=200,
)
PIECES = st.sampled_from([
    "journey: X\n", "library: L\n", "phases:\n", "  - name: P\n", "    touchpoints:\n", "      - A\n", "      - name: B\n",
    "        ", "emotion: 2\n", "next: end\n", "next: [a, {to: b, share: 110%}]\n", "departments: [Sales]\n", "owner: Sales\n",
    "personas: [tom]\n", "emotions: {tom: 1}\n", "cjm: 2\n", "- ", "? ", ": ", ":", "- - ", "&a ", "*a", "&b [", "<<: ", "{", "}",
    "[", "]", ", ", "'", '"', "|\n", ">-\n  x\n", "|2+\n", "\t", "#c\n", " # d\n", "!!str ", "!x ", "!<y> ", "%YAML 1.1\n",
    "---\n", "...\n", "\r\n", "\r", "\n", "  ", "\u2028", "\x85", "\x00", "\ud800", "\ufeff", "\uf8d0", "\uf8d1", "😀", "é",
    "~", "null", "true", "1,5", "{a: 1,5}", "31%", "€ 3", "10 min", "2026-02-30", "javascript:x", "end",
])  # fmt: skip
YAMLISH = st.lists(PIECES, max_size=40).map("".join)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """An example with some pieces taken out, doubled, exchanged or put elsewhere."""
    text = draw(st.sampled_from(list(EXAMPLES.values())))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 300)))
        other = draw(st.integers(0, len(text)))
        piece = text[start:end]
        text = draw(
            st.sampled_from(
                [
                    text[:start] + text[end:],
                    text[:end] + piece + text[end:],
                    text[:start] + piece[::-1] + text[end:],
                    text[:other] + piece + text[other:],
                    text[:start] + draw(PIECES) + text[end:],
                ]
            )
        )
    return text


WORDS = st.sampled_from([
    "a", "b", "A", "Sales", "sales", "tom", "Tom", "end", "nps", "survey", "store", "x" * 300, "買い物", "", " ",
    1, -2, 0.5, 3, 1e300, True, False, None, "31%", "10 min", "€ 3", "2026-05-12", "happy", "boos", "https://a.b",
])  # fmt: skip
JUNK = st.recursive(
    WORDS,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from("ab"), inner, max_size=2),
    max_leaves=4,
)


def likely(kind: Any) -> st.SearchStrategy[Any]:
    """Values that mostly suit a type of the language."""
    match kind:
        case Record():
            return st.one_of(WORDS, table(kind.keys), table(kind.keys), table(kind.keys))
        case ListOf():
            return st.one_of(likely(kind.item), st.lists(likely(kind.item), max_size=3))
        case MapOf():
            names = st.sampled_from(["tom", "Tom", "nps", "csat", "duration", "visits"])
            return st.dictionaries(names, likely(kind.value), max_size=3)
        case Choice():
            return st.one_of(st.sampled_from(kind.words), WORDS)
        case Point():
            return st.one_of(st.sampled_from([2, -2, 0, 1.5, "happy", "boos"]), likely(kind.record))
        case _:
            return st.one_of(WORDS, WORDS, WORDS, JUNK)


def table(keys: tuple[Key, ...]) -> st.SearchStrategy[dict[str, Any]]:
    """Mappings with a few of these keys, and mostly with those that are needed."""
    needed = {key.name: likely(key.type) for key in keys if key.required}
    return st.lists(st.sampled_from(keys), max_size=6).flatmap(
        lambda some: st.fixed_dictionaries({**needed, **{key.name: likely(key.type) for key in some}})
    )


# Flow style is JSON, and what JSON can write YAML can read.
JOURNEYS = table(JOURNEY.keys).map(json.dumps)
LIBRARIES = table(LIBRARY.keys).map(json.dumps)


def spans(node: Node) -> Iterator[Span]:
    """The spans of a tree, but for those behind an alias: they are elsewhere."""
    pending: list[Node] = [node]
    while pending:
        node = pending.pop()
        yield node.span
        match node:
            case Mapping():
                yield from (entry.key.span for entry in node.entries)
                pending += [entry.value for entry in node.entries]
            case Sequence():
                pending += node.items
            case Scalar():
                pass


def entities(value: object) -> Iterator[Entity]:
    """An entity and all that it holds."""
    if isinstance(value, Entity):
        yield value
        for name in value.__struct_fields__:
            if name != "origin":
                yield from entities(getattr(value, name))
    elif isinstance(value, dict):
        for inner in value.values():
            yield from entities(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from entities(inner)


def inside(span: Span, text: str) -> bool:
    return 0 <= span.start <= span.end <= len(text)


def read(text: str, library: str = "") -> Checked:
    """Everything that reading does with a text, and everything that holds of what it says."""
    source = Source("x.cjm.yaml", text)
    parsed = parse(source)
    assert parsed.root is None or all(inside(span, text) for span in spans(parsed.root))
    assert all(inside(comment.span, text) and comment.text.startswith("#") for comment in parsed.comments)
    others = (Source("library.cjm.yaml", library),) if library else ()
    workspace = Workspace(".", None, (source,), others)
    checked = pipeline.check(workspace, lambda _folder, _target: "isn't there")
    for found in checked.diagnostics:
        assert inside(found.span, checked.sources[found.path].text)
        assert found.message
        assert all(inside(other.span, checked.sources[other.path].text) for other in found.related)
    for subject in (*checked.project.journeys, *checked.project.libraries):
        for entity in entities(subject):
            if path := entity.origin.path:
                assert all(inside(span, checked.sources[path].text) for span in entity.origin.keys.values())
    assert report(checked.diagnostics, checked.sources) or not checked.diagnostics
    return checked


def draw_all(checked: Checked) -> None:
    """Lint and arrange every journey, mistakes and all."""
    for journey in checked.project.journeys:
        benchmark = checked.project.benchmarks.get(journey.path)
        board = arrange(journey, pipeline.lint(checked, journey), benchmark)
        assert len(board.columns) == len(journey.touchpoints)


@given(ANY_TEXT)
def test_no_text_is_too_strange(text: str) -> None:
    draw_all(read(text))


@given(YAMLISH)
def test_nothing_that_looks_like_yaml_is_too_strange(text: str) -> None:
    draw_all(read(text))


@given(mutated())
def test_no_damage_to_a_journey_is_too_much(text: str) -> None:
    draw_all(read(text))


@given(JOURNEYS, LIBRARIES)
def test_no_journey_is_too_strange(journey: str, library: str) -> None:
    draw_all(read(journey, library))


@given(st.one_of(mutated(), YAMLISH, JOURNEYS))
def test_reading_twice_says_the_same_twice(text: str) -> None:
    once, again = read(text), read(text)
    assert once.diagnostics == again.diagnostics
    assert once.project == again.project
    assert msgspec.json.encode(once.project.journeys) == msgspec.json.encode(again.project.journeys)


@given(st.one_of(mutated(), YAMLISH), st.sampled_from(["\r\n", "\r"]))
def test_line_ends_change_no_meaning(text: str, end: str) -> None:
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    one, other = read(plain), read(plain.replace("\n", end))
    assert [(found.rule, found.message) for found in one.diagnostics] == [
        (found.rule, found.message) for found in other.diagnostics
    ]
    assert one.project.journeys == other.project.journeys


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_text_that_breaks_off_anywhere_is_read_so_far(name: str) -> None:
    text = EXAMPLES[name]
    step = len(text) // 25 + 1
    for end in range(0, len(text), step):
        draw_all(read(text[:end]))
