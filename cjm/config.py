"""Settings of a project: `cjm.yaml`, bound by the grammar like a journey."""

from typing import Any, Literal

from cjm.diagnostics import Diagnostic
from cjm.grammar.binder import FAILED, Binder, Definitions, Schema
from cjm.grammar.entity import Entity
from cjm.grammar.record import Key, ListOf, MapOf, Record
from cjm.grammar.scalars import Choice, Pattern, Text
from cjm.source import Source, Span
from cjm.syntax import Node, Parsed, Scalar

FORMATS = ("svg", "html")
VIEWS = ("map", "flow")
ENGINES = ("graphviz-pure", "dot")  # never a path: a project must not choose a program to run
PRESETS = ("minimal", "recommended", "strict")


class RuleSettings(Entity, frozen=True):
    """What a project says of one rule."""

    severity: Literal["off", "info", "warning", "error"] | None = None


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


class InProject(Text):
    """A path that stays below the project's folder."""

    def bind(self, node: Node, binder: Binder) -> Any:
        """The path with forward slashes."""
        text = super().bind(node, binder)
        if not isinstance(text, str):
            return text
        path = text.replace("\\", "/")
        if path.startswith("/") or ".." in path.split("/") or ":" in path:
            assert isinstance(node, Scalar)
            return binder.error("unsafe-path", f"{text!r} leads out of the project", node.span)
        return path


def _rule(_key: Scalar, value: RuleSettings) -> RuleSettings:
    return value


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
                Record(
                    "rule_settings",
                    RuleSettings,
                    (
                        Key(
                            "severity",
                            Choice("a severity", ("off", "info", "warning", "error")),
                            "How bad a finding of this rule is.",
                        ),
                    ),
                    "Settings of one rule.",
                ),
                "a mapping from a rule's name to its settings",
                _rule,
            ),
            "Settings per rule.",
        ),
    ),
    "Which rules the linter runs.",
)
SETTINGS = Record(
    "settings",
    Settings,
    (
        Key(
            "required_version",
            Text(),
            "The oldest version of cjm that may build this project: `0.1` or later.",
        ),
        Key("exclude", ListOf(Text()), "Patterns, as in .gitignore, of files that are not read."),
        Key(
            "output",
            InProject("a folder in the project"),
            "The folder that maps are written to; `build` where absent.",
        ),
        Key("formats", ListOf(Choice("a format", FORMATS)), "The formats that are built."),
        Key("views", ListOf(Choice("a view", VIEWS)), "The views that are built."),
        Key("engine", Choice("an engine", ENGINES), "The Graphviz engine that lays out the flow."),
        Key("language", Text(), "The language of journeys that name none."),
        Key("lint", LINT, "Which rules the linter runs."),
    ),
    "Settings of a project.",
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
    wanted = bound.required_version
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
        **root,
        "definitions": definitions,
    }


def _numbers(version: str) -> tuple[int, ...]:
    parts = version.lstrip(">=v ").split(".")
    return tuple(int(part) for part in parts if part.isdecimal())


NO_PLACE = Span(0, 0)
