"""What is wrong with the rules of a project's own, at its place in `cjm.yaml`.

In: the linter's settings and the names that are taken. Out: errors.
"""

from collections.abc import Collection, Iterator

from cjm.config import CustomRule, Expression, LintSettings
from cjm.diagnostics import Diagnostic, Related, Severity
from cjm.grammar.binder import Suggestions
from cjm.lint.custom import expressions, messages
from cjm.lint.custom.expressions import Fault
from cjm.source import Span

MAX_RULES = 100


def problems(settings: LintSettings, taken: Collection[str]) -> list[Diagnostic]:
    """Names that are taken, expressions that mean nothing or fail, and the extra where it isn't installed."""
    if not settings.custom:
        return []
    found = list(_names(settings.custom, taken))
    if len(settings.custom) > MAX_RULES:
        extra = settings.custom[MAX_RULES]
        message = f"more than {MAX_RULES} rules of one's own"
        found.append(_error("limit-exceeded", message, extra, extra.at(), "leave some of them out"))
    elif not expressions.installed():
        first = settings.custom[0]
        message = "rules of one's own need a package that isn't installed"
        found.append(_error("missing-extra", message, first, first.at("name"), expressions.INSTALL))
    else:
        found += [problem for custom in settings.custom for problem in _expressions(custom)]
        found += [problem for custom in settings.custom for problem in _message(custom)]
    return found


def _names(rules: Collection[CustomRule], taken: Collection[str]) -> Iterator[Diagnostic]:
    first: dict[str, CustomRule] = {}
    for custom in rules:
        place = custom.at("name")
        other = first.setdefault(custom.name, custom)
        if custom.name in taken:
            message = f"there is a rule called {custom.name!r} already"
            help = f"choose another name: `cjm rule {custom.name}` shows that one"
            yield _error("duplicate-id", message, custom, place, help)
        elif other is not custom:
            related = Related("first used here", other.origin.path, other.at("name"))
            message = f"two rules are called {custom.name!r}"
            yield _error("duplicate-id", message, custom, place, "choose another name", related)


def _expressions(custom: CustomRule) -> Iterator[Diagnostic]:
    for expression in filter(None, (custom.when, custom.check)):
        fault = expressions.compiled(str(expression), custom.on)
        if isinstance(fault, Fault):
            yield _fault(custom, expression, fault)


def _fault(custom: CustomRule, expression: Expression, fault: Fault) -> Diagnostic:
    place = expression.place(fault.start, fault.end)
    return _error("bad-expression", fault.message, custom, place, fault.help)


def _message(custom: CustomRule) -> Iterator[Diagnostic]:
    everything = expressions.sample(tuple(sorted(messages.words(custom.message))))
    known = {name: everything[name] for name in expressions.SCOPES[custom.on]}
    for wrong in messages.unknown(custom.message, known):
        names = {*known, *expressions.keys()}
        if wrong.part:
            message = f"{wrong.written} in the message: there is no {wrong.part!r}"
            help = Suggestions().nearest(wrong.part, sorted(names), f"write {{{custom.on}.name}}")
        else:
            message, help = f"{wrong.written} in the message is more than a text", "name one key in it"
        yield _error("bad-expression", message, custom, custom.at("message"), help)


def _error(
    kind: str, message: str, custom: CustomRule, place: Span, help: str, *related: Related
) -> Diagnostic:
    return Diagnostic(kind, Severity.ERROR, message, custom.origin.path, place, help, related)
