"""`cjm rule NAME` and `cjm rules`: what the linter looks for, from the rules' own words."""

from typing import TYPE_CHECKING

import click

from cjm.cli.terminal import Terminal, on_terminal
from cjm.errors import UsageError

if TYPE_CHECKING:
    from cjm.lint import Rule


@click.command()
@click.argument("name")
@on_terminal
def rule(name: str, terminal: Terminal) -> int:
    """Explain a rule of the linter.

    NAME is a rule's name, as findings show it in brackets: what it flags and why, what
    it looks like, and what can be set.
    """
    from cjm.grammar.binder import Suggestions
    from cjm.lint.pages import page
    from cjm.rules import TABLE, loaded

    own = {} if name in TABLE else {each.name: each for each in _own(terminal)}
    if name not in TABLE and name not in own:
        help = Suggestions().nearest(name, [*TABLE, *own], "`cjm rules` lists them")
        raise UsageError(f"no rule is called {name!r}", help)
    terminal.result(page(own[name] if name in own else loaded([name])[0]))
    return 0


@click.command()
@click.option(
    "--format",
    "format_",
    type=click.Choice(["human", "json", "markdown"]),
    default="human",
    show_default=True,
    help="How to list them.",
)
@click.option("--preset", type=click.Choice(["minimal", "recommended", "strict"]), help="Only those it runs.")
@on_terminal
def rules(format_: str, preset: str | None, terminal: Terminal) -> int:
    """List the rules of the linter.

    By what they look at, with how bad a finding is and the first preset that a rule is
    in: `cjm rule NAME` explains one.
    """
    from cjm.lint import PRESETS
    from cjm.lint.pages import facts_of, in_order, index
    from cjm.rules import ALL_RULES

    upto = PRESETS.index(preset) if preset in PRESETS else len(PRESETS)
    found = in_order([each for each in (*ALL_RULES, *_own(terminal)) if PRESETS.index(each.preset) <= upto])
    if format_ == "json":
        import msgspec

        document = {"version": 1, "rules": [facts_of(each) for each in found]}
        terminal.result(msgspec.json.format(msgspec.json.encode(document), indent=2).decode() + "\n")
    elif format_ == "markdown":
        terminal.result(index(found))
    else:
        terminal.result(_listed(found, terminal))
    return 0


def _own(terminal: Terminal) -> "list[Rule]":
    """The rules of the project that the user stands in, with what they say as their page."""
    from cjm.cli.reading import settings_in
    from cjm.lint import custom
    from cjm.reporters.columns import inert
    from cjm.rules import TABLE
    from cjm.shell import files, finding

    path = finding.settings_above(".")
    if path is None:
        return []
    try:
        source, problems = files.read(path)
    except UsageError as error:
        terminal.warning(str(error))
        return []
    settings = settings_in(None if problems else source).lint
    made = []
    for said, each in zip(settings.custom, custom.declared(settings), strict=True):
        if each.name in TABLE:  # an error of the settings, told there
            continue
        told = " ".join(inert(said.message or f"A rule of this project: {said.check}").split())
        when = f" Only where this holds: {inert(said.when)}" if said.when else ""
        must = f"For every {said.on} this must hold: {inert(said.check)}{when}"
        each.check.__doc__ = "\n\n".join(filter(None, [told, must, inert(said.help)])) + "\n"
        made.append(each)
    return made


def _listed(found: "list[Rule]", terminal: Terminal) -> str:
    import textwrap

    from cjm.lint.pages import summary

    lines: list[str] = []
    category = ""
    width = terminal.columns()
    for each in found:
        if each.category != category:
            category = each.category
            lines.append(f"\n{_bold(category, terminal)}" if lines else _bold(category, terminal))
        told = f"{summary(each)} ({each.severity}, {each.preset})"
        lines.append(f"  {each.name}")
        lines += textwrap.wrap(told, width, initial_indent="      ", subsequent_indent="      ")
    return "\n".join(lines) + "\n"


def _bold(text: str, terminal: Terminal) -> str:
    return f"\x1b[1m{text}\x1b[0m" if terminal.paints() else text
