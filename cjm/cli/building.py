"""A build of files into a folder: what is out of date is compiled, of the rest is told as before.

In: paths and options. Out: an exit code.
"""

import time
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from cjm.builds.folder import Mirror
from cjm.cli.runs import SEVERITIES, How, Run
from cjm.cli.terminal import Terminal
from cjm.counting import counted, plural
from cjm.errors import UsageError

if TYPE_CHECKING:
    from cjm.cli.asked import Asked
    from cjm.cli.destinations import Destination


def below(
    paths: Sequence[str],
    asked: "Asked",
    how: How,
    fail_on: str,
    reports: "Sequence[Destination]",
    terminal: Terminal,
) -> int:
    """Build files into a folder."""
    begun = time.perf_counter()
    run = Run(paths, asked, how, terminal)
    _refuse(run, reports)
    if how.since:
        from cjm.cli.since import since

        unchanged = since(how.since, paths, terminal).unchanged
        run.asked_for = [task for task in run.tasks if task.source not in unchanged]
    outdated = run.outdated()
    _tell_shared(run)
    if len(outdated) < len(run.asked_for):
        _tell_again(run, {task.name for task in outdated})
    if outdated:
        from cjm.cli.compiling import compile_all

        compile_all(run, outdated)
    if reports:
        _report(run, reports)
    if run.state is not None:
        from cjm.cli.finishing import finish

        finish(run, run.state)
    if isinstance(run.folder, Mirror):
        terminal.result("".join(f"  {path} {how}\n" for path, how in run.folder.differing.items()))
    terminal.note(f"{_closing(run)} in {time.perf_counter() - begun:.2f} s{_gaps(run)}")
    return _exit_code(run, fail_on)


def _refuse(run: Run, reports: "Sequence[Destination]") -> None:
    """Raise `UsageError` for what can't be built at all."""
    if reports:
        from cjm.cli.destinations import refuse_sources

        refuse_sources(reports, (path for ground in run.grounds for path in ground.survey.digests))
    if not run.tasks and not run.how.shard and not any(ground.settled.broken for ground in run.grounds):
        help = "a journey starts with `journey:` and its title"
        raise UsageError("no journey found, only libraries and settings", help)


def _tell_shared(run: Run) -> None:
    """What is wrong with settings and libraries."""
    for ground in run.grounds:
        if told := ground.told:
            from cjm.cli.drawing import tell_of
            from cjm.cli.reading import texts

            tell_of(told, texts(told), run.terminal)


def _tell_again(run: Run, outdated: Collection[str]) -> None:
    """What was said of the journeys that are up to date is said again."""
    names = {task.name for task in run.asked_for}.difference(outdated)
    verbose = run.terminal.verbose
    for name, told, findings in run.state.said(findings=verbose) if run.state else ():
        if name in names:
            from cjm.builds.records import decoded
            from cjm.cli.drawing import tell_of
            from cjm.cli.reading import texts

            again = [*decoded(told, run.base), *decoded(findings, run.base)]
            tell_of(again, texts(again), run.terminal)


def _report(run: Run, reports: "Sequence[Destination]") -> None:
    """Write everything that is said of settings, libraries and journeys to files."""
    from cjm.builds.records import decoded
    from cjm.cli.destinations import tell
    from cjm.cli.reading import texts

    names = {task.name for task in run.asked_for}
    said = [each for ground in run.grounds for each in ground.told]
    said += [each for found in run.said.values() for each in found]
    for name, told, findings in run.state.said(findings=True) if run.state else ():
        if name in names and name not in run.said:
            said += [*decoded(told, run.base), *decoded(findings, run.base)]
    said.sort(key=lambda each: (each.path, each.span))
    for report in reports:
        tell(report, said, texts(said), run.terminal)


def _closing(run: Run) -> str:
    counts = run.counts
    if run.how.check:
        differing = len(run.folder.differing) if isinstance(run.folder, Mirror) else 0
        return f"{counted(differing, 'file')} out of date" if differing else "every file is up to date"
    parts = []
    if counts["built"] or not counts["current"]:
        parts.append(f"{counted(counts['built'], 'journey')} built")
    if counts["skipped"]:
        parts.append(f"{counts['skipped']:,} skipped")
    if counts["current"]:
        word = "" if parts else f" {plural(counts['current'], 'journey')}"
        parts.append(f"{counts['current']:,}{word} up to date")
    if left := len(run.tasks) - len(run.asked_for):
        parts.append(f"{left:,} the same as in {run.how.since}")
    if counts["files"] or counts["built"]:
        parts.append(counted(counts["files"], "file"))
    return ", ".join(parts)


def _gaps(run: Run) -> str:
    found = [counted(run.counts[each], each) for each in SEVERITIES if run.counts[each]]
    return f"; {', '.join(found)}" if found else ""


def _exit_code(run: Run, fail_on: str) -> int:
    if any(ground.unreadable for ground in run.grounds):
        return 2
    wrong = any(ground.settled.broken for ground in run.grounds) or run.counts["skipped"]
    differing = isinstance(run.folder, Mirror) and run.folder.differing
    levels = {"error": 1, "warning": 2, "info": 3, "never": 0}
    return int(bool(wrong or differing or any(run.counts[each] for each in SEVERITIES[: levels[fail_on]])))
