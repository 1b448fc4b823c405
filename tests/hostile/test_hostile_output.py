"""Where a build writes may be full, closed, taken or killed: each file there is whole, old or new."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from limited import limited
from running import below, environment, lay, on_a_terminal, run

MANY = 12
OLD = "journey: Before\nphases:\n  - name: P\n    owner: Sales\n    touchpoints: [A, B, C]\n"
NEW = OLD.replace("Before", "After").replace("C]", "C, D, E]")


def bytes_below(folder: str) -> dict[str, bytes]:
    """Every file below a folder, and what it holds."""
    return {name: Path(folder, name).read_bytes() for name in below(folder)}


@pytest.fixture
def both(here: Path) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Journeys that were built and have changed since: what their outputs hold, and what they will."""
    for number in range(MANY):
        lay(f"{number}.cjm.yaml", NEW.replace("After", f"After {number}"))
    assert run("build", "-q", "-o", "expected").returncode == 0
    new = bytes_below("expected")
    for number in range(MANY):
        lay(f"{number}.cjm.yaml", OLD.replace("Before", f"Before {number}"))
    assert run("build", "-q").returncode == 0
    old = bytes_below("build")
    for number in range(MANY):
        lay(f"{number}.cjm.yaml", NEW.replace("After", f"After {number}"))
    assert old.keys() == new.keys()
    return old, new


def is_whole(old: dict[str, bytes], new: dict[str, bytes]) -> bool:
    """Whether every file that is an output holds all of what it held or all of what it will."""
    found = {name: data for name, data in bytes_below("build").items() if not name.endswith(".tmp")}
    return found.keys() == old.keys() and all(data in {old[name], new[name]} for name, data in found.items())


def stop(after: float, with_: signal.Signals, *, begun: bool = False) -> tuple[int, str]:
    """A build that gets a signal: its exit code, and what it said on standard error.

    `begun`: the time counts from the first journey that is built. Before a program of
    Python's runs at all, an interrupt is not its own.
    """
    process = subprocess.Popen(
        [sys.executable, "-m", "cjm", "build"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
        start_new_session=True,
    )
    if begun and process.stdout is not None:
        process.stdout.readline()
    time.sleep(after)
    process.send_signal(with_)
    _, said = process.communicate(timeout=60)
    return process.returncode, said.decode()


def kill_at_random(times: int, old: dict[str, bytes], new: dict[str, bytes]) -> None:
    """Kill builds at any instant; then one that isn't killed completes what they left."""
    chance = random.Random(2026)
    for _ in range(times):
        stop(chance.uniform(0.1, 1.2), signal.SIGKILL)
        assert is_whole(old, new)
    assert run("build", "-q").returncode == 0
    assert {name: data for name, data in bytes_below("build").items() if not name.endswith(".tmp")} == new


def test_a_build_that_is_killed_leaves_whole_files(both: tuple[dict[str, bytes], dict[str, bytes]]) -> None:
    kill_at_random(6, *both)


@pytest.mark.soak
def test_a_hundred_builds_that_are_killed_leave_whole_files(
    both: tuple[dict[str, bytes], dict[str, bytes]],
) -> None:
    kill_at_random(100, *both)


def test_an_interrupted_build_leaves_nothing_behind(both: tuple[dict[str, bytes], dict[str, bytes]]) -> None:
    ends = {stop(after, signal.SIGINT, begun=True) for after in (0.0, 0.0, 0.0, 0.1, 0.3)}
    codes = {code for code, _ in ends}
    assert 130 in codes
    assert codes <= {0, 130, -signal.SIGINT}  # one may have been done before, or on its way out
    assert not any("Traceback" in said for _, said in ends)
    assert is_whole(*both)
    assert not [name for name in below("build") if name.endswith(".tmp")]


FULL = """\
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))  # what is larger finds the disk full
from cjm.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


def test_a_full_disk_is_2_and_what_stood_there_stays(both: tuple[dict[str, bytes], dict[str, bytes]]) -> None:
    done = run("build", program=("-B", "-c", FULL))
    assert done.returncode == 2
    assert done.stderr.startswith("cjm: error: cannot write build/0.html: File too large\n")
    assert is_whole(*both)
    assert not [name for name in below("build") if name.endswith(".tmp")]


def test_two_builds_of_different_texts_leave_one_or_the_other(
    both: tuple[dict[str, bytes], dict[str, bytes]],
) -> None:
    command = [sys.executable, "-u", "-m", "cjm", "build"]
    first = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment())
    assert first.stdout
    first.stdout.readline()  # all texts are read before the first journey is built
    for number in range(MANY):
        lay(f"{number}.cjm.yaml", OLD.replace("Before", f"Before {number}"))
    second = subprocess.Popen([*command, "-q"], env=environment())
    assert second.wait() == 0
    first.communicate()
    assert first.returncode == 0
    assert is_whole(*both)


def taken_by_a_folder() -> str:
    Path("build/x.svg").mkdir(parents=True)
    lay("build/x.svg/inside", "")
    return "cannot write build/x.svg: Is a directory"


def below_a_file() -> str:
    lay("build", "")
    return "cannot write build/x.svg: File exists"


def through_a_loop() -> str:
    os.symlink("build", "build")
    return "cannot write build/x.svg: File exists"


def in_a_name_too_long() -> str:
    lay("cjm.yaml", f"output: {'x' * 300}\n")
    return f"cannot write {'x' * 300}/x.svg: File name too long"


@pytest.mark.parametrize("prepare", [taken_by_a_folder, below_a_file, through_a_loop, in_a_name_too_long])
def test_a_place_that_is_taken_is_2(prepare: Callable[[], str]) -> None:
    lay("x.cjm.yaml")
    said = prepare()
    done = limited("build")
    assert done.returncode == 2
    assert f"cjm: error: {said}" in done.stderr
    assert not [name for name in below(".") if name.endswith(".tmp")]


def test_an_output_that_is_a_link_is_replaced_and_what_it_leads_to_stays() -> None:
    lay("x.cjm.yaml")
    lay("precious", "kept")
    Path("build").mkdir()
    os.symlink("../precious", "build/x.svg")
    assert limited("build").returncode == 0
    assert Path("precious").read_text() == "kept"
    assert Path("build/x.svg").read_text().startswith("<svg")


PHASE, BOXES = {"name": "cluster_0", "bb": "0,0,1,1"}, [{"name": name, "pos": "0,0"} for name in ("n0", "n1")]
WAY = {"id": "0", "pos": "e,4,0 0,0 1,0 2,0 3,0", "lp": "2,2"}
GRAPH = {"objects": [PHASE, *BOXES], "edges": [WAY]}
LAYOUTS = {
    "a layout": json.dumps(GRAPH),
    "a way that was lost": json.dumps(GRAPH | {"edges": []}),
}
RUBBISH = {
    "nothing": "",
    "a page": "<html>502 Bad Gateway</html>",
    "no graph": "[]",
    "an empty graph": "{}",
    "two graphs": json.dumps(GRAPH) + "\n" + json.dumps(GRAPH),
    "half a graph": json.dumps(GRAPH)[:-20],
    "no number": json.dumps(GRAPH).replace("0,0,1,1", "nan,0,inf,1"),
    "a way to nowhere": json.dumps(GRAPH).replace("2,0", "inf,0"),
    "no way": json.dumps(GRAPH).replace(" 1,0 2,0 3,0", ""),
    "a way that nobody asked for": json.dumps(GRAPH | {"edges": [WAY, WAY | {"id": "7"}]}),
    "a way before all": json.dumps(GRAPH).replace('"id": "0"', '"id": "-1"'),
    "no phase": json.dumps(GRAPH | {"objects": BOXES}),
    "two of a phase": json.dumps(GRAPH | {"objects": [PHASE, PHASE, *BOXES]}),
    "a phase of no number": json.dumps(GRAPH).replace("cluster_0", "cluster_one"),
    "no box": json.dumps(GRAPH | {"objects": [PHASE, BOXES[0]]}),
    "a place that is a list": json.dumps(GRAPH).replace('"0,0"', "[1]"),
    "other bytes": "\udcff\udcfe\x00",
    "deep": "[" * 100_000,
}


@pytest.mark.parametrize("answer", LAYOUTS)
def test_an_engine_that_answers_a_layout_is_believed(answer: str) -> None:
    lay("x.cjm.yaml")
    lay("answer", LAYOUTS[answer])
    lay("engine", "#!/bin/sh\ncat >/dev/null\nexec cat answer\n")
    os.chmod("engine", 0o755)
    assert limited("build", "--engine", "./engine").returncode == 0
    drawn = Path("build/x.flow.svg").read_text(encoding="utf-8")
    assert ("M0 0C1 0 2 0 3 0" in drawn) == (answer == "a layout")


@pytest.mark.parametrize("answer", RUBBISH)
def test_an_engine_that_answers_rubbish_is_2(answer: str) -> None:
    lay("x.cjm.yaml")
    Path("answer").write_bytes(RUBBISH[answer].encode(errors="surrogateescape"))
    lay("engine", "#!/bin/sh\ncat >/dev/null\nexec cat answer\n")
    os.chmod("engine", 0o755)
    done = limited("build", "--engine", "./engine")
    assert done.returncode == 2
    assert "cjm: error: the Graphviz engine answered something that is no layout\n" in done.stderr
    assert "--view map -f svg" in done.stderr
    assert below("build") == []


def test_an_engine_that_reads_nothing_is_2() -> None:
    lay("x.cjm.yaml", "journey: X\nphases:\n" + "- {name: P, touchpoints: [A, B, C]}\n" * 600)
    lay("engine", "#!/bin/sh\nexit 0\n")
    os.chmod("engine", 0o755)
    done = limited("build", "--engine", "./engine")
    assert done.returncode == 2
    assert "cjm: error: the Graphviz engine answered something that is no layout\n" in done.stderr


def test_a_reader_that_goes_away_is_no_error() -> None:
    lay("x.cjm.yaml", "journey: X\nphases:\n" + "- {name: P, touchpoints: [A, B, C]}\n" * 100)
    build = [sys.executable, "-m", "cjm", "build", "-", "-f", "html"]
    with open("x.cjm.yaml", "rb") as given:
        process = subprocess.Popen(
            build, stdin=given, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
        )
    assert process.stdout is not None
    assert process.stderr is not None
    assert process.stdout.read(10) == b"<!doctype "
    process.stdout.close()
    said = process.stderr.read().decode()
    process.stderr.close()
    assert process.wait(timeout=60) in {0, 1}
    assert said == ""


def test_a_terminal_of_another_encoding_shows_what_was_built() -> None:
    lay("é.cjm.yaml")
    code, said = on_a_terminal("build", env={"PYTHONIOENCODING": "ascii"})
    assert code == 0
    assert "\\xe9.cjm.yaml -> build/\\xe9.svg, \\xe9.flow.svg, \\xe9.html" in said


@pytest.mark.parametrize("name", ["é", "\udcff", "漢字\udcfe"])
def test_a_name_in_any_encoding_is_built_to_the_same_bytes(name: str) -> None:
    lay(f"{name}.cjm.yaml")
    if name == "é":
        plain = {"PYTHONUTF8": "0", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"}
        assert run("build", "-q", "-o", "plain", env=plain).returncode == 0
        assert run("build", "-q").returncode == 0
        assert bytes_below("plain") == bytes_below("build")
    assert limited("build", "-v").returncode == 0
    assert f"{name.replace(chr(0xDCFF), '�').replace(chr(0xDCFE), '�')}.cjm.yaml" in Path(
        "build", f"{name}.svg"
    ).read_text(encoding="utf-8")
