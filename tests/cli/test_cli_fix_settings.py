"""`cjm lint --fix` and `cjm.yaml`: it is mended like a journey, and before the journeys."""

from pathlib import Path

import pytest
from running import lay, run

TYPO = "journey: X\nphases:\n  - name: P\n    touchpoint: [A]\n"
MENDED = TYPO.replace("touchpoint", "touchpoints")

SETTINGS = {
    "a key": ("exclud: [old]  # why\n", "exclude: [old]  # why\n"),
    "a key further in": ("lint:\n  fail-on: never\n", "lint:\n  fail_on: never\n"),
    "a word": ("lint: {preset: minmal}\n", "lint: {preset: minimal}\n"),
    "a rule in a list": (
        "lint:\n  ignore: [hypothesis, 'no-low-pont']\n",
        "lint:\n  ignore: [hypothesis, 'no-low-point']\n",
    ),
    "a rule with settings": (
        "lint: {rules: {phase-without-ownr: error}}\n",
        "lint: {rules: {phase-without-owner: error}}\n",
    ),
    "a severity and its rule": ("lint: {rules: {hypothesi: eror}}\n", "lint: {rules: {hypothesis: error}}\n"),
    "an option": (
        "lint: {rules: {stale-evidence: {year: 1}}}\n",
        "lint: {rules: {stale-evidence: {years: 1}}}\n",
    ),
    "an override": (
        "lint: {overrides: {path: x, preset: strickt}}",
        "lint: {overrides: {paths: x, preset: strict}}",
    ),
}


@pytest.mark.parametrize("name", SETTINGS)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_settings_are_mended_like_a_journey(name: str, end: str) -> None:
    before, after = (text.replace("\n", end).encode() for text in SETTINGS[name])
    Path("cjm.yaml").write_bytes(b"\xef\xbb\xbf" + before)
    lay("x.cjm.yaml", TYPO)
    run("lint", "--fix")
    assert Path("cjm.yaml").read_bytes() == b"\xef\xbb\xbf" + after
    assert Path("x.cjm.yaml").read_text() == MENDED
    assert "0 findings mended in 0 files" in run("lint", "--fix").stderr


BROKEN = {
    "a word like no other": "lint: {preset: harsh, fail-on: never}\n",
    "a guess": "lint: {ignore: [phase-owner]}\n",
    "no YAML": "lint: {preset: minimal\n",
    "a later version": "required_version: 99.0\n",
}


@pytest.mark.parametrize("name", BROKEN)
def test_journeys_wait_for_the_settings(name: str) -> None:
    lay("cjm.yaml", BROKEN[name])
    lay("x.cjm.yaml", TYPO)
    done = run("lint", "--fix")
    assert done.returncode == 1
    assert "cjm: warning: cjm.yaml comes first: journeys are mended once it is right" in done.stderr
    assert Path("x.cjm.yaml").read_text() == TYPO
    assert Path("cjm.yaml").read_text() == BROKEN[name].replace("fail-on", "fail_on")


def test_what_mended_settings_exclude_is_not_mended() -> None:
    lay("cjm.yaml", "exclud: [old/]\n")
    lay("x.cjm.yaml", TYPO)
    lay("old/y.cjm.yaml", TYPO)
    shown = run("lint", "--diff").stdout
    assert "+++ cjm.yaml" in shown
    assert "+++ x.cjm.yaml" in shown
    assert "old/y" not in shown
    run("lint", "--fix")
    assert Path("x.cjm.yaml").read_text() == MENDED
    assert Path("old/y.cjm.yaml").read_text() == TYPO
    run("lint", "old/y.cjm.yaml", "--fix")  # what is named isn't excluded
    assert Path("old/y.cjm.yaml").read_text() == MENDED


def test_a_comment_that_mended_settings_need_stays() -> None:
    text = "journey: X  # cjm: ignore[journey-without-business-goal] not a shop\nphases: {name: P}\n"
    lay("x.cjm.yaml", text)
    lay("cjm.yaml", "lint:\n  selct: [journey-without-business-goal]\n")
    run("lint", "--fix")
    assert Path("x.cjm.yaml").read_text() == text


def test_standard_input_leaves_the_settings_alone() -> None:
    lay("cjm.yaml", "lint: {preset: minmal}\n")
    done = run("lint", "-", "--diff", given=TYPO)
    assert "touchpoints" in done.stdout
    assert "cjm.yaml" not in done.stdout
