"""Node → entity: what every type of value has in common, and the errors they share."""

from collections.abc import Collection, Iterable
from itertools import islice
from typing import Any, Final, Protocol

from cjm.diagnostics import Advice, Diagnostic, Edit, Related, Severity
from cjm.source import Source, Span
from cjm.syntax import Mapping, Node, Scalar


class Failed:
    """What a type gives where it couldn't read a value; the error is noted already."""

    def __repr__(self) -> str:
        return "FAILED"


FAILED: Final = Failed()

Schema = dict[str, Any]


class Definitions(dict[str, Schema]):
    """The named parts of one JSON Schema, each written once."""


class Type(Protocol):
    """One kind of value: how to read it, what a schema says of it, what the docs say."""

    def bind(self, node: Node, binder: "Binder") -> Any:
        """The value, or `FAILED` after noting why."""

    def schema(self, definitions: Definitions) -> Schema:
        """Its JSON Schema (draft-07)."""

    def describe(self) -> str:
        """A few words for the reference."""


class Suggestions:
    """Finds what an author probably meant; only so often, because a likeness costs time."""

    def __init__(self) -> None:
        self.left = 30_000

    def nearest(self, word: str, known: Collection[str], otherwise: str = "", likeness: float = 0.6) -> str:
        """«did you mean 'x'?» for the nearest known word, or else some advice."""
        from difflib import get_close_matches

        if self.left < len(known):
            return otherwise
        self.left -= len(known)
        folded = {name.casefold(): name for name in known}
        near = get_close_matches(word.casefold()[:100], folded, n=1, cutoff=likeness)
        return Advice(f"did you mean {folded[near[0]]!r}?", folded[near[0]]) if near else otherwise


class Binder:
    """The errors of one file so far, and the values that later keys are read by.

    `scope` holds early keys (`emotion_scale`); `within` the mappings that are being
    read, outermost first: what each is called, and its keys; `complete` is False where
    the text broke off, and then nothing is called missing.
    """

    def __init__(self, source: Source, complete: bool = True) -> None:
        self.source = source
        self.complete = complete
        self.diagnostics: list[Diagnostic] = []
        self.scope: dict[str, Any] = {}
        self.within: list[tuple[str, Collection[str]]] = []
        self.suggestions = Suggestions()

    def error(
        self,
        rule: str,
        message: str,
        span: Span,
        help: str = "",
        related: Iterable[Related] = (),
        edits: tuple[Edit, ...] = (),
    ) -> Failed:
        """Note an error; returns `FAILED` so that a type can return it."""
        path = self.source.path
        self.diagnostics.append(
            Diagnostic(rule, Severity.ERROR, message, path, span, help, tuple(related), edits=edits)
        )
        return FAILED

    def expected(self, what: str, node: Node, help: str = "") -> Failed:
        """Note that a value is of another type than its key wants."""
        if not help and self.source.text[node.span.start : node.span.start + 1] in tuple("[{"):
            help = "put a text that starts with a bracket in quotes"
        return self.error("wrong-type", f"expected {what}, found {kind_of(node)}", head(node), help)


def kind_of(node: Node) -> str:
    """A node in an author's words."""
    match node:
        case Scalar(empty=True):
            return "nothing"
        case Scalar():
            return f"{shorten(node.value)!r}" if node.value.strip() else "an empty text"
        case Mapping():
            return "a mapping"
        case _:
            return "a list"


def head(node: Node) -> Span:
    """What to point at: a scalar as a whole, of a collection its first key or item."""
    match node:
        case Mapping() if node.entries:
            return node.entries[0].key.span
        case Scalar():
            return node.span
        case _:
            return Span(node.span.start, min(node.span.end, node.span.start + 1))


def shorten(text: str, limit: int = 40) -> str:
    """A text short enough to stand in a message."""
    text = " ".join(text[: 10 * limit].split())
    return text if len(text) <= limit else text[: limit - 1] + "…"


def listing(words: Collection[str], total: int = 0, limit: int = 12) -> str:
    """Some known words, for advice: `a, b, c`; `total` counts those that aren't given."""
    total = total or len(words)
    more = f", … ({total:,} in all)" if total > limit else ""
    return ", ".join(shorten(word) for word in islice(words, limit)) + more


def in_passing(meaning: str) -> str:
    """A key's meaning as part of a sentence: «the phases, in order»."""
    return meaning[:1].lower() + meaning[1:].rstrip(".")
