"""The customer journey canvas: expectations, experiences, engagement. Texts are final.

Source: Michels, 2019, p. 137. The experiences are the columns of the board.
"""

import msgspec


class Expected(msgspec.Struct, frozen=True):
    """What is expected, and how good that is: `+1 happy`, or empty."""

    text: str
    level: str = ""


class Origin(msgspec.Struct, frozen=True):
    """Where expectations come from, and which do."""

    label: str
    expectations: tuple[Expected, ...]


class Satisfaction(msgspec.Struct, frozen=True):
    """Means on −2…2 of what was expected and experienced, how they compare, and of how many, in words."""

    expected: float
    experienced: float
    verdict: str
    basis: str


class Shortfall(msgspec.Struct, frozen=True):
    """A column where something else was expected than experienced: how far from it, −4…4."""

    column: int
    difference: float


class Outcome(msgspec.Struct, frozen=True):
    """What customers do after a phase, and by what it is measured, with the value; either may be empty."""

    phase: int
    behaviour: str
    metric: str


class Canvas(msgspec.Struct, frozen=True):
    """The three parts; `gap` says that expectations are missing, where the linter found it.

    `outcomes` is None where they aren't for those who see it.
    """

    origins: tuple[Origin, ...]
    satisfaction: Satisfaction | None
    surprises: tuple[Shortfall, ...]
    outcomes: tuple[Outcome, ...] | None
    gap: str = ""
