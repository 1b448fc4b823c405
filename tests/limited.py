"""Runs `cjm` with little memory and little time, as a server would."""

import re
import subprocess

from running import run

# 1.5 GB of addresses and a minute of CPU: a minute, not seconds, because a busy machine
# counts waiting for memory too. The engine, a process of its own, gets the same.
LIMITED = """\
import contextlib, resource, sys
for kind, most in (resource.RLIMIT_AS, 1_500_000_000), (resource.RLIMIT_CPU, 60):
    with contextlib.suppress(ValueError, OSError):  # macOS knows no bound of addresses
        resource.setrlimit(kind, (most, most))
from cjm.__main__ import main
sys.exit(main(sys.argv[1:]))
"""

# Root reads everything: on Linux it can give up the two capabilities behind that
# (CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH; capabilities(7)), and is as anybody then.
POWERLESS = """\
import ctypes
head = (ctypes.c_uint32 * 2)(0x20080522, 0)
sets = (ctypes.c_uint32 * 6)()
libc = ctypes.CDLL(None, use_errno=True)
assert libc.capget(head, sets) == 0
sets[0] &= ~0b110
sets[1] &= ~0b110
assert libc.capset(head, sets) == 0
"""

_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def limited(
    *words: str, given: str | bytes = b"", before: str = "", **env: str
) -> subprocess.CompletedProcess[str]:
    """What came out; it ended by itself, without a trace, and said nothing that a terminal obeys."""
    done = run(*words, given=given, env=env, program=("-c", before + LIMITED))
    assert done.returncode in {0, 1, 2}, f"exit code {done.returncode}\n{done.stderr[-2000:]}"
    assert "Traceback" not in done.stderr
    assert not _OBEYED.search(done.stdout.replace("\r\n", "\n") if "<svg" not in done.stdout else "")
    assert not _OBEYED.search(done.stderr)
    return done
