"""Advice on a board: the moves, places and figures in the words of the map.

In: a board, its journey, and what `cjm.advice` says of it. Out: the board with its
counsel. The board stands below that room, so what it reads of it is declared here.
"""

from collections.abc import Iterable, Sequence
from typing import Protocol

import msgspec

from cjm.board.arrange import keys
from cjm.board.counsel import Answer, Counsel, Missing, Part, Piece, Place, UnderWay
from cjm.board.sheet import Board
from cjm.languages import Language, date, number
from cjm.model.entities import Journey, Opportunity, Phase, Touchpoint

# A list of fifty is no advice; `cjm advise --verbose` has them all.
MOST = 12

# As `cjm.advice.weight` has them.
PARTS = ("depth", "severity", "remembered", "moment", "importance", "expectation", "dropoff")

_Thing = Journey | Phase | Touchpoint


class _Weight(Protocol):
    """Parts by name, and their sum."""

    @property
    def total(self) -> float: ...


class _Answered(Protocol):
    @property
    def point(self) -> Touchpoint: ...
    @property
    def opportunity(self) -> Opportunity: ...


class _Advice(Protocol):
    @property
    def move(self) -> str: ...
    @property
    def thing(self) -> _Thing: ...
    @property
    def why(self) -> tuple[str, ...]: ...
    @property
    def answer(self) -> str: ...
    @property
    def hints(self) -> tuple[str, ...]: ...
    @property
    def weight(self) -> _Weight: ...
    @property
    def answers(self) -> Sequence[_Answered]: ...


class _Unknown(Protocol):
    @property
    def message(self) -> str: ...
    @property
    def help(self) -> str: ...
    @property
    def moves(self) -> tuple[str, ...]: ...


def advised(board: Board, journey: Journey, advice: Iterable[_Advice], unknowns: Iterable[_Unknown]) -> Board:
    """The board with the advice for its journey, in the order that it was given in."""
    words = _Words(board, journey)
    told = list(advice)
    asked = [each for each in told if not each.answers]
    counsel = Counsel(
        pieces=tuple(words.piece(each) for each in asked[:MOST]),
        total=len(asked),
        under_way=tuple(words.under_way(each) for each in told if each.answers),
        missing=tuple(
            Missing(each.message, each.help, tuple(map(words.move, each.moves))) for each in unknowns
        ),
        scale=_scale(journey, board.language),
    )
    return msgspec.structs.replace(board, counsel=counsel)


def _scale(journey: Journey, language: Language) -> tuple[str, str] | None:
    low, high = journey.emotion_scale
    return None if (low, high) == (-2, 2) else (number(low, language), number(high, language))


class _Words:
    """What places and opportunities are called on this board."""

    def __init__(self, board: Board, journey: Journey) -> None:
        self.board = board
        self.columns = {column.id: column for column in board.columns}
        self.heads = {head.id: head for head in board.phases}
        self.keys = keys(journey, board.language)

    def move(self, id: str) -> str:
        return self.board.label(f"move_{id.replace('-', '_')}")

    def place(self, thing: _Thing) -> Place:
        match thing:
            case Touchpoint():
                column = self.columns[thing.id]
                return Place(column.number, column.name, column.anchor)
            case Phase():
                head = self.heads[thing.id]
                return Place(str(head.number), head.name)
            case Journey():
                return Place("", self.board.label("gaps_whole"))

    def piece(self, advice: _Advice) -> Piece:
        language, weight = self.board.language, advice.weight
        parts = [(part, getattr(weight, part)) for part in PARTS]
        return Piece(
            move=self.move(advice.move),
            place=self.place(advice.thing),
            why=advice.why,
            answer=advice.answer,
            hints=advice.hints,
            weight=number(weight.total, language) if weight.total else "",
            parts=tuple(
                Part(self.board.label(f"weight_{name}"), number(size, language), size)
                for name, size in parts
                if size
            ),
        )

    def under_way(self, advice: _Advice) -> UnderWay:
        answers = tuple(self.answer(each, advice.thing) for each in advice.answers)
        return UnderWay(self.move(advice.move), self.place(advice.thing), answers)

    def answer(self, answered: _Answered, thing: _Thing) -> Answer:
        found = answered.opportunity
        progress = self.board.label(found.status)
        if found.due and found.status in ("planned", "doing"):
            by = self.board.label("advice_due").format(date=date(found.due, self.board.language))
            progress = f"{progress}, {by}"
        place = None if answered.point is thing else self.place(answered.point)
        return Answer(self.keys[id(found)], found.text, found.status, progress, place)
