"""What the journeys of a project are built from beside their own texts: settings, libraries, theme, tools.

In: a survey, and what the command line asks for. Out: views, formats and a key that
changes with any of it; remembered from build to build, so that what reads YAML is
imported only where something changed.
"""

import os
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from cjm.builds import survey as surveys
from cjm.builds.digests import content_digest, digest, folder_digest, program
from cjm.builds.state import Facts, State
from cjm.builds.survey import FOLDER, Looked, Survey, quoted, unquoted
from cjm.cli.terminal import Terminal
from cjm.naming import Called
from cjm.offered import DEFAULT_FORMATS, DEFAULT_VIEWS
from cjm.shell import finding, listing
from cjm.shell.finding import Found

if TYPE_CHECKING:
    from cjm.cli.asked import Asked
    from cjm.cli.reading import Examined
    from cjm.contract import Options
    from cjm.diagnostics import Diagnostic


class Settled(msgspec.Struct, frozen=True):
    """What the settings came to. `broken` where they or a library have errors."""

    formats: tuple[str, ...]
    views: tuple[str, ...]
    libraries: tuple[str, ...]
    sources: tuple[str, ...]
    exclude: tuple[str, ...]
    broken: bool
    portfolio: bool

    def lines(self) -> str:
        """For the record: a field a line, its items with tabs between them."""
        flags = ("broken",) * self.broken, ("portfolio",) * self.portfolio
        fields = (self.formats, self.views, self.libraries, self.sources, self.exclude, *flags)
        return "\n".join("\t".join(map(quoted, field)) for field in fields)

    @classmethod
    def of(cls, lines: str) -> "Settled":
        """Back from the record."""
        formats, views, libraries, sources, exclude, broken, portfolio = (
            tuple(map(unquoted, field.split("\t"))) if field else () for field in lines.split("\n")
        )
        return cls(formats, views, libraries, sources, exclude, bool(broken), bool(portfolio))


class Grounds:
    """One project of a build; `named` are the files that the command line names."""

    def __init__(
        self,
        found: Found,
        named: Sequence[str],
        asked: "Asked",
        base: str,
        state: State | None,
        terminal: Terminal,
    ) -> None:
        self._found = found
        self._named = named
        self.asked = asked
        self._base = base
        self._state = state
        self._terminal = terminal
        self._all = surveys.survey(found, digests=state is not None)
        self.unreadable = [path for path in self._all.asked if not self._all.digests[path]]

    @property
    def root(self) -> str:
        """The project's folder."""
        return self._found.root

    @cached_property
    def survey(self) -> Survey:
        """Its texts, without those that the settings exclude."""
        paths = [path for path in self._all.digests if path not in self._named]
        settled = self.settled
        return self._all.without(listing.passed_over(paths, self.root, settled.sources, settled.exclude))

    @cached_property
    def called(self) -> Called:
        """What its journeys are called."""
        return self.survey.called()

    @cached_property
    def journeys(self) -> list[str]:
        """The files to build; those that nobody understands are told of, too."""
        return [path for path in self.survey.asked if path not in self.settled.libraries]

    @property
    def settled(self) -> Settled:
        """What the settings came to."""
        return self._facts[0]

    @property
    def key(self) -> str:
        """Changes with whatever journeys depend on beside themselves."""
        return self._facts[1]

    @property
    def wanted(self) -> str:
        """The digest of settings, libraries and options, the same on every machine."""
        return digest(repr(self.asked._replace(output="")), self._all.shared())

    @property
    def told(self) -> "list[Diagnostic]":
        """What is wrong with settings and libraries."""
        if "examined" in self.__dict__:
            return self.examined.diagnostics
        if not self._facts[2]:
            return []
        from cjm.builds.records import decoded

        return decoded(self._facts[2], self._base)

    @cached_property
    def examined(self) -> "Examined":
        """The settings and libraries, read and checked."""
        from cjm.cli.reading import groundwork

        return groundwork(self._found, self._all.libraries, self._terminal)

    @cached_property
    def options(self) -> "Options":
        """How to draw the journeys. Raises `UsageError` for a theme that can't be used."""
        from cjm.cli.drawing import options, theme_of

        theme = theme_of(self.examined, self.asked, self._terminal)
        return options(self.asked, self.examined.checked.project.settings, theme)

    @cached_property
    def fonts(self) -> tuple[str, ...]:
        """The further fonts of pictures, by their full paths. Raises `UsageError` for one that is none."""
        from cjm.cli.drawing import fonts_of
        from cjm.formats import PICTURES

        if not {*PICTURES}.intersection(self.settled.formats):
            return ()
        return tuple(map(os.path.abspath, fonts_of(self.examined, self.asked, self._terminal)))

    @cached_property
    def _facts(self) -> tuple[Settled, str, bytes]:
        if self._state is None:
            return self._within(self._settled()), "", b""
        asked = self.asked._replace(output="", formats=(), views=(), portfolio=True)
        request = digest(program(), repr(asked))
        shared = self._all.shared()
        root = os.path.relpath(self.root, self._base)
        kept = self._state.facts(root, request)
        if kept is None or kept.settings != shared or not self._same(kept.looked):
            kept = self._settle(shared)
            self._state.keep_facts(root, request, kept)
        return self._within(Settled.of(kept.facts)), digest(request, shared, kept.looked), kept.told

    def _within(self, settled: Settled) -> Settled:
        """What the settings came to, under what the command line says."""
        return msgspec.structs.replace(
            settled,
            formats=self.asked.formats or settled.formats or DEFAULT_FORMATS,
            views=self.asked.views or settled.views or DEFAULT_VIEWS,
            libraries=tuple(finding.displayed(os.path.join(self.root, each)) for each in settled.libraries),
        )

    def _settle(self, shared: str) -> Facts:
        """The settings, read, for the record."""
        from cjm.builds.records import encoded
        from cjm.cli.drawing import looked_at

        looked = [self._look(kind, path) for kind, path in looked_at(self.examined, self.asked)]
        told = encoded(self.examined.diagnostics, self._base)
        return Facts(shared, self._settled().lines(), surveys.lines(looked), told)

    def _settled(self) -> Settled:
        project = self.examined.checked.project
        return Settled(
            project.settings.formats,
            project.settings.views,
            tuple(os.path.relpath(each.path, self.root) for each in project.libraries),
            project.settings.sources,
            project.settings.exclude,
            bool(self.examined.broken),
            project.settings.portfolio,
        )

    def _look(self, kind: str, path: str) -> Looked:
        name = os.path.relpath(path, self._base).replace(os.sep, "/")
        place = os.path.join(self._base, name)
        return Looked(kind, name, (folder_digest if kind == FOLDER else content_digest)(place))

    def _same(self, lines: str) -> bool:
        return all(
            self._look(each.kind, os.path.join(self._base, each.name)) == each
            for each in surveys.looked_at(lines)
        )
