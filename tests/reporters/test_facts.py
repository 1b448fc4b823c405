"""What git compares: a file's facts, however it is laid out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strange import EXAMPLES, JOURNEYS, LIBRARIES, YAMLISH

from cjm.reporters.facts import facts
from cjm.source import Source
from cjm.syntax import parse

BLOCK = """\
# a jacket
journey: Buying a jacket
summary: >-
  A long text that
  goes on
  here.
phases:
  # first
  - name: Orientation
    owner:
    touchpoints:
      - Sees it
      - name: Tries it on
        # how it feels
        emotion: {score: 2, feeling: "proud: of it"}
        channels: [store, app]
        notes: |
          One line.

          Another.
"""
FLOW = """\
# a jacket
"journey":   'Buying a jacket'
summary: A long text that goes on here.
phases:
# first
- {name: Orientation, owner: ~, touchpoints: [Sees it, {name: Tries it on,
    # how it feels
    emotion: {score: 2,
      feeling: 'proud: of it'}, channels: [store,
      app], notes: "One line.\\n\\nAnother.\\n"}]}
"""
FACTS = """\
# a jacket
journey: Buying a jacket
summary: A long text that goes on here.
phases:
  # first
  - name: Orientation
    owner:
    touchpoints:
      - Sees it
      - name: Tries it on
        # how it feels
        emotion:
          score: 2
          feeling: proud: of it
        channels:
          - store
          - app
        notes: One line.
          Another.
"""


@pytest.mark.parametrize(
    "text", [BLOCK, FLOW, BLOCK.replace("\n", "\r\n"), FLOW.replace("name: T", "name:  T")]
)
def test_a_file_says_the_same_however_it_is_written(text: str) -> None:
    assert facts(Source("x", text)) == FACTS


def test_an_alias_says_what_its_anchor_does() -> None:
    text = "journey: X\nowner: &a {lead: S}\nphases: [{name: P, owner: *a}]\n# the end\n"
    told = "journey: X\nowner:\n  lead: S\nphases:\n  - name: P\n    owner:\n      lead: S\n# the end\n"
    assert facts(Source("x", text)) == told


@pytest.mark.parametrize("text", ["", "# nothing\n", "journey: [", "a: 1\na: 2\n", "journey: \x07\n"])
def test_what_cannot_be_read_has_no_facts(text: str) -> None:
    assert facts(Source("x", text)) is None


def test_what_a_terminal_would_obey_is_shown() -> None:
    assert facts(Source("x", "journey: a\u202eb\n")) != "journey: a\u202eb\n"


@given(st.one_of(JOURNEYS, LIBRARIES, YAMLISH, st.sampled_from(list(EXAMPLES.values()))))
def test_every_comment_and_only_readable_files_are_told(text: str) -> None:
    told = facts(Source("x", text))
    parsed = parse(Source("x", text))
    assert (told is None) == (parsed.root is None or bool(parsed.diagnostics))
    if told is not None:
        assert sum(line.lstrip().startswith("#") for line in told.split("\n")) >= len(parsed.comments)
