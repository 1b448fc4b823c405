"""How long property tests search, and what was expected: data files that `--accept` rewrites.

Property tests search briefly, and in `make soak` as long as it takes.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

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
