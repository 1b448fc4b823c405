"""Where jobs are compiled: here, in processes of this machine, or on a cluster.

All are a `concurrent.futures.Executor`, and who builds knows no difference.
"""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from functools import partial

import msgspec

from cjm.builds.compiling import Further, Job, Made, Wanted, compile
from cjm.errors import MissingTool, UsageError

Provide = Callable[[Job, Wanted], Further]

# Journeys a job: libraries are read once a job, and the last jobs should end together.
BATCH = 8

# A process takes as long to start as a dozen journeys do.
_WORTH_A_PROCESS = 12


class Here(Executor):
    """Compiles in this process, when it is asked to."""

    def submit(self, fn: Callable, /, *args: object, **kwargs: object) -> Future:  # type: ignore[type-arg]
        """The result, already."""
        future: Future = Future()  # type: ignore[type-arg]
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


def cores() -> int:
    """How many of the machine's cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def executor(journeys: int, jobs: int, cluster: str) -> tuple[Executor, int]:
    """Where so many journeys are compiled, in at most `jobs` processes (0: one a core) or on a cluster.

    And how many jobs to have under way, so that nobody waits for work.

    Raises `UsageError` where the cluster can't be reached, `MissingTool` without its extra.
    """
    if cluster:
        return _on_cluster(cluster)
    wanted = min(jobs or cores(), journeys if jobs else journeys // _WORTH_A_PROCESS)
    if wanted < 2:
        return Here(), 1
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # Not by fork: it copies locks that threads of a library hold.
    return ProcessPoolExecutor(wanted, get_context("spawn"), _leave_interrupts), 3 * wanted


def compiled(
    jobs: Iterable[Job], workers: Executor, ahead: int, provide: Provide
) -> Iterator[tuple[Job, tuple[Made, ...]]]:
    """What each job gives, in their order.

    At most `ahead` are under way; the others are not even read.
    `provide` gives what a job turns out to want; it is called in any thread.
    """
    under_way: deque[tuple[Job, Future[tuple[Made, ...]]]] = deque()
    coming = iter(jobs)
    while True:
        while len(under_way) < ahead and (job := next(coming, None)):
            under_way.append((job, _submitted(job, workers, provide)))
        if not under_way:
            return
        job, future = under_way.popleft()
        try:
            yield job, future.result()
        except BrokenExecutor:
            message = "a process of the build was killed, perhaps for want of memory; what is built stays"
            raise UsageError(message, "build again, with fewer --jobs") from None


def _submitted(job: Job, workers: Executor, provide: Provide) -> "Future[tuple[Made, ...]]":
    """A job's result, once it has all that it wants."""
    last: Future[tuple[Made, ...]] = Future()
    workers.submit(compile, job).add_done_callback(partial(_take, last, job, workers, provide))
    return last


# Not a function within the one above: it would hold itself, and with it every result, until Python
# looks for cycles.
def _take(
    last: "Future[tuple[Made, ...]]",
    job: Job,
    workers: Executor,
    provide: Provide,
    tried: "Future[tuple[Made, ...] | Wanted]",
) -> None:
    """Pass a result on, or try again with what is wanted."""
    try:
        made = tried.result()
        if isinstance(made, Wanted):
            again = msgspec.structs.replace(job, further=provide(job, made))
            workers.submit(compile, again).add_done_callback(partial(_take, last, again, workers, provide))
        else:
            last.set_result(made)
    except BaseException as error:  # whoever waits for the result gets it
        last.set_exception(error)


def _leave_interrupts() -> None:
    """Ctrl-C reaches every process of the terminal; the first one ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _on_cluster(address: str) -> tuple[Executor, int]:
    try:
        from distributed import Client
    except ImportError:
        help = "pip install 'cjm-compiler[cluster]', or with pipx: pipx inject cjm-compiler distributed"
        raise MissingTool("--cluster needs dask.distributed, which isn't installed", help) from None
    try:
        client = Client(address, timeout="10s", set_as_default=False)
    except (OSError, ValueError) as error:
        raise UsageError(f"cannot reach the cluster {address}: {error}") from None
    return client.get_executor(pure=False), 3 * max(sum(client.ncores().values()), 1)
