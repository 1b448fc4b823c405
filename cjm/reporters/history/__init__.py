"""A journey's history → text, one file per format.

In: a history. Out: the whole report, ending in a line break. Pure: whoever calls prints it.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:  # `cjm log --help` lists the names and needs no msgspec
    from cjm.board.history import History

FORMATS: dict[str, str] = {
    "human": "cjm.reporters.history.on_terminal:report",
    "json": "cjm.reporters.history.document:report",
    "markdown": "cjm.reporters.history.as_markdown:report",
    "html": "cjm.render.history:page",
    "svg": "cjm.render.history:drawing",
}

# Those for which the curve of each version is kept.
DRAWN = ("html", "svg")


class Report(Protocol):
    """What every format offers; `width` is the terminal's in columns, and `arrow` one that it can show."""

    def __call__(self, history: "History", *, color: bool = False, width: int = 80, arrow: str = "→") -> str:
        """The history as one text."""


def reporter(name: str) -> Report:
    """The format of that name, loaded now; KeyError where there is none."""
    module, _, attribute = FORMATS[name].partition(":")
    return cast(Report, getattr(import_module(module), attribute))
