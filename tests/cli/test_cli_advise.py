"""`cjm advise`: what it prints on a terminal, in a document and for programs, and its exit code."""

import json
from pathlib import Path

import pytest
from running import BAD, GOOD, ROOT, lay, on_a_terminal, run

DAY = str(Path(ROOT, "examples/shopping-day/shopping-day.cjm.yaml"))

LOW = """\
journey: A day out
phases:
  - name: P
    owner: Sales
    touchpoints:
      - {name: Arrives, emotion: 1}
      - name: Waits
        emotion: {score: -1.5, feeling: forgotten}
        pain: {text: Ten minutes in line, severity: 4}
      - {name: Leaves, emotion: 0.5}
"""


def said(text: str) -> str:
    """The output on one line, since where lines break is the terminal's affair."""
    return " ".join(text.split())


def test_advice_is_told_with_its_place_its_reasons_and_what_to_try() -> None:
    lay("a.cjm.yaml", LOW)
    done = run("advise", "a.cjm.yaml")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("A day out\na.cjm.yaml\n  lowest point -1.5 at 'Waits'\n")
    assert "  1. Soften the pain at 'Waits'\n     line 9, weight 6.6: depth 3, severity 1.6," in done.stdout
    assert "     why  the lowest point, -1.5 ('forgotten')\n" in done.stdout
    assert "          1 pain: 'Ten minutes in line' (severity 4 of 5)\n" in done.stdout
    assert "     try  explain it, announce it," in done.stdout
    assert "  2. Amplify the peak at 'Arrives'\n" in done.stdout
    assert run("advise", "-", given=LOW).stdout == done.stdout.replace("a.cjm.yaml", "<stdin>")


def test_what_is_under_way_isnt_advised_again_until_it_is_dropped() -> None:
    answer = (
        "        opportunity: {text: Say how long, move: soften-pain, status: planned, due: 2027-02-01}\n"
    )
    text = LOW.replace("      - {name: Leaves", f"{answer}      - {{name: Leaves")
    lay("a.cjm.yaml", text)
    told = run("advise").stdout
    advised, under_way = told.split("Under way, or an idea on the map\n")
    assert "Soften the pain" not in advised
    assert under_way.startswith(
        "  - Soften the pain at 'Waits'\n    planned, due 2027-02-01: 'Say how long'\n"
    )
    lay("a.cjm.yaml", text.replace("planned", "dropped"))
    told = run("advise").stdout
    assert "  1. Soften the pain at 'Waits'\n" in told
    assert "Under way" not in told


def test_the_shopping_day_is_advised_on_in_its_own_words() -> None:
    done = run("advise", DAY)
    assert done.returncode == 0
    told = said(done.stdout)
    assert "1. Soften the pain at 'Terug naar de winkel'" in told
    assert "2. Strengthen the moment of truth at 'Terug naar de winkel'" in told
    assert "the map calls it a success when 'Het verschil is geregeld voordat de koffie koud is'" in told
    assert "planned, due 2027-03-01: 'Eén schaderegel: tien procent eraf of gratis herstel'" in told
    assert max(map(len, done.stdout.splitlines())) <= 88


def test_a_journey_without_emotions_hears_what_to_ask() -> None:
    lay("a.cjm.yaml", GOOD)
    done = run("advise")
    assert done.returncode == 0
    assert "  the map doesn't say enough to advise on, or asks for nothing\n" in done.stdout
    assert "  - no touchpoint has an emotion: " in done.stdout
    assert json.loads(run("advise", "--format", "json").stdout)["journeys"][0]["advice"] == []


def test_json_has_places_ids_and_figures() -> None:
    lay("a.cjm.yaml", LOW)
    document = json.loads(run("advise", "--format", "json").stdout)
    assert document["version"] == 1
    (journey,) = document["journeys"]
    assert (journey["id"], journey["path"], journey["line"], journey["column"]) == ("a", "a.cjm.yaml", 1, 10)
    first = journey["advice"][0]
    assert (first["move"], first["subject"]) == (
        "soften-pain",
        {"kind": "touchpoint", "id": "waits", "name": "Waits"},
    )
    assert journey["missing"][-1]["subject"]["kind"] == "journey"
    assert (first["path"], first["line"]) == ("a.cjm.yaml", 9)
    assert first["figures"] == {"score": -1.5, "open_pains": 1, "worst_severity": 4}
    assert first["weight"]["total"] == 6.6
    assert first["opportunities"] == []
    assert journey["under_way"] == []
    assert "no moment of truth is marked" in [each["message"] for each in journey["missing"]]
    under_way = json.loads(run("advise", "--format", "json", DAY).stdout)["journeys"][0]["under_way"]
    assert under_way[0]["opportunities"][0]["due"] == "2027-03-01"


def test_markdown_is_a_document_in_which_an_author_marks_nothing_up() -> None:
    evil = "'**b** <img src=x> [l](http://e.x) @you | `c` #1'"
    lay("a.cjm.yaml", LOW.replace("Ten minutes in line", evil).replace("A day out", evil))
    told = run("advise", "--format", "markdown").stdout
    assert told.startswith("# \\*\\*b\\*\\* &lt;img")
    assert "### 1. Soften the pain at 'Waits'\n\na.cjm.yaml, line 9, weight 6.6: depth 3" in told
    for raw in ("**b", "<img", "[l]", "http://", "@you", " | ", " `c", " #1"):
        assert raw not in told


def test_text_that_a_terminal_would_obey_is_shown_and_not_obeyed() -> None:
    evil = '"a\\u202eb\\nc"'
    lay("a.cjm.yaml", LOW.replace("Waits", evil).replace("A day out", evil).replace("forgotten", evil))
    for name in ("human", "markdown"):
        done = run("advise", "--format", name)
        assert (done.returncode, done.stderr) == (0, "")
        assert "\u202e" not in done.stdout
        assert "u202eb" in done.stdout
    names = [
        each["subject"]["name"]
        for each in json.loads(run("advise", "--format", "json").stdout)["journeys"][0]["advice"]
    ]
    assert names == ["a\u202eb c", "Arrives"], "on one line, as in a finding"


def test_wide_and_long_words_break_where_the_terminal_does() -> None:
    text = LOW.replace("Ten minutes in line", "待つ " * 30).replace("Arrives", "x" * 300)
    lay("a.cjm.yaml", text)
    code, told = on_a_terminal("advise", "--color", "never")
    assert code == 0
    lines = [line for line in told.splitlines() if "待つ" in line]
    assert len(lines) > 1
    assert all(sum(2 if ord(char) > 0x2FFF else 1 for char in line) <= 88 for line in lines)
    assert "x" * 200 not in told


def test_colours_are_for_terminals_that_want_them() -> None:
    lay("a.cjm.yaml", LOW)
    plain = run("advise").stdout
    painted = run("advise", "--color", "always").stdout
    assert painted.startswith("\x1b[1mA day out\x1b[0m\n")
    assert painted.replace("\x1b[1m", "").replace("\x1b[2m", "").replace("\x1b[0m", "") == plain


def test_the_same_bytes_every_time() -> None:
    for name in ("human", "markdown", "json"):
        runs = {run("advise", "--format", name, DAY, env={"PYTHONHASHSEED": seed}).stdout for seed in "12"}
        assert len(runs) == 1


def test_more_than_a_dozen_are_counted_and_told_on_request() -> None:
    rows = "".join(f"      - {{name: T{number}, emotion: -1, pain: p}}\n" for number in range(30))
    lay("a.cjm.yaml", f"journey: X\nphases:\n  - name: P\n    touchpoints:\n{rows}")
    told = run("advise").stdout
    assert " 12. " in told
    assert " 13. " not in told
    assert "  and 21 more that weigh less; --verbose tells them\n" in told
    assert " 33. " in run("advise", "--verbose").stdout


@pytest.mark.parametrize("name", ["human", "markdown", "json"])
def test_a_journey_with_errors_is_left_out_and_the_rest_is_advised_on(name: str) -> None:
    lay("a.cjm.yaml", BAD)
    lay("b.cjm.yaml", LOW)
    done = run("advise", "--format", name)
    assert done.returncode == 1
    assert "a.cjm.yaml:2:1: error: " in done.stderr
    assert "A day out" in done.stdout
    assert "phasen" not in done.stdout
    assert run("advise", "--format", name, "a.cjm.yaml").returncode == 1


def test_no_journey_is_wrong_use() -> None:
    lay("library.cjm.yaml", "library: L\n")
    done = run("advise", "library.cjm.yaml")
    assert (done.returncode, done.stdout) == (2, "")
    assert "cjm: error: no journey found to advise on\n" in done.stderr
    assert run("advise", "nowhere.cjm.yaml").returncode == 2


def test_the_help_says_what_it_goes_by() -> None:
    told = said(run("advise", "--help").stdout)
    assert "Say which of the ten moves would help a journey, and why." in told
    assert "[human|markdown|json]" in told
