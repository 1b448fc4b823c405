"""Files in, files out.

In: a path as the user knows it. Out: a `Source`, or diagnostics that say why there is
none; and files that are written whole or not at all.
"""

import contextlib
import errno
import os
import stat
import sys
from typing import TYPE_CHECKING

from cjm.errors import UsageError
from cjm.source import Source, Span

if TYPE_CHECKING:  # few files have something wrong with their bytes
    from cjm.diagnostics import Diagnostic

MAX_BYTES = 2_000_000
STDIN = "<stdin>"

_START = Span(0, 0)

_NOT_FILES = (
    (stat.S_ISDIR, "it is a folder"),
    (stat.S_ISFIFO, "it is a named pipe"),
    (stat.S_ISSOCK, "it is a socket"),
    (stat.S_ISCHR, "it is a device"),
    (stat.S_ISBLK, "it is a device"),
)

# Encodings that YAML 1.2 (§5.2) tells by a mark at the start; UTF-32 first, because
# its mark starts with that of UTF-16.
_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)


def read(path: str) -> tuple[Source | None, list["Diagnostic"]]:
    """The text of a file, or what is wrong with its bytes.

    With a wrong byte there is both: a text to show the place in, and the error.
    Raises `UsageError` for what can't be read at all.
    """
    try:
        data = read_bytes(path, MAX_BYTES + 1)
    except OSError as error:
        raise UsageError(f"cannot read {path}: {reason(error)}") from None
    return decode(path, data)


def read_stdin() -> tuple[Source | None, list["Diagnostic"]]:
    """The same for standard input, under the name `<stdin>`."""
    if sys.stdin is None:  # closed by the caller
        raise UsageError("cannot read standard input: it is closed")
    try:
        return decode(STDIN, sys.stdin.buffer.read(MAX_BYTES + 1))
    except OSError as error:
        raise UsageError(f"cannot read standard input: {reason(error)}") from None


def read_bytes(path: str, most: int) -> bytes:
    """At most so many bytes of a regular file; `OSError` for anything else, without waiting.

    A FIFO is refused after opening too: it may have taken the file's place meanwhile.
    """
    _refuse_others(os.stat(path).st_mode)
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with open(os.open(path, flags), "rb") as file:
        _refuse_others(os.fstat(file.fileno()).st_mode)
        return file.read(most)


def _refuse_others(mode: int) -> None:
    for is_kind, words in _NOT_FILES:
        if is_kind(mode):
            raise OSError(errno.EINVAL, words)


def decode(path: str, data: bytes) -> tuple[Source | None, list["Diagnostic"]]:
    """Strict UTF-8 without its byte order mark, line ends as they are."""
    if len(data) > MAX_BYTES:
        help = f"cjm reads files up to {MAX_BYTES:,} bytes; split the journey"
        return None, [_error("limit-exceeded", "the file is larger than 2 MB", path, help)]
    if encoding := _other_encoding(data):
        return None, [_error("encoding", f"the file is saved as {encoding}", path, "save it as UTF-8")]
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        return Source(path, data.decode()), []
    except UnicodeDecodeError as error:
        at = len(data[: error.start].decode())
        wrong = data[error.start : error.start + 1]
        help = f"save the file as UTF-8{_as_windows(wrong)}"
        message = f"byte 0x{wrong.hex().upper()} is not UTF-8"
        source = Source(path, data.decode(errors="replace"))
        return source, [_error("encoding", message, path, help, Span(at, at + 1))]


def _other_encoding(data: bytes) -> str:
    """UTF-16 or UTF-32, told by a mark or by the zeros round the first two characters."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    zeros = [byte == 0 for byte in data[:4]]
    if zeros in ([False, True, False, True], [True, False, True, False]):
        return "UTF-16"
    if zeros in ([False, True, True, True], [True, True, True, False]):
        return "UTF-32"
    return ""


def _as_windows(byte: bytes) -> str:
    char = byte.decode("cp1252", "ignore")
    return f"; it would be {char!r} in Windows-1252" if char.isalpha() else ""


def _error(rule: str, message: str, path: str, help: str, span: Span = _START) -> "Diagnostic":
    from cjm.diagnostics import Diagnostic, Severity

    return Diagnostic(rule, Severity.ERROR, message, path, span, help)


def write(path: str, data: str | bytes) -> None:
    """Put a whole file in place, or leave what was there; line ends as given.

    A file that holds these bytes already isn't touched. Folders are made. Raises
    `UsageError`.
    """
    content = data.encode() if isinstance(data, str) else data
    try:
        if not _holds(path, content):
            _replace(path, content)
    except OSError as error:
        raise UsageError(f"cannot write {path}: {reason(error)}") from None


def _holds(path: str, content: bytes) -> bool:
    try:
        found = os.lstat(path)
        if not stat.S_ISREG(found.st_mode) or found.st_size != len(content):
            return False
        return read_bytes(path, len(content) + 1) == content
    except OSError:
        return False


def _replace(path: str, content: bytes) -> None:
    folder, name = os.path.split(path)
    if folder:
        os.makedirs(folder, exist_ok=True)
    # Two builds at once have two names; 40 characters of the name leave place for the rest.
    temporary = os.path.join(folder, f".{name[:40]}.{os.urandom(6).hex()}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        with open(os.open(temporary, flags, 0o666), "wb") as file:
            file.write(content)
        os.replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise


def reason(error: OSError) -> str:
    """What the system says, without its number and the path: «No space left on device»."""
    return error.strerror or str(error)
