"""The head of a sheet: what it is, who travels, and the figures over the map."""

from collections.abc import Iterator

from cjm.board.lanes import Context
from cjm.board.sheet import Block, Column, Head, Picture, Summary, Tone
from cjm.board.words import capital, quoted
from cjm.languages import date, plural
from cjm.measures import Extremes, extremes
from cjm.model.entities import Journey, Persona


def kicker(context: Context, benchmark: Journey | None = None, *, compared: bool = False) -> str:
    """«Customer journey · future state · compared with …», if it can be: the state where the file says it."""
    journey = context.journey
    kind = context.label(f"kind_{journey.kind}")
    parts = [kind, *([context.label(f"state_{journey.state}")] if journey.wrote("state") else [])]
    if benchmark is not None:
        key = "compared_with" if compared else "not_compared"
        parts.append(context.label(key).format(journey=benchmark.title))
    return " · ".join(parts)


def blocks(context: Context, pictures: dict[str, Picture]) -> tuple[Block, ...]:
    """Persona, scenario, expectation, wants and facts; those without content are left out."""
    journey = context.journey
    made = [_persona(context, persona, pictures) for persona in journey.personas]
    if journey.scenario:
        made.append(Block("scenario", context.label("scenario"), lines=(journey.scenario,)))
    if expected := tuple(_expectations(context)):
        made.append(Block("expectation", context.label("expectation"), lines=expected))
    if wants := _wants(journey):
        made.append(Block("wants", context.label("goals"), lines=wants))
    if facts := tuple(_facts(context)):
        made.append(Block("facts", context.label("about"), facts=facts))
    return tuple(made)


def _persona(context: Context, persona: Persona, pictures: dict[str, Picture]) -> Block:
    about = tuple(text for text in (persona.role, persona.segment) if text)
    return Block(
        "persona",
        context.label("persona"),
        title=persona.name,
        lines=about,
        quote=quoted(persona.quote, context.language) if persona.quote else "",
        picture=pictures.get(persona.image.file) if persona.image else None,
    )


def _expectations(context: Context) -> Iterator[str]:
    for expected in context.journey.expectations:
        origin = context.label(f"from_{expected.source.replace('-', '_')}") if expected.source else ""
        yield f"{expected.text} ({origin})" if origin else expected.text


def _wants(journey: Journey) -> tuple[str, ...]:
    goals = journey.personas[0].goals if len(journey.personas) == 1 else ()
    return tuple(dict.fromkeys(text for text in (journey.goal, *goals) if text))


def _facts(context: Context) -> Iterator[tuple[str, str]]:
    journey = context.journey
    if journey.owner is not None and journey.owner.responsible:
        yield context.label("owner"), context.department(journey.owner.responsible)
    if journey.reviewed is not None:
        yield context.label("reviewed"), date(journey.reviewed, context.language)
    if journey.status is not None:
        yield context.label("status"), context.label(f"status_{journey.status}")
    if journey.scope is not None and journey.scope.starts:
        yield context.label("starts"), journey.scope.starts
    if journey.scope is not None and journey.scope.ends:
        yield context.label("ends"), journey.scope.ends


def summaries(
    context: Context, heads: tuple[Head, ...], columns: tuple[Column, ...], benchmark: Journey | None = None
) -> tuple[Summary, ...]:
    """Touchpoints, moments of truth, peak, lowest point, ending, open gaps."""
    language = context.language
    made = [Summary(context.label("touchpoints"), str(len(columns)), plural("phases", len(heads), language))]
    signs = [column.point.impact for column in columns if column.moment]
    if signs:
        counts = [
            ("positive", sum(sign > 0 for sign in signs)),
            ("negative", sum(sign < 0 for sign in signs)),
        ]
        note = ", ".join(plural(key, count, language) for key, count in counts if count)
        made.append(Summary(context.label("moments"), str(len(signs)), note))
    found = _remembered(context.journey, benchmark)
    for key, touchpoint in (("peak", found.peak), ("low", found.low), ("ending", found.ending)):
        index = next(
            (n for n, column in enumerate(columns) if touchpoint and column.id == touchpoint.id), None
        )
        if index is not None:
            column = columns[index]
            score = column.point.score or 0
            tone: Tone = "positive" if score > 0 else "negative" if score < 0 else ""
            made.append(
                Summary(
                    capital(context.label(key)),
                    column.point.word,
                    f"{column.number} {column.name}",
                    tone,
                    index,
                    _change(context, benchmark, key, score),
                )
            )
    gaps = [gap for found_gaps in context.gaps.values() for gap in found_gaps]
    if gaps:
        kinds = [("errors", "error"), ("warnings", "warning"), ("notes", "info")]
        tally = [(key, sum(gap.severity == severity for gap in gaps)) for key, severity in kinds]
        note = ", ".join(plural(key, count, language) for key, count in tally if count)
        made.append(Summary(context.label("open_gaps"), str(len(gaps)), note))
    return tuple(made)


def _remembered(journey: Journey, benchmark: Journey | None) -> Extremes:
    if benchmark is None:
        return extremes(journey)
    from cjm.board.benchmark import remembered

    return remembered(journey, benchmark)


def _change(context: Context, benchmark: Journey | None, key: str, score: float) -> str:
    if benchmark is None:
        return ""
    from cjm.board.benchmark import change

    return change(context, benchmark, key, score)
