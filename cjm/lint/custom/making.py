"""From the settings to rules: each looks at a journey, and says where its expression is false.

In: the linter's settings. Out: rules for `lint.run`.
"""

from collections.abc import Iterator
from typing import Any

from cjm.config import CustomRule, LintSettings
from cjm.diagnostics import Severity
from cjm.grammar.binder import shorten
from cjm.grammar.entity import Entity
from cjm.lint.custom import expressions, messages
from cjm.lint.custom.expressions import Compiled, Failure
from cjm.lint.custom.metering import Meter
from cjm.lint.custom.values import told
from cjm.lint.rule import Check, Problem, Rule
from cjm.model.entities import Journey
from cjm.model.keys import JOURNEY

# Each is an entity of the journey, by what rules call it.
_RECORDS = {record.name: record for record in (JOURNEY, *JOURNEY.inner)}

_LARGE = {"phases", "touchpoints"}


def rules(settings: LintSettings) -> list[Rule]:
    """The rules that can run; what is wrong with the others, `problems` tells."""
    if not settings.custom or not expressions.installed():
        return []
    return [made for custom in settings.custom for made in _made(custom)]


def declared(settings: LintSettings) -> list[Rule]:
    """Every rule that the settings name, whether it can run or not: it says nothing."""

    def check(journey: Journey) -> Iterator[Problem]:
        return iter(())

    return [Rule(custom.name, Severity(custom.severity), "minimal", check) for custom in settings.custom]


def _made(custom: CustomRule) -> list[Rule]:
    when = expressions.compiled(str(custom.when), custom.on) if custom.when else None
    must = expressions.compiled(str(custom.check), custom.on)
    if not isinstance(must, Compiled) or not (when is None or isinstance(when, Compiled)):
        return []
    severity = Severity(custom.severity)
    # That a rule couldn't look is a warning, however bad what it looks for is.
    apart = [Rule(custom.name, Severity.WARNING, "minimal", _check(custom, when, must, found=False))]
    both = severity is Severity.WARNING
    first = Rule(custom.name, severity, "minimal", _check(custom, when, must, failed=both))
    return [first] if both else [first, *apart]


def _check(
    custom: CustomRule, when: Compiled | None, must: Compiled, *, found: bool = True, failed: bool = True
) -> Check:
    """The rule's function: it tells what it `found`, where it `failed` to look, or both."""

    def check(journey: Journey) -> Iterator[Problem]:
        uses = must.uses | (when.uses if when else frozenset()) | messages.named(custom.message)
        for thing, variables, value in _looked(journey, custom.on, uses, when, must):
            if isinstance(value, Failure):
                if failed:
                    yield _failed(thing, custom, value)
                if value == expressions.TOO_LARGE:
                    return
            elif value is False and found:
                message = messages.completed(custom.message, variables) or _default(custom, thing)
                yield Problem(thing, _key(thing), message, custom.help)

    check.__doc__ = custom.message or f"`{custom.check}` does not hold."
    return check


def _looked(
    journey: Journey, on: str, uses: frozenset[str] | set[str], when: Compiled | None, must: Compiled
) -> Iterator[tuple[Entity, dict[str, Any], Any]]:
    """Each thing of that kind, its variables, and what the rule comes to: True, False or a `Failure`."""
    text = f"{must.text} {when.text if when else ''}"
    whole = {"journey": _shown(journey, "journey", text)} if "journey" in uses else {}
    wanted = uses - {"journey"}
    meter = Meter(whole.get("journey"))
    context = expressions.context_of(whole, meter)
    shown: dict[str, Entity] = {}
    variables = dict(whole)
    for things in _things(journey, on):
        thing = things[on]
        if thing.origin.failed:  # what couldn't be read was told of, and could be anything
            continue
        # A phase is made once, not for each of its touchpoints.
        fresh = {
            name: each for name, each in things.items() if name in wanted and shown.get(name) is not each
        }
        made = {name: _shown(each, name, text) for name, each in fresh.items()}
        shown |= fresh
        variables = variables | made
        context.update(made)
        if not whole and made:
            meter.weigh(made)
        value = True if when is None else expressions.run(when, context, meter)
        if value is True:
            value = expressions.run(must, context, meter)
        elif value is False:
            continue
        yield thing, variables, value if isinstance(value, bool) else _why(value)


def _shown(thing: Entity, name: str, text: str) -> Any:
    """What an expression sees of a thing: each run copies it, so without large parts that it doesn't name."""
    shown = told(thing, _RECORDS[name])
    return {key: value for key, value in shown.items() if key not in _LARGE or key in text}


def _things(journey: Journey, on: str) -> Iterator[dict[str, Any]]:
    """The thing itself and what it stands in, by name."""
    if on == "journey":
        yield {"journey": journey}
        return
    for phase in journey.phases:
        if on == "phase":
            yield {"phase": phase}
        else:
            yield from ({"phase": phase, "touchpoint": touchpoint} for touchpoint in phase.touchpoints)


def _why(value: Any) -> Failure:
    return value if isinstance(value, Failure) else Failure("it is neither true nor false here")


def _failed(thing: Entity, custom: CustomRule, failure: Failure) -> Problem:
    message = f"the rule {custom.name} can't look at {_called(thing, custom.on)}: {failure.message}"
    help = failure.help or "make it hold for what isn't said as well, or leave such a thing out with `when`"
    return Problem(thing, _key(thing), message, help)


def _default(custom: CustomRule, thing: Entity) -> str:
    return f"{_called(thing, custom.on)} is not as it should be: {shorten(custom.check, 100)}"


def _called(thing: Any, on: str) -> str:
    return f"{on} {shorten(thing.title if on == 'journey' else thing.name)!r}"


def _key(thing: Entity) -> str:
    return "title" if isinstance(thing, Journey) else "name"
