"""`cjm lint --fix`: what is mended, what is left, and that nothing else changes."""

from pathlib import Path

import pytest
from running import lay, run

HEAD = "journey: X\ndepartments: [Sales, Customer service]\nphases:\n  - name: P\n    owner: Sales\n"
POINT = HEAD + "    touchpoints:\n      - name: A\n        channel: store\n"

MENDED = {
    "a mistyped key": ("chanel: store", "channel: store"),
    "a mistyped word": ("moment_of_truth: {impact: negatve}", "moment_of_truth: {impact: negative}"),
    "a mistyped feeling": ("emotion: deligted", "emotion: delighted"),
    "a mistyped feeling of another language": ("emotion: teleurgestelt", "emotion: teleurgesteld"),
    "a mistyped reference": ("owner: Custmer service", "owner: Customer service"),
    "in single quotes": ("owner: 'Custmer service'", "owner: 'Customer service'"),
    "in double quotes": ('owner: "Salse"', 'owner: "Sales"'),
    "in a list": ("owner: {informed: [Sales, Salse]}", "owner: {informed: [Sales, Sales]}"),
    "a decimal comma": ("emotion: 1,5", "emotion: 1.5"),
    "a share": ("next: {to: end, share: '12,5%'}", "next: {to: end, share: '12.5%'}"),
    "a date": (
        "metrics: {nps: {value: 3, date: 12 mei 2026}}",
        "metrics: {nps: {value: 3, date: 2026-05-12}}",
    ),
    "a duration": ("metrics: {duration: '1,5 uur'}", "metrics: {duration: '1.5 uur'}"),
    "an id": ("id: Say Yes", "id: say-yes"),
    "one point under the key for several": ("emotions: -1.5", "emotion: -1.5"),
    "one word under the key for several": ("emotions: blij", "emotion: blij"),
    "one point in full under the key for several": (
        "emotions: {feeling: glad, score: 1}",
        "emotion: {feeling: glad, score: 1}",
    ),
    "a key and then its value": ("emoton: deligted", "emotion: delighted"),
}


@pytest.mark.parametrize("name", MENDED)
def test_what_can_mean_one_thing_only_is_mended(name: str) -> None:
    wrong, right = MENDED[name]
    lines = "action: I look  # keep   me\n        HERE   # and me\n"
    before = POINT.replace("channel: store\n", lines)
    lay("x.cjm.yaml", before.replace("HERE", wrong))
    run("lint", "--fix", "--ignore", "touchpoint-without-channel")
    assert Path("x.cjm.yaml").read_text() == before.replace("HERE", right)
    again = run("lint", "--fix")
    assert "0 findings mended in 0 files" in again.stderr
    assert Path("x.cjm.yaml").read_text() == before.replace("HERE", right)


LEFT = {
    "a key that would be there twice": "chanel: app",
    "a guess": "owner: Salvage",
    "a list of few words": "moment_of_truth: {impact: neg}",
    "nothing like it": "owner: Quantum",
    "a day that there is not": "metrics: {nps: {value: 3, date: 2026-02-30}}",
    "a day that could be two": "metrics: {nps: {value: 3, date: 03/04/2026}}",
    "a text that breaks": "name: 'A",
}


@pytest.mark.parametrize("name", LEFT)
def test_what_takes_a_person_is_left(name: str) -> None:
    lay("x.cjm.yaml", before := f"{POINT}        {LEFT[name]}\n")
    done = run("lint", "--fix")
    assert done.returncode == 1
    assert "0 findings mended in 0 files" in done.stderr
    assert Path("x.cjm.yaml").read_text() == before


BOTH = {
    "a text and a list": ("pain: a\nquote: q\npains: [b, 'c, d']\n", "pains: [a, b, 'c, d']\nquote: q\n"),
    "a text that needs quotes": ("pains: b\npain: It hurts, a lot\n", 'pains: [b, "It hurts, a lot"]\n'),
    "the same twice": ("channel: store\nchannels: [app, store]\n", "channels: [store, app]\n"),
    "a mapping": ("gain: {text: a}  # g\ngains: b\n", "gains: [{text: a}, b]  # g\n"),
}


@pytest.mark.parametrize("name", BOTH)
def test_singular_and_plural_at_once_become_one_list(name: str) -> None:
    head = "journey: X\nphases:\n  - name: P\n    touchpoints:\n      - name: A\n"
    before, after = (head + "".join(f"        {line}\n" for line in text.splitlines()) for text in BOTH[name])
    lay("x.cjm.yaml", before)
    assert "1 finding mended" in run("lint", "--fix").stderr
    assert Path("x.cjm.yaml").read_text() == after


@pytest.mark.parametrize(
    "lines",
    [
        "pain: a\n        pains: b  # a comment\n",
        "pain: a\n        pains:\n          - b\n",
        "pain: |\n          a\n        pains: b\n",
        "pain: &p a\n        pains: [*p]\n",
        "pain: a\n          b\n        pains: c\n",
    ],
)
def test_singular_and_plural_that_are_no_lines_of_their_own_stay(lines: str) -> None:
    text = f"journey: X\nphases:\n  - name: P\n    touchpoints:\n      - name: A\n        {lines}"
    lay("x.cjm.yaml", text)
    assert "0 findings mended" in run("lint", "--fix").stderr
    assert Path("x.cjm.yaml").read_text() == text


def test_guesses_are_mended_when_asked_for() -> None:
    lay("x.cjm.yaml", f"{POINT}        moment_of_truth: {{impact: posible}}\n")
    assert "1 finding mended" not in run("lint", "--fix").stderr
    assert "1 finding mended in 1 file" in run("lint", "--unsafe-fixes").stderr
    assert "{impact: positive}" in Path("x.cjm.yaml").read_text()


def test_a_difference_is_shown_and_nothing_written() -> None:
    lay("x.cjm.yaml", before := POINT.replace("channel", "chanel"))
    done = run("lint", "--diff")
    assert done.returncode == 1
    assert "-        chanel: store\n+        channel: store\n" in done.stdout
    assert done.stderr == "1 finding can be mended in 1 file\n"
    assert Path("x.cjm.yaml").read_text() == before
    lay("x.cjm.yaml", POINT)
    done = run("lint", "--diff")
    assert (done.returncode, done.stdout) == (0, "")
    assert run("lint", "-", "--diff", given=before).returncode == 1
    assert run("lint", "-", "--fix", given=before).returncode == 2


@pytest.mark.parametrize(
    ("comment", "left"),
    [
        ("# cjm: ignore[hypothesis] why\n", ""),
        ("  # cjm: ignore-file[hypothesis] why\n", ""),
        ("# cjm: ignore[hypothesis, phase-without-owner] why\n", ""),
        ("# a comment\n", "# a comment\n"),
    ],
)
def test_an_ignore_that_silences_nothing_goes_with_its_line(comment: str, left: str) -> None:
    text = POINT + "        evidence: interviews\nevidence: [{id: interviews, kind: interview}]\n"
    lay("x.cjm.yaml", text.replace("journey: X\n", f"journey: X\n{comment}"))
    run("lint", "--fix", "--select", "unused-ignore")
    assert Path("x.cjm.yaml").read_text() == text.replace("journey: X\n", f"journey: X\n{left}")


def test_of_two_names_the_one_that_silences_stays() -> None:
    text = POINT.replace("    owner: Sales\n", "").replace(
        "name: P\n", "name: P  # cjm: ignore[hypothesis, phase-without-owner] in May\n"
    )
    lay("x.cjm.yaml", text + "        evidence: interviews\nevidence: [{id: interviews, kind: interview}]\n")
    run("lint", "--fix", "--select", "unused-ignore")
    assert "name: P  # cjm: ignore[phase-without-owner] in May\n" in Path("x.cjm.yaml").read_text()


def test_line_ends_and_the_mark_stay() -> None:
    before = POINT.replace("channel", "chanel").replace("\n", "\r\n").encode()
    Path("x.cjm.yaml").write_bytes(b"\xef\xbb\xbf" + before)
    run("lint", "--fix")
    assert Path("x.cjm.yaml").read_bytes() == b"\xef\xbb\xbf" + before.replace(b"chanel", b"channel")


def test_settings_and_libraries_are_mended_where_they_are_asked_for() -> None:
    lay("cjm.yaml", "")
    lay("library.cjm.yaml", "library: L\nchannels: [{id: shop, mediun: physical}]\n")
    lay("x.cjm.yaml", POINT.replace("channel: store", "channel: shop"))
    assert "mended in 0 files" in run("lint", "x.cjm.yaml", "--fix").stderr
    run("lint", "--fix")
    assert "medium: physical" in Path("library.cjm.yaml").read_text()


POINTS = """\
journey: X
personas: [{id: ann, name: Ann Lee}, Bob]
phases:
  - name: P
    touchpoints:
      - {name: A, emotion: {Ann Lee: 1, bob: happy}}
      - name: B
        emotion:
          Bob: 2
"""


def test_points_of_several_personas_are_put_under_their_key() -> None:
    lay("x.cjm.yaml", POINTS)
    told = run("check").stdout
    assert "x.cjm.yaml:6:19: error: what 'emotion' holds belongs to 'emotions' [wrong-type]" in told
    assert told.count("error:") == 2
    run("lint", "--fix", "--preset", "minimal")
    assert Path("x.cjm.yaml").read_text(encoding="utf-8") == POINTS.replace("emotion:", "emotions:")
    assert run("check").returncode == 0


@pytest.mark.parametrize(
    "said",
    [
        "emotion: {Ann Lee: 1, Carl: 2}",
        "emotion: {Bob: 1}, emotions: {Bob: 2}",
        "emotions: 2, emotion: 1",
        "emotions: [1, 2]",
        "emotions: gladdish",
    ],
)
def test_points_of_which_it_is_not_sure_whose_they_are_are_left(said: str) -> None:
    text = POINTS.replace("emotion: {Ann Lee: 1, bob: happy}", said).replace("emotion:\n", "emotions:\n")
    lay("x.cjm.yaml", text)
    assert run("check").returncode == 1
    run("lint", "--fix", "--preset", "minimal")
    assert Path("x.cjm.yaml").read_text(encoding="utf-8") == text
