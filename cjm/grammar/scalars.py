"""Types of a single value. Each reads the text itself: YAML's own idea of it doesn't count."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from cjm.diagnostics import Advice, write
from cjm.grammar.binder import FAILED, Binder, Definitions, Schema, kind_of, listing, shorten
from cjm.source import Span
from cjm.syntax import Node, Scalar

# YAML 1.2's numbers without its hexadecimal and octal ones, which nobody means.
NUMBER = re.compile(r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?\Z")
# What a map can draw and a float still counts by ones.
LARGEST = 1e15
# YAML 1.2's core schema; its other words are YAML 1.1's, and texts today.
FLAGS = {form: word == "true" for word in ("true", "false") for form in (word, word.title(), word.upper())}
# These, and the patterns of `Pattern`, are compiled when a value first needs them.
_COMMENTED = r":[ \t]*(#(?:[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3}))(?![^\s,}])"
_HEX = r"#?([0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})"
NOT_FLAGS = {"yes": "true", "on": "true", "no": "false", "off": "false"}


class Text:
    """Any text, read as it is written: `1.10` and `no` are texts."""

    def __init__(self, what: str = "text", *, empty: bool = False) -> None:
        self.what = what
        self.empty = empty

    def bind(self, node: Node, binder: Binder) -> Any:
        """The text without white space around it."""
        if not isinstance(node, Scalar):
            return binder.expected(self.what, node)
        text = node.value.strip()
        if not text and not self.empty:
            return binder.expected(self.what, node, "write something, or leave it out")
        return text

    def schema(self, definitions: Definitions) -> Schema:
        """What a YAML reader may take a text for."""
        shape: Schema = {"type": ["string", "number", "boolean"]}
        return shape if self.empty else {**shape, "pattern": r"\S"}

    def describe(self) -> str:
        """«text»."""
        return self.what


class Pattern(Text):
    """A text of one shape, such as an id or a language tag; `mend` makes the nearest text that has it."""

    def __init__(
        self,
        what: str,
        pattern: str,
        rule: str,
        help: str,
        *,
        reserved: Mapping[str, str] | None = None,
        mend: Callable[[str], str] = lambda text: "",
    ) -> None:
        super().__init__(what)
        self.pattern = pattern
        self.rule = rule
        self.help = help
        self.reserved = dict(reserved or {})
        self.mend = mend

    def fits(self, text: str) -> bool:
        """Whether a text has the shape."""
        return re.fullmatch(self.pattern, text) is not None

    def bind(self, node: Node, binder: Binder) -> Any:
        """The text, if it has the shape."""
        if not isinstance(node, Scalar):
            return binder.expected(self.what, node)
        text = node.value.strip()
        if self.fits(text) and text not in self.reserved:
            return text
        help = self.reserved.get(text) or self.help
        if text not in self.reserved and (mended := self.mend(text[:200])):
            help = Advice(f"write {mended!r}: {help}", mended)
        return binder.error(self.rule, f"{shorten(text)!r} is not {self.what}", node.span, help)

    def schema(self, definitions: Definitions) -> Schema:
        """The same pattern; a number such as `2026` has the shape too, as the text it is."""
        shape: Schema = {"type": "string", "pattern": rf"^\s*(?:{self.pattern})\s*$"}
        if self.reserved:
            shape["not"] = {"enum": sorted(self.reserved)}
        for example, kind in (("0.1", "number"), ("2026", "integer")):
            if self.fits(example):
                return {"anyOf": [shape, {"type": kind, "minimum": 0}]}
        return shape


LANGUAGE_TAG = Pattern(
    "a language tag",
    r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*",
    "unknown-value",
    "a BCP 47 tag is written as en, nl or nl-BE",
    mend=lambda text: text.replace("_", "-") if re.fullmatch(r"[A-Za-z]{2,3}_[A-Za-z0-9]{2,8}", text) else "",
)


class Colour(Text):
    """`"#1A5FB4"`, `1A5FB4` (without quotes `#` starts a comment), `#15B`, or one of some names."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        super().__init__("a colour")
        self.names = tuple(names)

    def unquoted(self, key: Scalar, binder: Binder) -> None:
        """Note that the value of a key is a comment."""
        if found := re.compile(_COMMENTED).match(binder.source.text, key.span.end):
            span = Span(*found.span(1))
            help = Advice(f'put it in quotes: "{found[1]}"', f'"{found[1]}"')
            binder.error("syntax", f"{found[1]} is a comment here, not a colour", span, help)

    def bind(self, node: Node, binder: Binder) -> Any:
        """Six capital digits behind a `#`, or the name as it is known."""
        if not isinstance(node, Scalar):
            return binder.expected(self.what, node)
        text = node.value.strip()
        if text in self.names:
            return text
        if found := re.fullmatch(_HEX, text):
            digits = found[1] if len(found[1]) == 6 else "".join(2 * digit for digit in found[1])
            return f"#{digits.upper()}"
        ways = 'write red, green and blue in hexadecimal: "#1A5FB4"'
        if self.names:
            near = binder.suggestions.nearest(text, self.names)
            ways = f"{near} {ways}, or one of: {listing(self.names)}".strip()
            ways = Advice(ways, getattr(near, "instead", ""))
        return binder.error("unknown-value", f"{shorten(text)!r} is not {self.what}", node.span, ways)

    def schema(self, definitions: Definitions) -> Schema:
        """Digits, which a YAML reader may take for a number, or a name."""
        digits: Schema = {"type": "string", "pattern": rf"^\s*(?:{_HEX})\s*$"}
        names = [{"enum": list(self.names)}] if self.names else []
        return {"anyOf": [digits, *names, {"type": "integer", "minimum": 0}]}

    def describe(self) -> str:
        """«a colour: `"#1A5FB4"`», and the names."""
        return ", ".join(['a colour: `"#1A5FB4"`', *(f"`{name}`" for name in self.names)])


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
        value = number(node, binder, self.describe())
        if not isinstance(value, float):
            return value
        low = -LARGEST if self.low is None else self.low
        high = LARGEST if self.high is None else self.high
        message = f"{shorten(node.value)!r} is not {self.describe()}"
        if not low <= value <= high:
            return binder.error("out-of-range", message, node.span)
        if self.whole and value != int(value):
            return binder.error("bad-number", message, node.span, "leave the decimals out")
        return int(value) if self.whole else value

    def schema(self, definitions: Definitions) -> Schema:
        """A number within the bounds. In quotes it is one to the checker too, but not to an editor."""
        bounds = {"minimum": self.low, "maximum": self.high}
        said = {name: bound for name, bound in bounds.items() if bound is not None}
        return {"type": "integer" if self.whole else "number", **said}

    def describe(self) -> str:
        """«a number from 1 to 5»."""
        what = "a whole number" if self.whole else "a number"
        if self.low is not None and self.high is not None:
            return f"{what} from {self.low:g} to {self.high:g}"
        return f"{what} of at least {self.low:g}" if self.low is not None else what


def number(node: Scalar, binder: Binder, what: str = "a number") -> Any:
    """The float a scalar spells, or `FAILED` with the right spelling as advice."""
    text = node.value.strip()
    if not text or node.empty:
        return binder.expected(what, node)
    if not NUMBER.match(text):
        mended = mend_number(text)
        help = write(mended, "write digits, with a point before decimals")
        return binder.error("bad-number", f"{shorten(text)!r} is not {what}", node.span, help)
    value = float(text)
    if abs(value) > LARGEST:
        message = f"{shorten(text)!r} is too large a number"
        return binder.error("out-of-range", message, node.span, "write at most fifteen digits")
    return value


def mend_number(text: str) -> str:
    """The number that was probably meant, with a point before its decimals; or nothing."""
    plain = text[:40].replace("\u2212", "-").replace("\u2013", "-").removesuffix(",-")
    plain = re.sub(r"[\s_'’]", "", plain)
    if re.fullmatch(r"[-+]?[0-9]{1,3}(?:,[0-9]{3})+", plain):
        return f"{plain.replace(',', '')} (or {plain.replace(',', '.', 1)}, with a decimal point)"
    if "," in plain and "." in plain:  # the later sign is the decimal one
        plain = plain.replace("," if plain.rindex(",") < plain.rindex(".") else ".", "")
    plain = plain.replace(",", ".")
    return plain if NUMBER.match(plain) and plain != text else ""


class Flag:
    """`true` or `false`."""

    def bind(self, node: Node, binder: Binder) -> Any:
        """A bool."""
        word = node.value.strip() if isinstance(node, Scalar) else ""
        if word in FLAGS:
            return FLAGS[word]
        meant = NOT_FLAGS.get(word.lower())
        return binder.expected("true or false", node, f"write `{meant}`" if meant else "")

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
            return binder.expected(self.what, node, f"one of: {listing(self.words)}")
        word = node.value.strip()
        if word in self.words:
            return word
        if word in self.aliases:
            return self.aliases[word]
        near = binder.suggestions.nearest(word, [*self.words, *self.aliases])
        # A few words are told anyway: the nearest may not be the one that was meant.
        if not near or len(self.words) <= 6:
            near = Advice(f"{near} one of: {listing(self.words)}".strip(), getattr(near, "instead", ""))
        return binder.error("unknown-value", f"{kind_of(node)} is not {self.what}", node.span, near)

    def schema(self, definitions: Definitions) -> Schema:
        """An enumeration."""
        return {"enum": [*self.words, *self.aliases]}

    def describe(self) -> str:
        """The words, in code."""
        return ", ".join(f"`{word}`" for word in self.words)


class Written(str):
    """A reference as written, with its place: errors about it come later, in `project`."""

    path: str
    span: Span


def written(text: str, path: str, span: Span) -> Written:
    """A text that knows where it stands."""
    made = Written(text)
    made.path, made.span = path, span
    return made


class Reference(Text):
    """The id or name of something declared elsewhere; `project.resolve` finds it.

    A `free` one may be any text where no such thing is declared.
    """

    def __init__(self, kind: str, *, free: bool = False) -> None:
        article = "" if kind == "evidence" else "an " if kind[0] in "aeio" else "a "
        super().__init__(f"the id or {'title' if kind == 'evidence' else 'name'} of {article}{kind}")
        self.kind = kind
        self.free = free

    def bind(self, node: Node, binder: Binder) -> Any:
        """The text, which knows its span."""
        if not isinstance(node, Scalar):
            section = self.kind if self.kind == "evidence" else f"{self.kind}s"
            declare = f"declare it at the top under `{section}:`, and name it here"
            return binder.expected(self.what, node, declare if kind_of(node) == "a mapping" else "name one")
        text = super().bind(node, binder)
        return text if text is FAILED else written(text, binder.source.path, node.span)
