"""What holds for any text at all: reading never fails, every place is in the text, twice is the same."""

from collections.abc import Iterator

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import judged
from strange import ANY_TEXT, EXAMPLES, JOURNEYS, LIBRARIES, YAMLISH, in_other_lines, mutated

from cjm import pipeline
from cjm.grammar.entity import Entity
from cjm.pipeline import Checked, Workspace
from cjm.reporters.human import report
from cjm.source import Source, Span
from cjm.syntax import Mapping, Node, Scalar, Sequence, parse


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
    workspace = Workspace(".", Source("cjm.yaml", "lint: {preset: strict}"), (source,), others)
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


@given(ANY_TEXT)
def test_no_text_is_too_strange(text: str) -> None:
    judged(read(text))


@given(YAMLISH)
def test_nothing_that_looks_like_yaml_is_too_strange(text: str) -> None:
    judged(read(text))


@given(st.one_of(mutated(), in_other_lines()))
def test_no_damage_to_a_journey_is_too_much(text: str) -> None:
    judged(read(text))


@given(JOURNEYS, LIBRARIES)
def test_no_journey_is_too_strange(journey: str, library: str) -> None:
    judged(read(journey, library))


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
        judged(read(text[:end]))
