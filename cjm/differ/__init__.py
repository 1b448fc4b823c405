"""Two versions of a journey → what changed in its meaning, and what that did.

In: resolved journeys with their projects. Out: a `Difference`. What layout, comments and other
spellings of the same change is no change. Which keys there are, the table of keys says.
"""

from cjm.differ.change import Change, Comparison, Difference, Effects, Side
from cjm.differ.compare import compare
from cjm.differ.effects import effects

__all__ = ["Change", "Comparison", "Difference", "Effects", "Side", "compare", "effects"]
