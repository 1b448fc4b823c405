"""Texts → what they declare: journeys, libraries, settings, and all that is wrong with them."""

import re

from cjm import __version__, config
from cjm.diagnostics import Diagnostic
from cjm.model.binding import bind
from cjm.model.entities import Journey, Library
from cjm.project.resolve import beside
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
        """Read the journeys that are drawn beside the ones asked for, and theirs."""
        by_path = {source.path: source for source in others}
        done = 0
        while done < len(self.journeys):
            journey = self.journeys[done]
            done += 1
            if journey.benchmark:
                by_name = re.compile(
                    rf"^id\s*:\s*['\"]?{re.escape(journey.benchmark)}['\"]?\s*$", re.MULTILINE
                )
                target = by_path.get(beside(journey.path, journey.benchmark)) or next(
                    (
                        other
                        for other in others
                        if _named(other, journey.benchmark) or by_name.search(other.text)
                    ),
                    None,
                )
                if target is not None:
                    self.read(target)


def _named(source: Source, id: str) -> bool:
    return source.path.rsplit("/", 1)[-1] in (f"{id}.cjm.yaml", f"{id}.cjm.yml")
