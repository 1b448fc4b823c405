"""Changes of meaning → text, one file per format.

In: a comparison of two versions. Out: the whole report, ending in a line break. Pure: whoever calls
prints it.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:  # `cjm diff --help` lists the names and needs no msgspec
    from cjm.differ import Comparison

FORMATS: dict[str, str] = {
    "human": "cjm.reporters.changes.on_terminal:report",
    "markdown": "cjm.reporters.changes.as_markdown:report",
    "json": "cjm.reporters.changes.document:report",
    "github": "cjm.reporters.changes.annotations:report",
    "html": "cjm.render.changed:page",
    "svg": "cjm.render.changed:drawing",
}

# Those that are drawn in the project's theme.
DRAWN = ("html", "svg")


class Report(Protocol):
    """What every format offers; `width` is the terminal's in columns, and `arrow` one that it can show."""

    def __call__(
        self, comparison: "Comparison", *, color: bool = False, width: int = 80, arrow: str = "→"
    ) -> str:
        """The changes as one text."""


def reporter(name: str) -> Report:
    """The format of that name, loaded now; KeyError where there is none."""
    module, _, attribute = FORMATS[name].partition(":")
    return cast(Report, getattr(import_module(module), attribute))
