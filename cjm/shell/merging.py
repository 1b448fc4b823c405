"""Merging as git does it itself: `git merge-file`, and how it shows conflicts."""

import os

from cjm.errors import MissingTool, UsageError
from cjm.merger import STYLES, Marks

# It gives the number of conflicts, up to this; above are errors.
_MOST = 127
_SAID = {"diff3": ("--diff3",), "zdiff3": ("--zdiff3",)}


def merge_lines(base: str, ours: str, theirs: str, marks: Marks) -> tuple[str, bool]:
    """The merged text, and whether conflicts are left in it. Raises `UsageError`.

    What is no UTF-8 in a text stands in it as Python's surrogates, and comes out as it was.
    """
    import subprocess
    import tempfile

    with tempfile.TemporaryDirectory(prefix="cjm-") as folder:
        paths = []
        for name, text in (("ours", ours), ("base", base), ("theirs", theirs)):
            paths.append(os.path.join(folder, name))
            with open(paths[-1], "wb") as file:
                file.write(text.encode("utf-8", "surrogateescape"))
        labels = [word for label in marks.labels for word in ("-L", label)]
        options = ["-p", f"--marker-size={marks.size}", *_SAID.get(marks.style, ())]
        try:
            done = subprocess.run(
                ["git", "merge-file", *options, *labels, *paths], capture_output=True, check=False
            )
        except OSError as error:
            raise MissingTool(f"git doesn't start: {error.strerror}", "install git") from None
    if not 0 <= done.returncode <= _MOST:  # it merges no file with a NUL in it
        raise UsageError("git can't merge these files by line: one of them is no text")
    return done.stdout.decode("utf-8", "surrogateescape"), done.returncode > 0


def conflict_style() -> str:
    """How git shows conflicts here: `merge`, `diff3` or `zdiff3`; `merge` where it can't be asked."""
    import subprocess

    try:
        done = subprocess.run(
            ["git", "config", "--get", "merge.conflictStyle"], capture_output=True, check=False
        )
    except OSError:
        return STYLES[0]
    said = done.stdout.decode(errors="replace").strip().lower()
    return said if said in STYLES else STYLES[0]
