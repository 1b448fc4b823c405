"""Journeys that are out of date: compiled here or elsewhere, written, told of and recorded as they come."""

import contextlib
import os
from collections import Counter, deque
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby, islice

from cjm.builds.compiling import BATCH, Further, Job, Made, Wanted, here, processes
from cjm.builds.digests import digest
from cjm.builds.folder import NOTHING, contents
from cjm.builds.records import encoded
from cjm.builds.state import File, Record, Stamp, State
from cjm.builds.survey import FILE, JOURNEY, Looked, lines, look
from cjm.cli.drawing import asides, engine_of, tell_of, tools
from cjm.cli.grounds import Grounds
from cjm.cli.progress import Lines, told
from cjm.cli.runs import Run, Task
from cjm.cli.terminal import Terminal
from cjm.counting import counted
from cjm.diagnostics import Severity
from cjm.errors import UsageError
from cjm.naming import leads_to
from cjm.reporters.columns import inert
from cjm.shell import assets, files
from cjm.source import Source


class Batch:
    """Some journeys of one project, read: a job, and what is wrong with the bytes of the others."""

    def __init__(self, tasks: Sequence[Task], terminal: Terminal) -> None:
        self.tasks = tasks
        self.data: dict[str, bytes] = {}
        self.sources: dict[str, Source] = {}
        self.refused: dict[str, Made] = {}
        for task in tasks:
            self._read(task.source, terminal)
        ground = tasks[0].ground
        shared = ground.examined.workspace
        asked = ground.asked
        self.job = Job(
            ground.root,
            shared.settings,
            tuple(source for path, source in self.sources.items() if path not in self.refused),
            shared.asked,
            ground.options,
            engine_of(ground.examined, asked),
            ground.fonts,
            {task.source: task.home for task in tasks if task.home},
            {task.source: task.target.name for task in tasks},
        )

    def _read(self, path: str, terminal: Terminal) -> None:
        try:
            data = files.read_bytes(path, files.MAX_BYTES + 1)
        except OSError as error:
            terminal.error(UsageError(f"cannot read {path}: {files.reason(error)}"))
            self.refused[path] = Made(path)
            return
        self.data[path] = data
        source, problems = files.decode(path, data)
        if source is not None:
            self.sources[path] = source
        if problems or source is None:
            self.refused[path] = Made(path, diagnostics=tuple(problems))


def compile_all(run: Run, outdated: Sequence[Task]) -> None:
    """Compile journeys in their order.

    Raises `UsageError` where a tool is missing or a file can't be written.
    """
    grounds = {task.ground.root: task.ground for task in outdated}
    tools([ground.examined for ground in grounds.values()], run.asked, run.terminal)
    batches: deque[Batch] = deque()

    def jobs() -> Iterator[Job]:
        for tasks in _batches(outdated, count):
            batches.append(Batch(tasks, run.terminal))
            yield batches[-1].job

    provide = partial(_further, grounds)
    count = processes(len(outdated), run.how.jobs)
    if run.how.cluster or count > 1:
        from cjm.builds.executors import elsewhere

        # Who stops at the first error has nothing of the journeys after it, and who checks writes nothing.
        alone = run.state is None or run.how.fail_fast or run.how.check
        results = elsewhere(jobs(), count, run.how.cluster, provide, None if alone else run.folder)
    else:
        results = here(jobs(), provide)
    with Lines(len(outdated), run.terminal) as printed, contextlib.closing(results):
        for job, made in results:
            batch = batches.popleft()
            found = {**{each.path: each for each in made}, **batch.refused}
            with run.state.together() if run.state else contextlib.nullcontext():
                for task in batch.tasks:
                    line = _taken(run, task, found[task.source], batch, job)
                    printed.step("" if run.how.check else line)
            if run.how.fail_fast and run.counts["skipped"]:
                break


def _batches(tasks: Sequence[Task], processes: int) -> Iterator[list[Task]]:
    """Neighbours of one project, a few at a time; the last are fewer, so that processes end together."""
    left = len(tasks)
    for _, own in groupby(tasks, lambda task: task.ground.root):
        while some := list(
            islice(own, min(BATCH, max(left // (2 * processes), 2)) if processes > 1 else BATCH)
        ):
            yield some
            left -= len(some)


def _further(grounds: Mapping[str, Grounds], job: Job, wanted: Wanted) -> Further:
    """What a job wants beside its journeys, as far as it is there."""
    ids = grounds[job.root].called
    paths = {path for by, name in wanted.journeys for path in leads_to(name, by, ids)}
    read = (files.read(path) for path in sorted(paths.difference(each.path for each in job.journeys)))
    return Further(
        tuple(source for source, problems in read if source is not None and not problems),
        tuple(sorted(each.id for each in ids.values())) if wanted.journeys else (),
        {where: assets.load(job.root, *where) for where in wanted.images},
    )


def _taken(run: Run, task: Task, made: Made, batch: Batch, job: Job) -> str:
    """Write, tell of and record what a journey gave; the line to print."""
    told = [*made.diagnostics, *made.unseen]
    failed = made.failed
    if failed or run.state is None:  # there is no record of it
        run.said[task.name] = [*told, *made.findings]
    if shown := [*told, *made.findings] if failed or run.terminal.verbose else told:
        beside = (*job.libraries, *(job.further.journeys if job.further else ()))
        tell_of(shown, {**batch.sources, **{each.path: each for each in beside}}, run.terminal)
    for each in made.findings:
        run.counts[each.severity.word] += 1
    run.counts["skipped" if failed else "built"] += 1
    if failed:
        run.changed |= run.state is not None and run.state.fail(task.name)
        return f"  {inert(task.source)}: skipped"
    run.changed = True
    if run.state is None:
        written = contents(made.artefacts, task.target.name)
        for name, content in written.items():
            files.write(run.folder.place(name), content)
        names = list(written)
    else:
        stamps = made.files or run.folder.put_all(contents(made.artefacts, task.target.name))
        _keep(run, run.state, task, made, stamps, digest(batch.data[task.source]))
        names = list(stamps)
    run.counts["files"] += len(names)
    return _line(run, task, made, [run.folder.place(name) for name in names])


def _keep(run: Run, state: State, task: Task, made: Made, stamps: Mapping[str, Stamp], text: str) -> None:
    """Record a journey whose text has that digest, and whose files are written."""
    key = task.key(text)
    found = Counter(each.severity for each in made.findings)
    kept = Record(
        task.name,
        key,
        text,
        lines(_looked(run, task, made)),
        " ".join(str(found[each]) for each in Severity),
        encoded([*made.diagnostics, *made.unseen], run.base),
        encoded(made.findings, run.base),
        made.entry or state.entry(task.name),  # a build without pages leaves it as it is
    )
    keys = task.files(key)
    state.keep(kept, [File(task.name, name, keys[name], stamps.get(name, NOTHING)) for name in keys])


def _looked(run: Run, task: Task, made: Made) -> Iterator[Looked]:
    """What the journey looked at by name, as it is now."""
    survey, called = task.ground.survey, task.ground.called
    for name in made.journeys:
        yield look(JOURNEY, name, task.source, survey, called, run.base)
    for folder, image in made.images:
        place = os.path.relpath(os.path.join(folder, image), run.base).replace(os.sep, "/")
        yield look(FILE, place, task.source, survey, called, run.base)


def _line(run: Run, task: Task, made: Made, written: Sequence[str]) -> str:
    """`  examples/x.cjm.yaml → build/examples/x.svg, x.html (3 gaps)`, and the views without content."""
    gaps = f" ({counted(len(made.findings), 'gap')})" if made.findings else ""
    first = (
        told(task.source, written, run.terminal, gaps)
        if written
        else f"  {inert(task.source)}: nothing to draw"
    )
    return "\n".join([first, *asides(made)])
