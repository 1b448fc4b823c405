"""Messages of custom rules: a text in which `{touchpoint.name}` stands for a value.

In: the text and what it may name. Out: the text with the values in it.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from cjm.grammar.binder import shorten

_PLACEHOLDER = re.compile(r"\{([a-z_]+(?:\.[A-Za-z0-9_-]+)*)\}")
_LONGEST = 80


class Unknown(msgspec.Struct, frozen=True):
    """A placeholder that names nothing: as written, and the part of it that isn't there."""

    written: str
    part: str


def completed(message: str, variables: Mapping[str, Any]) -> str:
    """The message with a value in the place of each name; nothing where none is said."""
    return _PLACEHOLDER.sub(lambda found: _said(_value(found[1], variables)), message)


def named(message: str) -> set[str]:
    """The variables that a message speaks of."""
    return {found[1].partition(".")[0] for found in _PLACEHOLDER.finditer(message)}


def unknown(message: str, variables: Mapping[str, Any]) -> Iterator[Unknown]:
    """The placeholders that name nothing, or something that can't be said in a sentence."""
    for found in _PLACEHOLDER.finditer(message):
        inner: Any = variables
        for part in found[1].split("."):
            if not isinstance(inner, Mapping) or part not in inner:
                yield Unknown(found[0], part)
                break
            inner = inner[part]
        else:
            if isinstance(inner, Mapping) or (isinstance(inner, list) and isinstance(inner[0], Mapping)):
                yield Unknown(found[0], "")


def words(message: str) -> set[str]:
    """Every part of every placeholder."""
    return {part for found in _PLACEHOLDER.finditer(message) for part in found[1].split(".")}


def _value(path: str, variables: Mapping[str, Any]) -> Any:
    inner: Any = variables
    for part in path.split("."):
        inner = inner.get(part) if isinstance(inner, Mapping) else None
    return inner


def _said(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case float():
            return f"{value:.15g}"
        case list():
            return shorten(", ".join(_said(each) for each in value[:20]), _LONGEST)
        case _:
            return shorten(str(value), _LONGEST)
