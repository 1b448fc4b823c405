"""`cjm lint --unsafe-fixes`: an `id:` for what a `next` points at, and for what was copied with its id."""

from pathlib import Path

import pytest
from running import lay, run

HEAD = "journey: X\nphases:\n  - name: P\n    touchpoints:\n"
NEXT = "      - name: Z\n        next: wait-2\n"

GIVEN = {
    "a mapping": (
        "      - Wait\n      - name: Wait  # again\n        channel: store\n",
        "      - Wait\n      - id: wait-2\n        name: Wait  # again\n        channel: store\n",
    ),
    "a bare name": (
        "      - Wait\n      - Wait  # again\n",
        "      - Wait\n      - id: wait-2\n        name: Wait  # again\n",
    ),
    "a name in quotes": (
        "      - Wait\n      - 'Wait'\n",
        "      - Wait\n      - id: wait-2\n        name: 'Wait'\n",
    ),
    "a mapping in brackets": (
        "      - Wait\n      - {name: Wait, channel: store}\n",
        "      - Wait\n      - {id: wait-2, name: Wait, channel: store}\n",
    ),
    "a dash alone": (
        "      - Wait\n      -\n        name: Wait\n",
        "      - Wait\n      -\n        id: wait-2\n        name: Wait\n",
    ),
    "its own phase is called so": (
        "      - Wait\n  - name: Wait\n    touchpoints:\n      - A\n      - Wait\n",
        "      - Wait\n  - name: Wait\n    touchpoints:\n      - A\n      - id: wait-3\n        name: Wait\n",
    ),
}


@pytest.mark.parametrize("name", GIVEN)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_is_pointed_at_gets_the_id_that_it_has(name: str, end: str) -> None:
    wrong, right = GIVEN[name]
    ways = NEXT.replace("wait-2", "wait-3") if "wait-3" in right else NEXT
    before, after = ((HEAD + text + ways).replace("\n", end).encode() for text in (wrong, right))
    Path("x.cjm.yaml").write_bytes(before)
    assert "0 findings mended" in run("lint", "--fix").stderr  # with one more above, it would be another
    assert "1 finding mended" in run("lint", "--unsafe-fixes").stderr
    assert Path("x.cjm.yaml").read_bytes() == after
    assert "0 findings mended" in run("lint", "--unsafe-fixes").stderr


def test_a_list_in_brackets_gets_mappings() -> None:
    text = "journey: X\nphases:\n"
    text += "  - {name: P, touchpoints: [Wait, Wait, {name: Z, next: [wait-2, wait-3]}, 'Wait']}\n"
    lay("x.cjm.yaml", text)
    run("lint", "--unsafe-fixes")
    mended = text.replace("Wait, {", "{id: wait-2, name: Wait}, {").replace(
        "'Wait'", "{id: wait-3, name: 'Wait'}"
    )
    assert Path("x.cjm.yaml").read_text() == mended


POINTS = "      - Wait\n      - Wait\n"
UNSURE = {
    "the first of several": POINTS + "      - {name: Z, next: wait}\n",
    "a name of several": POINTS + "      - {name: Z, next: Wait}\n",
    "a name that is such an id": POINTS + "      - Wait 2\n      - {name: Z, next: wait-2}\n",
    "more than there are": POINTS + "      - {name: Z, next: wait-9}\n",
    "an alias": "      - &w {name: Wait}\n      - *w\n      - {name: Z, next: wait-2}\n",
    "an id twice, and a way to it": "      - {name: A, id: x}\n      - {name: B, id: x}\n"
    "      - {name: C, next: x}\n",
}


@pytest.mark.parametrize("name", UNSURE)
def test_what_could_be_another_is_left(name: str) -> None:
    lay("x.cjm.yaml", before := HEAD + UNSURE[name])
    assert run("lint", "--unsafe-fixes").returncode == 1
    left = Path("x.cjm.yaml").read_text()
    assert left.replace("id: ", "") == before.replace("id: ", "")


def test_what_was_copied_with_its_id_gets_a_free_one() -> None:
    points = "      - {name: A, id: x}\n      - {name: X 2}\n"
    points += "      - {name: B, id: 'x'}  # c\n      - {name: C, id: x}\n"
    lay("x.cjm.yaml", HEAD + points)
    assert "0 findings mended" in run("lint", "--fix").stderr
    run("lint", "--unsafe-fixes")
    mended = points.replace("'x'}", "x-3}").replace("C, id: x", "C, id: x-4")
    assert Path("x.cjm.yaml").read_text() == HEAD + mended
