"""A process that has imported all of `cjm`, and forks a child for every run of it.

Nearly all of a short run's time goes by before its first line: Python begins, and imports. Hundreds
of tests look at what a run says and leaves, and not at how it begins. So whoever runs tests has one such
process. It runs no command itself, so that nothing that a run caches is seen by another. A child is
a process like any other, with an end of its own; `test_forked.py` compares it with a run that begins.

What is read before the first line can't be changed later: where that differs, nothing is forked.
"""

import atexit
import gc
import importlib
import json
import os
import pkgutil
import socket
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from subprocess import PIPE, Popen

ROOT = str(Path(__file__).parents[1])
# Python and the C library read these when they begin.
EARLY = ("PYTHON", "LC_", "LANG", "LD_", "MALLOC_")
# What commands import late.
LATE = ("graphviz", "multiprocessing.spawn", "ruamel.yaml.parser", "sqlite3")
Env = dict[str, str]


def _early(env: Env) -> Env:
    return {key: value for key, value in env.items() if key.startswith(EARLY)}


class Forked:
    """Runs in an environment that Python begins with as it does with `env`."""

    def __init__(self, env: Env) -> None:
        self.env = env

    def done(self, words: Sequence[str], given: bytes, env: Env) -> tuple[int, bytes, bytes] | None:
        """A run's exit code and both its outputs; None where it has to begin."""
        if _early(env) != _early(self.env):
            return None
        asked = json.dumps([[os.fsdecode(word) for word in words], os.getcwd(), env]).encode()
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            its, ours = os.pipe()
            socket.send_fds(self.parent, [len(asked).to_bytes(4)], [its, out.fileno(), err.fileno()])
            os.close(its)
            self.parent.sendall(asked)
            with suppress(BrokenPipeError), open(ours, "wb") as pipe:  # not every run reads what it is given
                pipe.write(given)
            status = self.parent.recv(4, socket.MSG_WAITALL)
            assert status, "the process that forks has ended"
            out.seek(0)
            err.seek(0)
            return os.waitstatus_to_exitcode(int.from_bytes(status)), out.read(), err.read()

    @cached_property
    def parent(self) -> socket.socket:
        """Where to ask the process; it ends when nobody can ask any more."""
        ours, its = socket.socketpair()
        command = [sys.executable, __file__, str(its.fileno())]
        # Pipes, as every run has: Python asks once only what its streams are.
        process = Popen(command, env=self.env, pass_fds=[its.fileno()], stdin=PIPE, stdout=PIPE)
        its.close()
        atexit.register(lambda: (ours.close(), process.communicate()))
        return ours


def _asked(sock: socket.socket) -> list[str]:
    """Forks for whatever is asked, and comes back in the children only: with the words to run."""
    while True:
        size, streams, _, _ = socket.recv_fds(sock, 4, 3)
        if not size:
            os._exit(0)
        words, folder, env = json.loads(sock.recv(int.from_bytes(size), socket.MSG_WAITALL))
        child = os.fork()
        for number, stream in enumerate(streams):
            if not child:
                os.dup2(stream, number)
            os.close(stream)
        if child:
            sock.sendall(os.waitpid(child, 0)[1].to_bytes(4))
            continue
        sock.close()
        os.chdir(folder)
        os.environ.clear()
        os.environ.update(env)
        time.tzset()
        sys.path[0] = folder
        return words


if __name__ == "__main__":
    ended: object = 1

    @atexit.register  # the first of all, so the last to be called
    def end() -> None:
        """Python would take apart all that is imported: that takes longer than a short run."""
        sys.stdout.flush()
        os._exit(ended if isinstance(ended, int) else 0)

    sys.path[0] = ROOT
    import cjm.__main__ as program

    for name in (*LATE, *(found.name for found in pkgutil.walk_packages([f"{ROOT}/cjm"], "cjm."))):
        importlib.import_module(name)
    gc.freeze()  # nobody has to look for cycles there
    sys.argv = [program.__file__, *_asked(socket.socket(fileno=int(sys.argv[1])))]
    sys.modules["__main__"] = program  # so it is for what a build starts
    try:
        ended = program.main()
    except SystemExit as code:
        ended = code.code
