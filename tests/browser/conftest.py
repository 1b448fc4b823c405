"""One browser for all pages of a run, and the pages that the tests look at."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pages import built, executable
from playwright.sync_api import Browser, sync_playwright


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=executable(), args=["--no-sandbox", "--disable-gpu"]
        )
        yield started
        started.close()


@pytest.fixture(scope="session")
def shopping(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the shopping day."""
    source = Path(__file__).parents[2] / "examples/shopping-day/shopping-day.cjm.yaml"
    path = tmp_path_factory.mktemp("pages") / "shopping-day.html"
    path.write_text(built(source.read_text(encoding="utf-8")), encoding="utf-8")
    return path
