"""A project's settled findings: read beside its settings, written when asked for."""

import os

from cjm.cli.check import counted
from cjm.cli.reading import Examined
from cjm.cli.terminal import Terminal
from cjm.errors import UsageError
from cjm.lint import baseline
from cjm.shell import files, finding

_SHOWN = 5


def settled(project: Examined, terminal: Terminal) -> Examined:
    """The project without the findings that its baseline knows; entries that nothing needs are told of."""
    path = _place(project)
    if not os.path.lexists(path):
        return project
    source, problems = files.read(path)
    if source is None or problems:
        raise UsageError(f"cannot read {path}: {problems[0].message}")
    try:
        entries = baseline.read(source.text)
    except ValueError as error:
        raise UsageError(f"cannot use {path}: {error}", "write it anew with --write-baseline") from None
    new, stale = baseline.settle(project.diagnostics, entries)
    known = len(project.diagnostics) - len(new)
    terminal.note(f"{counted(known, 'finding')} settled in {path}")
    _tell_stale([each for each in stale if _is_asked(each, project)], path, terminal)
    return project._replace(diagnostics=new)


def write(project: Examined, terminal: Terminal) -> Examined:
    """Settle with every finding there is; what was settled and is gone is left out."""
    path = _place(project)
    found = [each for each in project.diagnostics if each.subject]
    files.write(path, baseline.written(found))
    terminal.note(f"{counted(len(found), 'finding')} settled in {path}")
    return project._replace(diagnostics=[each for each in project.diagnostics if not each.subject])


def _place(project: Examined) -> str:
    return finding.displayed(os.path.join(project.root, baseline.NAME))


def _is_asked(entry: baseline.Entry, project: Examined) -> bool:
    """Whether the journey that an entry is about was linted; one that is no more was, if all were."""
    every = {journey.id: journey.path for journey in project.checked.project.journeys}
    path = every.get(entry[1]) if len(entry) > 1 else None
    if path is None:
        return project.checked.whole and not project.broken
    return path in project.asked and path not in project.broken


def _tell_stale(stale: list[baseline.Entry], path: str, terminal: Terminal) -> None:
    if not stale:
        return
    terminal.note(f"{path}: no longer needed, remove with --write-baseline:")
    for rule, *ids in stale[:_SHOWN]:
        terminal.note(f"  {rule} {' › '.join(ids)}")
    if len(stale) > _SHOWN:
        terminal.note(f"  and {len(stale) - _SHOWN:,} more")
