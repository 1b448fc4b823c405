"""What holds of every text that is formatted: it says the same, and formatting it again changes nothing."""

import re
import warnings
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from messy import annotated, messy
from model_of import checked
from ruamel.yaml import YAML
from strange import ANY_TEXT, YAMLISH, bent, in_other_lines, mutated

from cjm.formatter import formatted
from cjm.source import Source
from cjm.syntax import parse

CORPUS = sorted(Path(__file__).parents[1].rglob("*.y*ml"))


def read(text: str, version: tuple[int, int] = (1, 2)) -> Any:
    """What another reader makes of a text, as YAML of one version."""
    reader = YAML(typ="safe", pure=True)
    reader.version = version  # type: ignore[assignment]
    with warnings.catch_warnings():  # of anchors that are given twice, and of floats in YAML 1.1
        warnings.simplefilter("ignore")
        return reader.load(text)


def formed(text: str) -> str:
    """A text formatted, and what always holds of that."""
    source = Source("x.cjm.yaml", text)
    made = formatted(source)
    if made.diagnostics or made.left:
        assert made.text == text
        return text
    again = formatted(Source("x.cjm.yaml", made.text))
    assert (again.text, again.left, again.diagnostics) == (made.text, "", ())
    assert comments(made.text) == comments(text)
    return made.text


def comments(text: str) -> Counter[str]:
    return Counter(each.text.rstrip() for each in parse(Source("x", text)).comments)


def kinds(text: str) -> Counter[str]:
    """What `cjm check` says of a text, wherever."""
    return Counter(each.rule for each in checked(text).diagnostics)


@given(messy())
def test_whatever_its_style_a_formatted_journey_says_the_same(text: str) -> None:
    made = formed(text)
    assert kinds(made) == kinds(text)
    if made != text:
        assert read(made) == read(text)


@given(messy())
def test_nothing_that_is_formatted_means_something_else_in_yaml_of_before(text: str) -> None:
    made = formed(text)
    said = made != text
    # Words that were bare before mean then what they meant; those that lost their quotes are text.
    if said and not re.search(r"\b(?:yes|no|on|off|y|n)\b", text, re.IGNORECASE):
        assert read(made, (1, 1)) == read(text, (1, 1))


@given(annotated())
def test_comments_stay_with_what_they_are_about(text: str) -> None:
    made = formed(text)
    assert kinds(made) == kinds(text)
    assert about(made) == about(text)


def about(text: str) -> Counter[tuple[str, str]]:
    """Each comment beside a value, with its line; each that silences a rule, with the next line."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    said = [line for line in lines if not line.startswith("#")]
    found = [tuple(re.split(r"\s+#", line, maxsplit=1)) for line in said if re.search(r"\s# beside$", line)]
    for number, line in enumerate(lines):
        if line.startswith("# cjm: ignore["):
            below = next((each for each in lines[number + 1 :] if not each.startswith("#")), "")
            found.append((line, below.removeprefix("- ")))
    return Counter((first.removeprefix("- "), second) for first, second in found)


@given(mutated() | in_other_lines() | bent() | YAMLISH | ANY_TEXT)
def test_damaged_texts_are_formatted_or_left_alone(text: str) -> None:
    assert kinds(formed(text)) == kinds(text)


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_every_text_of_the_corpora_is_formatted_or_left_alone(path: Path) -> None:
    data = path.read_bytes()
    try:
        text = data.decode().removeprefix("\ufeff")
    except UnicodeDecodeError:
        return
    assert kinds(formed(text)) == kinds(text)
