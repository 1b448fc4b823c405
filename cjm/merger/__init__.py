"""Two edited journeys → one, by id where git merges by line.

In: three texts and a way to merge lines. Out: a `Merged`. Everything that either side added or
changed is in its text; where people must decide, between git's own conflict marks.
"""

from cjm.merger.merge import Merged, merge
from cjm.merger.pieces import STYLES, Labels, Marks, MergeLines

__all__ = ["STYLES", "Labels", "Marks", "MergeLines", "Merged", "merge"]
