"""The flow view: touchpoints in phases, with branches, loops, exits and shares.

The journey runs from left to right and wraps like a score, so that a long one stays
surveyable; a way into another row ends in a sign that names its goal. Graphviz lays
out the rows; it sees sizes and generated names only, and the drawing is ours.
"""

from cjm.layout.flow.answer import Layout, layouts
from cjm.layout.flow.dot import dot
from cjm.layout.flow.parts import rows
from cjm.layout.flow.place import place

__all__ = ["Layout", "dot", "layouts", "place", "rows"]
