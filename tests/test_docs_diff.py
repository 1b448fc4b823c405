"""docs/diff.md shows what really happens, section by section; `--accept` writes anew what commands print."""

import re
from pathlib import Path

import pytest
from played import BLOCK, ROOT, played, program

from cjm.config import LEVELS, TOPICS
from cjm.reporters.changes import FORMATS

PAGE = ROOT / "docs" / "diff.md"
HEADING = re.compile(r"^## (.+)$", re.MULTILINE)


def sections() -> dict[str, str]:
    """Every section by its title."""
    text = PAGE.read_text(encoding="utf-8")
    headings = list(HEADING.finditer(BLOCK.sub(lambda block: " " * len(block[0]), text)))
    ends = [each.start() for each in headings[1:]] + [len(text)]
    return {each[1]: text[each.start() : end] for each, end in zip(headings, ends, strict=True)}


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own, in which `cjm` is a command and git knows who commits."""
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "A")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "a@example.org")
    return program(tmp_path / "bin")


@pytest.mark.parametrize("title", sections())
def test_what_the_page_of_differences_shows_is_what_happens(
    title: str, programs: Path, request: pytest.FixtureRequest
) -> None:
    shown = sections()[title]
    told = played(shown, programs)
    if request.config.getoption("--accept"):
        PAGE.write_text(PAGE.read_text(encoding="utf-8").replace(shown, told), encoding="utf-8")
    assert told == sections()[title]


def test_the_page_names_every_format_and_level() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert [name for name in FORMATS if f"| `{name}` |" not in text] == []
    assert [level for level in LEVELS if f"| {level} |" not in text] == []
    assert {"owner", "emotion_slightly"} <= TOPICS.keys()
