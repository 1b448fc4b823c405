"""`cjm show` and `-f txt`: the map in signs, at any width, on any terminal."""

import re
from pathlib import Path

import pytest
from running import BAD, GOOD, ROOT, lay, on_a_terminal, run

from cjm.reporters.columns import width

SHOPPING = f"{ROOT}/examples/shopping-day/shopping-day.cjm.yaml"
CURVE = """\
journey: X
persona: {name: Ann}
phases:
  - name: P
    owner: Sales
    touchpoints:
      - {name: A, emotion: 2, moment_of_truth: true}
      - {name: B, emotion: 0, evidence: assumption}
      - {name: C, emotion: -2, channel: store, evidence: interview}
  - name: Q
    touchpoints: [D]
"""


def test_the_map_stands_on_the_terminal() -> None:
    lay("x.cjm.yaml", CURVE)
    done = run("show", "x.cjm.yaml", "--width", "100")
    assert done.returncode == 0
    lines = [line.rstrip() for line in done.stdout.splitlines()]
    assert lines[:3] == ["X", "Customer journey", "Persona: Ann"]
    assert re.search(r"1 P +2 Q", done.stdout)
    assert re.search(r"Sales +No owner", done.stdout)
    assert re.search(r"1\.1 A +1\.2 B +1\.3 C +2\.1 D", done.stdout)
    assert re.search(r"Moments of.* +⊕ moment of", done.stdout)
    assert "Feeling" in done.stdout
    # The curve: a moment at the top, an assumption in the middle, a touchpoint at the bottom.
    for start, sign in ("Feeling +2 ", "⊕"), ("0 ", "○"), ("−2 ", "●"):
        [line] = [line for line in lines if " ".join(line.split()).startswith(start)]
        assert sign in line
    assert re.search(r"delighted \+2 +neutral 0 +.*−2", done.stdout)
    assert "Gaps" in lines
    assert "2 Q: No owner" in done.stdout


def test_what_curves_are_held_against_is_said_in_words() -> None:
    lay(
        "today.cjm.yaml",
        CURVE.replace("journey: X", "journey: Today\nid: today").replace("D]", "{name: D, emotion: 1}]"),
    )
    lay(
        "x.cjm.yaml",
        """\
journey: X
benchmark: today
personas: [Ann, Bob]
phases:
  - name: P
    id: p
    touchpoints:
      - {name: A, id: a, emotions: {Ann: 2, Bob: {score: -1.5, feeling: cornered}}}
      - {name: B, id: b, emotions: {Bob: 1}, expectation: {text: A smile, level: 1}}
""",
    )
    told = " ".join(run("show", "x.cjm.yaml", "--width", "100").stdout.split())
    assert "Ann: delighted +2" in told
    assert "Bob: −1.5 cornered" in told
    assert "Bob: +1 happy" in told
    assert "expected +1" in told
    assert "Today: +2" in told


@pytest.mark.parametrize("columns", [24, 40, 80, 100, 200])
def test_no_line_is_wider_than_asked(columns: int) -> None:
    name = "漢字" * 40 + "w" * 200
    lay(
        "x.cjm.yaml",
        CURVE.replace("name: A", f"name: {name}").replace("persona: {name: Ann}", f"persona: {name}"),
    )
    for path in "x.cjm.yaml", SHOPPING:
        done = run("show", path, "--width", str(columns))
        assert done.returncode == 0
        assert max(width(line) for line in done.stdout.splitlines()) <= columns
    # All of a long name is there, over as many lines as it takes.
    assert run("show", "x.cjm.yaml", "--width", str(columns)).stdout.count("w") >= 200


def test_a_wide_journey_goes_on_below() -> None:
    found = {columns: run("show", SHOPPING, "--width", str(columns)).stdout for columns in (40, 80, 300)}
    systems = {columns: text.count("Kanalen") for columns, text in found.items()}
    assert systems[300] == 1
    assert systems[40] > systems[80] > 1
    for text in found.values():
        assert len(set(re.findall(r"\b\d\.\d\b(?= )", text))) == 12


def test_a_terminal_without_unicode_gets_ascii() -> None:
    lay("x.cjm.yaml", CURVE.replace("name: B", "name: Café “olé” 漢"))
    done = run("show", "x.cjm.yaml", env={"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"})
    assert done.returncode == 0
    assert done.stdout.isascii()
    assert "\\u" not in done.stdout
    assert 'Cafe "ole" ?' in done.stdout
    assert re.search(r"\.\.", done.stdout)


def test_colour_is_as_with_other_commands() -> None:
    lay("x.cjm.yaml")
    plain = run("show", "x.cjm.yaml").stdout
    assert "\x1b" not in plain
    painted = run("show", "x.cjm.yaml", "--color", "always").stdout
    assert "\x1b[" in painted
    assert re.sub(r"\x1b\[[\d;]*m", "", painted).split() == plain.split()
    assert "\x1b[" in on_a_terminal("show", "x.cjm.yaml")[1]
    assert "\x1b[" not in on_a_terminal("show", "x.cjm.yaml", env={"NO_COLOR": "1"})[1]


def test_nothing_of_a_journey_is_obeyed_by_the_terminal() -> None:
    lay("x.cjm.yaml", 'journey: "a\u202eb"\nphases:\n  - name: "P\u2066Q\u200f"\n    touchpoints: [A]\n')
    done = run("show", "x.cjm.yaml")
    assert not set("\x1b\u202e\u2066\u200f") & set(done.stdout)
    assert "a\\u202eb" in done.stdout


def test_a_phase_without_touchpoints_is_shown_too() -> None:
    lay(
        "x.cjm.yaml",
        "journey: X\nphases:\n  - {name: P, owner: Sales}\n  - {name: Q, touchpoints: [A]}\n  - R\n",
    )
    done = run("show", "x.cjm.yaml")
    assert re.search("1 P\n +Sales\n.* 2 Q\n.*1 A.* 3 R\n", done.stdout, re.DOTALL)


def test_a_text_file_holds_the_same_at_a_hundred_columns() -> None:
    assert run("build", SHOPPING, "-f", "txt", "-o", "out").returncode == 0
    shown = run("show", SHOPPING, "--width", "100").stdout
    assert Path("out/shopping-day.txt").read_text(encoding="utf-8") == shown


def test_standard_input_is_shown() -> None:
    assert "1.2 B" in run("show", "-", given=GOOD).stdout


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        (BAD, 1, "phasen"),
        ("library: X\n", 2, "holds no journey"),
        ("journey: X\nphases: [P, Q]\n", 0, ""),
    ],
)
def test_what_can_not_be_shown_is_told(text: str, code: int, message: str) -> None:
    lay("x.cjm.yaml", text)
    done = run("show", "x.cjm.yaml")
    assert done.returncode == code
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_one_journey_is_shown_at_a_time() -> None:
    lay("x.cjm.yaml")
    lay("y.cjm.yaml")
    done = run("show", ".")
    assert done.returncode == 2
    assert "holds 2 journeys" in done.stderr
