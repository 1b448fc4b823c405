"""Rules of one's own: `lint: {custom: …}` in `cjm.yaml`."""

from typing import Any, Literal

from cjm.grammar.binder import FAILED, Binder
from cjm.grammar.entity import Entity
from cjm.grammar.record import Key, Record
from cjm.grammar.scalars import Choice, Pattern, Text
from cjm.source import Span
from cjm.syntax import Node, Scalar

MAX_EXPRESSION = 1_000  # characters


class Expression(str):
    """An expression in CEL, with its place; `written` is its text in the file, quotes and all."""

    path: str
    span: Span
    written: str

    def place(self, start: int, end: int) -> Span:
        """Where a part of it stands in the file.

        YAML folds lines, doubles quotes and takes off indentation: what is left is the same
        signs in the same order.
        """
        offsets, at = [], 0
        for sign in self[:end]:
            found = at if sign.isspace() else max(at, self.written.find(sign, at))
            offsets.append(found)
            at = found if sign.isspace() else found + 1
        while start < end - 1 and self[start].isspace():
            start += 1
        first = offsets[start] if start < len(offsets) else at
        last = offsets[-1] + 1 if offsets else at
        return Span(self.span.start + first, self.span.start + max(first, last))


class CustomRule(Entity, frozen=True):
    """A rule of the project's own: where `when` holds, `check` must hold too."""

    name: str
    on: Literal["journey", "phase", "touchpoint"]
    check: Expression
    when: Expression | None = None
    message: str = ""
    help: str = ""
    severity: Literal["info", "warning", "error"] = "warning"


class _Cel(Text):
    """An expression. What it means, and whether it means anything, is the linter's business."""

    def __init__(self) -> None:
        super().__init__("an expression")

    def bind(self, node: Node, binder: Binder) -> Any:
        """The expression, which knows its place."""
        if not isinstance(node, Scalar):
            return binder.expected(self.what, node, "put it in quotes")
        text = super().bind(node, binder)
        if text is FAILED:
            return FAILED
        if len(text) > MAX_EXPRESSION:
            message = f"an expression of more than {MAX_EXPRESSION:,} characters"
            return binder.error("limit-exceeded", message, node.span, "make several rules of it")
        said = Expression(text)
        said.path, said.span = binder.source.path, node.span
        said.written = node.span.of(binder.source.text)
        return said


RULE_NAME = Pattern(
    "a rule's name", r"[a-z]+(?:-[a-z]+)*", "unknown-value", "rules have names such as phase-without-owner"
)
CUSTOM_RULE = Record(
    "custom_rule",
    CustomRule,
    (
        Key("name", RULE_NAME, "What it is called, in `ignore` and in comments too.", required=True),
        Key(
            "on",
            Choice("a thing to look at", ("journey", "phase", "touchpoint")),
            "What it looks at: once at the journey, or at each phase or touchpoint.",
            required=True,
        ),
        Key("when", _Cel(), "An expression in CEL: where it is false, the rule doesn't apply."),
        Key(
            "assert",
            _Cel(),
            "An expression in CEL that must be true: `size(touchpoint.channels) > 0`.",
            required=True,
            field="check",
        ),
        Key("message", Text(), "What to say where it isn't; `{touchpoint.name}` stands for the name."),
        Key("help", Text(), "What to do about it."),
        Key(
            "severity",
            Choice("a severity", ("info", "warning", "error")),
            "How bad that is; `warning` where absent.",
        ),
    ),
    "A rule of one's own.",
    noun="a rule of one's own",
)
