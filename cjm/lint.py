"""Rules × project → findings: selection, severity and suppression in one place.

A rule sees the model and says what it found; everything else is decided here.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any, Literal

import msgspec

from cjm.config import LintSettings
from cjm.diagnostics import Diagnostic, Related, Severity
from cjm.grammar.entity import Entity
from cjm.model.entities import Journey
from cjm.model.identity import subject
from cjm.project import Project
from cjm.source import Source
from cjm.syntax import Comment

Preset = Literal["minimal", "recommended", "strict"]
_PRESETS: tuple[Preset, ...] = ("minimal", "recommended", "strict")


class Problem(msgspec.Struct, frozen=True):
    """What a rule found: at which key of which journey, phase or touchpoint, and in which part of it."""

    thing: Any
    key: str
    message: str
    help: str = ""
    related: tuple[Related, ...] = ()
    part: Entity | None = None


Check = Callable[..., Iterator[Problem]]


class Rule(msgspec.Struct, frozen=True):
    """One check of the craft: its name, its severity and the first preset that it is in."""

    name: str
    severity: Severity
    preset: Preset
    check: Check
    needs_today: bool = False


def rule(severity: Severity, *, preset: Preset | None = None) -> Callable[[Check], Rule]:
    """Make a function a rule of the same name; warnings are in every preset, infos from `recommended` on."""

    def declare(check: Check) -> Rule:
        first: Preset = preset or ("minimal" if severity is Severity.WARNING else "recommended")
        name = check.__name__.replace("_", "-")
        return Rule(name, severity, first, check, "today" in check.__annotations__)

    return declare


def run(
    rules: Iterable[Rule],
    project: Project,
    journey: Journey,
    source: Source,
    comments: Sequence[Comment],
    today: date | None = None,
) -> list[Diagnostic]:
    """The findings in one journey, after selection and suppression.

    Rules that need today's date are skipped where none is given.
    """
    settings = project.settings.lint
    ignored = _ignores(source, comments)
    findings = []
    for each in rules:
        severity = _severity(each, settings, journey)
        if severity is None or (each.needs_today and today is None):
            continue
        options: dict[str, Any] = {"today": today} if each.needs_today else {}
        for problem in each.check(journey, **options):
            finding = _finding(each, severity, problem, journey)
            if not ignored(finding):
                findings.append(finding)
    return findings


def _finding(each: Rule, severity: Severity, problem: Problem, journey: Journey) -> Diagnostic:
    place = problem.part or problem.thing
    return Diagnostic(
        each.name,
        severity,
        problem.message,
        journey.path,
        place.at(problem.key),
        problem.help,
        problem.related,
        subject(journey, problem.thing, problem.part),
    )


def _severity(each: Rule, settings: LintSettings, journey: Journey) -> Severity | None:
    """How bad a finding of this rule is here; None where the rule doesn't run."""
    chosen = settings.rules.get(each.name)
    if chosen is not None and chosen.severity is not None:
        return None if chosen.severity == "off" else Severity(chosen.severity)
    if each.name in settings.ignore:
        return None
    wanted = _PRESETS.index(settings.preset) >= _PRESETS.index(each.preset)
    if not wanted and each.name not in settings.select:
        return None
    if journey.status == "draft" and each.severity is Severity.WARNING:
        return Severity.INFO
    return each.severity


_IGNORE = re.compile(r"#\s*cjm:\s*(ignore|ignore-file)\[([^\]]*)\]")


def _ignores(source: Source, comments: Sequence[Comment]) -> Callable[[Diagnostic], bool]:
    """Whether a comment silences a finding: on its line, above it, or for the file."""
    everywhere: set[str] = set()
    lines: dict[int, set[str]] = {}
    for comment in comments:
        found = _IGNORE.match(comment.text)
        if not found:
            continue
        names = {name.strip() for name in found[2].split(",")}
        if found[1] == "ignore-file":
            everywhere |= names
            continue
        line = source.position(comment.span.start).line
        alone = source.line(line).lstrip().startswith("#")
        lines.setdefault(_next_written(source, line) if alone else line, set()).update(names)

    def ignored(finding: Diagnostic) -> bool:
        if finding.rule in everywhere:
            return True
        return bool(lines) and finding.rule in lines.get(source.position(finding.span.start).line, ())

    return ignored


def _next_written(source: Source, line: int) -> int:
    """The next line that says something."""
    line += 1
    while line <= source.lines and (not (text := source.line(line).strip()) or text.startswith("#")):
        line += 1
    return line
