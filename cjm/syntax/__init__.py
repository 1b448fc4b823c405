"""YAML text → a tree of frozen nodes, each with its span, and the comments.

The only room that knows ruamel.yaml. Nothing in it raises on any text.
"""

from cjm.syntax.builder import uncarried
from cjm.syntax.nodes import Comment, Entry, Mapping, Node, Scalar, Sequence
from cjm.syntax.parser import NO_LINE_END, Parsed, parse

__all__ = [
    "NO_LINE_END",
    "Comment",
    "Entry",
    "Mapping",
    "Node",
    "Parsed",
    "Scalar",
    "Sequence",
    "parse",
    "uncarried",
]
