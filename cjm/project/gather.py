"""Texts → what they declare: journeys, libraries, settings, and all that is wrong with them."""

import re
from collections.abc import Iterator

from cjm import __version__, config
from cjm.diagnostics import Diagnostic
from cjm.model.binding import bind
from cjm.model.entities import Journey, Library
from cjm.naming import glanced_id, leads_to
from cjm.source import Source
from cjm.syntax import Comment, parse

LIBRARY = re.compile(r"^library\s*:", re.MULTILINE)


class Gathered:
    """What has been read so far."""

    def __init__(self) -> None:
        self.journeys: list[Journey] = []
        self.libraries: list[Library] = []
        self.problems: list[Diagnostic] = []
        self.sources: dict[str, Source] = {}
        self.comments: dict[str, tuple[Comment, ...]] = {}
        self.broken: set[str] = set()
        self.named: tuple[tuple[str, str], ...] = ()
        self.ids: tuple[str, ...] = ()

    def settings(self, source: Source | None) -> config.Settings:
        """The project's settings, or their defaults."""
        if source is None:
            return config.Settings()
        self.sources[source.path] = source
        parsed = parse(source)
        self.comments[source.path] = parsed.comments
        settings, problems = config.bind(source, parsed, __version__)
        self.problems += [*parsed.diagnostics, *problems]
        return settings

    def read(self, source: Source) -> None:
        """Parse and bind one file, once."""
        if source.path in self.sources:
            return
        self.sources[source.path] = source
        parsed = parse(source)
        self.comments[source.path] = parsed.comments
        subject, problems = bind(source, parsed)
        self.problems += [*parsed.diagnostics, *problems]
        if isinstance(subject, Journey):
            self.journeys.append(subject)
        elif isinstance(subject, Library):
            self.libraries.append(subject)
        elif LIBRARY.search(source.text):
            self.broken.add(source.path)

    def follow(self, others: tuple[Source, ...]) -> None:
        """Read the journeys that those read so far name; `named` gets each name, by the path that says it."""
        asked = list(self.journeys)
        self.named = tuple((journey.path, name) for journey in asked for name in _names(journey))
        if not self.named:
            return
        by_path = {source.path: source for source in others}
        ids = {path: glanced_id(path, source.text) for path, source in by_path.items()}
        ids |= {journey.path: journey.id for journey in asked}
        self.ids = tuple(ids.values())
        for path, name in self.named:
            for found in leads_to(name, path, ids):
                if found in by_path:
                    self.read(by_path[found])


def _names(journey: Journey) -> Iterator[str]:
    """The other journeys that this one names."""
    if journey.benchmark:
        yield journey.benchmark
