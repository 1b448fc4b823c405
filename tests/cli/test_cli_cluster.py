"""`cjm build --cluster`: on a real Dask cluster, also when a part of it dies."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from running import GOOD, below, environment, lay, run

STARTED = 30


def start(*words: str) -> "subprocess.Popen[bytes]":
    """A program of Dask, silent."""
    command = [sys.executable, "-m", "distributed.cli.dask_" + words[0], *words[1:], "--no-dashboard"]
    return subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment(),
        start_new_session=True,
    )


@pytest.fixture
def cluster() -> "Iterator[tuple[str, list[subprocess.Popen[bytes]]]]":
    """A scheduler's address, and its two workers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    scheduler = start("scheduler", "--host", "127.0.0.1", "--port", address.rpartition(":")[2])
    workers = [start("worker", address, "--nthreads", "1", "--no-nanny") for _ in range(2)]
    yield address, workers
    for process in (*workers, scheduler):
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@pytest.mark.soak
def test_a_cluster_builds_the_same_bytes_though_one_of_two_workers_is_killed(
    cluster: "tuple[str, list[subprocess.Popen[bytes]]]",
) -> None:
    address, workers = cluster
    for number in range(120):
        lay(f"{number:03}.cjm.yaml", GOOD.replace("[A, B]", f"[A, B, C{number}]"))
    lay("005.cjm.yaml", GOOD + "benchmark: '006'\n")
    program = [sys.executable, "-m", "cjm", "build", "-q", "--cluster", address]
    building = subprocess.Popen(program, env=environment(), stderr=subprocess.PIPE)
    for _ in range(STARTED * 10):
        if Path("build").exists() and len(os.listdir("build")) > 20:
            break
        time.sleep(0.1)
    assert building.poll() is None, "it was done before a worker could be killed"
    os.killpg(workers[0].pid, signal.SIGKILL)
    _, said = building.communicate(timeout=300)
    assert building.returncode == 0, said.decode()
    shutil.move("build", "by-cluster")
    shutil.rmtree(".cjm")
    assert run("build", "-q").returncode == 0
    assert len(below("by-cluster")) == 360
    assert [Path("by-cluster", name).read_bytes() for name in below("build")] == [
        Path("build", name).read_bytes() for name in below("build")
    ]


@pytest.mark.soak
def test_a_cluster_that_is_not_there_is_2() -> None:
    lay("a.cjm.yaml")
    done = run("build", "--cluster", "tcp://127.0.0.1:9")
    assert done.returncode == 2
    assert "cannot reach the cluster tcp://127.0.0.1:9" in done.stderr


def test_without_the_extra_the_line_that_installs_it_is_told() -> None:
    lay("a.cjm.yaml")
    lay("aside/distributed/__init__.py", "raise ImportError\n")
    path = os.pathsep.join([str(Path("aside").resolve()), environment()["PYTHONPATH"]])
    done = run("build", "--cluster", "tcp://127.0.0.1:9", env={"PYTHONPATH": path})
    assert done.returncode == 2
    assert "pip install 'cjm-compiler[cluster]'" in done.stderr
