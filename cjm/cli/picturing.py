"""The options of `cjm build` that only PNG and PDF have."""

import functools
import math
from collections.abc import Callable, Collection
from typing import Any, NamedTuple

import click

from cjm.errors import UsageError

# As in `cjm.layout.papers`, which would cost the help its speed; a test compares.
PAPERS = ("fit", "a4", "a3", "a2", "a1", "a0", "letter", "tabloid")
SCALES = (0.1, 10.0)


class Scale(click.FloatRange):
    """A number between two others; `nan` is none, though no comparison says so."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The number, checked."""
        number = super().convert(value, param, ctx)
        if math.isnan(number):
            self.fail("nan is no number", param, ctx)
        return number


class Wish(NamedTuple):
    """How pictures are wanted: pixels a user unit, pages, and further fonts."""

    scale: float = 2
    paper: str = "fit"
    fonts: tuple[str, ...] = ()

    def refuse_unused(self, formats: Collection[str]) -> None:
        """Raise `UsageError` for an option that does nothing in these formats."""
        if self.scale != Wish().scale and "png" not in formats:
            raise UsageError("--scale is about PNG, which isn't built", "add -f png")
        if self.paper != Wish().paper and "pdf" not in formats:
            raise UsageError("--page is about PDF, which isn't built", "add -f pdf")
        if self.fonts and not formats:
            raise UsageError("--font is about PNG and PDF, which aren't built", "add -f png or -f pdf")


def picture_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--scale`, `--page` and `--font`, for a command that gets them as a `wish`."""

    @functools.wraps(command)
    def run(*, scale: float, paper: str, fonts: tuple[str, ...], **others: Any) -> Any:
        return command(**others, wish=Wish(scale, paper, fonts))

    for option in (
        click.option(
            "--font",
            "fonts",
            metavar="FILE",
            multiple=True,
            type=click.Path(),
            help="PNG and PDF: a font for what Arimo lacks (Chinese, Arabic, emoji); several times over.",
        ),
        click.option(
            "--page",
            "paper",
            type=click.Choice(PAPERS),
            default=PAPERS[0],
            show_default=True,
            help="PDF: the paper; fit is one page as large as the drawing.",
        ),
        click.option(
            "--scale",
            metavar="NUMBER",
            type=Scale(*SCALES),
            default=2,
            show_default=True,
            help="PNG: pixels for each unit of the drawing, 0.1 to 10.",
        ),
    ):
        run = option(run)
    return run
