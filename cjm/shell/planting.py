"""New files that stand together: all of them are written, or none is left behind."""

import contextlib
import os
from collections.abc import Mapping

from cjm.errors import UsageError
from cjm.shell import files


def plant(folder: str, texts: Mapping[str, str]) -> None:
    """Write texts to their paths below a folder, which is made where it isn't there.

    Nothing is at any of these paths yet. Raises `UsageError` where one can't be written; then
    files and folders are as they were.
    """
    paths = {os.path.join(folder, *name.split("/")): text for name, text in texts.items()}
    made = [place for path in paths for place in _missing(os.path.dirname(path))]
    written: list[str] = []
    try:
        for path, text in paths.items():
            if os.path.lexists(path):
                raise UsageError(f"{path} is there already")
            files.write(path, text)
            written.append(path)
    except BaseException:
        for path in written:
            with contextlib.suppress(OSError):
                os.unlink(path)
        for place in sorted(made, key=len, reverse=True):
            with contextlib.suppress(OSError):
                os.rmdir(place)
        raise


def _missing(folder: str) -> list[str]:
    """The folders that a folder needs and that aren't there, itself among them."""
    missing = []
    while folder and not os.path.lexists(folder):
        missing.append(folder)
        folder = os.path.dirname(folder)
    return missing
