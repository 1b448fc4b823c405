"""Where a curve is drawn."""

import msgspec

Place = tuple[int, float]


class Field(msgspec.Struct, frozen=True):
    """Where the lane is drawn: from `left` to `right`, one score every `step` from `baseline` up.

    Words are `width` wide at most, and stay off the `borders` between phases. `before` and
    `after` are the neighbours beyond the edges, to which the curve runs on.
    """

    left: float
    right: float
    baseline: float
    step: float
    width: float
    before: Place | None = None
    after: Place | None = None
    borders: tuple[float, ...] = ()

    def y(self, score: float) -> float:
        """The height of a score."""
        return self.baseline - score * self.step

    def span(self, x: float) -> tuple[float, float]:
        """From where to where words at a place may reach: between its phase's borders, or to the edges."""
        left = max((border + 6 for border in self.borders if border <= x), default=self.left)
        return left, min((border - 6 for border in self.borders if border > x), default=self.right)
