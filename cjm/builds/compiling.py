"""One call compiles some journeys of a project: pure but for the programs that lay out and paint.

In: `Job`, with every text and image that may matter. Out: `Made`, a journey each, or what
is `Wanted` beside: whoever calls has the files, and asks again with them. A job and what
comes of it travel to another process, or to another machine.
"""

import os
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from functools import cache, partial
from typing import TYPE_CHECKING

import msgspec

from cjm import __version__, drafting, pipeline
from cjm.board.picture import Image, places
from cjm.builds.state import Stamp
from cjm.contract import Artefact, Options, Workspace
from cjm.diagnostics import Diagnostic, Severity
from cjm.errors import Unpainted, UsageError
from cjm.formats import PICTURES
from cjm.shell.graphviz import run_dot
from cjm.source import Source

if TYPE_CHECKING:
    from cjm.board.portfolio.entry import Entry
    from cjm.layout.flow import Layout
    from cjm.render.pictures import Tools

# Journeys a job: libraries are read once a job, and the last jobs should end together.
BATCH = 8

# A process takes as long to start as a dozen journeys do.
_WORTH_A_PROCESS = 12


class Further(msgspec.Struct, frozen=True):
    """What journeys name: other journeys, the ids of all there are, and images by folder and path."""

    journeys: tuple[Source, ...] = ()
    ids: tuple[str, ...] = ()
    images: Mapping[tuple[str, str], Image | str] = {}


class Job(msgspec.Struct, frozen=True):
    """Journeys of one project with its settings and libraries, and how to draw them.

    `further` is what a first try wanted; `engine` and `fonts` are names and paths,
    `homes` the address of the portfolio from each journey's page, by its source's path, and
    `stems` the names of its artefacts below the output folder but for their ends.
    """

    root: str
    settings: Source | None
    journeys: tuple[Source, ...]
    libraries: tuple[Source, ...]
    options: Options
    engine: str = ""
    fonts: tuple[str, ...] = ()
    homes: Mapping[str, str] = {}
    stems: Mapping[str, str] = {}
    further: Further | None = None
    version: str = __version__


class Wanted(msgspec.Struct, frozen=True):
    """What to give with the next try: names with the path of who says them, images by folder and path."""

    journeys: tuple[tuple[str, str], ...]
    images: tuple[tuple[str, str], ...]


class Made(msgspec.Struct, frozen=True):
    """What one journey gave: artefacts unless it has errors, and all that is said of it.

    Where whoever compiled it has written them, it gives the names and stamps of `files` instead.
    `diagnostics` are of reading, `findings` the linter's, `unseen` characters that a picture
    lacks; `empty`, `unspoken` and the encoded `entry` as in `Built`. `journeys` and
    `images` are what it named.
    """

    path: str
    artefacts: tuple[Artefact, ...] = ()
    files: Mapping[str, Stamp] = {}
    diagnostics: tuple[Diagnostic, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    unseen: tuple[Diagnostic, ...] = ()
    empty: Mapping[str, str] = {}
    unspoken: str = ""
    entry: bytes = b""
    journeys: tuple[str, ...] = ()
    images: tuple[tuple[str, str], ...] = ()

    @property
    def failed(self) -> bool:
        """Whether there is nothing of it, not even a view without content."""
        return not (self.artefacts or self.files or self.empty)


# What a job wants beside its journeys, as far as it is there.
Provide = Callable[[Job, Wanted], Further]


def compile(job: Job) -> tuple[Made, ...] | Wanted:
    """The journeys of a job in their order.

    Raises `UsageError` where a program is missing, and where another cjm made the job.
    """
    if job.version != __version__:
        raise UsageError(f"the cluster has cjm {__version__}, and this is {job.version}")
    given = job.further or Further()
    images: list[tuple[str, str]] = []

    def assets(folder: str, target: str) -> Image | str:
        images.append((folder, target))
        return given.images.get((folder, target), "isn't there")

    beside = (*job.libraries, *given.journeys)
    workspace = Workspace(job.root, job.settings, job.journeys, beside, given.ids, job.options.language)
    checked = pipeline.check(workspace, assets)
    if job.further is None and (images or checked.named):
        return Wanted(checked.named, tuple(dict.fromkeys(images)))
    engine = _engine(job.engine)
    tools = _tools(job.fonts) if set(PICTURES) & set(job.options.formats) else None
    wishes = {
        source.path: msgspec.structs.replace(job.options, portfolio=job.homes.get(source.path, ""))
        for source in job.journeys
    }
    return tuple(made(wishes, checked, engine, tools))


def made(
    wishes: Mapping[str, Options],
    checked: pipeline.Checked,
    engine: pipeline.RunDot,
    tools: "Tools | None",
) -> Iterator[Made]:
    """Journeys of a checked project, by the paths of their sources; the engine runs once for all of them."""
    drafts = [
        pipeline.draft(checked, path, options) for path, options in wishes.items() if not checked.failed(path)
    ]
    laid_out = {
        each.journey.path: (each, layout)
        for each, layout in zip(drafts, drafting.laid_out(drafts, engine), strict=True)
    }
    for path in wishes:
        diagnostics = tuple(each for each in checked.diagnostics if each.path == path)
        if path in laid_out:
            yield _made(*laid_out.pop(path), diagnostics, tools)
        else:
            yield Made(path, diagnostics=diagnostics)


def _made(
    draft: drafting.Draft, layout: "list[Layout]", diagnostics: tuple[Diagnostic, ...], tools: "Tools | None"
) -> Made:
    journey = draft.journey
    try:
        built = drafting.drawn(draft, layout, tools)
    except Unpainted as error:
        place, help = journey.at("title"), error.help
        found = Diagnostic("unpainted", Severity.ERROR, str(error), journey.path, place, help)
        return Made(journey.path, diagnostics=(*diagnostics, found))
    failed = any(each.severity is Severity.ERROR for each in built.findings)
    return Made(
        journey.path,
        () if failed else built.artefacts,
        {},
        diagnostics,
        built.findings,
        () if failed else built.unseen,
        {} if failed else built.empty,
        built.unspoken,
        b"" if failed or built.entry is None else _encoded(built.entry),
        tuple(name for by, name in draft.checked.named if by == journey.path),
        places(journey),
    )


def _encoded(entry: "Entry") -> bytes:
    """An entry with its curve, which the portfolio has by the thousand, drawn."""
    from cjm.board.portfolio.shape import shape
    from cjm.render.spark import spark

    found = shape(entry)
    return msgspec.msgpack.encode(msgspec.structs.replace(entry, curve=spark(found)) if found else entry)


def here(jobs: Iterable[Job], provide: Provide) -> Generator[tuple[Job, tuple[Made, ...]], None, None]:
    """What each job gives, compiled in this process."""
    for job in jobs:
        made = compile(job)
        if isinstance(made, Wanted):
            job = msgspec.structs.replace(job, further=provide(job, made))  # noqa: PLW2901
            made = compile(job)
        assert not isinstance(made, Wanted)  # the second try has all that there is
        yield job, made


def processes(journeys: int, wanted: int) -> int:
    """In how many processes to compile so many journeys: as wanted, else one a core where it is worth it."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(wanted, journeys) if wanted else min(cores, journeys // _WORTH_A_PROCESS)


@cache  # the same function each time: layouts are known by it
def _engine(name: str) -> pipeline.RunDot:
    return partial(run_dot, engine=name)


@cache
def _tools(fonts: tuple[str, ...]) -> "Tools":
    from cjm.shell import pictures  # most builds make none

    return pictures.tools(fonts)
