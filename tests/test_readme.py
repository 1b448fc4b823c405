"""README shows what really happens."""

import re
import subprocess
import sys
from pathlib import Path

README = Path(__file__).parent.parent / "README.md"


def block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    return found[1]


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "cjm", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def gaps() -> str:
    """The section about the linter."""
    return README.read_text(encoding="utf-8").partition("## Find the gaps\n")[2].partition("\n## ")[0]


def test_the_ten_lines_are_a_journey_without_errors_that_builds(tmp_path: Path) -> None:
    (tmp_path / "jacket.cjm.yaml").write_text(block("yaml"), encoding="utf-8")
    assert run(tmp_path, "check").returncode == 0
    assert run(tmp_path, "build").returncode == 0
    assert sorted(path.name for path in (tmp_path / "build").iterdir()) == [
        "index.html",
        "jacket.flow.svg",
        "jacket.html",
        "jacket.svg",
        "manifest.json",
    ]


def test_the_error_that_it_shows_is_the_one_that_is_told(tmp_path: Path) -> None:
    text = block("yaml").replace("emotion: 2", "emotion: deligted")
    (tmp_path / "jacket.cjm.yaml").write_text(text, encoding="utf-8")
    done = run(tmp_path, "check")
    assert done.returncode == 1
    assert done.stdout.strip() == block("text").strip()


def test_the_gaps_that_it_shows_are_those_that_are_found() -> None:
    commands = re.findall(r"^cjm (\S.*?) +#", gaps(), re.MULTILINE)
    assert [each.split()[0] for each in commands] == ["lint", "advise", "stats"]
    told = []
    for command in commands:
        done = run(README.parent, *command.split())
        assert done.returncode == (1 if command.startswith("lint") else 0), done.stderr
        told.append(done.stdout)
    assert "What would help" in told[1]
    finding, _, figures = gaps().partition("```text\n")[2].partition("```")[0].strip("\n").partition("\n\n")
    assert f"{finding}\n" in told[0]
    assert f"\n{figures}\n" in told[2]


def test_its_links_lead_somewhere() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", README.read_text(encoding="utf-8"))
    assert len(links) > 5
    assert [link for link in links if not (README.parent / link).exists()] == []
