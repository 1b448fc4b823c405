"""Texts made to cost: each is read in bounded time and memory, and the right thing is said about it."""
# ruff: noqa: E501 (a case a line)

import subprocess
import sys
from collections import Counter
from collections.abc import Callable

import pytest
from model_of import checked

# A file of 2 MB says it as a tenth of it does: that is read in the soak, but for `WORST`.
FULL = pytest.mark.soak
POINTS = "journey: X\nphases:\n  - name: P\n    touchpoints:\n"


def kinds(text: str) -> Counter[str]:
    """How often each kind of error is told."""
    return Counter(found.rule for found in checked(text).diagnostics)


def laughs(levels: int, many: int) -> str:
    """Lists of lists of lists, each many times the one before."""
    lines = ["a0: &a0 [" + ", ".join(["ha"] * many) + "]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * many)}]" for n in range(1, levels)]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    "text",
    [
        "[" * 10_000,
        "[" * 10_000 + "]" * 10_000,
        "{a: " * 10_000,
        "- " * 10_000,
        "? " * 10_000,
        "".join(" " * n + "a:\n" for n in range(1500)),
        "journey: X\nphases: " + "[" * 1_900_000,
        "journey: X\nphases: [{name: " + "[" * 100 + "]" * 100 + "}]",
    ],
    ids=["lists", "closed-lists", "mappings", "dashes", "keys", "lines", "two-megabytes", "in-a-journey"],
)
def test_deep_nesting(text: str) -> None:
    found = checked(text).diagnostics
    assert [problem.message for problem in found if problem.rule == "limit-exceeded"] == [
        "nested more than 64 levels deep"
    ]
    assert len(found) <= 2


@pytest.mark.parametrize(("levels", "many"), [(12, 9), (30, 2), (3, 400), (60, 60)])
def test_aliases_of_aliases(levels: int, many: int) -> None:
    found = kinds("journey: X\nphases: [A]\n" + laughs(levels, many))
    assert found["limit-exceeded"] == 1
    assert found.keys() <= {"limit-exceeded", "unknown-key"}


def test_aliases_within_the_budget_are_read() -> None:
    text = POINTS + "      - {name: A, pains: &p [" + ", ".join(["Rain"] * 500) + "]}\n"
    text += "".join(f"      - {{name: T{n}, pains: *p}}\n" for n in range(200))
    project = checked(text)
    assert project.diagnostics == []
    assert sum(len(point.pains) for point in project.project.journeys[0].touchpoints) == 201 * 500


def test_merge_keys_of_merge_keys() -> None:
    lines = ["a0: &a0 {x: 1}"]
    lines += [f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}]}}" for n in range(1, 12)]
    found = kinds("\n".join(lines))
    assert found["unsupported-yaml"] > 3
    assert found["limit-exceeded"] == 1


def test_an_anchor_for_every_value() -> None:
    assert kinds("a: [" + ", ".join(f"&a{n} x" for n in range(60_000)) + "]\n") == {"missing-key": 1}


@pytest.mark.parametrize(
    ("text", "kind", "count"),
    [
        ("journey: X\nphases: [A]\n" + "owner: X\n" * 9_000, "duplicate-key", 8_999),
        pytest.param("journey: X\nphases: [A]\n" + "owner: X\n" * 90_000, "duplicate-key", 89_999, marks=FULL),
        (POINTS + "      - name: A\n" + "        action: x\n" * 9_000, "duplicate-key", 8_999),
        pytest.param(POINTS + "      - name: A\n" + "        action: x\n" * 90_000, "duplicate-key", 89_999, marks=FULL),
        ("journey: X\nphases: [A]\n" + "".join(f"k{n}: 1\n" for n in range(9_000)), "unknown-key", 9_000),
        pytest.param("journey: X\nphases: [A]\n" + "".join(f"k{n}: 1\n" for n in range(90_000)), "unknown-key", 90_000, marks=FULL),
        (POINTS + "".join(f"      - {{name: T, emoton{n}: 1}}\n" for n in range(1900)), "unknown-key", 1900),
        (POINTS + "".join(f"      - {{name: A, emotion: hapy{n}}}\n" for n in range(1900)), "unknown-value", 1900),
        (POINTS + "".join(f"      - {{name: T{n}, id: t}}\n" for n in range(2000)), "duplicate-id", 1999),
        (POINTS + "".join(f"      - {{name: A, next: q{n}}}\n" for n in range(2000)), "unknown-reference", 2000),
        (POINTS + "      - {name: Same, next: Same}\n" * 2000, "unknown-reference", 2000),
        (
            "departments: [" + ", ".join(f"D{n}" for n in range(20_000)) + "]\n" + POINTS
            + "      - {name: A, frontstage: x, owner: {informed: ["
            + ", ".join(f"q{n}" for n in range(20_000))
            + "]}}\n",
            "unknown-reference",
            20_000,
        ),
        ("journey: X\nphases: [A]\ntags: [" + "'', " * 60_000 + "]\n", "wrong-type", 60_000),
        ("journey: X\nphases: [A]\nlinks: [" + "a:b, " * 60_000 + "]\n", "unsafe-link", 60_000),
    ],
    ids=[
        *("repeated-keys", "repeated-keys-full", "repeated-keys-within", "repeated-keys-within-full"),
        *("unknown-keys", "unknown-keys-full", "misspelt-keys", "misspelt-feelings"),
        *("repeated-ids", "unknown-ways", "ambiguous-ways", "unknown-names", "empty-texts", "bad-links"),
    ],
)  # fmt: skip
def test_as_many_mistakes_as_there_is_place_for(text: str, kind: str, count: int) -> None:
    assert kinds(text)[kind] == count


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (POINTS + "".join(f"      - T{n}\n" for n in range(60_000)), "limit-exceeded"),
        (POINTS + "      - Same\n" * 60_000, "limit-exceeded"),
        ("journey: X\nphases:\n" + "- {}\n" * 40_000, "limit-exceeded"),
        pytest.param("journey: X\nphases:\n" + "- {}\n" * 399_000, "limit-exceeded", marks=FULL),
        ("journey: X\nphases: [A]\ntags: [" + "a," * 900_000 + "]\n", "limit-exceeded"),
        ("journey: X\nphases: [A]\ntags: {" + "a: b, " * 300_000 + "}\n", "limit-exceeded"),
    ],
    ids=["touchpoints", "same-touchpoints", "phases", "phases-full", "items", "keys"],
)
def test_more_than_there_is_place_for(text: str, kind: str) -> None:
    assert kinds(text)[kind] == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("journey: " + "a" * 1_990_000 + "\nphases: [A]\n", []),
        ('journey: "' + "a " * 990_000 + '"\nphases: [A]\n', []),
        ("journey: |\n" + "  a\n" * 490_000 + "phases: [A]\n", []),
        ("journey: >\n" + "  a\n\n" * 390_000 + "phases: [A]\n", []),
        ("journey: X # " + "c" * 1_990_000 + "\nphases: [A]\n", []),
        ("# c\n" * 490_000 + "journey: X\nphases: [A]\n", []),
        ("\n" * 1_990_000, ["missing-key"]),
        (" " * 1_990_000, ["missing-key"]),
        ("a" * 100_000 + ": 1\njourney: X\nphases: [A]\n", ["syntax"]),
        ("? " + "a" * 100_000 + "\n: 1\njourney: X\nphases: [A]\n", ["unknown-key"]),
        ('journey: "' + "a\n" * 900_000, ["syntax"]),
        ('"' * 1_990_000, ["syntax"]),
        ("journey: " + "a:" * 900_000 + "\n[]", ["syntax"]),
        ("journey: [" + "a?" * 900_000, ["syntax", "wrong-type"]),
        ("journey: " + "&a " * 600_000, ["syntax"]),
        ("journey: " + "! " * 900_000, ["syntax"]),
        ("journey: X\nphases: [A]\ncjm: " + "1" * 1_900_000, ["out-of-range"]),
        ("journey: X\nphases: [{name: A, duration: " + "1" * 1_900_000 + " min}]\n", ["bad-duration"]),
        ("journey: X\nphases: [A]\nid: " + "a-" * 900_000, ["bad-id"]),
        ("journey: X\nphases: [A]\nlinks: '" + "a" * 1_900_000 + ":'", ["unsafe-link"]),
        ("journey: X\nphases: [A]\nreviewed: " + "1" * 1_900_000, ["bad-date"]),
        ("journey: X\nphases: [A]\nlanguage: en" + "-a" * 900_000 + "_", ["unknown-value"]),
        ("\x01" * 1_990_000, ["bad-character", "wrong-type"]),
    ],
    ids=lambda value: "" if isinstance(value, list) else repr(value[:24]),
)
def test_one_thing_that_is_very_long(text: str, found: list[str]) -> None:
    project = checked(text)
    assert [problem.rule for problem in project.diagnostics] == found
    assert all(len(problem.message) + len(problem.help) < 600 for problem in project.diagnostics)


@pytest.mark.parametrize(
    "text", ["journey: " + "a\x01" * 900_000, "%a\n" * 600_000], ids=["characters", "directives"]
)
def test_what_is_no_text_is_given_up(text: str) -> None:
    found = kinds(text)
    assert found["limit-exceeded"] == 1
    assert sum(found.values()) < 1010


WORST: dict[str, Callable[[], str]] = {
    "names": lambda: (
        "departments: [" + ", ".join(f"Department number {n}" for n in range(60_000)) + "]\n" + POINTS
        + "      - {name: A, owner: {informed: [" + ", ".join(f"Dpartment {n}" for n in range(60_000))
        + "]}}\n"
    ),
    "keys": lambda: "journey: X\nphases: [A]\n" + "".join(f"touchpiont{n}: x\n" for n in range(99_000)),
    "blocks": lambda: "".join(f"a{n}: |\n\n\n #\n" for n in range(99_000)),
}  # fmt: skip


@pytest.mark.parametrize("name", WORST)
def test_the_worst_ends_by_itself(name: str) -> None:
    # In a process of its own, which can be stopped: a minute is long on any machine.
    program = "import sys; from model_of import checked; print(len(checked(sys.stdin.read()).diagnostics))"
    paths = [path for path in sys.path if path]
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path[:0] = {paths!r}; {program}"],
        input=WORST[name](),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.stderr == ""
    assert int(done.stdout) > 0
