"""Where jobs are compiled that this process doesn't do itself: in others of this machine, or on a cluster.

Both are a `concurrent.futures.Executor`, and who builds knows no difference.
"""

import atexit
import gc
import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context, parent_process

import msgspec

from cjm.builds.compiling import Job, Made, Provide, Wanted, compile
from cjm.builds.folder import Folder, contents
from cjm.errors import MissingTool, UsageError

# Jobs under way, for each who works: nobody waits for the next one.
_AHEAD = 3

_Work = Callable[[Job], tuple[Made, ...] | Wanted]


def elsewhere(
    jobs: Iterable[Job], processes: int, cluster: str, provide: Provide, folder: Folder | None = None
) -> Generator[tuple[Job, tuple[Made, ...]], None, None]:
    """What each job gives, in their order; a job is read when somebody is about to be free.

    `provide` gives what a job turns out to want; it is called in any thread. Processes of
    this machine write to the `folder`, where there is one: to send a journey's files here takes as
    long as to write them. Raises `UsageError` where the cluster can't be reached, a process was
    killed or a file can't be written.
    """
    workers: Executor
    work: _Work = compile
    if cluster:
        workers, size = _on_cluster(cluster)
    else:
        # Not by fork: it copies locks that threads of a library hold.
        spawn, size = get_context("spawn"), processes
        workers = ProcessPoolExecutor(processes, spawn, _begin, (gc.get_threshold(),))
        work = partial(_written, folder) if folder else compile
    under_way: deque[tuple[Job, Future[tuple[Made, ...]]]] = deque()
    coming = iter(jobs)
    try:
        while True:
            while len(under_way) < _AHEAD * size and (job := next(coming, None)):
                under_way.append((job, _submitted(job, work, workers, provide)))
            if not under_way:
                return
            job, future = under_way.popleft()
            yield job, _result(future)
    finally:
        if isinstance(workers, ProcessPoolExecutor):
            # Wait for the jobs under way here: the end of the process would too, but wakes the pool
            # without its lock, and prints a traceback where the pool closes at that moment (Python 3.11).
            workers.shutdown(cancel_futures=True)
        else:
            workers.shutdown(wait=False)  # Dask's takes no more words, and cancels what is left


def _result(future: "Future[tuple[Made, ...]]") -> tuple[Made, ...]:
    try:
        return future.result()
    except BrokenExecutor:
        message = "a process of the build was killed, perhaps for want of memory; what is built stays"
        raise UsageError(message, "build again, with fewer --jobs") from None
    except Exception as error:
        if type(error).__module__.partition(".")[0] != "distributed":
            raise
        raise UsageError(f"the cluster gave up: {error}", "what is built stays: build again") from None


def _submitted(job: Job, work: _Work, workers: Executor, provide: Provide) -> "Future[tuple[Made, ...]]":
    """A job's result, once it has all that it wants."""
    last: Future[tuple[Made, ...]] = Future()
    workers.submit(work, job).add_done_callback(partial(_take, last, job, work, workers, provide))
    return last


# Not a function within the one above: it would hold itself, and with it every result, until Python
# looks for cycles.
def _take(
    last: "Future[tuple[Made, ...]]",
    job: Job,
    work: _Work,
    workers: Executor,
    provide: Provide,
    tried: "Future[tuple[Made, ...] | Wanted]",
) -> None:
    """Pass a result on, or try again with what is wanted."""
    try:
        made = tried.result()
        if isinstance(made, Wanted):
            again = msgspec.structs.replace(job, further=provide(job, made))
            workers.submit(work, again).add_done_callback(partial(_take, last, again, work, workers, provide))
        else:
            last.set_result(made)
    except BaseException as error:  # whoever waits for the result gets it
        last.set_exception(error)


def _begin(thresholds: tuple[int, int, int]) -> None:
    """Look for cycles as the first process does, seldom and not at the end, and leave Ctrl-C to it."""
    gc.set_threshold(*thresholds)
    atexit.register(gc.freeze)
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _written(folder: Folder, job: Job) -> tuple[Made, ...] | Wanted:
    """What a job gives, with its files written."""
    found = compile(job)
    if isinstance(found, Wanted):
        return found
    first = parent_process()
    made = []
    for each in found:
        if first and not first.is_alive():  # it was killed, and another build may be writing these files
            os._exit(1)
        files = folder.put_all(contents(each.artefacts, job.stems[each.path]))
        made.append(msgspec.structs.replace(each, artefacts=(), files=files))
    return tuple(made)


def _on_cluster(address: str) -> tuple[Executor, int]:
    """A cluster of Dask, and how many can work there. Raises `UsageError`."""
    try:
        from distributed import Client
    except ImportError:
        help = "pip install 'cjm-compiler[cluster]', or with pipx: pipx inject cjm-compiler distributed"
        raise MissingTool("--cluster needs dask.distributed, which isn't installed", help) from None
    try:
        client = Client(address, timeout="10s", set_as_default=False)
    except (OSError, ValueError) as error:
        raise UsageError(f"cannot reach the cluster {address}: {error}") from None
    return client.get_executor(pure=False), max(sum(client.ncores().values()), 1)
