"""What `cjm.yaml` says of rules, held against the rules there are."""

from collections.abc import Iterator, Sequence
from typing import Any

from cjm.config import LintSettings, RuleSettings
from cjm.diagnostics import Diagnostic, Severity
from cjm.grammar.binder import Suggestions, listing, shorten
from cjm.lint.rule import Rule
from cjm.source import Span


def problems(settings: LintSettings, rules: Sequence[Rule]) -> list[Diagnostic]:
    """Names of rules that there aren't, options that a rule hasn't, values that an option can't have."""
    known = {each.name: each for each in rules}
    found = []
    for key in ("select", "ignore"):
        for name in getattr(settings, key):
            if name not in known:
                found.append(_unknown(name, known, settings.origin.path, settings.at(key)))
    for name, said in settings.rules.items():
        if name not in known:
            found.append(_unknown(name, known, said.origin.path, said.at("rule")))
        else:
            found += _options(known[name], said)
    return found


def _options(rule: Rule, said: RuleSettings) -> Iterator[Diagnostic]:
    for name, value in said.options.items():
        path, place = said.origin.path, said.at(name)
        if name not in rule.options:
            has = f"its options: {listing(rule.options)}" if rule.options else "it has none"
            message = f"{rule.name} has no option {shorten(name)!r}"
            yield Diagnostic("unknown-key", Severity.ERROR, message, path, place, has)
        elif not _fits(value, rule.options[name]):
            message = f"expected {_kind(rule.options[name])}, found {shorten(str(value))!r}"
            help = f"where it isn't written, {name} is {_written(rule.options[name])}"
            yield Diagnostic("wrong-type", Severity.ERROR, message, path, place, help)


def _fits(value: Any, default: Any) -> bool:
    if isinstance(default, bool) or isinstance(value, bool):
        return isinstance(value, bool) and isinstance(default, bool)
    if isinstance(default, tuple):
        return isinstance(value, tuple) and all(isinstance(item, str) for item in value)
    return isinstance(value, int | float if isinstance(default, float) else type(default))


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
