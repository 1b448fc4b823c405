"""Settings of a project: `cjm.yaml`, bound by the grammar like a journey."""

from collections.abc import Mapping
from typing import Any

from cjm.config.custom import MAX_EXPRESSION, CustomRule, Expression
from cjm.config.differing import DIFF, LEVELS, TOPICS, DiffSettings
from cjm.config.linting import FAIL_ON, LINT, PRESETS, LintSettings, Override, RuleSettings
from cjm.diagnostics import Diagnostic
from cjm.grammar.addresses import Path
from cjm.grammar.binder import FAILED, Binder, Definitions, Schema
from cjm.grammar.entity import Entity
from cjm.grammar.record import Key, Record
from cjm.grammar.scalars import FLAGS, LANGUAGE_TAG, Choice, Flag, Pattern, Text
from cjm.grammar.several import Later, ListOf
from cjm.offered import DEFAULT_FORMATS, DEFAULT_OUTPUT, DEFAULT_VIEWS, FORMATS, VIEWS
from cjm.source import Source
from cjm.syntax import Node, Parsed, Scalar

__all__ = [
    "ENGINES",
    "FAIL_ON",
    "LEVELS",
    "MAX_EXPRESSION",
    "PRESETS",
    "TOPICS",
    "CustomRule",
    "DiffSettings",
    "Expression",
    "FontFile",
    "LintSettings",
    "Override",
    "RuleSettings",
    "Settings",
    "bind",
    "schema",
]

ENGINES = ("graphviz-pure", "dot")  # never a path: a project must not choose a program to run


class FontFile(Entity, frozen=True):
    """A font for pictures, by its path from the settings."""

    file: str


class Settings(Entity, frozen=True):
    """A project's settings; every one has a default."""

    required_version: str = ""
    sources: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    output: str = DEFAULT_OUTPUT
    formats: tuple[str, ...] = DEFAULT_FORMATS
    views: tuple[str, ...] = DEFAULT_VIEWS
    engine: str = ""
    language: str = ""
    fonts: tuple[FontFile, ...] = ()
    theme: Entity | None = None  # `config.theming.Theme`, imported where there is one
    templates: str = ""
    vocabulary: Mapping[str, str] = {}
    crm: tuple[str, ...] = ()
    portfolio: bool = True
    lint: LintSettings = LintSettings()
    diff: DiffSettings = DiffSettings()


class _Templates(Path):
    """`true` for the folder `templates`, `false` for none, or a folder."""

    def __init__(self) -> None:
        super().__init__("a folder in the project", below=True)

    def bind(self, node: Node, binder: Binder) -> Any:
        """The folder; empty for none."""
        said = FLAGS.get(node.value) if isinstance(node, Scalar) and node.plain else None
        return super().bind(node, binder) if said is None else "templates" if said else ""

    def schema(self, definitions: Definitions) -> Schema:
        """A flag or a path."""
        return {"anyOf": [{"type": "boolean"}, super().schema(definitions)]}

    def describe(self) -> str:
        """«`true` or a folder in the project»."""
        return f"`true` or {self.what}"


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
        Key(
            "sources",
            ListOf(
                Pattern(
                    "a folder or a pattern in the project",
                    r"(?!\s)(?!\.\.?(?:/|$))(?=[\s/!]*[^\\\s/!])[^\\]*",
                    "unsafe-path",
                    "write it from the folder of this file, with forward slashes: journeys/",
                )
            ),
            "Folders and patterns, as in .gitignore, of the files that are read: journeys and libraries; "
            "everything below where absent.",
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
        Key(
            "fonts",
            ListOf(
                Record(
                    "font_file",
                    FontFile,
                    (
                        Key(
                            "file",
                            Path("a font file in the project", below=True),
                            "The font: .ttf, .otf, .ttc or .otc.",
                            required=True,
                        ),
                    ),
                    "A font for PNG and PDF.",
                    noun="a font",
                    shorthand="file",
                )
            ),
            "Fonts for what Arimo lacks in PNG and PDF (Chinese, Arabic, emoji), after those of `--font`.",
        ),
        Key(
            "theme",
            Later("cjm.config.theming", "THEME"),
            "How maps look: a theme of cjm, or one of one's own.",
        ),
        Key(
            "templates",
            _Templates(),
            "Where the project keeps templates of its own, `true` for `templates`: each is used instead of "
            "cjm's of the same name. Only for projects that you trust.",
        ),
        Key(
            "vocabulary",
            Later("cjm.config.vocabulary", "VOCABULARY"),
            "What the project calls things: its own words for labels on maps.",
        ),
        Key(
            "crm",
            ListOf(Text()),
            "The stages of the CRM, by their names there: with this list the `crm` of a phase must be one.",
        ),
        Key(
            "portfolio", Flag(), "Whether there is a page of all journeys, `index.html`; `true` where absent."
        ),
        Key("lint", LINT, "Which rules the linter runs."),
        Key("diff", DIFF, "What `cjm diff` makes of changes."),
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
