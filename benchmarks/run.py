"""Measure `cjm` beside the bare imports that such a tool can't do without, and beside other tools.

In: this checkout. Out: a table, and exit code 1 where a bound of `figures.py` is missed.

    python -m benchmarks [--quick] [--only NAME] [--json FILE] [--record]
"""

import argparse
import contextlib
import json
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks import diagrams
from benchmarks.figures import FIGURES, HEAD, IMPORTS, Figure, Result, aligned, compared, markdown, table
from benchmarks.generate import project
from benchmarks.installed import ROOT, Installed, install
from benchmarks.measure import Failed, Sample, surroundings, together
from benchmarks.scaling import scaling as scaled

DAY = ROOT / "examples" / "shopping-day" / "shopping-day.cjm.yaml"
README = ROOT / "benchmarks" / "README.md"
BEGIN, END = "<!-- figures: written by --record -->", "<!-- end of figures -->"


class Bench(NamedTuple):
    """What a measurement needs: the programs, a folder to write to, and whether to hurry."""

    tools: Installed
    folder: Path
    quick: bool

    def build(self) -> list[str | Path]:
        """The shopping day in every format, over what the last run wrote."""
        return [self.tools.cjm, "build", "--force", DAY, "--output", self.folder / "maps"]


def start_up(bench: Bench) -> Iterator[Result]:
    """A command that starts, does its work on the shopping day, and ends."""
    tools = bench.tools
    bare, older, check, folder, lint, build = together(
        [
            [tools.yardstick, "-c", IMPORTS],
            [tools.older_yardstick, "-c", IMPORTS],
            [tools.cjm, "check", DAY],
            [tools.cjm, "check", DAY.parent],
            [tools.cjm, "lint", "--fail-on", "never", DAY],
            bench.build(),
        ],
        7 if bench.quick else 25,
    )
    yield compared("cold check", check, "bare imports", bare)
    yield compared("cold check", check, "bare imports, typer 0.28", older)
    yield compared("cold check of the folder", folder, "bare imports", bare)
    yield compared("cold lint", lint, "cold check", check)
    yield compared("cold build", build, "bare imports", bare)
    yield compared("cold build", build, "bare imports, typer 0.28", older)


def others(bench: Bench) -> Iterator[Result]:
    """The same journey, or what comes nearest to it, drawn by other tools."""
    tools, folder = bench.tools, bench.folder
    day = diagrams.journey(DAY)
    (folder / "day.d2").write_text(diagrams.d2(day), encoding="utf-8")
    (folder / "day.mmd").write_text(diagrams.mermaid(day), encoding="utf-8")
    (folder / "harness.yml").write_text(diagrams.HARNESS, encoding="utf-8")
    (folder / "browser.json").write_text(
        json.dumps({"executablePath": tools.browser, "args": ["--no-sandbox"]}), encoding="utf-8"
    )
    commands: dict[str, list[str | Path]] = {"D2": [tools.d2, folder / "day.d2", folder / "day.svg"]}
    if tools.wireviz:
        commands["WireViz"] = [tools.wireviz, "--format", "hs", folder / "harness.yml"]
    if tools.mermaid:
        paths: list[str | Path] = ["-i", folder / "day.mmd", "-o", folder / "mermaid.svg"]
        commands["mermaid-cli"] = [tools.mermaid, "--quiet", "-p", folder / "browser.json", *paths]
    build, *costs = together([bench.build(), *commands.values()], 3 if bench.quick else 9)
    for name, cost in zip(commands, costs, strict=True):
        yield compared("cold build", build, name, cost)


def many(bench: Bench) -> Iterator[Result]:
    """A project in one process: what a journey costs there, and whether that grows."""
    sizes = (40, 160) if bench.quick else (250, 1000)
    for size in sizes:
        project(bench.folder / f"project-{size}", size, 30)
    turns = [[_stopped(bench, size) for size in sizes] for _ in range(1 if bench.quick else 2)]
    larger = [turn[-1] for turn in turns]
    bare = Sample(tuple(each.bare for each in larger))
    large, first, last = (Sample(figures) for figures in zip(*(each[:3] for each in larger), strict=True))
    small = Sample(tuple(less.cost / less.bare * more.bare for less, more in turns))
    yield compared("journey of 30, of 1,000", large, "bare imports", bare)
    yield compared("journey of 30, of 1,000", large, "the same, of 250", small)
    yield compared("journey of 30, last quarter", last, "the same, first quarter", first)
    whole, every = bench.folder / f"project-{sizes[1]}", ["--preset", "strict", "--fail-on", "never"]
    check, lint = together(
        [[bench.tools.cjm, "check", whole], [bench.tools.cjm, "lint", *every, whole]],
        2 if bench.quick else 5,
    )
    yield compared("lint of 1,000", lint, "check of the same", check)


class Stopped(NamedTuple):
    """What a journey took in a build, in its first and in its last quarter, and the bare imports meanwhile.

    In milliseconds at the speed that the machine had over the whole of the build.
    """

    cost: float
    first: float
    last: float
    bare: float


def _stopped(bench: Bench, size: int) -> Stopped:
    """The CPU of one build of that project, its start-up included."""
    output = bench.folder / "project-maps"
    shutil.rmtree(output, ignore_errors=True)
    program = ROOT / "benchmarks" / "stopwatch.py"
    command: list[str | Path] = [
        *(bench.tools.cjm_python, "-P", program),
        *(bench.folder / f"project-{size}", output),
        *(bench.tools.yardstick, "-c", IMPORTS),
    ]
    done = subprocess.run(command, capture_output=True, check=False, env=surroundings())
    if done.returncode:
        raise Failed(f"cjm build of {size} journeys: {done.stderr.decode(errors='replace')[-2000:]}")
    found = json.loads(done.stdout)
    marks, bare = found["marks"], found["yardstick"]
    assert len(marks) == size
    some, quarter = max(len(bare) // 4, 1), size // 4  # lines come some at a time
    first = (marks[quarter] - marks[0]) / quarter / median(bare[:some])
    last = (marks[-1] - marks[-1 - quarter]) / quarter / median(bare[-some:])
    speed = median(bare)
    return Stopped(found["total"] / size, first * speed, last * speed, speed)


def scaling(bench: Bench) -> Iterator[Result]:
    """Builds of many journeys, whole and in part."""
    return scaled(bench.tools, bench.folder, quick=bench.quick)


GROUPS: dict[str, Callable[[Bench], Iterator[Result]]] = {
    "start-up": start_up,
    "others": others,
    "many": many,
    "scaling": scaling,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line; 1 where a bound is missed, 2 where something couldn't be measured."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure cjm.")
    parser.add_argument("--quick", action="store_true", help="fewer runs and a smaller project")
    parser.add_argument("--only", choices=list(GROUPS), help="one group of figures")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every single figure there")
    parser.add_argument("--record", action="store_true", help="write the table into benchmarks/README.md")
    wanted = parser.parse_args(arguments)
    wanted.json = wanted.json and wanted.json.resolve()
    groups = [wanted.only] if wanted.only else list(GROUPS)
    try:
        tools = install(mermaid="others" in groups)
        with tempfile.TemporaryDirectory(prefix="cjm-bench-") as folder:
            bench = Bench(tools, Path(folder), wanted.quick)
            with contextlib.chdir(folder):  # where no earlier build left its record
                results = [result for group in groups for result in GROUPS[group](bench)]
    except Failed as error:
        print(f"benchmarks: {error}", file=sys.stderr)
        return 2
    print(aligned(table(results)))
    for line in (*tools.missing, *_notes(results)):
        print(line)
    if wanted.quick:
        print("quick: few runs, and projects of 160 and 40 journeys for those of 1,000 and 250")
    if wanted.json:
        wanted.json.write_text(json.dumps([_plain(result) for result in results], indent=1), encoding="utf-8")
    if wanted.record:
        _record(results, tools.missing)
    return int(any(result.verdict == "MISSED" for result in results))


def _notes(results: Sequence[Result]) -> Iterator[str]:
    for result in results:
        if result.figure.name == "journey of 30, of 1,000" and result.figure.aim == 0.35:
            yield f"{1000 / result.cost.median:.1f} journeys a second of CPU: map, flow and page, written"
    noisy = [low and high / low > 1.5 for low, high in (result.cost.spread for result in results)]
    if any(noisy):
        yield "some runs took half as long again as others: the machine was busy, so read the ratios"


def _plain(result: Result) -> dict[str, object]:
    figures = {"cpu_ms": result.cost.figures, "ratio": result.ratio.figures, "median": result.ratio.median}
    return {**result.figure._asdict(), **figures, "verdict": result.verdict}


def _record(results: Sequence[Result], missing: Sequence[str]) -> None:
    """The table into the README, with the day of its newest rows; those that weren't measured stay."""
    before, _, rest = README.read_text(encoding="utf-8").partition(BEGIN)
    recorded, _, after = rest.partition(END)
    rows = [tuple(line.strip("| ").split(" | ")) for line in recorded.splitlines() if line.startswith("| ")]
    found = {_key(row): row for row in [*rows[1:], *table(results)[1:]]}
    kept = [found[key] for key in map(_of, FIGURES) if key in found]
    told = f"{date.today():%Y-%m-%d}, Python {platform.python_version()}, {platform.machine()}"
    text = "\n\n".join([told, markdown([HEAD, *kept]), *missing, *_notes(results)])
    README.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{after}", encoding="utf-8")


def _key(row: Sequence[str]) -> tuple[str, str]:
    return row[0], row[HEAD.index("against")]


def _of(figure: Figure) -> tuple[str, str]:
    return figure.name, figure.against


if __name__ == "__main__":
    sys.exit(main())
