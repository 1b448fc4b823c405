"""The guides show what really works: their files are laid, their commands run, guide by guide.

`--accept` writes anew what they print.
"""

from pathlib import Path

import pytest
from played import BLOCK, ROOT, blocks, file_of, played, program
from running import run

from cjm import syntax
from cjm.source import Source

GUIDES = sorted((ROOT / "docs" / "guides").glob("*.md"))


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own, in which `cjm` is a command."""
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    Path("x.cjm.yaml").write_text("journey: X\nphases: [{name: P, touchpoints: [A]}]\n", encoding="utf-8")
    return program(tmp_path / "bin")


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.stem)
def test_what_a_guide_shows_works(guide: Path, here: Path, request: pytest.FixtureRequest) -> None:
    shown = guide.read_text(encoding="utf-8")
    told = played(shown, here)
    if request.config.getoption("--accept"):
        guide.write_text(told, encoding="utf-8")
    assert told == guide.read_text(encoding="utf-8")
    assert run("check").returncode == 0


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.stem)
def test_the_files_of_a_guide_are_yaml(guide: Path) -> None:
    text = guide.read_text(encoding="utf-8")
    assert BLOCK.search(text)
    for block in blocks(text, "yaml"):
        assert list(syntax.parse(Source(file_of(block), block)).diagnostics) == []
