"""What is on a sheet, whatever the medium.

In: a resolved journey and its findings. Out: a `Board` of lanes × columns in the
map's language; layout places it, the page paints it.
"""

from cjm.board.arrange import arrange
from cjm.board.sheet import Board

__all__ = ["Board", "arrange"]
