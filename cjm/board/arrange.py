"""Journey × findings → Board."""

from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType

from msgspec.structs import replace

from cjm.board import gaps
from cjm.board.curves import beside, curves
from cjm.board.details import details
from cjm.board.head import blocks, kicker, summaries
from cjm.board.lanes import Context, lanes
from cjm.board.legend import legend
from cjm.board.route import branches, inside, ways
from cjm.board.sheet import Band, Board, Column, Curve, Head, Lane, Picture, Point
from cjm.board.words import capital, together
from cjm.diagnostics import Diagnostic
from cjm.languages import Language, language, signed
from cjm.languages.rewording import reworded
from cjm.measures import responsible
from cjm.model.entities import DEPARTMENT_COLOURS, Framework, Journey, Phase
from cjm.source import Source, file_name

SLOTS = len(DEPARTMENT_COLOURS)


def arrange(
    journey: Journey,
    findings: Iterable[Diagnostic],
    benchmark: Journey | None = None,
    pictures: dict[str, Picture] | None = None,
    views: Collection[str] = (),
    frameworks: Mapping[str, Framework] = MappingProxyType({}),
    source: Source | None = None,
    vocabulary: Mapping[str, str] = MappingProxyType({}),
) -> Board:
    """The board of a resolved journey; `pictures` maps an image's file to what is drawn of it.

    What only some views need is there for those of `views`; `frameworks` are one's own, by id.
    With the journey's `source` a gap knows its line in it. `vocabulary` has words for labels.
    """
    context = in_context(journey, findings, source, vocabulary)
    words = context.language
    drawn = lanes(context)
    lines = curves(context, benchmark)
    bands = _bands(context) if journey.departments else ()
    columns = _columns(context, drawn, lines, pictures or {})
    heads = tuple(_heads(context))
    compared = benchmark if any(curve.benchmark for curve in lines) else None
    board = Board(
        id=journey.id,
        title=journey.title,
        kicker=kicker(context, benchmark, compared=bool(compared)),
        language=words,
        file=file_name(journey.path),
        description=_describe(heads, columns, words),
        blocks=blocks(context, pictures or {}),
        phases=heads,
        columns=columns,
        curves=lines,
        lanes=drawn,
        bands=bands,
        figures=summaries(context, heads, columns, compared),
        legend=legend(columns, lines, drawn, heads, bands),
        gaps=gaps.regions(context.gaps, heads, columns, context.label("gaps_whole")),
        colours=_own_colours(journey),
    )
    return _with(board, context, views, frameworks)


def _with(
    board: Board, context: Context, views: Collection[str], frameworks: Mapping[str, Framework]
) -> Board:
    """The board with what some views show beyond the map."""
    more: dict[str, object] = {}
    if "owners" in views:
        from cjm.board.arrange_owners import arrange_owners

        more["owners"] = arrange_owners(context)
    if "media" in views:
        from cjm.board.arrange_media import arrange_media

        more["media"] = arrange_media(context, frameworks)
    if "canvas" in views:
        from cjm.board.arrange_canvas import arrange_canvas

        more["canvas"] = arrange_canvas(context, board.curves[0] if board.curves else None)
    return replace(board, **more) if more else board


def in_context(
    journey: Journey,
    findings: Iterable[Diagnostic],
    source: Source | None = None,
    vocabulary: Mapping[str, str] = MappingProxyType({}),
) -> Context:
    """What every cell is made from; with the `source` a gap knows its line."""
    words = reworded(language(journey.language), vocabulary)
    found = gaps.pictures(findings, words, source)
    names = {department.id: department.name for department in journey.departments}
    return Context(journey, words, found, keys(journey, words), _slots(journey), names)


def keys(journey: Journey, words: Language) -> dict[int, str]:
    """A short key for every opportunity, in the order of the file: K1, K2, …"""
    found = [one for point in journey.touchpoints for one in point.opportunities]
    return {id(one): words.labels["opportunity_key"].format(n=number) for number, one in enumerate(found, 1)}


def _own_colours(journey: Journey) -> tuple[str, ...]:
    """The colours that departments have for themselves, each once."""
    said = (department.colour for department in journey.departments)
    return tuple(dict.fromkeys(colour for colour in said if colour.startswith("#")))


def _slots(journey: Journey) -> dict[str, int]:
    """A department's colour: the one it names, one of its own behind those of the palette, or the next.

    Next is by its place in the list, so that a new one at the end recolours none.
    """
    palette = {name: slot for slot, name in enumerate(DEPARTMENT_COLOURS)}
    palette |= {colour: slot for slot, colour in enumerate(_own_colours(journey), SLOTS)}
    named = {one.id: palette[one.colour] for one in journey.departments if one.colour}
    free = [slot for slot in range(SLOTS) if slot not in named.values()] or list(range(SLOTS))
    others = [one.id for one in journey.departments if one.id not in named]
    return named | {id: free[place % len(free)] for place, id in enumerate(others)}


def _columns(
    context: Context, drawn: tuple[Lane, ...], lines: tuple[Curve, ...], pictures: dict[str, Picture]
) -> tuple[Column, ...]:
    journey = context.journey
    numbers = [
        f"{number}.{place}"
        for number, phase in enumerate(journey.phases, 1)
        for place in range(1, len(phase.touchpoints) + 1)
    ]
    places = [(number, phase) for number, phase in enumerate(journey.phases) for _ in phase.touchpoints]
    points = list(journey.touchpoints)
    found_gaps = gaps.by_thing(context.gaps)
    columns = []
    for index, point in enumerate(points):
        found = ways(context, points, index)
        curve_point = lines[0].points[index] if lines else Point(None, impact=0)
        columns.append(
            Column(
                id=point.id,
                number=numbers[index],
                name=point.name,
                action=point.action,
                phase=places[index][0],
                point=curve_point,
                moment=context.label("moment") if point.moment_of_truth is not None else "",
                ways=found,
                branches=branches(context.label("exit"), found, numbers, index),
                details=details(context, places[index][1], point, drawn, index),
                gaps=found_gaps.get(point.id, ()),
                picture=pictures.get(point.image.file) if point.image else None,
                beside=beside(context, lines, index),
                inside=inside(context, point),
            )
        )
    return tuple(columns)


def _heads(context: Context) -> Iterable[Head]:
    first = 0
    for number, phase in enumerate(context.journey.phases, 1):
        end = first + len(phase.touchpoints)
        owner = responsible(phase)
        yield Head(
            id=phase.id,
            number=number,
            name=phase.name,
            goal=phase.goal,
            owner=context.department(owner),
            slot=context.slots.get(owner or "", 0),
            first=first,
            end=end,
            gap=context.gap("phase-without-owner", phase.id) if context.journey.departments else None,
            extra=tuple(_extra(context, phase)),
        )
        first = end


def _extra(context: Context, phase: Phase) -> Iterable[tuple[str, str]]:
    if phase.duration is not None:
        yield context.label("duration"), together(phase.duration, context.language)
    if phase.crm:
        yield context.label("crm"), phase.crm
    if phase.engagement is not None and phase.engagement.behaviour:
        yield context.label("engagement"), phase.engagement.behaviour


def _bands(context: Context) -> tuple[Band, ...]:
    """Runs of neighbours with one owner, broken at phases; a gap where the linter found one."""
    bands: list[Band] = []
    column = 0
    for phase in context.journey.phases:
        start = len(bands)
        for point in phase.touchpoints:
            owner = responsible(phase, point)
            gap = None
            if owner is None:
                gap = context.gap("phase-without-owner", phase.id)
                gap = gap or context.gap("moment-of-truth-without-owner", point.id)
            band = Band(column, column, context.department(owner), context.slots.get(owner or "", 0), gap)
            last = bands[-1] if len(bands) > start else None
            if last is not None and (last.name, last.gap) == (band.name, band.gap):
                bands[-1] = Band(last.first, column, last.name, last.slot, last.gap)
            else:
                bands.append(band)
            column += 1
    return tuple(band for band in bands if band.name or band.gap)


def _describe(heads: tuple[Head, ...], columns: tuple[Column, ...], words: Language) -> str:
    """The whole journey as sentences, for whoever can't see it."""
    sentences = []
    for head in heads:
        parts = [_spoken(column, words) for column in columns[head.first : head.end]]
        name = f"{capital(words.labels['phase'])} {head.number}, {head.name}"
        sentences.append(f"{name}: {'; '.join(parts)}." if parts else f"{name}.")
    return " ".join(sentences)


def _spoken(column: Column, words: Language) -> str:
    point = column.point
    said = [] if point.score is None else [point.word, signed(point.score, words)]
    if point.impact:
        said.append(words.labels["moment_positive" if point.impact > 0 else "moment_negative"])
    said += column.beside
    return f"{column.number} {column.name}" + (f" ({', '.join(said)})" if said else "")
