"""Rules × project → findings: selection, severity and suppression in one place.

A rule sees the model and says what it found; everything else is decided here.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from cjm.config import LintSettings
from cjm.diagnostics import Diagnostic, Severity
from cjm.grammar.binder import Suggestions
from cjm.lint.ignores import Ignores, Named, removal
from cjm.lint.rule import PRESETS, Preset, Problem, Rule, fitting, rule
from cjm.model.entities import Journey
from cjm.model.identity import about, subject
from cjm.project import Project
from cjm.source import Source
from cjm.syntax import Comment

__all__ = ["PRESETS", "Preset", "Problem", "Rule", "rule", "run", "run_project"]

UNUSED_IGNORE = "unused-ignore"


def run(
    rules: Sequence[Rule],
    project: Project,
    journey: Journey,
    sources: Mapping[str, Source],
    comments: Mapping[str, Sequence[Comment]],
    today: date | None = None,
    known: Collection[str] = (),
) -> list[Diagnostic]:
    """The findings in one journey, after selection and suppression.

    Rules that need today's date are skipped where none is given; `known` are the names of
    rules that there are besides, which a comment may name.
    """
    chosen = _chosen(rules, project.settings.lint, draft=journey.status == "draft", today=today)
    found = [
        (each, _finding(each, severity, problem, journey))
        for each, severity in chosen
        if each.on == "journey"
        for problem in each.check(journey, **_arguments(each, project, today))
    ]
    speaking = {each.name for each, _ in found}
    told = [finding for each, finding in found if not speaking.intersection(each.yields_to)]
    ignores = {path: Ignores(sources[path], comments.get(path, ())) for path in {each.path for each in told}}
    own = ignores.setdefault(journey.path, Ignores(sources[journey.path], comments.get(journey.path, ())))
    findings = [finding for finding in told if not ignores[finding.path].silences(finding)]
    unused = next((pair for pair in chosen if pair[0].name == UNUSED_IGNORE), None)
    if unused is not None:
        ran = {each.name for each, _ in chosen if each.on == "journey"}
        names = {*known, *(each.name for each in rules)}
        source = sources[journey.path]
        idle = [_idle(named, source, journey, unused[1], ran, names) for named in own.unused()]
        findings += [finding for finding in idle if finding and not own.silences(finding)]
    return findings


def run_project(
    rules: Sequence[Rule],
    project: Project,
    sources: Mapping[str, Source],
    comments: Mapping[str, Sequence[Comment]],
    today: date | None = None,
) -> list[Diagnostic]:
    """The findings of the rules that look at all journeys at once."""
    findings = []
    ignores: dict[str, Ignores] = {}
    for each, severity in _chosen(rules, project.settings.lint, draft=False, today=today):
        if each.on != "project":
            continue
        for problem in each.check(project, **_arguments(each, project, today)):
            finding = _finding(each, severity, problem, None)
            path = finding.path
            ignored = ignores.setdefault(path, Ignores(sources[path], comments.get(path, ())))
            if not ignored.silences(finding):
                findings.append(finding)
    return findings


def _chosen(
    rules: Iterable[Rule], settings: LintSettings, *, draft: bool, today: date | None
) -> list[tuple[Rule, Severity]]:
    """The rules that run, each with how bad its findings are."""
    severities = ((each, _severity(each, settings, draft=draft)) for each in rules)
    return [
        (each, severity)
        for each, severity in severities
        if severity is not None and not (each.wants("today") and today is None)
    ]


def _arguments(each: Rule, project: Project, today: date | None) -> dict[str, Any]:
    """What a rule asks for by name, and its options where settings change them."""
    asked = {"project": project, "today": today}
    named = {name: value for name, value in asked.items() if each.wants(name)}
    said = project.settings.lint.rules.get(each.name)
    # Options that it hasn't, or of another type, are errors of the settings, told there.
    return named | {name: said.options[name] for name in fitting(each, said)} if said else named


def _finding(each: Rule, severity: Severity, problem: Problem, journey: Journey | None) -> Diagnostic:
    place = problem.part or problem.thing
    ids = subject(journey, problem.thing, problem.part) if journey else (str(problem.thing.id),)
    path = place.origin.path or (journey.path if journey else "")
    return Diagnostic(
        rule=each.name,
        severity=severity,
        message=problem.message,
        path=path,
        span=place.at(problem.key),
        help=problem.help,
        related=problem.related,
        subject=ids,
        guess=problem.guess,
        about=about(problem.thing, problem.part),
    )


def _severity(each: Rule, settings: LintSettings, *, draft: bool) -> Severity | None:
    """How bad a finding of this rule is; None where the rule doesn't run."""
    chosen = settings.rules.get(each.name)
    if chosen is not None and chosen.severity is not None:
        return None if chosen.severity == "off" else Severity(chosen.severity)
    if each.name in settings.ignore:
        return None
    wanted = PRESETS.index(settings.preset) >= PRESETS.index(each.preset)
    if not wanted and each.name not in settings.select:
        return None
    if draft and each.severity is Severity.WARNING:
        return Severity.INFO
    return each.severity


def _idle(
    named: Named, source: Source, journey: Journey, severity: Severity, ran: set[str], known: set[str]
) -> Diagnostic | None:
    """What is to be said of a name that silenced nothing; none where its rule didn't run."""
    if named.rule not in known:
        message = f"no rule is called {named.rule!r}"
        help = Suggestions().nearest(named.rule, known, "`cjm rules` lists them")
    elif named.rule in ran:
        message, help = f"nothing here for {named.rule} to find", "delete the comment, or its name in it"
    else:
        return None
    edits = (removal(source, named),)
    ids, of = subject(journey, journey), about(journey)
    return Diagnostic(UNUSED_IGNORE, severity, message, journey.path, named.span, help, (), ids, edits, of)
