"""Findings as pictures, and where on a sheet they belong.

In: the linter's findings. Out: `Gap`s by the ids of their subject, and all of them in
the order of the journey: first what is missing in the whole, then phase by phase.
"""

from collections.abc import Iterable, Iterator, Mapping

from cjm.board.sheet import Column, Gap, Head, Region, Spot
from cjm.diagnostics import Diagnostic, Severity
from cjm.languages import Language
from cjm.source import Source

Gaps = Mapping[tuple[str, ...], tuple[Gap, ...]]


def pictures(findings: Iterable[Diagnostic], words: Language, source: Source | None = None) -> Gaps:
    """The findings as pictures, by what they are about; with the line of those in `source`."""
    gaps: dict[tuple[str, ...], tuple[Gap, ...]] = {}
    for found in findings:
        label = words.labels.get(f"gap_{found.rule.replace('-', '_')}", found.rule)
        line = source.position(found.span.start).line if source and source.path == found.path else 0
        gap = Gap(found.rule, found.severity.value, label, found.message, found.help, line)
        gaps[found.subject] = (*gaps.get(found.subject, ()), gap)
    return gaps


def by_thing(gaps: Gaps) -> dict[str, tuple[Gap, ...]]:
    """All gaps at a phase or a touchpoint and at its parts, by its id."""
    found: dict[str, tuple[Gap, ...]] = {}
    for subject, there in gaps.items():
        if len(subject) > 1:
            found[subject[1]] = (*found.get(subject[1], ()), *there)
    return found


def regions(
    gaps: Gaps, heads: tuple[Head, ...], columns: tuple[Column, ...], whole: str
) -> tuple[Region, ...]:
    """Every gap once, where it is; what is about none of the phases and touchpoints is in the `whole`."""
    found = by_thing(gaps)
    placed = {head.id for head in heads} | {column.id for column in columns}
    rest = [gap for subject, there in gaps.items() if placed.isdisjoint(subject[1:2]) for gap in there]
    made = [Region(0, whole, (Spot("", "", "", _sorted(rest)),))] if rest else []
    for head in heads:
        spots = tuple(_spots(found, head, columns))
        if spots:
            made.append(Region(head.number, head.name, spots))
    return tuple(made)


def _spots(found: Mapping[str, tuple[Gap, ...]], head: Head, columns: tuple[Column, ...]) -> Iterator[Spot]:
    if head.id in found:
        yield Spot("", "", "", _sorted(found[head.id]))
    for column in columns[head.first : head.end]:
        if column.id in found:
            yield Spot(column.number, column.name, column.anchor, _sorted(found[column.id]))


def _sorted(gaps: Iterable[Gap]) -> tuple[Gap, ...]:
    """The worst first; otherwise as the linter told them."""
    return tuple(sorted(gaps, key=lambda gap: Severity(gap.severity).rank))
