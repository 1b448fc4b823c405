"""Workflow commands: GitHub shows each change beside the lines of a pull request, in the new version."""

from collections.abc import Mapping

from cjm.config import LEVELS
from cjm.differ import Change, Comparison, Difference, Side
from cjm.model.entities import Phase, Touchpoint
from cjm.reporters.changes.telling import remarks, values, what
from cjm.reporters.columns import inert
from cjm.reporters.github import MOST, command
from cjm.reporters.human import clip
from cjm.source import Source, Span

_COMMANDS = {"breaking": "error", "notable": "warning", "minor": "notice", "cosmetic": "notice"}


def report(comparison: Comparison, **_look: object) -> str:
    """The gravest first, ten of each kind that GitHub knows, and a plain line that counts the rest."""
    found = [(each, change) for each in comparison.differences for change in each.changes]
    found.sort(key=lambda pair: LEVELS.index(pair[1].level))
    lines = []
    for kind in dict.fromkeys(_COMMANDS.values()):
        some = [pair for pair in found if _COMMANDS[pair[1].level] == kind]
        lines += [_command(kind, *pair, comparison.new) for pair in some[:MOST]]
        if len(some) > MOST:
            lines.append(f"and {len(some) - MOST:,} more of this level, which GitHub would not show")
    return "".join(f"{line}\n" for line in lines)


def _command(kind: str, difference: Difference, change: Change, sources: Mapping[str, Source]) -> str:
    side = change.after or _left(difference, change)
    properties: dict[str, object] = {"file": side.path}
    if source := sources.get(side.path):
        start, end = source.position(side.span.start), source.position(side.span.end)
        properties |= {"line": start.line, "endLine": end.line}
        if start.line == end.line:
            properties |= {"col": start.column, "endColumn": end.column}
    properties["title"] = f"{change.level}: {' › '.join(clip(word) for word in change.words)}"
    told = " → ".join(clip(value) for value in values(change) if value)
    text = f"{what(change)}: {told}" if told else what(change)
    return command(kind, properties, "\n".join([text, *map(inert, remarks(change))]))


def _left(difference: Difference, change: Change) -> Side:
    """Where to tell of what is gone: at what it was a part of, as that is now."""
    after, before = difference.after, change.before
    if after is None or before is None:
        return before or Side((), "", Span(0, 0))
    same = {**difference.phases, **difference.touchpoints}
    things: dict[str, Phase | Touchpoint] = {each.id: each for each in after.phases}
    things |= {each.id: each for each in after.touchpoints}
    thing = next((things[same[id]] for id in before.ids[1:] if id in same), None)
    if thing is None:
        return Side((after.id,), after.path, after.at("title"))
    return Side((after.id, thing.id), after.path, thing.at("name"))
