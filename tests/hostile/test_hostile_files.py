"""Files that are no journey: each is refused at its place, in bounded time and memory."""
# ruff: noqa: E501 (a case a line)

import os
import re
import socket
import sys
from pathlib import Path

import pytest
from limited import POWERLESS, limited
from running import GOOD, below, lay

from cjm.shell.files import MAX_BYTES

TOUCHPOINTS = "journey: X\nphases:\n- name: P\n  touchpoints:\n"


def aliases(item: str, close: str) -> str:
    """Twelve lists, each of ten times the one before."""
    levels = [f"a0: &a0 {item}\n"]
    levels += [f"a{n}: &a{n} {close.format(','.join([f'*a{n - 1}'] * 10))}\n" for n in range(1, 12)]
    return "journey: X\n" + "".join(levels) + "phases: *a11\n"


# What is written, and a finding that must be told: its place, its words (a pattern), its kind.
REFUSED: dict[str, tuple[str | bytes, str, str, str]] = {
    "empty": ("", "1:1", "nothing is written here", "missing-key"),
    "blank": ("\n\n  \n", "1:1", "nothing is written here", "missing-key"),
    "comment": ("# nothing\n", "1:1", "nothing is written here", "missing-key"),
    "null": ("~\n", "1:1", "nothing is written here", "missing-key"),
    "words": ("just words\n", "1:1", "expected a journey, found 'just words'", "wrong-type"),
    "list": ("- a\n- b\n", "1:1", "expected a journey, found a list", "wrong-type"),
    "binary": (bytes(range(256)) * 40, "3:115", "byte 0x80 is not UTF-8", "encoding"),
    "png": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "1:1", "byte 0x89 is not UTF-8", "encoding"),
    "cut-off": (b"journey: X\xe2\x82", "1:11", "byte 0xE2 is not UTF-8", "encoding"),
    "overlong": (b"journey: X\xc0\xafY\n", "1:11", "byte 0xC0 is not UTF-8", "encoding"),
    "half-a-pair": (b"journey: X\xed\xa0\x80\n", "1:11", "byte 0xED is not UTF-8", "encoding"),
    "utf-16": (GOOD.encode("utf-16"), "1:1", "saved as UTF-16", "encoding"),
    "utf-16-le": (GOOD.encode("utf-16-le"), "1:1", "saved as UTF-16", "encoding"),
    "utf-16-be": (GOOD.encode("utf-16-be"), "1:1", "saved as UTF-16", "encoding"),
    "utf-32": (GOOD.encode("utf-32"), "1:1", "saved as UTF-32", "encoding"),
    "nul": ("journey: X\0Y\n", "1:11", r"character U\+0000 can't stand in a journey", "bad-character"),
    "escape": ("journey: X\x1b[2JY\n", "1:11", r"character U\+001B", "bad-character"),
    "delete": ("journey: X\x7fY\n", "1:11", r"character U\+007F", "bad-character"),
    "nonchar": ("journey: X\uffffY\n", "1:11", r"character U\+FFFF", "bad-character"),
    "written-control": ('journey: "X\\x0bY"\n', "1:10", r"\(U\+000B\) that no map can carry", "bad-character"),
    "written-half": ('journey: "\\ud83d"\n', r"1:1[013]", "escape", "syntax"),
    "tab": ("journey: X\nphases:\n\t- name: P\n", "3:1", "a tab can't indent YAML", "syntax"),
    "quote": ('journey: "X\nphases:\n  - name: P\n', "1:10", "this quote is never closed", "syntax"),
    "late-quote": ("journey: X\nphases:\n  - name: 'P\n", "3:11", "this quote is never closed", "syntax"),
    "bracket": ("journey: X\nphases: [{name: P\n", "2:1[01]", "never closed", "syntax"),
    "two-documents": (GOOD + "---\njourney: Y\n", "6:1", "document", "unsupported-yaml"),
    "directive": ("%YAML 1.1\n---\n" + GOOD, "1:1", "directives", "unsupported-yaml"),
    "tag": ("journey: !!binary aGk=\n", "1:10", "tag", "unsupported-yaml"),
    "python-tag": ("journey: !!python/object:os.system X\n", r"1:\d+", "tag", r"[\w-]+"),
    "recursive": ("journey: X\nphases: &p [*p]\n", "2:13", "stands inside what it repeats", "unsupported-yaml"),
    "merge": ("journey: X\nphases:\n- <<: {name: P}\n", "3:3", "merge keys", "unsupported-yaml"),
    "merge-bomb": (aliases("{k: v}", "{{<<: [{}]}}"), "3:10", "merge keys", "unsupported-yaml"),
    "alias-bomb": (aliases("[x,x,x,x,x,x,x,x,x,x]", "[{}]"), r"\d+:\d+", "more than 200,000", "limit-exceeded"),
    "deep-lists": ("journey: X\nphases: " + "[" * 100_000, "2:72", "more than 64 levels", "limit-exceeded"),
    "deep-maps": ("journey: X\nphases: " + "{a: " * 100_000, "2:261", "more than 64 levels", "limit-exceeded"),
    "deep-dashes": ("journey: X\nphases:\n " + "- " * 100_000, "3:128", "more than 64 levels", "limit-exceeded"),
    "deep-lines": (
        "journey: X\nphases:\n" + "".join(f"{' ' * 2 * n}- a:\n" for n in range(1, 900)),
        r"\d+:\d+",
        "more than 64 levels",
        "limit-exceeded",
    ),
    "later": ("cjm: 99\njourney: X\nnonsense: [\n", "1:6", "99", "unsupported-version"),
    "digits": (TOUCHPOINTS + f"  - {{name: A, emotion: {'9' * 5000}}}\n", "5:24", "9…'", r"bad-number|out-of-range|unknown-value"),
    "endless": (TOUCHPOINTS + "  - {name: A, emotion: .inf}\n", "5:24", "'.inf'", r"bad-number|unknown-value"),
    "duration": (f"journey: X\nphases: [{{name: P, duration: {'9' * 4000} min}}]\n", "2:30", "duration", "bad-duration"),
}  # fmt: skip


def large(share: float) -> dict[str, tuple[str | bytes, str, str, str]]:
    """What costs most to read, and what is told of it: as much as a file can hold, or a share of that."""

    def some(number: int) -> range:
        return range(int(number * share))

    names = ",".join(f"e{n}" for n in some(20_000))
    others = ",".join(f"zz{n}" for n in some(20_000))
    ways = ",".join(f"t{n}" for n in range(300))
    return {
        "repeated-keys": ("journey: X\n" + "owner: a\n" * len(some(90_000)), "3:1", "a second time", "duplicate-key"),
        "unknown-keys": ("journey: X\n" + "".join(f"jurney{n}: x\n" for n in some(90_000)), "2:1", "unknown key", "unknown-key"),
        "unknown-names": (
            f"journey: X\nevidence: [{names}]\nphases:\n- name: P\n  evidence: [{others}]\n",
            "5:14",
            "'zz0' is not",
            "unknown-reference",
        ),
        "unknown-ways": (
            TOUCHPOINTS + "".join(f"  - {{name: touchpoint {n}, next: touchpont-{n}x}}\n" for n in some(20_000)),
            r"5:\d+",
            "touchpont-0x",
            "unknown-reference",
        ),
        "one-long-key": ("x" * len(some(1_990_000)) + ": 1\n", "1:1", "a key can't be longer", "syntax"),
        "squared-aliases": (
            f"journey: X\nx: &a [{','.join('y' * 20_000)}]\nphases: [{','.join(['*a'] * 20_000)}]\n",
            r"\d+:\d+",
            "more than 200,000",
            "limit-exceeded",
        ),
        "touchpoints": (TOUCHPOINTS + "  - a\n" * len(some(190_000)), r"2005:5", "more than 2,000 touchpoints", "limit-exceeded"),
        "phases": ("journey: X\nphases:\n" + "- name: a\n" * len(some(60_000)), "2003:3", "more than 2,000 phases", "limit-exceeded"),
        "ways": (
            TOUCHPOINTS + "".join(f"  - {{name: t{n}, next: [{ways}]}}\n" for n in range(300)),
            r"\d+:\d+",
            "more than 10,000 ways",
            "limit-exceeded",
        ),
        "more-than-2-mb": ("journey: X\nphases:\n" + "- {}\n" * 1_000_000, "1:1", "larger than 2 MB", "limit-exceeded"),
    }  # fmt: skip


LARGEST = large(1) | {
    "a-million-phases": ("journey: X\nphases:\n" + "- {}\n" * 399_000, r"\d+:\d+", "more than 200,000", "limit-exceeded")
}  # fmt: skip
LARGE = large(0.05)


def told(text: str, name: str, place: str, words: str, kind: str) -> bool:
    """Whether one line says this of that file."""
    return bool(
        re.search(rf"^{name}\.cjm\.yaml:{place}: error: .*{words}.* \[({kind})\]$", text, re.MULTILINE)
    )


def write(name: str, content: str | bytes) -> None:
    """A journey's file of that name."""
    Path(f"{name}.cjm.yaml").write_bytes(content.encode() if isinstance(content, str) else content)


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_journey_is_refused_at_its_place(name: str) -> None:
    content, *finding = REFUSED[name]
    write(name, content)
    done = limited("check")
    assert done.returncode == 1
    assert told(done.stdout, name, *finding), done.stdout
    assert len(done.stdout) < 40_000


def test_what_is_refused_is_skipped_and_the_rest_is_built() -> None:
    for name, (content, *_) in REFUSED.items():
        write(name, content)
        lay(f"build/{name}.svg", "as it was")
    lay("good.cjm.yaml")
    done = limited("build", "-f", "svg", "--view", "map")
    assert done.returncode == 1
    assert below("build") == sorted([*(f"{name}.svg" for name in REFUSED), "good.svg"])
    assert all(Path(f"build/{name}.svg").read_text() == "as it was" for name in REFUSED)
    assert f"1 journey built, {len(REFUSED)} skipped, 1 file in " in done.stderr
    for name, (_, *finding) in REFUSED.items():
        assert f"  {name}.cjm.yaml: skipped\n" in done.stdout
        assert told(done.stderr, name, *finding), name


@pytest.mark.parametrize("name", LARGE)
def test_what_is_large_is_refused_before_anything_is_drawn(name: str) -> None:
    refuse(name, *LARGE[name])


@pytest.mark.soak
@pytest.mark.parametrize("name", LARGEST)
def test_what_is_as_large_as_can_be_costs_no_more_than_a_minute(name: str) -> None:
    refuse(name, *LARGEST[name])


def refuse(name: str, content: str | bytes, *finding: str) -> None:
    """Try to build it over an older map."""
    write(name, content)
    lay(f"build/{name}.svg", "as it was")
    done = limited("build")
    assert done.returncode == 1
    assert told(done.stderr, name, *finding), done.stderr[:1000]
    assert len(done.stderr) < 100_000
    assert below("build") == [f"{name}.svg"]
    assert Path(f"build/{name}.svg").read_text() == "as it was"


def test_two_megabytes_are_read_and_one_byte_more_is_not() -> None:
    filling = GOOD + "# " + "x" * (MAX_BYTES - len(GOOD) - 3) + "\n"
    write("within", filling)
    write("beyond", filling + "#")
    done = limited("build", "--format", "svg")
    assert done.returncode == 1
    assert told(done.stderr, "beyond", "1:1", "larger than 2 MB", "limit-exceeded")
    assert "help: cjm reads files up to 2,000,000 bytes" in done.stderr
    assert below("build") == ["within.flow.svg", "within.svg"]


def test_a_file_of_200_mb_is_not_read() -> None:
    for name in ("zeros.cjm.yaml", "cjm.yaml"):
        with open(name, "wb") as file:
            file.truncate(200_000_000)
    done = limited("check")
    assert done.returncode == 1
    assert told(done.stdout, "zeros", "1:1", "larger than 2 MB", "limit-exceeded")
    assert "cjm.yaml:1:1: error: the file is larger than 2 MB [limit-exceeded]" in done.stdout


def test_standard_input_without_end_is_not_read_to_it() -> None:
    for command in (["check"], ["build", "-f", "svg", "--view", "map"]):
        done = limited(*command, "-", given=GOOD.encode() + b"# x\n" * 2_500_000)
        assert done.returncode == 1
        assert "<stdin>:1:1: error: the file is larger than 2 MB" in done.stdout + done.stderr


def not_files(name: str) -> str:
    """Something of that name that isn't a file, and the words for it."""
    match name:
        case "fifo":
            os.mkfifo("x.cjm.yaml")
            return "it is a named pipe"
        case "socket":
            with socket.socket(socket.AF_UNIX) as end:
                end.bind("x.cjm.yaml")
            return "it is a socket"
        case "device":
            os.symlink("/dev/zero", "x.cjm.yaml")
            return "it is a device"
        case "dangling":
            os.symlink("nowhere", "x.cjm.yaml")
            return "No such file or directory"
        case "loop":
            os.symlink("x.cjm.yaml", "x.cjm.yaml")
            return "Too many levels of symbolic links"
        case _:
            # As root every file can be read, but not one below a file.
            lay("file")
            os.symlink("file/x", "x.cjm.yaml")
            return "Not a directory"


@pytest.mark.parametrize("name", ["fifo", "socket", "device", "dangling", "loop", "below-a-file"])
def test_what_can_not_be_read_is_2_and_the_rest_is_checked(name: str) -> None:
    words = not_files(name)
    lay("good.cjm.yaml")
    lay("build/x.svg", "as it was")
    for command in (["check", "x.cjm.yaml"], ["build", "-f", "svg", "--view", "map"]):
        done = limited(*command)
        assert done.returncode == 2
        assert f"cjm: error: cannot read x.cjm.yaml: {words}\n" in done.stderr
    assert below("build") == ["good.svg", "x.svg"]
    assert Path("build/x.svg").read_text() == "as it was"


@pytest.mark.skipif(
    os.geteuid() == 0 and sys.platform != "linux", reason="only Linux lets root do without its powers"
)
def test_a_file_without_permission_is_2() -> None:
    before = POWERLESS if os.geteuid() == 0 else ""
    lay("x.cjm.yaml")
    lay("folder/y.cjm.yaml")
    os.chmod("x.cjm.yaml", 0)
    done = limited("check", before=before)
    assert done.returncode == 2
    assert "cannot read x.cjm.yaml: Permission denied" in done.stderr
    os.chmod("folder", 0)
    assert limited("check", "folder", before=before).returncode == 2


def test_a_folder_with_the_name_of_a_journey_is_a_folder() -> None:
    lay("x.cjm.yaml/inner.cjm.yaml")
    for words in (["x.cjm.yaml"], []):
        assert limited("check", *words).stderr == "1 file, nothing wrong\n"
    lay("cjm.yaml/other.cjm.yaml")
    done = limited("check", "x.cjm.yaml")
    assert done.returncode == 2
    assert done.stderr == "cjm: error: cannot read cjm.yaml: it is a folder\n1 file, 1 unreadable\n"


def test_what_is_missing_is_2() -> None:
    for path in ("nowhere.cjm.yaml", "no/where", "", "a" * 5000, "\udcff"):
        done = limited("check", path)
        assert done.returncode == 2
        assert done.stderr.startswith("cjm: error: there is no file or folder ")
