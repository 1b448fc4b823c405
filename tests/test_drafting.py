"""What the engine said of a row's shape is remembered, also while others forget it."""

import json
from types import SimpleNamespace

from cjm import drafting

POINT = {"name": "n0", "pos": "1,2"}


def draft(*graphs: str) -> drafting.Draft:
    """A journey whose flow has rows of these graphs."""
    return SimpleNamespace(flow=[(None, graph) for graph in graphs])  # type: ignore[return-value]


def test_a_layout_that_is_forgotten_while_the_engine_runs_is_still_given() -> None:
    asked: list[str] = []

    def engine(dot: str) -> bytes:
        graphs = dot.splitlines()
        asked.append(dot)
        if dot == "b\n":  # as another thread of a cluster's worker would
            for start in range(0, 3000, 600):
                drafting.laid_out([draft(*(f"{number}\n" for number in range(start, start + 600)))], engine)
        return "\n".join(json.dumps({"objects": [POINT]}, indent=0) for _ in graphs).encode()

    drafting.laid_out([draft("a\n")], engine)
    [[first, second]] = drafting.laid_out([draft("a\n", "b\n")], engine)
    assert first.nodes == second.nodes == {"n0": (1, -2)}
    assert asked[:2] == ["a\n", "b\n"]
    drafting.laid_out([draft("a\n")], engine)
    assert asked[-1] == "a\n"  # it was forgotten, so that no more than some are kept
