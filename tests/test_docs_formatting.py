"""docs/formatting.md shows what `cjm fmt` really does; `--accept` writes anew what it prints."""

from pathlib import Path

import pytest
from played import ROOT, played, program

PAGE = ROOT / "docs" / "formatting.md"


def test_what_the_page_on_formatting_shows_is_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    shown = PAGE.read_text(encoding="utf-8")
    told = played(shown, program(tmp_path / "bin"))
    if request.config.getoption("--accept"):
        PAGE.write_text(told, encoding="utf-8")
    assert told == PAGE.read_text(encoding="utf-8")
