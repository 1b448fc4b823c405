"""Files in and out of a world as it is: odd bytes, full disks, and two who write at once."""

import errno
import os
import socket
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from cjm.errors import UsageError
from cjm.shell import files
from cjm.source import Span

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20


def lay(*paths: str, text: str = "journey: X\n") -> None:
    """Files with something in them."""
    for path in paths:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(text, encoding="utf-8")


def said_by(code: str) -> str:
    """What a Python of its own prints."""
    path = os.pathsep.join(filter(None, sys.path))
    environment = {**os.environ, "PYTHONPATH": path}
    command = [sys.executable, "-c", code]
    return subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout


def test_text_comes_without_its_mark_and_with_its_line_ends(here: Path) -> None:
    (here / "x").write_bytes(b"\xef\xbb\xbfa: \xc3\xa9\r\nb: 1\r\n")
    source, problems = files.read("x")
    assert source is not None
    assert (source.path, source.text, problems) == ("x", "a: é\r\nb: 1\r\n", [])


def test_an_empty_file_is_a_text(here: Path) -> None:
    (here / "x").touch()
    source, problems = files.read("x")
    assert source is not None
    assert (source.text, problems) == ("", [])


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
def test_another_encoding_is_named(here: Path, encoding: str) -> None:
    (here / "x").write_bytes("journey: X".encode(encoding))
    source, (problem,) = files.read("x")
    assert source is None
    assert problem.rule == "encoding"
    assert problem.message == f"the file is saved as UTF-{encoding[4:6]}"
    assert problem.help == "save it as UTF-8"


def test_a_wrong_byte_is_shown_at_its_place(here: Path) -> None:
    (here / "x").write_bytes(b"\xef\xbb\xbfa: \xf0\x9f\x98\x80\nname: caf\xe9 b\n")
    source, (problem,) = files.read("x")
    assert source is not None
    assert source.position(problem.span.start) == (2, 10)
    assert source.line(2) == "name: caf� b"
    assert problem.message == "byte 0xE9 is not UTF-8"
    assert problem.help == "save the file as UTF-8; it would be 'é' in Windows-1252"


@pytest.mark.parametrize("data", [PNG, b"\xff", b"a\xed\xa0\x80b", b"\xc3", b"MZ\x90\x00\x03"])
def test_binary_is_one_error(here: Path, data: bytes) -> None:
    (here / "x").write_bytes(data)
    _, (problem,) = files.read("x")
    assert problem.rule == "encoding"


def test_the_bound_is_on_bytes_and_named(here: Path) -> None:
    (here / "x").write_bytes(b"a" * files.MAX_BYTES)
    source, problems = files.read("x")
    assert source is not None
    assert problems == []
    (here / "x").write_bytes("é".encode() * (files.MAX_BYTES // 2 + 1))
    source, (problem,) = files.read("x")
    assert source is None
    assert (problem.rule, problem.span) == ("limit-exceeded", Span(0, 0))
    assert "2,000,000 bytes" in problem.help


def test_of_a_file_of_200_megabytes_little_is_read(here: Path) -> None:
    with open("x", "wb") as file:
        file.truncate(200_000_000)
    _, (problem,) = files.read("x")
    assert problem.rule == "limit-exceeded"


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("missing", "No such file or directory"),
        ("folder", "it is a folder"),
        ("pipe", "it is a named pipe"),
        ("socket", "it is a socket"),
        ("loop", "Too many levels of symbolic links"),
        ("dangling", "No such file or directory"),
    ],
)
def test_what_is_no_file_is_refused_at_once(here: Path, kind: str, words: str) -> None:
    server = socket.socket(socket.AF_UNIX)
    match kind:
        case "folder":
            Path("x").mkdir()
        case "pipe":
            os.mkfifo("x")
        case "socket":
            server.bind("x")
        case "loop":
            os.symlink("x", "x")
        case "dangling":
            os.symlink("y", "x")
    with server, pytest.raises(UsageError) as caught:
        files.read("x")
    assert str(caught.value) == f"cannot read x: {words}"


def test_a_device_is_refused() -> None:
    with pytest.raises(UsageError, match="it is a device"):
        files.read("/dev/zero")


def test_a_pipe_that_takes_a_files_place_does_not_block(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second look, at what was opened, is what refuses it."""
    os.mkfifo("x")
    Path("y").touch()
    regular = os.stat("y")
    real = os.stat
    monkeypatch.setattr(os, "stat", lambda path, **_rest: regular if path == "x" else real(path))
    with pytest.raises(OSError, match="named pipe"):
        files.read_bytes("x", 10)


def test_permission_denied_is_said(here: Path) -> None:
    """As another user where the tests run as root."""
    lay("x")
    os.chmod("x", 0)
    os.chmod(here, 0o755)
    code = (
        "import os\n"
        "from cjm.errors import UsageError\n"
        "from cjm.shell import files\n"
        "os.geteuid() or os.setuid(65534)\n"
        "try: files.read('x')\n"
        "except UsageError as error: print(error)"
    )
    assert said_by(code) == "cannot read x: Permission denied\n"


def left(folder: Path) -> list[str]:
    """What lies in a folder."""
    return sorted(os.listdir(folder))


def test_a_file_is_written_as_it_is_with_its_folders(here: Path) -> None:
    files.write("a/b/x.svg", "é\r\n\n")
    assert (here / "a/b/x.svg").read_bytes() == b"\xc3\xa9\r\n\n"
    assert left(here / "a/b") == ["x.svg"]


def test_the_mode_is_as_the_user_wants_new_files(here: Path) -> None:
    before = os.umask(0o027)
    try:
        files.write("x", "1")
    finally:
        os.umask(before)
    assert stat.S_IMODE(os.stat("x").st_mode) == 0o640


def test_the_same_bytes_are_left_untouched(here: Path) -> None:
    files.write("x", "1")
    os.utime("x", (1, 1))
    inode = os.stat("x").st_ino
    files.write("x", b"1")
    assert (os.stat("x").st_mtime, os.stat("x").st_ino) == (1, inode)
    files.write("x", b"2")
    assert os.stat("x").st_mtime > 1


def test_a_link_or_a_pipe_is_replaced_not_followed(here: Path) -> None:
    lay("elsewhere")
    os.symlink("elsewhere", "x")
    os.mkfifo("y")
    files.write("x", "1")
    files.write("y", "1")
    assert not os.path.islink("x")
    assert Path("elsewhere").read_text() == "journey: X\n"
    assert Path("y").read_text() == "1"


def test_what_can_not_be_written_is_said_and_leaves_nothing(here: Path) -> None:
    lay("file")
    Path("folder/inside").mkdir(parents=True)
    for path, words in [
        ("file/x.svg", "Not a directory"),
        ("file/deep/x.svg", "Not a directory"),
        ("folder", "Is a directory"),
        ("n" * 300, "File name too long"),
    ]:
        with pytest.raises(UsageError) as caught:
            files.write(path, "1")
        assert str(caught.value) in (f"cannot write {path}: {words}", f"cannot write {path}: File exists")
    assert left(here) == ["file", "folder"]


def test_a_name_of_the_longest_length_can_be_written(here: Path) -> None:
    name = "é" * 125 + ".svg"
    files.write(name, "1")
    assert left(here) == [name]


def test_a_full_disk_leaves_what_was_there(here: Path) -> None:
    """A limit on the size of files stands for a full disk: it fails in the middle too."""
    lay("x", text="before")
    code = (
        "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))\n"
        "from cjm.shell import files\n"
        "from cjm.errors import UsageError\n"
        "try: files.write('x', 'y' * 10_000_000)\n"
        "except UsageError as error: print(error)"
    )
    assert said_by(code) == "cannot write x: File too large\n"
    assert Path("x").read_text() == "before"
    assert left(here) == ["x"]


def test_no_space_is_said_in_the_systems_words() -> None:
    assert files.reason(OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))) == "No space left on device"


def test_an_interrupted_write_leaves_nothing(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        files.write("x", "1")
    assert left(here) == []


def test_two_writers_at_once_leave_one_whole_file(here: Path) -> None:
    texts = ["a" * 500_000, "b" * 400_000]

    def work(text: str) -> None:
        for turn in range(20):
            files.write("deep/x", text + str(turn % 2))

    threads = [threading.Thread(target=work, args=(text,)) for text in texts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Path("deep/x").read_text() in {text + digit for text in texts for digit in "01"}
    assert left(here / "deep") == ["x"]
