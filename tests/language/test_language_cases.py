"""Files that a user could have written, and what `cjm check` prints about them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cjm.cli.main import cli

CASES = Path(__file__).parent / "cases"
# A case is a file, or a folder with a library, settings or a second journey beside it.
NAMES = sorted(path.name for path in CASES.iterdir() if path.is_dir() or path.name.endswith(".cjm.yaml"))
KINDS = (
    "bad-character bad-date bad-duration bad-id bad-image bad-number circular-detail conflicting-keys "
    "duplicate-id duplicate-key encoding limit-exceeded missing-key out-of-range renamed-reference "
    "shadowed-declaration syntax "
    "unknown-key unknown-reference unknown-value unsafe-link unsafe-path unsupported-version "
    "unsupported-yaml wrong-type"
)


def expected(name: str) -> Path:
    """Where the output of a case stands."""
    return CASES / f"{name.removesuffix('.cjm.yaml')}.out"


@pytest.mark.parametrize("name", NAMES)
def test_what_a_user_sees(
    name: str,
    matches: Callable[[Path, str], None],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(CASES)
    cli.main(["check", "--quiet", "--color", "never", name], standalone_mode=False)
    matches(expected(name), capsys.readouterr().out)


def test_no_output_is_left_over() -> None:
    assert {path for path in CASES.iterdir() if path.suffix == ".out"} == set(map(expected, NAMES))


def test_every_kind_of_error_has_a_case() -> None:
    said = "".join(expected(name).read_text(encoding="utf-8") for name in NAMES)
    assert [kind for kind in KINDS.split() if f"[{kind}]" not in said] == []


def test_twelve_mistakes_are_told_in_one_run() -> None:
    said = expected("twelve-mistakes.cjm.yaml").read_text(encoding="utf-8")
    kinds = [line.rpartition("[")[2] for line in said.splitlines() if line.startswith("twelve-mistakes")]
    assert len(kinds) >= len(set(kinds)) >= 12


def test_messages_are_in_house_style() -> None:
    for name in NAMES:
        for line in expected(name).read_text(encoding="utf-8").splitlines():
            _, found, message = line.partition(" error: ")
            _, helps, help = line.partition("= help: ")
            text = message.rpartition(" [")[0] if found else help if helps else ""
            assert text == "" or not text[0].isupper() or text.startswith("YAML"), line
            assert not text.endswith("."), line
