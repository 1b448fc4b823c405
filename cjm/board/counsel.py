"""The parts of a page's advice. Texts are final, as those of `cjm.board.sheet` are."""

import msgspec


class Place(msgspec.Struct, frozen=True):
    """Where: a touchpoint with its anchor, a phase, or (without a number) the whole journey."""

    number: str
    name: str
    anchor: str = ""


class Part(msgspec.Struct, frozen=True):
    """A part of a weight: its name, its figure as drawn, and the figure itself."""

    label: str
    value: str
    size: float


class Piece(msgspec.Struct, frozen=True):
    """One move at one place, the reasons, and what to try; `weight` is "" where nothing weighs."""

    move: str
    place: Place
    why: tuple[str, ...]
    answer: str
    hints: tuple[str, ...]
    weight: str
    parts: tuple[Part, ...]


class Answer(msgspec.Struct, frozen=True):
    """An opportunity that makes a move: its key on the map, and how far it is.

    `place` is where it stands, if that isn't where the move was asked for.
    """

    key: str
    text: str
    status: str
    progress: str
    place: Place | None = None


class UnderWay(msgspec.Struct, frozen=True):
    """A move that opportunities make already."""

    move: str
    place: Place
    answers: tuple[Answer, ...]


class Missing(msgspec.Struct, frozen=True):
    """What the map doesn't say, what to write, and the names of the moves that wait for it."""

    message: str
    help: str
    moves: tuple[str, ...]


class Counsel(msgspec.Struct, frozen=True):
    """All advice for a journey; `total` counts the pieces that are left out as well.

    `scale` is that of the scores in the reasons, where it is the author's own: from, to.
    """

    pieces: tuple[Piece, ...] = ()
    total: int = 0
    under_way: tuple[UnderWay, ...] = ()
    missing: tuple[Missing, ...] = ()
    scale: tuple[str, str] | None = None

    @property
    def more(self) -> int:
        """How many weigh less than those that are told."""
        return self.total - len(self.pieces)
