"""Settings of the linter: `lint:` in `cjm.yaml`."""

from typing import Any, Literal

from cjm.config.custom import CUSTOM_RULE, RULE_NAME, CustomRule
from cjm.grammar.binder import FAILED, Binder, Definitions, Failed, Schema
from cjm.grammar.entity import Entity, Origin
from cjm.grammar.record import Key, Record
from cjm.grammar.scalars import FLAGS, Choice, Text, written
from cjm.grammar.several import ListOf, MapOf
from cjm.source import Span
from cjm.syntax import Mapping, Node, Scalar, Sequence

PRESETS = ("minimal", "recommended", "strict")
FAIL_ON = ("error", "warning", "info", "never")
Preset = Literal["minimal", "recommended", "strict"]


class RuleSettings(Entity, frozen=True):
    """What a project says of one rule; `options` are its own to check, `named` where their keys stand."""

    severity: Literal["off", "info", "warning", "error"] | None = None
    options: dict[str, Any] = {}  # noqa: RUF012 (msgspec copies empty defaults)
    named: dict[str, Span] = {}  # noqa: RUF012


class Override(Entity, frozen=True):
    """What holds for the files of some paths only."""

    paths: tuple[str, ...]
    preset: Preset | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    rules: dict[str, RuleSettings] = {}  # noqa: RUF012 (msgspec copies empty defaults)


class LintSettings(Entity, frozen=True):
    """Which rules run."""

    preset: Preset = "recommended"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Literal["error", "warning", "info", "never"] = "warning"
    rules: dict[str, RuleSettings] = {}  # noqa: RUF012 (msgspec copies empty defaults)
    custom: tuple[CustomRule, ...] = ()
    overrides: tuple[Override, ...] = ()


class _OfRule:
    """Settings of one rule: a severity alone, or a mapping with the rule's own options beside it."""

    _severity = Choice("a severity", ("off", "info", "warning", "error"))

    def bind(self, node: Node, binder: Binder) -> RuleSettings | Failed:
        """Options keep their spans, by which whoever knows the rule tells what is wrong with them."""
        if isinstance(node, Sequence):
            return binder.expected(self.describe(), node, "write `severity: off`, or an option of the rule")
        entries = node.entries if isinstance(node, Mapping) else ()
        spans = {entry.key.value: entry.value.span for entry in entries}
        named = {entry.key.value: entry.key.span for entry in entries}
        options = {entry.key.value: _plain(entry.value) for entry in entries if entry.key.value != "severity"}
        said = next((entry.value for entry in entries if entry.key.value == "severity"), None)
        if isinstance(node, Scalar):
            said = node
        severity: Any = self._severity.bind(said, binder) if said is not None else None
        if isinstance(severity, Failed):
            return severity
        origin = Origin(binder.source.path, node.span, spans)
        return RuleSettings(origin=origin, severity=severity, options=options, named=named)

    def schema(self, definitions: Definitions) -> Schema:
        """A severity, or an object with one and with options."""
        severity = self._severity.schema(definitions)
        return {
            "anyOf": [
                severity,
                {"type": "object", "properties": {"severity": severity}, "additionalProperties": True},
            ]
        }

    def describe(self) -> str:
        """What it is called in messages."""
        return "settings of a rule"


class _Named(Text):
    """A rule that is named, with its place: whether there is such a rule is asked later."""

    def bind(self, node: Node, binder: Binder) -> Any:
        """The name as `Written`."""
        text = RULE_NAME.bind(node, binder)
        return text if text is FAILED else written(text, binder.source.path, node.span)

    def schema(self, definitions: Definitions) -> Schema:
        """That of a rule's name."""
        return RULE_NAME.schema(definitions)


_NAMES = ListOf(_Named("a rule's name"))


def _plain(node: Node) -> Any:
    """A value as YAML 1.2 reads it, lists as tuples."""
    if isinstance(node, Sequence):
        return tuple(_plain(item) for item in node.items)
    if isinstance(node, Mapping):
        return {entry.key.value: _plain(entry.value) for entry in node.entries}
    if not node.plain:
        return node.value
    if node.value in FLAGS:
        return FLAGS[node.value]
    for kind in (int, float):
        try:
            return kind(node.value)
        except ValueError:
            continue
    return node.value


_CHOICE = (
    Key("preset", Choice("a preset", PRESETS), "The set of rules to start from; `recommended` where absent."),
    Key("select", _NAMES, "Rules to run beside the preset's."),
    Key("ignore", _NAMES, "Rules not to run."),
    Key(
        "rules",
        MapOf(
            "rule",
            _OfRule(),
            "a mapping from a rule's name to its settings",
            "phase-without-owner: off",
        ),
        "Settings per rule: its `severity` (off, info, warning, error), and its own options.",
    ),
)
_OVERRIDE = Record(
    "override",
    Override,
    (
        Key("paths", ListOf(Text(), required=True), "Patterns of files, as in .gitignore.", required=True),
        *_CHOICE,
    ),
    "Rules for some paths only.",
    noun="an override",
)
LINT = Record(
    "lint",
    LintSettings,
    (
        *_CHOICE,
        Key(
            "fail_on",
            Choice("a severity", FAIL_ON),
            "The least severity with which `cjm lint` exits with 1; `warning` where absent.",
        ),
        Key("overrides", ListOf(_OVERRIDE), "What holds for some paths only; the last one that fits wins."),
        Key("custom", ListOf(CUSTOM_RULE), "Rules of one's own; they need the extra `rules`."),
    ),
    "Which rules the linter runs.",
    noun="settings of the linter",
)
