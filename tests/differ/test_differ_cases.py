"""Two versions of a journey as an author would write them, and what changed in its meaning."""

from collections.abc import Callable
from pathlib import Path

import pytest
from differing import from_itself, told, versions
from model_of import checked

CASES = Path(__file__).parent / "cases"
NAMES = sorted(path.name for path in CASES.iterdir() if path.is_dir())


def text(name: str, file: str) -> str:
    """A file of a case; empty where it has none."""
    path = CASES / name / file
    return path.read_text(encoding="utf-8") if path.exists() else ""


@pytest.mark.parametrize("name", NAMES)
def test_what_changed_in_meaning(name: str, matches: Callable[[Path, str], None]) -> None:
    libraries = text(name, "before-library.cjm.yaml"), text(name, "after-library.cjm.yaml")
    more = {"library": libraries} if libraries[0] else {}
    sides = text(name, "before.cjm.yaml"), text(name, "after.cjm.yaml")
    found = versions(*sides, text(name, "cjm.yaml") or None, **more)
    matches(CASES / name / "out", told(found))


@pytest.mark.parametrize("name", NAMES)
def test_a_journey_does_not_differ_from_itself(name: str) -> None:
    for file in ("before.cjm.yaml", "after.cjm.yaml"):
        library = text(name, file.replace(".", "-library.", 1))
        project = checked(text(name, file), **({"library": library} if library else {})).project
        assert from_itself(project.journeys[0], project) == []
