"""The git repository that cjm runs in: where it is, how it is set, what its attributes say.

Raises `UsageError` where there is none, `MissingTool` where there is no git.
"""

import os
from collections.abc import Iterable

from cjm.errors import MissingTool, UsageError


def top() -> str:
    """The folder of the working tree."""
    code, said = _git("rev-parse", "--show-toplevel")
    if code or not said.strip():
        raise UsageError("this is no git repository with files", "start one with `git init`")
    return said.rstrip("\n")


def setting(key: str) -> str | None:
    """A setting of this clone alone."""
    code, said = _git("config", "--local", "--get", key)
    return None if code else said.removesuffix("\n")


def set_to(key: str, value: str | None) -> None:
    """Give this clone a setting, or none."""
    words = ["--unset-all", key] if value is None else ["--replace-all", key, value]
    code, said = _git("config", "--local", *words)
    if code:
        raise UsageError(f"cannot set {key}: {said.strip()}")


def forget(reference: str) -> None:
    """Delete a reference, if it is there."""
    _git("update-ref", "-d", reference)


def attributes(path: str, names: Iterable[str]) -> dict[str, str]:
    """What attributes a path below the top has, whether it is there or not."""
    _, said = _git("-C", top(), "check-attr", "-z", *names, "--", path)
    words = said.split("\0")
    return dict(zip(words[1::3], words[2::3], strict=False))


def by_line(path: str, old: str, new: str) -> bytes:
    """Two files, of which git may have made one or both for the time, compared as git does it itself."""
    said = _git("diff", "--no-index", "--no-ext-diff", "--", old, new)[1]
    for file in (old, new):
        if file.startswith("/") and file != os.devnull:
            said = said.replace(file, f"/{path}")
    return said.encode("utf-8", "surrogateescape")


def _git(*words: str) -> tuple[int, str]:
    """The exit code of git, and what it said."""
    import subprocess

    try:
        done = subprocess.run(["git", *words], capture_output=True, check=False)
    except OSError as error:
        raise MissingTool(f"git doesn't start: {error.strerror}", "install git") from None
    said = done.stdout or done.stderr
    return done.returncode, said.decode("utf-8", "surrogateescape")
