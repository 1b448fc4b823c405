"""The pages that the tests look at."""

from pathlib import Path

import pytest
from pages import built
from scenes import shopping as shopping_day

from cjm.layout.views import ON_PAGE


@pytest.fixture(scope="session")
def shopping(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the shopping day."""
    source = Path(__file__).parents[2] / "examples/shopping-day/shopping-day.cjm.yaml"
    path = tmp_path_factory.mktemp("pages") / "shopping-day.html"
    path.write_text(built(source.read_text(encoding="utf-8")), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the shopping day with all that a page can hold."""
    path = tmp_path_factory.mktemp("pages") / "rich.html"
    path.write_text(built(shopping_day(), *ON_PAGE, with_source=True), encoding="utf-8")
    return path
