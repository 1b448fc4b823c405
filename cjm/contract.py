"""What the pipeline takes and gives: texts and wishes in, artefacts and diagnostics out."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from cjm import offered
from cjm.board.sheet import Picture
from cjm.diagnostics import Diagnostic, Severity
from cjm.formats import Pictured
from cjm.project import Project
from cjm.source import Source
from cjm.syntax import Comment

if TYPE_CHECKING:
    from cjm.board.portfolio.entry import Entry
    from cjm.theme.tokens import Theme

RunDot = Callable[[str], bytes]


class Workspace(msgspec.Struct, frozen=True):
    """The texts of one project: the journeys that were asked for, and the files beside them.

    `ids` are those of all of its journeys, where not all of its texts are here; `language` is that
    of journeys that name none, whatever the settings say.
    """

    root: str
    settings: Source | None
    asked: tuple[Source, ...]
    others: tuple[Source, ...] = ()
    ids: tuple[str, ...] = ()
    language: str = ""


class Checked(msgspec.Struct, frozen=True):
    """What reading gave: the project, every error, and the texts to show them in.

    `pictures` maps a journey's path to the images that it names, by the name it uses.
    The project is `whole` where all of its journeys and libraries were read and understood;
    `logo` is that of its theme; `named` are the journeys that those asked for name, by their paths.
    """

    project: Project
    diagnostics: list[Diagnostic]
    sources: dict[str, Source]
    comments: dict[str, tuple[Comment, ...]]
    pictures: dict[str, dict[str, Picture]]
    whole: bool = True
    logo: Picture | None = None
    named: tuple[tuple[str, str], ...] = ()

    def failed(self, path: str) -> bool:
        """Whether this file has errors."""
        return any(found.path == path and found.severity is Severity.ERROR for found in self.diagnostics)


class Options(msgspec.Struct, frozen=True):
    """What to build, in the default theme where none is given. Without a date nothing depends on today.

    `with_source` publishes the text on the page, `share` leaves out what is not for people outside;
    `portfolio` is the address, from the page, of the one of all journeys; `language` is as in a `Workspace`.
    """

    views: tuple[str, ...] = offered.DEFAULT_VIEWS
    formats: tuple[str, ...] = offered.DEFAULT_FORMATS
    today: date | None = None
    with_source: bool = False
    share: bool = False
    pictured: Pictured = Pictured()
    theme: "Theme | None" = None
    portfolio: str = ""
    language: str = ""


class Artefact(msgspec.Struct, frozen=True):
    """One file to write."""

    view: str
    format: str
    content: str | bytes


class Built(msgspec.Struct, frozen=True):
    """What a journey gave: its files, the linter's findings, and for a view without content the reason.

    `unseen` are warnings of characters that its pictures show as boxes; `unspoken` is the
    tag of the journey's language where there are no words for it and labels are English.
    With a portfolio to lead to there is an `entry` for it.
    """

    artefacts: tuple[Artefact, ...]
    findings: tuple[Diagnostic, ...]
    empty: dict[str, str]
    unseen: tuple[Diagnostic, ...] = ()
    unspoken: str = ""
    entry: "Entry | None" = None
