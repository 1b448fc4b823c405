"""Every message there is about a journey, a library or the settings.

Reading makes errors, the linter makes findings; both are `Diagnostic`s, and the
reporters print nothing else.
"""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple, Self

import msgspec

from cjm.counting import counted
from cjm.source import Span


class Edit(NamedTuple):
    """Another text in the place of a span."""

    span: Span
    text: str


class NewId(msgspec.Struct, frozen=True, tag=True):
    """An `id:` for the thing at a span, which has none; a `bare` one is written as its name alone."""

    span: Span
    id: str
    bare: bool


class Order(msgspec.Struct, frozen=True, tag=True):
    """The items of a list, by their spans, in the order that they should have."""

    spans: tuple[Span, ...]


class Severity(StrEnum):
    """How bad it is; `info` doesn't fail a run unless asked to."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the worst, so that sorting by it puts errors first."""
        return list(Severity).index(self)

    @property
    def word(self) -> str:
        """What people call one: an `info` is a note."""
        return "note" if self is Severity.INFO else self.value


class Advice(str):
    """What to do about it and, where that is plain, the very text to write `instead`."""

    instead: str

    def __new__(cls, text: str, instead: str = "") -> Self:
        """`Advice("write 1.5", "1.5")`."""
        made = super().__new__(cls, text)
        made.instead = instead
        return made

    def __add__(self, more: str) -> "Advice":
        """With a further word; what to write instead stays."""
        return Advice(str(self) + more, self.instead)


def write(text: str, otherwise: str = "") -> str:
    """«write 1.5», where there is a right spelling."""
    return Advice(f"write {text}", text) if text else otherwise


class Related(msgspec.Struct, frozen=True):
    """Another place that belongs to a message, and what is there."""

    message: str
    path: str
    span: Span


class Subject(msgspec.Struct, frozen=True):
    """The thing a finding is about: its kind (`touchpoint`), its id and its name, cut where it is long."""

    kind: str
    id: str
    name: str


class Diagnostic(msgspec.Struct, frozen=True):
    """One message: what is wrong, where, how bad, and what to do about it.

    `edits` mend it: where there are none, what its advice says to write instead does.
    A `guess` would mend it too, if its author meant that.
    `rule` is the kind of error (`unknown-key`) or the name of a lint rule;
    `subject` holds the ids of the thing it is about, outermost first, which
    outlive its line number; `about` says what kind of thing that is, and its name.
    """

    rule: str
    severity: Severity
    message: str
    path: str
    span: Span
    help: str = ""
    related: tuple[Related, ...] = ()
    subject: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()
    about: Subject | None = None
    guess: Edit | NewId | Order | None = None


def ordered(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """By file and place, each message once.

    The same text read through two YAML aliases says the same thing twice.
    """
    unique = {(d.path, d.span, d.rule, d.message): d for d in diagnostics}
    return sorted(unique.values(), key=lambda d: (d.path, d.span, d.severity.rank, d.rule, d.message))


def counts(diagnostics: Iterable[Diagnostic]) -> str:
    """`2 errors, 1 note`, the worst first; empty where there are none."""
    found = Counter(each.severity for each in diagnostics)
    return ", ".join(counted(found[each], each.word) for each in Severity if found[each])
