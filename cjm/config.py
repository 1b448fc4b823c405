"""Settings of a project: `cjm.yaml`, bound by the grammar like a journey."""

from typing import Any, Literal

from cjm.diagnostics import Diagnostic
from cjm.grammar.addresses import Path
from cjm.grammar.binder import FAILED, Binder, Definitions, Failed, Schema
from cjm.grammar.entity import Entity, Origin
from cjm.grammar.record import Key, Record
from cjm.grammar.scalars import FLAGS, LANGUAGE_TAG, Choice, Pattern, Text
from cjm.grammar.several import ListOf, MapOf
from cjm.source import Source
from cjm.syntax import Mapping, Node, Parsed, Scalar, Sequence

FORMATS = ("svg", "html")
VIEWS = ("map", "flow")
ENGINES = ("graphviz-pure", "dot")  # never a path: a project must not choose a program to run
PRESETS = ("minimal", "recommended", "strict")


class RuleSettings(Entity, frozen=True):
    """What a project says of one rule; `options` are that rule's own, which it checks."""

    severity: Literal["off", "info", "warning", "error"] | None = None
    options: dict[str, Any] = {}  # noqa: RUF012 (msgspec copies empty defaults)


class LintSettings(Entity, frozen=True):
    """Which rules run."""

    preset: Literal["minimal", "recommended", "strict"] = "recommended"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    rules: dict[str, RuleSettings] = {}  # noqa: RUF012 (msgspec copies empty defaults)


class Settings(Entity, frozen=True):
    """A project's settings; every one has a default."""

    required_version: str = ""
    exclude: tuple[str, ...] = ()
    output: str = "build"
    formats: tuple[str, ...] = FORMATS
    views: tuple[str, ...] = VIEWS
    engine: str = ""
    language: str = ""
    lint: LintSettings = LintSettings()


class _OfRule:
    """Settings of one rule: a severity alone, or a mapping with the rule's own options beside it."""

    _severity = Choice("a severity", ("off", "info", "warning", "error"))

    def bind(self, node: Node, binder: Binder) -> RuleSettings | Failed:
        """Options keep their spans, by which whoever knows the rule tells what is wrong with them."""
        if isinstance(node, Sequence):
            return binder.expected(self.describe(), node, "write `severity: off`, or an option of the rule")
        entries = node.entries if isinstance(node, Mapping) else ()
        spans = {entry.key.value: entry.value.span for entry in entries}
        options = {entry.key.value: _plain(entry.value) for entry in entries if entry.key.value != "severity"}
        said = next((entry.value for entry in entries if entry.key.value == "severity"), None)
        if isinstance(node, Scalar):
            said = node
        severity: Any = self._severity.bind(said, binder) if said is not None else None
        if isinstance(severity, Failed):
            return severity
        origin = Origin(binder.source.path, node.span, spans)
        return RuleSettings(origin=origin, severity=severity, options=options)

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


_RULE_NAME = Pattern(
    "a rule's name", r"[a-z]+(?:-[a-z]+)*", "unknown-value", "rules have names such as phase-without-owner"
)
LINT = Record(
    "lint",
    LintSettings,
    (
        Key(
            "preset",
            Choice("a preset", PRESETS),
            "The set of rules to start from; `recommended` where absent.",
        ),
        Key("select", ListOf(_RULE_NAME), "Rules to run beside the preset's."),
        Key("ignore", ListOf(_RULE_NAME), "Rules not to run."),
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
    ),
    "Which rules the linter runs.",
    noun="settings of the linter",
)
SETTINGS = Record(
    "settings",
    Settings,
    (
        Key(
            "required_version",
            Pattern(
                "a version",
                r"(?:>=\s*)?v?[0-9]{1,9}(?:\.[0-9]{1,9})*",
                "unknown-value",
                "write numbers and points: 0.1",
            ),
            "The oldest version of cjm that may build this project: `0.1` or later.",
        ),
        Key("exclude", ListOf(Text()), "Patterns, as in .gitignore, of files that are not read."),
        Key(
            "output",
            Path("a folder in the project", below=True),
            "The folder that maps are written to; `build` where absent.",
        ),
        Key("formats", ListOf(Choice("a format", FORMATS)), "The formats that are built."),
        Key("views", ListOf(Choice("a view", VIEWS)), "The views that are built."),
        Key("engine", Choice("an engine", ENGINES), "The Graphviz engine that lays out the flow."),
        Key("language", LANGUAGE_TAG, "The language of journeys that name none."),
        Key("lint", LINT, "Which rules the linter runs."),
    ),
    "Settings of a project.",
    noun="settings",
)


def bind(source: Source, parsed: Parsed, version: str) -> tuple[Settings, list[Diagnostic]]:
    """The settings that a `cjm.yaml` makes, and what is wrong with it. An empty one is fine."""
    binder = Binder(source, parsed.complete)
    root = parsed.root
    if root is None or (isinstance(root, Scalar) and root.empty):
        return Settings(), binder.diagnostics
    bound = SETTINGS.bind(root, binder)
    if bound is FAILED:
        return Settings(), binder.diagnostics
    wanted = bound.required_version.lstrip(">=v ")
    if wanted and _numbers(version) < _numbers(wanted):
        binder.error(
            "unsupported-version",
            f"this project needs cjm {wanted} or later; this is {version}",
            bound.at("required_version"),
            "upgrade: pipx upgrade cjm-compiler",
        )
    return bound, binder.diagnostics


def schema() -> Schema:
    """The JSON Schema (draft-07) of `cjm.yaml`."""
    definitions = Definitions()
    root = SETTINGS.schema(definitions)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "cjm settings",
        "allOf": [root],  # draft-07 ignores what stands beside `$ref`
        "definitions": definitions,
    }


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdecimal())
