"""What the command line chooses of the rules, over what the project's settings say."""

import datetime
from collections.abc import Sequence
from typing import Any

import msgspec
from msgspec.structs import replace

from cjm import pipeline
from cjm.cli.reading import Examined
from cjm.config import FAIL_ON, LintSettings, Override
from cjm.diagnostics import Diagnostic, ordered
from cjm.errors import UsageError


class Choice(msgspec.Struct, frozen=True):
    """`--preset`, `--select`, `--ignore`, `--fail-on`, and the day to measure against."""

    preset: str | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    fail_on: str | None
    today: datetime.date


def linted(project: Examined, choice: Choice) -> Examined:
    """The project with the findings of its rules among its diagnostics."""
    checked = project.checked
    settings = checked.project.settings
    # In settings with errors there may be the rule that is asked for; what is wrong is told.
    said = project.workspace.settings
    if said is None or said.path not in project.broken:
        _refuse_unknown([*choice.select, *choice.ignore], settings.lint)
    lint = _chosen(settings.lint, choice)
    checked = replace(
        checked,
        project=replace(checked.project, settings=replace(settings, lint=lint)),
        whole=checked.whole and {each.path for each in project.workspace.asked}.issuperset(project.asked),
    )
    # Of a journey with errors half is unknown: what its rules would say could be wrong.
    sound = [path for path in project.asked if path not in project.broken]
    found = pipeline.lint_all(checked, sound, choice.today)
    return msgspec.structs.replace(
        project, checked=checked, diagnostics=ordered([*project.diagnostics, *found])
    )


def failed(project: Examined, choice: Choice) -> bool:
    """Whether a finding is as severe as what a run fails on."""
    return reaches(project.diagnostics, choice.fail_on or project.checked.project.settings.lint.fail_on)


def reaches(diagnostics: Sequence[Diagnostic], level: str) -> bool:
    """Whether one of them is at least as severe; none is as severe as `never`."""
    if level == "never":
        return False
    return any(FAIL_ON.index(each.severity) <= FAIL_ON.index(level) for each in diagnostics)


def _chosen(settings: LintSettings, choice: Choice) -> LintSettings:
    """The settings, and what they say of some paths, under what the command line chooses."""
    overrides = tuple(
        replace(each, preset=None if choice.preset else each.preset, **_named(each, choice))
        for each in settings.overrides
    )
    named = _named(settings, choice)
    return replace(
        settings,
        preset=choice.preset or settings.preset,
        select=(*named["select"], *choice.select),
        ignore=(*named["ignore"], *choice.ignore),
        rules=named["rules"],
        overrides=overrides,
    )


def _named(said: LintSettings | Override, choice: Choice) -> dict[str, Any]:
    """What is said of rules that the command line doesn't name; what it asks for isn't off."""
    rules = {}
    for name, each in said.rules.items():
        if name not in choice.ignore:
            off = each.severity == "off" and name in choice.select
            rules[name] = replace(each, severity=None) if off else each
    return {
        "select": tuple(name for name in said.select if name not in choice.ignore),
        "ignore": tuple(name for name in said.ignore if name not in choice.select),
        "rules": rules,
    }


def _refuse_unknown(names: list[str], settings: LintSettings) -> None:
    from cjm.grammar.binder import Suggestions
    from cjm.rules import TABLE

    known = [*TABLE, *(own.name for own in settings.custom)]
    for name in names:
        if name not in known:
            help = Suggestions().nearest(name, known, "`cjm rules` lists them")
            raise UsageError(f"no rule is called {name!r}", help)
