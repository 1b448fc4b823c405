"""`git merge-file` as it is called."""

from pathlib import Path

import pytest

from cjm.errors import MissingTool, UsageError
from cjm.merger import Labels, Marks
from cjm.shell.merging import conflict_style, merge_lines


def test_lines_are_merged() -> None:
    assert merge_lines("a\nb\nc\nd\ne\n", "A\nb\nc\nd\ne\n", "a\nb\nc\nd\nE\n", Marks()) == (
        "A\nb\nc\nd\nE\n",
        False,
    )


def test_conflicts_are_marked_as_asked() -> None:
    marks = Marks("diff3", 9, Labels("one", "two", "three"))
    text = "<<<<<<<<< one\nx\n||||||||| two\na\n=========\ny\n>>>>>>>>> three\n"
    assert merge_lines("a\n", "x\n", "y\n", marks) == (text, True)


def test_what_is_no_utf8_comes_out_as_it_was() -> None:
    assert merge_lines("a\n", "a\n", "\udcff\n", Marks()) == ("\udcff\n", False)


def test_without_git_that_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert conflict_style() == "merge"
    with pytest.raises(MissingTool, match="git doesn't start"):
        merge_lines("a\n", "b\n", "c\n", Marks())


def test_what_git_refuses_is_said() -> None:
    with pytest.raises(UsageError, match="one of them is no text"):
        merge_lines("a\0\n", "b\0\n", "c\0\n", Marks())
