"""What a page tells in tables: owners, opportunities, metrics, evidence.

In: a board and the context that it was made from. Out: the board with its tables.
"""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from cjm.board.arrange_owners import arrange_owners
from cjm.board.counsel import Place
from cjm.board.lanes import Context
from cjm.board.measured import measured
from cjm.board.script import lines
from cjm.board.sheet import Board
from cjm.board.tables import Footing, Footings, Ground, Holding, Idea, Tables
from cjm.board.words import capital
from cjm.languages import date, plural, signed
from cjm.measures import certainty, evidence_of, is_hypothesis, open_opportunities, responsible, scored
from cjm.model.entities import Evidence, Touchpoint
from cjm.model.evidence import strength
from cjm.model.identity import subject
from cjm.source import Source
from cjm.syntax import parse


def tabled(board: Board, context: Context, source: Source | None = None) -> Board:
    """The board with its tables; `source` is what to publish of it, if anything."""
    places = [Place(column.number, column.name, column.anchor) for column in board.columns]
    owners = board.owners or arrange_owners(context)
    return replace(
        board,
        owners=owners,
        tables=Tables(
            holdings=dict(_holdings(context)) if owners else {},
            ideas=tuple(sorted(_ideas(context, places), key=_rank)),
            metrics=tuple(measured(context, places)),
            grounds=tuple(_grounds(context, places)),
            footings=tuple(_footings(context, places)),
            source=lines(source, parse(source)) if source else (),
        ),
    )


def _holdings(context: Context) -> Iterator[tuple[str, Holding]]:
    held: dict[str | None, list[Touchpoint]] = {}
    for phase in context.journey.phases:
        for point in phase.touchpoints:
            held.setdefault(responsible(phase, point), []).append(point)
    for owner, points in held.items():
        yield context.department(owner), _holding(context, points)


def _holding(context: Context, points: list[Touchpoint]) -> Holding:
    scores = [found.score for point in points if (found := scored(point, context.journey))]
    mean = round(sum(scores) / len(scores), 1) if scores else None
    chances = sum(found.status != "done" for point in points for found in open_opportunities(point))
    return Holding(
        touchpoints=len(points),
        mean="" if mean is None else signed(mean, context.language),
        pains=sum(len(point.pains) for point in points),
        chances=chances,
    )


def _rank(idea: Idea) -> tuple[bool, int, int]:
    """Most impact for least effort first; at the end what isn't estimated."""
    if idea.impact is None or idea.effort is None:
        return True, -(idea.impact or 0), idea.effort or 0
    return False, idea.effort - idea.impact, -idea.impact


def _ideas(context: Context, places: list[Place]) -> Iterator[Idea]:
    number = 0
    for column, point in enumerate(context.journey.touchpoints):
        for found in point.opportunities:
            number += 1
            gap = context.gap("opportunity-without-owner", *subject(context.journey, point, found)[1:])
            yield Idea(
                number=number,
                key=context.keys[id(found)],
                text=found.text,
                column=column,
                place=places[column],
                impact=found.impact,
                effort=found.effort,
                status=found.status,
                status_label=context.label(found.status),
                due=date(found.due, context.language) if found.due else "",
                owner=context.department(found.owner),
                slot=context.slots.get(found.owner or "", 0),
                gap=gap.label if gap else "",
            )


def _grounds(context: Context, places: list[Place]) -> Iterator[Ground]:
    """The strongest first; a source of a library that nothing here rests on isn't this journey's."""
    journey = context.journey
    resting: dict[str, list[Place]] = {}
    column = 0
    for phase in journey.phases:
        for point in phase.touchpoints:
            for source in evidence_of(phase, point, journey):
                resting.setdefault(source.id, []).append(places[column])
            column += 1
    own = journey.named.get("evidence", ())
    found = [source for source in journey.evidence if source.id in own or source.id in resting]
    for source in sorted(found, key=lambda source: -strength([source.kind])):
        yield _ground(context, source, tuple(resting.get(source.id, ())))


def _ground(context: Context, source: Evidence, places: tuple[Place, ...]) -> Ground:
    kind = capital(context.label(f"evidence_{source.kind.replace('-', '_') or 'research'}"))
    size = (
        "" if source.participants is None else plural("participants", source.participants, context.language)
    )
    return Ground(
        title=source.title or kind,
        kind=kind,
        bars=strength([source.kind]),
        date=date(source.date, context.language) if source.date else "",
        size=size,
        link=source.link,
        places=places,
        others=tuple(_others(context, source.id)),
    )


def _others(context: Context, source: str) -> Iterable[str]:
    return (persona.name for persona in context.journey.personas if source in persona.evidence)


def _footings(context: Context, places: list[Place]) -> Iterator[Footings]:
    """None in a journey that names no evidence at all: then there is nothing to tell apart."""
    journey = context.journey
    column = 0
    for number, phase in enumerate(journey.phases if journey.evidence else (), 1):
        found = []
        for point in phase.touchpoints:
            weak = ""
            if not evidence_of(phase, point, journey):
                weak = context.label("rests_on_nothing")
            elif is_hypothesis(phase, point, journey):
                weak = context.label("rests_on_assumption")
            found.append(Footing(places[column], certainty(phase, point, journey), weak))
            column += 1
        if found:
            yield Footings(number, phase.name, tuple(found))
