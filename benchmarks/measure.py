"""What commands cost: processor time, of whole processes and of what they started and waited for.

A machine's speed drifts while others use it. So commands run in turn (A B A B …), and a
ratio is taken within each turn.
"""

import os
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple


class Failed(Exception):
    """A command that is to be measured doesn't work."""


class Sample(NamedTuple):
    """Figures of one kind: milliseconds, or ratios of them."""

    figures: tuple[float, ...]

    @property
    def median(self) -> float:
        """The one in the middle."""
        return median(self.figures)

    @property
    def spread(self) -> tuple[float, float]:
        """The least and the greatest; far apart, and the machine was busy."""
        return min(self.figures), max(self.figures)


def together(commands: Sequence[Sequence[str | Path]], rounds: int) -> list[Sample]:
    """The CPU in milliseconds of each command, run in turn, after a first run that doesn't count."""
    for command in commands:
        cpu(command)
    taken = [tuple(cpu(command) for command in commands) for _ in range(rounds)]
    return [Sample(figures) for figures in zip(*taken, strict=True)]


def ratio(of: Sample, to: Sample) -> Sample:
    """Turn by turn, so that what slows both down is in neither."""
    return Sample(tuple(a / b for a, b in zip(of.figures, to.figures, strict=True)))


class Run(NamedTuple):
    """What a run took: milliseconds of processors and on the wall, and its largest process in megabytes."""

    cpu: float
    wall: float
    peak: float


def cpu(command: Sequence[str | Path]) -> float:
    """User and system milliseconds of one run. Raises `Failed` where its exit code isn't 0."""
    return run(command).cpu


def run(command: Sequence[str | Path], folder: Path | None = None) -> Run:
    """One run, in a folder. Raises `Failed` where its exit code isn't 0."""
    begun = time.perf_counter()
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, env=surroundings(), cwd=folder
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            said = output.read().decode(errors="replace")[-2000:]
            raise Failed(f"{' '.join(map(str, command))}: exit code {process.returncode}\n{said}")
    wall = (time.perf_counter() - begun) * 1000
    return Run((usage.ru_utime + usage.ru_stime) * 1000, wall, usage.ru_maxrss / 1024)


def surroundings() -> dict[str, str]:
    """The environment without switches of Python: users have bytecode, and no hash seed."""
    return {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
