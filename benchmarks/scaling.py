"""Many journeys: in several processes, after a change, ten thousand of them; a site generator beside them.

In: the programs and a folder. Out: rows of `figures.py`. Processor time, but for what
several processes gain, which is time on the wall.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

from benchmarks.figures import Result, compared
from benchmarks.generate import project
from benchmarks.installed import Installed
from benchmarks.measure import Run, Sample, run

MEGABYTES = 300.0

# What `cjm build` can't do without: to start, and to list and read what there is.
_READ = """
import os, subprocess
found = subprocess.run(["git", "ls-files", "-co", "--exclude-standard", "-z"], capture_output=True).stdout
for name in filter(None, found.split(b"\\0")):
    with open(name, "rb") as file:
        file.read()
"""

_SITE = "site_name: Journeys\ndocs_dir: docs\nsite_dir: site\nplugins: []\n"


def scaling(tools: Installed, folder: Path, *, quick: bool) -> Iterator[Result]:
    """What builds of 1,000 journeys cost, whole and in part, and of 10,000."""
    size, large = (100, 300) if quick else (1_000, 10_000)
    rounds = 1 if quick else 2
    home = _project(folder / "scaling", size)
    one, two = [], []
    for _ in range(rounds):
        one.append(_whole(tools, home, 1))
        two.append(_whole(tools, home, 2))
    yield compared("1,000 with 2 jobs, wall", _walls(two), "with 1 job, wall", _walls(one))

    whole = Sample((_cpus(one).median,))
    for _ in range(2):
        run([tools.cjm, "build", "-q"], home)
    turns = [
        (
            run([tools.cjm, "build"], home).cpu,
            run([tools.cjm, "--version"], home).cpu + run([tools.cjm_python, "-c", _READ], home).cpu,
        )
        for _ in range(5 if quick else 15)
    ]
    nothing, least = (Sample(figures) for figures in zip(*turns, strict=True))
    yield compared("nothing changed", nothing, "the full build", _as_often(whole, nothing))
    yield compared("nothing changed", nothing, "--version, and reading the tree", least)

    changes = Sample(tuple(_changed(tools, home, turn) for turn in range(3 if quick else 7)))
    yield compared("one journey changed", changes, "the full build", _as_often(whole, changes))

    site = _site(tools, home)
    yield compared("1,000 with 1 job", whole, "mkdocs build of as many pages", site)

    many = _whole(tools, _project(folder / "large", large), 2)
    fewer = Sample((_cpus(two).median / size,))
    yield compared("a journey of 10,000", Sample((many.cpu / large,)), "of 1,000", fewer)
    yield compared("memory of 10,000, MB", Sample((many.peak,)), "300 MB", Sample((MEGABYTES,)))


def _project(home: Path, journeys: int) -> Path:
    project(home, journeys, 30)
    run(["git", "init", "--quiet", "."], home)
    return home


def _whole(tools: Installed, home: Path, jobs: int) -> Run:
    """A build of everything, into a folder that isn't there yet."""
    for made in ("build", ".cjm"):
        shutil.rmtree(home / made, ignore_errors=True)
    return run([tools.cjm, "build", "--quiet", "--jobs", str(jobs)], home)


def _changed(tools: Installed, home: Path, turn: int) -> float:
    """The CPU of a build after another touchpoint in one journey."""
    journey = min(home.rglob("journey-*.cjm.yaml"))
    journey.write_text(f"{journey.read_text(encoding='utf-8')}      - Turn {turn}\n", encoding="utf-8")
    return run([tools.cjm, "build", "--quiet"], home).cpu


def _site(tools: Installed, home: Path) -> Sample:
    """The CPU of MkDocs, on the same journeys as Markdown."""
    docs = home.parent / "site"
    run([tools.cjm, "build", "--quiet", "-f", "md", "-o", docs / "docs"], home)
    (docs / "docs" / "index.md").write_text("# Journeys\n", encoding="utf-8")
    (docs / "mkdocs.yml").write_text(_SITE, encoding="utf-8")
    return Sample((run([tools.mkdocs, "build", "--quiet"], docs).cpu,))


def _as_often(sample: Sample, others: Sample) -> Sample:
    return Sample(sample.figures * len(others.figures))


def _walls(runs: list[Run]) -> Sample:
    return Sample(tuple(each.wall for each in runs))


def _cpus(runs: list[Run]) -> Sample:
    return Sample(tuple(each.cpu for each in runs))
