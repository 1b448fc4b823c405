"""Engines that work, fail, hang and aren't there."""

import os
import sys
from pathlib import Path

import pytest

from cjm.errors import MissingTool
from cjm.shell import graphviz


def lay(*paths: str, text: str = "journey: X\n") -> None:
    """Files with something in them."""
    for path in paths:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(text, encoding="utf-8")


def test_the_engine_lays_out() -> None:
    assert b'"objects"' in graphviz.run_dot("digraph { a -> b }")


def test_an_engine_of_any_path_gets_dot_and_little_else(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay("engine", text='#!/bin/sh\necho "$*"; cat; env\n')
    os.chmod("engine", 0o755)
    monkeypatch.setenv("A_SECRET", "x")
    said = graphviz.run_dot("digraph {}\n", str(here / "engine")).decode().splitlines()
    assert said[:2] == ["-Tjson0", "digraph {}"]
    assert "SERVER_NAME=cjm" in said
    assert "A_SECRET" not in "".join(said)


@pytest.mark.parametrize(
    ("engine", "message", "help"),
    [
        ("no-such-engine", "'no-such-engine' isn't installed", "choose --engine graphviz-pure, or leave"),
        ("./nothing", "'./nothing' isn't installed", "--view map -f svg"),
        ("./failing", "'./failing' failed: Error: at line 1", "--view map"),
        ("./silent", "'./silent' failed: exit code 3", "--view map"),
        ("./plain", "'./plain' doesn't start: Permission denied", "--view map"),
    ],
)
def test_an_engine_that_is_missing_or_fails(here: Path, engine: str, message: str, help: str) -> None:
    lay("failing", text="#!/bin/sh\necho 'Error: at line 1' >&2; echo more >&2; exit 1\n")
    lay("silent", text="#!/bin/sh\nexit 3\n")
    lay("plain")
    os.chmod("failing", 0o755)
    os.chmod("silent", 0o755)
    with pytest.raises(MissingTool) as caught:
        graphviz.run_dot("digraph {}", engine)
    assert str(caught.value) == f"the Graphviz engine {message}"
    assert help in caught.value.help


def test_a_broken_graph_is_the_engines_failure() -> None:
    with pytest.raises(MissingTool, match="failed: Error"):
        graphviz.run_dot("digraph { a -> ")


def test_an_engine_that_never_ends_is_ended(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay("slow", text="#!/bin/sh\nexec sleep 60\n")
    os.chmod("slow", 0o755)
    monkeypatch.setattr(graphviz, "SECONDS", 0.2)
    with pytest.raises(MissingTool, match="took longer than"):
        graphviz.run_dot("digraph {}", "./slow")


def test_the_default_engine_says_how_to_get_it(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(here / "python"))
    monkeypatch.setenv("PATH", str(here))
    with pytest.raises(MissingTool) as caught:
        graphviz.run_dot("digraph {}")
    assert str(caught.value) == "the Graphviz engine 'graphviz-pure' isn't installed"
    assert caught.value.help == (
        "pip install graphviz-pure, or choose --engine dot, or leave the flow out with --view map -f svg"
    )
