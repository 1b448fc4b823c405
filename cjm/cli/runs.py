"""One run of a build: its journeys, and which of them are out of date.

In: paths and options. Out: `Run`. Whether something is out of date is found out without
importing what compiles.
"""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from cjm.builds.digests import content_digest, digest
from cjm.builds.folder import Folder, Mirror, named, ours
from cjm.builds.state import Facts, File, State
from cjm.builds.survey import look, looked_at
from cjm.cli.grounds import Grounds
from cjm.cli.overview import PAGE, front, home
from cjm.cli.targets import Target, refuse_collisions, target
from cjm.cli.terminal import Terminal
from cjm.errors import UsageError
from cjm.offered import DEFAULT_OUTPUT, DRAWN
from cjm.shell import finding

if TYPE_CHECKING:
    from cjm.cli.asked import Asked
    from cjm.diagnostics import Diagnostic

# As they are counted and told, the worst first.
SEVERITIES = ("error", "warning", "note")


class How(msgspec.Struct, frozen=True):
    """How a build goes about it: processes (0: one a core), or a cluster; what to redo; when to stop.

    With a revision to be `since`, journeys whose meaning is as it was then aren't looked at.
    """

    jobs: int = 0
    force: bool = False
    check: bool = False
    fail_fast: bool = False
    shard: tuple[int, int] | None = None
    cluster: str = ""
    since: str = ""


class Task(msgspec.Struct, frozen=True):
    """A journey to build: its project, where it goes, its name in the record, the portfolio from its page."""

    ground: Grounds
    target: Target
    name: str
    home: str = ""

    @property
    def source(self) -> str:
        """Its path, as the user names it."""
        return self.target.source

    def now(self) -> str:
        """The key of its text as it was surveyed."""
        return self.key(self.ground.survey.digests[self.source])

    def key(self, text: str) -> str:
        """What its artefacts depend on but for what it looks at, with the digest of its text."""
        return digest(self.ground.key, text)

    def files(self, key: str) -> dict[str, str]:
        """The names of its artefacts below the output folder, and the key of each."""
        settled = self.ground.settled
        page = digest(key, self.home, *settled.views)  # a page holds the other views
        return {
            named(self.target.name, view, format_): key if format_ in DRAWN else page
            for format_ in settled.formats
            for view in (settled.views if format_ in DRAWN else ("map",))
        }


class Run:
    """One build: what it is asked for, and what it has come to so far.

    `counts` has the journeys that are `current`, `built` and `skipped`, the `files` that
    were written, and findings by their severity. `said` is what was said of those that
    have no record, by their names: all of them where there is no `state` to keep one.
    `changed` is whether any gave something else than before; `asked_for` are those of its tasks that
    are looked at.
    """

    def __init__(self, paths: Sequence[str], asked: "Asked", how: How, terminal: Terminal) -> None:
        self.asked, self.how, self.terminal = asked, how, terminal
        self.base, self.output, kept = _opened(paths, asked.output, how)
        self.folder: Folder = Mirror(self.output) if how.check else Folder(self.output)
        self.scope = [os.path.relpath(path, self.base) for path in paths or ["."] if os.path.isdir(path)]
        self.state = kept or (State.blank(self.output) if self.scope else None)
        files = [finding.displayed(path) for path in paths if not os.path.isdir(path)]
        self.grounds = [
            Grounds(found, files, asked, self.base, self.state, terminal)
            for found in finding.find(paths or ["."], self.output)
        ]
        targets = [
            (ground, target(path, ground.root, self.base, self.output, paths))
            for ground in self.grounds
            for path in ground.journeys
        ]
        self.portfolio = self._has_portfolio([each.name for _, each in targets])
        self.tasks = [
            Task(
                ground,
                each,
                finding.relative(each.source, self.base).replace(os.sep, "/"),
                home(each.name) if self.portfolio else "",
            )
            for ground, each in targets
        ]
        refuse_collisions(
            [(task.target, task.ground.settled.views, task.ground.settled.formats) for task in self.tasks]
        )
        self.whole = ""  # of which a part is built
        if how.shard:
            part, parts = how.shard
            self.whole = digest(*(ground.wanted for ground in self.grounds), *self._texts())
            self.tasks = self.tasks[part - 1 :: parts]
        self.asked_for = self.tasks
        self.changed = False
        self.counts: Counter[str] = Counter()
        self.said: dict[str, list[Diagnostic]] = {}

    @property
    def paged(self) -> bool:
        """Whether pages are among what is built."""
        return any("html" in ground.settled.formats for ground in self.grounds)

    def _has_portfolio(self, names: Sequence[str]) -> bool:
        """Whether the output folder has a page of all journeys, for those of these names to lead to.

        Raises `UsageError` where somebody else's file has its name.
        """
        own = front(self.grounds, self.base)
        if not (self.asked.portfolio and self.paged and (own is None or own.settled.portfolio)):
            return False
        if any(name.casefold() == "index" for name in names):
            self.terminal.note(f"no page of all journeys: a journey is built as {PAGE}")
            return False
        place = self.folder.place(PAGE)
        if os.path.lexists(place) and not ours(place):
            help = "give another --output, or --no-portfolio"
            raise UsageError(f"{place} isn't cjm's, and would be written over", help)
        return self.state is not None or os.path.lexists(place)

    def _texts(self) -> Iterator[str]:
        for task in self.tasks:
            yield task.name
            yield task.ground.survey.digests[task.source]

    def outdated(self) -> list[Task]:
        """The journeys whose artefacts aren't what they would be; what the others have is counted."""
        if self.how.force or self.state is None:
            return self.asked_for
        keys = self.state.keys()
        files = {each.name: each for each in self.state.files()}
        return [task for task in self.asked_for if not self._current(task, keys.get(task.name), files)]

    def _current(self, task: Task, kept: tuple[str, str, str, bool] | None, files: dict[str, File]) -> bool:
        key = task.now()
        if kept is None or kept[0] != key:
            return False
        for each in looked_at(kept[1]):
            ground = task.ground
            if look(each.kind, each.name, task.source, ground.survey, ground.called, self.base) != each:
                return False
        for name, wanted in task.files(key).items():
            found = files.get(name)
            if found is None or found.key != wanted or not self.folder.holds(name, found.stamp):
                return False
        if kept[3] and self.state:  # what was wrong lay elsewhere, and is mended
            self.changed |= self.state.fail(task.name, failed=False)
        self.counts["current"] += 1
        self.count(kept[2])
        return True

    def count(self, counts: str) -> None:
        """Add numbers of findings: `1 0 4`, the worst first."""
        for severity, number in zip(SEVERITIES, counts.split(), strict=True):
            self.counts[severity] += int(number)


def folders(output: str, state: State | None = None) -> tuple[str, str]:
    """The folder that sources are mirrored from, and the one that they are built into."""
    above = finding.settings_above(".")
    base = (os.path.dirname(above) or ".") if above else "."
    return base, output or (os.path.join(base, _output(above, state)) if above else DEFAULT_OUTPUT)


def _opened(paths: Sequence[str], output: str, how: How) -> tuple[str, str, State | None]:
    """Both folders, and the record of the second.

    Who only names files leaves no record where there is none, and who checks never does.
    """
    base, _ = folders("x")
    whole = not paths or any(map(os.path.isdir, paths))
    state = State.open(base) if State.is_kept(base) or (whole and not how.check) else None
    _, output = folders(output, state)
    if state is None:
        return base, output, None
    name = os.path.relpath(output, base)
    return base, output, state.copy(name) if how.check else state.of(name)


def _output(settings: str, state: State | None) -> str:
    """The output folder that settings name, remembered as long as they are the same."""
    said = content_digest(settings)
    kept = state.facts("", "output") if state else None
    if kept and kept.settings == said:
        return kept.facts
    from cjm.cli.reading import settings_in
    from cjm.shell import files

    source, problems = files.read(settings)
    output = settings_in(None if problems else source).output
    if state:
        state.keep_facts("", "output", Facts(said, output, "", b""))
    return output
