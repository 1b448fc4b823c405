"""Texts → what they declare: journeys, libraries, settings, and all that is wrong with them."""

import re

from cjm import __version__, config
from cjm.diagnostics import Diagnostic
from cjm.model.binding import bind
from cjm.model.entities import Journey, Library
from cjm.naming import Called, glanced, leads_to
from cjm.project.others import names
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
        self.ids = Called()

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

    def follow(self, sources: tuple[Source, ...]) -> None:
        """Read the journeys that those read so far name, and what these show in detail, as far as that goes.

        `named` gets each name of the first, by the path that says it.
        `ids` are what all of these files are called, as a glance at them tells: whoever has
        none but the files that are named goes by the same.
        """
        asked = list(self.journeys)
        self.named = tuple(
            (journey.path, name) for journey in asked for name in dict.fromkeys(names(journey))
        )
        if not self.named:
            return
        by_path = {source.path: source for source in sources if not LIBRARY.search(source.text)}
        self.ids = Called((path, glanced(path, source.text)) for path, source in by_path.items())
        for path, name in self.named:
            for found in leads_to(name, path, self.ids):
                self.read(by_path[found])
        for journey in self.journeys:  # which grows meanwhile
            for point in journey.touchpoints:
                for found in leads_to(point.detail, journey.path, self.ids) if point.detail else ():
                    self.read(by_path[found])
