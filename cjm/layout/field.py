"""Where a curve is drawn."""

import msgspec

Place = tuple[int, float]


class Field(msgspec.Struct, frozen=True):
    """Where the lane is drawn: from `left` to `right`, one score every `step` from `baseline` up.

    Words are `width` wide at most. `before` and `after` are the neighbours beyond
    the edges, to which the curve runs on.
    """

    left: float
    right: float
    baseline: float
    step: float
    width: float
    before: Place | None = None
    after: Place | None = None

    def y(self, score: float) -> float:
        """The height of a score."""
        return self.baseline - score * self.step
