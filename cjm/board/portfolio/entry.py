"""What the portfolio holds of one journey: compact, as it is kept with the record of a build.

In: a journey, its board, its findings. Out: `Entry`, whose texts are the journey's own; words of
the language, numbers and dates are left to the page, which is in one language for all.
"""

import datetime
from collections.abc import Collection, Iterator

import msgspec

from cjm.board.lanes import Context
from cjm.board.sheet import Board
from cjm.board.words import metric_of
from cjm.diagnostics import Diagnostic, Severity
from cjm.grammar.quantities import Quantity
from cjm.measures import answered, extremes, misses_target, responsible, review_due
from cjm.model.entities import MetricValue, Phase, Touchpoint
from cjm.model.frameworks import framework
from cjm.model.identity import subject


class Contact(msgspec.Struct, frozen=True, array_like=True):
    """A touchpoint; `phase`, `owner` and `channels` are places in the entry's lists, -1 for nobody.

    Score −2…2 or None, impact of a moment of truth −1, 0, 1; `assumed` as on the curve.
    """

    id: str
    number: str
    name: str
    phase: int
    score: float | None
    word: str = ""
    impact: int = 0
    assumed: bool = False
    owner: int = -1
    channels: tuple[int, ...] = ()


class Chance(msgspec.Struct, frozen=True, array_like=True):
    """An opportunity at a contact; `missing` where the linter misses its owner."""

    contact: int
    key: str
    text: str
    impact: int | None
    effort: int | None
    status: str
    owner: int = -1
    due: datetime.date | None = None
    missing: bool = False


class Hurt(msgspec.Struct, frozen=True, array_like=True):
    """A pain at a contact: 1…5, whether an opportunity answers it, and why it is accepted."""

    contact: int
    text: str
    severity: int | None
    answered: bool
    accepted: str = ""


class Proof(msgspec.Struct, frozen=True, array_like=True):
    """A source that something rests on."""

    kind: str
    title: str
    date: datetime.date | None = None


class Measure(msgspec.Struct, frozen=True, array_like=True):
    """A measured value at a contact, or (-1) in a phase, of a metric from `least` to `most`.

    `missed` is None where nothing tells.
    """

    contact: int
    phase: int
    metric: str
    name: str
    unit: str
    least: float | None
    most: float | None
    value: Quantity
    target: Quantity | None = None
    benchmark: Quantity | None = None
    missed: bool | None = None


class Gaps(msgspec.Struct, frozen=True, array_like=True):
    """Open findings by severity."""

    errors: int = 0
    warnings: int = 0
    notes: int = 0


class Entry(msgspec.Struct, frozen=True, array_like=True):
    """One journey of the portfolio; where its shape changes, so does the version of `builds.state`.

    `phases` are a framework and its stage, where they are known, with the words for any other;
    `departments` are names with their slots, `colours` their own ones behind those of the palette;
    `low`, `peak` and `ending` are places in `contacts`; `curve` is drawn where the journey is.
    What is None or empty isn't said, or not shared.
    """

    language: str
    id: str
    title: str
    summary: str = ""
    tags: tuple[str, ...] = ()
    status: str = ""
    state: str = ""
    kind: str = ""
    personas: tuple[str, ...] = ()
    reviewed: datetime.date | None = None
    due: datetime.date | None = None
    phases: tuple[tuple[str, str, str], ...] = ()
    contacts: tuple[Contact, ...] = ()
    channels: tuple[tuple[str, str], ...] = ()
    peak: int | None = None
    low: int | None = None
    ending: int | None = None
    shared: bool = False
    departments: tuple[tuple[str, int], ...] = ()
    colours: tuple[str, ...] = ()
    owner: int = -1
    gaps: Gaps = Gaps()
    chances: tuple[Chance, ...] = ()
    pains: tuple[Hurt, ...] = ()
    proofs: tuple[Proof, ...] = ()
    measures: tuple[Measure, ...] = ()
    curve: str = ""


def entry(board: Board, context: Context, findings: Collection[Diagnostic]) -> Entry:
    """A journey's entry, in full."""
    journey = context.journey
    names = {one.id: place for place, one in enumerate(journey.departments)}
    known = {each.id: place for place, each in enumerate(journey.channels)}
    contacts = tuple(_contacts(board, context, names, known))
    place = {point.id: number for number, point in enumerate(journey.touchpoints)}
    found = extremes(journey)
    peak, low, ending = (place[each.id] if each else None for each in (found.peak, found.low, found.ending))
    tally = [sum(each.severity is severity for each in findings) for severity in Severity]
    return Entry(
        language=board.language.code,
        id=journey.id,
        title=journey.title,
        summary=journey.summary,
        tags=journey.tags,
        status=journey.status or "",
        state=journey.state if journey.wrote("state") else "",
        kind=journey.kind,
        personas=tuple(persona.name for persona in journey.personas),
        reviewed=journey.reviewed,
        due=review_due(journey),
        phases=tuple(_stages(context)),
        contacts=contacts,
        channels=tuple((each.id, each.name) for each in journey.channels),
        peak=peak,
        low=low,
        ending=ending,
        departments=tuple((one.name, context.slots[one.id]) for one in journey.departments),
        colours=board.colours,
        owner=names.get((journey.owner.responsible if journey.owner else None) or "", -1),
        gaps=Gaps(*tally),
        chances=tuple(_chances(context, names)),
        pains=tuple(
            Hurt(number, pain.text, pain.severity, answered(point), pain.accepted)
            for number, point in enumerate(journey.touchpoints)
            for pain in point.pains
        ),
        proofs=tuple(_proofs(context)),
        measures=tuple(_measures(context)),
    )


def outside(whole: Entry) -> Entry:
    """The entry for people outside: only what is named here, as with `board.share`."""
    return Entry(
        language=whole.language,
        id=whole.id,
        title=whole.title,
        summary=whole.summary,
        kind=whole.kind,
        state=whole.state,
        personas=whole.personas,
        reviewed=whole.reviewed,
        phases=whole.phases,
        contacts=tuple(msgspec.structs.replace(each, owner=-1) for each in whole.contacts),
        channels=whole.channels,
        peak=whole.peak,
        low=whole.low,
        ending=whole.ending,
        shared=True,
    )


def _stages(context: Context) -> Iterator[tuple[str, str, str]]:
    """A phase by its stage, which journeys have in common; one that names none is what it is called after."""
    known = framework(context.journey.framework)
    for phase in context.journey.phases:
        word = phase.stage or phase.name
        found = known.stage(word) if known else None
        yield (known.id, found.id, "") if known and found else ("", "", word)


def _contacts(
    board: Board, context: Context, names: dict[str, int], channels: dict[str, int]
) -> Iterator[Contact]:
    owners = [
        names.get(responsible(phase, point) or "", -1)
        for phase in context.journey.phases
        for point in phase.touchpoints
    ]
    for column, point, owner in zip(board.columns, context.journey.touchpoints, owners, strict=True):
        drawn = column.point
        yield Contact(
            column.id,
            column.number,
            column.name,
            column.phase,
            drawn.score,
            drawn.word,
            drawn.impact,
            drawn.assumed,
            owner,
            tuple(channels[id] for id in point.channels if id in channels),
        )


def _chances(context: Context, names: dict[str, int]) -> Iterator[Chance]:
    for number, point in enumerate(context.journey.touchpoints):
        for found in point.opportunities:
            yield Chance(
                number,
                context.keys[id(found)],
                found.text,
                found.impact,
                found.effort,
                found.status,
                names.get(found.owner or "", -1),
                found.due,
                context.gap("opportunity-without-owner", *subject(context.journey, point, found)[1:])
                is not None,
            )


def _proofs(context: Context) -> Iterator[Proof]:
    """What the journey names, and what something of it rests on; not all that its libraries hold."""
    journey = context.journey
    parts: tuple[Phase | Touchpoint, ...] = (*journey.phases, *journey.touchpoints)
    used = {id for each in parts for id in each.evidence}
    used |= {id for each in journey.personas for id in each.evidence}
    used |= {id for point in journey.touchpoints for pain in point.pains for id in pain.evidence}
    values = (value for each in parts for value in each.metrics.values())
    used |= {value.source for value in values if value.source}
    used.update(journey.named.get("evidence", ()))
    for source in journey.evidence:
        if source.id in used:
            yield Proof(source.kind, source.title, source.date)


def _measures(context: Context) -> Iterator[Measure]:
    number = 0
    for index, phase in enumerate(context.journey.phases):
        for name, value in phase.metrics.items():
            yield _measure(context, -1, index, name, value)
        for point in phase.touchpoints:
            yield from _at(context, number, index, point)
            number += 1


def _at(context: Context, number: int, phase: int, point: Touchpoint) -> Iterator[Measure]:
    for name, value in point.metrics.items():
        yield _measure(context, number, phase, name, value)


def _measure(context: Context, contact: int, phase: int, id: str, measured: MetricValue) -> Measure:
    metric = metric_of(id, context.journey)
    target = measured.target
    judged = target is not None and bool(metric.better) and target.form == measured.value.form
    missed = misses_target(context.journey, id, measured) if judged else None
    return Measure(
        contact,
        phase,
        id,
        metric.name,
        metric.unit,
        metric.min,
        metric.max,
        measured.value,
        target,
        measured.benchmark,
        missed,
    )
