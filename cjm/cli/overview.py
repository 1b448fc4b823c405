"""The portfolio of an output folder: `index.html` and the opportunities as files.

In: the record of a build. Out: the bytes of each file; journeys are read one at a time, and once.
"""

import contextlib
import os
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from cjm.builds.digests import content_digest, digest, program
from cjm.builds.state import State

if TYPE_CHECKING:
    from cjm.board.portfolio.arrange import Kept
    from cjm.cli.asked import Asked
    from cjm.cli.grounds import Grounds
    from cjm.cli.terminal import Terminal
    from cjm.config import Settings
    from cjm.theme.tokens import Theme

PAGE = "index.html"
NAMES = (PAGE, "opportunities.csv", "opportunities.json")

# Bytes of a file that waits for the page: those of thousands of journeys wait on the disk.
_IN_MEMORY = 8_000_000


class Wanted(msgspec.Struct, frozen=True):
    """For which build a portfolio is made: its projects, what it asks for, its base folder."""

    grounds: "Sequence[Grounds]"
    asked: "Asked"
    base: str
    terminal: "Terminal"

    def key(self) -> str:
        """Changes with whatever the portfolio depends on beside its journeys."""
        settings = content_digest(os.path.join(self.base, "cjm.yaml"))
        return digest(program(), repr(self.asked._replace(output="", formats=(), views=())), settings)


def home(name: str) -> str:
    """The portfolio's address from a page, by that one's name below the output folder."""
    return "../" * name.count("/") + PAGE


def contents(state: State, wanted: Wanted) -> Iterator[tuple[str, bytes]]:
    """The files of the portfolio with their names, one at a time; none where no journey has a page."""
    from tempfile import SpooledTemporaryFile

    from cjm.board.portfolio.arrange import arrange
    from cjm.languages import language
    from cjm.render.dressing import dressed
    from cjm.render.portfolio import render
    from cjm.reporters.backlog import Backlog

    pages = state.pages()
    if any(name.casefold() == PAGE for name in pages.values()):
        return  # a journey's own page has its name
    tags = set(_languages(state, pages))
    if not tags:
        return
    settings, theme = _look(wanted)
    if not settings.portfolio:
        return
    words = language(settings.language or (tags.pop() if len(tags) == 1 else "en"))
    separator = ";" if words.formats.decimal == "," else ","
    with SpooledTemporaryFile(_IN_MEMORY) as as_csv, SpooledTemporaryFile(_IN_MEMORY) as as_json:
        backlog = Backlog(as_csv, as_json, separator)
        found = arrange(backlog.passing(_kept(state, pages)), words, wanted.asked.today)
        with dressed(theme, found.colours):
            yield PAGE, render(found).encode("utf-8", "replace")
        if any(section.id == "opportunities" for section in found.sections):
            del found
            for name, file in zip(NAMES[1:], (as_csv, as_json), strict=True):
                file.seek(0)
                yield name, file.read()


def _languages(state: State, pages: Mapping[str, str]) -> Iterator[str]:
    """The tag of every journey that has a page."""
    import msgspec

    from cjm.board.portfolio.arrange import Spoken

    decoder = msgspec.msgpack.Decoder(Spoken)
    for path, _, data in state.entries():
        if data and path in pages:
            with contextlib.suppress(msgspec.MsgspecError):
                yield decoder.decode(data).language


def _kept(state: State, pages: Mapping[str, str]) -> "Iterator[Kept]":
    """Every journey that has a page, by its source's path."""
    from urllib.parse import quote

    import msgspec

    from cjm.board.portfolio.arrange import Kept
    from cjm.board.portfolio.entry import Entry

    decoder = msgspec.msgpack.Decoder(Entry)
    for path, failed, data in state.entries():
        if data and path in pages:
            # What another version of cjm kept is left out until its journey is built again.
            with contextlib.suppress(msgspec.MsgspecError):
                yield Kept(decoder.decode(data), quote(os.fsencode(pages[path])), failed)


def front(grounds: "Sequence[Grounds]", base: str) -> "Grounds | None":
    """Whose settings the portfolio follows: the project of the base folder, or the only one."""
    own = [each for each in grounds if os.path.relpath(each.root, base) == "."]
    return own[0] if own else grounds[0] if len(grounds) == 1 else None


def _look(wanted: Wanted) -> "tuple[Settings, Theme | None]":
    if own := front(wanted.grounds, wanted.base):
        return own.examined.checked.project.settings, own.options.theme
    from cjm.cli.drawing import theme_of
    from cjm.cli.reading import groundwork
    from cjm.shell import finding

    project = groundwork(finding.around("."), (), wanted.terminal)
    return project.checked.project.settings, theme_of(project, wanted.asked, wanted.terminal)
