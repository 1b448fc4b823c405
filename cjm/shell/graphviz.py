"""The Graphviz engine: DOT in, its JSON layout out.

It only lays out: no text of an author and no file reaches it.
"""

import os
import sys

from cjm.errors import MissingTool

DEFAULT = "graphviz-pure"
SECONDS = 60

# What programs need to start at all; everything else stays out.
_KEPT = ("PATH", "HOME", "SYSTEMROOT", "TEMP", "TMP", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")


def run_dot(dot: str, engine: str = "") -> bytes:
    """The layout of a graph, as Graphviz's `-Tjson0` writes it: places without drawing orders.

    `engine` is `graphviz-pure` (also when empty), the name of a program on the PATH
    (`dot`), or a path. Raises `MissingTool` where it is missing or fails.
    """
    import subprocess

    name = engine or DEFAULT
    environment = {key: os.environ[key] for key in _KEPT if key in os.environ}
    environment["SERVER_NAME"] = "cjm"  # turns off that Graphviz loads files
    try:
        done = subprocess.run(
            [program(name), "-Tjson0"],
            input=dot.encode(),
            capture_output=True,
            check=False,
            env=environment,
            timeout=SECONDS,
        )
    except subprocess.TimeoutExpired:
        raise _failed(name, f"took longer than {SECONDS} seconds") from None
    except OSError as error:
        raise _failed(name, f"doesn't start: {error.strerror}") from None
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise _failed(name, f"failed: {said[0] if said else f'exit code {done.returncode}'}")
    return done.stdout


def program(name: str) -> str:
    """The path of an engine. Raises `MissingTool`."""
    if os.path.dirname(name):
        found = name if os.path.isfile(name) else None
    else:
        found = (_beside_python(name) if name == DEFAULT else None) or _on_path(name)
    if found is None:
        raise MissingTool(f"the Graphviz engine {name!r} isn't installed", help=_help(name))
    return found


def _beside_python(name: str) -> str | None:
    """The program that came with this Python's packages, which needn't be on the PATH."""
    folder = os.path.dirname(sys.executable)
    for place in (os.path.join(folder, name), os.path.join(folder, f"{name}.exe")):
        if os.path.isfile(place):
            return place
    return None


def _on_path(name: str) -> str | None:
    import shutil

    return shutil.which(name)


def _failed(name: str, how: str) -> MissingTool:
    return MissingTool(f"the Graphviz engine {name!r} {how}", help=_help(name))


def _help(name: str) -> str:
    other = (
        "pip install graphviz-pure, or choose --engine dot"
        if name == DEFAULT
        else f"choose --engine {DEFAULT}"
    )
    return f"{other}, or leave the flow out with --view map -f svg"
