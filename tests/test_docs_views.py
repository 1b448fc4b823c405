"""docs/views.md: every journey in it gives the view that it is about, and every view is in its table."""

import re
from pathlib import Path

import pytest
from running import below, lay, run

from cjm import offered
from cjm.layout import views

DOCS = Path(__file__).parents[1] / "docs" / "views.md"
TEXT = DOCS.read_text(encoding="utf-8")
JOURNEYS = re.findall(
    r"```yaml\n# repair\.cjm\.yaml\n(.*?)```\n\n```sh\ncjm (build .*? --view (\w+))\n", TEXT, re.DOTALL
)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of its own."""
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(("journey", "command", "view"), JOURNEYS, ids=[view for *_, view in JOURNEYS])
def test_a_journey_of_the_docs_gives_its_view(journey: str, command: str, view: str) -> None:
    lay("repair.cjm.yaml", journey)
    done = run(*command.split())
    assert done.returncode == 0, done.stderr
    assert set(below("build")) == {"repair.html", f"repair.{view}.svg"}
    tab = "owners" if view == "owners" else f"view-{view}"
    assert f'href="#{tab}"' in Path("build/repair.html").read_text(encoding="utf-8")


def test_the_docs_name_every_view_and_try_those_that_are_asked_for() -> None:
    named = re.findall(r"^\| `(\w+)` \|", TEXT, re.MULTILINE)
    assert set(named) <= set(offered.VIEWS)
    assert {view for *_, view in JOURNEYS} <= set(named) - {"map", "flow"}
    assert set(views.MODULES) | {"flow"} == set(offered.VIEWS)


def test_settings_choose_views_as_the_docs_show() -> None:
    (settings,) = re.findall(r"```yaml\n# cjm\.yaml\n(.*?)```", TEXT, re.DOTALL)
    lay("cjm.yaml", settings)
    lay("repair.cjm.yaml", JOURNEYS[0][0])
    done = run("build")
    assert done.returncode == 0, done.stderr
    assert "repair.blueprint.svg" in below("build")
    assert "    no canvas view: nothing says what customers expect, feel or do afterwards" in done.stdout
