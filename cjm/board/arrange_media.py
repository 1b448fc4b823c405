"""Channels and content of each phase → its owned, paid and earned media."""

from collections.abc import Mapping

from cjm.board.lanes import Context, icon
from cjm.board.media import Kind, Media, Medium, Stage, Used
from cjm.board.words import capital
from cjm.model.entities import Framework, Phase
from cjm.model.frameworks import framework

_KINDS = ("owned", "paid", "earned")
# By kind: a medium's text and icon, and where it is used.
_Found = dict[str, dict[tuple[str, str | None], tuple[int, ...]]]
# A stage, and its usual media by kind.
_Staged = tuple[Stage, tuple[str, ...]]


def arrange_media(context: Context, own: Mapping[str, Framework]) -> Media | None:
    """The media by kind, what is of no kind last; None where no kind is said.

    `own` are frameworks of one's own, by id.
    """
    journey = context.journey
    found: list[_Found] = []
    first = 0
    for phase in journey.phases:
        found.append(_media(context, phase, first))
        first += len(phase.touchpoints)
    if not any(used.get(kind) for used in found for kind in _KINDS):
        return None
    stages = [_stage(context, phase, own) for phase in journey.phases]
    said = [*_KINDS, ""] if any(used.get("") for used in found) else _KINDS
    kinds = tuple(
        Kind(
            capital(context.label(f"media_{kind}" if kind else "media_unsaid")),
            tuple(
                Used(
                    tuple(Medium(*medium, columns) for medium, columns in used.get(kind, {}).items()),
                    kind in usual,
                )
                for used, (_, usual) in zip(found, stages, strict=True)
            ),
        )
        for kind in said
    )
    return Media(kinds, tuple(stage for stage, _ in stages))


def _media(context: Context, phase: Phase, first: int) -> _Found:
    channels = {channel.id: channel for channel in context.journey.channels}
    found: _Found = {}

    def use(kind: str | None, text: str, icon: str | None, column: tuple[int, ...]) -> None:
        places = found.setdefault(kind or "", {})
        places[text, icon] = places.get((text, icon), ()) + column

    for column, point in enumerate(phase.touchpoints, first):
        for channel in (channels[id] for id in point.channels if id in channels):
            use(channel.kind, channel.name, icon(channel), (column,))
    for item in phase.content:
        use(item.media, item.text, None, ())
    for column, point in enumerate(phase.touchpoints, first):
        for item in point.content:
            use(item.media, item.text, None, (column,))
    return found


def _stage(context: Context, phase: Phase, own: Mapping[str, Framework]) -> _Staged:
    id = context.journey.framework
    if id in own:
        mine = next((stage for stage in own[id].stages if phase.stage in (stage.id, stage.name)), None)
        return _named(context, mine.name or mine.id, mine.meaning, mine.media) if mine else (Stage(), ())
    known = framework(id)
    found = known.stage(phase.stage) if known and phase.stage else None
    if found is None:
        return Stage(), ()
    words = context.language.frameworks[id].stages[found.id]
    return _named(context, words.name, words.meaning, found.media)


def _named(context: Context, name: str, meaning: str, media: tuple[str, ...]) -> _Staged:
    usual = ", ".join(context.label(f"media_{kind}") for kind in media if kind in _KINDS)
    said = context.label("media_usual").format(media=usual) if usual else ""
    return Stage(name, meaning, said), media
