"""What is measured, and how far it may go: the one table of bounds."""

from collections.abc import Iterable
from typing import NamedTuple

from benchmarks.measure import Sample, ratio

IMPORTS = "import typer, ruamel.yaml, jinja2"


class Figure(NamedTuple):
    """One row: `name` costs at most `bound` times what `against` costs; the `aim` is better."""

    name: str
    against: str
    bound: float | None = None
    aim: float | None = None


FIGURES = (
    Figure("cold check", "bare imports", bound=1.2, aim=1.0),
    Figure("cold check", "bare imports, typer 0.28"),
    Figure("cold check of the folder", "bare imports"),
    Figure("cold lint", "cold check", bound=1.3),
    Figure("cold build", "bare imports", bound=2.0, aim=1.6),
    Figure("cold build", "bare imports, typer 0.28"),
    Figure("cold build", "mermaid-cli", bound=0.2),
    Figure("cold build", "WireViz"),
    Figure("cold build", "D2"),
    Figure("journey of 30, of 1,000", "bare imports", bound=0.5, aim=0.35),
    Figure("journey of 30, of 1,000", "the same, of 250", bound=1.1, aim=1.0),
    Figure("journey of 30, last quarter", "the same, first quarter", bound=1.1, aim=1.0),
    Figure("lint of 1,000", "check of the same", bound=3.0, aim=2.0),
    Figure("1,000 with 2 jobs, wall", "with 1 job, wall", bound=1 / 1.8),
    Figure("nothing changed", "the full build", bound=0.05),
    Figure("nothing changed", "--version, and reading the tree", bound=1.5),
    Figure("one journey changed", "the full build", bound=0.1),
    Figure("1,000 with 1 job", "mkdocs build of as many pages"),
    Figure("a journey of 10,000", "of 1,000", bound=1.15),
    Figure("memory of 10,000, MB", "300 MB", bound=1.0),
)


class Result(NamedTuple):
    """A figure's CPU in milliseconds, what it is held against, and the ratios of the two."""

    figure: Figure
    cost: Sample
    other: Sample
    ratio: Sample

    @property
    def verdict(self) -> str:
        """Whether the bound is held, and the aim reached."""
        bound, aim = self.figure.bound, self.figure.aim
        if bound is None:
            return "–"
        if self.ratio.median > bound:
            return "MISSED"
        return "aim" if aim is not None and self.ratio.median <= aim else "held"


def compared(name: str, cost: Sample, against: str, other: Sample) -> Result:
    """A row of the table with its costs, taken in the same turns."""
    row = next(row for row in FIGURES if (row.name, row.against) == (name, against))
    return Result(row, cost, other, ratio(cost, other))


HEAD = ("figure", "CPU ms", "min–max", "against", "CPU ms", "ratio", "min–max", "bound", "aim", "")


def table(results: Iterable[Result]) -> list[tuple[str, ...]]:
    """The rows as texts, under their heads."""
    rows: list[tuple[str, ...]] = [HEAD]
    for result in results:
        row, (low, high), (least, most) = result.figure, result.cost.spread, result.ratio.spread
        rows.append(
            (
                row.name,
                f"{result.cost.median:,.0f}",
                f"{low:,.0f}–{high:,.0f}",
                row.against,
                f"{result.other.median:,.0f}",
                f"{result.ratio.median:.2f}",
                f"{least:.2f}–{most:.2f}",
                "" if row.bound is None else f"{row.bound:.2f}",
                "" if row.aim is None else f"{row.aim:.2f}",
                result.verdict,
            )
        )
    return rows


def aligned(rows: list[tuple[str, ...]]) -> str:
    """A table for a terminal."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )


def markdown(rows: list[tuple[str, ...]]) -> str:
    """A table for a page."""
    head, *body = (f"| {' | '.join(row)} |" for row in rows)
    return "\n".join([head, "|" + "---|" * len(rows[0]), *body])
