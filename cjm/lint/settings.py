"""What `cjm.yaml` says of rules, held against the rules there are."""

from collections.abc import Iterator, Sequence
from typing import Any

from cjm.config import LintSettings, Override, RuleSettings
from cjm.diagnostics import Diagnostic, Severity
from cjm.grammar.binder import Suggestions, listing, shorten
from cjm.lint import custom
from cjm.lint.rule import Rule, fits
from cjm.source import Span


def problems(settings: LintSettings, rules: Sequence[Rule]) -> list[Diagnostic]:
    """Names of rules that there aren't, options that a rule hasn't, values that an option can't have."""
    known = {each.name: each for each in (*custom.declared(settings), *rules)}
    found = custom.problems(settings, {each.name for each in rules})
    choices: list[LintSettings | Override] = [settings, *settings.overrides]
    for choice in choices:
        found += _unfitting(choice, known)
    return found


def _unfitting(choice: LintSettings | Override, known: dict[str, Rule]) -> Iterator[Diagnostic]:
    path = choice.origin.path
    for key in ("select", "ignore"):
        strange = [name for name in getattr(choice, key) if name not in known]
        yield from (_unknown(name, known, path, name.span) for name in strange)
    for name, said in choice.rules.items():
        if name not in known:
            yield _unknown(name, known, said.origin.path, said.at("rule"))
        else:
            yield from _options(known[name], said)


def _options(rule: Rule, said: RuleSettings) -> Iterator[Diagnostic]:
    for name, value in said.options.items():
        path, place = said.origin.path, said.at(name)
        if name not in rule.options:
            has = f"its options: {listing(rule.options)}" if rule.options else "it has none"
            has, place = Suggestions().nearest(name, rule.options, has), said.named[name]
            message = f"{rule.name} has no option {shorten(name)!r}"
            yield Diagnostic("unknown-key", Severity.ERROR, message, path, place, has)
        elif not fits(value, rule.options[name]):
            message = f"expected {_kind(rule.options[name])}, found {shorten(str(value))!r}"
            help = f"where it isn't written, {name} is {_written(rule.options[name])}"
            yield Diagnostic("wrong-type", Severity.ERROR, message, path, place, help)


def _kind(default: Any) -> str:
    if isinstance(default, bool):
        return "true or false"
    if isinstance(default, tuple):
        return "a list of words"
    return "a whole number" if isinstance(default, int) else "a number"


def _written(default: Any) -> str:
    return f"[{', '.join(default)}]" if isinstance(default, tuple) else str(default).lower()


def _unknown(name: str, known: dict[str, Rule], path: str, place: Span) -> Diagnostic:
    help = Suggestions().nearest(name, known, "`cjm rules` lists them")
    return Diagnostic("unknown-reference", Severity.ERROR, f"no rule is called {name!r}", path, place, help)
