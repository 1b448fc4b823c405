"""Types of a single value. Each reads the text itself: YAML's own idea of it doesn't count."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from cjm.grammar.binder import Binder, Definitions, Schema, kind_of, listing, shorten
from cjm.source import Span
from cjm.syntax import Node, Scalar

# YAML 1.2's numbers without its hexadecimal and octal ones, which nobody means.
NUMBER = re.compile(r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d{1,3})?\Z")
_TEXT: Schema = {"type": ["string", "number", "boolean"]}


class Text:
    """Any text, read as it is written: `1.10` and `no` are texts."""

    def __init__(self, what: str = "text") -> None:
        self.what = what

    def bind(self, node: Node, binder: Binder) -> Any:
        """The text without white space around it."""
        if not isinstance(node, Scalar) or not node.value.strip():
            return binder.expected(self.what, node)
        return node.value.strip()

    def schema(self, definitions: Definitions) -> Schema:
        """What a YAML reader may take a text for."""
        return dict(_TEXT)

    def describe(self) -> str:
        """«text»."""
        return self.what


class Pattern(Text):
    """A text of one shape, such as an id or a language tag."""

    def __init__(self, what: str, pattern: str, rule: str, help: str, reserved: Iterable[str] = ()) -> None:
        super().__init__(what)
        self.pattern = re.compile(pattern)
        self.rule = rule
        self.help = help
        self.reserved = frozenset(reserved)

    def bind(self, node: Node, binder: Binder) -> Any:
        """The text, if it has the shape."""
        if not isinstance(node, Scalar):
            return binder.expected(self.what, node)
        if not self.pattern.fullmatch(node.value) or node.value in self.reserved:
            return binder.error(
                self.rule, f"{shorten(node.value)!r} is not {self.what}", node.span, self.help
            )
        return node.value

    def schema(self, definitions: Definitions) -> Schema:
        """The same pattern; a number such as `2026` has the shape too, as the text it is."""
        shape: Schema = {"type": "string", "pattern": f"^(?:{self.pattern.pattern})$"}
        if self.reserved:
            shape["not"] = {"enum": sorted(self.reserved)}
        if self.pattern.fullmatch("2026"):
            return {"anyOf": [shape, {"type": "integer", "minimum": 0}]}
        return shape


class Number:
    """A number within bounds; `whole` without decimals."""

    def __init__(self, low: float | None = None, high: float | None = None, *, whole: bool = False) -> None:
        self.low = low
        self.high = high
        self.whole = whole

    def bind(self, node: Node, binder: Binder) -> Any:
        """A float, or an int where `whole`."""
        if not isinstance(node, Scalar):
            return binder.expected(self.describe(), node)
        value = number(node, binder)
        if not isinstance(value, float):
            return value
        if (self.low is not None and value < self.low) or (self.high is not None and value > self.high):
            return binder.error("out-of-range", f"{node.value} is not {self.describe()}", node.span)
        if self.whole and value != int(value):
            return binder.error(
                "bad-number", f"{node.value} is not {self.describe()}", node.span, "leave the decimals out"
            )
        return int(value) if self.whole else value

    def schema(self, definitions: Definitions) -> Schema:
        """A number, or its text in quotes."""
        shape: Schema = {"type": "integer" if self.whole else "number"}
        if self.low is not None:
            shape["minimum"] = self.low
        if self.high is not None:
            shape["maximum"] = self.high
        return shape

    def describe(self) -> str:
        """«a number from 1 to 5»."""
        what = "a whole number" if self.whole else "a number"
        if self.low is not None and self.high is not None:
            return f"{what} from {self.low:g} to {self.high:g}"
        return f"{what} of at least {self.low:g}" if self.low is not None else what


def number(node: Scalar, binder: Binder) -> Any:
    """The float a scalar spells, or `FAILED` with the right spelling as advice."""
    text = node.value.strip()
    if NUMBER.match(text) and len(text) <= 30:
        return float(text)
    plain = text.replace(",", ".").replace("\u2212", "-").replace("_", "").replace(" ", "")
    help = f"write {plain}" if NUMBER.match(plain) else "write digits, with a point before decimals"
    return binder.error("bad-number", f"{shorten(text)!r} is not a number", node.span, help)


class Flag:
    """`true` or `false`."""

    def bind(self, node: Node, binder: Binder) -> Any:
        """A bool."""
        if isinstance(node, Scalar) and node.value in ("true", "false"):
            return node.value == "true"
        return binder.expected("true or false", node)

    def schema(self, definitions: Definitions) -> Schema:
        """A boolean."""
        return {"type": "boolean"}

    def describe(self) -> str:
        """«true or false»."""
        return "`true` or `false`"


class Choice:
    """One of some words, which may have other spellings."""

    def __init__(self, what: str, words: Iterable[str], aliases: Mapping[str, str] | None = None) -> None:
        self.what = what
        self.words = tuple(words)
        self.aliases = dict(aliases or {})

    def bind(self, node: Node, binder: Binder) -> Any:
        """The word in its first spelling."""
        if not isinstance(node, Scalar):
            return binder.expected(f"{self.what}: {listing(self.words)}", node)
        word = node.value.strip()
        if word in self.words:
            return word
        if word in self.aliases:
            return self.aliases[word]
        help = binder.suggestion(word, [*self.words, *self.aliases], f"one of: {listing(self.words)}")
        return binder.error("unknown-value", f"{kind_of(node)} is not {self.what}", node.span, help)

    def schema(self, definitions: Definitions) -> Schema:
        """An enumeration."""
        return {"enum": [*self.words, *self.aliases]}

    def describe(self) -> str:
        """The words, in code."""
        return ", ".join(f"`{word}`" for word in self.words)


class Written(str):
    """A reference as written, with its place: errors about it come later, in `project`."""

    span: Span


class Reference(Text):
    """The id or name of something declared elsewhere; `project.resolve` finds it."""

    def __init__(self, kind: str) -> None:
        super().__init__(f"the id or name of {'an' if kind[0] in 'aeio' else 'a'} {kind}")
        self.kind = kind

    def bind(self, node: Node, binder: Binder) -> Any:
        """The text, which knows its span."""
        text = super().bind(node, binder)
        if isinstance(text, str):
            text = Written(text)
            text.span = node.span
        return text
