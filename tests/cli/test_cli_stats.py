"""`cjm stats`: what it prints where, its thresholds, its badge and its exit code."""

import csv
import json
import re
import xml.etree.ElementTree as ET
from collections import Counter
from io import StringIO
from pathlib import Path

import pytest
from running import BAD, GOOD, ROOT, below, lay, on_a_terminal, run

from cjm.cli.stats import NAMES
from cjm.render.badge import GRADES
from cjm.reporters.columns import width
from cjm.stats import COVERAGES
from cjm.theme.tokens import DEFAULT, contrast

SHOPPING = f"{ROOT}/examples/shopping-day/shopping-day.cjm.yaml"
TODAY = ("--today", "2026-11-22")
HALF = """\
journey: Thee drinken
language: nl
reviewed: 2026-01-31
phases:
  - name: Zetten
    owner: Keuken
    touchpoints:
      - {name: Water koken, emotion: 1}
      - {name: Wachten, emotion: boos, pain: Het duurt, moment_of_truth: true}
      - {name: Drinken, emotion: blij}
  - name: Afwassen
"""
RULES = {
    "owner": "phase-without-owner",
    "evidence": "hypothesis",
    "answer": "pain-without-opportunity",
    "guard": "unguarded-moment-of-truth",
}
HOSTILE = '=1+1|[a](b) <script>@me "q" \u202e'


def test_one_journey_is_a_list_with_bars() -> None:
    done = run("stats", SHOPPING, *TODAY)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "Een dagje shoppen\n\n"
        "owner     ████████░░  80%  4 of 5 phases with an owner\n"
        "emotion   ██████████ 100%  12 of 12 touchpoints with an emotion\n"
        "evidence  ████████░░  83%  10 of 12 touchpoints with more than an assumption\n"
        "metric    ███████░░░  75%  9 of 12 touchpoints with a metric\n"
        "answer    ████████░░  85%  12 of 14 pains with an opportunity, or accepted\n"
        "guard     █████░░░░░  50%  1 of 2 negative moments of truth with an opportunity\n\n"
        "peak         +2  Twee maten passen\n"
        "low          -2  Schade laten zien\n"
        "ending     -1.7  Ook online uitverkocht\n"
        "mean      -0.21  of 12 points on the curve, from -2 to 2\n"
        "review    reviewed on 2026-05-12, holds until 2027-05-12\n"
    )


def test_nothing_of_nothing_is_a_dash_and_never_fails() -> None:
    lay("a.cjm.yaml", "journey: X\nphases:\n  - name: P\n    owner: Sales\n")
    done = run("stats", "--fail-under", ",".join(f"{name}=100" for name in NAMES))
    assert done.returncode == 0
    assert "guard     ░░░░░░░░░░    –  no negative moments of truth\n" in done.stdout
    assert "owner     ██████████ 100%  1 of 1 phase with an owner\n" in done.stdout
    assert "\npeak          –\n" in done.stdout
    assert "mean          –  of 0 points on the curve, from -2 to 2\n" in done.stdout
    assert "review    never reviewed\n" in done.stdout


def test_several_journeys_are_tables_with_a_total() -> None:
    lay("a.cjm.yaml")
    lay("b.cjm.yaml", HALF)
    done = run("stats", *TODAY)
    assert done.returncode == 0
    assert done.stdout == (
        "              phases  ────── touchpoints ──────   pains  moments\n"
        "               owner  emotion  evidence  metric  answer    guard     review\n"
        "X                1/1      0/2       0/2     0/2       –        –          –\n"
        "Thee drinken     1/2      3/3       0/3     0/3     0/1      0/1    overdue\n"
        "total            2/3      3/5       0/5     0/5     0/1      0/1  1 overdue\n"
        "                 66%      60%        0%      0%      0%       0%\n\n"
        "               mean       peak                       low                        ending\n"
        "X                 –     –                          –                          –\n"
        "Thee drinken      0    +1 Water koken             -2 Wachten                 +1 Drinken\n"
        "total             0\n"
    )
    assert "overdue: reviewed on 2026-01-31, due by 2026-07-31" in run("stats", "b.cjm.yaml", *TODAY).stdout
    assert "holds until 2026-07-31" in run("stats", "b.cjm.yaml", "--today", "2026-07-31").stdout
    assert "1 overdue" in run("stats", env={"SOURCE_DATE_EPOCH": "1795305600"}).stdout


def test_what_is_missing_is_what_the_rules_find() -> None:
    folder = f"{ROOT}/examples"
    told = json.loads(run("lint", folder, "--preset", "strict", "--format", "json", *TODAY).stdout)
    found = Counter((each["path"], each["rule"]) for each in told["diagnostics"])
    journeys = json.loads(run("stats", folder, "--format", "json", *TODAY).stdout)["journeys"]
    assert len(journeys) > 6
    for journey in journeys:
        # Where a file names no evidence at all the rule is silent, and a figure would flatter.
        unnamed = "\nevidence:" not in Path(journey["path"]).read_text(encoding="utf-8")
        for name, rule in RULES.items():
            share = journey["coverage"][name]
            if not (name == "evidence" and unnamed):
                assert share["of"] - share["have"] == found[journey["path"], rule], (journey["path"], name)


def test_a_terminal_of_80_columns_holds_any_titles() -> None:
    for name in ("first", "second"):
        lay(f"{name}.cjm.yaml", HALF.replace("Thee", "Thee " * 30).replace("Wachten", "長い" * 60))
    code, text = on_a_terminal("stats", *TODAY, env={"COLUMNS": "80"})
    plain = re.sub("\x1b\\[[0-9;]*m", "", text).replace("\r", "")
    assert code == 0
    assert "\x1b[31m" in text
    assert max(map(width, plain.splitlines())) <= 80
    assert re.search(r"^first +1/2", plain, re.MULTILINE), "two titles that look the same give way to ids"
    one = on_a_terminal("stats", "first.cjm.yaml", *TODAY, env={"NO_COLOR": "1"})[1].replace("\r", "")
    assert max(map(width, one.splitlines())) <= 80
    assert "\x1b" not in one


def test_large_numbers_move_no_column() -> None:
    many = "".join(f"      - {{name: T{number}, pain: P, emotion: 1}}\n" for number in range(1200))
    lay("a.cjm.yaml", f"journey: Large\nphases:\n  - name: P\n    touchpoints:\n{many}")
    lay("b.cjm.yaml", HALF)
    lines = run("stats", *TODAY).stdout.splitlines()[:6]
    ends = [[found.end() for found in re.finditer(r"\S+", line[12:])][:6] for line in lines]
    assert "1203/1203" in lines[4]
    assert ends[1] == ends[2] == ends[3] == ends[4] == ends[5]
    assert ends[0][-2:] == ends[1][4:6], "pains and moments stand above their columns"


def test_a_terminal_that_shows_ascii_only() -> None:
    lay("a.cjm.yaml", HALF)
    done = run("stats", *TODAY, env={"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"})
    assert "owner     #####.....  50%  1 of 2 phases with an owner\n" in done.stdout


def test_json_says_all_of_it() -> None:
    lay("a.cjm.yaml", HALF)
    lay("b.cjm.yaml", BAD)
    document = json.loads(run("stats", "--format", "json", *TODAY).stdout)
    assert (document["version"], document["today"]) == (1, "2026-11-22")
    [found] = document["journeys"]
    assert (found["path"], found["id"], found["title"]) == ("a.cjm.yaml", "a", "Thee drinken")
    assert list(found["coverage"]) == list(NAMES)
    assert found["coverage"]["owner"] == {"have": 1, "of": 2, "percent": 50}
    assert found["curve"]["low"] == {"id": "wachten", "name": "Wachten", "score": -2}
    assert found["curve"]["mean"] == 0
    assert found["review"] == {"reviewed": "2026-01-31", "due": "2026-07-31", "overdue": True}
    assert document["total"]["journeys"] == 1
    assert document["total"]["overdue"] == 1
    assert [each["path"] for each in document["skipped"]] == ["b.cjm.yaml"]


def test_csv_has_a_row_a_journey_and_runs_no_formula() -> None:
    lay("a.cjm.yaml", HALF.replace("Thee drinken", json.dumps(HOSTILE)))
    lay("b.cjm.yaml")
    text = run("stats", "--format", "csv", *TODAY).stdout
    rows = list(csv.DictReader(StringIO(text)))
    assert [row["row"] for row in rows] == ["journey", "journey", "total"]
    assert rows[0]["title"] == "'" + HOSTILE.replace("\u202e", "\\u202e")
    assert (rows[0]["owner"], rows[0]["owner_of"], rows[0]["owner_percent"]) == ("1", "2", "50")
    assert (rows[0]["low"], rows[0]["low_score"]) == ("Wachten", "-2")
    assert (rows[1]["answer_percent"], rows[1]["mean"], rows[1]["due"]) == ("", "", "")
    assert (rows[2]["owner"], rows[2]["owner_of"], rows[2]["overdue"]) == ("2", "3", "1")


def test_markdown_is_a_table_in_which_no_text_is_markup() -> None:
    lay("a.cjm.yaml", HALF.replace("Thee drinken", json.dumps(HOSTILE)))
    lay("b.cjm.yaml", BAD)
    lines = run("stats", "--format", "markdown", *TODAY).stdout.splitlines()
    assert lines[2].startswith(
        '| \\=1+1\\|\\[a\\](b) &lt;script&gt;@\u200bme "q" \\\\u202e | 50% (1 of 2) | '
    )
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in lines[:4]} == {13}
    assert lines[3].startswith("| **total** | 50% (1 of 2) | 100% (3 of 3) | ")
    assert lines[-1] == "- b.cjm.yaml: 1 error, left out"


def test_a_terminal_obeys_no_text() -> None:
    lay("a.cjm.yaml", HALF.replace("Wachten", json.dumps(HOSTILE)))
    assert "\u202e" not in run("stats").stdout
    lay("b.cjm.yaml")
    assert "\u202e" not in run("stats").stdout


def test_a_threshold_that_holds_and_one_that_does_not() -> None:
    lay("a.cjm.yaml")
    lay("b.cjm.yaml", HALF)
    done = run("stats", "--fail-under", "owner=50, emotion=0%", "--fail-under", "guard=0")
    assert (done.returncode, done.stderr) == (0, "")
    done = run("stats", "--fail-under", "owner=66.7,emotion=60")
    assert done.returncode == 1
    assert done.stderr == (
        "a.cjm.yaml: emotion 0 of 2 is 0%, under 60%\n"
        "b.cjm.yaml: owner 1 of 2 is 50%, under 66.7%\n"
        "total: owner 2 of 3 is 66%, under 66.7%\n"
    )
    assert done.stdout == run("stats").stdout
    assert "total" not in run("stats", "b.cjm.yaml", "--fail-under", "owner=100").stderr


@pytest.mark.parametrize(
    ("said", "message", "help"),
    [
        ("owners=100", "no coverage is called 'owners'", "did you mean 'owner'?"),
        ("pains=1", "no coverage is called 'pains'", f"there are {', '.join(NAMES)}"),
        ("owner", "--fail-under 'owner' names no percentage", "write it as owner=100,evidence=60"),
        ("owner=101", "--fail-under 'owner=101': '101' is no percentage", "write 0 to 100"),
        ("owner=-1", "--fail-under 'owner=-1': '-1' is no percentage", "write 0 to 100"),
        ("owner=nan", "--fail-under 'owner=nan': 'nan' is no percentage", "write 0 to 100"),
        ("owner=1,owner=2", "--fail-under names owner twice", ""),
    ],
)
def test_a_wrong_threshold_is_2(said: str, message: str, help: str) -> None:
    lay("a.cjm.yaml")
    done = run("stats", "--fail-under", said)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"cjm: error: {message}\n" + (f"  help: {help}\n" if help else "")


def test_journeys_with_errors_are_left_out_and_said() -> None:
    lay("a.cjm.yaml", HALF)
    lay("b.cjm.yaml", BAD)
    lay("c.cjm.yaml", "")
    done = run("stats", *TODAY)
    assert done.returncode == 1
    assert done.stdout == run("stats", "a.cjm.yaml", *TODAY).stdout
    assert "b.cjm.yaml has 1 error and is left out; see `cjm check`\n" in done.stderr
    assert "c.cjm.yaml has 1 error and is left out; see `cjm check`\n" in done.stderr
    done = run("stats", "b.cjm.yaml", "--fail-under", "owner=100")
    assert (done.returncode, done.stdout) == (1, "")
    lay("library.cjm.yaml", "library: L\nnonsense: 1\n")
    assert "library.cjm.yaml has 1 error; see `cjm check`\n" in run("stats", "a.cjm.yaml").stderr


def test_only_what_was_asked_for_is_counted() -> None:
    lay("a.cjm.yaml", f"benchmark: b\n{HALF}")
    lay("b.cjm.yaml")
    assert run("stats", "a.cjm.yaml").stdout.startswith("Thee drinken\n")
    assert run("stats", "-", given=HALF).stdout.startswith("Thee drinken\n")


def test_a_badge_says_what_the_total_is() -> None:
    lay("a.cjm.yaml")
    lay("b.cjm.yaml", HALF)
    done = run("stats", "--badge", "out/owners.svg")
    assert (done.returncode, done.stderr) == (0, "owners 2 of 3 → out/owners.svg\n")
    text = Path("out/owners.svg").read_text(encoding="utf-8")
    root = ET.fromstring(text)
    assert (root.get("role"), root.get("aria-label")) == ("img", "owners 2 of 3")
    assert [element.text for element in root if element.text] == ["owners 2 of 3", "owners", "2 of 3"]
    assert len(text) < 1500
    assert run("-q", "stats", "--badge", "out/owners.svg").stderr == ""
    assert Path("out/owners.svg").read_text(encoding="utf-8") == text
    assert below("out") == ["owners.svg"]


def test_a_badge_of_another_coverage() -> None:
    lay("a.cjm.yaml")
    assert run("stats", "--badge", "a.svg", "--badge-of", "guard").stderr == "guards – → a.svg\n"
    assert "title>guards –</title" in Path("a.svg").read_text(encoding="utf-8")
    done = run("stats", "--badge", "a.svg", "--badge-of", "guards")
    assert (done.returncode, "did you mean 'guard'?" in done.stderr) == (2, True)
    assert run("stats", "--badge-of", "guard").returncode == 2


def test_a_badge_takes_the_place_of_no_journey_and_hides_no_error() -> None:
    lay("a.cjm.yaml")
    assert run("stats", "--badge", "a.cjm.yaml").returncode == 2
    assert Path("a.cjm.yaml").read_text(encoding="utf-8") == GOOD
    lay("b.cjm.yaml", BAD)
    done = run("stats", "--badge", "a.svg")
    assert done.returncode == 1
    assert done.stderr.endswith("a.svg is not drawn, because of these errors\n")
    assert not Path("a.svg").exists()


def test_a_badge_can_be_read() -> None:
    assert all(contrast(DEFAULT.light["on"], DEFAULT.light[token]) >= 4.5 for token in GRADES.values())
    assert contrast(DEFAULT.light["ink"], DEFAULT.light["paper2"]) >= 4.5


def test_the_help_knows_every_coverage() -> None:
    assert tuple(COVERAGES) == NAMES
    said = run("stats", "--help").stdout
    assert all(f"  {name:<9} {each.things} {each.trait}\n" in said for name, each in COVERAGES.items())
