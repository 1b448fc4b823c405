"""Every test of the command line stands in a folder of its own."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """That folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path
