"""Journeys that are compared: by several personas, or with another journey."""

from cjm import pipeline
from cjm.board.arrange import arrange
from cjm.board.sheet import Board
from cjm.pipeline import Checked
from cjm.source import Source

NAMES = ("Ann", "Bob", "Cas", "Dirk", "Eve", "Frits", "Gerrit-Jan van der Meulen", "Hilde")

TODAY = """journey: Today
id: today
phases:
  - name: Buy
    touchpoints:
      - {name: Look, id: look, channel: store, emotion: {score: 1, feeling: keen}}
      - {name: Queue, id: queue, channel: store, emotion: {score: -2, feeling: stuck}}
      - {name: Pay, id: pay, channel: store, emotion: {score: -1, feeling: cheated}}
"""

TOMORROW = """journey: Tomorrow
id: tomorrow
state: future
benchmark: today.cjm.yaml
phases:
  - name: Buy
    touchpoints:
      - {name: Look, id: look, channel: store, emotion: {score: 1.5, feeling: eager}}
      - {name: Try on, id: fit, channel: store, emotion: {score: 2, feeling: radiant}}
      - {name: Walk through, id: walk, was: queue, channel: store, emotion: {score: -0.5, feeling: alert}}
      - {name: Pay, id: pay, channel: store, emotion: {score: 1, feeling: sure}}
"""


def checked(text: str, other: str = "") -> Checked:
    """A journey and, beside it, `today.cjm.yaml`."""
    others = (Source("today.cjm.yaml", other),) if other else ()
    found = pipeline.check(
        pipeline.Workspace(".", None, (Source("x.cjm.yaml", text),), others), lambda _folder, _target: ""
    )
    assert not found.diagnostics, [problem.message for problem in found.diagnostics]
    return found


def board(text: str, other: str = "") -> Board:
    """The board of the first."""
    found = checked(text, other)
    journey = next(each for each in found.project.journeys if each.path == "x.cjm.yaml")
    return arrange(journey, [], found.project.benchmarks.get(journey.path))


def company(personas: int, *, missing: bool = False, top: str = "") -> str:
    """A journey of twelve touchpoints through which so many travel, each with words of their own."""
    names = NAMES[:personas]
    rows = ""
    for n in range(12):
        felt = ", ".join(
            f"{name.split()[0].lower()}: {{score: {((n * 5 + m * 3) % 9 - 4) / 2}, feeling: feeling {n} {m}}}"
            for m, name in enumerate(names)
            if not missing or (n + m) % 7 != 3
        )
        rows += "  - name: Phase\n    touchpoints:\n" if n % 4 == 0 else ""
        rows += f"      - {{name: Touchpoint {n}, channel: store, emotions: {{{felt}}}}}\n"
    who = ", ".join(f"{{id: {name.split()[0].lower()}, name: {name}}}" for name in names)
    return f"journey: Company\n{top}personas: [{who}]\nphases:\n{rows}"
