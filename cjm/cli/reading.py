"""From the paths on a command line to checked projects, for every command that reads journeys."""

import contextlib
import os
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import partial

import msgspec

from cjm import __version__, config, pipeline, syntax
from cjm.board.picture import Assets, Image
from cjm.cli.terminal import Terminal
from cjm.cli.twins import language
from cjm.diagnostics import Diagnostic, Severity, ordered
from cjm.errors import UsageError
from cjm.pipeline import Checked, Workspace
from cjm.shell import assets, files, finding, listing
from cjm.shell.finding import Found
from cjm.source import Source

# A file's text, or what is wrong with its bytes; and an image by the project's root, a folder and a name.
Reader = Callable[[str], tuple[Source | None, list[Diagnostic]]]
Load = Callable[[str, str, str], Image | str]


class Examined(msgspec.Struct, frozen=True):
    """One project, read and checked.

    `diagnostics` and `sources` include those of files whose bytes are no text; `broken`
    are the paths with errors; `unreadable` are those of files that could not even be
    opened, and were told of; what was `named` is read even where the settings exclude it.
    """

    root: str
    asked: tuple[str, ...]
    workspace: Workspace
    checked: Checked
    diagnostics: list[Diagnostic]
    sources: dict[str, Source]
    broken: frozenset[str]
    unreadable: frozenset[str]
    named: frozenset[str]

    def journeys(self) -> list[str]:
        """The asked files that are no library, those that could not be understood included."""
        libraries = {library.path for library in self.checked.project.libraries}
        unread = {each.path for each in self.diagnostics} | {
            each.path for each in self.checked.project.journeys
        }
        return [path for path in self.asked if path not in libraries and path in unread]


def examine(paths: Sequence[str], terminal: Terminal, output: str = "") -> list[Examined]:
    """Read and check what the paths ask for; `-` is standard input, alone."""
    if "-" in paths:
        if len(paths) > 1:
            raise UsageError("`-` reads standard input and stands alone")
        return [surroundings(terminal, files.STDIN)]
    named = [finding.displayed(path) for path in paths if not os.path.isdir(path)]
    return [_examine(found, named, terminal) for found in finding.find(paths or ["."], output)]


def surroundings(terminal: Terminal, *asked: str, folder: str = ".") -> Examined:
    """The project of a folder, of which nothing is asked for but what is named here."""
    return _examine(msgspec.structs.replace(finding.around(folder), asked=asked), asked, terminal)


def groundwork(found: Found, libraries: Sequence[str], terminal: Terminal) -> Examined:
    """A project's settings and libraries, without its journeys."""
    return _examine(msgspec.structs.replace(found, asked=tuple(libraries), others=()), [], terminal)


def texts(diagnostics: Iterable[Diagnostic]) -> dict[str, Source]:
    """The files that diagnostics are about, to show the places in; without those that can't be read."""
    found = {}
    for path in {
        path for each in diagnostics for path in (each.path, *(place.path for place in each.related))
    }:
        with contextlib.suppress(UsageError):
            source, _ = files.read(path)
            if source is not None:
                found[path] = source
    return found


def settings_in(source: Source | None) -> config.Settings:
    """What settings say, as far as they can be read; checking tells what is wrong with them."""
    if source is None:
        return config.Settings()
    return config.bind(source, syntax.parse(source), __version__)[0]


def exit_code(projects: Sequence[Examined]) -> int:
    """2 where something could not be read, 1 where something is wrong, else 0."""
    if any(project.unreadable for project in projects):
        return 2
    return int(any(project.broken for project in projects))


def examined(found: Found, named: Sequence[str], terminal: Terminal, reader: Reader, load: Load) -> Examined:
    """A project of which files are read and images are loaded in another way than from the disk."""
    reading = Reading(terminal, reader)
    settings = next(iter(reading.texts([found.settings] if found.settings else [])), None)
    passed_over = excluded(settings, found.root, [*found.asked, *found.others], named)
    asked = [path for path in found.asked if path not in passed_over]
    others = [path for path in found.others if path not in passed_over]
    workspace = Workspace(
        root=found.root,
        settings=settings,
        asked=reading.texts(asked),
        others=reading.further(others),
        language=language(),
    )
    told = asked, reading.diagnostics, reading.wrong, reading.unreadable, named
    return _checked(workspace, partial(load, workspace.root), *told)


def _examine(found: Found, named: Sequence[str], terminal: Terminal) -> Examined:
    return examined(found, named, terminal, files.read, assets.load)


def again(project: Examined, texts: Mapping[str, str]) -> Examined:
    """The same project with other texts in some of its files, which nobody has written yet."""

    def changed(source: Source) -> Source:
        return Source(source.path, texts[source.path]) if source.path in texts else source

    before = project.workspace
    settings = changed(before.settings) if before.settings else None
    paths = [*project.asked, *(source.path for source in before.others)]
    passed_over = excluded(settings, project.root, paths, project.named)
    workspace = msgspec.structs.replace(
        before,
        settings=settings,
        asked=tuple(changed(source) for source in before.asked if source.path not in passed_over),
        others=tuple(changed(source) for source in before.others if source.path not in passed_over),
    )
    asked = [path for path in project.asked if path not in passed_over]
    wrong = {path: source for path, source in project.sources.items() if path not in project.checked.sources}
    told = [each for each in project.diagnostics if each.path in wrong]
    load = partial(assets.load, workspace.root)
    return _checked(workspace, load, asked, told, wrong, project.unreadable, project.named)


def excluded(settings: Source | None, root: str, paths: Sequence[str], named: Collection[str]) -> set[str]:
    """What the settings say not to read, of what nobody named."""
    said = settings_in(settings)
    return listing.passed_over(paths, root, said.sources, said.exclude).difference(named)


def _checked(
    workspace: Workspace,
    load: Assets,
    asked: Sequence[str],
    told: Sequence[Diagnostic],
    wrong: dict[str, Source],
    unreadable: Collection[str],
    named: Collection[str],
) -> Examined:
    checked = pipeline.check(workspace, load)
    diagnostics = ordered([*told, *checked.diagnostics])
    return Examined(
        root=workspace.root,
        asked=tuple(asked),
        workspace=workspace,
        checked=checked,
        diagnostics=diagnostics,
        sources={**checked.sources, **wrong},
        broken=frozenset(each.path for each in diagnostics if each.severity is Severity.ERROR),
        unreadable=frozenset(unreadable),
        named=frozenset(named),
    )


class Reading:
    """Texts of files, gathering what is wrong with the others."""

    def __init__(self, terminal: Terminal, reader: Reader) -> None:
        self.terminal = terminal
        self.read = reader
        self.diagnostics: list[Diagnostic] = []
        self.wrong: dict[str, Source] = {}
        self.unreadable: list[str] = []

    def texts(self, paths: Sequence[str]) -> tuple[Source, ...]:
        """Those that are text; what the rest is counts against the run."""
        return tuple(source for path in paths if (source := self._text(path)) is not None)

    def further(self, paths: Sequence[str]) -> tuple[Source, ...]:
        """Those that are text, of files that nobody asked for; of the rest a word will do."""
        texts = []
        for path in paths:
            try:
                source, problems = self.read(path)
            except UsageError as error:
                self.terminal.warning(str(error))
                continue
            if source is not None and not problems:
                texts.append(source)
            for problem in problems:
                self.terminal.warning(f"{path} is left aside: {problem.message}")
        return tuple(texts)

    def _text(self, path: str) -> Source | None:
        try:
            source, problems = files.read_stdin() if path == files.STDIN else self.read(path)
        except UsageError as error:
            self.terminal.error(error)
            self.unreadable.append(path)
            return None
        self.diagnostics += problems
        if source is not None and problems:
            self.wrong[path] = source
            return None
        return source
