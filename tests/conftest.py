"""How long property tests search, what was expected (data files that `--accept` rewrites), one browser.

Property tests search briefly, and in `make soak` as long as it takes.
"""

import contextlib
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from tools import set_up

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# Whoever runs the tests in the background ignores interrupts, and what they start would too.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    with contextlib.suppress(ValueError):  # not in the main thread
        signal.signal(signal.SIGINT, signal.default_int_handler)

# No deadlines: a busy machine is no error.
settings.register_profile("brief", deadline=None)
settings.register_profile(
    "soak", deadline=None, derandomize=False, max_examples=5000, suppress_health_check=[HealthCheck.too_slow]
)
if not os.environ.get("CI"):  # there hypothesis chooses its own `ci`: the same examples every time
    settings.load_profile("brief")


def pytest_addoption(parser: pytest.Parser) -> None:
    """The option to take what comes out as what is expected."""
    parser.addoption("--accept", action="store_true", help="rewrite expected outputs; read the difference")


@pytest.fixture
def matches(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compares a text with the file of what is expected, or writes it there under `--accept`."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--accept"):
            path.write_bytes(text.encode())
        assert path.is_file(), "nothing is expected yet: run pytest --accept, and read what it writes"
        assert text == path.read_bytes().decode()

    return compare


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """The system's Chromium; without one these tests fail, for a page is made to be looked at."""
    from playwright.sync_api import sync_playwright

    program = set_up.browser()
    assert program, f"no browser: install one of {', '.join(set_up.BROWSERS)}"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        yield started
        started.close()
