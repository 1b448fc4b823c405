"""`cjm build --view sheet --framework ID`: an empty map, without a journey."""

from pathlib import Path

from pypdf import PdfReader
from running import below, lay, run

OWN = """\
library: Ours
language: nl
frameworks:
  - id: two-steps
    name: Twee stappen
    stages:
      - {id: in, name: Binnenkomen, question: Waar moet ik zijn?}
      - {id: out, name: Weggaan}
"""


def test_a_framework_needs_no_journey() -> None:
    done = run("build", "--view", "sheet", "--framework", "five-phase", "--language", "nl")
    assert (done.returncode, done.stdout) == (0, "  five-phase → build/five-phase.sheet.svg\n")
    text = Path("build/five-phase.sheet.svg").read_text(encoding="utf-8")
    assert "Bewustwording" in text
    assert 'xml:lang="nl"' in text
    assert '<title id="cjm-title">Vijf fasen</title>' in text


def test_frameworks_of_ones_own_are_known_and_where_the_project_says_they_are_written() -> None:
    lay("cjm.yaml", "output: public\nlanguage: nl\n")
    lay("ours.cjm.yaml", OWN)
    assert run("build", "--framework", "two-steps").returncode == 0
    text = Path("public/two-steps.sheet.svg").read_text(encoding="utf-8")
    assert "Binnenkomen" in text
    assert "Waar moet ik zijn?" in text
    assert "Contactmo" in text, "the settings say the language"


def test_a_framework_is_a_picture_and_pages_too() -> None:
    done = run("build", "--framework", "aida", "-f", "svg,png,pdf", "--page", "a3", "--scale", "1")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "  aida → build/aida.sheet.svg, aida.sheet.png, aida.sheet.pdf\n"
    assert Path("build/aida.sheet.png").read_bytes().startswith(b"\x89PNG")
    (page,) = PdfReader("build/aida.sheet.pdf").pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (1191, 842)
    assert "Attention" in page.extract_text()


def test_letters_of_a_framework_that_no_font_has_are_told() -> None:
    lay("ours.cjm.yaml", OWN.replace("Binnenkomen", "購入"))
    done = run("build", "--framework", "two-steps", "-f", "png")
    assert done.returncode == 0
    assert "ours.cjm.yaml:7:24: warning: PNG and PDF show a box for 購" in done.stderr


def test_an_unknown_framework_is_answered_with_the_nearest_and_the_list() -> None:
    lay("ours.cjm.yaml", OWN)
    done = run("build", "--view", "sheet", "--framework", "five-fase")
    assert done.returncode == 2
    assert "no framework is called 'five-fase'" in done.stderr
    assert "did you mean 'five-phase'?" in done.stderr
    assert "two-steps" in done.stderr
    assert "service-periods" in done.stderr
    assert below(".") == ["ours.cjm.yaml"]


def test_what_does_not_go_with_a_framework_is_refused() -> None:
    lay("x.cjm.yaml")
    for words, told in [
        (("x.cjm.yaml", "--framework", "aida"), "takes no PATH"),
        (("--framework", "aida", "--view", "map"), "a framework has one view"),
        (("--framework", "aida", "-f", "png,html"), "an empty map is to write on, and -f html tells"),
        (("--framework", "aida", "-f", "md"), "write one or more of -f svg, png, pdf"),
        (("--framework", "aida", "--page", "a3"), "--page is about PDF"),
        (("--framework", "aida", "--language", "fr"), "languages are en, de, nl"),
        (("x.cjm.yaml", "--language", "nl"), "--language is for --framework"),
    ]:
        done = run("build", *words)
        assert done.returncode == 2, words
        assert told in done.stderr, words
    assert below(".") == ["x.cjm.yaml"]


def test_a_mistake_in_a_library_is_told_and_counts() -> None:
    lay("ours.cjm.yaml", OWN + "nonsense: 1\n")
    done = run("build", "--framework", "two-steps")
    assert done.returncode == 1
    assert "unknown-key" in done.stderr
    assert below("build") == ["two-steps.sheet.svg"]


def test_a_journey_is_built_in_every_view_that_it_has_something_for() -> None:
    lay("x.cjm.yaml")
    done = run("build", "-f", "svg", "--view", "wheel,strip,sheet")
    assert done.returncode == 0
    assert below("build") == ["x.sheet.svg"]
    assert "    no wheel view: there is one phase, and a wheel turns through two or more\n" in done.stdout
    assert "    no strip view: no touchpoint has an emotion\n" in done.stdout
