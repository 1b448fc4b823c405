"""Diagnostics → text, one file per format.

In: diagnostics in the order to tell them, and the sources that they point into, by
path. Out: the whole report, ending in a line break, or nothing where a format has
nothing to say. Pure: whoever calls prints it.
"""

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:  # `cjm check --help` lists the names and needs no msgspec
    from cjm.diagnostics import Diagnostic
    from cjm.source import Source

REPORTERS: dict[str, str] = {
    "human": "cjm.reporters.human:report",
    "concise": "cjm.reporters.concise:report",
    "json": "cjm.reporters.as_json:report",
    "github": "cjm.reporters.github:report",
    "sarif": "cjm.reporters.sarif:report",
    "gitlab": "cjm.reporters.gitlab:report",
    "junit": "cjm.reporters.junit:report",
    "rdjson": "cjm.reporters.rdjson:report",
    "markdown": "cjm.reporters.markdown:report",
    "html": "cjm.reporters.page:report",
}


class Report(Protocol):
    """What every format offers.

    `limit` bounds the findings per file where people read them, `width` is the
    terminal's in columns, `links` makes names lead somewhere; formats for programs take none.
    """

    def __call__(
        self,
        diagnostics: "Sequence[Diagnostic]",
        sources: "Mapping[str, Source]",
        *,
        color: bool = False,
        limit: int = 50,
        width: int = 100,
        links: bool = False,
    ) -> str:
        """The diagnostics as one text."""


def reporter(name: str) -> Report:
    """The format of that name, loaded now; KeyError where there is none."""
    module, _, attribute = REPORTERS[name].partition(":")
    return cast(Report, getattr(import_module(module), attribute))
