"""The linter's commands against what is hostile, strange or merely unlucky."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from running import lay, run

from cjm.cli import fixing, rewriting
from cjm.cli.reading import Examined, examine
from cjm.cli.terminal import Terminal
from cjm.errors import UsageError

WRONG = "journey: X\nphases:\n  - name: P\n    ownr: Sales\n"
RIGHT = WRONG.replace("ownr", "owner")
GAPS = "journey: X\nphases:\n  - name: P\n"
OWN = """\
lint:
  custom:
    - {name: lead-needed, on: phase, assert: 'phase.owner != null', message: 'nobody | <b>leads</b>'}
"""


def settled() -> list[list[str]]:
    """The entries of the baseline here."""
    found: list[list[str]] = json.loads(Path(".cjm-baseline.json").read_text())["findings"]
    return found


def mended() -> tuple[Examined, fixing.Mended]:
    """The project here, and what would be written of it."""
    (project,) = examine(["."], Terminal())
    return project, fixing.mend(project, lambda each: each, unsafe=False)


def test_what_can_not_be_mended_keeps_nothing_else_from_it() -> None:
    head = "journey: X\ndepartments: [Sales]\nphases:\n  - name: P\n    touchpoints:\n"
    both = "      - {name: T%d, chanel: store, channel: app, owner: Salse, emotion: 1}\n"
    lay("x.cjm.yaml", before := head + "".join(both % number for number in range(150)))
    assert "150 findings mended in 1 file" in run("lint", "--fix").stderr
    assert Path("x.cjm.yaml").read_text() == before.replace("Salse", "Sales")
    assert "0 findings mended" in run("lint", "--fix").stderr


def test_a_thousand_mistakes_are_mended_at_once() -> None:
    head = "journey: X\nphases:\n  - name: P\n    touchpoints:\n"
    rows = "".join(f"      - {{name: T{number}, chanel: store}}  # {number}\n" for number in range(1000))
    lay("x.cjm.yaml", head + rows)
    assert "1,000 findings mended in 1 file" in run("lint", "--fix").stderr
    assert Path("x.cjm.yaml").read_text() == (head + rows).replace("chanel", "channel")


PLACES = {
    "an anchor": ("owner: &who Salse", "owner: &who Sales"),
    "a tag": ("owner: !!str Salse", "owner: !!str Sales"),
    "a quoted key": ('"emoton": 1', '"emotion": 1'),
    "a key with a question mark": ("? emoton\n        : 1", "? emotion\n        : 1"),
    "tabs": ("owner:\tSalse\t# Salse", "owner:\tSales\t# Salse"),
    "no blank": ("""emotion: {"scoer":1}""", """emotion: {"score":1}"""),
    "a block": ("owner: >-\n          Salses", "owner: >-\n          Salses"),
    "a block with a comment": ("owner: |-  # Why\n          Salse", "owner: |-  # Why\n          Salse"),
    "right to left": ("thoughts: ש\u05dc\n        emoton: 1", "thoughts: ש\u05dc\n        emotion: 1"),
    "beyond the plane": ("thoughts: 😀😀\n        emoton: 1", "thoughts: 😀😀\n        emotion: 1"),
}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", ""])
def test_nothing_but_the_mistake_changes(end: str) -> None:
    head = (
        "journey: X\ndepartments: [Sales]\nphases:\n  - name: P\n    touchpoints:\n      - name: A\n        "
    )

    def ended(text: str) -> bytes:
        return f"{head}{text}{end}".replace("\n", end or "\n").encode()

    for name, (wrong, _) in PLACES.items():
        Path(f"{name}.cjm.yaml").write_bytes(ended(wrong))
    for _ in range(2):
        run("lint", "--fix")
        assert {name: Path(f"{name}.cjm.yaml").read_bytes() for name in PLACES} == {
            name: ended(right) for name, (_, right) in PLACES.items()
        }


def test_the_mode_of_a_file_stays() -> None:
    lay("x.cjm.yaml", WRONG)
    Path("x.cjm.yaml").chmod(0o640)
    run("lint", "--fix")
    assert Path("x.cjm.yaml").read_text() == RIGHT
    assert Path("x.cjm.yaml").stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link() -> None:
    lay("kept/real.yaml", WRONG)
    Path("x.cjm.yaml").symlink_to("kept/real.yaml")
    run("lint", "--fix")
    assert Path("x.cjm.yaml").is_symlink()
    assert Path("kept/real.yaml").read_text() == RIGHT


def test_a_file_that_may_not_be_written_to_is_left_and_so_are_the_others() -> None:
    lay("a.cjm.yaml", WRONG)
    lay("b.cjm.yaml", WRONG)
    Path("b.cjm.yaml").chmod(0o444)
    done = run("lint", "--fix")
    assert done.returncode == 2
    assert done.stderr == "cjm: error: cannot mend b.cjm.yaml: it is read-only\n"
    assert Path("a.cjm.yaml").read_text() == Path("b.cjm.yaml").read_text() == WRONG


@pytest.mark.parametrize("meanwhile", [None, f"{WRONG}    goal: G\n"])
def test_a_file_that_somebody_else_writes_is_left_to_them(meanwhile: str | None) -> None:
    lay("x.cjm.yaml", WRONG)
    project, done = mended()
    assert done.mended == 1
    if meanwhile is None:
        os.unlink("x.cjm.yaml")
    else:
        lay("x.cjm.yaml", meanwhile)
    with pytest.raises(UsageError, match=r"cannot mend x\.cjm\.yaml: "):
        rewriting.write(project.sources, done.texts, "mend")
    assert (Path("x.cjm.yaml").read_text() if meanwhile else None) == meanwhile


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_difference_can_be_applied(end: str) -> None:
    before = f"journey: X  \nsummary: a b\n\n{WRONG[11:]}".rstrip().replace("\n", end)
    Path("x.cjm.yaml").write_bytes(before.encode())
    done = subprocess.run(["git", "apply", "-p0"], input=_difference(), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert Path("x.cjm.yaml").read_bytes() == before.replace("ownr", "owner").encode()


def _difference() -> bytes:
    project, done = mended()
    return rewriting.difference(project.sources, done.texts, Terminal(color="never")).encode()


def test_a_difference_of_what_can_not_be_read_fails() -> None:
    lay("x.cjm.yaml", RIGHT)
    Path("y.cjm.yaml").symlink_to("nowhere")
    assert run("lint", "--diff").returncode == 2
    done = run("lint", "x.cjm.yaml", "--diff", "--write-baseline")
    assert done.returncode == 2
    assert "--diff writes nothing, so no baseline either" in done.stderr


def test_a_report_never_takes_the_place_of_a_journey() -> None:
    lay("cjm.yaml", "")
    for name in ("x.cjm.yaml", "y.cjm.yaml"):
        lay(name, RIGHT)
    for path in ("x.cjm.yaml", "./x.cjm.yaml", "cjm.yaml"):
        done = run("lint", "x.cjm.yaml", "--format", f"json:{path}")
        assert done.returncode == 2
        assert f"a report can't go to {path}, which it is about" in done.stderr
    assert Path("x.cjm.yaml").read_text() == RIGHT


@pytest.mark.parametrize("wrong", ["", "phases: ["])
def test_a_baseline_keeps_what_a_run_does_not_look_at(wrong: str) -> None:
    lay("cjm.yaml", "")
    lay("a.cjm.yaml", GAPS)
    lay("b.cjm.yaml", GAPS)
    run("lint", "--write-baseline")
    before = settled()
    if wrong:
        lay("b.cjm.yaml", GAPS + wrong)
    run("lint", *(["a.cjm.yaml"] if not wrong else []), "--write-baseline")
    assert settled() == before
    lay("b.cjm.yaml", GAPS)
    assert run("lint").returncode == 0
    os.unlink("b.cjm.yaml")
    run("lint", "--write-baseline")
    assert {ids[0] for _, *ids in settled()} == {"a"}


def test_journeys_with_one_id_share_what_is_settled() -> None:
    lay("cjm.yaml", "")
    for name in ("a", "b"):
        lay(f"{name}/x.cjm.yaml", GAPS)
    run("lint", "--write-baseline")
    before = settled()
    for name in ("a/x.cjm.yaml", "b/x.cjm.yaml"):
        assert "no longer needed" not in run("lint", name).stderr
        run("lint", name, "--write-baseline")
        assert settled() == before


def test_a_hostile_baseline_neither_crashes_nor_commands_a_terminal() -> None:
    lay("x.cjm.yaml", RIGHT)
    lay(".cjm-baseline.json", '{"version": 1, "findings": [["a\\u001b[31m", "b\\u202ec\\n"]]}')
    done = run("lint")
    assert "a\\x1b[31m b\\u202ec\\n\n" in done.stderr
    lay(".cjm-baseline.json", '{"version": 1, "findings": [[]]}')
    done = run("lint")
    assert done.returncode == 2
    assert "cannot use .cjm-baseline.json: it has an entry without a rule" in done.stderr
    assert run("lint", "--write-baseline").returncode == 0


def test_the_rules_of_a_project_are_explained_and_listed() -> None:
    lay("cjm.yaml", OWN)
    assert "phase.owner != null" in run("rule", "lead-needed").stdout
    assert "did you mean 'lead-needed'?" in run("rule", "lead-neded").stderr
    assert "  lead-needed\n      nobody | <b>leads</b> (warning, minimal)\n" in run("rules").stdout
    row = "| custom | warning | minimal | nobody &#124; &lt;b>leads&lt;/b> |\n"
    assert row in run("rules", "--format", "markdown").stdout
    lay("cjm.yaml", "lint: {custom: [{name: 3}]}\n\x00")
    assert run("rules").returncode == 0


@pytest.mark.parametrize(
    "text", ["", "\n---\n", "journey: X\n", "journey: X\nphases: []\n", "- a\n", "\ufeff"]
)
@pytest.mark.parametrize(
    "words", ["lint", "lint --fix", "lint --diff", "stats --format csv", "advise --format json"]
)
def test_what_is_hardly_a_journey_crashes_nothing(text: str, words: str) -> None:
    lay("x.cjm.yaml", text)
    done = run(*words.split())
    assert done.returncode in (0, 1)
    assert Path("x.cjm.yaml").read_text(encoding="utf-8") == text
