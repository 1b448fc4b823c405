"""A row of a flow → DOT, with the `graphviz` package. No text of an author's is in it."""

from functools import lru_cache
from itertools import pairwise

from cjm.layout.flow.parts import BOX, Edge, Row, label_size, sign_size, title_height

_INCH = 72
_NEXT = "100"  # how straight the way to the next touchpoint is, beside others' 60 and 1


def dot(row: Row) -> str:
    """The graph of a row for an engine: boxes of fixed sizes, a cluster a phase; one for rows of a shape."""
    from graphviz import Digraph

    drawn = Digraph(
        graph_attr={"rankdir": "LR", "ranksep": "0.42", "nodesep": "0.34", "splines": "true"},
        node_attr={"shape": "box", "fixedsize": "true", "label": "", "width": _inches(BOX)},
        edge_attr={"arrowhead": "none", "weight": _NEXT},
    )
    for place, piece in enumerate(row.pieces):
        with drawn.subgraph(name=f"cluster_{place}") as cluster:
            tall = int(title_height(piece))
            cluster.attr(label=_room(int(BOX) - 8, tall), margin="14", labelloc="t")
            for box in (column - row.first for column in piece.columns):
                cluster.body += _node(f"n{box}", height=_inches(row.boxes[box].height))
            if not piece.columns:
                cluster.body += _node(f"p{place}", height=_inches(40), style="invis")
    for sign in row.signs:
        drawn.body += _node(sign.name, **_size(*sign_size(sign)))
    for tail, head in _order(row):
        drawn.body += _way(tail, head, style="invis")
    for number, edge in enumerate(row.edges):
        drawn.body += _way(edge.tail, edge.head, id=str(number), **_edge(edge))
    return str(drawn.source)


@lru_cache(maxsize=1 << 11)  # journeys share most of their lines, and the package quotes each anew
def _node(name: str, **attributes: str) -> list[str]:
    from graphviz import Digraph

    line = Digraph()
    line.node(name, **attributes)
    return list(line.body)


@lru_cache(maxsize=1 << 11)
def _way(tail: str, head: str, **attributes: str) -> list[str]:
    from graphviz import Digraph

    line = Digraph()
    line.edge(tail, head, **attributes)
    return list(line.body)


def _order(row: Row) -> list[tuple[str, str]]:
    """Neighbours without a way between them, which have to stay neighbours all the same."""
    linked = {(edge.tail, edge.head) for edge in row.edges}
    names = [
        name
        for place, piece in enumerate(row.pieces)
        for name in ([f"n{column - row.first}" for column in piece.columns] or [f"p{place}"])
    ]
    return [pair for pair in pairwise(names) if pair not in linked]


def _edge(edge: Edge) -> dict[str, str]:
    attributes = {"label": _room(*label_size(edge))} if edge.label else {}
    if edge.back:
        # Over the boxes, so that it can't lie on the way that it reverses.
        return attributes | {"weight": "1", "tailport": "n", "headport": "n", "constraint": "false"}
    neighbours = edge.tail[0] == edge.head[0] == "n" and int(edge.head[1:]) == int(edge.tail[1:]) + 1
    if neighbours:
        return attributes
    return attributes | {"weight": "60" if edge.main or edge.tail[0] == "c" else "1"}


def _size(wide: float, tall: float) -> dict[str, str]:
    return {"width": _inches(wide), "height": _inches(tall)}


def _inches(pixels: float) -> str:
    return f"{pixels / _INCH:.4f}"


def _room(wide: int, tall: int) -> str:
    """An empty label of a size: the words are painted later."""
    return f'<<TABLE FIXEDSIZE="TRUE" WIDTH="{wide}" HEIGHT="{tall}"><TR><TD></TD></TR></TABLE>>'
