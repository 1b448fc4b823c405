"""The story of a touchpoint: everything that its column has, and what only its details show."""

from collections.abc import Iterator

from cjm.board.lanes import Context
from cjm.board.route import address, called
from cjm.board.sheet import Anchor, Cell, Detail, Lane, Text
from cjm.board.words import capital, quoted
from cjm.languages import feeling, signed
from cjm.model.entities import Link, Owner, Phase, Touchpoint


def details(
    context: Context, phase: Phase, point: Touchpoint, lanes: tuple[Lane, ...], column: int
) -> tuple[Detail, ...]:
    """The labelled parts, in the order in which they are read; empty ones are left out."""
    cells = {lane.key: lane.cells[column] for lane in lanes}
    parts: list[tuple[str, Cell]] = [
        ("channels", cells.get("channels", ())),
        ("organisation", _plain(point.organisation)),
        ("quote", _plain(quoted(point.quote, context.language) if point.quote else "", quote=True)),
        ("questions", cells.get("questions", ())),
        ("expectation", tuple(_expectations(context, point))),
        ("need", _plain(point.need)),
        ("moment", tuple(_moment(context, point))),
        ("pains", _pains(context, point)),
        ("gains", cells.get("gains", ())),
        ("content", cells.get("content", ())),
        ("importance", tuple(_importance(context, point))),
        ("frontstage", cells.get("frontstage", ())),
        ("backstage", cells.get("backstage", ())),
        ("systems", cells.get("systems", ())),
        ("owner", tuple(_owners(context, point.owner or phase.owner))),
        ("metrics", cells.get("metrics", ())),
        ("opportunities", cells.get("opportunities", ())),
        ("evidence", tuple(_sources(context, point)) or cells.get("evidence", ())),
        ("links", tuple(_link(context, link) for link in point.links)),
    ]
    labels = {"channels": "channel"}
    return tuple(Detail(key, context.label(labels.get(key, key)), cell) for key, cell in parts if cell)


def _link(context: Context, link: Link) -> Anchor:
    other = link.elsewhere
    url = address(context, other) if other else link.url
    return Anchor(url, link.text or (called(other) if other else url))


def _plain(text: str, *, quote: bool = False) -> Cell:
    return (Text(text, "quote" if quote else "plain"),) if text else ()


def _expectations(context: Context, point: Touchpoint) -> Iterator[Text]:
    for expected in point.expectation:
        level = ""
        if expected.level is not None:
            level = (
                f"{feeling(expected.level, context.language)} ({signed(expected.level, context.language)})"
            )
        yield Text(expected.text or level, note=level if expected.text else "")


def _moment(context: Context, point: Touchpoint) -> Iterator[Text]:
    moment = point.moment_of_truth
    if moment is None:
        return
    kind = context.label(f"moment_{moment.type}") if moment.type else ""
    if moment.why or kind:
        yield Text(moment.why or capital(kind), note=kind if moment.why else "")
    for key in ("success", "failure"):
        if text := getattr(moment, key):
            yield Text(f"{capital(context.label(key))}: {text}")


def _pains(context: Context, point: Touchpoint) -> Cell:
    items = []
    for pain in point.pains:
        notes = [f"{context.label('severity').lower()} {pain.severity}/5"] if pain.severity else []
        notes += [f"{context.label('accepted')}: {pain.accepted}"] if pain.accepted else []
        items.append(Text(pain.text, "pain", " · ".join(notes)))
    return tuple(items)


def _importance(context: Context, point: Touchpoint) -> Iterator[Text]:
    for key in ("customer", "organisation"):
        value = getattr(point.importance, key, None)
        if value is not None:
            yield Text(f"{context.label(f'importance_{key}')} {value}/5")


def _owners(context: Context, owner: Owner | None) -> Iterator[Text]:
    if owner is None:
        return
    for role in ("responsible", "accountable", "consulted", "informed"):
        ids = getattr(owner, role)
        names = ", ".join(context.department(id) for id in ([ids] if isinstance(ids, str) else ids or ()))
        if names:
            note = "" if role == "responsible" else context.label(role)
            yield Text(names, note=note)


def _sources(context: Context, point: Touchpoint) -> Iterator[Text]:
    for source in context.journey.evidence:
        if source.id in point.evidence and source.title:
            kind = context.label(f"evidence_{source.kind.replace('-', '_') or 'research'}")
            yield Text(source.title, note=kind if kind.lower() != source.title.lower() else "")
