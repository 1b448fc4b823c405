"""What a rule is: a function that looks at the model and says what it found.

Its docstring is its page in the docs, its keyword-only defaults are its options, and
what else it wants to know (`project`, `today`) it names as keyword-only arguments.
"""

from collections.abc import Callable, Iterator
from typing import Any, Literal

import msgspec

from cjm.config import RuleSettings
from cjm.diagnostics import Edit, NewId, Order, Related, Severity
from cjm.grammar.entity import Entity

Preset = Literal["minimal", "recommended", "strict"]
PRESETS: tuple[Preset, ...] = ("minimal", "recommended", "strict")


class Problem(msgspec.Struct, frozen=True):
    """What a rule found: at which key of which journey, phase or touchpoint, and in which part of it.

    A `guess` says what would mend it.
    """

    thing: Any
    key: str
    message: str
    help: str = ""
    related: tuple[Related, ...] = ()
    part: Entity | None = None
    guess: Edit | NewId | Order | None = None


Check = Callable[..., Iterator[Problem]]
On = Literal["journey", "project"]


class Rule(msgspec.Struct, frozen=True):
    """One check of the craft: its name, its severity and the first preset that it is in.

    It looks at one journey or, `on` a project, at all of them. Where a rule that it
    `yields_to` speaks in the same journey, it is silent.
    """

    name: str
    severity: Severity
    preset: Preset
    check: Check
    on: On = "journey"
    yields_to: tuple[str, ...] = ()

    @property
    def options(self) -> dict[str, Any]:
        """What settings may change, with its defaults."""
        return dict(getattr(self.check, "__kwdefaults__", None) or {})

    def wants(self, name: str) -> bool:
        """Whether it asks for `today` or the `project`, by name."""
        code = self.check.__code__
        named = code.co_varnames[code.co_argcount : code.co_argcount + code.co_kwonlyargcount]
        return name in named and name not in self.options

    @property
    def category(self) -> str:
        """The folder it stands in: `ownership`, `evidence`, …"""
        return self.check.__module__.split(".")[-2]


def rule(
    severity: Severity, *, preset: Preset | None = None, on: On = "journey", yields_to: tuple[str, ...] = ()
) -> Callable[[Check], Rule]:
    """Make a function a rule of the same name.

    Warnings are in every preset; an info is in `strict`, or from the preset on that is given.
    """

    def declare(check: Check) -> Rule:
        first: Preset = preset or ("minimal" if severity is Severity.WARNING else "recommended")
        return Rule(check.__name__.replace("_", "-"), severity, first, check, on, yields_to)

    return declare


def fitting(rule: Rule, said: RuleSettings) -> list[str]:
    """The options of a rule that settings give a value of the right type."""
    return [
        name
        for name, value in said.options.items()
        if name in rule.options and fits(value, rule.options[name])
    ]


def fits(value: Any, default: Any) -> bool:
    """Whether a value is of the type of an option's default."""
    if isinstance(default, bool) or isinstance(value, bool):
        return isinstance(value, bool) and isinstance(default, bool)
    if isinstance(default, tuple):
        return isinstance(value, tuple) and all(isinstance(item, str) for item in value)
    return isinstance(value, int | float if isinstance(default, float) else type(default))
