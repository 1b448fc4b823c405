"""The lanes of a journey's sheet: which there are, and what stands in each cell.

A lane that the journey doesn't use isn't there, and then shows no gaps either.
"""

from collections.abc import Callable, Mapping
from typing import Literal

import msgspec

from cjm.board.gaps import Gaps
from cjm.board.sheet import Cell, Chance, Gap, Glyph, Hole, Item, Lane, Strength, Text
from cjm.board.words import capital, figure, quoted
from cjm.languages import Language
from cjm.measures import certainty, evidence_of, is_hypothesis
from cjm.model.channels import common_channel, device
from cjm.model.entities import Channel, Journey, Opportunity, Phase, Touchpoint
from cjm.model.identity import subject


class Context(msgspec.Struct, frozen=True):
    """What every cell is made from; `names` are those of departments, by their ids."""

    journey: Journey
    language: Language
    gaps: Gaps
    keys: Mapping[int, str]
    slots: Mapping[str, int]
    names: Mapping[str, str]

    def label(self, key: str) -> str:
        """A word of the map's language."""
        return self.language.labels[key]

    def department(self, id: str | None) -> str:
        """A department's name."""
        return self.names.get(id or "", id or "")

    def gap(self, rule: str, *path: str) -> Gap | None:
        """The gap of one rule at one thing, if the linter found it."""
        return next((gap for gap in self.gaps.get((self.journey.id, *path), ()) if gap.rule == rule), None)


Side = Literal["customer", "organisation"]
Fill = Callable[[Context, Phase, Touchpoint], Cell]


def lanes(context: Context) -> tuple[Lane, ...]:
    """The lanes in the order of the sheet, without the curve and the owners' bands."""
    pairs = [(phase, point) for phase in context.journey.phases for point in phase.touchpoints]
    made = []
    for key, side, fill in _LANES:
        cells = tuple(fill(context, phase, point) for phase, point in pairs)
        if any(not isinstance(item, Hole) for cell in cells for item in cell):
            made.append(Lane(key, context.label(_LABELS.get(key, key)), side, cells))
    return tuple(made)


def _channels(context: Context, _phase: Phase, point: Touchpoint) -> Cell:
    known = {channel.id: channel for channel in context.journey.channels}
    channels = [known[id] for id in point.channels if id in known]
    items: list[Item] = [Glyph(icon(channel), channel.name) for channel in channels]
    calls = len(channels) == 1 and icon(channels[0]) == "call"
    for word in () if calls else point.devices:
        found = device(word)
        name = context.language.called("devices", found.id) if found else word
        items.append(Glyph(found.icon if found else "", context.label("on_device").format(device=name)))
    hole = context.gap("touchpoint-without-channel", point.id)
    return tuple(items) if items else (Hole(hole),) if hole else ()


def icon(channel: Channel) -> str:
    """The name of a channel's glyph; empty where none is known."""
    common = common_channel(channel.id) or common_channel(channel.name)
    return channel.icon or (common.icon if common else "")


def _thoughts(context: Context, _phase: Phase, point: Touchpoint) -> Cell:
    return tuple(Text(quoted(text, context.language), "quote") for text in point.thoughts)


def _questions(context: Context, phase: Phase, point: Touchpoint) -> Cell:
    first = phase.touchpoints[0] is point
    return tuple(Text(text) for text in phase.questions) if first else ()


def _pains(context: Context, _phase: Phase, point: Touchpoint) -> Cell:
    items = []
    for pain in point.pains:
        gap = context.gap("pain-without-opportunity", *subject(context.journey, point, pain)[1:])
        items.append(Text(pain.text, "pain", context.label("accepted") if pain.accepted else "", gap))
    return tuple(items)


def _gains(context: Context, _phase: Phase, point: Touchpoint) -> Cell:
    return tuple(Text(gain.text, "gain") for gain in point.gains)


def _content(context: Context, phase: Phase, point: Touchpoint) -> Cell:
    offered = (*phase.content, *point.content) if phase.touchpoints[0] is point else point.content
    return tuple(
        Text(item.text, note=context.label(f"media_{item.media}") if item.media else "") for item in offered
    )


def _metrics(context: Context, phase: Phase, point: Touchpoint) -> Cell:
    values = list(point.metrics.items())
    if phase.touchpoints[0] is point:
        values = [*phase.metrics.items(), *values]
    items: list[Item] = [figure(name, value, context.journey, context.language) for name, value in values]
    hole = context.gap("moment-of-truth-without-metric", point.id)
    return (*items, Hole(hole)) if hole else tuple(items)


def _opportunities(context: Context, _phase: Phase, point: Touchpoint) -> Cell:
    items: list[Item] = [chance(context, point, found) for found in point.opportunities]
    hole = context.gap("unguarded-moment-of-truth", point.id)
    return (*items, Hole(hole)) if hole else tuple(items)


def chance(context: Context, point: Touchpoint, found: Opportunity) -> Chance:
    """An opportunity as it stands in a cell, and the rest of it for the details."""
    more = [
        (context.label(key), text)
        for key, text in (
            ("move", context.label(f"move_{found.move.replace('-', '_')}") if found.move else ""),
            ("hypothesis", found.hypothesis),
            ("test", found.test),
            ("result", found.result),
        )
        if text
    ]
    return Chance(
        key=context.keys[id(found)],
        text=found.text,
        impact=found.impact,
        effort=found.effort,
        status=found.status,
        status_label=context.label(found.status),
        owner=context.department(found.owner),
        slot=context.slots.get(found.owner or "", 0),
        gap=context.gap("opportunity-without-owner", *subject(context.journey, point, found)[1:]),
        more=tuple(more),
    )


def _evidence(context: Context, phase: Phase, point: Touchpoint) -> Cell:
    sources = evidence_of(phase, point, context.journey)
    assumed = is_hypothesis(phase, point, context.journey)
    if not sources:
        return (Strength(0, capital(context.label("assumption")), True),) if assumed else ()
    kinds = dict.fromkeys(source.kind.replace("-", "_") or "research" for source in sources)
    words = capital(", ".join(context.label(f"evidence_{kind}") for kind in kinds))
    return (Strength(certainty(phase, point, context.journey), words, assumed),)


def _texts(key: str) -> Fill:
    def fill(_context: Context, _phase: Phase, point: Touchpoint) -> Cell:
        return tuple(Text(text) for text in getattr(point, key))

    return fill


_LANES: tuple[tuple[str, Side, Fill], ...] = (
    ("channels", "customer", _channels),
    ("questions", "customer", _questions),
    ("thoughts", "customer", _thoughts),
    ("pains", "customer", _pains),
    ("gains", "customer", _gains),
    ("content", "customer", _content),
    ("frontstage", "customer", _texts("frontstage")),
    ("backstage", "organisation", _texts("backstage")),
    ("systems", "organisation", _texts("systems")),
    ("metrics", "organisation", _metrics),
    ("opportunities", "organisation", _opportunities),
    ("evidence", "organisation", _evidence),
)
_LABELS = {"channels": "channel"}
