"""A rule's docstring as people read it: in the docs, and in a terminal.

In: a rule. Out: its summary, its page in Markdown.
"""

import inspect
from collections.abc import Sequence
from typing import Any

from cjm.lint.rule import Rule


def summary(rule: Rule) -> str:
    """What it flags, in a sentence."""
    return _lines(rule)[0]


def page(rule: Rule) -> str:
    """Facts, what it flags and why, *Bad* and *Good*, and its options."""
    body = "\n".join(_lines(rule))
    for heading in ("Bad", "Good"):
        body = body.replace(f"\n{heading}:\n", f"\n## {heading}\n")
    return f"# {rule.name}\n\n*{facts(rule)}*\n\n{body}\n{_options(rule)}"


def facts(rule: Rule) -> str:
    """`warning · in preset minimal and up · ownership`."""
    return f"{rule.severity} · in preset `{rule.preset}` and up · {rule.category}"


def index(rules: Sequence[Rule]) -> str:
    """The rules as a table in Markdown, by category."""
    rows = "".join(_row(each) for each in in_order(rules))
    return f"# Rules\n\n| rule | category | severity | from preset | flags |\n|---|---|---|---|---|\n{rows}"


def _row(rule: Rule) -> str:
    link = f"[{rule.name}]({rule.name}.md)"
    # A rule of one's own says what its author likes.
    flags = summary(rule).replace("|", "&#124;").replace("<", "&lt;")
    return f"| {link} | {rule.category} | {rule.severity} | {rule.preset} | {flags} |\n"


def in_order(rules: Sequence[Rule]) -> list[Rule]:
    """By category and name."""
    return sorted(rules, key=lambda each: (each.category, each.name))


def facts_of(rule: Rule) -> dict[str, Any]:
    """The same for programs."""
    return {
        "name": rule.name,
        "category": rule.category,
        "severity": rule.severity.value,
        "preset": rule.preset,
        "on": rule.on,
        "summary": summary(rule),
        "options": rule.options,
    }


def _lines(rule: Rule) -> list[str]:
    return inspect.cleandoc(rule.check.__doc__ or "").splitlines()


def _options(rule: Rule) -> str:
    if not rule.options:
        return ""
    rows = "".join(f"| `{name}` | {_value(value)} |\n" for name, value in rule.options.items())
    name, value = next(iter(rule.options.items()))
    setting = f"{rule.name}: {{{name}: {_value(value, bare=True)}}}"
    return (
        f"\n## Options\n\n| option | where it isn't written |\n|---|---|\n{rows}\n"
        f"In `cjm.yaml`:\n\n    lint:\n      rules:\n        {setting}\n"
    )


def _value(value: Any, *, bare: bool = False) -> str:
    if isinstance(value, bool):
        text = str(value).lower()
    elif isinstance(value, tuple):
        text = f"[{', '.join(value)}]"
    else:
        text = f"{value:g}" if isinstance(value, float) else str(value)
    return text if bare else f"`{text}`"
