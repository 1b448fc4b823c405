"""Texts in the place of those that were read: written, or shown as a difference."""

import contextlib
import difflib
import os
import re
import stat
from collections.abc import Mapping

from cjm.cli.terminal import Terminal
from cjm.errors import UsageError
from cjm.shell import files
from cjm.source import Source

# As editors and `patch` see lines; Python's own splitting knows more ends than they do.
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+\Z")
_MARK = b"\xef\xbb\xbf"


def write(sources: Mapping[str, Source], texts: Mapping[str, str], verb: str) -> None:
    """Put new texts in place, each whole or not at all, with mode and mark as they were.

    Raises `UsageError`, and writes none of them, where a file isn't what was read any
    more or may not be written to; `verb` is what was about to be done to it.
    """
    modes = {path: _mode(path, sources[path].text, verb) for path in texts}
    for path, text in texts.items():
        place = os.path.realpath(path)  # a link stays one
        mark = _MARK if files.read_bytes(place, 3) == _MARK else b""
        files.write(place, mark + text.encode())
        with contextlib.suppress(OSError):  # of somebody else's file the mode isn't ours to set
            os.chmod(place, modes[path])


def _mode(path: str, text: str, verb: str) -> int:
    """The mode of a file that still holds this text and may be written to."""
    try:
        mode = stat.S_IMODE(os.stat(path).st_mode)
        source, _ = files.decode(path, files.read_bytes(path, files.MAX_BYTES + 1))
    except OSError as error:
        raise UsageError(f"cannot {verb} {path}: {files.reason(error)}") from None
    if source is None or source.text != text:
        raise UsageError(f"cannot {verb} {path}: it has changed meanwhile", "run it again")
    if not mode & stat.S_IWUSR:
        raise UsageError(f"cannot {verb} {path}: it is read-only")
    return mode


def difference(sources: Mapping[str, Source], texts: Mapping[str, str], terminal: Terminal) -> str:
    """What would change, as a unified diff."""
    lines: list[str] = []
    for path, text in texts.items():
        old, new = (_LINE.findall(each) for each in (sources[path].text, text))
        lines += difflib.unified_diff(old, new, path, path)
    colors = {"+": "\x1b[32m", "-": "\x1b[31m", "@": "\x1b[36m"} if terminal.paints() else {}
    return "".join(_line(line, colors.get(line[0], "")) for line in lines)


def _line(line: str, color: str) -> str:
    from cjm.reporters.columns import shown

    text = line.rstrip("\r\n")
    end = "\r\n" if line.endswith("\r\n") and not color else "\n"
    missing = "" if line[-1:] in "\r\n" else "\\ No newline at end of file\n"
    return f"{color}{shown(text)}\x1b[0m{end}{missing}" if color else f"{shown(text)}{end}{missing}"
