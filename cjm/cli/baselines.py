"""A project's settled findings: read beside its settings, written when asked for."""

import os
from collections import Counter

import msgspec

from cjm.cli.reading import Examined
from cjm.cli.terminal import Terminal
from cjm.counting import counted
from cjm.errors import UsageError
from cjm.lint import baseline
from cjm.naming import file_id
from cjm.reporters.columns import inert
from cjm.shell import files, finding

_SHOWN = 5


def settled(project: Examined, terminal: Terminal) -> Examined:
    """The project without the findings that its baseline knows; entries that nothing needs are told of."""
    path = _place(project)
    if not os.path.lexists(path):
        return project
    entries = _entries(path)
    new, stale = baseline.settle(project.diagnostics, entries)
    known = len(project.diagnostics) - len(new)
    terminal.note(f"{counted(known, 'finding')} settled in {inert(path)}")
    _tell_stale(_asked(stale, project), path, terminal)
    return msgspec.structs.replace(project, diagnostics=new)


def write(project: Examined, terminal: Terminal) -> Examined:
    """Settle with every finding there is; what was settled and is gone is left out.

    What is settled in journeys that this run doesn't look at stays.
    """
    path = _place(project)
    found = [each for each in project.diagnostics if each.subject]
    entries = Counter(map(baseline.entry, found))
    # A journey's id may be that of another one too: each entry is kept once, not added up.
    left = _left(path)
    entries |= Counter(left) - Counter(_asked(left, project))
    files.write(path, baseline.written(entries.elements()))
    terminal.note(f"{counted(entries.total(), 'finding')} settled in {inert(path)}")
    return msgspec.structs.replace(
        project, diagnostics=[each for each in project.diagnostics if not each.subject]
    )


def _entries(path: str) -> list[baseline.Entry]:
    source, problems = files.read(path)
    if source is None or problems:
        raise UsageError(f"cannot read {path}: {problems[0].message}")
    try:
        return baseline.read(source.text)
    except ValueError as error:
        raise UsageError(f"cannot use {path}: {error}", "write it anew with --write-baseline") from None


def _left(path: str) -> list[baseline.Entry]:
    """What is settled so far; nothing where that can't be read, and is written anew."""
    try:
        return _entries(path) if os.path.lexists(path) else []
    except UsageError:
        return []


def _place(project: Examined) -> str:
    return finding.displayed(os.path.join(project.root, baseline.NAME))


def _asked(entries: list[baseline.Entry], project: Examined) -> list[baseline.Entry]:
    """Those about journeys that were linted; about one that is no more, if all were."""
    linted = set(project.asked) - project.broken
    whole = project.checked.whole and not project.broken
    # Several journeys may have one id; of those that nobody asked for it's the file that tells.
    every = {file_id(other.path): False for other in project.workspace.others}
    for journey in project.checked.project.journeys:
        every[journey.id] = every.get(journey.id, True) and journey.path in linted
    return [each for each in entries if every.get("".join(each[1:2]), whole)]


def _tell_stale(stale: list[baseline.Entry], path: str, terminal: Terminal) -> None:
    if not stale:
        return
    terminal.note(f"{inert(path)}: no longer needed, remove with --write-baseline:")
    for rule, *ids in stale[:_SHOWN]:
        terminal.note(inert(f"  {rule} {' › '.join(ids)}"))
    if len(stale) > _SHOWN:
        terminal.note(f"  and {len(stale) - _SHOWN:,} more")
