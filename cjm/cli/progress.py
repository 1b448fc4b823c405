"""One line a journey, and a bar under them where a build takes its time.

The bar is for somebody who waits: on a terminal, after a second. Only then is rich
imported.
"""

import os
import time
from collections.abc import Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Self

from cjm.cli.terminal import Terminal, is_terminal

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

PATIENCE = 1.0


def told(
    source: str, written: Sequence[str], terminal: Terminal, after: str = "", arrow: str | None = None
) -> str:
    """`  x.cjm.yaml → build/x.svg, x.html and 8 more`: as many as the line has room for, verbosely all."""
    from cjm.reporters.columns import inert, width

    first, *others = written
    names = [first, *map(os.path.basename, others)]
    sign = f" {terminal.arrow()} " if arrow is None else " "
    line = ""
    for shown in range(len(names), 0, -1):
        more = f" and {len(names) - shown:,} more" if shown < len(names) else ""
        line = f"  {inert(source)}{sign}{inert(', '.join(names[:shown]))}{more}{after}"
        if terminal.verbose or width(line) <= terminal.room():
            break
    return line


def gone(source: str, removed: Sequence[str], terminal: Terminal) -> str:
    """`  x.cjm.yaml is gone: removed build/x.svg and 2 more`."""
    return told(f"{source} is gone: removed", removed, terminal, arrow="")


class Lines:
    """Prints a line for each of `total` steps."""

    def __init__(self, total: int, terminal: Terminal) -> None:
        self._total = total
        self._terminal = terminal
        self._watched = is_terminal(err=True) and not terminal.quiet
        self._begun = time.perf_counter()
        self._done = 0
        self._bar: tuple[Progress, TaskID] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            self._bar[0].stop()

    def step(self, line: str) -> None:
        """One more is done; without a line nothing is printed."""
        self._done += 1
        if self._bar is None and self._watched and time.perf_counter() - self._begun > PATIENCE:
            self._bar = self._started()
        if not line:
            pass
        elif self._bar and is_terminal():
            # Both streams are the same screen: only the bar's own console keeps off it.
            self._bar[0].console.print(line, markup=False, highlight=False, soft_wrap=True)
        elif not self._terminal.quiet:
            self._terminal.result(f"{line}\n")
        if self._bar:
            bar, task = self._bar
            bar.update(task, completed=self._done, refresh=True)

    def _started(self) -> "tuple[Progress, TaskID]":
        from rich.console import Console
        from rich.progress import Progress

        console = Console(stderr=True, no_color=not self._terminal.paints(err=True))
        # Lines for standard output must not end up on the bar's stream; messages may.
        bar = Progress(console=console, transient=True, auto_refresh=False, redirect_stdout=False)
        bar.start()
        return bar, bar.add_task("building", total=self._total)
