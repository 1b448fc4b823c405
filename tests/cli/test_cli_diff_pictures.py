"""`cjm diff` as a page and as a drawing: where it goes, in which theme, and of what."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from running import GOOD, lay

from cjm.__main__ import main

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def drawn(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `cjm diff` on two files that were laid."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    lay("old/a.cjm.yaml")
    lay("new/a.cjm.yaml", GOOD.replace("Sales", "Shop"))

    def run(*words: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main(["diff", "old", "new", *words])
        out, err = capsys.readouterr()
        return code, out, err

    return run


def test_a_page_and_a_drawing_of_what_changed(drawn: Run) -> None:
    code, page, told = drawn("-f", "html")
    assert (code, page.startswith("<!doctype html>")) == (0, True)
    assert "<del>" in page
    assert "1 notable in 1 of 1 journey" in told
    code, svg, _ = drawn("-f", "svg")
    assert (code, svg.startswith("<svg "), svg.endswith("</svg>\n")) == (0, True, True)
    assert drawn("-f", "svg", "-o", "changes.svg", "--exit-code")[0] == 1
    assert Path("changes.svg").read_text(encoding="utf-8") == svg


def test_pictures_of_changes_are_in_the_theme_of_the_project(drawn: Run) -> None:
    plain = drawn("-f", "svg")[1]
    lay("new/cjm.yaml", "theme: high-contrast\n")
    lay("old/cjm.yaml", "theme: high-contrast\n")
    assert drawn("-f", "svg")[1] != plain
