"""docs/links.md: its files are one project, in every state that it shows, and say what it says."""

import re
from pathlib import Path

import pytest
from running import lay, run

TEXT = (Path(__file__).parents[1] / "docs" / "links.md").read_text(encoding="utf-8")
FILES = re.findall(r"```yaml\n# (\S+)\n(.*?)```", TEXT, re.DOTALL)
SAID = re.findall(r"```text\n(.*?)```", TEXT, re.DOTALL)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first three files, in a folder of their own."""
    monkeypatch.chdir(tmp_path)
    lay("cjm.yaml", "")
    for path, text in FILES[:3]:
        lay(path, f"# {path}\n{text}")


def test_the_files_of_the_docs_are_a_project() -> None:
    assert run("check").returncode == 0
    assert run("build", "-f", "html").returncode == 0
    page = Path("build/bicycle.html").read_text(encoding="utf-8")
    for address in (
        "service/repair.html#t-calls",
        "service/repair.html#t-flat-tyre",
        "service/unlocking.html",
    ):
        assert f'<a href="{address}"' in page


@pytest.mark.parametrize("way", re.findall(r"^\| `next: (\S+)` \|", TEXT, re.MULTILINE))
def test_every_way_of_the_table_leads_somewhere(way: str) -> None:
    path, text = FILES[0]
    lay(path, text.replace("next: end", f"next: [end, {way}]"))
    assert run("check").returncode == 0


@pytest.mark.parametrize("number", [0, 1])
def test_what_goes_wrong_in_the_docs_is_told_as_there(number: int) -> None:
    path, text = FILES[3 + number]
    lay(path, f"# {path}\n{text}")
    assert SAID[number].strip() in run("check").stdout.splitlines()


def test_what_was_renamed_in_the_docs_is_mended() -> None:
    path, text = FILES[4]
    lay(path, text)
    run("lint", "--fix")
    assert "{to: repair#asks, when: the chain comes off, share: 5%}" in Path("bicycle.cjm.yaml").read_text()
    assert "renamed-reference" not in run("check").stdout
