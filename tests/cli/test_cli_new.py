"""`cjm new`: a journey to fill in."""

from pathlib import Path

import pytest
from running import below, lay, run

LIBRARY = """\
library: L
personas: [{id: san, name: Sanne}, Tom]
departments: [Marketing, Helpdesk]
frameworks:
  - {id: two-steps, stages: [{name: Eerst, question: "Wat: nu?", departments: [Helpdesk]}, Dan]}
"""


def test_a_journey_is_written_that_is_right_and_says_what_is_next() -> None:
    done = run("new", "Een jas kopen", "--language", "nl", "--framework", "five-phase")
    assert (done.returncode, done.stdout) == (0, "  een-jas-kopen.cjm.yaml\n")
    assert done.stderr == "`cjm lint een-jas-kopen.cjm.yaml` tells what is left to do\n"
    text = Path("een-jas-kopen.cjm.yaml").read_text(encoding="utf-8")
    assert "  - name: Bewustwording\n    stage: awareness\n    # questions: Wat heb ik nodig" in text
    assert run("check").stderr == "1 file, nothing wrong\n"
    assert run("build").returncode == 0


@pytest.mark.parametrize(
    "name",
    [
        'Say "hi": it\'s #1',
        "- a list",
        "{brace}",
        "no",
        "1.10",
        "a\nb",
        "Jas 🧥 kopen",
        "*a &b !c",
        "C:\\x",
        " p ",
    ],
)
def test_any_title_reads_back_as_it_was(name: str) -> None:
    import json

    assert run("new", "--id", "x", "--", name).returncode == 0
    report = run("lint", "--format", "json", "--preset", "strict").stdout
    named = {each["subject"]["name"] for each in json.loads(report)["diagnostics"] if each.get("subject")}
    assert " ".join(name.split()) in named


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("maps/jacket", "'maps/jacket' is no name for a file"),
        ("..\\jacket", "is no name for a file"),
        ("..", "'..' makes no name for a file"),
        ("end", "'end' makes no name for a file"),
        ("CON", "'CON' makes no name for a file"),
        ("购买", "'购买' makes no name for a file"),
        ("🧥", "'🧥' makes no name for a file"),
        ("", "the name is empty"),
        ("\n", "the name is empty"),
        ("a\x1bb", "U+001B"),
        (b"a\xff", "U+DCFF"),
    ],
)
def test_a_name_that_makes_no_file_is_refused(name: str, message: str) -> None:
    done = run("new", name)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert below(".") == []


@pytest.mark.parametrize("id", ["Jas", "a/b", "../x", "end", "nul", "jas!"])
def test_an_id_is_a_slug(id: str) -> None:
    done = run("new", "X", "--id", id)
    assert done.returncode == 2
    assert f"{id!r} makes no name for a file" in done.stderr
    assert below(".") == []


def test_a_file_that_is_there_is_not_overwritten() -> None:
    lay("jas.cjm.yaml", "mine\n")
    done = run("new", "Jas")
    assert done.returncode == 2
    assert "jas.cjm.yaml is there already" in done.stderr
    assert Path("jas.cjm.yaml").read_text(encoding="utf-8") == "mine\n"


def test_folders_are_made_or_nothing() -> None:
    assert run("new", "X", "--to", "a/b").stdout == "  a/b/x.cjm.yaml\n"
    lay("file", "")
    assert run("new", "X", "--to", "file").returncode == 2
    assert below(".") == ["a/b/x.cjm.yaml", "file"]


def test_a_library_s_personas_departments_and_framework_are_used() -> None:
    lay("cjm.yaml", "language: nl\n")
    lay("lib/l.cjm.yaml", LIBRARY)
    words = ("--framework", "two-steps", "--persona", "san", "--persona", "Tom")
    assert run("new", "X", *words, "--to", "maps").returncode == 0
    text = Path("maps/x.cjm.yaml").read_text(encoding="utf-8")
    assert "personas:\n  - san\n  - Tom\n" in text
    assert '  - name: Eerst\n    stage: eerst\n    # questions: "Wat: nu?"\n    # owner: Helpdesk\n' in text
    assert "language:" not in text.replace("yaml-language", "")  # cjm.yaml says it
    assert "Regels die met een #" in text
    assert run("check").stderr == "2 files, nothing wrong\n"


def test_a_persona_outside_a_declared_list_is_refused() -> None:
    lay("l.cjm.yaml", LIBRARY)
    done = run("new", "X", "--persona", "Sane")
    assert done.returncode == 2
    assert "'Sane' is not a persona that the library knows\n  help: did you mean 'Sanne'?" in done.stderr
    assert below(".") == ["l.cjm.yaml"]


def test_a_framework_that_there_is_not_is_refused() -> None:
    lay("l.cjm.yaml", LIBRARY)
    done = run("new", "X", "--framework", "two-step")
    assert done.returncode == 2
    assert "did you mean 'two-steps'? frameworks are two-steps, five-phase" in done.stderr


def test_a_broken_library_is_told_of_and_nothing_is_written() -> None:
    lay("l.cjm.yaml", "library: L\npersonen: [x]\n")
    done = run("new", "X")
    assert done.returncode == 1
    assert "unknown key 'personen'" in done.stderr
    assert below(".") == ["l.cjm.yaml"]


def test_a_language_without_words_of_its_own_has_english_hints() -> None:
    done = run("new", "X", "--language", "fr")
    assert done.returncode == 0
    assert "no words for 'fr'" in done.stderr
    assert "language: fr\n" in Path("x.cjm.yaml").read_text(encoding="utf-8")
    assert run("check").returncode == 0


def test_a_buyers_journey_says_that_it_is_one() -> None:
    run("new", "X", "--framework", "buyers-journey")
    assert "kind: buyer\n" in Path("x.cjm.yaml").read_text(encoding="utf-8")
